"""Identifiers of people found in a text: the one set of detectors behind the privacy rules and the redaction.

Pure functions of a text. Spaces, hyphens, dots, line ends and invisible characters within a number do not hide it,
and neither do tags of HTML or the escapes of YAML, HTML and web addresses that stand for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from publisher.identifiers._addresses import addresses, house_names, postcodes
from publisher.identifiers._contacts import OFFICE_WORDS, landlines, mobiles, personal_mail
from publisher.identifiers._dates import births, full_dates
from publisher.identifiers._digits import count_digits, longest_row
from publisher.identifiers._documents import documents, insurance_numbers, registrations
from publisher.identifiers._found import Found, Kind, readable
from publisher.identifiers._numbers import health_numbers, pupil_numbers
from publisher.identifiers._references import references
from publisher.remembered import remembered

__all__ = ["OFFICE_WORDS", "Found", "Kind", "count_digits", "find", "full_dates", "spellings"]

_MOST = 11
"""Digits that the longest of these numbers has."""
_DETECTORS = (
    (personal_mail, 0, 0),
    (house_names, 0, 0),
    (health_numbers, 10, 10),
    (pupil_numbers, 11, 11),
    (insurance_numbers, 6, 6),
    (documents, 4, 0),
    (births, 2, 0),
    (mobiles, 10, 10),
    (landlines, 9, 9),
    (references, 3, 0),
    (addresses, 1, 0),
    (postcodes, 2, 0),
    (registrations, 2, 0),
)
"""Each with the digits that a text has at least where it finds something, and how many of them stand in one row.

Where two find the same characters, the one that is named first counts.
"""


@cache
def _chosen(digits: int, row: int) -> tuple[Callable[[str], Iterator[Found]], ...]:
    return tuple(detector for detector, fewest, in_row in _DETECTORS if digits >= fewest and row >= in_row)


@remembered
def find(text: str) -> tuple[Found, ...]:
    """Return the identifiers in a text, in order and without overlap; kept, as many rules ask for the same texts."""
    plain = readable(text)
    digits = min(count_digits(plain), _MOST)
    row = min(longest_row(plain), _MOST) if digits else 0
    found = [one for detector in _chosen(digits, row) for one in detector(plain)]
    return _without_overlap(found, len(plain)) if found else ()


def spellings(name: str) -> tuple[str, ...]:
    """Return the name of a file as it may have been before it became one: with spaces for hyphens, and capitals.

    Underlines count as hyphens.
    """
    joined = name.replace("_", "-")
    plain = joined.replace("-", " ")
    return tuple(one for one in (joined, plain.title(), plain.upper()) if len(one) == len(name))


def _without_overlap(found: list[Found], length: int) -> tuple[Found, ...]:
    kept: list[Found] = []
    taken = bytearray(length)
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"x" * (one.end - one.start)
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
