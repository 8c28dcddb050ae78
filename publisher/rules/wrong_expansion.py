"""An acronym is said to stand for something else than in the glossary.

What it does
    Reports words beside an acronym, as in “SAR (subject access review)”, whose first letters fit it but which are
    not what the glossary says that it stands for. A partnership's own ``glossary:`` comes before the house list
    ``templates/house/acronyms.yml``. It also reports a second meaning of the same acronym in one text. Plurals,
    hyphens and the year of an Act do not matter.

Why it matters
    The same letters stand for different things in different services, and a wrong expansion sends readers to the
    wrong procedure.

Example
    “a SAR (subject access review)”

Use instead
    “a SAR (safeguarding adults review)”

Source
    House rule: SAR, MSP, CPC, DSP, ICO and SSCP each have several meanings in published briefings and glossaries.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._acronyms import Use, uses
from publisher.rules._english import is_english
from publisher.rules._expansions import Expansion, expansion_of
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import Part, Scope, Subject

CODE = "ACR002"
NAME = "wrong-expansion"
SEVERITY = Severity.WARNING
SCOPE = Scope.EDITION


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each expansion that no glossary has, and each that differs from an earlier one."""
    if not is_english(subject.work) or subject.edition is None:
        return
    glossary = {acronym.upper(): words for acronym, words in subject.edition.partnership.profile.glossary.items()}
    meanings: dict[str, tuple[str, str]] = {}
    for use in uses(subject, house, Part.HEADING, Part.BODY, Part.QUESTION):
        own = glossary.get(use.acronym.upper())
        listed = (own,) if own else use.listed
        expansion = expansion_of(use, listed)
        if not listed or not expansion or is_quoted(use.passage.prose, use.start, use.end):
            continue
        if expansion.is_listed:
            words = _words(use, expansion)
            meaning, before = meanings.setdefault(use.acronym, (expansion.meaning, words))
            if meaning != expansion.meaning:
                message = f"“{use.acronym}” stands for “{words}” here, and for “{before}” before"
                yield _finding(use, expansion, message, "Write one of the two in full throughout.")
        elif expansion.is_certain:
            choices = " or ".join(f"“{words}”" for words in listed)
            message = f"“{use.acronym}” stands for “{_words(use, expansion)}” here, and for {choices} in the glossary"
            hint = f"Write what is meant in full, or add {use.acronym} to `glossary:` in partnership.yml."
            yield _finding(use, expansion, message, hint)


def _words(use: Use, expansion: Expansion) -> str:
    return " ".join(use.passage.prose.text[expansion.start : expansion.end].split())


def _finding(use: Use, expansion: Expansion, message: str, hint: str) -> Finding:
    return use.passage.finding(expansion.start, expansion.end, message, hint)
