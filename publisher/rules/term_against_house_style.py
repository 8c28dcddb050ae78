"""A word is not the one that the partnership has chosen.

What it does
    Reports words that depend on a style switch of ``templates/house/style.yml``, for each partnership that has set
    the switch under ``style:`` in its ``partnership.yml``. Without a choice nothing is reported. Words that are only
    mentioned may stay, as in LNG002. With ``style: {quotes: curly}``, straight quotation marks and apostrophes are
    reported, and ``--fix`` replaces them; those of addresses, measures and words that a waiver quotes may stay. A
    switch or a choice that the list does not have is a warning.

Why it matters
    Good sources disagree, about “disabled children” for one. Readers notice when one partnership writes both.

Example
    “children with disabilities”, where the partnership has ``style: {disabled: disabled-children}``

Use instead
    “disabled children”

Source
    GOV.UK writes “disabled people”, the NSPCC “children who have disabilities”; ``templates/house/style.yml`` names
    the sources of each switch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._english import is_english
from publisher.rules._quotes import straight_marks
from publisher.rules._rule import Scope, Subject
from publisher.rules._terms import TermRule

CODE = "LNG005"
NAME = "term-against-house-style"
SEVERITY = Severity.WARNING
SCOPE = Scope.EDITION

_LONGEST = 100
_terms = TermRule(CODE, SEVERITY)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield what is wrong with the partnership's choices, and each word or mark that they rule out."""
    if subject.edition is None or not subject.edition.partnership.profile.style:
        return
    style = subject.edition.partnership.profile.style
    for switch, choice in style.items():
        yield from _unknown(switch, choice, house)
    yield from (replace(found, severity=Severity.INFO) for found in _terms.findings(subject, house, style))
    if style.get("quotes") == "curly" and is_english(subject.work):
        yield from straight_marks(subject, subject.edition.source)


def _unknown(switch: str, choice: str, house: House) -> Iterator[Finding]:
    """Yield a finding for a switch, or a choice, that the house list does not have."""
    if switch not in house.style:
        message = f"`{switch}` is not a style switch of the house list"
        yield Finding(("style", switch), message, _hint(switch, house.style), key=True, in_profile=True)
    elif choice not in house.style[switch].choices:
        message = f"`{choice}` is not a choice for the style switch `{switch}`"
        hint = _hint(choice, house.style[switch].choices)
        yield Finding(("style", switch), message, hint, 0, len(choice), in_profile=True)


def _hint(written: str, known: Iterable[str]) -> str:
    similar = get_close_matches(written[:_LONGEST].casefold(), known, n=1)
    meant = f"Did you mean `{similar[0]}`? " if similar else ""
    return f"{meant}The list has {', '.join(f'`{name}`' for name in known)}."
