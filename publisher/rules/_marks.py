"""Marks of Markdown and of HTML that readers see, as nothing makes them what they were meant to be."""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from publisher.prose import Prose

_entity = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});", re.IGNORECASE)
# Strong words and italics, links and languages, code, and what begins a heading, an item or a quotation.
_marked = re.compile(
    r"(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])(?P=stars)(?![\w*])"
    r"|(?<!\w)(?P<lines>_{1,2})(?=[^\W_])[^_\n]{1,200}(?<=[^\s_])(?P=lines)(?!\w)"
    r"|\[[^\[\]\n]{1,200}\](?:\([^()\s]{1,300}\)|\{lang=[^{}\n]{1,40}\})|`[^`\n]{1,200}`|\A\s*(?:#{1,6}|[-*>])(?=\s)"
)
_PAIRED, _FIRST = ("*", "_", "[", "`"), ("#", "-", ">")
"""One of these stands in every such stretch, or one of those at the beginning of the text."""
_stars = re.compile(r"\*+")
_OPENING = string.whitespace + "([“‘\"'"
_within_a_sentence = re.compile(r"[a-z,] ")


def entities(text: str) -> Iterator[re.Match[str]]:
    """Yield each character that is written as HTML writes it, such as ``&amp;``."""
    for match in _entity.finditer(text) if "&" in text else ():
        if unescape(match.group()) != match.group():
            yield match


def marked(text: str) -> Iterator[re.Match[str]]:
    """Yield each stretch with the marks that Markdown would read, if it were read there."""
    may_have = any(sign in text for sign in _PAIRED) or text.lstrip()[:1] in _FIRST
    return _marked.finditer(text) if may_have else iter(())


def is_printed(prose: Prose, place: int) -> bool:
    """Whether the character at a place of the written text is among the words, and no mark that Markdown reads."""
    starts, places = prose.offsets.starts, prose.offsets.places
    run = bisect_right(places, place) - 1
    end = starts[run + 1] if run + 1 < len(starts) else len(prose.text)
    return run >= 0 and place - places[run] < end - starts[run]


def unpaired_stars(prose: Prose, written: str) -> list[tuple[int, int]]:
    """Return where stars were to make words strong or slanted and do not, in the prose of a ``written`` text.

    A single star behind a word, or before a sentence, is the mark of a note; stars within a word cover its letters.
    """
    edges = {edge for kind in ("emphasis", "strong") for mark in prose.of(kind) for edge in (mark.start, mark.end)}
    return [
        (start, end)
        for start, end in (match.span() for match in _stars.finditer(prose.text))
        if written[prose.in_value(start, end)[0]] == "*"
        and (not edges.isdisjoint((start, end)) or _is_meant(prose, start, end))
    ]


def _is_meant(prose: Prose, start: int, end: int) -> bool:
    """Whether stars that touch no slanted or strong words look as if they were to make words so."""
    before, after = prose.text[start - 1 : start], prose.text[end : end + 1]
    if end - start == 1:
        return after.islower() and _within_a_sentence.fullmatch(prose.text, max(0, start - 2), start) is not None
    opens = before.strip(_OPENING) == "" and after.strip() != ""
    closes = end - start == 2 and before.strip() != "" and not after.isalnum()
    return opens or closes or prose.inside("emphasis", start, end)
