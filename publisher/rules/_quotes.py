"""Straight quotation marks and apostrophes in the words of a text, and the curly ones for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from publisher.diagnostics import Finding, Severity
from publisher.places import Place
from publisher.prose import with_curly_quotes
from publisher.rules._mentions import is_quoted
from publisher.rules._reading import is_replaceable
from publisher.rules._rule import Passage, Subject
from publisher.rules._terms import PARTS
from publisher.source import Source

_straight = re.compile(r"['\"]")
# Feet and inches, minutes and seconds have marks of their own.
_measure = re.compile(r"(?<=\d)' ?\d{1,2}\"|(?<=\d)['\"](?=\d)")
# An apostrophe at the start of a word looks like an opening mark: “rock 'n' roll”, “the '90s”, “'tis”.
_shortened = re.compile(r"(?<!\w)'(?:n'|(?=(?:\d\ds?|bout|cause|em|til|tis|twas)\b))", re.IGNORECASE)
_address = re.compile(r"(?<!\S)\S*(?:://|@|www\.)\S*|\{\{[^{}]*\}\}")
_LONGEST = 3000
"""Characters of a paragraph; a longer one is no prose."""
_SHOWN = 20


def straight_marks(subject: Subject, source: Source) -> Iterator[Finding]:
    """Yield each straight mark in what people read, with the curly one in its place where that is certain.

    ``source`` is where the texts were read from.
    """
    waived = [waiver.text for waiver in subject.work.waivers if _straight.search(waiver.text)]
    for passage in subject.of(*PARTS):
        text = passage.prose.text
        if not _straight.search(text):
            continue
        left = _left_alone(text, waived)
        curly = "\n\n".join(map(_curly, text.split("\n\n")))
        written = _Written(passage, subject.work.text_at(passage.path), source.place(passage.path))
        for match in _straight.finditer(text):
            if not left[match.start()]:
                yield _about(written, match.start(), curly[match.start()])


def _curly(paragraph: str) -> str:
    return with_curly_quotes(paragraph) if len(paragraph) <= _LONGEST else paragraph


def _left_alone(text: str, waived: list[str]) -> list[bool]:
    """Return, for each character, whether it belongs to an address, a measure or anything else that is left alone."""
    changes = [0] * (len(text) + 1)
    wanted = [re.compile(re.escape(words), re.IGNORECASE) for words in waived]
    for pattern in (_measure, _shortened, _address, *wanted):
        for match in pattern.finditer(text):
            changes[match.start()] += 1
            changes[match.end()] -= 1
    return [depth > 0 for depth in accumulate(changes)]


class _Written:
    """A passage as it stands in its file, where a quoted value has two signs for some marks."""

    def __init__(self, passage: Passage, value: str, place: Place) -> None:
        self.passage = passage
        self.value = value
        self.raw = place.text.text
        self.offsets = place.offsets() if place.style in {"'", '"'} else None

    def length(self, place: int) -> int:
        """Return how many characters from ``place`` on may be replaced together; 0 where a program should not."""
        start, _ = self.passage.prose.in_value(place, place + 1)
        mark = self.value[start : start + 1]
        if not is_replaceable(self.passage, place, place + 1) or mark != self.passage.prose.text[place]:
            return 0
        if self.offsets is None or self.raw[self.offsets[start] : self.offsets[start] + 2] not in {"''", '\\"'}:
            return 1
        # A span ends with the first sign of its last character, so that the next one has to stand in it as well.
        following = self.passage.prose.text[place + 1 : place + 2]
        plain = following.isprintable() and following not in {"", "'", '"', "\\"}
        together = plain and is_replaceable(self.passage, place, place + 2)
        return 2 if together and self.raw[self.offsets[start] + 2] == following else 0


def _about(written: _Written, place: int, curly: str) -> Finding:
    passage, text = written.passage, written.passage.prose.text
    before, after = text[max(0, place - _SHOWN) : place], text[place + 1 : place + _SHOWN]
    left = before.split()[-1] if before[-1:].strip() else ""
    right = after.split()[0] if after[:1].strip() else ""
    kind = "apostrophe" if _is_apostrophe(passage, place) else "quotation mark"
    message = f"“{left}{text[place]}{right}” has a straight {kind}"
    if curly == text[place]:
        first, last = passage.prose.in_value(place, place + 1)
        hint = "Write the curly one that is meant."
        return Finding(passage.path, message, hint, first, last, severity=Severity.INFO)
    end = place + written.length(place)
    replacement = f"{curly}{text[place + 1 : end]}" if end > place else None
    first, last = passage.prose.in_value(place, max(end, place + 1))
    return Finding(passage.path, message, f"Write `{curly}`.", first, last, replacement, severity=Severity.INFO)


def _is_apostrophe(passage: Passage, place: int) -> bool:
    """Whether a mark stands within a word, or behind one without being the end of a quotation: “the boys' room”."""
    text = passage.prose.text
    if text[place] != "'" or not text[max(0, place - 1) : place].isalnum():
        return False
    return text[place + 1 : place + 2].isalnum() or not is_quoted(passage.prose, place, place + 1)
