"""The way in which somebody died by suicide, or explicit detail of sexual abuse, is told.

What it does
    Reports words for a method (``suicide-methods`` in ``templates/house/keywords.yml``) beside words for suicide or
    self-harm (``suicide`` there), or by themselves where nothing else can be meant (“was found hanging”, “took an
    overdose”, “died after she jumped from a bridge”), and explicit sexual terms. It is an error where a sentence tells
    it of one person; general advice that names a method is for its author to look at again. The words themselves are
    not repeated, and what was an accident or a flight is left alone.

Why it matters
    Telling of a method can lead others to follow it. Explicit detail hurts the child and the family once more, and
    adds nothing to what is to be learned.

Example
    “He took an overdose of … and died by suicide.”

Use instead
    “He died by suicide”, and a line where readers can find support.

Source
    Samaritans, Media guidelines for reporting suicide, which ask to leave out the method; Public Health Dorset,
    Suicide-safely wordbook; the second checklist of Dr Julia Brophy (2016), on abridging accounts of sexual abuse.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import Found, House, Keywords
from publisher.house.tokens import words_in
from publisher.readability import sentences
from publisher.rules._case import is_case, telling
from publisher.rules._english import is_english
from publisher.rules._keywords import keywords_of
from publisher.rules._reading import sentence_at
from publisher.rules._rule import Passage, Scope, Subject

CODE = "PRV016"
NAME = "explicit-detail"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_PERSON = r"(?:boy|girl|man|woman|child|teenager|mother|father|young person|son|daughter)"
_one_person = re.compile(
    rf"\b(?:he|she|him|her|his|hers|himself|herself|themself|a (?:\w+ ){{0,3}}{_PERSON}|the {_PERSON})\b", re.IGNORECASE
)
_past = re.compile(
    r"\b(?:was|were|had|did|died|found|took|taken|used|made|forced|told|cut|slit|hung|shot|\w{3,12}ed)\b", re.IGNORECASE
)
# “When” is general in front, and before “a child”, “you” and the like; “when his mother came home” tells of one day.
_general = re.compile(
    r"\b(?:if|whether|may|might|can|could(?! not|n)|should|ask|such as|for example)\b|^\W{0,6}when\b"
    r"|\bwhen (?:an?|any|you|someone|somebody|people|children)\b",
    re.IGNORECASE,
)
_sexual_words = """
    anal anally digitally ejaculate ejaculated ejaculates ejaculating ejaculation fondled genitalia masturbate
    masturbated masturbates masturbating masturbation penetrated penetrating penetration penetrative penis semen vagina
    vaginal vaginally
"""
_sexual = re.compile(
    rf"\b(?:{'|'.join(_sexual_words.split())}|genitals?(?! (?:mutilation|cutting))|oral sex"
    r"|rap(?:e|ed|ing)(?: \w{2,15}){0,3} orally|orally (?:rap|abus)(?:ed|ing)|oral rape)\b",
    re.IGNORECASE,
)
_any_sexual = frozenset({*_sexual_words.split(), "genital", "genitals", "oral", "orally"})
"""Words of which each of these has one."""
_SEXUAL_HINT = "Say that the child was sexually abused, and no more."
_METHOD_HINT = "Say that somebody died by suicide or harmed themselves, and no more; give a support line."
# These need no other word to be about suicide or self-harm; the second where a sentence tells them of one person.
_by_itself = re.compile(r"(?:hanged|hanging|hung)\s\w+", re.IGNORECASE)
_of_one = re.compile(
    r"(?:cut|slit)\s\w+\swrists?|(?:poisoned|shot|stabbed|drowned)\s\w+|overdose[ds]?|hanged|hanging|ligature[sd]?|noose"
    r"|(?:jump|threw|throwing).+",
    re.IGNORECASE,
)
# What has to stand before some of them, and anywhere in the sentence for others, so that a death is told.
_died = r"\b(?:died|deaths?|killed)\b"
_died_of = rf"{_died}(?: [\w’'-]{{1,15}}){{0,4}} (?:by|from|of|after|through)"
_led_up_to = {
    "hanging": re.compile(
        rf"(?:\b(?:found|(?:he|she|they) (?:was|were)|himself|herself)|{_died_of}(?: [\w-]{{1,15}})?)\s$", re.IGNORECASE
    ),
    "overdose": re.compile(
        rf"(?:\b(?:took|taken|taking) (?:an?|another)|{_died_of}(?: an?)?)\s(?:[\w-]{{1,15}}\s){{0,2}}$", re.IGNORECASE
    ),
}
_of_leaps = re.compile(r"jump|threw|throwing", re.IGNORECASE)
_a_death = re.compile(_died, re.IGNORECASE)
_not_meant = re.compile(
    r"\b(?:accident(?:al|ally)?|by mistake|mistakenly|unintended|unintentional(?:ly)?|escap(?:e|ed|ing)|flee(?:ing)?"
    r"|fled|get away)\b",
    re.IGNORECASE,
)
_LEAD = 70
_other_sense = re.compile(
    r"(?<=[Hh]anging)\s(?:around|out|on|about|over|up|an?|the|his|her|their|some)\b"
    r"|(?<=[Hh]ung)\s(?:around|out|on|about|up)\b"
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each detail."""
    if not is_english(subject.work):
        return
    case = is_case(subject.work)
    for passage in telling(subject):
        yield from _methods(passage, house)
        text = passage.prose.text
        for match in () if _any_sexual.isdisjoint(words_in(text)) else _sexual.finditer(text):
            if _tells_of_one(sentence_at(text, match.start())):
                found = passage.finding(*match.span(), "explicit detail of sexual abuse stands here", _SEXUAL_HINT)
                yield found if case else replace(found, severity=Severity.WARNING)


def _methods(passage: Passage, house: House) -> Iterator[Finding]:
    text = passage.prose.text
    methods = [one for one in keywords_of(text, house, "suicide-methods") if not _other_sense.match(text, one.end)]
    spoken_of = [one.start for one in keywords_of(text, house, "suicide")] if methods else []
    spoken_of += [one.start for one in methods if _by_itself.fullmatch(one.text) or _is_of_one(one, text)]
    near = _near(text, spoken_of)
    for one in methods:
        if _index_at(text, one.start) in near:
            found = passage.finding(one.start, one.end, "a method of suicide or self-harm stands here", _METHOD_HINT)
            told = _tells_of_one(sentence_at(text, one.start))
            yield found if told else replace(found, severity=Severity.INFO)


def _is_of_one(method: Found[Keywords], text: str) -> bool:
    """Whether a sentence tells of one person what can only have been meant to end or harm their life."""
    led_up_to = _led_up_to.get(method.text.casefold().removesuffix("s"))
    if not _of_one.fullmatch(method.text):
        return False
    if led_up_to and not led_up_to.search(text, max(0, method.start - _LEAD), method.start):
        return False
    sentence = sentence_at(text, method.start)
    if _of_leaps.match(method.text) and not _a_death.search(sentence):
        return False
    return _tells_of_one(sentence) and not _not_meant.search(sentence)


def _near(text: str, places: list[int]) -> set[int]:
    """Return the positions of the sentences in which the places are, and of those before and after them."""
    return {index + step for index in (_index_at(text, place) for place in places) for step in (-1, 0, 1)}


def _index_at(text: str, place: int) -> int:
    return bisect_right(sentences(text), place, key=lambda one: one.start) - 1


def _tells_of_one(sentence: str) -> bool:
    """Whether a sentence tells what happened to, or was done by, one person."""
    told = _one_person.search(sentence) and _past.search(sentence)
    return bool(told) and not _general.search(sentence)
