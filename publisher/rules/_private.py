"""Identifiers in everything that an author writes, printed or not: the file itself is shared and public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher import identifiers
from publisher.diagnostics import Finding, Path
from publisher.identifiers import Found, Kind
from publisher.prose import Prose
from publisher.rules._kept import kept
from publisher.rules._rule import Subject
from publisher.schema import Strict

CONTACTS = "contacts"
_HINT = "Take it out; if the file has been shared already, tell whoever is responsible for data protection."
_BEFORE = 60
_not_printed = frozenset({"topics", "sources", "support", "waivers", "unplaced"})


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier where it is written."""

    path: Path
    kind: Kind
    words: str
    before: str
    """The words before it, some of which may say what it is."""
    start: int
    end: int
    key: bool
    """Whether it is a key that the author made up, rather than a value."""

    @property
    def in_contacts(self) -> bool:
        """Whether it stands among the contacts, where services have addresses and numbers."""
        return self.path[0] == CONTACTS

    @property
    def in_resource(self) -> bool:
        """Whether it is part of the name of a resource, which may say where an office is."""
        return "resources" in self.path and self.path[-1] == "label"

    def finding(self, what: str, hint: str = _HINT) -> Finding:
        """Return a finding that says what stands there, and never what it is."""
        printed = self.path[-1] == "credit" if self.path[0] == "origin" else self.path[0] not in _not_printed
        message = f"{what} stands here" if printed and not self.key else f"{what} stands in a part that is not printed"
        if self.key:
            return Finding(self.path, message, hint, key=True)
        return Finding(self.path, message, hint, self.start, self.end)


def found_in(subject: Subject, *kinds: Kind) -> Iterator[Identifier]:
    """Yield the identifiers of these kinds in a briefing, each once."""
    return (one for one in _all_in(subject) if one.kind in kinds)


@kept
def _all_in(subject: Subject) -> list[Identifier]:
    """Return the identifiers of all kinds; kept, as each kind has a rule of its own."""
    prose = {passage.path: passage.prose for passage in subject.passages if passage.prose.marks}
    found: list[Identifier] = []
    for path, text, key in _values(subject.work, ()):
        words = prose.get(path)
        if (words and identifiers.find(words.text)) or (not _says_as_much(words, text) and identifiers.find(text)):
            found += _identifiers(path, text, key, words)
    return found


def _says_as_much(prose: Prose | None, text: str) -> bool:
    """Whether the words are all that a value has but for line breaks and the marks of lists."""
    return prose is not None and prose.text.split() == [word for word in text.split() if word != "-"]


def _identifiers(path: Path, text: str, key: bool, prose: Prose | None) -> list[Identifier]:  # noqa: FBT001 - of a key
    """Return the identifiers in a value.

    The words without their markup show a number that is partly in bold; the value itself has the targets of links.
    """
    found: list[Identifier] = []
    taken = bytearray(len(text))
    if prose:
        for one in identifiers.find(prose.text):
            start, end = prose.in_value(one.start, one.end)
            taken[start:end] = b"x" * (end - start)
            found.append(Identifier(path, one.kind, *_words(prose.text, one), start, end, key))
    left = (one for one in identifiers.find(text) if not any(taken[one.start : one.end]))
    found += [Identifier(path, one.kind, *_words(text, one), one.start, one.end, key) for one in left]
    return found


def _words(text: str, one: Found) -> tuple[str, str]:
    """Return the words of what is found in a text, and those before it."""
    return text[one.start : one.end], text[max(0, one.start - _BEFORE) : one.start]


def _values(value: object, path: Path) -> Iterator[tuple[Path, str, bool]]:
    """Yield every text with its path, and whether it is a key that the author made up."""
    if isinstance(value, str):
        if value:
            yield path, value, False
    elif isinstance(value, int | float):
        yield path, str(value).removesuffix(".0"), False
    elif isinstance(value, Strict):
        for name in type(value).model_fields:
            yield from _values(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield (*path, name), name, True
            yield from _values(part, (*path, name))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _values(part, (*path, index))
