"""Verbs that tell a reader to do something."""

from __future__ import annotations

import re

_verbs = """
    accept act adapt add address adopt advise agree aim allow always analyse apply approach arrange ask assess attend
    avoid be bear book bring build call care carry celebrate challenge change check choose clarify collect come
    communicate compare complete confirm consider consult contact contribute convene co-ordinate coordinate create
    decide describe develop discuss display do document don't draw embed encourage engage ensure escalate establish
    evidence examine explain explore familiarise feed find focus follow gather get give go have hear help highlight hold
    identify include inform invite involve join keep know lead learn let liaise listen look maintain make map match
    measure meet monitor name never note notice observe offer open organise own pass pause phone pick plan please
    prepare present promote protect provide put question raise reach recognise record reduce refer reflect remember
    remind repeat report request respect respond retain review revisit ring save say seek send set share show sign slow
    speak spend start stay step stop strengthen submit support take talk teach tell test think train treat trust try
    understand update use value wait watch weigh welcome work write
"""
_pointing_verbs = "click download read see view visit"
_nouns_too = """
    act aim approach book call care challenge change check contact display document draw evidence feed focus
    help highlight hold lead look map match measure name note notice offer own pass pause phone plan present question
    reach record report request respect review ring set share show sign slow start stay step stop support talk test
    train trust try update use value wait watch welcome work
"""
_instructions = frozenset(_verbs.split())
_pointers = frozenset(_pointing_verbs.split())
_sure = _instructions - frozenset(_nouns_too.split()) - {"always", "never", "please", "do", "don't"}
_word = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_opening_words = """
    after also and as at before by during first finally for from if in instead next on once otherwise so then to
    unless until when whenever where wherever while with
"""
_opening = frozenset(_opening_words.split())
_second = re.compile(r"[,;:–—]\s+(?:(?:please|then|always|also)\s+)?([^\W\d_]+(?:['’-][^\W\d_]+)?)")


def first_word(sentence: str) -> str:
    """Return the first word of a sentence in small letters, or ""."""
    found = _word.search(sentence)
    return found.group().casefold().replace("’", "'") if found else ""


def is_surely_verb(word: str) -> bool:
    """Whether a first word can hardly be anything but an instruction: “ask”, but not “record”."""
    return word in _sure


def begins_with_instruction(sentence: str, *, may_point: bool) -> bool:
    """Whether a sentence tells the reader to do something; “read” and “see” count only with ``may_point``."""
    word = first_word(sentence)
    known = _instructions | _pointers if may_point else _instructions
    if sentence.rstrip().endswith("?") or sentence.casefold().startswith("find out"):
        return False
    if word in _opening:
        return any(second.casefold().replace("’", "'") in known for second in _second.findall(sentence))
    return word in known
