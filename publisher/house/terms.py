"""Words that blame, stigmatise or are out of date, with what to write instead (``terms.yml``)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from pydantic import Field, model_validator

from publisher.diagnostics import Severity
from publisher.house.entries import NONE, ReadOnly, Weighed
from publisher.house.phrases import Found, Pattern, Phrases
from publisher.schema import Strict, wrong

# What may follow "the disabled" where it means people; after it, "child" or "access" would be a noun of its own.
_no_noun = frozenset(
    {"a", "and", "are", "as", "at", "be", "because", "but", "by", "can", "cannot", "could", "do", "for", "from", "had"}
    | {"has", "have", "if", "in", "into", "is", "may", "might", "must", "need", "needs", "of", "on", "or", "should"}
    | {"so", "than", "that", "the", "they", "to", "was", "we", "were", "when", "where", "which", "who", "will", "with"}
)


class Category(StrEnum):
    """The field of practice that a term belongs to."""

    ADULTS = "adults"
    ALLEGATIONS = "allegations"
    ATTENDANCE = "attendance"
    BABIES = "babies"
    BEHAVIOUR = "behaviour"
    CARE = "care"
    DISABILITY = "disability"
    DOMESTIC_ABUSE = "domestic-abuse"
    EDUCATION = "education"
    ETHNICITY = "ethnicity"
    EXPLOITATION = "exploitation"
    FAMILIES = "families"
    HEALTH = "health"
    IDENTITY = "identity"
    ONLINE = "online"
    RECORDING = "recording"
    SUBSTANCES = "substances"


_people_and_groups = frozenset({Category.DISABILITY, Category.ETHNICITY})


class Term(Weighed):
    """A term to avoid."""

    term: Pattern
    patterns: tuple[Pattern, ...] = Field((), description="How it is written; without them, the term and its plural.")
    alone: bool = Field(default=False, description="Only where no noun follows, as in “the disabled are …”.")
    uncapitalised: bool = Field(default=False, description="Only where it is written without a capital.")
    allow: tuple[Pattern, ...] = Field((), description="Longer phrases in which its words are right.")
    except_services: bool = Field(default=False, description="Only where no service is the subject.")
    instead: str = Field(description="A sentence that says what to write.")
    replacements: ReadOnly = Field(default_factory=lambda: NONE, description="Forms that can safely be replaced.")
    reason: str = Field(description="Completes a sentence that begins with the words found.")
    category: Category
    switch: str = Field("", description="The style switch on which the term depends.")
    when: str = Field("", description="The choice at which the term is to be avoided.")
    group: str = Field("", description="The rule that speaks, where it is not the usual one.")

    @model_validator(mode="after")
    def _consistent(self) -> Term:
        if bool(self.switch) != bool(self.when):
            raise wrong(f"`{self.term}` has only one of `switch` and `when`", "Give both, or neither.")
        if self.replacements and not self.confirmed:
            raise wrong(f"`{self.term}` is not confirmed, but has replacements", "Leave them out until it is.")
        return self

    @property
    def rule(self) -> str:
        """The code of the rule that reports the term."""
        if self.group:
            return self.group
        if self.switch:
            return "LNG005"
        if self.category in _people_and_groups:
            return "LNG004"
        return "LNG001" if self.severity is Severity.ERROR else "LNG002"

    def applies(self, style: Mapping[str, str]) -> bool:
        """Whether the term is to be avoided in a partnership's style."""
        return not self.switch or style.get(self.switch) == self.when


class TermFile(Strict):
    """``templates/house/terms.yml``."""

    services: tuple[Pattern, ...] = Field((), description="Services as a subject, with what stands before the verb.")
    terms: tuple[Term, ...]


class Terms:
    """All terms, and the phrases in which their words are only mentioned."""

    def __init__(self, file: TermFile, titles: Iterable[str]) -> None:
        """Take what the file says, and the patterns of titles that contain some of its terms."""
        entries = self.entries = file.terms
        titles = tuple(titles)
        self._grave = _phrases([one for one in entries if one.severity is not Severity.INFO], titles, file.services)
        self._mild = _phrases([one for one in entries if one.severity is Severity.INFO], titles, file.services)
        self._depending = Phrases((pattern, term) for term in entries if term.switch for pattern in _patterns(term))

    def depend_on_style(self, text: str) -> bool:
        """Whether a text has words that some style would avoid; most have none."""
        return any(True for _ in self._depending.find(text))

    def find(self, text: str, style: Mapping[str, str] = NONE) -> Iterator[Found[Term]]:
        """Return the terms in a text, in order and without overlap; the graver counts, and of two the longest.

        ``style`` holds a partnership's style switches; a term that depends on one is silent without it.
        """

        def accepts(term: Term, following: str) -> bool:
            return term.applies(style) and (not term.alone or _no_noun_in(following))

        grave = [found for found in self._grave.find(text, accepts) if _counts(found)]
        mild = [found for found in self._mild.find(text, accepts) if _counts(found) and not _overlaps(found, grave)]
        return iter(sorted([*grave, *mild], key=lambda found: found.start) if mild else grave)


def _patterns(term: Term) -> tuple[str, ...]:
    return term.patterns or (f"{term.term}(s)?",)


def _allowed(term: Term, services: tuple[str, ...]) -> Iterator[str]:
    """Yield the longer phrases in which the words of a term are right."""
    yield from term.allow
    if term.except_services:
        yield from (f"{service} {pattern}" for service in services for pattern in _patterns(term))


def _phrases(terms: list[Term], titles: tuple[str, ...], services: tuple[str, ...]) -> Phrases[Term]:
    patterns = ((pattern, term) for term in terms for pattern in _patterns(term))
    return Phrases(patterns, allowed=(*(pattern for term in terms for pattern in _allowed(term, services)), *titles))


def _counts(found: Found[Term]) -> bool:
    return not found.item.uncapitalised or found.text[:1].islower()


def _overlaps(found: Found[Term], others: list[Found[Term]]) -> bool:
    following = bisect_left(others, found.end, key=lambda other: other.start)
    return following > 0 and found.start < others[following - 1].end


def _no_noun_in(following: str) -> bool:
    return not following[:1].isalnum() or following in _no_noun
