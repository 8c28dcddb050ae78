"""Editions to documents: what is said, in which order. One module for each kind of document."""

from __future__ import annotations

from collections.abc import Iterable

from publisher.compose import briefing, companions, practice_points, session
from publisher.document import Document
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Briefing, PracticePoints, Session

__all__ = ["compose"]


def compose(edition: Edition, house: House, chosen: Iterable[str] = ()) -> tuple[Document, ...]:
    """Return the documents of an edition that has no errors, the main one first.

    ``chosen`` are the names of companions, which only a briefing has.
    """
    match edition.work:
        case Briefing() as work:
            return (briefing.compose(edition, work, house), *companions.compose(edition, work, house, chosen))
        case PracticePoints() as work:
            return (practice_points.compose(edition, work, house),)
        case Session() as work:
            return session.compose(edition, work, house)
    raise TypeError(f"{edition.work.kind} is a kind without documents")
