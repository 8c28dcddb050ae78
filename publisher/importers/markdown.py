"""Markdown from elsewhere: more of it than a briefing's bodies may have, with the lines where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from publisher.diagnostics import Severity
from publisher.importers._manuscript import Cell, Form, Manuscript, Paragraph, Remark, Run
from publisher.importers._runs import target
from publisher.importers.text import decoded
from publisher.markdown import commonmark

SUFFIXES: tuple[str, ...] = (".md", ".markdown")

_HEADING_WORDS = 14
_SHORT_LINE = 50
"""Characters; text that a program has broken has longer lines."""
_look_tags = {"b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis"}
_tag = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>[^>]*)>", re.IGNORECASE)
_href = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_blocks = "h1 h2 h3 h4 h5 h6 ul ol li section article header footer"
_no_words = frozenset(
    {"u", "span", "sup", "sub", "small", "p", "div", "font", "center", "mark", "ins", *_blocks.split()}
)


@cache
def _parser() -> MarkdownIt:
    parser = commonmark(html=True)
    # What has no place in a briefing stays as it is written; of HTML only tags between words are known.
    return parser.enable(["table"]).disable(["code", "fence", "backticks", "html_block"])


def read(data: bytes, name: str) -> Manuscript:
    """Return a Markdown file as paragraphs; raises PublisherError for what is no text or far too large."""
    text, remarks = decoded(data, name)
    reading = _Reading()
    paragraphs = tuple(reading.paragraphs(_parser().parse(text)))
    pictures = [
        Remark("IMP005", Severity.INFO, f"a picture stands outside the file: “{one}”", _PICTURE)
        for one in reading.pictures
    ]
    return Manuscript(name, paragraphs, remarks=(*remarks, *pictures))


_PICTURE = "A briefing has no pictures; its words for those who do not see it were kept as a link."


@dataclass(slots=True)
class _List:
    """A list that is open while it is read."""

    number: str = ""
    """The number of the item, as it is written; Markdown itself would count on from the first."""
    is_fresh: bool = False
    """Whether an item has begun that no paragraph stands in yet."""


class _Reading:
    """One walk over the blocks."""

    def __init__(self) -> None:
        self.pictures: list[str] = []
        self.lists: list[_List] = []
        self.quotes = 0
        self.table, self.row, self.column = -1, -1, -1

    def paragraphs(self, tokens: Sequence[Token]) -> Iterator[Paragraph]:
        """Yield the paragraphs of a file."""
        level = 0
        place = ""
        for token in tokens:
            if token.map:
                place = f"line {token.map[0] + 1}"
            if token.type == "heading_open":
                level = int(token.tag[1])
            elif token.type == "inline":
                yield from self._inline(token, place, level)
                level = 0
            elif token.type == "list_item_close" and self.lists[-1].is_fresh:
                yield self._finished(Paragraph((), place))
            elif token.type != "hr":
                self._structure(token)

    def _structure(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.lists.append(_List())
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.lists[-1].is_fresh = True
                self.lists[-1].number = f"{token.info}{token.markup}" if token.info else ""
            case "blockquote_open" | "blockquote_close":
                self.quotes += 1 if token.type == "blockquote_open" else -1
            case _:
                self._cell(token.type)

    def _cell(self, kind: str) -> None:
        match kind:
            case "table_open":
                self.table, self.row = self.table + 1, -1
            case "tr_open":
                self.row, self.column = self.row + 1, -1
            case "th_open" | "td_open":
                self.column += 1
            case "table_close":
                self.column = -1

    def _inline(self, token: Token, place: str, level: int) -> Iterator[Paragraph]:
        runs = tuple(self._runs(token.children or ()))
        form, depth = Form.PLAIN, 0
        if level:
            form, depth = Form.HEADING, level
        elif self.quotes:
            form = Form.QUOTE
        cell = Cell(self.table, self.row, self.column) if self.column >= 0 else None
        first = self._finished(Paragraph(runs, place, form, depth, cell=cell))
        yield from _lines(first)

    def _finished(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph as an item of the list in which it is the first."""
        if not self.lists or not self.lists[-1].is_fresh:
            return paragraph
        current = self.lists[-1]
        current.is_fresh = False
        if paragraph.form is Form.HEADING:
            return replace(paragraph, number=current.number)
        return replace(paragraph, form=Form.ITEM, level=len(self.lists) - 1, number=current.number)

    def _runs(self, children: Sequence[Token]) -> Iterator[Run]:
        look: dict[str, int] = {"strong": 0, "emphasis": 0}
        targets: list[str] = []
        for token in children:
            leads = targets[-1] if targets else None
            if token.type in {"strong_open", "strong_close", "em_open", "em_close"}:
                look["strong" if "strong" in token.type else "emphasis"] += token.nesting
            elif token.type == "link_open":
                targets.append(target(str(token.attrGet("href") or "")))
            elif token.type == "link_close":
                targets.pop()
            elif token.type == "html_inline":
                yield from _tagged(token.content, look, targets)
            elif token.type == "image":
                self.pictures.append(unescape(token.content) or str(token.attrGet("src") or ""))
                yield Run(token.content or "picture", target=target(str(token.attrGet("src") or "")))
            else:
                text = {"softbreak": "\v", "hardbreak": "\n"}.get(token.type, token.content)
                yield Run(text, look["strong"] > 0, look["emphasis"] > 0, leads)


def _tagged(written: str, look: dict[str, int], targets: list[str]) -> Iterator[Run]:
    """Take in a tag of HTML between words; one that is not known stays as it is written."""
    match = _tag.fullmatch(written)
    name = match["name"].lower() if match else ""
    if match and name in _look_tags:
        kind = _look_tags[name]
        look[kind] = max(0, look[kind] + (-1 if match["close"] else 1))
    elif name == "br":
        yield Run("\n")
    elif match and name == "a" and match["close"]:
        targets[:] = targets[:-1]
    elif match and name == "a" and (href := _href.search(match["rest"])):
        targets.append(target(unescape(href[1] or href[2] or "")))
    elif name not in _no_words:
        yield Run(written)


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph, in two where its first line is a heading to which the text was set without a blank line."""
    before, after = _split(paragraph.runs)
    text = "".join(run.text for run in before).strip()
    visible = [run for run in before if run.text.strip()]
    short = 0 < len(text.split()) <= _HEADING_WORDS and not text.endswith((".", ",", ";"))
    heading = short and (paragraph.number or all(run.strong for run in visible) or text[:1].isdigit())
    if after and heading and paragraph.form is not Form.QUOTE:
        yield replace(paragraph, runs=_joined(before))
        yield Paragraph(_joined(after), paragraph.place, cell=paragraph.cell, frame=paragraph.frame)
    else:
        yield replace(paragraph, runs=_joined(paragraph.runs, "\n" if _is_broken(paragraph.runs) else " "))


def _split(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the runs before and after the first line break."""
    for position, run in enumerate(runs):
        if run.text == "\v":
            return runs[:position], runs[position + 1 :]
    return runs, ()


def _is_broken(runs: tuple[Run, ...]) -> bool:
    """Whether a paragraph has so short lines that its author broke them, as in an address."""
    lines = "".join(run.text for run in runs).split("\v")
    return len(lines) > 1 and max(map(len, lines)) <= _SHORT_LINE


def _joined(runs: tuple[Run, ...], between: str = " ") -> tuple[Run, ...]:
    return tuple(replace(run, text=between) if run.text == "\v" else run for run in runs)
