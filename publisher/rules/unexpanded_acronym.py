"""An acronym is not written in full at its first use.

What it does
    Reports the first place in the sections and questions where an acronym stands before its words do. It takes “child
    protection (CP)”, “CP (child protection)” and “the CP plan (child protection)” as explained, also in the plural, and
    for all that follows. A title or heading explains nothing, since readers may skip it. Acronyms that everyone knows
    need no words (the house list ``templates/house/acronyms.yml`` has them), nor do those in the name of an
    organisation, such as “National FGM Centre”. A word in capitals that no list has and that can be pronounced is
    advice only. Of a name that has been replaced, such as LSCB, CUR002 speaks.

Why it matters
    Readers from other services and families do not share the same short forms, and some stand for several things.

Example
    “She came to the CP conference.”

Use instead
    “She came to the child protection (CP) conference.”

Source
    GOV.UK, Publishing accessible documents (read in a mirror); a published briefing writes “CP visits” without more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.acronyms import Status
from publisher.rules._acronyms import FORMAT, Use, is_own_name, uses
from publisher.rules._english import is_english
from publisher.rules._expansions import expansion_of
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import Part, Scope, Subject, part_name
from publisher.rules._superseded import former_acronyms

CODE = "ACR001"
NAME = "unexpanded-acronym"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_format_in_full = re.compile(r"\b(?:7|seven)[\s-]?minutes?[\s-]brief", re.IGNORECASE)
_EVERYWHERE = (Part.TITLE, Part.SUBTITLE, Part.HEADING, Part.BODY, Part.QUESTION, Part.RESOURCE)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield the first use of each acronym that is not explained there or before."""
    if not is_english(subject.work):
        return
    explained: dict[str, Use] = {}
    bare: dict[str, Use] = {}
    former = former_acronyms(subject, house)
    for use in uses(subject, house, Part.BODY, Part.QUESTION):
        if use.acronym in explained or use.acronym in former or is_own_name(use, subject):
            continue
        if expansion_of(use, use.listed):
            explained[use.acronym] = use
        elif use.acronym not in bare and not _may_stand(use, subject):
            bare[use.acronym] = use
    count = Counter(use.acronym for use in uses(subject, house, *_EVERYWHERE)) if bare else Counter()
    for acronym, use in bare.items():
        yield _about(use, explained.get(acronym), is_single=count[acronym] == 1)


def _may_stand(use: Use, subject: Subject) -> bool:
    """Whether it is quoted, or the format's short name after its long one, of which LNG007 speaks."""
    if use.acronym != FORMAT:
        return is_quoted(use.passage.prose, use.start, use.end)
    before = [passage.prose.text for passage in subject.passages[: subject.passages.index(use.passage)]]
    before.append(use.passage.prose.text[: use.start])
    return any(_format_in_full.search(text) for text in before)


def _about(use: Use, explained: Use | None, *, is_single: bool) -> Finding:
    message = f"“{use.written}” is not written in full at its first use"
    if explained:
        where = f"in {part_name(explained.passage.path)}" if explained.passage is not use.passage else "further on"
        message = f"“{use.written}” is written in full only {where}, after its first use"
    finding = use.passage.finding(use.start, use.end, message, _hint(use, is_single=is_single))
    return replace(finding, severity=Severity.INFO) if use.may_be_a_word else finding


def _hint(use: Use, *, is_single: bool) -> str:
    if not use.listed and is_single:
        return "Write the words here and leave the acronym out, since it is used only once."
    if not use.listed:
        return f"Write the words in full here, with “({use.written})” after them, or do without the acronym."
    reason = ", since it is used only once" if is_single else ""
    former = f" {use.entry.note}" if use.entry and use.entry.status is Status.SUPERSEDED else ""
    return use.advice or f"Write {use.in_full(with_acronym=not is_single)} here{reason}.{former}"
