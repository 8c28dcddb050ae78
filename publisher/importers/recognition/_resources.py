"""Lines below “Resources” as resources of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.edition import REGISTER
from publisher.importers._manuscript import Paragraph, Run
from publisher.importers.as_markdown import LOST, tidy
from publisher.importers.recognition._recogniser import Surroundings
from publisher.model import Scope
from publisher.source import Data

_MOST_WORDS = 40
"""A longer text is no label but something to read."""

_file = re.compile(
    r"\s*[(\[]\s*(?P<type>PDF|Word|DOCX?|Excel|XLSX?|PowerPoint|PPTX?|video|podcast)\s*,?\s*"
    r"(?P<size>\d+(?:\.\d+)?\s*[kM]B)?\s*[)\]]$",
    re.IGNORECASE,
)
_address = re.compile(r"(?:https?://|www\.)[^\s<>\[\]]*[^\s<>\[\]().,;:!?'\"”’]")
_edge = " \t\n:|,;–—-•·"


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words up to and with one link; without a link, all words."""

    label: str
    target: str | None


def resources(paragraph: Paragraph, scope: Scope | None, surroundings: Surroundings) -> list[Data]:
    """Return the resources that a line names, all its words among their labels; none where it is a longer text."""
    pieces = list(_pieces(paragraph))
    if not pieces or any(len(piece.label.split()) > _MOST_WORDS for piece in pieces):
        return []
    return [_resource(piece, scope, surroundings) for piece in pieces]


def _pieces(paragraph: Paragraph) -> Iterator[_Piece]:
    found: list[_Piece] = []
    text = ""
    for run in _with_bare_addresses(paragraph.runs):
        text += run.text
        if run.target is not None:
            found.append(_Piece(_label(text, run), run.target))
            text = ""
    if text.strip(_edge + "."):
        last = found.pop() if found else _Piece("", None)
        # A dash or comma before what is left of the line belongs to the line.
        found.append(
            replace(last, label=tidy(f"{last.label} {text}" if text[:1].isalnum() else last.label + text).strip())
        )
    yield from (replace(piece, label=piece.label or piece.target or "") for piece in found)


def _label(text: str, run: Run) -> str:
    """Return the words of a link and those before it; an address is repeated only where nothing else is said."""
    label = tidy(text).strip()
    if label.endswith(run.text.strip()) and run.text.strip() == run.target:
        return label.removesuffix(run.text.strip()).strip(_edge)
    return label.lstrip(_edge)


def _with_bare_addresses(runs: tuple[Run, ...]) -> Iterator[Run]:
    for run in runs:
        if run.target is not None:
            yield run
            continue
        position = 0
        for match in _address.finditer(run.text):
            yield Run(run.text[position : match.start()])
            yield Run(match.group(), target=match.group())
            position = match.end()
        yield Run(run.text[position:])


def _key(target: str) -> str | None:
    return target.removeprefix(REGISTER) if target.startswith(REGISTER) else None


def _resource(piece: _Piece, scope: Scope | None, surroundings: Surroundings) -> Data:
    label, kind, size = piece.label, "", ""
    if match := _file.search(label):
        label, kind, size = label[: match.start()], match["type"], match["size"] or ""
    data: dict[str, Data] = {"label": label or piece.label}
    key = surroundings.registered(label) if piece.target is None else _key(piece.target)
    if key:
        data["link"] = key
    elif piece.target is not None:
        data["url"] = piece.target or LOST
    local = bool(key) or (piece.target is not None and surroundings.is_local(piece.target))
    data["scope"] = (scope or (Scope.LOCAL if local else Scope.NATIONAL)).value
    return data | {name: value for name, value in (("type", kind), ("size", size)) if value and label}
