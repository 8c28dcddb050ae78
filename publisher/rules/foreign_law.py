"""Law, guidance or a process is named that does not apply where the partnership works.

What it does
    Compares the law of the house list that a briefing names with the partnership's ``jurisdiction``. In the words of
    a link or resource, and in a quotation, it is a warning. It is advice where the sentence names the country
    itself, and where the house list has no confirmed source for where the law applies.

Why it matters
    A reader in Wales who follows English guidance may miss a duty that Welsh law lays down, and quote what does not
    bind anyone there.

Example
    “Working Together to Safeguard Children says …” in the edition of a partnership in Wales.

Use instead
    “The Wales Safeguarding Procedures say …”

Source
    https://www.legislation.gov.uk gives the extent of each Act; Jersey's briefings cite Jersey law
    (https://safeguarding.je/seven-minute-briefings/).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.partnership import Jurisdiction
from publisher.rules._english import is_english
from publisher.rules._mentions import in_a_name, is_quoted
from publisher.rules._reading import sentence_around
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "BRD006"
NAME = "foreign-law"
SEVERITY = Severity.ERROR
SCOPE = Scope.EDITION

# "section 47 of the Children Act 1989": the Act says where it applies.
_of_an_act = re.compile(r"\sof the\s", re.IGNORECASE)
_section = re.compile(r"s(?:ection)?\W?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    """Law that a passage names."""

    start: int
    end: int
    jurisdictions: tuple[Jurisdiction, ...]
    confirmed: bool


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each mention of law from elsewhere."""
    if subject.edition is None or not is_english(subject.work):
        return
    profile = subject.edition.partnership.profile
    for passage in subject.passages:
        if passage.part is Part.CREDIT:
            continue
        for named in _law(passage.prose.text, house):
            if profile.jurisdiction not in named.jurisdictions:
                yield _about(named, passage, profile.short_name, profile.jurisdiction)


def _law(text: str, house: House) -> Iterator[_Named]:
    """Yield the guidance and the law that a text names, guidance with its year."""
    taken: set[int] = set()
    for mention in house.guidance.mentions(text):
        taken.update(range(mention.start, mention.end))
        yield _Named(mention.start, mention.end, mention.document.jurisdictions, confirmed=True)
    for found in house.law.find(text):
        is_taken = not taken.isdisjoint(range(found.start, found.end))
        if not is_taken and not (_section.match(found.text) and _of_an_act.match(text, found.end)):
            yield _Named(found.start, found.end, found.item.jurisdictions, found.item.confirmed)


def _about(named: _Named, passage: Passage, owner: str, jurisdiction: Jurisdiction) -> Finding:
    text = passage.prose.text
    words = " ".join(text[named.start : named.end].split())
    countries = _joined(named.jurisdictions)
    message = f"“{words}” applies in {countries}; {owner} works in {jurisdiction}"
    hint = f"Name what applies in {jurisdiction}, in the common text or in the partnership's local edition."
    return replace(passage.finding(named.start, named.end, message, hint), severity=_weight(named, passage))


def _joined(countries: Iterable[str]) -> str:
    return " and ".join(countries)


def _weight(named: _Named, passage: Passage) -> Severity | None:
    """Return what a finding weighs where that is less than usual."""
    text = passage.prose.text
    first, last = sentence_around(text, named.start)
    around = f"{text[first : named.start]} {text[named.end : last]}"
    if not named.confirmed or any(country in around for country in named.jurisdictions):
        return Severity.INFO
    mentioned = in_a_name(passage, named.start, named.end) or is_quoted(passage.prose, named.start, named.end)
    return Severity.WARNING if mentioned else None
