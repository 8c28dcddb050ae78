"""Letters have no shape, as no font has one.

What it does
    Reports words of a PDF with letters that neither the partnership's fonts nor those of the computer have a shape for.
    They would be printed as empty boxes. Signs such as emoji are left out instead, and are not reported.

Why it matters
    A family that finds its own language as a row of boxes learns that it was not meant to read it.

Example
    A sentence in Bengali, built on a computer that has no font for Bengali.

Use instead
    A font with these letters, installed on the computer that builds. Letters of Arabic, Persian, Kurdish, Pashto and
    Urdu need none: a font for them comes with the program.

Source
    PDF/UA-1 (ISO 14289-1), 7.21.4.1 and 7.21.8, ask for a shape for every letter; WCAG 2.2, success criterion 3.1.2
    Language of Parts (https://www.w3.org/TR/WCAG22/#language-of-parts), is of use only where the part can be read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from publisher.conformance._check import Output, UnreadableError
from publisher.conformance._pdf_file import opened
from publisher.conformance._reading import read
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "ACC014"
NAME = "missing-letters"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"pdf", "large-print"})
FORMS = frozenset(Form)

_MAPPING = re.compile(rb"<([0-9a-fA-F]{4})> <((?:[0-9a-fA-F]{4})+)>")
_MOST_NAMED = 5


def check(output: Output) -> Iterator[Finding]:
    """Yield one finding where a font of the file has no shape for a letter that is shown in it."""
    reading = read(output)
    try:
        missing = {letter for font in _fonts(output.data) for letter in _without_shape(font)}
    except Exception as error:
        # A damaged font can fail at any step in either library.
        raise UnreadableError(type(error).__name__) from error
    if not missing:
        return
    # A header or footer is no part of what is read.
    words = list(dict.fromkeys(word for word in reading.text.split() if missing & set(word))) or sorted(missing)
    named = ", ".join(f"“{word}”" for word in words[:_MOST_NAMED])
    more = f" and {len(words) - _MOST_NAMED} more words" if len(words) > _MOST_NAMED else ""
    message = f"no font has all letters of {named}{more}, which would be empty boxes in {output.noun}"
    yield Finding((), message, "Install a font that has them on this computer, such as Noto Sans for that script.")


def _fonts(data: bytes) -> Iterator[Any]:
    fonts = {
        font.objgen: font
        for page in opened(data).pages
        for font in page.resources.get("/Font", pikepdf.Dictionary()).as_dict().values()
    }
    yield from (font for font in fonts.values() if "/DescendantFonts" in font and "/ToUnicode" in font)


def _without_shape(font: Any) -> Iterator[str]:
    """Yield the characters of glyphs that are not in the font's file: WeasyPrint numbers them after its last one."""
    from fontTools.ttLib import TTFont

    descriptor = font.DescendantFonts[0].FontDescriptor
    file = descriptor.get("/FontFile2", descriptor.get("/FontFile3"))
    if file is None:
        return
    with TTFont(io.BytesIO(file.read_bytes()), lazy=True) as opened:
        count = opened["maxp"].numGlyphs
    for glyph, characters in _MAPPING.findall(font.ToUnicode.read_bytes()):
        if int(glyph, 16) >= count:
            yield from bytes.fromhex(characters.decode()).decode("utf-16-be", "replace")
