"""The brand's own colours where pages have to change them, and pairs that few can read: the code of finished files.

Pages never use a colour that fails; they take the nearest one that passes. So what is told here is advice, unless a
pair is hard to read in greyscale or for people who see colours differently.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from publisher.branding._brand_check import Folder
from publisher.conformance.low_contrast import CODE, NAME, contrast
from publisher.diagnostics import Finding, Severity
from publisher.renderers.palette import Palette, dark_palette, palette

if TYPE_CHECKING:
    from coloraide import Color

__all__ = ["CODE", "NAME", "PAIRS", "SEVERITY", "check"]

SEVERITY = Severity.INFO

PAIRS = (
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink", "quiet"),
    ("accent_text", "paper"),
    ("accent_text", "tint"),
    ("accent_text", "quiet"),
    ("on_accent", "accent"),
)
"""Text and what is behind it, in every layout: the names of the palette's colours."""
_MINIMUM = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA."""
_HARDLY = 3.0
"""The least contrast that WCAG allows any text, which is large text."""
_SEEN = {
    "grayscale": "printed in grey",
    "protan": "seen without red (protanopia)",
    "deutan": "seen without green (deuteranopia)",
    "tritan": "seen without blue (tritanopia)",
}
"""What coloraide's filters stand for."""
_STEPS = 40


def check(folder: Folder) -> Iterator[Finding]:
    """Yield each of the brand's colours that pages replace, with the nearest one that passes."""
    if folder.look is None:
        return
    light, dark = palette(folder.look), dark_palette(folder.look)
    colors = {role: _hex(colour) for role, colour in folder.look.colors.items()}
    yield from _primary(colors.get("primary", "#000000"), light)
    yield from _other_roles(colors, light)
    for screen, colours in (("light", light), ("dark", dark)):
        yield from _seen_differently(screen, colours)


def _primary(primary: str, used: Palette) -> Iterator[Finding]:
    place = ("color", "primary")
    grounds = (used.paper, used.tint, used.quiet)
    worst = min(grounds, key=lambda ground: contrast(primary, ground))
    if used.accent != primary:
        message = f"neither white nor dark text on `{primary}` has a contrast of {_MINIMUM}:1"
        yield Finding(place, message, f"Bands are printed in the nearest colour that passes, `{used.accent}`.")
    elif used.on_accent != "#ffffff":
        message = f"white on `{primary}` has a contrast of {contrast('#ffffff', primary):.2f}:1"
        yield Finding(place, message, f"Text on bands is printed in `{used.on_accent}`, which passes.")
    if used.accent_text != primary:
        message = f"text in `{primary}` on `{worst}` has a contrast of {contrast(primary, worst):.2f}:1"
        yield Finding(place, message, f"Text is printed in the nearest colour that passes, `{used.accent_text}`.")


def _other_roles(colors: dict[str, str], used: Palette) -> Iterator[Finding]:
    ink, paper, tint = (colors.get(role, "") for role in ("foreground", "background", "secondary"))
    if ink and used.ink != ink:
        message = f"text in `{ink}` has a contrast of {contrast(ink, used.tint):.2f}:1 on the tint"
        hint = f"Text is printed in the nearest colour that passes, `{used.ink}`."
        yield Finding(("color", "foreground"), message, hint)
    if paper and used.paper != paper:
        message = f"`{paper}` is too dark for a page that is printed"
        yield Finding(("color", "background"), message, f"Pages are printed on `{used.paper}`.")
    if tint and used.tint != tint:
        message = f"`{tint}` is too dark to stand behind text"
        yield Finding(("color", "secondary"), message, f"The tint is made from the primary colour, `{used.tint}`.")


def _seen_differently(screen: str, colours: Palette) -> Iterator[Finding]:
    for text, ground in PAIRS:
        pair = getattr(colours, text), getattr(colours, ground)
        for name, seen in _SEEN.items():
            found = _filtered_contrast(*pair, name)
            if found < _HARDLY:
                message = f"`{pair[0]}` on `{pair[1]}`, on {screen} pages, has a contrast of {found:.2f}:1 {seen}"
                hint = f"The nearest primary colour that can be read so is `{_nearest(*pair, name)}`."
                yield Finding(("color", "primary"), message, hint, severity=Severity.WARNING)


def _filtered_contrast(text: str, ground: str, name: str) -> float:
    return float(_seen(text, name).contrast(_seen(ground, name), method="wcag21"))


def _seen(colour: str, name: str) -> Color:
    from coloraide import Color

    return Color(colour).filter(name).convert("srgb").fit()


def _nearest(text: str, ground: str, name: str) -> str:
    """Return the ground that is nearest in lightness and can be read under the text, or the ground itself."""
    from coloraide import Color

    start = Color(ground).convert("oklch")
    for step in range(1, _STEPS):
        for direction in (1, -1):
            moved = start.clone().set("lightness", float(start["lightness"]) + direction * step / _STEPS)
            candidate = _hex(moved.to_string())
            if _filtered_contrast(text, candidate, name) >= _MINIMUM <= contrast(text, candidate):
                return candidate
    return ground


def _hex(colour: str) -> str:
    from coloraide import Color

    return Color(colour).set("alpha", 1).convert("srgb").to_string(hex=True, fit=True, compress=False)
