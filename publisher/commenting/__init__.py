"""A Word file checked as the source that it would be imported as, with each finding as a comment in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from publisher.check import Checker
from publisher.checked import Checked
from publisher.diagnostics import Diagnostic
from publisher.importers.recognition import Surroundings


@dataclass(frozen=True, slots=True)
class Commented:
    """A Word file with comments."""

    data: bytes
    checked: Checked
    comments: int
    """How many findings became comments; the same finding for several partnerships is one."""


def with_findings(data: bytes, name: str, checker: Checker, surroundings: Surroundings) -> Commented:
    """Return a Word file with what is to be said about it at the words concerned; waived findings are left out.

    A finding that is about no words of the file, such as a missing date, stands at the beginning. No comment repeats
    an identifier. Raises PublisherError for a file that the reader of Word files refuses.
    """
    from publisher import importers, source
    from publisher.commenting.places import Places
    from publisher.commenting.word import Note, commented
    from publisher.importers.imported import bring_in

    manuscript = importers.read(data, name)
    made = source.read(bring_in(manuscript, surroundings).text.encode(), name)
    checked = checker.check_source(made, Path(name).with_suffix(".yaml"))
    redaction, places = checked.redaction(), Places(manuscript, made)
    notes: dict[Note, None] = {}
    for one in checked.diagnostics:
        if not one.waived:
            found = places.of(one) if one.file == name else None
            words = redaction.words(_told(one))
            notes[Note(words, *found) if found else Note(words)] = None
    return Commented(commented(data, name, notes), checked, len(notes))


def _told(one: Diagnostic) -> str:
    hint = f"\n{one.hint}" if one.hint else ""
    return f"{one.severity.value.capitalize()} {one.code}: {one.message}{hint}"
