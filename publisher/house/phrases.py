"""Phrases found in a text by one walk over its words, in which all phrases are followed side by side.

The time depends on the length of the text and of the longest phrase alone, so that no entry of the
house data can make a check slow, as an unfortunate regular expression could.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator

from publisher.schema import wrong

MAXIMUM_FORMS = 200
"""A part of a pattern, up to the next space outside brackets, with more forms than this is a mistake."""

Item = TypeVar("Item")
_ALLOWED = object()
Words = tuple[str, ...]
Part = tuple[Words, ...]
"""The forms of one part of a pattern; an empty form where the part may be missing."""

# A word with its apostrophes, or a mark that ends a phrase. A final 's belongs to a word, but not to its form.
_token = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.,;:!?…/&–—\n]")
_possessive = re.compile(r"(?<=[^\W_])'s\b", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words and marks of a text, one after the other, each list as long as the others."""

    forms: list[str]
    """In small letters, with straight apostrophes."""
    capitals: list[str]
    """As written, where it is an abbreviation such as DNA; else ""."""
    starts: list[int]
    ends: list[int]
    places: dict[str, list[int]]
    """Where each form and each abbreviation is in the lists."""


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
        self._second: dict[str, frozenset[str] | None] = {}
        for pattern, item in (*patterns, *((pattern, _ALLOWED) for pattern in allowed)):
            for node in self._ends(pattern):
                node.complete.append(item)

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
        """Yield what is found, in order and without overlap: the first in the text, and of these the longest.

        ``accepts`` is given an item and the word or mark that follows its words ("" at the end of the
        text), and says whether it counts there.
        """
        tokens = _tokens(text)
        free = 0
        for position in self._beginnings(tokens):
            if position < free:
                continue
            for last, item in self._from(tokens, position):
                if item is _ALLOWED:
                    free = last + 1
                    break
                if accepts(item, tokens.forms[last + 1] if last + 1 < len(tokens.forms) else ""):
                    free = last + 1
                    start, end = tokens.starts[position], _bracketed(text, tokens.starts[position], tokens.ends[last])
                    yield Found(item, start, end, text[start:end], text[end : end + 1] in {"'", "’"})
                    break

    def _beginnings(self, tokens: _Tokens) -> list[int]:
        """Return where a pattern may begin: where its first word stands, and one of its second words after it."""
        first = self._root.following
        if first.keys().isdisjoint(tokens.places):
            return []
        found: set[int] = set()
        for word in first.keys() & tokens.places:
            found.update(self._beginnings_with(word, tokens))
        return sorted(found)

    def _beginnings_with(self, word: str, tokens: _Tokens) -> Iterable[int]:
        second, places = self._second_words(word), tokens.places[word]
        if second is None:
            return places
        forms, capitals, last = tokens.forms, tokens.capitals, len(tokens.forms) - 1
        return [
            place for place in places if place < last and (forms[place + 1] in second or capitals[place + 1] in second)
        ]

    def _second_words(self, word: str) -> frozenset[str] | None:
        """Return the words that may follow the first word of a pattern; None where it may stand alone."""
        if word not in self._second:
            nodes = self._root.following[word]
            alone = any(node.complete for node in nodes)
            self._second[word] = None if alone else frozenset(after for node in nodes for after in node.following)
        return self._second[word]

    def _from(self, tokens: _Tokens, first: int) -> list[tuple[int, Any]]:
        """Return the items whose words start at a token, each with its last token, the longest first."""
        forms, capitals = tokens.forms, tokens.capitals
        found: list[tuple[int, Any]] = []
        nodes = self._root.after(forms[first], capitals[first])
        position = first
        while nodes:
            for node in nodes:
                if node.complete:
                    found += [(position, item) for item in node.complete]
            position += 1
            if position == len(forms):
                break
            form, letters = forms[position], capitals[position]
            nodes = [after for node in nodes for after in node.after(form, letters)]
        return found[::-1]


def _bracketed(text: str, start: int, end: int) -> int:
    """Return the end of the words found, with the closing bracket of one that opens among them."""
    return end + 1 if text[end : end + 1] == ")" and "(" in text[start:end] else end


def _lead(node: _Node, words: Words, end: _Node) -> None:
    for word in words[:-1]:
        between = _Node()
        node.following.setdefault(word, []).append(between)
        node = between
    node.following.setdefault(words[-1], []).append(end)


@lru_cache(maxsize=256)
def _tokens(text: str) -> _Tokens:
    """Return the words and marks of a text; kept, because several rules ask for the same passages."""
    straight = text.replace("’", "'")
    without_endings = _possessive.sub("  ", straight) if "'" in straight else straight
    spans = [match.span() for match in _token.finditer(without_endings)]
    written = [straight[start:end] for start, end in spans]
    forms = "\0".join(written).lower().split("\0") if written else []
    capitals = [word if len(word) > 1 and word.isupper() else "" for word in written]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, form in enumerate(forms):
        places[form].append(position)
    for position, form in enumerate(capitals):
        if form:
            places[form].append(position)
    return _Tokens(forms, capitals, [start for start, _ in spans], [end for _, end in spans], places)


def forms_in(text: str) -> list[str]:
    """Return the words of a text, and the marks that end a phrase, in small letters and in their order."""
    return _tokens(text).forms


def words_in(text: str) -> AbstractSet[str]:
    """Return the words of a text in small letters, and its abbreviations as written.

    A rule whose regular expression needs certain words asks for them here first, which takes less time.
    """
    return _tokens(text).places.keys()


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
    tokens = _tokens(written)
    return tuple(capitals or form for form, capitals in zip(tokens.forms, tokens.capitals, strict=True))


def _checked(pattern: str) -> str:
    parts(pattern)
    return pattern


Pattern = Annotated[str, AfterValidator(_checked)]
"""A pattern in the notation of ``parts``, as a field of a model."""
