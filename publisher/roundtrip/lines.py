"""Text as Word shows it: one line for each paragraph, each sign with its look and with the name that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from publisher import markdown
from publisher.addresses import escaped, is_link
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
    Subheading,
    Text,
)
from publisher.edition import NAME

PLAIN, BULLET, NUMBER, QUOTE, HEADING = "plain", "bullet", "number", "quote", "heading"
DEEPEST = 1
"""Word files have lists within lists, and no further."""
_BLANKS = " \t\r\f\v"


@dataclass(frozen=True, slots=True)
class Look:
    """How a sign is set, and where it leads."""

    strong: bool = False
    emphasis: bool = False
    language: str = ""
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """A character; ``name`` tells apart the names that stand in a text, and is how they are written there."""

    text: str
    look: Look = Look()
    name: tuple[int, str] | None = None

    @property
    def key(self) -> tuple[str, Look]:
        """What is seen of it."""
        return self.text, self.look


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    signs: tuple[Sign, ...]
    form: str = PLAIN
    level: int = 0
    """How many lists enclose an item's list, or a further paragraph of an item."""
    number: str = ""
    """What is printed before a numbered item, such as ``3.``; it does not tell lines apart."""
    place: str = ""
    """Where it stands, as an author is told."""

    @property
    def text(self) -> str:
        """The words."""
        return "".join(sign.text for sign in self.signs)

    @property
    def key(self) -> tuple[str, int, tuple[tuple[str, Look], ...]]:
        """What is seen of it."""
        return self.form, self.level, tuple(sign.key for sign in self.signs)


@dataclass(slots=True)
class Shown:
    """Turns what is written into what was shown, by the names and links of the day of publication."""

    names: Mapping[str, str]
    targets: Mapping[str, str]
    in_action: bool = False
    """Whether it stands in the section that says what to do, whose lists have no paragraphs of their own kind."""
    _count: int = field(default=0, init=False)

    def line(self, text: str) -> tuple[Line, ...]:
        """Return plain words in which only names are replaced."""
        signs = tidied(self._words(text, Look()))
        return (Line(signs),) if signs else ()

    def phrase(self, text: str) -> tuple[Line, ...]:
        """Return Markdown of one line."""
        signs = tidied(self._inlines(markdown.phrase(text.strip()), Look()))
        return (Line(signs),) if signs else ()

    def body(self, text: str) -> tuple[Line, ...]:
        """Return Markdown in blocks."""
        lines = (line for block in markdown.blocks(text) for line in self._block(block, Line(()), 0))
        return tuple(line for line in lines if line.signs)

    def _block(self, block: Block, place: Line, lists: int) -> Iterator[Line]:
        match block:
            case Paragraph(children):
                yield replace(place, signs=tidied(self._inlines(children, Look())))
            case Subheading(children):
                yield Line(tidied(self._inlines(children, Look())), HEADING)
            case BulletList(items):
                for item in items:
                    yield from self._item(item, place, lists, Line((), BULLET, min(lists, DEEPEST)))
            case OrderedList(items, start):
                for number, item in enumerate(items, start):
                    yield from self._item(item, place, lists, Line((), NUMBER, min(lists, DEEPEST), f"{number}."))
            case BlockQuote(blocks):
                for inner in blocks:
                    yield from self._block(inner, Line((), QUOTE), lists)

    def _item(self, item: ListItem, place: Line, lists: int, mark: Line) -> Iterator[Line]:
        first, *rest = item.blocks or (Paragraph(()),)
        further = place if self.in_action else Line((), PLAIN, min(lists, DEEPEST) + 1)
        if isinstance(first, Paragraph):
            yield replace(mark, signs=tidied(self._inlines(first.children, Look())))
        else:
            rest = [first, *rest]
        for block in rest:
            yield from self._block(block, further, lists + 1)

    def _inlines(self, children: tuple[Inline, ...], look: Look) -> Iterator[Sign]:
        for child in children:
            yield from self._inline(child, look)

    def _inline(self, child: Inline, look: Look) -> Iterator[Sign]:
        match child:
            case Text(text):
                yield from self._words(text, look)
            case Strong(children):
                yield from self._inlines(children, replace(look, strong=True))
            case Emphasis(children):
                yield from self._inlines(children, replace(look, emphasis=True))
            case Foreign(children, language):
                yield from self._inlines(children, replace(look, language=language))
            case Link(text, target):
                led = self.targets.get(target, target)
                yield from self._words(text or led, replace(look, target=escaped(led)) if is_link(led) else look)
            case LineBreak():
                yield Sign("\n", look)

    def _words(self, text: str, look: Look) -> Iterator[Sign]:
        end = 0
        for match in NAME.finditer(text):
            words = self.names.get(match[1])
            if words:
                yield from (Sign(one, look) for one in text[end : match.start()])
                self._count += 1
                yield from (Sign(one, look, (self._count, match[0])) for one in words)
                end = match.end()
        yield from (Sign(one, look) for one in text[end:])


def tidied(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """Return signs with blanks made one, none at the ends; a blank has the look that the words around it share."""
    tidy: list[Sign] = []
    for sign in signs:
        if sign.text in _BLANKS:
            if tidy and tidy[-1].text not in " \n":
                tidy.append(replace(sign, text=" "))
        elif sign.text == "\n":
            if tidy and tidy[-1].text == " ":
                tidy.pop()
            tidy.append(sign)
        else:
            tidy.append(sign)
    while tidy and tidy[-1].text in " \n":
        tidy.pop()
    while tidy and tidy[0].text in " \n":
        tidy.pop(0)
    return tuple(_with_shared_look(tidy))


def _with_shared_look(signs: list[Sign]) -> Iterator[Sign]:
    for index, sign in enumerate(signs):
        if sign.text in " \n":
            before, after = signs[index - 1].look, signs[index + 1].look
            yield replace(sign, look=_shared(before, after))
        else:
            yield sign


def _shared(one: Look, other: Look) -> Look:
    return Look(
        one.strong and other.strong,
        one.emphasis and other.emphasis,
        one.language if one.language == other.language else "",
        one.target if one.target == other.target else None,
    )


_token = re.compile(r"\w+|\W")


def tokens(lines: Iterable[Line]) -> list[tuple[str, int]]:
    """Return the words and other signs of lines with the offset of each; a line's end is a sign too."""
    text = "\0".join(line.text for line in lines)
    return [(match[0], match.start()) for match in _token.finditer(text)]
