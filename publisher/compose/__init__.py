"""Editions to documents: what is said, in which order. One module for each kind of document."""

from __future__ import annotations

from collections.abc import Callable

from publisher.compose import briefing
from publisher.document import Document
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Kind

__all__ = ["compose"]

_KINDS: dict[Kind, Callable[[Edition, House], Document]] = {
    Kind.BRIEFING: briefing.compose,
}


def compose(edition: Edition, house: House) -> Document:
    """Return the document of an edition that has no errors."""
    return _KINDS[edition.briefing.kind](edition, house)
