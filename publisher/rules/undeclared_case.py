"""A briefing tells of one child, and does not say that it is about a case.

What it does
    Reports the first use of a letter that stands for a child (“Child A”, “Baby B”) where a briefing uses it three
    times or more and is not ``family: case``. Children whose letters have long been public are left alone.

Why it matters
    Only in a case are single dates, names of schools and streets, and first names without an age looked for:
    elsewhere they are mostly those of organisations and guidance.

Example
    “Child A” three times in a briefing of ``family: topic``

Use instead
    ``family: case``

Source
    House rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._case import is_case, telling
from publisher.rules._reading import is_mentioned
from publisher.rules._rule import Passage, Scope, Subject

CODE = "MET013"
NAME = "undeclared-case"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

FEWEST = 3
# “Child A's” counts, but “Child I'd” is a sentence of its own.
_letter = re.compile(r" [A-Z]\d?\b(?!['’](?!s\b)\w)")
_child = re.compile(r"\b(?:Adult|Baby|Child|Infant|Sibling|Young Person)$")
_LONGEST = 13


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield one finding where a letter stands for a child throughout."""
    if is_case(subject.work):
        return
    uses: defaultdict[str, list[tuple[Passage, int, int]]] = defaultdict(list)
    for passage in telling(subject):
        for start, end in _letters(passage.prose.text):
            name = passage.prose.text[start:end]
            if not any(house.names.public.find(name)) and not is_mentioned(passage, start, end):
                uses[name].append((passage, start, end))
    name, most = max(uses.items(), key=lambda one: len(one[1]), default=("", []))
    if len(most) >= FEWEST:
        passage, start, end = most[0]
        message = f"the text speaks of {name} {len(most)} times, and is not `family: case`"
        yield passage.finding(start, end, message, "If it tells of one case, say so: more is then looked for.")


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each letter with the word for a child before it; letters alone are the rarer."""
    for match in _letter.finditer(text):
        child = _child.search(text, max(0, match.start() - _LONGEST), match.start())
        if child:
            yield child.start(), match.end()
