"""Text does not stand out enough from what is behind it.

What it does
    Reports words of the PDF and the Word file whose colour has too little contrast with the colour behind them, and
    the same of the colours that the web page's style sheets set for light and for dark screens. Text of 18 point, or
    of 14 point and bold, needs 3:1, any other 4.5:1. Text over a picture or a curved edge of a PDF is not judged, nor
    is what a style sheet of a partnership's own colours without the brand's colours.

Why it matters
    Many people see less contrast with age, and everybody does on a projector or in sunlight.

Example
    White on `#f39200` (2.35:1)

Use instead
    White on `#005a9c` (7.14:1), or no colours of one's own: those made from the brand are always legible.

Source
    WCAG 2.2, success criterion 1.4.3 Contrast (Minimum) (https://www.w3.org/TR/WCAG22/#contrast-minimum); Swindon's
    and Bury's accessibility statements list contrast (https://www.bury.gov.uk/index.aspx?articleid=11162).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from publisher.conformance._check import Output
from publisher.conformance._reading import Reading, Run, read
from publisher.conformance._styles import rules
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "ACC003"
NAME = "low-contrast"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"html", "pdf", "large-print", "docx"})
FORMS = frozenset(Form)

_MINIMUM, _MINIMUM_OF_LARGE = 4.5, 3.0
_LARGE, _LARGE_AND_BOLD = 18.0, 14.0
"""Points; WCAG 2.2 defines large-scale text so."""
_PAIRS = (
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink", "quiet"),
    ("accent-text", "paper"),
    ("accent-text", "tint"),
    ("accent-text", "quiet"),
    ("on-accent", "accent"),
)
"""The custom properties of a page's style sheets that stand on each other: text, and what is behind it."""


def check(output: Output) -> Iterator[Finding]:
    """Yield each pair of colours that has too little contrast."""
    reading = read(output)
    if output.format == "html":
        yield from _page(reading)
        return
    seen: set[tuple[str, str]] = set()
    for run in (run for block in reading.blocks for run in block.runs):
        pair = run.colour.lower(), run.ground.lower()
        if not run.text.strip() or not run.ground or pair in seen:
            continue
        if contrast(*pair) < _needed(run):
            seen.add(pair)
            words = " ".join(run.text.split())[:40]
            message = f"“{words}” is {pair[0]} on {pair[1]} in {output.noun}, a contrast of {contrast(*pair):.2f}:1"
            yield Finding((), message, f"It is {_needed(run):g}:1 or more; leave the colours to the brand's own.")


def _needed(run: Run) -> float:
    is_large = run.size >= (_LARGE_AND_BOLD if run.bold else _LARGE)
    return _MINIMUM_OF_LARGE if is_large else _MINIMUM


@lru_cache(maxsize=1024)
def contrast(text: str, ground: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2.2, from 1 to 21."""
    from coloraide import Color

    return float(Color(text).contrast(Color(ground)))


def _page(reading: Reading) -> Iterator[Finding]:
    """Yield the pairs of a page's own colours, in the light and in the dark, that have too little contrast."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for rule in rules(reading.styles):
        if rule.selector == ":root":
            colours = {name.removeprefix("--"): value for name, value in rule.declarations if name.startswith("--")}
            dark |= colours
            if "dark" not in rule.media:
                light |= colours
    for screen, colours in (("light", light), ("dark", dark)):
        for text, ground in _PAIRS:
            pair = colours.get(text, ""), colours.get(ground, "")
            if all(pair) and _readable(pair) < _MINIMUM:
                message = f"`{text}` on `{ground}` has a contrast of {_readable(pair):.2f}:1 on {screen} screens"
                yield Finding((), message, f"It is {_MINIMUM:g}:1 or more; leave the colours to the brand's own.")


def _readable(pair: tuple[str, str]) -> float:
    try:
        return contrast(*pair)
    except ValueError:
        # What is no colour is none for a browser either, which then takes the colour around it.
        return _MINIMUM
