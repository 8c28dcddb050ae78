"""The words that the program itself prints, in the languages a document may have."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.languages import is_welsh


@dataclass(frozen=True, slots=True)
class Words:
    """The headings and labels of one language."""

    questions: str
    local_resources: str
    national_resources: str
    resources: str
    support: str
    information: str
    published: str
    review: str
    website: str
    email: str
    introduction: str
    practice_points: str
    session: str
    aims: str
    figures: str
    """Added to a heading over the table of a chart."""
    of_what: str
    share: str
    number: str


_ENGLISH = Words(
    questions="Questions for your team",
    local_resources="Local resources",
    national_resources="National resources",
    resources="Resources",
    support="Support",
    information="Additional information",
    published="Date published",
    review="Review by",
    website="Website",
    email="Email",
    introduction="Introduction",
    practice_points="Practice points",
    session="Learning session",
    aims="Aims of the session",
    figures="the figures",
    of_what="What was counted",
    share="Share",
    number="Number",
)

_WELSH = Words(
    questions="Cwestiynau i’ch tîm",
    local_resources="Adnoddau lleol",
    national_resources="Adnoddau cenedlaethol",
    resources="Adnoddau",
    support="Cymorth",
    information="Gwybodaeth ychwanegol",
    published="Dyddiad cyhoeddi",
    review="Adolygu erbyn",
    website="Gwefan",
    email="E-bost",
    introduction="Cyflwyniad",
    practice_points="Pwyntiau ymarfer",
    session="Sesiwn ddysgu",
    aims="Nodau’r sesiwn",
    figures="y ffigurau",
    of_what="Beth a gyfrifwyd",
    share="Cyfran",
    number="Nifer",
)


def words(language: str) -> Words:
    """Return the words for a language tag: Welsh for ``cy``, English for every other."""
    return _WELSH if is_welsh(language) else _ENGLISH
