"""A word of the trade has no plain gloss.

What it does
    Reports the first time that a briefing uses an entry under ``jargon`` in ``templates/house/plain-words.yml``,
    unless the briefing explains it: the word is in its title or in a heading that is a question, stands in brackets,
    is followed by an explanation, or the plain words stand in the same section. What is quoted or linked does not
    count, nor do everyday senses: “the violence escalated” speaks of no plan, decision or concern.

Why it matters
    A briefing is read by every agency, and by families. What one service says every day another does not know.

Example
    “We triangulated the account.”

Use instead
    “We checked what we were told against what others know.”

Source
    Oldham rewrote a briefing because partners called it “social work language”
    (https://www.osab.org.uk/post/?permalink=osab-7-minute-briefing-making-safeguarding-personal).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import Found, House
from publisher.house.lists import Jargon
from publisher.rules._english import is_english
from publisher.rules._reading import is_mentioned, sentence_at
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "PLN008"
NAME = "unexplained-jargon"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_explained_after = re.compile(
    r"['’]?s?[”\"]?(?:,? (?:\(|[–—] |that is\b|means?\b|meaning\b|is (?:when|where|a|an|the|about)\b"
    r"|are the\b|happens when\b)|(?: [\w’'-]{1,20}){0,4},? (?:that|which) means\b|, or |: )",
    re.IGNORECASE,
)
# The rest of a name, as in “multi-agency safeguarding hub (MASH)” and “Core Group Procedure”.
_before_acronym = re.compile(r"(?: [\w'’-]{1,20}){0,4} \([A-Z][\w&]{1,9}\)")
_before_capital = re.compile(r" [A-Z]")
_LOOKED_AT = 20
"""Uses of a word that are searched for an explanation."""

_word = re.compile(r"[^\W\d_]{4,}")
_ending = re.compile(r"(?:ies|es|s|ing|ed|y|e)$")
_common_words = """
    about against from have other others take that them they this what when which with
"""
_common = frozenset(_common_words.split())


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each word of the trade, where it is first used, that is nowhere explained."""
    if not is_english(subject.work):
        return
    uses: dict[str, list[tuple[Passage, Found[Jargon]]]] = {}
    for passage in subject.of(Part.TITLE, Part.SUBTITLE, Part.HEADING, Part.BODY):
        for found in house.plain_words.jargon.find(passage.prose.text):
            text = passage.prose.text
            is_meant = _is_of_the_trade(text, found) and not _is_in_name(text, found)
            if is_meant and not is_mentioned(passage, found.start, found.end):
                uses.setdefault(found.item.term, []).append((passage, found))
    for places in uses.values():
        in_text = [(passage, found) for passage, found in places if passage.part is Part.BODY]
        if in_text and not any(_is_explained(passage, found) for passage, found in places[:_LOOKED_AT]):
            passage, found = in_text[0]
            message = f"“{found.text}” is a word of the trade, and is not explained"
            hint = f"Say it in plain words, or give them beside it: “{found.item.gloss}”."
            yield passage.finding(found.start, found.end, message, hint)


def _is_of_the_trade(text: str, found: Found[Jargon]) -> bool:
    """Whether the sentence has one of the words that show which sense is meant, if there are such words."""
    near = _stems(found.item.near)
    return not near or not near.isdisjoint(_stems(sentence_at(text, found.start)))


def _is_in_name(text: str, found: Found[Jargon]) -> bool:
    """Whether the words begin a name, or say what an acronym stands for."""
    if text[max(0, found.start - 12) : found.start].endswith("stands for ") or _before_acronym.match(text, found.end):
        return True
    return found.text[:1].isupper() and _before_capital.match(text, found.end) is not None


def _is_explained(passage: Passage, found: Found[Jargon]) -> bool:
    text = passage.prose.text
    if passage.part is Part.TITLE or (passage.part is Part.HEADING and text.rstrip().endswith("?")):
        return True
    if text[: found.start].rstrip().endswith("(") or _explained_after.match(text, found.end):
        return True
    gloss = _stems(found.item.gloss)
    rest = _stems(text[: found.start] + text[found.end :])
    return bool(gloss) and len(gloss & rest) * 2 > len(gloss)


def _stems(text: str) -> set[str]:
    """Return the longer words of a text without their endings, so that “plans” and “plan” are one."""
    return {_ending.sub("", word) for word in _word.findall(text.casefold()) if word not in _common}
