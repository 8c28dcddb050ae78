"""Briefings about a case, and the parts of a briefing that tell of it."""

from __future__ import annotations

import re
from bisect import bisect_right

from publisher.model import Briefing, Family, Work
from publisher.readability import sentences
from publisher.rules._rule import OWN_WORDS, Passage, Subject

_NEAR = 300
"""Characters; no sensible sentence is much longer than this."""

# What is public has a date and a place without leading to anybody.
_publication = re.compile(
    r"\b(?i:publi(?:sh|cation)\w*|(?:in|into) force|takes? effect|took effect|enacted|became law|launch(?:ed|es)?"
    r"|version|legislation|regulations|guidance|national (?:review|panel|report)|webinar|training|learning event)\b"
    r"|\b(?:Act|Regulations|Panel)\b"
)


def is_case(work: Work) -> bool:
    """Whether a work tells of one case."""
    return isinstance(work, Briefing) and work.family is Family.CASE


def telling(subject: Subject) -> list[Passage]:
    """Return the passages that tell what happened."""
    return subject.of(*OWN_WORDS)


def section_of(passage: Passage) -> int | None:
    """Return the position of the section that a passage is part of, from 0."""
    index = passage.path[1] if len(passage.path) > 2 and passage.path[0] == "sections" else None
    return index if isinstance(index, int) else None


def sentence_at(text: str, position: int) -> str:
    """Return the sentence in which a character stands, or ""; of a very long one, what is near."""
    return text[slice(*span_at(text, position))]


def span_at(text: str, position: int) -> tuple[int, int]:
    """Return the start and end of what ``sentence_at`` returns."""
    several = sentences(text)
    index = bisect_right(several, position, key=lambda one: one.start) - 1
    if index < 0:
        return 0, 0
    return max(several[index].start, position - _NEAR), min(several[index].end, position + _NEAR)


def publications(text: str) -> list[int]:
    """Return where words stand that tell of something published or made law, in order."""
    return [found.start() for found in _publication.finditer(text)]


def is_about_publication(sentence: str) -> bool:
    """Whether a sentence tells when something was published or became law."""
    return _publication.search(sentence) is not None
