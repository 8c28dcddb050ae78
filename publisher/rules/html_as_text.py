"""HTML is written in a text and printed as it stands.

What it does
    Reports an HTML tag such as ``<b>``, ``<br/>`` or ``<script>`` in any text. It is shown to readers letter for
    letter, since sources are Markdown; only the first of a pair is reported. A comment, ``<!-- … -->``, is an error.
    Addresses in pointed brackets and signs such as “<” between words are left alone.

Why it matters
    Readers see the signs of a program, and a screen reader says them. HTML mostly comes in with text that was copied
    from a website. What editors write to each other in a comment would be published.

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
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Passage, Scope, Subject
from publisher.rules._to_come import stand_ins

CODE = "PLN009"
NAME = "html-as-text"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_tag = re.compile(
    r"<(?P<closing>/)?(?P<name>[a-z][\w:-]{0,30})(?:\s[\w:-]{1,30}\s?=[^<>\n]{0,300})?\s?/?>"
    r"|(?P<comment><!--.*?(?:-->|\Z))",
    re.IGNORECASE | re.DOTALL,
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
    """Yield each comment, each tag that opens, and each that closes what was not opened."""
    for passage in subject.passages:
        if "<" in passage.prose.text:
            yield from _tags(passage)


def _tags(passage: Passage) -> Iterator[Finding]:
    opened: set[str] = set()
    waiting = stand_ins(passage.prose.text)
    for match in _tag.finditer(passage.prose.text):
        if match["comment"]:
            yield _comment(passage, match)
            continue
        name = match["name"].lower()
        # What only keeps a place, as “<partnership name>” does, has a rule of its own.
        if (match["closing"] and name in opened) or any(first <= match.start() < last for first, last in waiting):
            continue
        opened.add(name)
        message = f"`<{'/' if match['closing'] else ''}{name}>` is printed as it stands"
        yield passage.finding(match.start(), match.end(), message, _hints.get(name, _HINT))


def _comment(passage: Passage, match: re.Match[str]) -> Finding:
    hint = "Take it out, and ask colleagues elsewhere, such as in the comments of a Word file."
    found = passage.finding(*match.span(), "this comment is printed as it stands", hint)
    return replace(found, severity=Severity.ERROR)
