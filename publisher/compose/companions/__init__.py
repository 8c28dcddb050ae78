"""What goes with a briefing in a team meeting, listed: a companion is a module with a name and ``compose``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from publisher.compose.companions import action_plan, email, facilitator, read_aloud, slides
from publisher.compose.parts import Parts
from publisher.document import Document
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Briefing

__all__ = ["COMPANIONS", "compose"]

COMPANIONS: dict[str, Callable[[Parts, Briefing], Document]] = {
    "slides": slides.compose,
    "facilitator": facilitator.compose,
    "action-plan": action_plan.compose,
    "read-aloud": read_aloud.compose,
    "email": email.compose,
}


def compose(edition: Edition, briefing: Briefing, house: House, chosen: Iterable[str]) -> tuple[Document, ...]:
    """Return the chosen companions of a briefing's edition that has no errors, each once, in the table's order."""
    parts, wanted = Parts(edition, house), set(chosen)
    return tuple(make(parts, briefing) for name, make in COMPANIONS.items() if name in wanted)
