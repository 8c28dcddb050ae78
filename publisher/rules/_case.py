"""Briefings about a case, and the parts of a briefing that tell of it."""

from __future__ import annotations

import re

from publisher.model import Briefing, Family, Work
from publisher.rules._rule import OWN_WORDS, Passage, Subject

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
"""A month by its English name, in full or in short, as a pattern."""
# What is public has a date and a place without leading to anybody.
_publication = re.compile(
    r"\b(?i:publi(?:sh|cation)\w*|(?:in|into) force|takes? effect|took effect|enacted|became law|launch(?:ed|es)?"
    r"|version|legislation|regulations|guidance|national (?:review|panel|report)|webinar|training|learning event)\b"
    r"|\b(?:Act|Regulations|Panel)\b"
)


def is_case(work: Work) -> bool:
    """Whether a work tells of one case."""
    return isinstance(work, Briefing) and work.family is Family.CASE


def telling(subject: Subject) -> tuple[Passage, ...]:
    """Return the passages that tell what happened."""
    return subject.of(*OWN_WORDS)


def section_of(passage: Passage) -> int | None:
    """Return the position of the section that a passage is part of, from 0."""
    index = passage.path[1] if len(passage.path) > 2 and passage.path[0] == "sections" else None
    return index if isinstance(index, int) else None


def is_about_publication(sentence: str) -> bool:
    """Whether a sentence tells when something was published or became law."""
    return _publication.search(sentence) is not None
