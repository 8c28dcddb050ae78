"""A bullet is typed, so that the lines of a list run together.

What it does
    Reports the first line of a text that begins with a bullet as word processors make them (“•”, “▪”, “·”), and the
    first of two lines after each other that begin with the same dash, “o ”, “§ ” or letter with a bracket. Only the
    marks of Markdown make a list.

Why it matters
    The lines are published as one paragraph with bullets among the words. A screen reader does not say that there is a
    list, and nobody sees where an item ends.

Example
    “• Ask again.” on one line, “• Write it down.” on the next

Use instead
    “- Ask again.” and “- Write it down.”

Source
    WCAG 2.2, success criterion 1.3.1 Info and Relationships (https://www.w3.org/TR/WCAG22/#info-and-relationships);
    text that was copied from Word looks so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Part, Scope, Subject

CODE = "STR016"
NAME = "typed-bullet"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

# A dash or a letter may also begin a line within a sentence, but hardly two lines one after the other.
_typed = re.compile(
    r"^[ \t]*(?P<mark>(?P<sure>[•▪◦‣●○∙·\uf0b7])|[–—]|[o§](?=[ \t])|(?P<letter>[a-z])\))[ \t]*(?=\S)", re.MULTILINE
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding for each text with typed bullets."""
    for passage in subject.of(Part.BODY):
        first = _first(subject.work.text_at(passage.path))
        if first:
            message = f"“{first['mark']}” is typed here, and makes no list"
            hint = "Begin each item with `- ` on a line of its own, after an empty line."
            yield Finding(passage.path, message, hint, first.start("mark"), first.end("mark"))


def _first(text: str) -> re.Match[str] | None:
    marks = list(_typed.finditer(text))
    doubtful = (one for one, after in pairwise(marks) if _go_on(text, one, after))
    found = [*(one for one in marks if one["sure"]), *doubtful]
    return min(found, key=lambda one: one.start(), default=None)


def _go_on(text: str, one: re.Match[str], after: re.Match[str]) -> bool:
    """Whether the next line begins with the same mark, or with the next letter."""
    alike = after["mark"] == one["mark"] or (one["letter"] and after["letter"])
    return bool(alike) and text.count("\n", one.end(), after.start()) == 1
