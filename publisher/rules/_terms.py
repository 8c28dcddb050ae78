"""Terms of the house list in a briefing; the rules about language differ only in which terms are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from publisher.diagnostics import Finding, Severity
from publisher.house import Found, House, Term, Terms
from publisher.house.terms import Category
from publisher.remembered import remembered
from publisher.rules._english import is_english
from publisher.rules._kept import kept
from publisher.rules._mentions import (
    in_a_name,
    is_called_a_word,
    is_denied,
    is_quoted,
    is_short_for_quoted,
    is_spoken_of,
)
from publisher.rules._organisations import is_part_of_a_name
from publisher.rules._rule import OWN_WORDS, Part, Passage, Subject

PARTS = (*OWN_WORDS, Part.RESOURCE)
"""The parts that are an author's own words; a contact has a service's name and a credit a partnership's."""

_weights = (Severity.INFO, Severity.WARNING, Severity.ERROR)
# These terms say what somebody did or wanted, so that “never a lifestyle choice” is the opposite of the fault.
_claims = frozenset(
    {
        Category.ATTENDANCE,
        Category.BEHAVIOUR,
        Category.DOMESTIC_ABUSE,
        Category.EXPLOITATION,
        Category.FAMILIES,
        Category.IDENTITY,
    }
)
_joined = re.compile(
    r"(?:, [\w’'-]{1,15}(?: [\w’'-]{1,15})?){0,5}(?:,| and| or| nor|, and|, or|, nor) (?:(?:an?|the) )?", re.IGNORECASE
)
NO_STYLE: Mapping[str, str] = MappingProxyType({})
"""The style of a partnership that has made no choice."""


@dataclass(frozen=True, slots=True)
class TermRule:
    """Which terms a rule reports, and how."""

    code: str
    severity: Severity
    """What a finding weighs at most."""
    even_in_names: bool = False
    """Whether a term in the words of a link or a resource is advice; else it is left alone."""

    def findings(self, subject: Subject, house: House, style: Mapping[str, str] = NO_STYLE) -> Iterator[Finding]:
        """Yield a finding for each term that is used and not only mentioned; ``style`` holds style switches."""
        if not is_english(subject.work):
            return
        for passage, terms in _passages_with_terms(subject, house, style):
            if any(found.item.rule == self.code for found in terms):
                for found in self._used(passage, terms, house):
                    yield from self._about(passage, found)

    def _used(self, passage: Passage, terms: tuple[Found[Term], ...], house: House) -> Iterator[Found[Term]]:
        """Yield the terms that are the author's own words; what is said of one in a row holds for all."""
        text = passage.prose.text
        for row in _rows(text, terms):
            own = [found for found in row if found.item.rule == self.code]
            if own and not any(_is_mentioned(passage, found) for found in row):
                yield from (one for one in own if not is_part_of_a_name(house, text, one.start, one.end))

    def _about(self, passage: Passage, found: Found[Term]) -> Iterator[Finding]:
        term = found.item
        words = " ".join(found.text.split())
        finding = passage.finding(found.start, found.end, f"“{words}” {term.reason}", term.instead)
        if not in_a_name(passage, found.start, found.end):
            weight = lighter(self.severity, term.weight)
            replacement = _replacement(finding, found)
            yield replace(finding, replacement=replacement, severity=None if weight is self.severity else weight)
        elif self.even_in_names:
            yield replace(finding, severity=Severity.INFO)


@kept
def _passages_with_terms(
    subject: Subject, house: House, style: Mapping[str, str]
) -> list[tuple[Passage, tuple[Found[Term], ...]]]:
    """Return the passages that have terms, each with these; kept, as each of several rules reports its own terms."""
    several = subject.of(*PARTS)
    if style:
        several = tuple(one for one in several if house.terms.depend_on_style(one.prose.text))
    switches = tuple(style.items())
    found = ((passage, terms_in(house.terms, passage.prose.text, switches)) for passage in several)
    return [(passage, terms) for passage, terms in found if terms]


def lighter(one: Severity, other: Severity) -> Severity:
    """Return the one that weighs less."""
    return min(one, other, key=_weights.index)


@remembered
def terms_in(terms: Terms, text: str, style: tuple[tuple[str, str], ...] = ()) -> tuple[Found[Term], ...]:
    """Return the terms in a text; kept, because several rules ask for the same passages."""
    return tuple(terms.find(text, dict(style)))


@remembered
def places_of_terms(terms: Terms, text: str) -> frozenset[tuple[int, int]]:
    """Return the start and end of each term in a text."""
    return frozenset((found.start, found.end) for found in terms_in(terms, text))


def _rows(text: str, terms: tuple[Found[Term], ...]) -> Iterator[list[Found[Term]]]:
    """Yield the terms, those together that a comma, “and” or “or” joins."""
    row: list[Found[Term]] = []
    for found in terms:
        if row and not _joined.fullmatch(text, row[-1].end, found.start):
            yield row
            row = []
        row.append(found)
    if row:
        yield row


def _is_mentioned(passage: Passage, found: Found[Term]) -> bool:
    """Whether a term is only mentioned: called a word, told not to be said, denied or quoted."""
    prose, start = passage.prose, found.start
    deniable = found.item.category in _claims or found.item.rule == "LNG003"
    if is_spoken_of(prose, start) or is_called_a_word(prose, found.end) or (deniable and is_denied(prose, start)):
        return True
    return is_quoted(prose, start, found.end) or is_short_for_quoted(prose, start)


def _replacement(finding: Finding, found: Found[Term]) -> str | None:
    """Return the words that may take the place of those found, unless markup stands between them."""
    written = (finding.end or 0) - (finding.start or 0)
    return found.replacement(found.item.replacements) if written == len(found.text) else None
