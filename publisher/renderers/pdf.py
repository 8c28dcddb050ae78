"""The document as a tagged PDF: the web page, printed with the brand's print styles."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache, lru_cache
from multiprocessing.util import Finalize
from typing import Any

from publisher.brand import Brand, Font
from publisher.document import Document, Form
from publisher.renderers import html, pdf_tags, typefaces
from publisher.renderers.palette import palette
from publisher.renderers.scripts import is_complex

NAME = "pdf"
SUFFIX = ".pdf"
FORMS = frozenset({Form.BRIEFING})

_INSTEAD = {"ring": "cards", "cards": "ribbon"}
"""The layout for a document that is too long for another."""
_PAGES = 2
"""A layout in which a document takes more pages is given up where there is one for longer texts."""


def render(document: Document, brand: Brand) -> bytes:
    """Return the document as a PDF of the brand's standard, the same bytes for the same input.

    The layout is the brand's, or the next one for longer texts where the document is too long for it. Raises
    PublisherError for a colour that is none, and for a template, style sheet or layout that is missing.
    """
    laid_out = _fitting(document, brand)
    while laid_out is None:
        brand = replace(brand, layout=_INSTEAD[brand.layout])
        laid_out = _fitting(document, brand)
    printed = laid_out.write_pdf(pdf_variant=pdf_tags.VARIANTS[brand.pdf_standard])
    return pdf_tags.mend(printed, document, standard=brand.pdf_standard)


def _fitting(document: Document, brand: Brand) -> Any:
    """Return the document laid out, or None where it is too long for its layout and there is one for longer texts."""
    if brand.layout not in _INSTEAD:
        return _laid_out(document, brand)
    try:
        laid_out = _laid_out(document, brand)
    except AssertionError:
        # WeasyPrint 70 gives up so on some rows that no page can hold.
        return None
    return laid_out if _fits(document, brand.layout, laid_out.pages) else None


def _fits(document: Document, layout: str, pages: list[Any]) -> bool:
    """Whether the pages are what the layout is meant to be; a ring goes round on one page."""
    numbered = {section.identifier for section in document.sections if section.number}
    return len(pages) <= _PAGES and (layout != "ring" or numbered <= pages[0].anchors.keys())


def _laid_out(document: Document, brand: Brand) -> Any:
    """Return WeasyPrint's view of the document: its pages, and what makes a PDF of them."""
    from weasyprint import HTML

    styles = (
        html.variables(palette(brand), brand),
        html.stylesheet(brand, "print.css"),
        html.stylesheet(brand, f"layouts/{brand.layout}.css"),
    )
    fonts = typefaces.complete(brand)
    page = _without_missing_symbols(html.page(document, brand), fonts)
    return HTML(string=page, url_fetcher=_fetcher("data")).render(
        font_config=_configuration(fonts),
        stylesheets=[_stylesheet(fonts, "\n".join(styles))],
        pdf_variant=pdf_tags.VARIANTS[brand.pdf_standard],
        # For the number that a list starts with.
        presentational_hints=True,
    )


def _without_missing_symbols(page: str, fonts: tuple[Font, ...]) -> str:
    """Return the page without the signs, such as emoji, that no font of the brand has.

    They would be printed as empty boxes and read as nothing. Letters stay: a font of the computer's may have them.
    """
    present = _characters(fonts)
    missing = "".join(
        character
        for character in set(page)
        if present and ord(character) not in present and unicodedata.category(character) in _SIGNS
    )
    return re.sub(f"[{re.escape(missing)}]+ ?", "", page) if missing else page


_SIGNS = ("So", "Sk", "Sm", "Co", "Cn")
"""The Unicode categories of pictures and marks, of private use and of what is not assigned."""


@lru_cache(maxsize=32)
def _characters(fonts: tuple[Font, ...]) -> frozenset[int]:
    """Return the code points that these fonts have a shape for."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    found: set[int] = set()
    for font in fonts:
        with TTFont(font.path, lazy=True) as file:
            found |= set(file.getBestCmap() or ())
    return frozenset(found)


@lru_cache(maxsize=32)
def _configuration(fonts: tuple[Font, ...]) -> Any:
    """Return WeasyPrint's view of the fonts, which takes time to make; only these files are ever opened."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    # It has the fonts in a temporary folder, to be removed when the process ends, even that of a pool's worker.
    Finalize(None, _configuration.cache_clear, exitpriority=0)
    CSS(string=typefaces.for_print(fonts), font_config=configuration, url_fetcher=_fetcher("file"))
    return configuration


@lru_cache(maxsize=32)
def _stylesheet(fonts: tuple[Font, ...], styles: str) -> Any:
    from weasyprint import CSS

    _let_spaces_hang()
    _write_words_as_they_are_read()
    return CSS(string=styles, font_config=_configuration(fonts), url_fetcher=_fetcher("data"))


def _fetcher(protocol: str) -> Any:
    """Return what opens addresses for WeasyPrint: those of one protocol, and never the network."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={protocol})


@cache
def _let_spaces_hang() -> None:
    """Make WeasyPrint 70 count no kept space at a line's end as too much for the line.

    CSS Text 3, section 4.1.3, has such spaces hang. Without this, about one line in ten that has a link or strong
    words in it ends early, some of them after the first word.
    """
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
    from weasyprint.layout import inline
    from weasyprint.text.line_break import split_first_line

    of_collapsing_spaces = inline.trailing_whitespace_size

    def trailing_whitespace_size(context: Any, box: Any) -> float:
        last = box
        while isinstance(last, InlineBox | LineBox) and last.children:
            last = last.children[-1]
        if isinstance(last, TextBox) and last.style["white_space"] == "pre-wrap" and last.text.endswith(" "):
            _, _, _, width, _, _ = split_first_line(" ", last.style, context, None, 0)
            return float(width)
        return float(of_collapsing_spaces(context, box))

    inline.trailing_whitespace_size = trailing_whitespace_size


@cache
def _write_words_as_they_are_read() -> None:
    """Make WeasyPrint 70 write the words beside glyphs that are not drawn in the order in which they are read.

    ISO 32000-1, section 14.9.4: who reads, searches or copies takes ``ActualText`` for what is marked by it.
    """
    from pydyf import Dictionary, String
    from weasyprint import draw

    drawn = draw.draw_text

    def draw_text(stream: Any, textbox: Any, *where: Any) -> None:
        if not is_complex(textbox.text):
            drawn(stream, textbox, *where)
            return
        stream.begin_marked_content("Span", Dictionary({"ActualText": String(textbox.text)}))
        drawn(stream, textbox, *where)
        stream.end_marked_content()

    draw.draw_text = draw_text
