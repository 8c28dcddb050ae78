"""An acronym stands for children.

What it does
    Reports acronyms that are used as a label for children, from the house list ``templates/house/acronyms.yml``.
    Letters in a quotation are left alone, and so are those that the text itself explains as something else, such as
    “community interest company (CIC)”. In the words of a link or a resource they are advice, since they may be a title.

Why it matters
    Children hear what they are called. “LAC” sounds like “lack”, and a label puts the system before the child.

Example
    “LAC pupils”

Use instead
    “pupils in our care”

Source
    NSPCC, Why language matters: looked after children
    (https://learning.nspcc.org.uk/news/why-language-matters/looked-after-children); TACT, Language that cares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.acronyms import ChildLabel
from publisher.rules._acronyms import Use, candidates
from publisher.rules._english import is_english
from publisher.rules._expansions import expansion_of
from publisher.rules._mentions import in_a_name, is_quoted, is_spoken_of
from publisher.rules._rule import Scope, Subject
from publisher.rules._terms import PARTS, lighter

CODE = "ACR004"
NAME = "acronym-for-children"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_role = re.compile(
    r" ((?:designated )?(?:nurse|doctor|nursing team|health team|team|review|medical|service|visit|policy)s?)\b"
)
_words_instead = re.compile(r"“(children [^”]+)”")
_about_children = re.compile(r"\b(?:child|young|pupil|care|looked|education|asylum)", re.IGNORECASE)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each label for children."""
    if not is_english(subject.work):
        return
    labels = list(_labels(subject, house))
    otherwise = {use.acronym for use, _ in labels if _stands_for_something_else(use)}
    spoken_of = {use.acronym for use, _ in labels if is_spoken_of(use.passage.prose, use.start)}
    for use, label in labels:
        prose = use.passage.prose
        mentioned = is_quoted(prose, use.start, use.end) or is_spoken_of(prose, use.start)
        # Letters in a bracket are there to be spoken of: “(UASC). People often write UASC; we do not.”
        mentioned = mentioned or (use.acronym in spoken_of and prose.text[: use.start].endswith("("))
        if use.acronym not in otherwise and not mentioned:
            finding = use.passage.finding(use.start, use.end, f"“{use.written}” {label.reason}", _hint(use, label))
            named = in_a_name(use.passage, use.start, use.end)
            weight = Severity.INFO if named else lighter(SEVERITY, label.weight)
            yield replace(finding, severity=None if weight is SEVERITY else weight)


def _labels(subject: Subject, house: House) -> Iterator[tuple[Use, ChildLabel]]:
    for passage in subject.of(*PARTS):
        for start, end, written in candidates(passage.prose.text):
            label = house.acronyms.label(written)
            if label:
                yield Use(passage, start, end, label.acronym, house.acronyms.get(written)), label


def _hint(use: Use, label: ChildLabel) -> str:
    """Return what to write; before a role or a meeting (“LAC nurse”) the words for children stand behind it."""
    role, words = _role.match(use.passage.prose.text, use.end), _words_instead.search(label.instead)
    return f"Write “{role[1]} for {words[1]}”." if role and words else label.instead


def _stands_for_something_else(use: Use) -> bool:
    expansion = expansion_of(use, use.listed)
    words = use.passage.prose.text[expansion.start : expansion.end] if expansion and expansion.is_certain else ""
    return bool(words) and not _about_children.search(words)
