"""A web page as read by the checks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from publisher.conformance._reading import Block, Reading

_inline = "a abbr b cite code em i mark q s small span strong sub sup u time"
_INLINE = frozenset(_inline.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNREAD = frozenset({"nav", "script", "style", "template"})
"""A list of contents repeats the headings; the others are not read out."""


def read(data: bytes) -> Reading:
    """Return what the page says; raises for bytes that are not UTF-8 or hold no page."""
    data.decode("utf-8")
    page: Any = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
    blocks = _Blocks()
    blocks.take(page.body)
    return Reading(
        title=page.findtext(".//title") or "",
        language=page.get("lang", ""),
        blocks=tuple(blocks.found),
        links=tuple(blocks.links),
        images=tuple(_images(page)),
        tables=tuple(table.find(".//th") is not None for table in page.iter("table")),
        metadata=tuple(_metadata(page)),
        fields=tuple(field.get("aria-label", "") for field in page.iter("input", "textarea")),
        hidden=tuple(_hidden(page)),
        styles="\n".join(style.text or "" for style in page.iter("style")),
        viewport=next((meta.get("content", "") for meta in page.iter("meta") if meta.get("name") == "viewport"), ""),
    )


class _Blocks:
    """Collects the blocks and links below an element."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.links: list[str] = []
        self._words: list[str] = []

    def take(self, element: Any, level: int = 0) -> None:
        """Read an element that stands inside a heading of that level, or inside none."""
        name = element.tag
        if not isinstance(name, str) or name in _UNREAD:
            return
        own = _HEADINGS.get(name, level)
        if name not in _INLINE:
            self.end(level)
        if name == "a" and not element.get("href", "#").startswith("#"):
            self.links.append(element.get("href"))
        self._words.append(element.text or "")
        for child in element:
            self.take(child, own)
            self._words.append(child.tail or "")
        if name not in _INLINE:
            self.end(own)

    def end(self, level: int) -> None:
        """End the block that is being read, if it has words."""
        text = "".join(self._words)
        self._words.clear()
        if text.strip():
            self.found.append(Block(text, level))


def _images(page: Any) -> Iterator[str | None]:
    for image in page.iter("img"):
        yield image.get("alt")
    for drawing in page.iter("svg"):
        title = drawing.findtext("title") or drawing.get("aria-label")
        yield "" if drawing.get("aria-hidden") == "true" else title


def _metadata(page: Any) -> Iterator[tuple[str, str]]:
    for meta in page.iter("meta"):
        if meta.get("name"):
            yield meta.get("name"), meta.get("content", "")
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _leaves("", json.loads(script.text or "{}"))


def _leaves(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each value of structured data with its name; a name within a person or organisation bears its key too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(f"{name}.{key}" if name else key, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(name, inner)
    else:
        yield name, str(value)


def _hidden(page: Any) -> Iterator[str]:
    if any(True for _ in page.iter(etree.Comment)):
        yield "a comment"
    unseen = page.xpath(
        "//*[@hidden] | //template[node()] | //noscript[node()]"
        " | //*[contains(translate(@style, ' ', ''), 'display:none')]"
        " | //*[contains(translate(@style, ' ', ''), 'visibility:hidden')]"
    )
    if unseen:
        yield "hidden text"
    if page.xpath("//@href[starts-with(., 'file:')] | //@src[starts-with(., 'file:')]"):
        yield "a path on somebody's computer"
