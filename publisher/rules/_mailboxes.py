"""Mailboxes of teams, by the words that their addresses are made of."""

from __future__ import annotations

import re

from publisher.house import House
from publisher.identifiers import OFFICE_WORDS
from publisher.rules._keywords import keywords_of

_part = re.compile(r"[^\W\d_]+")
_at = re.compile(r"\s?[@\uff20([]")
_FEWEST = 4
"""Letters of a word that is looked for within another, as in ``youngcarers``."""


def is_of_team(address: str, house: House) -> bool:
    """Return whether all words before the @ are words of the work with families, so that they name no person."""
    words = _part.findall(_at.split(address)[0].casefold())
    return _topic_words(house) | _plain(" ".join(words), house) >= set(words)


def may_be_of_team(word: str, house: House) -> bool:
    """Return whether a word before an @ is an abbreviation or has a word of the work with families in it."""
    words = OFFICE_WORDS | _topic_words(house) | _plain(word, house)
    within = any(len(one) >= _FEWEST and one in word for one in words)
    return within or word in words or house.acronyms.get(word.upper()) is not None


def _plain(words: str, house: House) -> frozenset[str]:
    return frozenset(found.text for found in keywords_of(words, house, "team-mailboxes"))


def _topic_words(house: House) -> frozenset[str]:
    return frozenset(word for topic in house.topics for word in topic.split("-"))
