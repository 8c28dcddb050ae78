"""Identifiers kept out of what is printed: findings and lines of a source as anybody may see them.

Two nets. What looks like an identifier is taken out wherever it stands, so also of a file that no rule could read.
And the words that a privacy rule points at are taken out of everything that other rules say, since only their
place makes a name of a school or a date private.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from publisher import identifiers
from publisher.diagnostics import Diagnostic, Path
from publisher.identifiers import Kind
from publisher.places import SourceText

PRIVATE = "PRV"
"""Codes that begin so are about what leads to a person."""

MARK = "[identifier]"
COVER = "█"
"""Stands for each character of an identifier, so that all else keeps its place."""

# These are about how something is told; their words are no secret, and the house list speaks of some of them too.
_not_identifying = frozenset({"PRV016", "PRV019"})
# A number of a place is mostly that of a service, and may be anybody's where it is typed in a text.
_NUMBER_IN_TEXT = "MET007"
# Each of these words may stand alone: only together do they lead to a person.
_only_together = frozenset({"PRV006"})
_quoted = re.compile(r"“[^”]*”|`[^`]*`")
_covered = re.compile(f"{COVER}+")
_BARS = COVER * 8
_stem = re.compile(r"[^/]+?(?=(?:\.\w{1,5})?(?:/|$))")
_word = re.compile(r"[^\W_]+")
_part_of_a_name = re.compile(r"[^\W\d_]{3,}")
_BETWEEN = r"[\W_]{0,24}"
_SHORTEST = 4
"""Characters that a message must quote of a value; fewer are met everywhere."""

_CUT_AFTER = 12
"""A message that quotes only the beginning of a value quotes no more words than this."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What has to be kept out of the output about some sources."""

    values: re.Pattern[str] | None
    names: re.Pattern[str] | None
    """The words with a capital in what is private, and in capitals: any may be a first name or a surname alone."""
    stretches: Mapping[str, tuple[tuple[int, int], ...]]
    """Offsets into the text of each file, by its name."""

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic], texts: Mapping[str, SourceText]) -> Redaction:
        """Return what the privacy findings among the diagnostics point at."""
        stretches: dict[str, list[tuple[int, int]]] = {}
        values: set[str] = set()
        together: set[str] = set()
        for one in diagnostics:
            if is_private(one.code) and one.file in texts:
                text, span = texts[one.file], one.span
                start, end = text.index(span.line, span.column), text.index(span.end_line, span.end_column)
                stretches.setdefault(one.file, []).append((start, end))
                (together if one.code in _only_together else values).add(text.text[start:end])
        return cls(
            _pattern(values, together), _names_in(values), {name: tuple(places) for name, places in stretches.items()}
        )

    def words(self, text: str) -> str:
        """Return a sentence of the program's with a mark for each identifier, and for each name in what it quotes."""
        parts, position = [], 0
        for start, end in _identifiers(text):
            parts += [text[position:start], MARK]
            position = end
        safe = "".join([*parts, text[position:]])
        safe = self.values.sub(MARK, safe) if self.values else safe
        # Elsewhere “School” is as likely to be the program's own word.
        return _quoted.sub(lambda match: self._without_names(match[0]), safe) if self.names else safe

    def _without_names(self, text: str) -> str:
        return self.names.sub(MARK, text) if self.names else text

    def diagnostic(self, one: Diagnostic) -> Diagnostic:
        """Return a diagnostic without identifiers; a fix that would write one is left out."""
        path: Path = tuple(
            self._without_names(self.words(part)) if isinstance(part, str) else part for part in one.path
        )
        fix = one.fix if one.fix and all(self.text(edit.text) == edit.text for edit in one.fix.edits) else None
        said = self.words(one.message), self.words(one.hint)
        return replace(one, message=said[0], hint=said[1], file=file_name(one.file), path=path, fix=fix)

    def source(self, text: SourceText) -> SourceText:
        """Return the text of a file with its identifiers covered, so that all else keeps its line and column."""
        places = self.stretches.get(text.name, ())
        if text.covered and not (self.values or self.names or places):
            return text
        return SourceText(text.name, self._cover(text.text, places), covered=True)

    def text(self, words: str) -> str:
        """Return words of a source as anybody may see them, with bars that do not tell how much they cover."""
        return without_lengths(self._cover(words))

    def _cover(self, text: str, places: Iterable[tuple[int, int]] = ()) -> str:
        covered = list(text)
        again = [match.span() for one in (self.values, self.names) if one for match in one.finditer(text)]
        for start, end in [*_identifiers(text), *again, *places]:
            covered[start:end] = [character if character in "\r\n" else COVER for character in covered[start:end]]
        return "".join(covered)


def _identifiers(text: str) -> list[tuple[int, int]]:
    """Return the start and end of what looks like an identifier, but for the numbers of places."""
    return [(one.start, one.end) for one in identifiers.find(text) if one.kind is not Kind.LANDLINE]


def file_name(name: str) -> str:
    """Return the name of a file, with its folders, with a mark in the place of what looks like an identifier."""
    return _stem.sub(lambda match: _without_joints(match[0]), name)


def _without_joints(stem: str) -> str:
    covered = list(stem)
    for start, end in (place for spelling in identifiers.spellings(stem) for place in _identifiers(spelling)):
        covered[start:end] = COVER * (end - start)
    return _covered.sub(MARK, "".join(covered))


def without_identifiers(text: str) -> str:
    """Return a text with a mark in the place of what looks like an identifier."""
    return Redaction(None, None, {}).words(text)


def without_lengths(text: str) -> str:
    """Return a covered text in which all that is covered has eight bars, so that they do not tell how long it is."""
    return _covered.sub(_BARS, text)


def is_private(code: str) -> bool:
    """Whether the words that findings with this code point at are to be repeated nowhere."""
    return code == _NUMBER_IN_TEXT or (code.startswith(PRIVATE) and code not in _not_identifying)


def may_show_line(code: str) -> bool:
    """Whether the line that a finding is about may be shown once it is covered.

    What leads to a person only together may stand in the line a second time, in words that no rule points at.
    """
    return code not in _only_together


def _pattern(values: Iterable[str], together: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds the values however their words are set apart, and their first words where cut off.

    What leads to a person only ``together`` is found as a whole.
    """
    found = {_of_words(_word.findall(value)) for value in values} | {_whole(_word.findall(one)) for one in together}
    # The longest first, as alternatives are tried in order.
    patterns = sorted(found - {""}, key=len, reverse=True)
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def _names_in(values: Iterable[str]) -> re.Pattern[str] | None:
    words = {word for value in values for word in _part_of_a_name.findall(value) if word[0].isupper()}
    spelt = sorted(words | {word.upper() for word in words})
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)") if words else None


def _of_words(words: list[str]) -> str:
    needed = next(
        (count for count in range(min(2, len(words)), len(words) + 1) if sum(map(len, words[:count])) >= _SHORTEST), 0
    )
    if not needed:
        return ""
    begin = _whole(words[:needed])
    rest = words[needed:_CUT_AFTER]
    cut = begin + "".join(f"(?:{_BETWEEN}{word}" for word in rest) + ")?" * len(rest)
    return cut if len(words) <= _CUT_AFTER else f"{_whole(words)}|{cut}"


def _whole(words: list[str]) -> str:
    return rf"(?<!\w){_BETWEEN.join(words)}" if words else ""
