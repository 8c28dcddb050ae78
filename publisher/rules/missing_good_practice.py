"""The text tells of failures and of nothing that went well.

What it does
    Looks for words such as “good practice”, “worked well” or “strength” where a text has at least three that tell of
    failure, such as “missed”, “did not share” or “nobody asked”. The words for what went well are those of the house
    list ``templates/house/keywords.yml``; “not effective” is none of them.

Why it matters
    People learn from what works as well as from what failed, and a text that only blames is not read to its end.

Example
    “Signs were missed. Agencies did not share. Records were poor.”

Use instead
    the same, and “The school nurse's record was good practice: it had the child's own words.”

Source
    Salford holds reviews of seriously good outcomes beside those of failures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.rules._english import is_english
from publisher.rules._keywords import PARTS, keywords_in
from publisher.rules._rule import Part, Scope, Subject

CODE = "CON004"
NAME = "missing-good-practice"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

LEAST_FAILURES = 3

_failure = re.compile(
    r"\b(?:fail(?:ed|ure|ures|ing|ings)?|missed|overlooked|ignored|inadequate(?:ly)?|poor(?:ly)?|weak(?:ness(?:es)?)?"
    r"|too late|lack(?:ed|ing)? of|lacked"
    r"|(?:nobody|no[ -]one) (?:had )?(?:asked|saw|knew|told|listened|noticed|looked|spoke|shared)"
    r"|(?:did|do|does|were|was|are|is|been) not (?:always )?(?:adequately|fully|enough|ask|seen|see|known|share|shared"
    r"|recorded|record|heard|hear|followed|follow|consider(?:ed)?|effective|understood|challenged|told|acted|listen))\b",
    re.IGNORECASE,
)
# The same word by word, as most sections have none of these.
_failures_listed = """
    fail failed failure failures failing failings missed overlooked ignored inadequate inadequately poor poorly weak
    weakness weaknesses late lack lacked lacking
"""
_failures = frozenset(_failures_listed.split())
_undone_listed = """
    asked saw knew told listened noticed looked spoke shared adequately fully enough ask seen see known share recorded
    record heard hear followed follow consider considered effective understood challenged acted listen
"""
_undone = frozenset(_undone_listed.split())
_no = frozenset({"nobody", "one", "not"})
_went_well = re.compile(
    r"\b(?:helped|made a difference|excellent|praised?|good (?:example|work|record|relationship|idea)s?)\b",
    re.IGNORECASE,
)
_not = re.compile(
    r"\b(?:not|never|nothing|no|less|more|without|lack of)(?: (?:always|fully|any|very|been))? $", re.IGNORECASE
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield one finding, at the first failure, where nothing went well."""
    if not is_english(subject.work):
        return
    failures = (
        (passage, match)
        for passage in subject.of(Part.HEADING, Part.BODY)
        if _may_tell_of_one(words_in(passage.prose.text))
        for match in _failure.finditer(passage.prose.text)
    )
    first = list(islice(failures, LEAST_FAILURES))
    if len(first) < LEAST_FAILURES or _has_good_practice(subject, house):
        return
    passage, match = first[0]
    message = f"the text tells of failures, such as “{match.group()}”, and of nothing that went well"
    hint = "Add something that people did well, so that others can do it too."
    yield passage.finding(match.start(), match.end(), message, hint)


def _may_tell_of_one(words: AbstractSet[str]) -> bool:
    return not _failures.isdisjoint(words) or not (_no.isdisjoint(words) or _undone.isdisjoint(words))


def _has_good_practice(subject: Subject, house: House) -> bool:
    if any(_went_well.search(passage.prose.text) for passage in subject.of(*PARTS)):
        return True
    return any(
        not _not.search(passage.prose.text[max(0, found.start - 30) : found.start])
        for passage, found in keywords_in(subject, house, "good-practice")
    )
