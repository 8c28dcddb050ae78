"""The briefing has no topic, or one that is not in the house list.

What it does
    Reports a briefing without ``topics``, and a topic that is not a key of ``templates/house/topics.yml``.

Why it matters
    Lists of briefings grow long; readers find theirs by topic, and only if everyone uses the same words.

Example
    ``topics: [neglected children]``

Use instead
    ``topics: [neglect]``

Source
    Leicestershire and Rutland (https://lrsb.org.uk/7-minute-briefings1) and Merton group their lists by theme.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "MET011"
NAME = "missing-or-unknown-topic"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_LONGEST = 100
_ALIKE = 0.75
"""How alike two words are that are one in two spellings; “hidden-harm” is not “self-harm”."""


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each topic that the list does not have, or one finding where there is none."""
    if not subject.work.topics:
        hint = f"Add a line such as `topics: [neglect]`. {_keys(house)}"
        yield Finding(("topics",), "the briefing has no topic", hint, key=True)
    for index, topic in enumerate(subject.work.topics):
        if topic not in house.topics:
            yield Finding(("topics", index), f"`{topic}` is not a topic of the house list", _hint(topic, house))


def _hint(topic: str, house: House) -> str:
    key = "-".join(topic[:_LONGEST].casefold().split())
    similar = get_close_matches(key, house.topics, n=1, cutoff=_ALIKE)
    if similar:
        return f"Did you mean `{similar[0]}`?"
    return _keys(house)


def _keys(house: House) -> str:
    """Name all topics, since a project of its own does not have the list among its files."""
    return f"The topics are {', '.join(f'`{key}`' for key in house.topics)}."
