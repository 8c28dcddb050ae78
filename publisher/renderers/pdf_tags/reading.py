"""What is wrong in the tree for those who hear it, set right: one change after another, from tree to tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from pikepdf import Name

from publisher.document import Document
from publisher.renderers.pdf_tags import contents_list, tables
from publisher.renderers.pdf_tags.tree import Annotation, Content, Element, Kid, contents
from publisher.renderers.pdf_tags.words import Words, squashed

_GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div"})
_INLINE = frozenset({"Span", "NonStruct", "Strong", "Em", "Link"})
_BULLETS = {"•": Name.Disc, "◦": Name.Circle, "▪": Name.Square}
_NUMERALS = {"i": Name.LowerRoman, "I": Name.UpperRoman}


def mended(printed: Element, document: Document) -> Element:
    """Return the tree that WeasyPrint has printed of a document, as it should be read."""
    words = Words.of(document)
    tree = _without_boxes(printed)
    tree = _without_blanks(tree)
    tree = _with_nested_lists(tree)
    tree = contents_list.tagged(tree)
    tree = tables.whole(tree, words.tables, _text)
    tree = tables.in_bodies(tree)
    tree = _joined(tree, words)
    tree = _stressed(tree, words)
    tree = _with_whole_links(tree)
    tree = _with_whole_words(tree)
    return replace(_described(tree), language=document.language)


def _without_boxes(element: Element) -> Element:
    """Return the element with what stands in boxes that say nothing, such as one a line, in their place."""
    kids: list[Kid] = []
    for kid in element.kids:
        if not isinstance(kid, Element):
            kids.append(kid)
            continue
        is_line = all(map(_is_inline, kid.kids))
        is_text = kid.role == "Span" and all(isinstance(inner, Content) for inner in kid.kids)
        is_box = kid.role in {*_GROUPS, "NonStruct", "Span"}
        if is_line and is_box and element.role in _GROUPS:
            # A template's words that are in no paragraph.
            kids.append(_without_boxes(Element("P", kid.kids)))
        elif (is_text and element.role not in _GROUPS) or (kid.role in {"Div", "NonStruct"} and not is_line):
            kids += _without_boxes(kid).kids
        else:
            kids.append(_without_columns(_without_boxes(kid)))
    return element.with_kids(kids)


def _is_inline(kid: Kid) -> bool:
    return not isinstance(kid, Element) or (kid.role in _INLINE and all(map(_is_inline, kid.kids)))


def _without_columns(element: Element) -> Element:
    """Return the element with its kids out of the columns, which WeasyPrint tags as elements like the one around."""
    columns = [kid for kid in element.kids if isinstance(kid, Element) and kid.role == element.role]
    if element.role not in {*_GROUPS, "L"} or len(columns) < len(element.kids):
        return element
    return element.with_kids(kid for column in columns for kid in column.kids)


def _without_blanks(element: Element) -> Element:
    """Return the element without those inside it that have nothing to be read, such as an empty list item.

    White space within a line stays, even where the element around it goes.
    """
    kids: list[Kid] = []
    for kid in element.kids:
        if not isinstance(kid, Element) or kid.role == "Lbl":
            kids.append(kid)
        elif _is_read(kid):
            kids.append(_without_blanks(kid))
        elif kid.role in _INLINE:
            kids += kid.kids
    return element.with_kids(kids)


def _is_read(kid: Kid) -> bool:
    match kid:
        case Content():
            return bool(kid.words.strip())
        case Annotation():
            return True
        case Element():
            # A table's cells keep their places.
            return kid.role in {"Figure", "TH", "TD"} or (kid.role != "Lbl" and any(map(_is_read, kid.kids)))


def _with_nested_lists(element: Element) -> Element:
    """Return the element with each list that stands between the items of another in the item that it belongs to."""
    kids: list[Kid] = []
    for kid in element.kids:
        inner = _with_nested_lists(kid) if isinstance(kid, Element) else kid
        if element.role == "L" and isinstance(inner, Element) and inner.role == "L":
            # On the page after the one where the item's own words end, the list comes alone.
            item = kids.pop() if kids else Element("LI")
            inner = _holding(item, inner) if isinstance(item, Element) else inner
        kids.append(inner)
    return element.with_kids(kids)


def _holding(item: Element, inner: Element) -> Element:
    """Return the list item with the list inside it, where it is printed."""
    parts = [kid for kid in item.kids if isinstance(kid, Element)]
    labels = (part for part in parts if part.role == "Lbl")
    body = (kid for part in parts if part.role == "LBody" for kid in part.kids)
    return item.with_kids((*labels, Element("LBody", tuple(sorted((*body, inner), key=_place)))))


def _place(kid: Kid) -> tuple[int, int]:
    """Return where a part of an item begins; identifiers count in the order of printing."""
    return min(((content.page, content.identifier) for content in _said(kid)), default=(0, 0))


def _said(kid: Kid) -> Iterator[Content]:
    """Yield the content in reading order, but for the labels of lists: those are printed last."""
    if isinstance(kid, Content):
        yield kid
    elif isinstance(kid, Element) and kid.role != "Lbl":
        for inner in kid.kids:
            yield from _said(inner)


def _text(*kids: Kid) -> str:
    return squashed("".join(content.words for kid in kids for content in _said(kid)))


def _joined(element: Element, words: Words) -> Element:
    """Return the element with the parts of those inside it joined that a page's or a column's end has cut."""
    kids = [_joined(kid, words) if isinstance(kid, Element) else kid for kid in element.kids]
    return element.with_kids(_gathered([], kids, words))


def _gathered(kids: list[Kid], parts: Iterable[Kid], words: Words) -> list[Kid]:
    """Add each part to the kid that it continues, or to the kids if it begins something; returns the kids."""
    for part in parts:
        for place in _candidates(kids, part):
            kid = kids[place]
            if isinstance(kid, Element) and isinstance(part, Element) and _continues(kid, part, words):
                kids[place] = kid.with_kids(_gathered(list(kid.kids), part.kids, words))
                break
        else:
            kids.append(part)
    return kids


def _candidates(kids: list[Kid], part: Kid) -> Iterable[int]:
    """Return the places of what a part may continue: what is just before it, or anything if it begins a page.

    Where sections stand side by side, a page cuts more than one of them.
    """
    if not kids:
        return ()
    begins_page = _page(kids[-1], last=True) != _page(part, last=False)
    return range(len(kids) - 1, -1 if begins_page else len(kids) - 2, -1)


def _page(kid: Kid, *, last: bool) -> int:
    """Return the page of the first or of the last that is in it."""
    if isinstance(kid, Element):
        return _page(kid.kids[-1 if last else 0], last=last) if kid.kids else -1
    return kid.page


def _continues(before: Element, after: Element, words: Words) -> bool:
    if before.role != after.role:
        return False
    if before.role == "Sect":
        first = after.kids[0]
        begins = isinstance(first, Element) and first.role == "H2"
        return not begins and words.share_section(_text(before.kids[0]), _text(first))
    return before.role in {"Part", "Art", "LBody"} or words.begin_with(before.role, _text(before, after))


def _stressed(element: Element, words: Words) -> Element:
    """Return the element with its strong, stressed and foreign words marked; WeasyPrint has a box for each line."""
    kids: list[Kid] = []
    for box, group in groupby(element.kids, _box):
        run = tuple(group)
        if box and element.role not in _GROUPS:
            run = _marked(run, words)
        kids += (_stressed(kid, words) if isinstance(kid, Element) else kid for kid in run)
    return element.with_kids(kids)


def _box(kid: Kid) -> str:
    """Return the type of a box that WeasyPrint has made of words that are marked in the page, or ""."""
    return kid.role if isinstance(kid, Element) and kid.role in {"NonStruct", "Span"} else ""


def _marked(boxes: tuple[Kid, ...], words: Words) -> tuple[Kid, ...]:
    """Return boxes side by side as one element where they hold words that are marked, and as what they hold if not."""
    inner = tuple(kid for box in boxes if isinstance(box, Element) for kid in box.kids)
    if _box(boxes[0]) == "Span":
        if language := words.foreign.get(_text(*inner)):
            return (Element("Span", inner, language=language),)
    elif role := words.take_stress(_text(*inner)):
        return (Element(role, inner),)
    if len(boxes) > 1:
        return tuple(kid for box in boxes for kid in _marked((box,), words))
    return inner


def _with_whole_links(element: Element) -> Element:
    """Return the element with each link as one that lines' ends have cut into several."""
    kids: list[Kid] = []
    for kid in element.kids:
        after = _with_whole_links(kid) if isinstance(kid, Element) else kid
        before = kids[-1] if kids else None
        if isinstance(before, Element) and isinstance(after, Element) and _leads_on(before, after):
            kids[-1] = before.with_kids(before.kids + after.kids)
        else:
            kids.append(after)
    return element.with_kids(kids)


def _leads_on(before: Element, after: Element) -> bool:
    return before.role == after.role == "Link" and _target(before) == _target(after)


def _target(link: Element) -> str | None:
    return next((kid.target for kid in link.kids if isinstance(kid, Annotation)), None)


def _with_whole_words(element: Element) -> Element:
    """Return the element with each word as one that a line's end has cut, as a long web address is."""
    kids: list[Kid] = []
    # A link's areas may stand between the parts of its words.
    for kid in sorted(element.kids, key=lambda kid: not isinstance(kid, Annotation)):
        before = kids[-1] if kids else None
        parts = before.kids if isinstance(before, Element) and before.actual else tuple(kids[-1:])
        if parts and _goes_on(parts[-1], kid):
            word = Element("Span", (*parts, kid))
            kids[-1] = replace(word, actual="".join(content.words for content in contents(word)))
        else:
            kids.append(_with_whole_words(kid) if isinstance(kid, Element) else kid)
    return element.with_kids(kids)


def _goes_on(before: Kid, after: Kid) -> bool:
    """Return whether a word goes on from the end of one line to the next."""
    if not isinstance(before, Content) or not isinstance(after, Content):
        return False
    is_cut = before.words[-1:].isalnum() and after.words[:1].isalnum()
    return is_cut and (before.page, round(before.y)) != (after.page, round(after.y))


def _described(element: Element) -> Element:
    """Return the element with how the lists inside it are numbered, and what the headers of tables are for."""
    kids = tuple(_described(kid) if isinstance(kid, Element) else kid for kid in element.kids)
    if element.role == "L":
        return replace(element, kids=kids, attributes=_numbering(kids))
    if element.role == "TR":
        cells = tuple(kid for kid in kids if isinstance(kid, Element))
        scope = Name.Column if all(cell.role == "TH" for cell in cells) else Name.Row
        kids = tuple(
            replace(cell, attributes={**cell.attributes, "/Scope": scope}) if cell.role == "TH" else cell
            for cell in cells
        )
    return element.with_kids(kids)


def _numbering(items: tuple[Kid, ...]) -> dict[str, Any]:
    """Return the attribute of a list that says what its labels are like."""
    first = items[0].kids[0] if isinstance(items[0], Element) else None
    if not isinstance(first, Element) or first.role != "Lbl":
        return {}
    label = "".join(content.words for content in contents(first)).strip(" .()")
    if label.isdigit():
        numbering = Name.Decimal
    elif label.isalpha():
        numbering = _NUMERALS.get(label) or (Name.LowerAlpha if label.islower() else Name.UpperAlpha)
    else:
        numbering = _BULLETS.get(label, Name.Disc)
    return {"/O": Name.List, "/ListNumbering": numbering}
