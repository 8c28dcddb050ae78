"""A heading has an acronym without its words.

What it does
    Reports an acronym in a section's heading that the heading itself does not explain, even where the text has
    explained it before. Acronyms that everyone knows may stand.

Why it matters
    Headings are read out of context: people who listen to a page jump from one to the next, and others scan them.

Example
    “CP visits”

Use instead
    “Child protection visits”

Source
    GOV.UK, Publishing accessible documents (read in a mirror); the heading “CP visits” of a published briefing.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._acronyms import FORMAT, Use, is_own_name, uses
from publisher.rules._english import is_english
from publisher.rules._expansions import expansion_of
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import Part, Scope, Subject
from publisher.rules._superseded import former_acronyms

CODE = "ACR005"
NAME = "acronym-in-heading"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each acronym in a heading that stands there without its words."""
    if not is_english(subject.work):
        return
    former = former_acronyms(subject, house)
    for use in uses(subject, house, Part.HEADING):
        if use.acronym not in {FORMAT, *former} and not is_own_name(use, subject) and not _may_stand(use):
            message = f"the heading has “{use.written}” without its words"
            yield use.passage.finding(use.start, use.end, message, _hint(use))


def _may_stand(use: Use) -> bool:
    explained = expansion_of(use, use.listed) is not None
    return explained or use.may_be_a_word or is_quoted(use.passage.prose, use.start, use.end)


def _hint(use: Use) -> str:
    if not use.listed:
        return "Write the words in full; a heading is read out of context."
    return use.advice or f"Write {use.in_full()} in the heading, which is read out of context."
