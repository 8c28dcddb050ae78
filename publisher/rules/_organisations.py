"""Names of organisations, courses and the like, in which a term or an acronym is no word of the author's own."""

from __future__ import annotations

import re

from publisher.house import House
from publisher.remembered import remembered

_joiner = r"(?:(?:against|for|from|of) )?"
# A name ends in a word such as Centre, or stands in three capitals or more before one such as “website”.
_before_centre = re.compile(rf"(?:[A-Z][\w&'’-]{{0,30}} {_joiner}){{1,6}}$")
_before_website = re.compile(rf"(?:(?!(?:An?|Our|The) )[A-Z][a-z][\w'’-]{{0,30}} {_joiner}){{3,6}}$")
_LOOK_BACK = 200


def is_part_of_a_name(house: House, text: str, start: int, end: int) -> bool:
    """Whether the characters belong to a name such as “National FGM Centre” or “Special Needs Jungle website”."""
    places = _places_in_names(house, text)
    return start in places and end - 1 in places


@remembered
def _places_in_names(house: House, text: str) -> frozenset[int]:
    """Return where the characters of all names stand."""
    found: set[int] = set()
    for family, pattern in (("organisations", _before_centre), ("titled", _before_website)):
        for last in house.keywords[family].find(text) if family in house.keywords else ():
            words = pattern.search(text[max(0, last.start - _LOOK_BACK) : last.start])
            if words and (family == "titled" or last.text[:1].isupper()):
                found.update(range(last.start - len(words[0]), last.end))
    return frozenset(found)
