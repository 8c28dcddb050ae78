"""What several rules need to know of a section's heading."""

from __future__ import annotations

import re

# A number with a mark after it, as in "3. Learning", "(3) Learning" or "3 – Learning"; not "10 principles",
# "3.5 million", "12 - 18 months" or "16-year-olds". The last mark is that of a keycap emoji.
TYPED_NUMBER = re.compile(r"\s*(?:\(\s*)?([0-9]{1,2})\s*(?:[.):]|[-–—](?=\s)|\ufe0f?\u20e3)\s*(?![\d\s])")
"""A section's number typed before its heading; the first group is the number."""

_word = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def words(text: str) -> list[str]:
    """Return the words of a heading or title in small letters, without a number typed before them."""
    typed = TYPED_NUMBER.match(text)
    return [word.casefold() for word in _word.findall(text, typed.end() if typed else 0)]


def says_something(text: str) -> bool:
    """Whether a heading has words besides a number typed before it."""
    return any(character.isalpha() for word in words(text) for character in word)
