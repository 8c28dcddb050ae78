"""Sentences, reading time and reading grade, by formulas that need no download."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from publisher.words import count, words_of

ALOUD = 183
"""Words a minute read aloud; Brysbaert (2019), a review and meta-analysis of 190 studies."""

SILENT = 238
"""Words a minute read silently, English non-fiction; the same study."""

# A full stop after one of these does not end a sentence.
_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vol", "para", "paras", "s", "ss", "ch", "chap", "art"}
    | {"reg", "p", "pp", "eg", "e.g", "ie", "i.e", "etc", "viz", "cf", "v", "vs", "approx"}
)
# Looking behind keeps a long row of full stops from being tried again from each of them.
_end = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s|$)|\n{2,}")
_vowels = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in a text: its place and the number of its words."""

    start: int
    end: int
    words: int


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text; an empty line ends one too, so a heading or list item stands by itself."""
    start = 0
    for match in _end.finditer(text):
        if match.group()[0] != "\n" and _is_abbreviation(text, start, match.start()):
            continue
        yield from _sentence(text, start, match.end())
        start = match.end()
    yield from _sentence(text, start, len(text))


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    # The word before the full stop; a bounded look back keeps this linear on any text.
    word = re.split(r"[\s(]", text[max(start, stop - 12) : stop])[-1].casefold()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    written = text[start:end]
    begin = start + len(written) - len(written.lstrip())
    finish = start + len(written.rstrip())
    words = count(written)
    if words:
        yield Sentence(begin, finish, words)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, less a silent e."""
    letters = word.casefold()
    groups = len(_vowels.findall(letters))
    if letters.endswith("e") and not letters.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    if letters.endswith("ed") and not letters.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(1, groups)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of an English text (Kincaid and others, 1975): years of schooling, US.

    Syllables are estimated, so the figure is good to about one grade. A text without words has grade 0.
    """
    found = list(sentences(text))
    words = words_of(text)
    if not found or not words:
        return 0.0
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def minutes(words: int, words_a_minute: int) -> float:
    """Return the minutes that a number of words takes to read."""
    return words / words_a_minute
