"""A list of contents, tagged as what it is (ISO 32000-1, section 14.8.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.renderers.pdf_tags.tree import Annotation, Content, Element, Kid, contents, elements


def tagged(element: Element) -> Element:
    """Return the element with the lists of contents inside it tagged as such, without the dots before the numbers."""
    if element.role == "L" and _leads_inside(element):
        return _contents(element)
    return element.with_kids(tagged(kid) if isinstance(kid, Element) else kid for kid in element.kids)


def _leads_inside(listed: Element) -> bool:
    """Whether every item begins with a link to another place of the document."""
    return all(
        (link := next((one for one in elements(item) if one.role == "Link"), None)) is not None
        and next(contents(item), None) == next(contents(link), None)
        and all("/A" not in kid.annotation for kid in link.kids if isinstance(kid, Annotation))
        for item in listed.kids
        if isinstance(item, Element)
    )


def _contents(listed: Element) -> Element:
    items = (item for item in listed.kids if isinstance(item, Element))
    return Element("TOC", tuple(_entry(item) for item in items))


def _entry(item: Element) -> Element:
    """Return an entry: a reference, which is the link and the number of its page, and the entries below it."""
    below = (inner for inner in _outermost(item, {"L"}) if isinstance(inner, Element))
    return Element("TOCI", (Element("Reference", tuple(_reference(item))), *map(_contents, below)))


def _reference(item: Element) -> Iterator[Kid]:
    for kid in _outermost(item, {"Link", "L", "Lbl"}):
        is_number = isinstance(kid, Content) and kid.words.strip(" .")
        if is_number or (isinstance(kid, Element) and kid.role == "Link"):
            yield kid


def _outermost(element: Element, roles: set[str]) -> Iterator[Kid]:
    """Yield the elements of these types, none from within another, and the content that is in none of them."""
    for kid in element.kids:
        if isinstance(kid, Element) and kid.role not in roles:
            yield from _outermost(kid, roles)
        else:
            yield kid
