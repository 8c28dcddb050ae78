"""Where sections begin: numbers, headings, strong lines, short lines, whichever the author used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from publisher.importers._manuscript import Form, Paragraph
from publisher.importers.recognition._dates import date_lines
from publisher.importers.recognition._headings import Block, special
from publisher.importers.recognition._lines import (
    count,
    is_headinglike,
    is_short_line,
    is_strong,
    without_beginning,
    without_series,
)

USUAL = 7
"""Sections of a briefing."""
_FEWEST = 3
"""Fewer marks of one look may be chance."""
_HIGHEST_NUMBER = 15
_LONG_TEXT = 10
"""Words after a short line that make the line look like a heading."""

_number = re.compile(
    r"[\s(#]*(?:(?P<word>step|section|minute|point|part|box|no\.?|number|question|q|theme|(?:key|learning) point)\s*)?"
    r"(?P<number>\d{1,2})(?:\s*(?:/|of)\s*\d{1,2}(?!\d))?(?P<sign>\s*[.):\]]+|\s*[-–—|]|(?=\s|$))(?!\d)\s*[-–—:|]?\s*",
    re.IGNORECASE,
)
_lead = re.compile(r"(?P<heading>[^:]{3,80}):\s+(?P<text>\S)")


class Look(StrEnum):
    """What a section was recognised by; the words follow its confidence."""

    NUMBERED = "a number and a heading"
    APART = "a number, and a heading below it"
    RUN_IN = "a number and the words before the text"
    BARE = "a number without a heading"
    HEADING = "a heading of the file"
    STRONG = "strong words on a line of their own"
    SHORT = "a short line before a longer text"


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of a section."""

    index: int
    """The paragraph that it begins with."""
    used: int
    """How many paragraphs are mark and heading and nothing else."""
    look: Look
    heading: Paragraph | None
    rest: Paragraph | None = None
    """What follows the mark in the same paragraph."""
    number: int | None = None
    written: str = ""
    """The number as the author wrote it."""
    weight: int = 0

    @property
    def end(self) -> int:
        """The first paragraph after the mark."""
        return self.index + max(self.used, 1)


def find(paragraphs: Sequence[Paragraph]) -> tuple[Mark, ...]:
    """Return the beginnings of the sections in the order of the file; none where nothing looks like sections."""
    numbered = _numbered(paragraphs)
    choices = [numbered, *_styled(paragraphs), _strong(paragraphs), _short(paragraphs)]
    seven = next((marks for marks in choices if len(marks) == USUAL), None)
    enough = next((marks for marks in choices if len(marks) >= _FEWEST), ())
    return seven or enough


def _numbered(paragraphs: Sequence[Paragraph]) -> tuple[Mark, ...]:
    candidates = [mark for index in range(len(paragraphs)) if (mark := _candidate(paragraphs, index))]
    listed = _in_lists(candidates, len(paragraphs))
    best = _one_of_each([mark for mark in candidates if mark.index not in listed])
    return best if len(best) >= _FEWEST else _one_of_each(candidates)


def _in_lists(candidates: Sequence[Mark], end: int) -> set[int]:
    """Return the places of numbers that follow each other without text between them: items of a list.

    Where a list inside a section runs into the number of the next section, that number is none of its items: the
    items begin again at 1, and it goes on with the sections.
    """
    listed: set[int] = set()
    seen: set[int] = set()
    for run in _runs(candidates):
        items = run if len(run) > 2 or (len(run) == 2 and run[0].number == 1 and run[0].weight < 2) else []
        numbers = [mark.number or 0 for mark in items]
        if items and numbers[-1] not in seen and seen.issuperset(numbers[:-1]) and items[-1].end < end:
            items = items[:-1]
        listed |= {mark.index for mark in items}
        seen |= {mark.number or 0 for mark in run if mark not in items}
    return listed


def _runs(candidates: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield numbers in groups whose members follow each other directly and count on."""
    run: list[Mark] = []
    for mark in candidates:
        if run and not (mark.index == run[-1].end and mark.number == (run[-1].number or 0) + 1 and mark.used < 2):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _one_of_each(candidates: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return one mark for each number from 1 on, the one that looks most like a heading."""
    best: dict[int, Mark] = {}
    for mark in candidates:
        known = best.get(mark.number or 0)
        if known is None or mark.weight > known.weight:
            best[mark.number or 0] = mark
    if 1 not in best:
        return ()
    highest = max(number for number in best if number <= len(best) + 1)
    return tuple(sorted((best[number] for number in best if number <= highest), key=lambda mark: mark.index))


def _candidate(paragraphs: Sequence[Paragraph], index: int) -> Mark | None:
    paragraph = paragraphs[index]
    match = _number_of(paragraph)
    if match is None:
        return None
    number = int(match["number"])
    mark = Mark(index, 1, Look.BARE, None, number=number, written=match.group().strip())
    rest = without_beginning(paragraph, 0 if paragraph.number else match.end())
    rest = replace(rest, form=Form.PLAIN) if rest.form is Form.ITEM else rest
    if not rest.text.strip():
        return _apart(mark, paragraphs)
    if is_headinglike(rest.text) and not _run_in(rest):
        weight = 1 + 2 * (paragraph.form is Form.HEADING) + 2 * is_strong(rest) + bool(match["word"])
        return replace(mark, look=Look.NUMBERED, heading=rest, weight=weight + _has_text(paragraphs, index + 1))
    return _with_text(mark, rest)


def _number_of(paragraph: Paragraph) -> re.Match[str] | None:
    """Return the number that a paragraph begins with, where it can be that of a section."""
    if paragraph.level > 0 and paragraph.form is Form.ITEM:
        return None
    match = _number.fullmatch(paragraph.number) if paragraph.number else _number.match(paragraph.text)
    if match is None or not 1 <= int(match["number"]) <= _HIGHEST_NUMBER:
        return None
    if paragraph.number or match["word"] or match["sign"]:
        return match
    rest = paragraph.text[match.end() :].strip()
    series = without_series(paragraph.text)[1] or without_series(f"x {paragraph.text}")[1]
    is_other = series or date_lines(paragraph.text)
    may_stand = not rest or (is_headinglike(rest) and rest[0].isupper())
    return match if may_stand and not is_other else None


def _apart(mark: Mark, paragraphs: Sequence[Paragraph]) -> Mark:
    """Return a number that stands alone with the heading below it, where there is one."""
    following = paragraphs[mark.index + 1] if mark.index + 1 < len(paragraphs) else None
    if following is None or _number_of(following) or following.form is Form.ITEM or not is_headinglike(following.text):
        return replace(mark, weight=1)
    return replace(mark, used=2, look=Look.APART, heading=replace(following, number=""), weight=3)


def _run_in(rest: Paragraph) -> int:
    """Return how many characters of a paragraph are a heading that its text follows on the same line, or 0."""
    lead = 0
    for run in rest.runs:
        if not run.strong and run.text.strip():
            break
        lead += len(run.text)
    between = not rest.text[max(0, lead - 1) : lead + 1].isalnum()
    if 0 < lead < len(rest.text) and between and is_headinglike(rest.text[:lead].strip(" .:")):
        return lead
    match = _lead.match(rest.text)
    # A small letter goes on with the sentence.
    apart = match is not None and not match["text"].islower() and is_headinglike(match["heading"])
    if match and apart and count(rest.text[match.end("heading") :]) >= _LONG_TEXT:
        return match.end("heading") + 1
    return 0


def _with_text(mark: Mark, rest: Paragraph) -> Mark:
    lead = _run_in(rest)
    if not lead:
        return replace(mark, used=0, rest=rest)
    heading = _first(rest, lead)
    return replace(mark, used=0, look=Look.RUN_IN, heading=heading, rest=without_beginning(rest, lead), weight=2)


def _first(paragraph: Paragraph, length: int) -> Paragraph:
    runs = []
    for run in paragraph.runs:
        if length > 0:
            runs.append(replace(run, text=run.text[:length]))
        length -= len(run.text)
    return replace(paragraph, runs=tuple(runs))


def _has_text(paragraphs: Sequence[Paragraph], index: int) -> bool:
    return index < len(paragraphs) and _number_of(paragraphs[index]) is None


def _styled(paragraphs: Sequence[Paragraph]) -> list[tuple[Mark, ...]]:
    """Return the headings of each level, those first of whose level there are about seven."""
    found = [(one.level, index) for index, one in enumerate(paragraphs) if one.form is Form.HEADING]
    levels = Counter(level for level, _ in found)
    order = sorted(levels, key=lambda level: (abs(levels[level] - USUAL), level))
    return [_plain_marks(paragraphs, [index for one, index in found if one == level], Look.HEADING) for level in order]


def _strong(paragraphs: Sequence[Paragraph]) -> tuple[Mark, ...]:
    return _plain_marks(
        paragraphs,
        [
            index
            for index, one in enumerate(paragraphs)
            if one.form in {Form.PLAIN, Form.HEADING} and is_strong(one) and is_headinglike(one.text)
        ],
        Look.STRONG,
    )


def _short(paragraphs: Sequence[Paragraph]) -> tuple[Mark, ...]:
    return _plain_marks(
        paragraphs,
        [
            index
            for index, one in enumerate(paragraphs[:-1])
            if one.form in {Form.PLAIN, Form.HEADING}
            and is_short_line(one.text)
            and not date_lines(one.text)
            and _heads(one, paragraphs[index + 1])
        ],
        Look.SHORT,
    )


def _heads(line: Paragraph, following: Paragraph) -> bool:
    """Whether a short line can head what follows; before a list, a colon makes it the list's beginning."""
    if following.form is Form.ITEM:
        return not line.text.strip().endswith(":")
    return count(following.text) >= _LONG_TEXT


def _plain_marks(paragraphs: Sequence[Paragraph], places: Sequence[int], look: Look) -> tuple[Mark, ...]:
    """Return the marks at some places, without the title and without what heads another block than a section."""
    marks = [Mark(index, 1, look, paragraphs[index]) for index in places]
    if marks and _is_title(marks, paragraphs):
        marks = marks[1:]
    announcing = {mark.index: found.block for mark in marks if (found := special(paragraphs[mark.index].text))}
    marks = [mark for mark in marks if announcing.get(mark.index) is not Block.DETAILS]
    # Some briefings end with a section that is called “Resources”; then it is one of the seven.
    if len(marks) == USUAL:
        return tuple(marks)
    return tuple(mark for mark in marks if mark.index not in announcing)


def _is_title(marks: Sequence[Mark], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first of the marks is rather the title: nothing stands under it, or it is one too many."""
    first = marks[0]
    if any(one.form is Form.TITLE for one in paragraphs[: first.index]):
        return False
    at_the_top = not any(count(one.text) >= _LONG_TEXT for one in paragraphs[: first.index])
    empty = len(marks) > 1 and marks[1].index == first.end
    named = bool(without_series(paragraphs[first.index].text)[1])
    return at_the_top and (empty or named or len(marks) == USUAL + 1)
