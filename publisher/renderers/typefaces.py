"""A brand's font files as style rules, for the web and for print, with one more family for Arabic script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

from publisher.brand import Brand, Font

# Google Fonts' subsets, as Fontsource publishes them: https://github.com/fontsource/font-files
_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,"
    "U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_LATIN_EXTENDED = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,"
    "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
# The same, but for blocks that IBM Plex Sans Arabic has nothing of.
_ARABIC = "U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC"

FALLBACK = "IBM Plex Sans Arabic"
"""The family for letters of Arabic, Persian, Kurdish, Pashto and Urdu that the brand's own has no shape for."""
_FALLBACK_FILES = {
    400: "fonts/ibm-plex-sans-arabic-arabic-400-normal.woff2",
    700: "fonts/ibm-plex-sans-arabic-arabic-700-normal.woff2",
}


def for_print(fonts: Iterable[Font]) -> str:
    """Return rules that name the files; the program that prints takes from them what a document uses."""
    return "\n".join(_rule(font, font.path.as_uri()) for font in fonts)


def for_web(brand: Brand, text: str) -> str:
    """Return rules that carry the fonts which a page with this text needs.

    Where a family has files made for the web, those; of one cut into subsets, the Latin one, and the
    others only where the text has characters of them.
    """
    rules = []
    for font in (*_preferred(brand, (".woff2",)), *_fallback(brand)):
        ranges = _ranges(font)
        if ranges in {"", _LATIN} or any(_within(character, ranges) for character in set(text)):
            rules.append(_rule(font, _carried(font), ranges))
    return "\n".join(rules)


def complete(brand: Brand) -> tuple[Font, ...]:
    """Return the fonts for print: of each family the complete files, where it has them."""
    return (*_preferred(brand, (".ttf", ".otf")), *_fallback(brand))


def _fallback(brand: Brand) -> list[Font]:
    """Return the files of the family for Arabic script, which every brand inherits with the common templates."""
    found = ((weight, brand.find(name)) for weight, name in _FALLBACK_FILES.items())
    return [Font(FALLBACK, path, weight, "normal") for weight, path in found if path]


def _preferred(brand: Brand, suffixes: tuple[str, ...]) -> list[Font]:
    """Return the fonts of the families that the brand uses; of each family those with the suffixes, or all."""
    chosen: list[Font] = []
    for family in dict.fromkeys((brand.base_family, brand.headings_family)):
        fonts = [font for font in brand.fonts if font.family == family]
        chosen += [font for font in fonts if font.path.suffix.lower() in suffixes] or fonts
    return chosen


def is_in_fallback(character: str) -> bool:
    """Return whether the character is of the script that every brand has a family for beside its own."""
    return _within(character, _ARABIC)


def _ranges(font: Font) -> str:
    """Return the characters that a font file is for, told by its name as Fontsource gives it; empty for all."""
    if "-latin-ext-" in font.path.name:
        return _LATIN_EXTENDED
    if "-arabic-arabic-" in font.path.name:
        return _ARABIC
    return _LATIN if "-latin-" in font.path.name else ""


def _within(character: str, ranges: str) -> bool:
    bounds = (part.removeprefix("U+").split("-") for part in ranges.split(","))
    return any(int(bound[0], 16) <= ord(character) <= int(bound[-1], 16) for bound in bounds)


def _carried(font: Font) -> str:
    return f"data:font/{font.path.suffix.lower().lstrip('.')};base64,{b64encode(font.path.read_bytes()).decode()}"


def _rule(font: Font, address: str, ranges: str = "") -> str:
    subset = f"unicode-range:{ranges};" if ranges else ""
    return (
        f'@font-face{{font-family:"{font.family}";font-style:{font.style};font-weight:{font.weight};'
        f'{subset}src:url("{address}")}}'
    )
