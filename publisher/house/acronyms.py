"""Acronyms with what they stand for (``acronyms.yml``)."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from pydantic import Field

from publisher.house.entries import Sourced, Weighed
from publisher.schema import Strict


class Status(StrEnum):
    """Whether an acronym is still in use."""

    CURRENT = "current"
    DISCOURAGED = "discouraged"
    SUPERSEDED = "superseded"
    NOT_IN_FORCE = "not-in-force"


class Acronym(Sourced):
    """An acronym and all that it may stand for, the most usual first."""

    acronym: str
    expansions: tuple[str, ...] = Field(min_length=1)
    domain: str
    status: Status = Status.CURRENT
    note: str = ""


class WellKnown(Sourced):
    """An acronym that is better known than the words it stands for."""

    acronym: str


class ChildLabel(Weighed):
    """An acronym that is used as a label for children, and what to write instead."""

    acronym: str
    instead: str = Field(description="A sentence that says what to write.")
    reason: str = Field(description="Completes a sentence that begins with the acronym.")


class AcronymFile(Strict):
    """``templates/house/acronyms.yml``."""

    acronyms: tuple[Acronym, ...]
    well_known: tuple[WellKnown, ...]
    labels: tuple[ChildLabel, ...]


class Acronyms:
    """The acronyms by their letters; a plural in s and other capitals, such as CAFCASS, are found too."""

    def __init__(self, file: AcronymFile) -> None:
        """Take what the file says."""
        self.entries = file.acronyms
        self.labels = file.labels
        self._entries = {entry.acronym.upper(): entry for entry in file.acronyms}
        self._labels = {label.acronym.upper(): label for label in file.labels}
        self._well_known = frozenset(known.acronym.upper() for known in file.well_known)

    def get(self, word: str) -> Acronym | None:
        """Return the acronym that a word is, or None."""
        return next((self._entries[form] for form in _forms(word) if form in self._entries), None)

    def label(self, word: str) -> ChildLabel | None:
        """Return the entry of a word that labels children, or None."""
        return next((self._labels[form] for form in _forms(word) if form in self._labels), None)

    def is_well_known(self, word: str) -> bool:
        """Whether a word may stand without its expansion."""
        return any(form in self._well_known for form in _forms(word))


@lru_cache(maxsize=4096)
def _forms(word: str) -> tuple[str, ...]:
    """Return the letters under which an acronym is filed; none for a word with fewer than two capitals."""
    if sum(character.isupper() or character.isdigit() for character in word) < 2:
        return ()
    singular = word.removesuffix("s")
    return tuple(dict.fromkeys((word.upper(), singular.upper())))
