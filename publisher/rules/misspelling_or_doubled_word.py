"""A word is misspelt, in another country's spelling, or written twice.

What it does
    Reports the entries under ``spelling`` in ``templates/house/plain-words.yml``, and a word that follows itself.
    Words that can be doubled in good English (“had had”, “that that”, “what it is is”, “come in in”) are left alone,
    and so are names and, for spelling, what is quoted or linked.

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
    bye do ha had knock mercy no now that there tut well yes
"""
_may_be_doubled = frozenset(_may_be_doubled_words.split())
# What stands before others that are in good English only there: “what it is is”, “come in in May”, “gave her her coat”.
_clause = re.compile(r"\b(?:what|whatever|who|where|how|all(?! of\b))\b(?: [\w’'-]{1,20}){1,6} $", re.IGNORECASE)
_before_in_and_on = """
    bring brings brought call called calling calls carried carries carry carrying check checked checking checks come
    comes coming came get gets go goes going gone got hand handed joined join keep keeps kept log logged logging logs
    move moved moves moving passed settle settled sign signed signing step stepped take taken takes taking took turn
    turned turns went work worked working
"""
_before_her = """
    bought bring brings brought buy buys call called calls gave get gets give gives giving got handed lend lent made
    make makes offered passed read send sends sent show showed shows take takes tell tells told took
"""
_before_will = "a an her his my our the their your"
_clauses = dict.fromkeys(("is", "was"), _clause)
_words_before = {"in": _before_in_and_on, "on": _before_in_and_on, "her": _before_her, "will": _before_will}
_led_up_to = _clauses | {
    word: re.compile(rf"\b(?:{'|'.join(before.split())}) $", re.IGNORECASE) for word, before in _words_before.items()
}
_LEAD = 140
# Capitals do not make a name of these: “The The plan”.
_never_names_listed = """
    and are but for from how if is it of or our that the their these they this to was we were what when who with you
    your
"""
_never_names = frozenset(_never_names_listed.split())
_months_and_names = frozenset({"May", "Will"})
_foreign_english = re.compile(r"en[-_](?:us|ca)\b", re.IGNORECASE)
_address_before = re.compile(r"[@/_]$|\w\.$")
_address_after = re.compile(r"[@_]|[.-]\w")
_capital_near = re.compile(r"[A-Z][\w'’-]{0,40} (?:for |of |the |on |and )?$")


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each misspelling, in English, and each doubled word."""
    english = is_english(subject.work)
    is_british = english and not _foreign_english.match(subject.work.lang.strip())
    for passage in subject.of(*OWN_WORDS):
        if english:
            yield from _doubles(passage)
        for found in house.plain_words.spelling.find(passage.prose.text) if is_british else ():
            text, start, end = passage.prose.text, found.start, found.end
            if not (_is_in_name(text, found) or _is_in_address(text, start, end) or is_mentioned(passage, start, end)):
                yield _misspelling(passage, found)


def _doubles(passage: Passage) -> Iterator[Finding]:
    words = [form for form in forms_in(passage.prose.text) if form != "\n"]
    if not any(map(eq, words, words[1:])):
        return
    for match in _doubled.finditer(passage.prose.text):
        first = match[1]
        if not _is_slip(match):
            continue
        replacement = first if is_replaceable(passage, *match.span()) else None
        message = f"“{match.group()}” has the same word twice"
        yield passage.finding(match.start(), match.end(), message, f"Write “{first}” once.", replacement)


def _is_slip(match: re.Match[str]) -> bool:
    """Whether a word that follows itself can be neither a name nor good English."""
    first, second = match.groups()
    word = first.casefold()
    if second not in {first, first.lower()} or word in _may_be_doubled or first in _months_and_names:
        return False
    if second.istitle():
        return word in _never_names
    led_up_to = _led_up_to.get(word)
    return led_up_to is None or led_up_to.search(match.string, max(0, match.start() - _LEAD), match.start()) is None


def _misspelling(passage: Passage, found: Found[Spelling]) -> Finding:
    right = found.replacement(found.item.words)
    hint = f"Write “{right}”." if right else "Use the British spelling."
    replacement = right if right and is_replaceable(passage, found.start, found.end) else None
    what = "is misspelt" if found.item.slips else "is not British spelling"
    return passage.finding(found.start, found.end, f"“{found.text}” {what}", hint, replacement)


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether the word is part of an address, such as “childrens.services@”, which has no apostrophes."""
    return (
        _address_before.search(text, max(0, start - 2), start) is not None
        or _address_after.match(text, end) is not None
    )


def _is_in_name(text: str, found: Found[Spelling]) -> bool:
    """Whether the word belongs to a name, such as “World Health Organization” or “Center for Disease Control”."""
    if not found.text[:1].isupper() or found.text.isupper():
        return False
    follows = _capital_near.search(text[max(0, found.start - 50) : found.start]) is not None
    precedes = re.match(r" (?:for |of |the |on |and ){0,2}[A-Z]", text[found.end : found.end + 20]) is not None
    return follows or precedes or not starts_sentence(text, found.start)
