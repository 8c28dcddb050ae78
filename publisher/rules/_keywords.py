"""Families of keywords of the house list in what an author has written."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.house import Found, House, Keywords
from publisher.rules._rule import OWN_WORDS, Passage, Subject


def keywords_in(subject: Subject, house: House, family: str) -> Iterator[tuple[Passage, Found[Keywords]]]:
    """Yield each keyword of a family with its passage; none where the house list does not have the family."""
    for passage in subject.of(*OWN_WORDS):
        for found in keywords_of(passage.prose.text, house, family):
            yield passage, found


def keywords_of(text: str, house: House, family: str) -> Iterator[Found[Keywords]]:
    """Return the keywords of a family in a text; none where the house list does not have the family."""
    phrases = house.keywords.get(family)
    return phrases.find(text) if phrases else iter(())
