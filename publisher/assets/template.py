"""Page templates: words and markup; what they make may not run or ask for another file.

This reads what is written. The sandbox that templates run in is what keeps them from the program, and
``branding.trial`` looks at the page that comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.assets._fault import Fault

_PLAIN = "A page has words, markup and styles; what it needs stands in the page itself."
_patterns = (
    (
        re.compile(r"<script\b(?![^>]*\btype\s*=\s*[\"']?application/ld\+json)", re.IGNORECASE),
        "the template has a script",
        _PLAIN,
    ),
    (re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE), "the template has something that runs", _PLAIN),
    (re.compile(r"\bjavascript:", re.IGNORECASE), "the template has something that runs", _PLAIN),
    (
        re.compile(r"<(?:iframe|frame|object|embed|base|form|applet)\b", re.IGNORECASE),
        "the template has an element that pages may not have",
        _PLAIN,
    ),
    (
        re.compile(r"<link\b[^>]*\bhref\s*=\s*[\"']?\s*(?:[a-z]+:)?//", re.IGNORECASE),
        "the template asks for another file",
        _PLAIN,
    ),
    (
        re.compile(r"\b(?:src|srcset|poster|background)\s*=\s*[\"']?\s*(?:[a-z]+:)?//", re.IGNORECASE),
        "the template asks for another file",
        _PLAIN,
    ),
    (
        re.compile(r"@import\b|\burl\(\s*[\"']?\s*(?:[a-z]+:)?//", re.IGNORECASE),
        "the template asks for another file",
        _PLAIN,
    ),
    (
        re.compile(r"__\w+__"),
        "the template reaches into the program",
        "It may use only what templates/base/briefing.html.j2 uses, such as `document.title`.",
    ),
)


def faults(name: str, data: bytes) -> Iterator[Fault]:
    """Yield each place of a template that may not be there."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Fault(name, "the template is not text in UTF-8", "Save it as UTF-8.", line)
        return
    for pattern, message, hint in _patterns:
        for match in pattern.finditer(text):
            words = " ".join(match.group().split())[-40:]
            yield Fault(name, f"{message}, `{words}`", hint, text.count("\n", 0, match.start()) + 1)
