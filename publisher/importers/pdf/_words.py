"""Characters to words: line ends, broken words, and runs of one look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from publisher.importers._manuscript import Run
from publisher.importers.pdf._glyphs import BROKEN, Glyph

_word = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_last_word = re.compile(r"[^\W\d_]+$")
_first_word = re.compile(r"\s*([^\W\d_]+)")
_HYPHENS = ("-", "\u2010")
_soft_hyphen = "\u00ad"


_Look = tuple[bool, bool, str | None]
"""Whether words are strong, whether they are emphasised, and where they lead."""


@dataclass(slots=True)
class Words:
    """The words that a file has in one piece, by which broken ones are known; counts those it mends."""

    known: set[str] = field(default_factory=set)
    mended: int = 0

    def learn(self, glyphs: Iterable[Glyph]) -> None:
        """Take up the words of a page."""
        text = "".join(glyph.text for glyph in glyphs)
        self.known.update(match.group().lower() for match in _word.finditer(text))

    def runs(self, glyphs: Sequence[Glyph]) -> tuple[Run, ...]:
        """Return the words of some characters: lines joined, one space between words and none at the ends."""
        texts = [glyph.text for glyph in glyphs]
        self._mend(texts, glyphs)
        looks: list[tuple[str, _Look]] = []
        is_apart, last = False, None
        for text, glyph in zip(texts, glyphs, strict=True):
            if text.isspace():
                is_apart = last is not None
            elif text:
                look = glyph.look.strong, glyph.look.emphasis, glyph.target
                if last and (is_apart or _is_note(last, glyph)):
                    looks.append((" ", _of_space((last.look.strong, last.look.emphasis, last.target), look)))
                looks.append((text, look))
                is_apart, last = False, glyph
        return tuple(
            Run("".join(text for text, _ in group), *look) for look, group in groupby(looks, lambda one: one[1])
        )

    def _mend(self, texts: list[str], glyphs: Sequence[Glyph]) -> None:
        """Join words that were broken at the end of a line; a hyphen stays unless the word is known without it."""
        for index, text in enumerate(texts):
            ends_line = text == BROKEN or (text in _HYPHENS and _is_line_end(glyphs, index))
            if text == _soft_hyphen:
                texts[index] = ""
            if not ends_line and not (text == _soft_hyphen and _is_line_end(glyphs, index)):
                continue
            before = _last_word.search("".join(texts[max(index - 40, 0) : index]))
            after = _first_word.match("".join(texts[index + 1 : index + 41]))
            if before and after and text != _soft_hyphen:
                is_one = before.group().lower() + after[1].lower() in self.known
                texts[index] = "" if is_one else "-" if text == BROKEN else text
                self.mended += is_one
            elif text == BROKEN:
                texts[index] = "-"
            if before and after and (after[1][0].islower() or text == BROKEN):
                for following in range(index + 1, index + 1 + after.start(1)):
                    texts[following] = ""


def _of_space(before: _Look, after: _Look) -> _Look:
    """Return the look of a space between two words: one between a link and other words is no part of the link."""
    if before == after or before[2] is None:
        return before
    return after if after[2] is None else (False, False, None)


def _is_note(last: Glyph, glyph: Glyph) -> bool:
    """Whether one of two characters is the raised mark of a footnote and the other is not."""
    small, large = sorted((last, glyph), key=lambda one: one.look.size)
    is_raised = small.look.size < 0.8 * large.look.size and small.baseline - large.baseline > 0.1 * large.look.size
    return is_raised and small.text.isdigit() and not large.text.isdigit()


def _is_line_end(glyphs: Sequence[Glyph], index: int) -> bool:
    following = glyphs[index + 1] if index + 1 < len(glyphs) else None
    return following is not None and following.is_made and following.text in "\r\n"
