"""Phrases found in a text by one walk over its words, in which all phrases are followed side by side.

The time depends on the length of the text and of the longest phrase alone, so that no entry of the
house data can make a check slow, as an unfortunate regular expression could.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, product
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator

from publisher.house.tokens import Tokens, spans_of, tokens_of
from publisher.remembered import remembered
from publisher.schema import wrong

MAXIMUM_FORMS = 200
"""A part of a pattern, up to the next space outside brackets, with more forms than this is a mistake."""

Item = TypeVar("Item")
_ALLOWED = object()
Words = tuple[str, ...]
Part = tuple[Words, ...]
"""The forms of one part of a pattern; an empty form where the part may be missing."""

_part = re.compile(r"(?:[^\s()]|\([^()]*\))+")
_group = re.compile(r"\(([^()]*)\)(\?)?")
_refused = re.compile(r"[()|?*+\[\]{}\\^$]")


@dataclass(frozen=True, slots=True)
class Found(Generic[Item]):
    """An entry whose words stand in a text from ``start`` up to but without ``end``."""

    item: Item
    start: int
    end: int
    text: str
    """The words as they are written there."""
    possessive: bool
    """Whether an apostrophe follows, so that other words cannot simply take their place."""

    def replacement(self, replacements: Mapping[str, str]) -> str | None:
        """Return the words that may take the place of those found, with their capitals, or None."""
        form = _form(self.text.lower())
        new = next((new for old, new in replacements.items() if _form(old.lower()) == form), None)
        if new is None or self.possessive:
            return None
        if self.text.isupper():
            return new.upper()
        return new[:1].upper() + new[1:] if self.text[:1].isupper() else new


@dataclass(slots=True)
class _Node:
    """A place within one pattern or more: where each next word leads, and whose words are complete here."""

    following: dict[str, list[_Node]] = field(default_factory=dict)
    complete: list[Any] = field(default_factory=list)

    def after(self, form: str, capitals: str) -> list[_Node]:
        nodes = self.following.get(form, _NOWHERE)
        return nodes + self.following.get(capitals, _NOWHERE) if capitals else nodes


_NOWHERE: list[_Node] = []


class Phrases(Generic[Item]):
    """Patterns with the items they stand for."""

    def __init__(self, patterns: Iterable[tuple[str, Item]], allowed: Iterable[str] = ()) -> None:
        """Take pairs of a pattern in the notation of ``parts`` and its item.

        Where the words of an ``allowed`` pattern stand, nothing shorter or later than it is found.
        """
        self._root = _Node()
        for pattern, item in (*patterns, *((pattern, _ALLOWED) for pattern in allowed)):
            for node in self._ends(pattern):
                node.complete.append(item)
        self._number = _index.add(self._root)

    def _ends(self, pattern: str) -> list[_Node]:
        """Return the nodes at which a pattern is complete, adding those that are missing."""
        beginning = _Node()
        current = [beginning]
        for forms in parts(pattern):
            end = _Node()
            for words in forms:
                for node in current if words else []:
                    _lead(node, words, end)
            current = [*current, end] if () in forms else [end]
        for word, nodes in beginning.following.items():
            self._root.following.setdefault(word, []).extend(nodes)
        return current

    def find(
        self, text: str, accepts: Callable[[Item, str], bool] = lambda _item, _following: True
    ) -> Iterator[Found[Item]]:
        """Return what is found, in order and without overlap: the first in the text, and of these the longest.

        ``accepts`` is given an item and the word or mark that follows its words ("" at the end of the
        text), and says whether it counts there.
        """
        beginnings = _beginnings(text, _index.lists).get(self._number)
        return self._found(text, beginnings, accepts) if beginnings else iter(())

    def _found(self, text: str, beginnings: list[int], accepts: Callable[[Item, str], bool]) -> Iterator[Found[Item]]:
        tokens = tokens_of(text)
        free = 0
        for position in beginnings:
            if position < free:
                continue
            for last, item in self._from(tokens, position):
                if item is _ALLOWED:
                    free = last + 1
                    break
                if accepts(item, tokens.forms[last + 1] if last + 1 < len(tokens.forms) else ""):
                    free = last + 1
                    spans = spans_of(text)
                    start, end = spans[position][0], _bracketed(text, spans[position][0], spans[last][1])
                    yield Found(item, start, end, text[start:end], text[end : end + 1] in {"'", "’"})
                    break

    def _from(self, tokens: Tokens, first: int) -> list[tuple[int, Any]]:
        """Return the items whose words start at a token, each with its last token, the longest first."""
        forms, capitals = tokens.forms, tokens.capitals
        found: list[tuple[int, Any]] = []
        nodes = self._root.after(forms[first], capitals.get(first, ""))
        position = first
        while nodes:
            for node in nodes:
                if node.complete:
                    found += [(position, item) for item in node.complete]
            position += 1
            if position == len(forms):
                break
            form, letters = forms[position], capitals.get(position, "")
            nodes = [after for node in nodes for after in node.after(form, letters)]
        return found[::-1]


class _Index:
    """The first two words of the phrases of all lists, so that a text is looked through once for all of them."""

    def __init__(self) -> None:
        self.lists = 0
        self.firsts: dict[str, dict[str, list[int]]] = {}
        """The numbers of the lists by the first word of a phrase, and by the second; by "" where it may stand alone."""

    def add(self, root: _Node) -> int:
        """Take in the phrases of a list and return its number."""
        for word, nodes in root.following.items():
            alone = any(node.complete for node in nodes)
            seconds = self.firsts.setdefault(word, {})
            for second in {""} if alone else {after for node in nodes for after in node.following}:
                seconds.setdefault(second, []).append(self.lists)
        self.lists += 1
        return self.lists - 1


_index = _Index()


@remembered
def _beginnings(text: str, _lists: int) -> dict[int, list[int]]:
    """Return where a phrase may begin in a text, for each list that has one; there are so many lists by now."""
    firsts = _index.firsts
    found: dict[int, set[int]] = {}
    for position, word, after in _pairs(tokens_of(text)):
        seconds = firsts.get(word)
        if seconds:
            for number in (*seconds.get(after, ()), *seconds.get("", ())):
                found.setdefault(number, set()).add(position)
    return {number: sorted(places) for number, places in found.items()}


def _pairs(tokens: Tokens) -> Iterable[tuple[int, str, str]]:
    """Return each word with its position and the word after it ("" after the last), abbreviations in both ways."""
    forms, capitals = tokens.forms, tokens.capitals
    pairs = zip(range(len(forms)), forms, [*forms, ""][1:], strict=True)
    return chain(pairs, _of_abbreviations(forms, capitals)) if capitals else pairs


def _of_abbreviations(forms: list[str], capitals: dict[int, str]) -> Iterator[tuple[int, str, str]]:
    for position, letters in capitals.items():
        after = forms[position + 1] if position + 1 < len(forms) else ""
        yield position, letters, after
        if position:
            yield position - 1, forms[position - 1], letters
            yield position - 1, capitals.get(position - 1, ""), letters


def _bracketed(text: str, start: int, end: int) -> int:
    """Return the end of the words found, with the closing bracket of one that opens among them."""
    return end + 1 if text[end : end + 1] == ")" and "(" in text[start:end] else end


def _lead(node: _Node, words: Words, end: _Node) -> None:
    for word in words[:-1]:
        between = _Node()
        node.following.setdefault(word, []).append(between)
        node = between
    node.following.setdefault(words[-1], []).append(end)


@cache
def parts(pattern: str) -> tuple[Part, ...]:
    """Return the parts of a pattern with their forms; raises the model's wrong-value error where it is none.

    ``(a|b)`` is one of several, ``(a)?`` may be missing, and both may be part of a word. A word of two or
    more capitals is found in capitals only, other words in any. Hyphens, line ends within a paragraph,
    brackets and quotation marks between words do not matter; full stops, commas and the like do.
    """
    if _part.sub("", pattern).strip():
        raise wrong(
            f"`{pattern}` has a bracket without its partner", "Close each `(` with `)`, not one inside another."
        )
    found = tuple(_forms(pattern, part) for part in _part.findall(pattern))
    if all(() in forms for forms in found):
        raise wrong(f"`{pattern}` also stands for no words at all", "Make at least one word certain.")
    return found


def _forms(pattern: str, part: str) -> Part:
    choices: list[list[str]] = []
    position = 0
    for group in _group.finditer(part):
        choices.append([part[position : group.start()]])
        choices.append([*group[1].split("|"), *([""] if group[2] else [])])
        position = group.end()
    choices.append([part[position:]])
    if any(_refused.search(choice) for several in choices for choice in several):
        raise wrong(
            f"`{pattern}` is not a pattern", "Use words, `(one|other)` and `(perhaps)?`, not one inside another."
        )
    if math.prod(len(several) for several in choices) > MAXIMUM_FORMS:
        raise wrong(f"`{pattern}` has a part with more than {MAXIMUM_FORMS} forms", "Split it into several patterns.")
    return tuple(dict.fromkeys(_form("".join(chosen)) for chosen in product(*choices)))


def _form(written: str) -> Words:
    tokens = tokens_of(written)
    return tuple(tokens.capitals.get(position, form) for position, form in enumerate(tokens.forms))


def _checked(pattern: str) -> str:
    parts(pattern)
    return pattern


Pattern = Annotated[str, AfterValidator(_checked)]
"""A pattern in the notation of ``parts``, as a field of a model."""
