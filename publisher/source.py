"""YAML text to data, with the place of every key and value; whatever the text, something comes back.

The only reader of YAML in the program. Every scalar stays text (``no`` is the word no); anchors,
aliases, tags, several documents and deep nesting are refused, so that a file from a stranger can
neither crash the reader nor make it work for long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path as FilePath

import yaml

from publisher import slips
from publisher.diagnostics import Diagnostic, Path, Severity
from publisher.files import beginning
from publisher.places import Place, SourceText

MAXIMUM_BYTES = 1_048_576
"""A briefing is 5 kB and a compendium 60 kB; a megabyte is a mistake or an attack."""

MAXIMUM_DEPTH = 20

MAXIMUM_VALUES = 10_000
"""Values, lists and sets of keys; a compendium has a thousand."""

MAXIMUM_TEXT = 20_000
"""Characters of one value; the longest section of the samples has a thousand."""

Data = str | None | list["Data"] | dict[str, "Data"]
"""What a source holds: text, nothing (a key without a value), lists and sets of keys."""

READING = "SRC"
"""Codes that begin so are about what cannot be read."""

NAMES = {
    "SRC001": "unreadable-yaml",
    "SRC002": "duplicate-key",
    "SRC003": "refused-yaml-feature",
    "SRC004": "unknown-key",
    "SRC005": "wrong-value",
    "SRC006": "missing-key",
    "SRC007": "too-large",
}

# YAML 1.1, section 5.1: the characters that may not stand in a stream (tab, LF, CR and NEL may).
_not_allowed = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_item = re.compile(r"\n *(?:[-*+>]|\d{1,3}[.)]) ")
# libyaml where the wheel has it; both give the same events, and the places are our own.
_loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its data, the place of every key and value, and what is wrong with it."""

    text: SourceText
    data: Data = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """The file's name as it is shown to people."""
        return self.text.name

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of the value (or key) at ``path``, or of the nearest one that encloses it."""
        first, second = (self.keys, self.values) if key else (self.values, self.keys)
        for length in range(len(path), 0, -1):
            found = first.get(path[:length]) or second.get(path[:length])
            if found is not None:
                return found
        return Place(self.text, 0, 0)


class _Refusal(Exception):
    """Stops the walk at something that is not accepted."""

    def __init__(self, code: str, message: str, hint: str, index: int) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.index = code, message, hint, index


def read_file(path: FilePath, name: str) -> Source:
    """Return the source in a file, shown to people as ``name``.

    Raises PublisherError when the file cannot be opened; what it contains never raises.
    """
    return read(beginning(path, MAXIMUM_BYTES + 1, name), name)


def read(data: bytes, name: str) -> Source:
    """Return the source in ``data``; what is wrong with it stands in its diagnostics."""
    try:
        text = SourceText(name, _decoded(data))
    except _Refusal as refusal:
        # Latin-1 maps each byte to one character, so the place is still right in an ASCII file.
        shown = SourceText(name, data[: refusal.index + 1].decode("latin-1"))
        return Source(shown, diagnostics=(_diagnostic(shown, refusal),))
    reading = _Reading(text)
    try:
        reading.document()
    except _Refusal as refusal:
        reading.diagnostics.append(_diagnostic(text, refusal))
        return Source(text, None, reading.values, reading.keys, tuple(reading.diagnostics))
    return Source(text, reading.data, reading.values, reading.keys, tuple(reading.diagnostics))


def _decoded(data: bytes) -> str:
    if len(data) > MAXIMUM_BYTES:
        message = f"the file is larger than {MAXIMUM_BYTES // 1024} kB"
        raise _Refusal("SRC007", message, "A briefing is about 5 kB; check that this is the right file.", 0)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "Save it as plain text in UTF-8; a Word or PDF file is not a source."
        raise _Refusal("SRC001", "the file is not UTF-8 text", hint, error.start) from error
    bad = _not_allowed.search(text)
    if bad:
        message = f"the character U+{ord(bad.group()):04X} may not stand in a YAML file"
        raise _Refusal("SRC001", message, "Delete it; it often comes from copying out of another program.", bad.start())
    return text


def _diagnostic(text: SourceText, refusal: _Refusal) -> Diagnostic:
    span = text.span(refusal.index, refusal.index + 1)
    code = refusal.code
    return Diagnostic(code, NAMES[code], Severity.ERROR, refusal.message, text.name, span, refusal.hint)


def _runs_together(value: str, written: str) -> bool:
    """Whether a text without a mark of its style has lines that YAML joins, and that were meant to stay apart."""
    return "\n" in value or ("\n" in written and _item.search(written) is not None)


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


class _Reading:
    """One pass over YAML's events that builds the data and the places together."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.data: Data = None
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.diagnostics: list[Diagnostic] = []
        self.next = _loader(text.text).get_event

    def document(self) -> None:
        """Read the stream's one document."""
        try:
            self.next()
            if isinstance(self.next(), yaml.DocumentStartEvent):
                self.data = self._node(self.next(), ())
                self.next()
                self._refuse_second(self.next())
        except yaml.MarkedYAMLError as error:
            raise self._syntax_error(error) from error
        except yaml.YAMLError as error:
            raise _Refusal("SRC001", "the file is not YAML", "Check its first lines.", 0) from error

    def _refuse_second(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            message = "a second document starts here"
            raise _Refusal("SRC003", message, "Put each document in a file of its own.", _start(event))

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> _Refusal:
        slip = slips.slip(self.text.text, error)
        if slip:
            return _Refusal("SRC001", slip.message, slip.hint, slip.index)
        mark = error.problem_mark or error.context_mark
        what = "; ".join(part for part in (error.context, error.problem) if part)
        hint = "Check the indentation and quotes here and on the line above; put text with a colon or # in quotes."
        index = min(mark.index, max(0, len(self.text.text) - 1)) if mark else 0
        return _Refusal("SRC001", f"not YAML: {what}", hint, index)

    def _node(self, event: yaml.NodeEvent, path: Path) -> Data:
        self._refuse_features(event)
        if len(path) >= MAXIMUM_DEPTH:
            hint = "A briefing needs four levels; look for stray brackets or indentation."
            raise _Refusal("SRC007", f"nested deeper than {MAXIMUM_DEPTH} levels", hint, _start(event))
        if len(self.values) >= MAXIMUM_VALUES:
            hint = "Divide it into several files."
            raise _Refusal("SRC007", f"the file has more than {MAXIMUM_VALUES:,} values", hint, _start(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, path)
        return self._mapping(event, path)

    def _refuse_features(self, event: yaml.NodeEvent) -> None:
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if not anchor and not tag:
            return
        index = _start(event)
        if isinstance(event, yaml.AliasEvent):
            raise _Refusal("SRC003", f"`*{anchor}` is a YAML alias", "Write the text out.", index)
        if anchor:
            hint = "Write the text out; put quotes round text that starts with &."
            raise _Refusal("SRC003", f"`&{anchor}` is a YAML anchor", hint, index)
        hint = "Leave it out; put quotes round text that starts with !."
        written = self.text.text[index : index + 200].split(maxsplit=1)[0][:40]
        raise _Refusal("SRC003", f"`{written}` is a YAML tag", hint, index)

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Data:
        if len(event.value) > MAXIMUM_TEXT:
            hint = "A section has about 600; check that this is the right file."
            raise _Refusal("SRC007", f"a text of more than {MAXIMUM_TEXT:,} characters", hint, _start(event))
        style = event.style or ""
        place = Place(self.text, _start(event), _end(event), style, event.value)
        self.values[path] = place
        if not style and _runs_together(event.value, self.text.text[place.start : place.end]):
            self._report_run_together(place, path)
        return None if not style and not event.value else event.value

    def _sequence(self, start: yaml.Event, path: Path) -> Data:
        items: list[Data] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        self._enclose(path, start, event)
        return items

    def _mapping(self, start: yaml.Event, path: Path) -> Data:
        entries: dict[str, Data] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key, place = self._key(event)
            below = (*path, key)
            if key in entries:
                self._report_duplicate(key, place, below)
                self._skip(self.next(), path)
                continue
            self.keys[below] = place
            entries[key] = self._node(self.next(), below)
        self._enclose(path, start, event)
        return entries

    def _key(self, event: yaml.NodeEvent) -> tuple[str, Place]:
        self._refuse_features(event)
        if not isinstance(event, yaml.ScalarEvent):
            hint = "A key is a plain word followed by a colon; quote {{ … }} where a value starts with it."
            raise _Refusal("SRC003", "a list or set of keys is used as a key", hint, _start(event))
        place = Place(self.text, _start(event), _end(event), event.style or "", event.value)
        return event.value, place

    def _report_run_together(self, place: Place, path: Path) -> None:
        named = f"the text of `{path[-1]}`" if path and isinstance(path[-1], str) else "this text"
        message = f"{named} has a list or paragraphs that would run together, as it has no `|`"
        hint = "Write `|` after the colon or the `- `, and the whole text on the lines below, indented."
        span = self.text.span(place.start, place.start + 1)
        self.diagnostics.append(
            Diagnostic("SRC005", NAMES["SRC005"], Severity.ERROR, message, self.text.name, span, hint, path)
        )

    def _report_duplicate(self, key: str, place: Place, path: Path) -> None:
        line, _ = self.text.position(self.keys[path].start)
        message = f"the key `{key}` stands here a second time; the first is on line {line}"
        hint = "Keep one of the two; the first is used."
        span = place.span()
        self.diagnostics.append(
            Diagnostic("SRC002", NAMES["SRC002"], Severity.ERROR, message, self.text.name, span, hint, path)
        )

    def _skip(self, event: yaml.NodeEvent, path: Path) -> None:
        """Read past a value that is not kept; its places must not replace those that are."""
        kept = self.values, self.keys
        self.values, self.keys = {}, {}
        try:
            self._node(event, (*path, ""))
        finally:
            self.values, self.keys = kept

    def _enclose(self, path: Path, start: yaml.Event, end: yaml.Event) -> None:
        self.values[path] = Place(self.text, _start(start), _end(end))
