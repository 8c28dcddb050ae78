"""A manuscript made a source: recognised, written, and every word of it accounted for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from publisher import source
from publisher.diagnostics import Severity
from publisher.errors import PublisherError
from publisher.importers._manuscript import Form, Manuscript, Remark
from publisher.importers.account import Account, account
from publisher.importers.as_markdown import entry, tidy
from publisher.importers.recognition import Part, Reading, Recognised, Surroundings, recogniser_for
from publisher.importers.writing import written
from publisher.model import Kind
from publisher.source import Data


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    kind: Kind
    title: str
    text: str
    """The YAML of the source."""
    data: dict[str, Data]
    parts: tuple[Part, ...]
    remarks: tuple[Remark, ...]
    account: Account


def bring_in(manuscript: Manuscript, surroundings: Surroundings, kind: Kind | None = None) -> Imported:
    """Return the source that a manuscript makes; every word and link of it stands there, some under ``unplaced:``.

    Raises PublisherError where it is more than a source may hold.
    """
    recogniser = recogniser_for(manuscript, kind)
    recognised = recogniser.recognise(manuscript, surroundings)
    data = dict(recognised.data)
    if unplaced := _unplaced(recognised):
        data["unplaced"] = unplaced
    remarks = [*manuscript.remarks, *recognised.remarks]
    count = account(manuscript.paragraphs, data, recognised.readings, surroundings)
    if count.lost or count.lost_targets:
        remarks.append(_rescue(data, count))
        count = account(manuscript.paragraphs, data, recognised.readings, surroundings)
    text = written(data, _notes(manuscript.name, recognised.readings))
    read = source.read(text.encode(), manuscript.name)
    for limit in read.diagnostics:
        raise PublisherError(f"`{manuscript.name}` is too much for one source: {limit.message}")
    if read.data != data or count.lost or count.lost_targets:
        raise AssertionError(f"the source made of {manuscript.name} does not hold what was read")
    title = data.get("title")
    return Imported(
        recogniser.KIND, title if isinstance(title, str) else "", text, data, recognised.parts, tuple(remarks), count
    )


def _unplaced(recognised: Recognised) -> list[Data]:
    """Return what had no place as Markdown, a list as one entry."""
    texts: list[Data] = []
    for form, group in groupby(recognised.unplaced, lambda one: one.form):
        paragraphs = list(group)
        together = [paragraphs] if form is Form.ITEM else [[one] for one in paragraphs]
        texts += [text for text in map(entry, together) if text]
    return texts


def _rescue(data: dict[str, Data], count: Account) -> Remark:
    """Put words that have no place, although they should, under ``unplaced:``, and return the remark on it."""
    unplaced = data.setdefault("unplaced", [])
    links = [f"<{target}>" for target in count.lost_targets]
    if isinstance(unplaced, list):
        unplaced.append(" ".join([*count.lost, *links]))
    number = len(count.lost) + len(links)
    message = f"{number} {'word or link' if number == 1 else 'words or links'} had no place and stand at the end"
    return Remark("IMP007", Severity.WARNING, message, "Look in the file where they belong.")


def _notes(name: str, readings: tuple[Reading, ...]) -> list[str]:
    """Return the comments above a source: where it comes from, and the words that became something else than text."""
    counted = Counter(f"{tidy(reading.words)} → {reading.meaning}" for reading in readings)
    stated = [note if count == 1 else f"{note} ({count} times)" for note, count in counted.items()]
    printable = "".join(character if character.isprintable() else " " for character in name)
    head = [f"Brought in from {tidy(printable)}. Lines that start with # are notes and are not printed."]
    if stated:
        head.append("These words of the file were read and are not repeated below:")
    return [*head, *stated]
