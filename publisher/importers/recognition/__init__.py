"""Manuscripts to the data of a source, one recogniser for each kind of document.

To add one, write a module with the names of ``_recogniser.Recogniser`` and put it into the table.
"""

from __future__ import annotations

from publisher.importers._manuscript import Manuscript
from publisher.importers.recognition import briefing, practice_points, session
from publisher.importers.recognition._recogniser import (
    Confidence,
    Part,
    Reading,
    Recognised,
    Recogniser,
    Surroundings,
)
from publisher.model import Kind

__all__ = ["RECOGNISERS", "Confidence", "Part", "Reading", "Recognised", "Recogniser", "Surroundings", "recogniser_for"]

RECOGNISERS: tuple[Recogniser, ...] = (practice_points, session, briefing)
"""Where two are as likely, the first is taken; a briefing comes last, as what is nothing else is one."""


def recogniser_for(manuscript: Manuscript, kind: Kind | None = None) -> Recogniser:
    """Return the recogniser of a kind, or of the kind that the manuscript looks like most; a briefing if in doubt."""
    if kind is not None:
        return next(one for one in RECOGNISERS if one.KIND is kind)
    return max(RECOGNISERS, key=lambda one: one.likeness(manuscript))
