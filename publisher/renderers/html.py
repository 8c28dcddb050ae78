"""The document as one self-contained web page; the same page, with another style sheet, is printed as PDF."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, assert_never
from urllib.parse import quote

from markupsafe import Markup, escape

from publisher.addresses import bare, is_link
from publisher.brand import Brand
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Chart,
    Document,
    Emphasis,
    Field,
    Foreign,
    Form,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Row,
    Section,
    Strong,
    Subheading,
    Table,
    Text,
    plain_text,
)
from publisher.renderers import chart, fitting, frames, inputs, message, templates, typefaces
from publisher.renderers.contents import contents
from publisher.renderers.labels import labels
from publisher.renderers.palette import Palette, dark_palette, palette
from publisher.renderers.rows import rows
from publisher.renderers.scripts import reads_from_right
from publisher.words import block_text

NAME = "html"
LABEL = "Web page"
SUFFIX = ".html"
FORMS = frozenset(Form)

_TEMPLATES = {form: f"{form}.html.j2" for form in FORMS} | {Form.FORM: "sheet.html.j2"}
_MORE_STYLES = {Form.SLIDES: ("deck.css",), Form.SHEET: ("sheet.css",), Form.FORM: ("sheet.css",)}
"""What comes after the style sheet of all pages."""
_SHORT = 32
"""Up to so many characters, a link is kept on one line in print."""
_WHOLE = 1500
"""Up to so many characters, about half a page, no page's end cuts a table in print."""

# A no-break space is the author's wish; only what HTML collapses is collapsed.
_spaces = re.compile(r"[ \t\r\n\f]+")


def render(document: Document, brand: Brand) -> bytes:
    """Return the document as HTML in UTF-8 that asks for no other file.

    Raises PublisherError for a colour that is none, and for a template or style sheet that is missing.
    """
    if document.form is Form.MESSAGE:
        return message.styled(page(document, brand), palette(brand))
    styles = (
        variables(palette(brand), brand),
        f"@media screen and (prefers-color-scheme: dark) {{{variables(dark_palette(brand), brand)}}}",
        typefaces.for_web(brand, page(document, brand)),
        *(stylesheet(brand, name) for name in ("screen.css", *_MORE_STYLES.get(document.form, ()))),
    )
    return page(document, brand, "\n".join(styles)).encode()


def page(document: Document, brand: Brand, styles: str = "") -> str:
    """Return the page: with styles for a screen, without them for a printer that brings its own.

    Raises PublisherError for a template that is missing or has a mistake in it.
    """
    values = {
        "document": document,
        "metadata": _metadata(document),
        "rows": rows(document.sections, "" if styles else brand.layout),
        "content": partial(_content, charts=Charts(document, brand, on_screen=bool(styles))),
        "notes": lambda section: _joined(block(node) for node in section.notes),
        "points": lambda section: fitting.points(section.blocks, brand),
        "title_points": lambda section: fitting.title_points(
            section.title, frames.TITLE.width, fitting.TITLE_SIZES, brand
        ),
        "contents": contents(document),
        "logo": _logo(brand),
        "labels": labels(document.language),
        # A style sheet ends where the browser meets its end tag, even inside a comment or a string.
        "styles": Markup(styles.replace("</", r"<\/")),  # noqa: S704 - our own files and a partnership's
    }
    return templates.render(_TEMPLATES[document.form], values, brand)


def block(node: Block) -> Markup:
    """Return a block as HTML, with no white space between its elements."""
    match node:
        case Paragraph() | Subheading():
            return _text(node)
        case BulletList() | OrderedList():
            return _list(node)
        case BlockQuote(blocks):
            return Markup("<blockquote>{}</blockquote>").format(_joined(block(inner) for inner in blocks))
        case Table():
            return _table(node)
        case Chart():
            # Only a section's own charts are drawn.
            return Markup("<p>{}</p>").format(node.alternative)
        case _:
            assert_never(node)


def inline(node: Inline) -> Markup:
    """Return an inline as HTML."""
    match node:
        case Text(text):
            return escape(text)
        case Strong(children) | Emphasis(children):
            name = "strong" if isinstance(node, Strong) else "em"
            return Markup("<{0}>{1}</{0}>").format(name, _joined(inline(child) for child in children))
        case Foreign(children, language):
            words = _joined(inline(child) for child in children)
            direction = "rtl" if reads_from_right(plain_text(children)) else "auto"
            return Markup('<span lang="{}" dir="{}">{}</span>').format(language, direction, words)
        case Link(text, target):
            return _link(text, target)
        case LineBreak():
            # The space keeps the words apart for those who read the file without its lines.
            return Markup(" <br>")
        case Field():
            return inputs.markup(node)
        case _:
            assert_never(node)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def _line(children: Iterable[Inline]) -> Markup:
    """Return a run of inlines with single spaces, as print styles keep the spaces that they are given."""
    markup = _joined(inline(child) for child in children)
    return Markup(_spaces.sub(" ", markup).strip(" "))  # noqa: S704 - escaped above


def _text(node: Paragraph | Subheading) -> Markup:
    if isinstance(node, Paragraph):
        return Markup("<p>{}</p>").format(_line(node.children))
    name = Markup(' id="{}"').format(node.anchor) if node.anchor else Markup("")
    return Markup("<h3{}>{}</h3>").format(name, _line(node.children))


def _list(node: BulletList | OrderedList) -> Markup:
    items = _joined(_item(item) for item in node.items)
    if isinstance(node, BulletList):
        return Markup("<ul>{}</ul>").format(items)
    numbering = Markup("") if node.start == 1 else Markup(' start="{}"').format(node.start)
    return Markup("<ol{}>{}</ol>").format(numbering, items)


def _item(item: ListItem) -> Markup:
    """Return a list item; its first paragraph stands bare, as PDF has no tag for a paragraph there."""
    first, *rest = item.blocks or (Paragraph(()),)
    opening = _line(first.children) if isinstance(first, Paragraph) else block(first)
    return Markup("<li>{}{}</li>").format(opening, _joined(block(inner) for inner in rest))


def _table(table: Table) -> Markup:
    """Return a table; each cell bears its column's head too, for screens on which the cells are stacked."""
    head = _joined(Markup('<th scope="col">{}</th>').format(head) for head in table.columns)
    rows = _joined(Markup("<tr>{}</tr>").format(_joined(_cells(table, row))) for row in table.rows)
    caption = Markup("<caption>{}</caption>").format(table.caption) if table.caption else Markup("")
    kind = Markup(' class="whole"') if len(block_text((table,))) <= _WHOLE else Markup("")
    whole = Markup("<table{}>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>")
    return whole.format(kind, caption, head, rows)


def _cells(table: Table, row: Row) -> Iterator[Markup]:
    for number, (head, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        match cell.blocks:
            case [Paragraph(children)]:
                words = _line(children)
            case blocks:
                words = _joined(block(inner) for inner in blocks)
        is_head = table.row_heads and number == 0
        yield (_ROW_HEAD if is_head else _CELL).format(head, words)


_ROW_HEAD = Markup('<th scope="row" data-head="{}">{}</th>')
_CELL = Markup('<td data-head="{}">{}</td>')


def _link(text: str, target: str) -> Markup:
    """Return the link, or its words alone where the target is nothing to be followed."""
    if not is_link(target):
        return escape(text)
    # Paper need not give an address again that the words are.
    is_address = bare(text.lower()) == bare(target.lower())
    kinds = [name for name, it_is in (("short", len(text) <= _SHORT), ("address", is_address)) if it_is]
    kind = Markup(' class="{}"').format(" ".join(kinds)) if kinds else ""
    return Markup('<a{} href="{}">{}</a>').format(kind, quote(target.strip(), safe="/:?#[]@!$&'()*+,;=~%"), text)


@dataclass(frozen=True, slots=True)
class Charts:
    """Draws the charts of a document."""

    document: Document
    brand: Brand
    on_screen: bool

    def figure(self, node: Chart) -> Markup:
        """Return a chart as a picture with the words that stand for it."""
        on_slide = self.document.form is Form.SLIDES and not self.on_screen
        dark = dark_palette(self.brand) if self.on_screen else None
        drawing = chart.svg(node, self.brand, palette(self.brand), dark, on_slide=on_slide)
        address = f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
        return Markup('<figure class="chart"><img src="{}" alt="{}"></figure>').format(address, node.alternative)


def _content(section: Section, charts: Charts) -> Markup:
    """Return the section's blocks; where subheadings divide it, each part in an element that layouts can place."""
    parts: list[list[Markup]] = []
    for node in section.blocks:
        if isinstance(node, Subheading) or not parts:
            parts.append([])
        parts[-1].append(charts.figure(node) if isinstance(node, Chart) else block(node))
    if len(parts) < 2:
        return _joined(part for group in parts for part in group)
    return Markup('<div class="parts">{}</div>').format(
        _joined(Markup('<div class="part">{}</div>').format(_joined(part)) for part in parts)
    )


def _metadata(document: Document) -> dict[str, Any]:
    """Return the document's description in the terms of https://schema.org/Article."""
    publisher = document.publisher
    organisation = {
        "@type": "Organization",
        "name": publisher.name,
        "alternateName": publisher.short_name,
        "url": publisher.website,
        "email": publisher.email,
    }
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": document.title,
        "alternativeHeadline": document.subtitle,
        "description": document.summary,
        "inLanguage": document.language,
        "datePublished": document.published,
        "creativeWorkStatus": "Draft" if document.draft else "Published",
        "keywords": ", ".join(document.topics),
        "isPartOf": {"@type": "CreativeWorkSeries", "name": document.series},
        "publisher": {key: value for key, value in organisation.items() if value},
    }
    return {key: value for key, value in article.items() if value}


def _logo(brand: Brand) -> dict[str, str] | None:
    if brand.logo is None:
        return None
    data = b64encode(brand.logo.data).decode()
    return {"address": f"data:{brand.logo.media_type};base64,{data}", "alternative": brand.logo.alternative}


def variables(colours: Palette, brand: Brand) -> str:
    """Return the brand as the custom properties that every style sheet uses."""
    values = {
        "paper": colours.paper,
        "ink": colours.ink,
        "accent": colours.accent,
        "on-accent": colours.on_accent,
        "accent-text": colours.accent_text,
        "tint": colours.tint,
        "rule": colours.rule,
        "quiet": colours.quiet,
        "base-family": f'"{brand.base_family}", "{typefaces.FALLBACK}"',
        "headings-family": f'"{brand.headings_family}", "{typefaces.FALLBACK}"',
        "headings-weight": str(brand.headings_weight),
    }
    return ":root{" + "".join(f"--{name}:{value};" for name, value in values.items()) + "}"


def stylesheet(brand: Brand, name: str) -> str:
    """Return the brand's nearest style sheet of that name; raises PublisherError where there is none."""
    return templates.found(brand.folders, name).read_text(encoding="utf-8")
