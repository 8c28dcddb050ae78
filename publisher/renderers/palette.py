"""Colours for a page from a brand's own: whatever the primary colour, all text has the contrast that WCAG asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from publisher.brand import Brand
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from coloraide import Color

_MINIMUM = 4.5
"""The contrast of text with its ground: WCAG 2.2, success criterion 1.4.3, level AA."""
_ENHANCED = 7.0
"""The same at level AAA, 1.4.6: on a dark ground, colours that only just reach AA are dull."""
_LIGHT_ENOUGH = 0.8
"""The relative luminance from which a brand's background can be the ground of a printed page."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a page, each as ``#rrggbb``."""

    paper: str
    """The page."""
    ink: str
    """Text on paper, tint and quiet."""
    accent: str
    """The brand's primary colour, as a ground."""
    on_accent: str
    """Text on the accent."""
    accent_text: str
    """The brand's primary colour as text on paper, tint and quiet."""
    tint: str
    """A light wash of the brand's colour, as a ground."""
    rule: str
    """Lines that separate; never text."""
    quiet: str
    """The ground of what is not running text."""


def palette(brand: Brand) -> Palette:
    """Return the colours for paper and for light screens.

    From a brand's roles: ``primary``, ``foreground`` for text, ``background`` for the page and ``secondary`` for
    the wash, where these two are light enough to stand under text. Raises PublisherError for a value that is
    not a colour.
    """
    colors = brand.colors
    return _light(
        colors.get("primary", "black"),
        colors.get("foreground", "black"),
        colors.get("background", "white"),
        colors.get("secondary", ""),
    )


def dark_palette(brand: Brand) -> Palette:
    """Return the colours for screens that are set to dark; raises as ``palette``."""
    return _dark(brand.colors.get("primary", "black"))


@lru_cache(maxsize=64)
def _light(primary: str, foreground: str, background: str, secondary: str) -> Palette:
    accent = _colour(primary)
    paper = _ground(background, _colour("white"))
    tint = _ground(secondary, _mixed(paper, accent, 0.08))
    return _palette(paper, tint, _colour(foreground), accent, 0.0)


@lru_cache(maxsize=64)
def _dark(primary: str) -> Palette:
    paper, accent = _colour("#15171a"), _colour(primary)
    return _palette(paper, _mixed(paper, accent, 0.22), _colour("#f1f1ee"), accent, 1.0)


def _ground(written: str, otherwise: Color) -> Color:
    """Return the colour that a brand gives for a ground; the other where it gives none or a dark one."""
    ground = _colour(written) if written else otherwise
    return ground if ground.luminance() >= _LIGHT_ENOUGH else otherwise


def _palette(paper: Color, tint: Color, ink: Color, primary: Color, end: float) -> Palette:
    """Return the palette; text moves towards the lightness ``end`` where it needs to."""
    quiet = _mixed(paper, ink, 0.05)
    grounds = (paper, tint, quiet)
    ink = _legible(ink, grounds, end)
    accent, on_accent = _accent(primary, ink if end == 0.0 else paper)
    accent_text = _legible(primary, grounds, end, _MINIMUM if end == 0.0 else _ENHANCED)
    colours = (paper, ink, accent, on_accent, accent_text, tint, _mixed(paper, ink, 0.25), quiet)
    return Palette(*(_hex(colour) for colour in colours))


def _accent(primary: Color, dark_ink: Color) -> tuple[Color, Color]:
    """Return the primary colour as a ground, and its text: white, or dark ink where only that is legible."""
    white = _colour("white")
    for text in (white, dark_ink):
        if _contrast(primary, text) >= _MINIMUM:
            return primary, text
    return _legible(primary, (white,), 0.0), white


def _legible(colour: Color, grounds: tuple[Color, ...], end: float, minimum: float = _MINIMUM) -> Color:
    """Return the colour, moved towards the lightness ``end`` no further than all the grounds need."""

    def passes(candidate: Color) -> bool:
        return all(_contrast(candidate, ground) >= minimum for ground in grounds)

    if passes(colour):
        return colour
    near, far = float(colour.convert("oklch")["lightness"]), end
    for _ in range(10):
        middle = (near + far) / 2
        near, far = (near, middle) if passes(_at(colour, middle)) else (middle, far)
    return _at(colour, far)


def _at(colour: Color, lightness: float) -> Color:
    moved = colour.convert("oklch")
    moved["lightness"] = lightness
    return _rounded(moved)


def _mixed(colour: Color, other: Color, share: float) -> Color:
    return _rounded(colour.mix(other, share, space="oklab"))


def _contrast(one: Color, other: Color) -> float:
    return float(one.contrast(other, method="wcag21"))


def _colour(written: str) -> Color:
    from coloraide import Color

    try:
        return Color(written).set("alpha", 1)
    except ValueError as error:
        raise PublisherError(
            f"`{written}` is not a colour; write it as #rrggbb, or name a colour of the palette"
        ) from error


def _rounded(colour: Color) -> Color:
    """Return the colour as a file states it, so that contrast is measured on what is shown."""
    return _colour(_hex(colour))


def _hex(colour: Color) -> str:
    return colour.convert("srgb").to_string(hex=True, fit=True, compress=False)
