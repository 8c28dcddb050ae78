"""A PDF read from its first page to its last: by its tags where it has them, else by where its words stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from publisher.errors import PublisherError
from publisher.importers._manuscript import Form, Manuscript, Paragraph, Run
from publisher.importers.pdf import _blocks, _noticed
from publisher.importers.pdf._blocks import Block
from publisher.importers.pdf._file import File, opened
from publisher.importers.pdf._glyphs import Glyph
from publisher.importers.pdf._lines import Line, columns, stretches
from publisher.importers.pdf._tags import Key, Tagged
from publisher.importers.pdf._words import Words

_TRUSTED = 0.5
"""The least part of the words that tags must reach to be trusted with the order."""
_EDGE = 0.09
"""The part of a page's height, at its top and its bottom, in which lines may belong to every page."""
_digits = re.compile(r"\d+")


def manuscript(data: bytes, name: str) -> Manuscript:
    """Return a PDF as paragraphs; raises PublisherError for one that is refused."""
    file = opened(data, name)
    painted = sum(not glyph.text.isspace() for page in file.glyphs for glyph in page)
    if not painted:
        raise PublisherError(
            f"`{name}` has no text, only pictures; let the scanner's program recognise the text (OCR) and try again"
        )
    reading = _Reading(file)
    missed = sum(not glyph.text.isspace() for page in reading.left_over() for glyph in page)
    is_tagged = bool(file.tagged) and missed <= (1 - _TRUSTED) * painted
    paragraphs = [*(reading.by_tags() if is_tagged else reading.by_position()), *_over(file)]
    remarks = _noticed.remarks(
        file,
        is_tagged=is_tagged,
        outside=is_tagged and missed > 0,
        repeated=reading.repeated,
        mended=reading.words.mended,
    )
    return Manuscript(name, tuple(paragraphs), file.title, file.language, (), tuple(remarks))


@dataclass(slots=True)
class _Reading:
    """One way or the other through a file."""

    file: File
    words: Words = field(default_factory=Words)
    repeated: bool = False
    """Whether lines that stand on several pages were left out but once."""

    def __post_init__(self) -> None:
        for page in self.file.glyphs:
            self.words.learn(page)

    def left_over(self) -> list[list[Glyph]]:
        """Return the characters that no tag leads to, by page."""
        reached = self.file.reached
        return [
            [glyph for glyph in page if (number, glyph.look.mark) not in reached]
            for number, page in enumerate(self.file.glyphs)
        ]

    def by_tags(self) -> Iterator[Paragraph]:
        """Yield the paragraphs in the order of the tags, then the words that no tag leads to."""
        found = self.file.by_key()
        has_headings = any(one.form in {Form.HEADING, Form.TITLE} for one in self.file.tagged)
        blocks = [(one, *_glyphs_of(one, found)) for one in self.file.tagged]
        lines = [list(stretches(glyphs, max(page, 0))) for _, page, glyphs in blocks]
        sizes = _blocks.type_of([Block(of, None) for of in lines if of])
        for (one, page, glyphs), of in zip(blocks, lines, strict=True):
            form, level = one.form, one.level
            if form is Form.PLAIN and not has_headings and not one.cell and of:
                form, level = _blocks.form_of(Block(of, None), sizes)
            mark = _blocks.bullet.match("".join(glyph.text for glyph in glyphs)) if form is Form.PLAIN else None
            if runs := self.words.runs(glyphs[mark.end() :] if mark else glyphs):
                yield Paragraph(runs, f"page {page + 1}", Form.ITEM if mark else form, level, one.number, cell=one.cell)
        yield from self._furniture([list(stretches(page, number)) for number, page in enumerate(self.left_over())])

    def by_position(self) -> Iterator[Paragraph]:
        """Yield the paragraphs as they stand on the pages, then the lines that pages repeat."""
        pages = [list(stretches(page, number)) for number, page in enumerate(self.file.glyphs)]
        repeated = _repeated(pages, self.file.heights)
        blocks: list[Block] = []
        for lines in pages:
            frame = 1 + max((block.frame for block in blocks if block.frame is not None), default=-1)
            own = [line for line in lines if _same(line) not in repeated or not self._at_edge(line)]
            blocks += _blocks.blocks(columns(own), frame)
        blocks = list(_blocks.joined(blocks))
        yield from _blocks.paragraphs(blocks, _blocks.type_of(blocks), self.words)
        edges = [[line for line in lines if _same(line) in repeated and self._at_edge(line)] for lines in pages]
        yield from self._furniture(edges)

    def _at_edge(self, line: Line) -> bool:
        return _at_edge(line, self.file.heights[line.page])

    def _furniture(self, pages: Iterable[Sequence[Line]]) -> Iterator[Paragraph]:
        """Yield what stands on several pages once, and the rest of such lines."""
        seen: set[str] = set()
        for lines in pages:
            new = [line for line in lines if _same(line) not in seen]
            self.repeated |= len(lines) > len(new)
            seen.update(map(_same, new))
            for block in _blocks.blocks(columns(new), 0):
                if runs := self.words.runs(block.glyphs):
                    line = block.lines[0]
                    yield Paragraph(runs, f"page {line.page + 1}, {self._side(line)}")

    def _side(self, line: Line) -> str:
        if not self._at_edge(line):
            return "beside the text"
        return "header" if line.top > self.file.heights[line.page] / 2 else "footer"


def _glyphs_of(one: Tagged, found: dict[Key, list[Glyph]]) -> tuple[int, list[Glyph]]:
    """Return a tagged paragraph's page and its characters, with a space where two stretches stand apart."""
    glyphs: list[Glyph] = []
    page = next((stretch.key[0] for stretch in one.stretches if stretch.key), 0)
    for stretch in one.stretches:
        if stretch.key:
            following = found.get(stretch.key, [])
            if glyphs and following and _is_apart(glyphs[-1], following[0]):
                glyphs.append(replace(glyphs[-1], text=" ", is_made=True))
            glyphs += following
        elif stretch.text:
            painted = next(iter(next(iter(found.values()), [])), None)
            like = glyphs[-1] if glyphs else painted
            glyphs += [replace(like, text=stretch.text, is_made=False)] if like else []
    return page, glyphs


def _is_apart(last: Glyph, following: Glyph) -> bool:
    size = max(last.look.size, 1.0)
    is_beside = abs(last.baseline - following.baseline) < 0.5 * size
    return not (is_beside and -0.5 * size < following.left - last.right < 0.15 * size)


def _same(line: Line) -> str:
    """Return a line without its numbers, as those of pages differ."""
    return _digits.sub("#", " ".join(line.text.split()))


def _at_edge(line: Line, height: float) -> bool:
    return line.bottom > (1 - _EDGE) * height or line.top < _EDGE * height


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[str]:
    """Return the lines that stand at an edge of at least half of the pages."""
    counts = Counter(
        text
        for lines, height in zip(pages, heights, strict=True)
        for text in {_same(line) for line in lines if _at_edge(line, height)}
    )
    return {text for text, count in counts.items() if count > 1 and 2 * count >= len(pages)}


def _over(file: File) -> Iterator[Paragraph]:
    """Yield the words of fields and of notes that are typed over the page."""
    for number, page in enumerate(file.annotations):
        for words in page.words:
            yield Paragraph((Run(words.replace("\r", "\n")),), f"page {number + 1}, form field or note")
