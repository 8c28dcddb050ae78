"""A message as HTML that keeps its looks when it is pasted: each element bears its own styles."""

from __future__ import annotations

import re

from publisher.renderers.palette import Palette

_KEPT = {"charset", "content", "dir", "href", "lang", "name"}


def styled(page: str, colours: Palette) -> bytes:
    """Return the page with styles in its elements, in ASCII; mail programs drop style sheets and classes."""
    from lxml.html import document_fromstring, tostring

    tree = document_fromstring(page)
    styles = _styles(colours)
    for element in tree.iter():
        for name in set(element.attrib) - _KEPT:
            del element.attrib[name]
        if style := styles.get(str(element.tag)):
            element.set("style", style)
    written = tostring(tree, doctype="<!DOCTYPE html>")
    return re.sub(rb"\n\s*\n", b"\n", written).strip() + b"\n"


def _styles(colours: Palette) -> dict[str, str]:
    """Return the styles by elements; a family that every computer has, as no mail program loads another."""
    text = f"margin: 0 0 12pt; color: {colours.ink}; font: 12pt/1.4 Arial, sans-serif"
    heading = f"color: {colours.accent_text}; font-family: Arial, sans-serif; line-height: 1.2"
    return {
        "body": f"margin: 16pt; background: {colours.paper}",
        "main": "max-width: 40em",
        "h1": f"margin: 0 0 12pt; font-size: 20pt; {heading}",
        "h2": f"margin: 16pt 0 6pt; font-size: 14pt; {heading}",
        "p": text,
        "ul": text,
        "ol": text,
        "a": f"color: {colours.accent_text}",
    }
