"""A word is misspelt, in another country's spelling, or written twice.

What it does
    Reports the entries under ``spelling`` in ``templates/house/plain-words.yml``, and a word that follows itself.
    Words that can be doubled in good English (“had had”, “that that”) are left alone, and so are names and, for
    spelling, what is quoted or linked.

Why it matters
    A slip distracts from the message and costs trust in it.

Example
    “this this learning is evidenced based”

Use instead
    “this learning is evidence based”

Source
    Both slips stand in one published briefing. British spelling: house rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from publisher.diagnostics import Finding, Severity
from publisher.house import Found, House
from publisher.house.lists import Spelling
from publisher.house.tokens import forms_in
from publisher.rules._english import is_english
from publisher.rules._reading import is_mentioned, is_replaceable, starts_sentence
from publisher.rules._rule import OWN_WORDS, Passage, Scope, Subject

CODE = "PLN007"
NAME = "misspelling-or-doubled-word"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

# Blanks within a line; the prose has one for a line that is wrapped, and line ends between its paragraphs.
_doubled = re.compile(r"(?<![\w'’-])([^\W\d_]+)[ \t]+(\1)(?![\w'’-])", re.IGNORECASE)
_may_be_doubled_words = """
    again bye do had ha her hers him his in is knock long many may mercy much no now off on over really she so
    that their them there they tut us very was well who will yes you
"""
_may_be_doubled = frozenset(_may_be_doubled_words.split())
_foreign_english = re.compile(r"en[-_](?:us|ca)\b", re.IGNORECASE)
_capital_near = re.compile(r"[A-Z][\w'’-]{0,40} (?:for |of |the |on |and )?$")


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each misspelling, in English, and each doubled word."""
    english = is_english(subject.work)
    is_british = english and not _foreign_english.match(subject.work.lang.strip())
    for passage in subject.of(*OWN_WORDS):
        if english:
            yield from _doubles(passage)
        for found in house.plain_words.spelling.find(passage.prose.text) if is_british else ():
            if not _is_in_name(passage.prose.text, found) and not is_mentioned(passage, found.start, found.end):
                yield _misspelling(passage, found)


def _doubles(passage: Passage) -> Iterator[Finding]:
    words = [form for form in forms_in(passage.prose.text) if form != "\n"]
    if not any(map(eq, words, words[1:])):
        return
    for match in _doubled.finditer(passage.prose.text):
        first, second = match.groups()
        is_slip = second in {first, first.lower()} and not second.istitle()
        if not is_slip or first.casefold() in _may_be_doubled:
            continue
        replacement = first if is_replaceable(passage, *match.span()) else None
        message = f"“{match.group()}” has the same word twice"
        yield passage.finding(match.start(), match.end(), message, f"Write “{first}” once.", replacement)


def _misspelling(passage: Passage, found: Found[Spelling]) -> Finding:
    right = found.replacement(found.item.words)
    hint = f"Write “{right}”." if right else "Use the British spelling."
    replacement = right if right and is_replaceable(passage, found.start, found.end) else None
    what = "is misspelt" if found.item.slips else "is not British spelling"
    return passage.finding(found.start, found.end, f"“{found.text}” {what}", hint, replacement)


def _is_in_name(text: str, found: Found[Spelling]) -> bool:
    """Whether the word belongs to a name, such as “World Health Organization” or “Center for Disease Control”."""
    if not found.text[:1].isupper() or found.text.isupper():
        return False
    follows = _capital_near.search(text[max(0, found.start - 50) : found.start]) is not None
    precedes = re.match(r" (?:for |of |the |on |and ){0,2}[A-Z]", text[found.end : found.end + 20]) is not None
    return follows or precedes or not starts_sentence(text, found.start)
