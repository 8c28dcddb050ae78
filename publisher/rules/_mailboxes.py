"""Mailboxes of teams, by the words that their addresses are made of."""

from __future__ import annotations

from publisher.house import House
from publisher.identifiers import OFFICE_WORDS

_FEWEST = 4
"""Letters of a word that is looked for within another, as in ``youngcarers``."""


def may_be_of_team(word: str, house: House) -> bool:
    """Return whether a word before an @ is an abbreviation or has a word of the work with families in it."""
    words = OFFICE_WORDS | _topic_words(house) | _plain(word, house)
    within = any(len(one) >= _FEWEST and one in word for one in words)
    return within or word in words or house.acronyms.get(word.upper()) is not None


def _plain(words: str, house: House) -> frozenset[str]:
    return frozenset(found.text for found in house.keywords["team-mailboxes"].find(words))


def _topic_words(house: House) -> frozenset[str]:
    return frozenset(word for topic in house.topics for word in topic.split("-"))
