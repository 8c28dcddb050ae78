"""The web page does not reflow on a small screen or when it is enlarged.

What it does
    Reports a page without a viewport for small screens, one that forbids enlarging, and a width, a least width or a
    grid column of its style sheets that is fixed at more than 320 CSS pixels. What holds only on paper, or only on
    screens that are wide enough for it, is left alone.

Why it matters
    On a telephone, and at 400 % on a computer, readers would have to move the page sideways for every line.

Example
    ``.sections { width: 960px }``

Use instead
    ``.sections { max-width: 44rem }``

Source
    WCAG 2.2, success criteria 1.4.10 Reflow and 1.4.4 Resize Text (https://www.w3.org/TR/WCAG22/#reflow); Swindon's
    accessibility statement lists text that is cut off when enlarged
    (https://safeguardingpartnership.swindon.gov.uk/info/1/swindon_safeguarding_partnership/119/accessibility_statement).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.conformance._check import Output
from publisher.conformance._reading import read
from publisher.conformance._styles import Rule, rules
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "ACC010"
NAME = "fixed-width-page"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"html"})
FORMS = frozenset(Form)

_NARROW = 320.0
"""CSS pixels: 1280 at 400 %, of success criterion 1.4.10."""
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "rem": 16.0, "em": 16.0}
_length = re.compile(r"(\d*\.?\d+)(px|pt|pc|in|cm|mm|rem|em)\b")
_WIDTHS = frozenset({"width", "min-width", "inline-size", "min-inline-size", "flex-basis", "grid-template-columns"})
# min() and max-content let a column shrink; in minmax() the first value is the least.
_shrinking = re.compile(r"\b(?:min|clamp|fit-content|calc)\((?:[^()]|\([^()]*\))*\)|(?<=,)[^,()]*(?=\))")
_least_width = re.compile(r"(?:min-width:|width\s*>=?)\s*(\d*\.?\d+)(px|rem|em)")


def check(output: Output) -> Iterator[Finding]:
    """Yield what keeps the page from reflowing."""
    reading = read(output)
    viewport = reading.viewport.replace(" ", "").lower()
    if "width=device-width" not in viewport:
        yield Finding((), "the web page has no viewport for small screens", "Keep the template's `viewport`.")
    if re.search(r"user-scalable=(?:no|0)|maximum-scale=[01](?:\.\d+)?(?:,|$)", viewport):
        yield Finding((), "the web page forbids readers to enlarge it", "Keep the template's `viewport`.")
    for rule in rules(reading.styles):
        for name, value in rule.declarations:
            if name in _WIDTHS and (width := _fixed(value)) > max(_NARROW, _screen(rule)):
                message = f"`{rule.selector}` is {width:g} pixels wide on the web page, whatever the screen"
                yield Finding((), message, "Write `max-width` instead.")


def _fixed(value: str) -> float:
    """Return the widest fixed width in a value in CSS pixels, or 0."""
    return max((float(size) * _PIXELS[unit] for size, unit in _length.findall(_shrinking.sub("", value))), default=0.0)


def _screen(rule: Rule) -> float:
    """Return the least width of the screens that a rule is for, in CSS pixels; paper has no end here."""
    if "print" in rule.media:
        return float("inf")
    return max((float(size) * _PIXELS[unit] for size, unit in _least_width.findall(rule.media)), default=0.0)
