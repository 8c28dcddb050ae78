"""Sentences that tell of the past, in which a former name or edition is right."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.remembered import remembered
from publisher.rules._reading import sentence_around

_time = (
    r"(?:(?:early|late|mid|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)[\s-]{1,2})?"
)
# As in: in 2018, from early 2018, between 2012 and 2017, (Haringey, 2009), (2018-19).
_dated = re.compile(
    rf"\b(?:in|since|until|from|between|during|by|before|after|and|to)\s{{1,2}}{_time}((?:19|20)\d\d)\b"
    r"|\((?:[^()\d]{1,40}\s)?((?:19|20)\d\d)(?:[-–/]\d\d(?:\d\d)?)?\)",
    re.IGNORECASE,
)
_former = re.compile(
    r"\b(?:at (?:the|that) time|no longer|used to|then (?:called|known|named)|historic(?:al|ally)?|predecessors?"
    r"|replac(?:e|es|ed|ing)|supersed(?:e|es|ed|ing)|abolish(?:ed|es)|renamed|formerly|previously)\b",
    re.IGNORECASE,
)
_just_before = re.compile(
    r"\b(?:(?:earlier|former|old|older|past|previous)\s(?:\w+\s)?|(?:since|after|before|until)\s(?:the\s)?)$",
    re.IGNORECASE,
)
_past_before = re.compile(r"\b(?:was|were|had|did)\b[^,;:]{0,80}$")
_past_after = re.compile(
    r"[\s,)]{1,3}(?:(?:about|by|for|in|into|of|on)\s(?:[\w’'-]{1,20}\s){1,4})?"
    r"(?:(?:also|already|first|then|who|which|that|[a-z]{2,12}ly)\s){0,2}"
    r"(?:was|were|had|did|said|made|gave|set|came|brought|began|took|found|told|left|led|became|wrote|held|agreed"
    r"|[a-z]{2,14}[a-df-z]ed)\b"
)
_present = re.compile(r"\b(?:is|are|must|should|will|needs?|has to|have to|says?)\b", re.IGNORECASE)
# Research on cases of its time, whenever it came out: “(Brandon et al., 2020)”, “(Sample and Example, 2021)”.
_study = re.compile(r"\(?\b[A-Z][\w’'-]{1,30}(?: et al\.?|,? (?:and|&) [A-Z][\w’'-]{1,30}),? \(?(?:19|20)\d\d[a-z]?\)")
_PAST_REACH = 100


def names_a_study(text: str, start: int) -> bool:
    """Whether the sentence around the character at ``start`` names a study by its authors and year."""
    return any(True for _ in _signs(text).study.within(*sentence_around(text, start)))


def is_history(text: str, start: int, end: int, last_year: int) -> bool:
    """Whether the sentence tells of a time up to ``last_year``, when the words between the offsets were right."""
    first, last = sentence_around(text, start)
    signs, around = _signs(text), ((min(first, start), start), (end, max(end, last)))
    before, after = text[slice(*around[0])], text[slice(*around[1])]
    return (
        any(year <= last_year for part in around for year in signs.dated.within(*part))
        or any(True for part in around for _ in signs.former.within(*part))
        or _just_before.search(before[-30:]) is not None
        or _past_after.match(after) is not None
        or (
            _past_before.search(before[-_PAST_REACH:]) is not None
            and not any(True for part in around for _ in signs.present.within(*part))
        )
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where words of one sort stand in a text, in order, each with a number: a year, where it is one."""

    spans: list[tuple[int, int]]
    numbers: list[int]

    @classmethod
    def of(cls, pattern: re.Pattern[str], text: str) -> _Places:
        matches = list(pattern.finditer(text))
        years = [int(next(filter(None, match.groups()), "0")) for match in matches]
        return cls([match.span() for match in matches], years)

    def within(self, start: int, end: int) -> Iterator[int]:
        """Yield the numbers of those that stand between two places."""
        for index in range(bisect_left(self.spans, (start, start)), len(self.spans)):
            if self.spans[index][0] >= end:
                break
            if self.spans[index][1] <= end:
                yield self.numbers[index]


@dataclass(frozen=True, slots=True)
class _Signs:
    """Where a text tells of the past or of today; sought once, as one sentence may have many names."""

    dated: _Places
    former: _Places
    present: _Places
    study: _Places


@remembered
def _signs(text: str) -> _Signs:
    return _Signs(*(_Places.of(pattern, text) for pattern in (_dated, _former, _present, _study)))
