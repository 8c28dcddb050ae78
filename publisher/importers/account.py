"""The account of an import: every word and every link of the manuscript against those of the written source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote

from publisher import markdown
from publisher.importers._manuscript import Paragraph
from publisher.importers.as_markdown import LOST
from publisher.importers.recognition import Reading, Surroundings
from publisher.importers.recognition._lines import without_refused, words
from publisher.source import Data
from publisher.words import block_text

_MARKDOWN = frozenset({"body", "notes", "introduction", "points", "questions", "unplaced", "aims"})
_SCHEMES = {"url": "", "email": "mailto:", "phone": "tel:"}
_NOT_WORDS = frozenset(
    {"kind", "status", "scope", "link", "lang", "family", "layout", "published", "review", "support"}
)
"""Keys whose values the program chose; they do not stand for words of the file."""


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the words and links; words are runs of letters and digits, without regard to capitals."""

    placed: int
    unplaced: int
    lost: tuple[str, ...]
    """Words of the manuscript that are nowhere in the source."""
    lost_targets: tuple[str, ...]
    without_target: int
    """Links of the source whose target the file no longer had."""


def account(
    paragraphs: Iterable[Paragraph], data: dict[str, Data], readings: Iterable[Reading], surroundings: Surroundings
) -> Account:
    """Return the account of a source that was made of some paragraphs."""
    given, readings = list(paragraphs), list(readings)
    wanted = _words(one.text for one in given)
    placed = _words([*_texts({**data, "unplaced": []}), *(reading.words for reading in readings)])
    waiting = _words(_texts(data.get("unplaced"), "unplaced"))
    targets = Counter(target for one in given for target in _links(one))
    in_readings = (part for reading in readings for part in reading.words.split())
    leads = list(_targets(data, surroundings))
    written = Counter(map(_plain, [*leads, *in_readings]))
    return Account(
        (wanted & placed).total(),
        ((wanted - placed) & waiting).total(),
        tuple((wanted - placed - waiting).elements()),
        tuple((targets - written).elements()),
        leads.count(LOST),
    )


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in words(text))


def _links(paragraph: Paragraph) -> list[str]:
    """Return where the words of a paragraph lead; neighbours of several looks that lead to one place are one link."""
    # A run of nothing parts no link from the next.
    present = (run for run in paragraph.runs if run.text or run.target)
    runs = [(without_refused(run.text).strip(), _plain(run.target or "")) for run in present]
    looks = groupby(target for text, target in runs if text or not target)
    worded = [target for target, _ in looks if target]
    bare = {target for text, target in runs if not text}
    return [*worded, *(bare - {"", *worded})]


def _texts(value: Data, key: str = "") -> Iterator[str]:
    """Yield the author's texts of a source as they are read, Markdown without its marks."""
    match value:
        case str() if key not in _NOT_WORDS:
            yield block_text(markdown.blocks(value)) if key in _MARKDOWN else value
        case list():
            for one in value:
                yield from _texts(one, key)
        case dict():
            for name, one in value.items():
                yield from _texts(one, name)


def _targets(value: Data, surroundings: Surroundings, key: str = "") -> Iterator[str]:
    match value:
        case str() if key in _MARKDOWN:
            leaves = (leaf for token in markdown.tokens(value) for leaf in token.children or ())
            yield from (str(leaf.attrGet("href") or "") for leaf in leaves if leaf.type == "link_open")
        case str() if key in _SCHEMES:
            yield from (value, f"{_SCHEMES[key]}{value}")
        case str() if key == "link":
            yield from (profile.links[value].url for profile in surroundings.profiles if value in profile.links)
        case list():
            for one in value:
                yield from _targets(one, surroundings, key)
        case dict():
            for name, one in value.items():
                yield from _targets(one, surroundings, name)


def _plain(target: str) -> str:
    return re.sub(r"\s", "", unquote(without_refused(target)))
