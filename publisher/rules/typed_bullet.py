"""A bullet is typed, so that the lines of a list run together.

What it does
    Reports the first line of a text that begins with a bullet as word processors make them (“•”, “▪”, “·”), and the
    first of two lines after each other that begin with the same sign (“–Ask”, “➢ Ask”, “✓ Ask”, “o Ask”) or with
    numbers or letters that follow each other (“1.Ask”, “(a) Ask”, “ii) Ask”), where Markdown makes no list of them.
    A question for the team that begins with a bullet, a number or a letter (“1. Who”, “b) Who”, “Q3: Who”) is
    reported as well, as its number is printed.
    Lines that begin with a quotation mark, a bracket, a sum of money or a name are left alone.

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
from publisher.rules._marks import is_printed
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "STR016"
NAME = "typed-bullet"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

# Any other sign, number or letter may also begin a line within a sentence, but hardly two lines after each other.
_typed = re.compile(
    r"^[ \t]*(?P<mark>(?P<sure>[•▪◦‣●○∙·\uf0b7])|(?P<sign>[^\w\s\"'“”‘’«»()\[\]{}<>|#&@£$€\\/.…!?]|o(?=[ \t]))"
    r"|(?P<opening>\(?)(?P<number>\d{1,2}|[a-z]|[ivx]{2,4})(?:(?P<bracket>\))|\.(?=\s|(?<=\d\.)[^\W\d])))"
    r"[ \t]*(?![\d\s])",
    re.MULTILINE | re.IGNORECASE,
)
# One question is one item, so that its mark stands beside the number that is printed.
_before_question = re.compile(
    r"\s*(?P<mark>[•▪◦‣●○∙·\uf0b7–—*-](?=\s)|\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)\)"
    r"|(?:[Qq](?:uestion )?)?\d{1,2}[.:]|[a-h]\.|Q[.:])"
    r"\s*(?=[^\W\d_a-z]|[“\"‘'(])"
)
_roman = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding for each text with typed bullets."""
    for passage in subject.of(Part.BODY):
        first = _first(subject.work.text_at(passage.path), passage)
        if first:
            message = f"“{first['mark']}” is typed here, and makes no list"
            hint = "Begin each item with `- ` on a line of its own, after an empty line."
            yield Finding(passage.path, message, hint, first.start("mark"), first.end("mark"))
    for passage in subject.of(Part.QUESTION):
        mark = _before_question.match(subject.work.text_at(passage.path))
        if mark:
            message = f"“{mark['mark']}” is typed here, beside the number that is printed"
            hint = "Leave it out; questions are numbered by their order."
            yield Finding(passage.path, message, hint, mark.start("mark"), mark.end(), replacement="")


def _first(text: str, passage: Passage) -> re.Match[str] | None:
    """Return the first mark that Markdown makes nothing of, so that it is printed."""
    marks = [one for one in _typed.finditer(text) if is_printed(passage.prose, one.start("mark"))]
    doubtful = (one for one, after in pairwise(marks) if _go_on(text, one, after))
    found = [*(one for one in marks if one["sure"]), *doubtful]
    return min(found, key=lambda one: one.start(), default=None)


def _go_on(text: str, one: re.Match[str], after: re.Match[str]) -> bool:
    """Whether the next line begins with the same sign, or with the next number or letter in the same marks."""
    if text.count("\n", one.end(), after.start()) != 1:
        return False
    if one["sign"] or after["sign"]:
        return one["sign"] == after["sign"]
    alike = one["opening"] == after["opening"] and one["bracket"] == after["bracket"]
    return alike and any((kind, value + 1) in _values(after["number"]) for kind, value in _values(one["number"]))


def _values(number: str | None) -> set[tuple[str, int]]:
    """Return what a number may stand for: “i” is a letter and a Roman number."""
    if not number:
        return set()
    if number.isdigit():
        return {("number", int(number))}
    as_letter = {("letter", ord(number))} if len(number) == 1 else set()
    as_roman = {("roman", _roman.index(number.lower()))} if number.lower() in _roman else set()
    return as_letter | as_roman
