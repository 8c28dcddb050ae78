"""Words are written in capitals for emphasis.

What it does
    Reports words in capitals that are not acronyms: words such as MUST and NOT, words that the text also has in small
    letters, and several in a row. What is quoted or linked, and known acronyms, are left alone; an unknown acronym
    is another rule's business (ACR001).

Why it matters
    Capitals have no shape to recognise, which is hard for dyslexic readers, and some screen readers spell them out.

Example
    “Lack of consent MUST NOT be a barrier.”

Use instead
    “Lack of consent **must not** be a barrier.”

Source
    GOV.UK, Publishing accessible documents
    (http://govwire.co.uk/news/government-digital-service/guidance-publishing-accessible-documents-98735, a mirror);
    British Dyslexia Association, style guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._acronyms import NAMES_IN_SMALL_LETTERS
from publisher.rules._english import is_english
from publisher.rules._reading import is_mentioned, is_replaceable, starts_sentence
from publisher.rules._rule import OWN_WORDS, Part, Passage, Scope, Subject
from publisher.rules._to_come import stand_ins

CODE = "PLN003"
NAME = "word-in-capitals"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_word = re.compile(r"(?<![\w&@./'’-])[A-Z]+(?:['’][A-Z]+)?(?![\w&@]|[./-]\w)")
# The World Health Organization, and not a word that is stressed.
_health_body = re.compile(
    r"(?<=\b[Tt]he )WHO\b|(?<=\()WHO\b"
    r"|\bWHO(?= (?:\(World Health|guid|recommend|defin|report|advi[cs]e|data|estimate|standard|growth|Europe))"
)
# A word that is shouted has two at least; quick to look for.
_two_capitals = re.compile(r"[A-Z]['’]?[A-Z]")
_small = re.compile(r"\b[a-z]{4,}\b")
_emphatic_words = """
    ABOUT AFTER ALL ALONE ALSO ALWAYS AND ANY ANYONE ARE BE BEFORE BOTH BUT BY CAN CANNOT CAN'T CHECK DAILY DO
    DON'T DURING EACH EVER EVERY EVERYONE FIRST FOR FROM HAVE HIGH HOW IF IMMEDIATE IMMEDIATELY IMPORTANT IN IS
    ITS KEY LISTEN MAY MORE MOST MUST MUSTN'T NEVER NEW NO NOBODY NONE NOT NOTE NOTHING NOW OF OFF ON ONLY OR OUR
    OUT PLEASE REALLY RECORD REMEMBER SAME SHALL SHARE SHOULD SOME SPEAK STOP THE THEIR THEM THEN THERE THESE THEY
    THIS THOSE TO TODAY UNDER UNTIL UPDATED UP URGENT VERY WARNING WE WHAT WHEN WHERE WHO WHY WILL WITH WITHIN
    WITHOUT YES YOU YOUR
"""
_emphatic = frozenset(_emphatic_words.split())
_LONGEST_ACRONYM = 6
_endings = ("ABLE", "ALLY", "ANCE", "ENCE", "ERS", "ING", "LY", "MENT", "NESS", "REN", "SION", "TED", "TION", "TIONS")


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each word, or row of words, that is shouted."""
    if not is_english(subject.work):
        return
    small = _SmallWords(subject)
    passages = subject.of(*OWN_WORDS)
    for passage in passages:
        for row in _rows(passage.prose.text, house):
            start, end = row[0].start(), row[-1].end()
            words = " ".join(passage.prose.text[start:end].split())
            if any(first <= start < last for first, last in stand_ins(passage.prose.text)):
                continue
            if words in NAMES_IN_SMALL_LETTERS and not is_mentioned(passage, start, end):
                name = NAMES_IN_SMALL_LETTERS[words]
                replacement = name if is_replaceable(passage, start, end) else None
                yield passage.finding(start, end, f"“{words}” is in capitals", f"Write “{name}”.", replacement)
            elif (_is_whole_heading(words, passage) or _is_shouted(row, small)) and not is_mentioned(
                passage, start, end
            ):
                message = f"“{words}” is in capitals"
                yield passage.finding(start, end, message, _hint(passage), _replacement(passage, start, end))


class _SmallWords:
    """The words that a briefing has in small letters, gathered when they are first asked for."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for passage in self._subject.passages for word in _small.findall(passage.prose.text))


def _rows(text: str, house: House) -> Iterator[list[re.Match[str]]]:
    """Yield the words in capitals, those that follow each other together; known acronyms part them."""
    row: list[re.Match[str]] = []
    health_body = {match.start() for match in _health_body.finditer(text)} if "WHO" in text else set()
    for match in _word.finditer(text) if _two_capitals.search(text) else ():
        if match.start() in health_body:
            continue
        follows = bool(row) and text[row[-1].end() : match.start()] == " "
        if not (follows and (_joins(match.group()) or not _is_acronym(match.group(), house))):
            yield from _ended(row)
            row = [] if _joins(match.group()) or _is_acronym(match.group(), house) else [match]
        else:
            row.append(match)
    yield from _ended(row)


def _ended(row: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    while row and _joins(row[-1].group()):
        row.pop()
    if row:
        yield row


def _joins(word: str) -> bool:
    """Whether letters are a word in capitals only among others: “BE A GOOD LISTENER”, “WRITE IT DOWN”."""
    return len(word) == 1 or word in {"IT", "US"}


def _is_acronym(word: str, house: House) -> bool:
    entry = house.acronyms.get(word)
    if word in _emphatic:
        return entry is not None and entry.acronym.upper() == word
    return entry is not None or house.acronyms.is_well_known(word)


def _is_whole_heading(words: str, passage: Passage) -> bool:
    """Whether a word too long for an acronym is all that a heading says: “BACKGROUND”."""
    return passage.part in {Part.TITLE, Part.HEADING} and len(words) > _LONGEST_ACRONYM and words == passage.prose.text


def _is_shouted(row: list[re.Match[str]], small: _SmallWords) -> bool:
    words = [match.group().replace("’", "'") for match in row if len(match.group()) > 1]
    if len(words) > 2 or any(word in _emphatic for word in words):
        return True
    if any(len(word) > 5 and word.endswith(_endings) for word in words):
        return True
    return any(len(word) > 3 and word.lower() in small.words for word in words)


def _hint(passage: Passage) -> str:
    if passage.part in {Part.BODY, Part.QUESTION}:
        return "Use small letters, in bold where it is needed."
    return "Use small letters, with capitals only at the start and in names."


def _replacement(passage: Passage, start: int, end: int) -> str | None:
    """Return the words in small letters, in bold where that is possible; None where a name may be among them."""
    words = passage.prose.text[start:end]
    sole = passage.part is not Part.BODY and passage.part is not Part.QUESTION
    if not is_replaceable(passage, start, end) or not set(words.split()) <= _emphatic or sole:
        return None
    small = words.capitalize() if starts_sentence(passage.prose.text, start) else words.lower()
    if passage.prose.inside("strong", start, end):
        return small
    return None if passage.prose.inside("emphasis", start, end) else f"**{small}**"
