"""CommonMark bodies to blocks, and to prose whose every character knows its place in the body.

The reader of CommonMark. What a briefing has no use for (code, raw HTML, images, link
definitions, rules across the page) is not recognised, so that it is shown as the text it is. Pandoc's bracketed span
is, with the one attribute ``lang``: mdit-py-plugins has it too, but takes all other attributes away.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock, blockquote, heading, lheading, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token

from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Cell,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Row,
    Strong,
    Subheading,
    Table,
    Text,
    plain_text,
)

_NOT_RECOGNISED = ("code", "fence", "backticks", "html_block", "html_inline", "reference", "hr", "image")
# What the inline rules look for, but for a blank at a line's end: a text without it is what it says, line by line.
_inline_mark = re.compile(r"[\\*_\[<&\t]")
# The end of a line that may underline the one above.
_underline = re.compile(r"[=-][ \t]*$", re.MULTILINE)
_DEEPEST = 18
"""Lists and their items, and quotations, that may enclose others."""
_MOST_CELLS = 10_000
_NOTHING = "–"
"""What stands in a table's cell where the author wrote nothing."""
_language = re.compile(r'\{lang=("?)([^\s"{}]+)\1\}')


class _Parser(MarkdownIt):
    """CommonMark that leaves link targets as written; which are acceptable is for a rule to say."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's own name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's own name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - markdown-it's own name
        return True


def commonmark(*, html: bool) -> MarkdownIt:
    """Return a parser that loses no word: targets stay as written, and what is nested too deeply is text.

    markdown-it itself leaves out what stands deeper than its limit.
    """
    parser = _Parser("commonmark", {"html": html, "maxNesting": _DEEPEST + 2})
    for name, rule, marks, ends in (
        ("list", list_block, "*+-0123456789", ["paragraph"]),
        ("blockquote", blockquote, ">", ["paragraph", "list"]),
        ("heading", heading, "#", ["paragraph"]),
    ):
        parser.block.ruler.at(name, _shallow(rule, marks), {"alt": [*ends, "reference", "blockquote"]})
    return parser


def _shallow(rule: RuleFuncBlockType, marks: str) -> RuleFuncBlockType:
    """Return the rule down to the greatest depth, for lines that begin with its marks; others are quick to pass by."""

    def bounded(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own
        start = state.bMarks[first] + state.tShift[first]
        return state.src[start : start + 1] in marks and state.level < _DEEPEST and rule(state, first, end, silent)

    return bounded


@cache
def _parser(*, tables: bool = False) -> MarkdownIt:
    parser = commonmark(html=False)
    if tables:
        parser.enable("table")
    parser.inline.ruler.at("link", _link_in_text)
    parser.inline.ruler.after("link", "foreign", _foreign)
    parser.block.ruler.at("lheading", _underlined)
    parser.core.ruler.at("inline", _read_inline)
    # Without joining, escapes and entities keep the characters that were written for them.
    return parser.disable([*_NOT_RECOGNISED, "text_join"])


def _read_inline(state: StateCore) -> None:
    """Read what blocks say; most have no marks, which takes less time to see than to try every rule on each.

    Those get no children: their content is what they say, line by line.
    """
    for token in state.tokens:
        if token.type == "inline":
            token.children = [] if _has_marks(token.content) else None
            if token.children is not None:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _underlined(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own
    """Read a heading with a line below it; each paragraph would be read twice to see that it is none."""
    return _has_underline(state.src) and lheading(state, first, end, silent)


@lru_cache(maxsize=8)
def _has_underline(text: str) -> bool:
    return _underline.search(text) is not None


def _has_marks(text: str) -> bool:
    return _inline_mark.search(text) is not None or " \n" in text or "\n " in text


def _link_in_text(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    """Read ``[words](target)``; the end of the words is sought only where there is one, as brackets may be many."""
    return state.pos < _last("](", state.src) and link(state, silent)


@lru_cache(maxsize=8)
def _last(mark: str, text: str) -> int:
    """Return where a mark stands for the last time, or -1; kept, as each bracket of a text asks."""
    return text.rfind(mark)


def _foreign(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    """Read ``[geiriau]{lang=cy}``, words in another language."""
    if silent or state.src[state.pos] != "[" or state.pos > _last("]{lang=", state.src):
        # Silent is the search for the end of a link's words, which must take this for words and not for a link in it.
        return False
    start, end, limit = state.pos + 1, state.md.helpers.parseLinkLabel(state, state.pos), state.posMax
    language = _language.match(state.src, end + 1, limit) if end > start else None
    if language is None:
        return False
    state.push("foreign_open", "span", 1).attrSet("lang", language[2])
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.posMax = limit
    state.push("foreign_close", "span", -1)
    state.pos = language.end()
    return True


def tokens(text: str, *, tables: bool = False) -> list[Token]:
    """Return markdown-it's tokens for a body; a table is text unless ``tables`` are allowed there.

    An inline token without marks has None for its children.
    So is one of thousands of cells, which nobody could read, and which a line of many marks would otherwise make.
    """
    return _parser(tables=tables and _cells(text) <= _MOST_CELLS).parse(text)


def _cells(text: str) -> int:
    """Return how many cells the tables of a text have at most."""
    lines = [line.count("|") + 1 for line in text.splitlines()] if "|" in text else [0]
    return len(lines) * max(lines)


def blocks(text: str, *, tables: bool = False) -> tuple[Block, ...]:
    """Return the blocks of a body; a table is text unless ``tables`` are allowed there."""
    return _Blocks(tokens(text, tables=tables)).until(None)


def phrase(text: str) -> tuple[Inline, ...]:
    """Return the inlines of a single line of Markdown, such as a question."""
    return tuple(inline for token in _parser().parseInline(text) for inline in _said(token))


class _Blocks:
    """A walk along the flat list of block tokens that builds the tree."""

    def __init__(self, sequence: list[Token]) -> None:
        self.tokens = iter(sequence)

    def until(self, closing: str | None) -> tuple[Block, ...]:
        found: list[Block] = []
        for token in self.tokens:
            if token.type == closing:
                break
            found.extend(self._block(token))
        return tuple(found)

    def _block(self, token: Token) -> list[Block]:
        match token.type:
            case "paragraph_open" | "heading_open":
                kind = Paragraph if token.type == "paragraph_open" else Subheading
                return [kind(self._children())]
            case "bullet_list_open":
                return [BulletList(self._items("bullet_list_close"))]
            case "ordered_list_open":
                start = token.attrGet("start")
                return [OrderedList(self._items("ordered_list_close"), 1 if start is None else int(start))]
            case "blockquote_open":
                return [BlockQuote(self.until("blockquote_close"))]
            case "table_open":
                head, *rows = self._rows()
                return [Table("", tuple(map(plain_text, head)), tuple(map(_row, rows)), row_heads=False)]
            case _:
                return []

    def _children(self) -> tuple[Inline, ...]:
        inline = next(self.tokens)
        next(self.tokens)  # the closing token
        return tuple(_said(inline))

    def _rows(self) -> list[list[tuple[Inline, ...]]]:
        """Return the cells of a table, row by row; the first row is that of the heads."""
        rows: list[list[tuple[Inline, ...]]] = []
        for token in self.tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type in {"th_open", "td_open"}:
                rows[-1].append(self._children())
        return rows

    def _items(self, closing: str) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        for token in self.tokens:
            if token.type == closing:
                break
            items.append(ListItem(self.until("list_item_close")))
        return tuple(items)


def _row(cells: list[tuple[Inline, ...]]) -> Row:
    # An empty cell is taken for a fault by who hears it, and by Word.
    return Row(tuple(Cell((Paragraph(cell or (Text(_NOTHING),)),)) for cell in cells))


def _said(inline: Token) -> list[Inline]:
    """Return what a paragraph or heading says."""
    stack: list[list[Inline]] = [[]]
    opened: list[Token] = []
    if inline.children is None:
        _append_text(stack[0], inline.content.replace("\n", " "))
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "em_open" | "foreign_open" | "link_open":
                stack.append([])
                opened.append(token)
            case "strong_close" | "em_close" | "foreign_close" | "link_close":
                children = tuple(stack.pop())
                stack[-1].append(_marked(opened.pop(), children))
            case "softbreak":
                _append_text(stack[-1], " ")
            case "hardbreak":
                stack[-1].append(LineBreak())
            case _:
                _append_text(stack[-1], token.content)
    return stack[0]


def _marked(opening: Token, children: tuple[Inline, ...]) -> Inline:
    match opening.type:
        case "strong_open":
            return Strong(children)
        case "em_open":
            return Emphasis(children)
        case "foreign_open":
            return Foreign(children, str(opening.attrGet("lang")))
        case _:
            return _link(children, str(opening.attrGet("href") or ""))


def _append_text(children: list[Inline], text: str) -> None:
    if children and isinstance(children[-1], Text):
        children[-1] = Text(children[-1].text + text)
    elif text:
        children.append(Text(text))


def _link(children: tuple[Inline, ...], target: str) -> Inline:
    """Return the link; strong words inside it make all of it strong, and the language of all its words is its own."""
    link: Inline = Link(" ".join(plain_text(children).split()), target)
    match children:
        case [Foreign(inner, language)]:
            children, link = inner, Foreign((link,), language)
    if any(isinstance(child, Strong) for child in children):
        return Strong((link,))
    return link
