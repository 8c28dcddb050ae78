"""A list has one item, more than seven, or items that begin in different ways.

What it does
    Counts the items of each list in a section. In a list of three or more items it also looks for items that begin
    with an instruction (“Ask”) beside items that begin with “-ing” (“Asking”) or “to”. In a list inside a list,
    only more than seven items are reported.

Why it matters
    One item is not a list, and nobody takes in eleven at once. Items of one form can be read at a glance.

Example
    Eleven bullets in the first section.

Use instead
    Five bullets, with the rest under ``resources``.

Source
    House rule: two to seven items. A published briefing lists eleven themes.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.prose import Mark
from publisher.rules._actions import first_word, is_surely_verb
from publisher.rules._english import is_english
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "STR013"
NAME = "uneven-list"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

FEWEST, MOST = 2, 7

# Words in -ing that are no form of a verb, or as often a noun.
_not_verbs_words = """
    anything bring building bullying counselling during evening everything grooming housing king learning meeting
    morning nothing offending parenting ring safeguarding sibling sing something spring string swing thing
    training understanding wellbeing wing
"""
_not_verbs = frozenset(_not_verbs_words.split())


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield what is uneven about each list."""
    for passage in subject.of(Part.BODY):
        for items in _lists(passage):
            yield from _count(passage, items)
            if is_english(subject.work) and len(items) > FEWEST:
                yield from _forms(passage, items)


def _lists(passage: Passage) -> Iterator[list[Mark]]:
    """Yield the items of each list, without those of the lists inside it."""
    # An item is as deep as its list and one more; of several lists of one depth, it belongs to the last before it.
    lists: dict[int, list[Mark]] = {}
    for mark in sorted(passage.prose.marks, key=lambda mark: (mark.start, -mark.end, mark.depth)):
        if mark.kind == "list":
            if mark.depth in lists:
                yield lists[mark.depth]
            lists[mark.depth] = []
        elif mark.kind == "item" and mark.end > mark.start:
            lists.setdefault(mark.depth - 1, []).append(mark)
    yield from lists.values()


def _count(passage: Passage, items: list[Mark]) -> Iterator[Finding]:
    if len(items) > MOST:
        hint = f"A list has {FEWEST} to {MOST} items; group them, or move some to the resources."
    elif len(items) == 1 and items[0].depth == 1:
        hint = "Write it as a sentence."
    else:
        return
    end = _end_of_line(passage, items[0])
    message = f"the list that starts with “{_shown(passage, items[0], end)}” has {_items(len(items))}"
    yield passage.finding(items[0].start, end, message, hint)


def _forms(passage: Passage, items: list[Mark]) -> Iterator[Finding]:
    """Yield a finding at the first item that begins otherwise than an instruction before or after it."""
    first = [(item, first_word(passage.prose.text[item.start : item.end])) for item in items]
    instruction = next((word for _, word in first if is_surely_verb(word)), None)
    other = next((item for item, word in first if _is_another_form(word)), None)
    if instruction and other:
        end = _end_of_line(passage, other)
        message = f"“{_shown(passage, other, end)}” begins in another way than the item with “{instruction}”"
        hint = f"Begin every item in the same way, such as with a verb like “{instruction}”."
        yield passage.finding(other.start, end, message, hint)


def _is_another_form(word: str) -> bool:
    return word == "to" or (len(word) > 4 and word.endswith("ing") and word not in _not_verbs)


def _end_of_line(passage: Passage, item: Mark) -> int:
    stop = passage.prose.text.find("\n", item.start, item.end)
    return item.end if stop < 0 else stop


def _shown(passage: Passage, item: Mark, end: int) -> str:
    words = passage.prose.text[item.start : end].split()
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")


def _items(number: int) -> str:
    return "one item" if number == 1 else f"{number} items"
