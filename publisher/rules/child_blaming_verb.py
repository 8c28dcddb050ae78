"""A child is the one who failed, refused or chose.

What it does
    Reports a child or a parent as the subject of “failed to”, “refused to”, “chose to” and the like, from the house
    list ``templates/house/terms.yml``. “She”, “he” or “they” with such a verb is advice, and only where a child and
    nobody else has just been named. Words that are only mentioned may stay, as in LNG002.

Why it matters
    Responsibility sits with the person who harms and with the adults who can protect. “Failed to disclose” makes the
    child answer for what nobody asked.

Example
    “The child failed to disclose.”

Use instead
    “No adult asked the child what was wrong.”

Source
    The Children's Society, guide to language about child exploitation
    (https://www.childrenssociety.org.uk/information/professionals/resources/child-exploitation-language-guide).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.rules._english import is_english
from publisher.rules._mentions import is_quoted, is_spoken_of
from publisher.rules._rule import Part, Passage, Scope, Subject
from publisher.rules._terms import TermRule, terms_in

CODE = "LNG003"
NAME = "child-blaming-verb"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_terms = TermRule(CODE, SEVERITY)

_pronoun_and_verb = re.compile(
    r"\b(?:she|he|they)(?:['’]d)?(?: (?:has|have|had))?(?: (?:repeatedly|again|often|always|still|simply|then|also))?"
    r" (?:(?:fail(?:s|ed)?|refus(?:e|es|ed)) to"
    r" (?:disclose|talk|speak|tell|say|co-?operate|comply|work with|accept|return|go to (?:school|college))"
    r"|(?:chooses?|chose) to (?:go missing|run away|stay with|stay out|associate)"
    r"|puts? (?:him|her|them)sel(?:f|ves) (?:in danger|in harm['’]s way))\b",
    re.IGNORECASE,
)
_verbs = frozenset(
    {"fail", "fails", "failed", "refuse", "refuses", "refused", "choose", "chooses", "chose", "put", "puts"}
)
_child = re.compile(
    r"\b(?:child(?:ren)?|young (?:person|people)|teenagers?|boys?|girls?|pupils?|siblings?|twins?)\b", re.IGNORECASE
)
_somebody_else = re.compile(
    r"\b(?:(?:step|grand)?(?:mother|father|parent|mum|dad)s?|m[ae]n|wom[ae]n|carers?|partners?|adults?|famil(?:y|ies)"
    r"|relatives?|neighbours?|workers?|managers?|teachers?|visitors?|officers?|offenders?|abusers?|practitioners?"
    r"|professionals?|agenc(?:y|ies)|services?|staff|police|schools?|nurses?|doctors?|gps?|teams?|councils?"
    r"|perpetrators?|friends?|brothers?|sisters?)\b",
    re.IGNORECASE,
)
_look_back = 250
_sentence_end = re.compile(r"[.!?]\s|\n")
_MESSAGE = "may make the child answer for what adults should have done"
_HINT = "If this is the child, say what adults did or did not do, and what stopped the child."


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each place where a child or a parent is the subject of a verb that blames."""
    yield from _terms.findings(subject, house)
    if is_english(subject.work):
        for passage in subject.of(Part.SUMMARY, Part.BODY, Part.QUESTION):
            yield from _pronouns(passage, house)


def _pronouns(passage: Passage, house: House) -> Iterator[Finding]:
    prose = passage.prose
    if _verbs.isdisjoint(words_in(prose.text)):
        return
    for match in _pronoun_and_verb.finditer(prose.text):
        start, end = match.span()
        reported = any(found.start < end and start < found.end for found in terms_in(house.terms, prose.text))
        if reported or is_quoted(prose, start, end) or is_spoken_of(prose, start) or not _is_a_child(prose.text, start):
            continue
        written = " ".join(match.group().split())
        yield replace(passage.finding(start, end, f"“{written}” {_MESSAGE}", _HINT), severity=Severity.INFO)


def _is_a_child(text: str, start: int) -> bool:
    """Whether the sentence so far and the one before it name a child and nobody else."""
    before = text[max(0, start - _look_back) : start]
    breaks = [match.end() for match in _sentence_end.finditer(before)]
    before = before[breaks[-2] if len(breaks) > 1 else 0 :]
    return _child.search(before) is not None and _somebody_else.search(before) is None
