"""The word “must” stands beside the law without a source.

What it does
    Reports “must” in a sentence that names a law, where the sentence has neither a year nor a link from the law, the
    duty or a local procedure. Only the first in a sentence is reported, and none in a quotation.

Why it matters
    “Must” is a legal statement. Readers act on it, and it goes out of date when the law changes; a link and a year let
    them see whether it still holds.

Example
    “GDPR **must not** be a barrier to sharing information.”

Use instead
    “The [UK GDPR](https://www.legislation.gov.uk/eur/2016/679) lets you share information to protect a child.”

Source
    A briefing of 2023 says that GDPR “MUST NOT” be a barrier; section 4 of the Children's Wellbeing and Schools Act
    2026 now goes further (https://www.legislation.gov.uk/ukpga/2026/21/section/4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import sentences
from publisher.rules._english import is_english
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "LNG006"
NAME = "uncited-must"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_must = re.compile(r"\bmust(?:(?: not|n['’]t)\b|\b)", re.IGNORECASE)
_year = re.compile(r"\b(?:19|20)\d\d\b")
# Beside the names of the house list: law that has no country of its own, and general words for it.
_law = re.compile(
    r"\b(?:UK )?GDPR\b|\b[Dd]ata protection (?:law|legislation|rules)|\bhuman rights\b"
    r"|\b[A-Z]\w{2,20}(?: (?:and )?[A-Z]\w{2,20}){0,4}(?: \([A-Z][\w ]{2,30}\))? Acts?\b"
    r"|\b[Ss](?:ection |)\d{2,3}\b|\blegislation\b|\b[Tt]he law (?:says|requires|states|demands|is clear)|\b[Bb]y law\b"
    r"|\bstatutory (?:duty|duties|guidance|requirements?)|\bWorking Together\b|\bKCSIE\b"
)
_says_who = re.compile(
    r"\b(?:procedures?|polic(?:y|ies)|protocols?|acts?|sections?|laws?|dut(?:y|ies)|regulations?|code)\b"
)
_HINT = "Link to the law or the local procedure that says so and give its year, or say it without “must”."


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each sentence in which “must” stands beside a law that nobody can look up."""
    if not is_english(subject.work):
        return
    for passage in subject.of(Part.SUMMARY, Part.BODY, Part.QUESTION):
        if "must" in passage.prose.text.lower():
            yield from _about(passage, house)


def _about(passage: Passage, house: House) -> Iterator[Finding]:
    text = passage.prose.text
    for sentence in sentences(text):
        must = _must.search(text, sentence.start, sentence.end)
        if not must or is_quoted(passage.prose, must.start(), must.end()):
            continue
        law = _named_law(text[sentence.start : sentence.end], house)
        if law and not _is_cited(passage, sentence.start, sentence.end, law):
            message = f"“{must.group()}” stands beside “{law}”, without a year or a link"
            yield passage.finding(must.start(), must.end(), message, _HINT)


def _named_law(sentence: str, house: House) -> str:
    """Return the law that a sentence names, or ""."""
    # An entry without an address is guidance or a process, such as the LADO.
    named = next((found.text for found in house.law.find(sentence) if found.item.url), "")
    match = _law.search(sentence)
    return named or (match.group() if match else "")


def _is_cited(passage: Passage, start: int, end: int, law: str) -> bool:
    """Whether the sentence has a year, or a link from the law, the duty or a local procedure."""
    text = passage.prose.text
    if _year.search(text, start, end):
        return True
    links = [text[mark.start : mark.end] for mark in passage.prose.of("link") if start <= mark.start < end]
    return any(law.casefold() in words.casefold() or _says_who.search(words.casefold()) for words in links)
