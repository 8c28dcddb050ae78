"""How several rules read a text: words that it only mentions, and words that can be replaced."""

from __future__ import annotations

from bisect import bisect_right

from publisher.readability import sentences
from publisher.rules._mentions import in_a_name, is_quoted
from publisher.rules._rule import Passage

_REACH = 400
"""Characters on either side that are looked at: no readable sentence is longer."""


def is_mentioned(passage: Passage, start: int, end: int) -> bool:
    """Whether words are somebody else's: those of a link or resource, a block quote, or in quotation marks."""
    return in_a_name(passage, start, end) or is_quoted(passage.prose, start, end)


def sentence_around(text: str, start: int) -> tuple[int, int]:
    """Return the start and end of the sentence in which the character at ``start`` stands, or what is near."""
    found = sentences(text)
    index = bisect_right(found, start, key=lambda one: one.start) - 1
    if index < 0 or found[index].end <= start:
        return start, start
    return max(found[index].start, start - _REACH), min(found[index].end, start + _REACH)


def sentence_at(text: str, start: int) -> str:
    """Return the words of ``sentence_around``."""
    return text[slice(*sentence_around(text, start))]


def starts_sentence(text: str, start: int) -> bool:
    """Whether the character at ``start`` is the first of a sentence, list item or text."""
    before = text[max(0, start - 4) : start].rstrip(" (“‘\"'")
    return start == 0 or not before or before[-1] in ".!?:\n"


def is_replaceable(passage: Passage, start: int, end: int) -> bool:
    """Whether the words stand in the value as they are read, with no markup or entity among them."""
    offsets = passage.prose.offsets
    length = len(passage.prose.text)
    if not 0 <= start < end <= length:
        return False
    last = offsets[end - 1]
    follows = end == length or passage.prose.text[end] == "\n" or offsets[end] == last + 1
    return follows and last - offsets[start] == end - 1 - start
