"""The words that stand around a document, in headers, footers and notices, in its own language."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.languages import is_welsh


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language."""

    draft: str
    published: str
    page: str
    """Printed before the page's number."""
    of: str
    """Printed between the page's number and the number of pages."""
    contents: str
    """Printed above the list of contents."""
    next: str
    previous: str
    notes: str
    """Over what the facilitator of a session says."""
    subject: str
    """Before the subject of an e-mail."""
    write: str
    """Stands in a field of a Word file until it is filled in."""
    choose_date: str
    """The same in a field for a date."""
    skip: str
    """Leads past what stands before the text of a web page."""
    skip_to_slides: str
    """The same on a page of slides."""


_ENGLISH = Labels(
    "Draft: not for publication",
    "Date published",
    "Page",
    "of",
    "Contents",
    "Next",
    "Previous",
    "Notes for the facilitator",
    "Subject",
    "Write here",
    "Choose a date",
    "Skip to the content",
    "Skip to the slides",
)
_WELSH = Labels(
    "Drafft: nid i’w gyhoeddi",
    "Dyddiad cyhoeddi",
    "Tudalen",
    "o",
    "Cynnwys",
    "Nesaf",
    "Blaenorol",
    "Nodiadau i’r hwylusydd",
    "Pwnc",
    "Ysgrifennwch yma",
    "Dewiswch ddyddiad",
    "Neidio i’r cynnwys",
    "Neidio i’r sleidiau",
)


def labels(language: str) -> Labels:
    """Return the words for a language tag: Welsh for ``cy``, English for every other."""
    return _WELSH if is_welsh(language) else _ENGLISH
