"""A PowerPoint file as read by the checks: each slide's shapes in their order, which is that of reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from publisher.conformance._reading import Block, Reading, Run

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TITLES = frozenset({"title", "ctrTitle"})
_SMALLEST = 18.0
"""Points that PowerPoint gives text for which no size is stated anywhere."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A slide's text: which slide it is, from 1, its room in inches, and its paragraphs with their size in points."""

    slide: int
    width: float
    height: float
    paragraphs: tuple[tuple[str, float], ...]


def read(data: bytes) -> Reading:
    """Return what the slides say; raises for bytes that are no presentation."""
    file = _opened(data)
    language = file.core_properties.language
    shapes = [(number, shape) for number, slide in enumerate(file.slides) for shape in slide.shapes]
    return Reading(
        title=file.core_properties.title,
        language=language,
        blocks=tuple(block for number, shape in shapes for block in _blocks(shape, first=number == 0)),
        links=tuple(link for _, shape in shapes for link in _links(shape)),
        images=tuple(_alternative(shape) for _, shape in shapes if _is_picture(shape)),
        tables=tuple(shape.table.first_row for _, shape in shapes if shape.has_table),
        metadata=tuple(_metadata(file.core_properties)),
        hidden=tuple(_hidden(data)),
    )


def frames(data: bytes) -> list[Frame]:
    """Return the text of every slide but the first, whose text has a size of its own."""
    found: list[Frame] = []
    for number, slide in enumerate(_opened(data).slides, 1):
        for shape in slide.placeholders:
            if shape.has_text_frame and shape.placeholder_format.idx == 1 and number > 1:
                sizes = _Sizes(shape)
                lines = tuple((one.text, sizes.of(one, None)) for one in shape.text_frame.paragraphs)
                found.append(Frame(number, shape.width.inches, shape.height.inches, lines))
    return found


def _opened(data: bytes) -> Any:
    import pptx

    return pptx.Presentation(io.BytesIO(data))


def _blocks(shape: Any, *, first: bool) -> Iterator[Block]:
    if shape.has_table:
        for row in shape.table.rows:
            for cell in row.cells:
                yield from (_block(one, 0, None) for one in cell.text_frame.paragraphs)
    elif shape.has_text_frame and not _is_number(shape):
        is_title = shape.is_placeholder and shape.element.ph.get("type") in _TITLES
        level = (1 if first else 2) if is_title else 0
        yield from (_block(one, level, _Sizes(shape)) for one in shape.text_frame.paragraphs)


def _is_number(shape: Any) -> bool:
    return bool(shape.is_placeholder and shape.element.ph.get("type") == "sldNum")


def _block(paragraph: Any, level: int, sizes: _Sizes | None) -> Block:
    runs = tuple(
        Run(
            run.text, sizes.of(paragraph, run) if sizes else _own(run), bool(run.font.bold), run.font.name or "", "", ""
        )
        for run in paragraph.runs
        if run.text
    )
    text = paragraph.text.replace("\v", "\n")
    return Block(text, level if text.strip() else 0, runs)


def _own(run: Any) -> float:
    return run.font.size.pt if run.font.size else _SMALLEST


class _Sizes:
    """The sizes of a placeholder's text: its own, its layout's or its master's."""

    def __init__(self, shape: Any) -> None:
        self._lists = [shape.element.txBody.find(f"{_A}lstStyle")]
        if shape.is_placeholder:
            layout = shape.part.slide_layout
            same = [one for one in layout.placeholders if one.placeholder_format.idx == shape.placeholder_format.idx]
            self._lists += [one.element.txBody.find(f"{_A}lstStyle") for one in same]
            kind = "titleStyle" if shape.element.ph.get("type") in _TITLES else "bodyStyle"
            self._lists.append(layout.slide_master.element.find(f".//{_P}{kind}"))

    def of(self, paragraph: Any, run: Any) -> float:
        """Return the size of a paragraph's text, or of one of its runs, in points."""
        if run is not None and run.font.size:
            return float(run.font.size.pt)
        for styles in self._lists:
            level = None if styles is None else styles.find(f"{_A}lvl{paragraph.level + 1}pPr/{_A}defRPr")
            if level is not None and level.get("sz"):
                return int(level.get("sz")) / 100
        return _SMALLEST


def _links(shape: Any) -> Iterator[str]:
    frames = [shape.text_frame] if shape.has_text_frame else []
    if shape.has_table:
        frames = [cell.text_frame for row in shape.table.rows for cell in row.cells]
    for frame in frames:
        for paragraph in frame.paragraphs:
            yield from (run.hyperlink.address for run in paragraph.runs if run.hyperlink.address)


def _is_picture(shape: Any) -> bool:
    return bool(shape.has_chart or shape.element.tag == f"{_P}pic")


def _alternative(shape: Any) -> str | None:
    return shape.element.xpath(".//p:cNvPr")[0].get("descr") or None


def _metadata(properties: Any) -> Iterator[tuple[str, str]]:
    names = {"author": "creator", "comments": "description", "last_modified_by": "lastModifiedBy"}
    for name in ("title", "subject", "author", "keywords", "comments", "language", "last_modified_by", "category"):
        yield names.get(name, name), getattr(properties, name)


def _hidden(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
    for what, start in (("a comment", "ppt/comment"), ("a macro", "ppt/vbaProject"), ("a video", "ppt/media/media")):
        if any(name.startswith(start) for name in names):
            yield what
    if "docProps/custom.xml" in names or any(name.startswith("customXml/") for name in names):
        yield "properties of its own"
