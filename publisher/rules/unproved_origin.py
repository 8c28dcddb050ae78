"""The text says where the format comes from, or why it lasts seven minutes, as if it were known.

What it does
    Reports a sentence that says of this format that it comes from the FBI, or that research has found seven minutes
    to be right. A sentence that only passes on what is said (“is said to come from”) may stay.

Why it matters
    Many partnerships repeat it and none gives a source. A briefing asks its readers to check what they are told.

Example
    “Research suggests that seven minutes is an ideal time to learn.”

Use instead
    “This is designed to be used in about seven minutes.”

Source
    Of 27 partnerships read, 12 name the FBI, and none cites a study; for example
    https://safeguardingpartnership.swindon.gov.uk/info/14/policies_and_publications/70/7-minute_briefs_and_learning_resources_to_improve_practice
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from publisher.diagnostics import Finding, Path, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.readability import sentences
from publisher.rules._english import is_english
from publisher.rules._keywords import keywords_in
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import OWN_WORDS, Passage, Scope, Subject

CODE = "CON005"
NAME = "unproved-origin"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_ideal = re.compile(
    r"\b(?:research|stud(?:y|ies)|evidence|science|scientists|psychologists)\b[^.!?\n]{0,80}\b(?:7|seven)[ -]minutes?\b"
    r"|\b(?:7|seven)[ -]minutes? (?:is|are|was) (?:an? |the |said )?(?:ideal|optimal|optimum|perfect|best|right)\b",
    re.IGNORECASE,
)
_minutes = frozenset({"minute", "minutes"})
_about_the_format = re.compile(
    r"\b(?:brief(?:ing)?s?|7mbs?|techniques?|formats?|ideal|optimal|optimum|perfect|best|attention|concentrat\w{1,4}"
    r"|learn(?:ing)?|retain|focus|(?:7|seven)[ -]minute)\b",
    re.IGNORECASE,
)
_HINT = "Leave the origin out, or say only that the text is designed to be used in about seven minutes."
_hearsay = re.compile(
    r"\b(?:said to|is said|often said|some say|reportedly|believed to|no (?:study|source|evidence)|myth)\b"
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each sentence that states where the format comes from."""
    if not is_english(subject.work):
        return
    named: dict[Path, set[tuple[int, int]]] = {}
    for passage, found in keywords_in(subject, house, "origin-claims"):
        named.setdefault(passage.path, set()).add((found.start, found.end))
    for passage in subject.of(*OWN_WORDS):
        claims = named.get(passage.path, set())
        if not _minutes.isdisjoint(words_in(passage.prose.text)):
            claims |= {match.span() for match in _ideal.finditer(passage.prose.text)}
        if claims:
            yield from _stated(passage, sorted(claims))


def _stated(passage: Passage, claims: list[tuple[int, int]]) -> Iterator[Finding]:
    """Yield the first claim of each sentence that is about this format and states it as a fact."""
    text = passage.prose.text
    for sentence in sentences(text):
        following = bisect_left(claims, (sentence.start, 0))
        start, end = claims[following] if following < len(claims) else (len(text), 0)
        if start >= sentence.end:
            continue
        written = text[sentence.start : sentence.end]
        is_stated = _about_the_format.search(written) and not _hearsay.search(written)
        if is_stated and not is_quoted(passage.prose, start, end):
            message = (
                f"“{' '.join(text[start:end].split())}” stands in a claim about this format that has no known source"
            )
            yield passage.finding(start, end, message, _HINT)
