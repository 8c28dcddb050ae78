"""An Act is cited, and the briefing does not say where it applies.

What it does
    Reports the first Act of the house list that does not apply in the whole of the United Kingdom, where the
    briefing names no country beside it or anywhere else.

Why it matters
    England, Wales, Scotland, Northern Ireland and Jersey have their own laws on children. Briefings are adapted
    across borders, and a reader in another country takes the Act for one that binds them.

Example
    “The Care Act says …”

Use instead
    “The Care Act 2014 (England) says …”

Source
    https://www.legislation.gov.uk gives the extent of each Act; Jersey's briefings cite Jersey law
    (https://safeguarding.je/seven-minute-briefings/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import Found, House, Law
from publisher.rules._english import is_english
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "CUR006"
NAME = "law-without-country"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_act = re.compile(r"\b(?:Act|Order|Law|Measure)\b")
_country = re.compile(
    r"\b(?:(?<!Public Health )(?<!NHS )(?<!Health Education )(?<!Sport )(?<!Bank of )England)\b"
    r"|\b(?:English|Wales|Welsh|Scotland|Scottish|Northern Ireland|Northern Irish|Jersey|Great Britain"
    r"|United Kingdom|UK(?! (?:GDPR|General)\b))\b"
)
_parts_of_countries = ("Engl", "Wales", "Welsh", "Scot", "Irela", "Irish", "Jersey", "Brita", "Kingdom", "UK")


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield the first Act whose country is left open."""
    if not is_english(subject.work):
        return
    cited: tuple[Found[Law], Passage] | None = None
    for passage in subject.passages:
        if passage.part is Part.CREDIT:
            continue
        text = passage.prose.text
        if any(part in text for part in _parts_of_countries) and _country.search(text):
            return
        cited = cited or next(((found, passage) for found in _acts(passage, house)), None)
    if cited:
        found, passage = cited
        message = f"“{' '.join(found.text.split())}” is cited, and no country is named"
        hint = f"Say where it applies: {' and '.join(found.item.jurisdictions)}."
        yield passage.finding(found.start, found.end, message, hint)


def _acts(passage: Passage, house: House) -> Iterator[Found[Law]]:
    for found in house.law.find(passage.prose.text):
        if _act.search(found.text) and not is_quoted(passage.prose, found.start, found.end):
            yield found
