"""What an acronym stands for, where the words beside it say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from publisher.rules._acronyms import Use

_word = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_rest_of_compound = re.compile(r"(?:-[^\W_]+){0,3}")
# As in “child protection (CP)”, “child protection (also CP)”, “child protection, or CP”, “child protection – CP”, and
# “(child protection, CP)”, where only words that fit the letters count.
_after_its_words = re.compile(
    r"(?:\s?[(\[](?:[^()\[\]\n]{0,20}[\s/])?[“\"‘']?|,? (?:or|known as|called|short for) (?:the |an? )?|\s[–—-] |(,) )$"
)
# As in “CP (child protection)”, “CP stands for child protection” and “CP – child protection”, also with CP in quotes.
# In “the CP plan (child protection)” and “CP is short: child protection”, only words that fit the letters count.
_before_its_bracket = re.compile(r"[”\"’']?((?: [a-z][\w-]{1,20}){0,2})\s?\((?:the |an? |or )?([^()\n]{3,150})\)")
_before_its_list = re.compile(r"[”\"’']? (?:is|are|means)\b[^.,;:!?()\n]{1,60}: (?:the |an? )?")
_before_its_words = re.compile(
    r"[”\"’']?,? (?:which )?(?:stands for|means|is short for|or|is) (?:the |an? )?|[”\"’']?\s?[–—:] (?:the |an? )?",
    re.IGNORECASE,
)
_stop = re.compile(r"[.;!?()\n]")
_reach = 160
_opening_reach = 32
_most_words = 16
_small_words = frozenset(["a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"])
_same = {"children": "child", "advisor": "adviser"}


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words that an acronym stands for, and where they are in its passage."""

    start: int
    end: int
    meaning: str
    """The words in a form in which spelling does not matter."""
    is_listed: bool
    """Whether a glossary has these words."""
    is_certain: bool
    """Whether each letter begins one of the words, so that they are meant for nothing else."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def initial(self) -> str:
        return self.text if self.text.isdigit() else self.text[0]

    @property
    def stem(self) -> str:
        """The word without a plural or possessive ending, for comparing."""
        base = self.text.partition("'")[0]
        if base.endswith("ies"):
            return base[:-3] + "y"
        base = base[:-1] if base.endswith("s") and not base.endswith("ss") else base
        return _same.get(base, base)


def expansion_of(use: Use, listed: Iterable[str]) -> Expansion | None:
    """Return what the words just before or after an acronym say that it stands for, or None.

    ``listed`` holds what a glossary says that it stands for.
    """
    text = use.passage.prose.text
    known = [_known(words) for words in listed]
    begin, near = max(0, use.start - _reach), max(0, use.start - _opening_reach)
    opening = _after_its_words.search(text[near : use.start])
    if opening:
        end = near + opening.start()
        start = max((stop.end() for stop in _stop.finditer(text, begin, end)), default=begin)
        words = _words(text, start, end)[-_most_words:]
        found = _among((words[first:] for first in reversed(range(len(words)))), use.acronym, known)
        if found or (not opening[1] and _letters_occur(use.acronym, text[start:end])):
            return found or Expansion(start, end, "", is_listed=False, is_certain=False)
    return _after(use, text, known)


@lru_cache(maxsize=4096)
def _known(words: str) -> str:
    return _joined(_words(words, 0, len(words)))


def _after(use: Use, text: str, known: Sequence[str]) -> Expansion | None:
    """Return what the words after an acronym say that it stands for, or None."""
    # The plural's s belongs to the acronym, whose end is that of the whole word.
    bracket = _before_its_bracket.match(text, use.end)
    if bracket:
        found = _first_words(use, text, bracket.span(2), known)
        if not found and not bracket[1] and _letters_occur(use.acronym, bracket[2]):
            return Expansion(*bracket.span(2), "", is_listed=False, is_certain=False)
        return found
    stands = (pattern.match(text, use.end) for pattern in (_before_its_words, _before_its_list))
    spans = ((match.end(), min(match.end() + _reach, len(text))) for match in stands if match)
    return next(filter(None, (_first_words(use, text, span, known) for span in spans)), None)


def _first_words(use: Use, text: str, span: tuple[int, int], known: Sequence[str]) -> Expansion | None:
    """Return what an acronym stands for, if words at the start of a span say so."""
    stop = _stop.search(text, *span)
    words = _words(text, span[0], stop.start() if stop else span[1])[:_most_words]
    return _among((words[: last + 1] for last in range(len(words))), use.acronym, known)


def _among(spans: Iterable[list[_Word]], acronym: str, known: Sequence[str]) -> Expansion | None:
    """Return the first of the spans that the acronym can stand for; one that a glossary has comes first."""
    certain: Expansion | None = None
    beginnings = {words[0] for words in (*known, acronym.casefold()) if words}
    for span in spans:
        if span[0].text[0] not in beginnings:
            continue
        joined = _joined(span)
        fits = _initials(span) == acronym.casefold() or _initials(_without_small(span)) == acronym.casefold()
        # The text may leave out the year of an Act, or its name after a section's number.
        meaning = next((words for words in known if words == joined or (fits and words.startswith(joined))), "")
        if meaning:
            return Expansion(span[0].start, span[-1].end, meaning, is_listed=True, is_certain=fits)
        if fits and certain is None:
            certain = Expansion(span[0].start, span[-1].end, joined, is_listed=False, is_certain=True)
    return certain


def _words(text: str, start: int, end: int) -> list[_Word]:
    found = _word.finditer(text, start, end)
    return [
        _Word(match.group().casefold().replace("’", "'"), match.start(), _compound_end(text, match.end()))
        for match in found
    ]


def _compound_end(text: str, end: int) -> int:
    """Return where a word ends that hyphens join to others, as in “honour-based”."""
    rest = _rest_of_compound.match(text, end)
    return rest.end() if rest else end


def _without_small(words: Iterable[_Word]) -> list[_Word]:
    return [word for word in words if word.text not in _small_words]


def _joined(words: Iterable[_Word]) -> str:
    """Return words in a form in which spellings and hyphens do not matter."""
    return "".join(word.stem for word in _without_small(words))


def _initials(words: Iterable[_Word]) -> str:
    return "".join(word.initial for word in words)


def _letters_occur(acronym: str, words: str) -> bool:
    """Whether the letters occur in the last words in their order, the first at the start of a word.

    This is the test of Schwartz and Hearst (2003) for "(ACRONYM)"; it also passes what is only near enough.
    """
    letters = [character for character in acronym.casefold() if character.isalnum()]
    most_words = min(len(letters) + 5, 2 * len(letters))
    last = " ".join(words.casefold().replace("-", " ").split()[-most_words:])
    position = len(last)
    for letter in reversed(letters[1:]):
        position = last.rfind(letter, 0, position)
        if position < 0:
            return False
    return bool(letters) and f" {letters[0]}" in f" {last[:position]}"
