"""The slides: the document's title, then one for each section, each text in a placeholder of its layout."""

from __future__ import annotations

import io
from typing import Any

from pptx.util import Emu

from publisher.brand import Brand, Logo
from publisher.document import Block, Chart, Document, Role, Section, Table
from publisher.languages import with_country
from publisher.renderers import fitting, frames, raster
from publisher.renderers.labels import labels
from publisher.renderers.palette import Palette
from publisher.renderers.pptx import charts, masters, tables
from publisher.renderers.pptx.shapes import emu
from publisher.renderers.pptx.text import Writer

_OPENING_SIZES = (44, 40, 36)
"""Points that the title may have."""


def write(file: Any, document: Document, brand: Brand, colours: Palette) -> None:
    """Add the slides to a file that has the layouts for them."""
    slides = _Slides(file, document, brand, colours)
    slides.opening()
    for section in document.sections:
        slides.section(section)


class _Slides:
    def __init__(self, file: Any, document: Document, brand: Brand, colours: Palette) -> None:
        self.file = file
        self.document = document
        self.brand = brand
        self.colours = colours
        self.writer = Writer(with_country(document.language))
        self.layouts = {layout.name: layout for layout in file.slide_layouts}

    def opening(self) -> None:
        """Add the slide with the title and with who invites."""
        document = self.document
        slide = self.file.slides.add_slide(self.layouts[masters.OPENING])
        self._title(slide, document.title, frames.OPENING_TITLE.width, _OPENING_SIZES)
        draft = labels(document.language).draft if document.draft else ""
        lines = (draft, document.subtitle, document.series, document.publisher.name, document.published_in_words)
        self.writer.lines(_placeholder(slide, masters.BODY_INDEX).text_frame, [line for line in lines if line])
        if self.brand.logo:
            self._logo(slide, self.brand.logo)

    def _logo(self, slide: Any, logo: Logo) -> None:
        """Place the logo, as large as its place allows, after the text in the order of reading."""
        frame = frames.LOGO
        picture = slide.shapes.add_picture(io.BytesIO(raster.png(logo)), emu(frame.left), emu(frame.top))
        scale = min(emu(frame.width) / picture.width, emu(frame.height) / picture.height)
        picture.width, picture.height = Emu(round(picture.width * scale)), Emu(round(picture.height * scale))
        picture.top = Emu(emu(frame.top) + (emu(frame.height) - picture.height) // 2)
        picture.name = "Logo"
        picture.element.nvPicPr.cNvPr.set("descr", logo.alternative)

    def section(self, section: Section) -> None:
        """Add the slide of a section."""
        visual = next((block for block in section.blocks if isinstance(block, Chart | Table)), None)
        text = tuple(block for block in section.blocks if block is not visual)
        slide = self.file.slides.add_slide(self.layouts[_layout(section, visual)])
        self._title(slide, section.title, frames.TITLE.width, fitting.TITLE_SIZES, section.number)
        self._text(slide, section, text)
        if visual:
            frame = frames.BELOW_TEXT if text else frames.BODY
            place = _placeholder(slide, masters.VISUAL_INDEX)
            if isinstance(visual, Chart):
                charts.insert(place, visual, frame, self.colours)
            else:
                tables.insert(place, visual, frame, self.writer)
        self._number(slide)
        if section.notes:
            self.writer.blocks(slide.notes_slide.notes_text_frame, section.notes, None)

    def _title(self, slide: Any, text: str, width: float, sizes: tuple[int, ...], number: int | None = None) -> None:
        """Fill the title; a number before it is made larger."""
        frame = slide.shapes.title.text_frame
        words = text.removeprefix(f"{number} ") if number else text
        self.writer.title(
            frame, f"{number} " if number else "", words, fitting.title_points(text, width, sizes, self.brand)
        )

    def _text(self, slide: Any, section: Section, text: tuple[Block, ...]) -> None:
        """Fill the text's placeholder, or take it away: an empty one asks for text that nobody is to add."""
        place = _placeholder(slide, masters.BODY_INDEX)
        if not text:
            place.element.getparent().remove(place.element)
            return
        self.writer.blocks(place.text_frame, text, fitting.points(section.blocks, self.brand))

    def _number(self, slide: Any) -> None:
        """Add the slide's number, which python-pptx leaves in the layout; it is read last."""
        for shape in slide.slide_layout.placeholders:
            if shape.element.ph.get("type") == "sldNum":
                slide.shapes.clone_placeholder(shape)
                added = slide.shapes[-1]
                self.writer.slide_number(added.text_frame)


def _layout(section: Section, visual: Chart | Table | None) -> str:
    if visual:
        return masters.CHART if isinstance(visual, Chart) else masters.TABLE
    return masters.ACTIVITY if section.role in {Role.ACTIVITY, Role.QUESTIONS} else masters.CONTENT


def _placeholder(slide: Any, index: int) -> Any:
    return next(shape for shape in slide.placeholders if shape.placeholder_format.idx == index)
