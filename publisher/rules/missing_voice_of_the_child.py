"""A briefing about children does not speak of their voice or daily life.

What it does
    Looks for words such as “voice”, “lived experience”, “wishes and feelings” or “what life is like” in a briefing
    that names children at least three times and does not have the topic ``adult-safeguarding``. The words are those
    of the house list ``templates/house/keywords.yml``.

Why it matters
    Reviews keep finding that adults talked about the child and not with the child.

Example
    a briefing on thresholds that speaks of forms, meetings and parents

Use instead
    the same with “What is life like for this child each day?”

Source
    A recurring theme in all the published briefings read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._english import is_english
from publisher.rules._keywords import keywords_in
from publisher.rules._rule import OWN_WORDS, Scope, Subject

CODE = "CON002"
NAME = "missing-voice-of-the-child"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

LEAST_MENTIONS = 3

_child = re.compile(r"\b(?:child(?:ren)?|bab(?:y|ies)|young (?:person|people)|teenagers?|pupils?)\b", re.IGNORECASE)
_children = r"(?:[Cc]hild(?:ren)?|[Bb]oys?|[Gg]irls?|[Yy]oung (?:person|people)|[Tt]eenagers?|[Pp]upils?)"
# “Noah's world” as a heading, words that a child is quoted with, and what children, not their parents, say.
_heard = re.compile(
    r"\b(?!Mother|Father|Parent|Mum|Dad|Family|Women|Men|People)[A-Z][a-zà-ž]{1,20}['’]s"
    r" (?:day|story|view|voice|world)\b|\btold (?:us|me|her|his|their|an?|the)\b[^.“\"\n]{0,50}: ?[“\"]"
    r"|[”\"],? said (?:an?|one|the|another) (?:child|boy|girl|young person|teenager|pupil)\b"
    rf"|\b(?:{_children}|[Hh]e|[Ss]he) (?:said|says?|told (?:us|me|her|him|them)|asked|wrote)[,:]? [“\"‘']"
    rf"|(?<!\bof )(?<!\bwith )(?<!\bof the )(?<!\bwith the )\b{_children}"
    r" (?:(?:tells?|told) (?:us|me)|(?:says?|said) (?:that|they|he|she|who|what|how|it))\b"
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield one finding where children are spoken about and nobody asks what life is like for them."""
    if not is_english(subject.work) or "adult-safeguarding" in subject.work.topics:
        return
    mentions = (match for passage in subject.of(*OWN_WORDS) for match in _child.finditer(passage.prose.text))
    if len(list(islice(mentions, LEAST_MENTIONS))) < LEAST_MENTIONS:
        return
    if next(keywords_in(subject, house, "voice-of-the-child"), None) is None and not _is_heard(subject):
        message = "the text speaks of children, and not of their voice or daily life"
        hint = "Say how to find out what life is like for the child, in the child's own words where you can."
        yield Finding((subject.parts,), message, hint, key=True)


def _is_heard(subject: Subject) -> bool:
    """Whether a child is quoted, or has a story or a world of their own."""
    return any(_heard.search(passage.prose.text) for passage in subject.of(*OWN_WORDS))
