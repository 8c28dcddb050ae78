"""HTML is written in a text and printed as it stands.

What it does
    Reports an HTML tag such as ``<b>`` or ``<br>`` in a title, summary, section or question. It is shown to readers
    letter for letter, since sources are Markdown; only the first of a pair is reported.

Why it matters
    Readers see the signs of a program, and a screen reader says them. HTML mostly comes in with text that was copied
    from a website.

Example
    ``<b>Ask again</b>``

Use instead
    ``**Ask again**``

Source
    House rule: a body is CommonMark without HTML, so that every format has the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import OWN_WORDS, Part, Passage, Scope, Subject

CODE = "PLN009"
NAME = "html-as-text"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_PARTS = (*OWN_WORDS, Part.RESOURCE)
_tag = re.compile(
    r"<(?P<closing>/)?(?P<name>abbr|a|big|blockquote|br|b|center|code|del|div|em|font|h[1-6]|hr|img|ins|i|li|mark|ol|p|pre"
    r"|small|span|strike|strong|sub|sup|s|table|tbody|td|thead|th|tr|ul|u)(?:\s[\w-]{1,20}\s?=[^<>\n]{0,300})?\s?/?>",
    re.IGNORECASE,
)
_hints = {
    "a": "Write a link as `[words](https://…)`.",
    "b": "Write strong words as `**words**`.",
    "strong": "Write strong words as `**words**`.",
    "br": "Begin a new paragraph after an empty line, or make it a list.",
    "li": "Begin each item of a list with `- ` on a line of its own.",
}
_HINT = "Take it out; a text has paragraphs, lists, strong words and links, written in Markdown."


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each tag that opens, and each that closes what was not opened."""
    for passage in subject.of(*_PARTS):
        if "<" in passage.prose.text:
            yield from _tags(passage)


def _tags(passage: Passage) -> Iterator[Finding]:
    opened: set[str] = set()
    for match in _tag.finditer(passage.prose.text):
        name = match["name"].lower()
        if match["closing"] and name in opened:
            continue
        opened.add(name)
        message = f"`<{'/' if match['closing'] else ''}{name}>` is printed as it stands"
        yield passage.finding(match.start(), match.end(), message, _hints.get(name, _HINT))
