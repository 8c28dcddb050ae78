"""A Latin abbreviation or an ampersand stands where plain words would do.

What it does
    Reports the entries under ``latin`` in ``templates/house/plain-words.yml``, such as “e.g.”, “etc.” and “&”. What
    is quoted or linked is left alone, and so is an ampersand in a name, in “A&E” or in an entity (PLN010).

Why it matters
    Not everyone knows the Latin, “e.g.” and “i.e.” are mixed up, and screen readers say “egg”.

Example
    “adults, e.g. teachers & nurses”

Use instead
    “adults, for example, teachers and nurses”

Source
    Woking
    (https://www.woking.gov.uk/digital-experience-service-toolkit/writing-wokinggovuk/clear-language-readability).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import Found, House
from publisher.house.lists import Latin
from publisher.rules._english import is_english
from publisher.rules._marks import entities
from publisher.rules._reading import is_mentioned, is_replaceable
from publisher.rules._rule import OWN_WORDS, Part, Passage, Scope, Subject

CODE = "PLN006"
NAME = "latin-or-ampersand"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

# Ireland, and an abbreviation of several bodies.
_not_latin = frozenset({"EG", "IE"})
_name_before = re.compile(r"(?:[A-Z][\w'’-]{0,40}|\W) ?$")
_name_after = re.compile(r" ?[A-Z]")
_joined = re.compile(r"\w&\w")
_opens = re.compile(r"(?:^|[\n.!?(:;,–—]) ?$")
_end_of_clause = re.compile(r"\s*(?:[.,;:)–—]|$)")


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each Latin abbreviation and each ampersand."""
    if not is_english(subject.work):
        return
    parts = subject.of(*OWN_WORDS)
    for passage in parts:
        of_entities = {match.start() for match in entities(passage.prose.text)}
        for found in house.plain_words.latin.find(passage.prose.text):
            is_name = found.text == "&" and _joins_a_name(passage.prose.text, found.start)
            is_no_word = is_name or found.start in of_entities or found.text in _not_latin
            if is_no_word or is_mentioned(passage, found.start, found.end):
                continue
            end = _with_full_stop(passage.prose.text, found)
            message = f"“{passage.prose.text[found.start : end]}” stands for plain words"
            yield passage.finding(found.start, end, message, found.item.instead, _replacement(passage, found, end))


def _joins_a_name(text: str, place: int) -> bool:
    """Whether the ampersand at ``place`` belongs to a name, such as “Smith & Sons” or “L&R”."""
    if _joined.match(text, max(0, place - 1)):
        return True
    if not _name_after.match(text, place + 1):
        return False
    return _name_before.search(text[max(0, place - 42) : place]) is not None


def _with_full_stop(text: str, found: Found[Latin]) -> int:
    """Return the end of an abbreviation with its full stop, as in “eg.” within a sentence."""
    abbreviated = found.text.casefold() in {"e.g", "eg", "i.e", "ie", "viz", "cf", "vs"}
    return found.end + 1 if abbreviated and text[found.end : found.end + 1] == "." else found.end


def _replacement(passage: Passage, found: Found[Latin], end: int) -> str | None:
    text = passage.prose.text
    # In a heading one word more may be one too many (STR004).
    if passage.part is Part.HEADING or not is_replaceable(passage, found.start, end):
        return None
    if found.text == "&":
        return "and" if text[found.start - 1 : found.start] == " " == text[end : end + 1] else None
    plain = found.replacement(found.item.replacements)
    if found.item.term not in {"e.g.", "i.e."} or plain is None:
        return plain
    # “near misses i.e. the child” needs a comma before it as well, which is for a person to place.
    if not _opens.search(text[max(0, found.start - 2) : found.start]):
        return None
    return plain if _end_of_clause.match(text, end) else f"{plain},"
