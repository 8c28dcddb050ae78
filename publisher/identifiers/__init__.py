"""Identifiers of people found in a text: the one set of detectors behind the privacy rules and the redaction.

Pure functions of a text. Spaces, hyphens, dots, line ends and invisible characters within a number do not hide it,
and neither do the escapes of YAML, HTML and web addresses that stand for them.
"""

from __future__ import annotations

from publisher.identifiers._addresses import addresses, house_names, postcodes
from publisher.identifiers._contacts import landlines, mobiles, personal_mail
from publisher.identifiers._dates import births, full_dates
from publisher.identifiers._digits import count_digits
from publisher.identifiers._documents import documents, insurance_numbers, registrations
from publisher.identifiers._found import Found, Kind, readable
from publisher.identifiers._numbers import health_numbers, pupil_numbers
from publisher.identifiers._references import references
from publisher.remembered import remembered

__all__ = ["Found", "Kind", "count_digits", "find", "full_dates"]

# Where two overlap, the one that is named first counts.
_IN_WORDS = (personal_mail, house_names)
_IN_DIGITS = (
    (health_numbers, 10),
    (pupil_numbers, 11),
    (insurance_numbers, 6),
    (documents, 4),
    (births, 2),
    (mobiles, 10),
    (landlines, 9),
    (references, 3),
    (addresses, 1),
    (postcodes, 2),
    (registrations, 2),
)
"""Each with the number of digits in the shortest that it finds; most texts have fewer."""
_MOST_DIGITS = max(fewest for _, fewest in _IN_DIGITS)
_for_digits = tuple(
    (*_IN_WORDS, *(detector for detector, fewest in _IN_DIGITS if digits >= fewest))
    for digits in range(_MOST_DIGITS + 1)
)
"""The detectors for a text by the number of its digits."""


@remembered
def find(text: str) -> tuple[Found, ...]:
    """Return the identifiers in a text, in order and without overlap; kept, as many rules ask for the same texts."""
    plain = readable(text)
    digits = min(count_digits(plain), _MOST_DIGITS)
    found = [one for detector in _for_digits[digits] for one in detector(plain)]
    return _without_overlap(found, len(plain)) if found else ()


def _without_overlap(found: list[Found], length: int) -> tuple[Found, ...]:
    kept: list[Found] = []
    taken = bytearray(length)
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"x" * (one.end - one.start)
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
