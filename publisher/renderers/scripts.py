"""Scripts that are read from the right, such as Arabic and Hebrew, known by their characters."""

from __future__ import annotations

import re
import unicodedata

# UAX 9, section 3.2: the blocks whose characters are read from the right.
_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_stretch = re.compile(rf"([{_FROM_RIGHT}]+(?:\W*[{_FROM_RIGHT}]+)*)")
# Beyond Latin letters, punctuation and currencies, among which there is no mark and nothing read from the right.
_beyond_latin = re.compile("[^\u0000-\u02ff\u1e00-\u200d\u2010-\u2029\u202f-\u2065\u2070-\u20cf]")
_STRONG = {"L": False, "R": True, "AL": True}


def reads_from_right(text: str) -> bool:
    """Return whether the text as a whole is read from the right: by its first letter, as UAX 9, rule P2, has it."""
    directions = (_STRONG.get(unicodedata.bidirectional(character)) for character in text)
    return next((direction for direction in directions if direction is not None), False)


def stretches(text: str) -> list[tuple[str, bool]]:
    """Return the text in stretches of one direction; True for those that are read from the right."""
    # A split by a group gives what is between its matches and the matches in turn.
    parts = enumerate(_stretch.split(text))
    return [(part, number % 2 == 1) for number, part in parts if part]


def is_complex(text: str) -> bool:
    """Return whether the text is drawn otherwise than letter after letter from the left, as with marks on letters."""
    return _beyond_latin.search(text) is not None and any(
        _STRONG.get(unicodedata.bidirectional(character)) or unicodedata.category(character).startswith("M")
        for character in text
    )
