"""A font is missing, may not be put into files, or lacks letters that the briefings use.

What it does
    Reports font files that are not in the folder or are no fonts; families that no file is given for; fonts whose
    maker does not allow them to be put into a file, or only whole; and letters of the briefings, contacts and names
    that the family has no shape for; for Arabic script the program has a font. Signs that a family lacks, such as
    emoji, are left out in print, which is advice here.

Why it matters
    With a font that is not there, the page looks different on every computer. A letter without a shape is printed as
    an empty box: ŵ and ŷ in Welsh names, ł in Polish ones.

Example
    ``base: {family: Our Corporate Sans}`` without ``fonts:``

Use instead
    ``fonts: [{family: Our Corporate Sans, source: file, files: [fonts/OurCorporateSans-Regular.ttf]}]``

Source
    OpenType, OS/2 table, ``fsType`` (https://learn.microsoft.com/typography/opentype/spec/os2#fstype); PDF/UA-1,
    7.21.4, and PDF/A-3, 6.2.11.4, ask for embedded fonts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from publisher import assets
from publisher.brand import find
from publisher.branding._brand_check import Folder
from publisher.branding.unsafe_file import leads_outside
from publisher.diagnostics import Finding, Path, Severity
from publisher.errors import PublisherError
from publisher.renderers.typefaces import is_in_fallback

CODE = "BRD008"
NAME = "unusable-font"
SEVERITY = Severity.ERROR

_RESTRICTED, _LESS_RESTRICTED = 0x0002, 0x000C
_NO_SUBSETTING, _BITMAPS_ONLY = 0x0100, 0x0200
"""Bits of ``fsType``; where several of the first four are set, the least restrictive holds."""
_SIGNS = frozenset({"So", "Sk", "Sm", "Co", "Cn"})
"""Unicode categories of signs, which print leaves out where the fonts have none."""
_BLANK = frozenset({"Zs", "Cc", "Cf", "Zl", "Zp"})
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class _Opened:
    """A font file: the characters that it has, and its ``fsType``."""

    characters: frozenset[int]
    embedding: int


def check(folder: Folder) -> Iterator[Finding]:
    """Yield what is wrong with the font files, then with the families that are chosen."""
    found: dict[str, set[int]] = {}
    for index, source in enumerate(folder.brand.typography.fonts):
        present = found.setdefault(source.family, set())
        for position, file in enumerate(source.files):
            place: Path = ("typography", "fonts", index, "files", position, "path")
            opened, wrong = _open(file.path, folder)
            present |= opened.characters if opened else frozenset()
            if wrong:
                yield Finding(place, *wrong)
            elif opened:
                yield from _embedding(opened, file.path, place)
    yield from _families(folder, found)


def _open(written: str, folder: Folder) -> tuple[_Opened | None, tuple[str, str] | None]:
    """Return the opened font, or what is wrong with it as message and hint; neither for one that is unsafe."""
    if leads_outside(written):
        return None, None
    path = find(folder.folders, written)
    if path is None:
        return None, (f"there is no file `{written}` in the folder", "Put the font there, or mend the path.")
    try:
        assets.readable(path, written)
    except PublisherError as error:
        return None, (str(error), "Use a font with fewer letters, or cut this one down.")
    return _read(path, written)


def _read(path: FilePath, written: str) -> tuple[_Opened | None, tuple[str, str] | None]:
    from fontTools.ttLib import TTFont

    try:
        # Opened here, as fontTools leaves a file that is no font open.
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            return _Opened(frozenset(font.getBestCmap() or ()), int(font["OS/2"].fsType)), None
    except Exception:  # noqa: BLE001 - fontTools raises whatever comes up in a damaged file
        return None, (f"`{written}` is not a font that can be read", "Use a TTF, OTF or WOFF2 file.")


def _embedding(font: _Opened, written: str, place: Path) -> Iterator[Finding]:
    hint = "Choose a font under an open licence, or ask its maker for one that may be embedded."
    if font.embedding & _RESTRICTED and not font.embedding & _LESS_RESTRICTED:
        yield Finding(place, f"the licence in `{written}` does not allow it to be put into a file", hint)
    elif font.embedding & _BITMAPS_ONLY:
        yield Finding(place, f"the licence in `{written}` allows only its bitmaps to be put into a file", hint)
    elif font.embedding & _NO_SUBSETTING:
        message = f"the licence in `{written}` allows it in a file only whole, and files get only the letters they use"
        yield Finding(place, message, hint)


def _families(folder: Folder, found: dict[str, set[int]]) -> Iterator[Finding]:
    typography = folder.brand.typography
    roles = (("base", folder.letters.text), ("headings", folder.letters.headings))
    for role, letters in roles:
        family = getattr(typography, role).family
        place = ("typography", role, "family")
        if family and family not in found:
            hint = f"Add its files under `fonts:`. There are {', '.join(sorted(found)) or 'none'}."
            yield Finding(place, f"no font files are given for {family}", hint)
        elif family and found[family]:
            yield from _missing(family, found[family], letters, place)


def _missing(family: str, present: set[int], letters: frozenset[str], place: Path) -> Iterator[Finding]:
    lacking = sorted(letter for letter in letters if ord(letter) not in present and not is_in_fallback(letter))
    visible = [letter for letter in lacking if unicodedata.category(letter) not in _BLANK]
    signs = [letter for letter in visible if unicodedata.category(letter) in _SIGNS]
    words = [letter for letter in visible if letter not in signs]
    if words:
        message = f"{family} has no {_listed(words)}, which the briefings use"
        yield Finding(place, message, "Use a complete version of the font, or another family.")
    if signs:
        message = f"{family} has no {_listed(signs)}, which the briefings use"
        yield Finding(place, message, "In print they are left out.", severity=Severity.INFO)


def _listed(letters: list[str]) -> str:
    named = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in letters[:_MOST_NAMED])
    more = len(letters) - _MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named
