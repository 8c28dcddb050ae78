"""The house data that all partnerships share, each file read when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from publisher.house import lists
from publisher.house._read import read
from publisher.house.acronyms import Acronym, AcronymFile, Acronyms, ChildLabel
from publisher.house.entries import Reference, References
from publisher.house.guidance import Document, Guidance, GuidanceFile, Mention, Superseded
from publisher.house.lists import (
    ExpectedSection,
    Jargon,
    Keywords,
    Latin,
    Law,
    Names,
    PlainWords,
    SupportLine,
    Switch,
    Topic,
)
from publisher.house.partnerships import KnownPartnership, KnownPartnerships, PartnershipFile
from publisher.house.phrases import Found, Phrases
from publisher.house.terms import Term, TermFile, Terms
from publisher.model import Family
from publisher.schema import Strict

__all__ = [
    "Acronym",
    "Acronyms",
    "ChildLabel",
    "Document",
    "ExpectedSection",
    "Found",
    "Guidance",
    "House",
    "Jargon",
    "Keywords",
    "KnownPartnership",
    "KnownPartnerships",
    "Latin",
    "Law",
    "Mention",
    "Names",
    "Phrases",
    "PlainWords",
    "Superseded",
    "SupportLine",
    "Switch",
    "Term",
    "Terms",
    "Topic",
    "load",
]

Model = TypeVar("Model", bound=Strict)


@dataclass(frozen=True)
class House:
    """The data files of ``templates/house``; reading one that is missing or wrong raises PublisherError."""

    folder: Path

    @cached_property
    def support(self) -> Mapping[str, SupportLine]:
        """The support lines by their keys."""
        return MappingProxyType(self._support.lines)

    @cached_property
    def national_numbers(self) -> tuple[str, ...]:
        """The telephone numbers of support lines and other national services, which may stand in any text."""
        lines = [line.phone for line in self._support.lines.values()]
        services = [service.phone for service in self._support.services.values()]
        return tuple(phone for phone in (*lines, *services) if phone)

    @cached_property
    def _support(self) -> lists.SupportLines:
        return read(self.folder / "support.yml", lists.SupportLines)

    @cached_property
    def families(self) -> Mapping[Family, tuple[ExpectedSection, ...]]:
        """The sections that each family of briefings is expected to have."""
        return MappingProxyType(self._families.families)

    @cached_property
    def single_word_headings(self) -> tuple[str, ...]:
        """The headings of one word that say enough."""
        return self._families.single_words

    @cached_property
    def _families(self) -> lists.Families:
        return read(self.folder / "families.yml", lists.Families)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The sources of the other files by their keys."""
        return MappingProxyType(read(self.folder / "sources.yml", References).sources)

    @cached_property
    def terms(self) -> Terms:
        """Words to avoid; titles that contain some of them are left alone."""
        return Terms(self._read("terms.yml", TermFile), self.names.title_patterns())

    @cached_property
    def acronyms(self) -> Acronyms:
        """The house glossary; a partnership's own wins."""
        return Acronyms(self._read("acronyms.yml", AcronymFile))

    @cached_property
    def guidance(self) -> Guidance:
        """Guidance with its editions, and what has been superseded."""
        return Guidance(self._read("superseded.yml", GuidanceFile))

    @cached_property
    def style(self) -> Mapping[str, Switch]:
        """The style switches that a partnership may set."""
        return MappingProxyType(self._read("style.yml", lists.Style).switches)

    @cached_property
    def plain_words(self) -> PlainWords:
        """Latin abbreviations, jargon and spelling."""
        return PlainWords(self._read("plain-words.yml", lists.PlainWordsFile))

    @cached_property
    def names(self) -> Names:
        """Public names and titles."""
        return Names(self._read("names.yml", lists.NamesFile))

    @cached_property
    def law(self) -> Phrases[Law]:
        """Law, guidance and processes with the countries where they apply."""
        return lists.law_phrases(self._read("law.yml", lists.LawFile))

    @cached_property
    def partnerships(self) -> KnownPartnerships:
        """Partnerships that publish briefings, in this project or elsewhere."""
        return KnownPartnerships(read(self.folder / "partnerships.yml", PartnershipFile))

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topic tags."""
        return MappingProxyType(self._read("topics.yml", lists.Topics).topics)

    @cached_property
    def keywords(self) -> Mapping[str, Phrases[Keywords]]:
        """Families of keywords by their names."""
        return lists.keyword_phrases(self._read("keywords.yml", lists.KeywordsFile))

    @cached_property
    def postcode_areas(self) -> frozenset[str]:
        """The letters that a postcode of the United Kingdom, the Channel Islands and Man may begin with."""
        return frozenset(self._read("postcode-areas.yml", lists.PostcodeAreas).areas)

    def _read(self, name: str, model: type[Model]) -> Model:
        return read(self.folder / name, model, self.references)


@cache
def load(folder: Path) -> House:
    """Return the house data in a folder, read once in a process."""
    return House(folder)
