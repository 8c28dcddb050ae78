"""What an author states in a source, one module for each kind; see section 1 of ``docs/format.md``.

A key that a rule asks for has a default here, so that its absence is that rule's finding and the
rest of the source is still checked.
"""

from __future__ import annotations

from difflib import get_close_matches

from publisher.diagnostics import Diagnostic, Severity
from publisher.model._common import (
    Contact,
    Kind,
    Layout,
    LearningSource,
    Origin,
    Resource,
    Scope,
    Status,
    Waiver,
    Work,
)
from publisher.model.briefing import Briefing, Family, Section
from publisher.model.practice_points import Group, PracticePoints
from publisher.model.session import Session, Slide, SlideKind, Statistic
from publisher.schema import validate
from publisher.source import NAMES, Source

__all__ = [
    "KINDS",
    "Briefing",
    "Contact",
    "Family",
    "Group",
    "Kind",
    "Layout",
    "LearningSource",
    "Origin",
    "PracticePoints",
    "Resource",
    "Scope",
    "Section",
    "Session",
    "Slide",
    "SlideKind",
    "Statistic",
    "Status",
    "Waiver",
    "Work",
    "parse",
]

KINDS: dict[Kind, type[Work]] = {
    Kind.BRIEFING: Briefing,
    Kind.PRACTICE_POINTS: PracticePoints,
    Kind.SESSION: Session,
}


def parse(source: Source) -> tuple[Work | None, list[Diagnostic]]:
    """Return what a source states, by its ``kind``, and what is wrong with its keys and values.

    There is no work when the source could not be read at all, or is of no known kind.
    """
    if source.diagnostics and source.data is None:
        return None, list(source.diagnostics)
    written = source.data.get("kind") if isinstance(source.data, dict) else None
    if written is not None and written not in list(Kind):
        return None, [*source.diagnostics, _unknown_kind(source, str(written))]
    work, found = validate(KINDS[Kind(written or Kind.BRIEFING)], source, source.data)
    return work, [*source.diagnostics, *found]


def _unknown_kind(source: Source, written: str) -> Diagnostic:
    place = source.place(("kind",))
    known = ", ".join(f"`{kind}`" for kind in Kind)
    similar = get_close_matches(written, list(Kind), n=1)
    hint = f"Did you mean `{similar[0]}`?" if similar else f"It is one of {known}."
    message = f"`{written}` is not a kind of document"
    return Diagnostic("SRC005", NAMES["SRC005"], Severity.ERROR, message, source.name, place.span(), hint, ("kind",))
