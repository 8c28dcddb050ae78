"""How many digits a text has, and in one row: most texts have fewer than what a detector looks for."""

from __future__ import annotations

import re

from publisher.identifiers._found import GAP
from publisher.remembered import remembered

_digit = re.compile(r"\d")
# The digits of other scripts come after the letters of Latin and Greek, and are no punctuation. Python finds one of a
# set of characters in a third of the time that it takes to ask of each whether it is a digit.
_MAY_BE_DIGIT = r"[0-9\u0660-\u1fff\u2070-\U0010ffff]"
_may_be_digit = re.compile(_MAY_BE_DIGIT)
_row = re.compile(rf"{_MAY_BE_DIGIT}(?<=\d)(?:{GAP}{{0,24}}\d)*")


@remembered
def count_digits(text: str) -> int:
    """Return the number of decimal digits in a text, those of other scripts included."""
    first = _may_be_digit.search(text)
    return len(_digit.findall(text, first.start())) if first else 0


def longest_row(text: str) -> int:
    """Return the number of digits in the longest row of them, with no more between two than may part a number."""
    return max((len(_digit.findall(row)) for row in _row.findall(text)), default=0)
