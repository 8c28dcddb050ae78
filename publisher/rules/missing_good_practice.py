"""The text tells of failures and of nothing that went well.

What it does
    Looks for words such as “good practice”, “worked well” or “strength” where a text has at least three that tell of
    failure, such as “missed”, “did not share” or “nobody asked” (``failures`` in ``templates/house/keywords.yml``). The
    words for what went well are ``good-practice`` there; “not effective” is none of them.

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
from itertools import islice

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._english import is_english
from publisher.rules._keywords import keywords_in
from publisher.rules._rule import OWN_WORDS, Part, Scope, Subject

CODE = "CON004"
NAME = "missing-good-practice"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

LEAST_FAILURES = 3
_TELLING = {Part.HEADING, Part.BODY}

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
    failures = (one for one in keywords_in(subject, house, "failures") if one[0].part in _TELLING)
    first = list(islice(failures, LEAST_FAILURES))
    if len(first) < LEAST_FAILURES or _has_good_practice(subject, house):
        return
    passage, failure = first[0]
    message = f"the text tells of failures, such as “{failure.text}”, and of nothing that went well"
    hint = "Add something that people did well, so that others can do it too."
    yield passage.finding(failure.start, failure.end, message, hint)


def _has_good_practice(subject: Subject, house: House) -> bool:
    if any(_went_well.search(passage.prose.text) for passage in subject.of(*OWN_WORDS)):
        return True
    return any(
        not _not.search(passage.prose.text[max(0, found.start - 30) : found.start])
        for passage, found in keywords_in(subject, house, "good-practice")
    )
