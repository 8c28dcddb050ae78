"""Where the words that a finding points at stand in the file that the source was made of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import NamedTuple

from publisher.diagnostics import Diagnostic, Path
from publisher.importers import Manuscript
from publisher.source import Source

_word = re.compile(r"[^\W_]+")
_OF_THE_AUTHOR = frozenset({
    *("title", "subtitle", "summary", "introduction", "heading", "body", "notes", "aims", "points", "questions"),
    *("label", "credit", "unplaced"),
})  # fmt: skip
"""Keys whose values are words of the file; those of others the program chose."""
_SURROUNDINGS = 12
"""How many words on each side of a place are compared."""


class Stretch(NamedTuple):
    """Words of a paragraph, by its position in the manuscript and offsets into its text."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    paragraph: int = 0


class Places:
    """The words of a manuscript, to find those of its source among them.

    They are told apart by the words around them, as sections may have been put in another order.
    """

    def __init__(self, manuscript: Manuscript, source: Source) -> None:
        """Take the words of a manuscript and those of the source that was made of it."""
        self._source = source
        self._here = list(_words(source.text.text))
        self._there = [word for number, one in enumerate(manuscript.paragraphs) for word in _words(one.text, number)]
        self._positions_here, self._positions_there = _positions(self._here), _positions(self._there)

    def of(self, diagnostic: Diagnostic) -> Stretch | None:
        """Return the words of the file that a finding is about; None where it is about none of them."""
        first = self._first(diagnostic)
        if first is None:
            return None
        begin, count = first
        best = self._likest(begin, count)
        if best is None or not self._is_certain(begin, count, best):
            return None
        length = min(max(self._same(begin, best, 1, count), 1), count)
        words = [one for one in self._there[best : best + length] if one.paragraph == self._there[best].paragraph]
        return Stretch(words[0].paragraph, words[0].start, words[-1].end)

    def _first(self, diagnostic: Diagnostic) -> tuple[int, int] | None:
        """Return the position of the finding's first word in the source, and how many it points at."""
        place = self._source.values.get(diagnostic.path)
        if place is None or not place.value or _key_of(diagnostic.path) not in _OF_THE_AUTHOR:
            return None
        text, span = self._source.text, diagnostic.span
        start, end = text.index(span.line, span.column), text.index(span.end_line, span.end_column)
        if not place.start <= start <= place.end:
            return None
        first = bisect_right(self._here, start, key=lambda word: word.end)
        beyond = bisect_left(self._here, end, key=lambda word: word.start)
        if first < beyond:
            return first, beyond - first
        before = first - 1
        return (before, 1) if before >= 0 and self._here[before].start >= place.start else None

    def _likest(self, begin: int, count: int) -> int | None:
        """Return where the words of the file are most like those of the source.

        Of several places it is the one nearest in order: what is said a third time in the source stands at the third.
        """
        word, best, most = self._here[begin].text, None, (-1, -1)
        candidates = self._positions_there.get(word, [])
        for number in _outwards(len(candidates), bisect_left(self._positions_here[word], begin)):
            likeness = self._likeness(begin, count, candidates[number])
            if likeness > most:
                best, most = candidates[number], likeness
            if most == (count, 2 * _SURROUNDINGS):
                break
        return best

    def _likeness(self, begin: int, count: int, candidate: int) -> tuple[int, int]:
        """Return how many of the words themselves are the same, and how many around them."""
        own = min(self._same(begin, candidate, 1, count), count)
        after = self._same(begin + count, candidate + count, 1, _SURROUNDINGS) if own == count else 0
        return own, after + self._same(begin - 1, candidate - 1, -1, _SURROUNDINGS)

    def _is_certain(self, begin: int, count: int, candidate: int) -> bool:
        own, around = self._likeness(begin, count, candidate)
        return len(self._positions_there[self._here[begin].text]) == 1 or own > 3 or around > 0

    def _same(self, here: int, there: int, step: int, most: int) -> int:
        """Return how many words are the same from two positions on."""
        count = 0
        while count < most and _at(self._here, here) == _at(self._there, there) != "":
            count, here, there = count + 1, here + step, there + step
        return count


def _words(text: str, paragraph: int = 0) -> Iterator[_Word]:
    for match in _word.finditer(text):
        yield _Word(match.group().casefold(), match.start(), match.end(), paragraph)


def _positions(words: Sequence[_Word]) -> dict[str, list[int]]:
    """Return where each word stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(words):
        found[word.text].append(position)
    return found


def _outwards(count: int, middle: int) -> Iterator[int]:
    """Yield the numbers below ``count``, the nearest to the middle first."""
    before, after = range(min(middle, count) - 1, -1, -1), range(middle, count)
    return merge(before, after, key=lambda one: abs(one - middle))


def _at(words: Sequence[_Word], position: int) -> str:
    return words[position].text if 0 <= position < len(words) else ""


def _key_of(path: Path) -> str:
    """Return the last key of a path that is a name."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
