"""Mothers are named, and no father or other man who cares for a child.

What it does
    Reports the first “mother” or “mum” of a briefing that has no word for fathers and male carers. “Parents” and
    “carers” alone are fine: they take in everyone. The words are those of the house list
    ``templates/house/keywords.yml``.

Why it matters
    National reviews find that services overlook the men in children's lives, those who protect and those who harm.

Example
    “Ask mum where the baby sleeps.”

Use instead
    “Ask each parent and their partner where the baby sleeps.”

Source
    The myth of invisible men, Child Safeguarding Practice Review Panel, 2021; a published briefing has a section on
    the roles of men in families.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._english import is_english
from publisher.rules._keywords import keywords_in
from publisher.rules._rule import Scope, Subject

CODE = "CON003"
NAME = "missing-fathers"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_mother = re.compile(r"m(?:um|other)", re.IGNORECASE)
_not_a_person = re.compile(r"['’]?s? (?:tongue|and baby (?:unit|home|foundation)|language)", re.IGNORECASE)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield one finding, at the first mother, where no father is named."""
    if not is_english(subject.work) or next(keywords_in(subject, house, "fathers"), None):
        return
    for passage, found in keywords_in(subject, house, "parents"):
        if _mother.match(found.text) and not _not_a_person.match(passage.prose.text, found.end):
            message = f"“{found.text}” is named in the text, and no father or male carer"
            hint = "Say what it means for fathers and other men in the child's life too."
            yield passage.finding(found.start, found.end, message, hint)
            return
