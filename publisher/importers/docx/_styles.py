"""What a Word file's styles make of its paragraphs and runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.importers._manuscript import Form
from publisher.importers.docx._names import Element, is_on, of_word, value, whole

_MOST_STYLES = 50
"""Styles that one may be based on, through others."""
_heading = re.compile(
    r"(?:heading|überschrift|ueberschrift|berschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek"
    r"|nadpis|pennawd|rubrica|заголовок)\s*([1-9])(?:\s*(?:char)?)?",
    re.IGNORECASE,
)
"""Word names its own styles in English inside the file, but not their identifiers, and other programs neither."""
_title = re.compile(r"title|titel|titre|título|titulo|titolo|teitl|tytuł|název", re.IGNORECASE)
_quote = re.compile(r"(?:intense\s?)?quote|quotations?|block ?text|zitat|citation|cita|dyfyniad", re.IGNORECASE)
_list = re.compile(r"list\s?(bullet|number)\s?([2-5]?)", re.IGNORECASE)
_contents = re.compile(r"(?:toc|contents) ?\d", re.IGNORECASE)
_BODY_TEXT = 9
"""The outline level that means no heading."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph as its own properties and its styles have it."""

    form: Form = Form.PLAIN
    level: int = 0
    strong: bool = False
    emphasis: bool = False
    list_number: str = ""
    """The identifier of the list that it belongs to."""
    list_level: int | None = None
    style: str = ""
    is_contents: bool = False
    """Whether it is an entry of a table of contents."""


class Styles:
    """The styles of a file; without a part for them there are none."""

    def __init__(self, tree: Element | None) -> None:
        styles = [] if tree is None else tree.findall(of_word("style"))
        self._styles: dict[str, Element] = {one.get(of_word("styleId"), ""): one for one in styles}
        self._default = next(
            (
                one.get(of_word("styleId"), "")
                for one in styles
                if one.get(of_word("type")) == "paragraph" and one.get(of_word("default")) in {"1", "true"}
            ),
            "",
        )
        language = None if tree is None else tree.find(f"{of_word('docDefaults')}//{of_word('lang')}")
        self.language: str = "" if language is None else language.get(of_word("val"), "")

    def of_paragraph(self, paragraph: Element) -> Look:
        """Return how a paragraph looks."""
        own = paragraph.find(of_word("pPr"))
        style = value(own, "pStyle") or self._default
        chain = list(self._chain(style))
        sources = [*([] if own is None else [own]), *(one.find(of_word("pPr")) for one in chain)]
        form, level = self._form(style, chain, sources)
        number, list_level = _list_of(sources)
        runs = [one.find(of_word("rPr")) for one in chain] if form not in {Form.HEADING, Form.TITLE} else []
        names = [_name(one) for one in chain[:1]] or [style]
        return Look(
            form,
            level,
            _first(runs, "b") or False,
            _first(runs, "i") or False,
            number,
            list_level,
            style,
            is_contents=any(_contents.fullmatch(name) for name in names),
        )

    def of_run(self, run: Element, paragraph: Look) -> tuple[bool, bool, bool]:
        """Return whether the words of a run are strong, are emphasised and are hidden."""
        own = run.find(of_word("rPr"))
        chain = [one.find(of_word("rPr")) for one in self._chain(value(own, "rStyle") or "")]
        sources = [own, *chain]
        strong, emphasis = _first(sources, "b"), _first(sources, "i")
        return (
            paragraph.strong if strong is None else strong,
            paragraph.emphasis if emphasis is None else emphasis,
            _first(sources, "vanish") or False,
        )

    def is_prompt(self, run: Element) -> bool:
        """Whether a run has the style of the words that ask for others."""
        style = value(run.find(of_word("rPr")), "rStyle") or ""
        return any(re.fullmatch(r"placeholder\s?text", name, re.IGNORECASE) for name in [style, *self._names(style)])

    def _names(self, style: str) -> list[str]:
        return [_name(one) for one in self._chain(style)]

    def _chain(self, style: str) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < _MOST_STYLES:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn") or ""

    def _form(self, style: str, chain: list[Element], sources: list[Element]) -> tuple[Form, int]:
        outline = next((found for one in sources if (found := whole(value(one, "outlineLvl"))) is not None), None)
        if outline is not None and 0 <= outline < _BODY_TEXT:
            return Form.HEADING, outline + 1
        for name in [name for one in chain for name in (_name(one), one.get(of_word("styleId"), ""))] or [style]:
            if outline is None and (match := _heading.fullmatch(name)):
                return Form.HEADING, int(match[1])
            if _title.fullmatch(name):
                return Form.TITLE, 0
            if _quote.fullmatch(name):
                return Form.QUOTE, 0
            if match := _list.fullmatch(name):
                return Form.ITEM, int(match[2] or 1) - 1
        return Form.PLAIN, 0


def _name(style: Element) -> str:
    return value(style, "name") or ""


def _first(sources: list[Element], switch: str) -> bool | None:
    """Return what the first of the properties that speaks of a switch says of it."""
    return next((found for one in sources if (found := is_on(one, switch)) is not None), None)


def _list_of(sources: list[Element]) -> tuple[str, int | None]:
    """Return the list of a paragraph and the level in it, from the nearest properties that name each."""
    lists = [one.find(of_word("numPr")) for one in sources if one is not None]
    number = next((text for one in lists if (text := value(one, "numId")) is not None), "")
    level = next((found for one in lists if (found := whole(value(one, "ilvl"))) is not None), None)
    return ("" if number == "0" else number), level
