"""An acronym is used only once.

What it does
    Reports an acronym in the sections or questions that stands beside its words and nowhere else in the briefing. Of
    one without its words ACR001 speaks, and of a name that has been replaced CUR002. Acronyms that everyone knows may
    stand alone, and so may those in a quotation or in the words of a link.

Why it matters
    A short form saves reading only when it comes back. Used once, it is one more thing to decode.

Example
    “The child death overview panel (CDOP) looks at each death.”

Use instead
    “The child death overview panel looks at each death.”

Source
    GOV.UK, Publishing accessible documents (read in a mirror).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._acronyms import FORMAT, Use, is_own_name, uses
from publisher.rules._english import is_english
from publisher.rules._expansions import expansion_of
from publisher.rules._mentions import in_a_name, is_quoted
from publisher.rules._rule import Part, Scope, Subject
from publisher.rules._superseded import former_acronyms

CODE = "ACR003"
NAME = "single-use-acronym"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_TEXT = (Part.BODY, Part.QUESTION)
_PARTS = (Part.TITLE, Part.SUBTITLE, Part.HEADING, *_TEXT, Part.RESOURCE, Part.CONTACT)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each acronym that stands in the text once and nowhere else."""
    if not is_english(subject.work):
        return
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses(subject, house, *_PARTS):
        found[use.acronym].append(use)
    former = former_acronyms(subject, house)
    for use, *others in found.values():
        alone = not others and use.passage.part in _TEXT and use.acronym not in former
        if alone and not is_own_name(use, subject) and not _may_stand(use) and expansion_of(use, use.listed):
            hint = "Leave the acronym out; the words beside it say it all."
            yield use.passage.finding(use.start, use.end, f"“{use.written}” is used only once", hint)


def _may_stand(use: Use) -> bool:
    if use.acronym == FORMAT or use.may_be_a_word or in_a_name(use.passage, use.start, use.end):
        return True
    return is_quoted(use.passage.prose, use.start, use.end)
