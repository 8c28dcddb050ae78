"""The document as a tagged PDF: the web page, printed with the brand's print styles."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from multiprocessing.util import Finalize
from typing import Any

from publisher.brand import Brand, Font
from publisher.document import Document, Form
from publisher.renderers import html, pdf_tags, shortcuts, typefaces
from publisher.renderers.palette import palette
from publisher.renderers.scripts import is_complex
from publisher.words import count, count_words

NAME = "pdf"
LABEL = "PDF"
SUFFIX = ".pdf"
FORMS = frozenset(Form) - {Form.MESSAGE}

_UPRIGHT = frozenset({"ribbon", "compendium", "sheet"})
"""The layouts on A4 upright, which share the sheet of that name."""
_INSTEAD = {"ring": "cards", "cards": "ribbon"}
"""The layout for a document that is too long for another."""
_LAYOUTS = {Form.FORM: "sheet"}
"""The layouts of forms that have none of their own."""
_RING = 520
"""Words that a ring has room for, measured with sections of about the same length."""


def render(document: Document, brand: Brand) -> bytes:
    """Return the document as a PDF of the brand's standard, the same bytes for the same input.

    The layout is the brand's, or the next one for longer texts where the document is too long for it; then the file
    says so. Raises PublisherError for a colour that is none, and for a template, style sheet or layout that is missing.
    """
    brand = _for_form(document, brand)
    attempts = [_attempt(document, brand)]
    while not attempts[-1].fits:
        brand = replace(brand, layout=_INSTEAD[brand.layout])
        attempts.append(_attempt(document, brand))
    asked, used = attempts[0], attempts[-1]
    printed = pdf_tags.printed(used.laid_out, brand.pdf_standard)
    said: dict[str, str | int] = {}
    if asked is not used:
        said = {"Layout": used.layout, "Layout asked for": asked.layout, "Words over": asked.over}
    font = next((font.path for font in typefaces.complete(brand) if font.path.suffix.lower() == ".ttf"), None)
    return pdf_tags.mend(printed, document, standard=brand.pdf_standard, properties=said, font=font)


def _for_form(document: Document, brand: Brand) -> Brand:
    """Return the brand with the layout for that form of document; those that a partnership chooses are of briefings."""
    if document.form is Form.BRIEFING or brand.layout == "large-print":
        return brand
    return replace(brand, layout=_LAYOUTS.get(document.form, document.form.value))


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What came of a layout."""

    layout: str
    fits: bool
    laid_out: Any = None
    """WeasyPrint's view of the document, or None where it has given up."""
    over: int = 0
    """About how many words have no room, where that is known."""


def _attempt(document: Document, brand: Brand) -> _Attempt:
    """Return what comes of the brand's layout; one that no other is for longer texts than has always room."""
    if brand.layout not in _INSTEAD:
        return _Attempt(brand.layout, fits=True, laid_out=_laid_out(document, brand))
    try:
        laid_out = _laid_out(document, brand)
    except AssertionError:
        # WeasyPrint 70 gives up so on some rows that no page can hold.
        return _Attempt(brand.layout, fits=False)
    over = _words_over(document, brand, laid_out.pages)
    return _Attempt(brand.layout, over is None, laid_out, over or 0)


def _words_over(document: Document, brand: Brand, pages: list[Any]) -> int | None:
    """Return about how many words the pages have too many, 0 where that is not known; None where all has room.

    A ring goes round on one page; all layouts keep to the page budget.
    """
    numbered = (section.identifier for section in document.sections if section.number)
    if brand.layout == "ring" and not set(numbered) <= pages[0].anchors.keys():
        # A row that has no room goes to the next page whole, so that its words say nothing.
        return max(count_words(document) - _RING, 0)
    beyond = pages[brand.page_budget :]
    return max(1, sum(map(_words_on, beyond))) if beyond else None


def _words_on(page: Any) -> int:
    """Return the words on a page, without those of its margins."""
    body, *_ = page._page_box.children  # noqa: SLF001 - WeasyPrint shows the boxes of a page nowhere else
    return count(" ".join(getattr(box, "text", "") for box in body.descendants()))


def _laid_out(document: Document, brand: Brand) -> Any:
    """Return WeasyPrint's view of the document: its pages, and what makes a PDF of them."""
    from weasyprint import HTML

    styles = (
        html.variables(palette(brand), brand),
        html.stylesheet(brand, "print.css"),
        *(html.stylesheet(brand, f"layouts/{name}.css") for name in _sheets(brand.layout)),
    )
    fonts = typefaces.complete(brand)
    page = _without_missing_symbols(html.page(document, brand), fonts)
    return HTML(string=page, url_fetcher=_fetcher("data")).render(
        font_config=_configuration(fonts),
        stylesheets=[_stylesheet(fonts, "\n".join(styles))],
        pdf_variant=pdf_tags.VARIANTS[brand.pdf_standard],
        pdf_forms=bool(document.fields),
        # For the number that a list starts with.
        presentational_hints=True,
    )


def _sheets(layout: str) -> tuple[str, ...]:
    """Return the names of a layout's style sheets, in the order in which they count."""
    return ("upright", layout) if layout in _UPRIGHT else (layout,)


def _without_missing_symbols(page: str, fonts: tuple[Font, ...]) -> str:
    """Return the page without the signs, such as emoji, that no font of the brand has.

    They would be printed as empty boxes and read as nothing. Letters stay: a font of the computer's may have them, as
    it may have all signs for a brand without font files.
    """
    if all(font.family == typefaces.FALLBACK for font in fonts):
        return page
    present = _characters(fonts)
    missing = "".join(
        character
        for character in set(page)
        if ord(character) not in present and unicodedata.category(character) in _SIGNS
    )
    return re.sub(f"[{re.escape(missing)}]+ ?", "", page) if missing else page


_SIGNS = ("So", "Sk", "Sm", "Co", "Cn")
"""The Unicode categories of pictures and marks, of private use and of what is not assigned."""


@lru_cache(maxsize=32)
def _characters(fonts: tuple[Font, ...]) -> frozenset[int]:
    """Return the code points that these fonts have a shape for."""
    from fontTools.ttLib import TTFont

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
    _keep_fonts_small()
    shortcuts.take()
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
def _keep_fonts_small() -> None:
    """Make WeasyPrint 70 put no whole font into a file with fields: they get a font of their own when it is mended.

    A whole font has glyphs for no letter, which PDF/UA-1 does not allow (ISO 14289-1, section 7.21.7).
    """
    from weasyprint.pdf.fonts import Font as EmbeddedFont

    EmbeddedFont.used_in_forms = property(lambda _: False, lambda _, __: None)


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
