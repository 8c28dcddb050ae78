"""Paragraphs of a manuscript as the Markdown that stands in a source, wrapped so that a diff shows what changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from publisher import markdown
from publisher.document import Link, inlines, plain_text
from publisher.escaping import all_escaped, destination, escaped, guarded, wrapped
from publisher.importers._manuscript import Form, Paragraph, Run

WIDTH = 94
"""Characters of a line: a body stands six columns in, and the file is meant for a window of a hundred."""

_CELL = 120
"""Characters of a cell that may be a part of a line; a longer one is a paragraph."""

LOST = "#"
"""What stands for a target that the file no longer has."""

_blank = re.compile(r"[ \t\n\r\f\v]+")
_address = re.compile(r"https?://[^\s<>\[\]]*[^\s<>\[\]().,;:!?'\"”’]")
_in_brackets = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)")
_mail = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_ordered = re.compile(r"\(?(\d{1,9})[.)]?")


def tidy(text: str) -> str:
    """Return a text with each stretch of blanks made one; a space that must not break stays."""
    return _blank.sub(" ", text)


def line(runs: Iterable[Run]) -> str:
    """Return words as one line of Markdown that reads back as the same words and links."""
    pieces = _merged(runs)
    words = "".join(run.text for run in pieces).split()
    plain = [Run(run.text, target=run.target) for run in pieces]
    attempts = ((pieces, escaped), (plain, escaped), (plain, all_escaped))
    written = ""
    for attempt, escape in attempts:
        written = _written(attempt, escape)
        if _reads_as(written, words, pieces):
            break
    return written


def body(paragraphs: Sequence[Paragraph]) -> str:
    """Return paragraphs as a body: Markdown that ends with one line break, or "" where there are no words."""
    blocks: list[str] = []
    for is_list, group in groupby(_rows(paragraphs), lambda one: one.form is Form.ITEM):
        together = list(group)
        blocks += ["\n".join(_items(together))] if is_list else map(_block, together)
    text = "\n\n".join(block for block in blocks if block)
    return f"{text}\n" if text else ""


def entry(paragraphs: Sequence[Paragraph]) -> str:
    """Return paragraphs as an entry of a list: a body, without its line break where it is one line."""
    text = body(paragraphs)
    return text.removesuffix("\n") if text.count("\n") == 1 else text


def _rows(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs with each row of a table of short cells as one item; other cells stay paragraphs."""
    for cell, group in groupby(paragraphs, lambda one: one.cell and (one.cell.table, one.cell.row)):
        row = list(group)
        places = [one.cell.column for one in row if one.cell]
        short = len(row) > 1 and len(set(places)) == len(row) and all(len(one.text) <= _CELL for one in row)
        if cell is None or not short or any(one.form is not Form.PLAIN for one in row):
            yield from row
            continue
        runs = [run for one in row for run in (Run(" – "), *one.runs)]
        yield replace(row[0], runs=tuple(runs[1:]), form=Form.ITEM)


def _block(paragraph: Paragraph) -> str:
    runs = paragraph.runs
    if paragraph.form is Form.HEADING:
        runs = tuple(replace(run, strong=True) for run in runs)
    number = f"{paragraph.number} " if paragraph.number else ""
    text = guarded(number + line(runs))
    if paragraph.form is Form.QUOTE:
        return "\n".join(f"> {part}" for part in wrapped(text, WIDTH - 2))
    return "\n".join(wrapped(text, WIDTH))


def _items(items: list[Paragraph]) -> Iterator[str]:
    indents = [0]
    for item in items:
        level = min(item.level, len(indents) - 1)
        mark, text = _mark(item)
        indent = indents[level]
        del indents[level + 1 :]
        indents.append(indent + len(mark))
        first, *rest = wrapped(guarded(text), WIDTH - indent - len(mark)) or [""]
        yield f"{' ' * indent}{mark}{first}".rstrip()
        yield from (f"{' ' * (indent + len(mark))}{part}" for part in rest)


def _mark(item: Paragraph) -> tuple[str, str]:
    """Return the mark of a list item in Markdown, and its words; a number that Markdown does not know is a word."""
    text = line(item.runs)
    number = item.number.strip()
    if not number or not any(character.isalnum() for character in number):
        return "- ", text
    plain = _ordered.fullmatch(number)
    return (f"{plain[1]}. ", text) if plain else ("- ", f"{number} {text}")


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Return runs with neighbours of one look joined and blanks outside of what is marked."""
    merged: list[Run] = []
    for key, group in groupby(runs, lambda run: (run.strong, run.emphasis, run.target)):
        text = "".join(run.text for run in group)
        strong, emphasis, target = key
        if not text.strip():
            merged.append(Run(text) if not target else Run(target, target=target))
            continue
        bare = text.strip()
        start = text.index(bare)
        before, after = text[:start], text[start + len(bare) :]
        look = Run(bare, strong, emphasis, target.strip() if target else target)
        merged += [run for run in (Run(before), look, Run(after)) if run.text]
    return merged


def _written(runs: Iterable[Run], escape: Callable[[str], str]) -> str:
    parts: list[str] = []
    for (strong, emphasis), group in groupby(runs, lambda run: (run.strong, run.emphasis)):
        marks = ("**" if strong else "") + ("*" if emphasis else "")
        inner = "".join(_piece_of(run, escape) for run in group)
        parts.append(f"{marks}{inner}{marks[::-1]}")
    return tidy("".join(parts)).strip()


def _piece_of(run: Run, escape: Callable[[str], str]) -> str:
    if run.target is None:
        return _with_addresses(run.text, escape)
    if run.target in {run.text, f"mailto:{run.text}"} and _is_bare(run.text):
        return f"<{run.text}>"
    return f"[{escape(run.text)}]({destination(run.target) or LOST})"


def _is_bare(text: str) -> bool:
    return bool(_in_brackets.fullmatch(text) or _mail.fullmatch(text))


def _with_addresses(text: str, escape: Callable[[str], str]) -> str:
    """Return words as Markdown in which an address that stands in the text leads where it says."""
    parts, position = [], 0
    for match in _address.finditer(text):
        parts += [escape(text[position : match.start()]), f"<{match.group()}>"]
        position = match.end()
    return "".join([*parts, escape(text[position:])])


def _reads_as(written: str, words: list[str], runs: Iterable[Run]) -> bool:
    read = markdown.phrase(written)
    targets = [inline.target for inline in inlines(read) if isinstance(inline, Link)]
    wanted = [LOST if not run.target else run.target for run in runs if run.target is not None]
    return plain_text(read).split() == words and len(targets) >= len(wanted)
