"""CommonMark bodies to blocks, and to prose whose every character knows its place in the body.

The only user of markdown-it-py. What a briefing has no use for (code, raw HTML, images, link
definitions, rules across the page) is not recognised, so that it is shown as the text it is.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
    Subheading,
    Text,
    plain_text,
)

_NOT_RECOGNISED = ("code", "fence", "backticks", "html_block", "html_inline", "reference", "hr", "image")


class _Parser(MarkdownIt):
    """CommonMark that leaves link targets as written; which are acceptable is for a rule to say."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's own name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's own name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - markdown-it's own name
        return True


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": 20})
    # Without joining, escapes and entities keep the characters that were written for them.
    return parser.disable([*_NOT_RECOGNISED, "text_join"])


def tokens(text: str) -> list[Token]:
    """Return markdown-it's tokens for a body."""
    return _parser().parse(text)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a body."""
    return _Blocks(tokens(text)).until(None)


def phrase(text: str) -> tuple[Inline, ...]:
    """Return the inlines of a single line of Markdown, such as a question."""
    return tuple(inline for token in _parser().parseInline(text) for inline in _inlines(token.children or []))


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
            case "paragraph_open":
                return [Paragraph(self._children())]
            case "heading_open":
                return [Subheading(self._children())]
            case "bullet_list_open":
                return [BulletList(self._items("bullet_list_close"))]
            case "ordered_list_open":
                start = token.attrGet("start")
                return [OrderedList(self._items("ordered_list_close"), 1 if start is None else int(start))]
            case "blockquote_open":
                return [BlockQuote(self.until("blockquote_close"))]
            case _:
                return []

    def _children(self) -> tuple[Inline, ...]:
        inline = next(self.tokens)
        next(self.tokens)  # the closing token
        return tuple(_inlines(inline.children or []))

    def _items(self, closing: str) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        for token in self.tokens:
            if token.type == closing:
                break
            items.append(ListItem(self.until("list_item_close")))
        return tuple(items)


def _inlines(sequence: list[Token]) -> list[Inline]:
    stack: list[list[Inline]] = [[]]
    targets: list[str] = []
    for token in sequence:
        match token.type:
            case "strong_open" | "em_open" | "link_open":
                stack.append([])
                if token.type == "link_open":
                    targets.append(str(token.attrGet("href") or ""))
            case "strong_close" | "em_close":
                kind = Strong if token.type == "strong_close" else Emphasis
                children = tuple(stack.pop())
                stack[-1].append(kind(children))
            case "link_close":
                children = tuple(stack.pop())
                stack[-1].append(_link(children, targets.pop()))
            case "softbreak":
                _append_text(stack[-1], " ")
            case "hardbreak":
                stack[-1].append(LineBreak())
            case _:
                _append_text(stack[-1], token.content)
    return stack[0]


def _append_text(children: list[Inline], text: str) -> None:
    if children and isinstance(children[-1], Text):
        children[-1] = Text(children[-1].text + text)
    elif text:
        children.append(Text(text))


def _link(children: tuple[Inline, ...], target: str) -> Inline:
    """Return the link; strong words inside it make the whole link strong."""
    link = Link(" ".join(plain_text(children).split()), target)
    if any(isinstance(child, Strong) for child in children):
        return Strong((link,))
    return link
