"""The document as bare HTML, to be pasted into a page of a council's content management system."""

from __future__ import annotations

import re

from publisher.brand import Brand
from publisher.document import Document, Form
from publisher.errors import PublisherError
from publisher.renderers import html

NAME = "fragment"
LABEL = "Fragment"
SUFFIX = "-fragment.html"
FORMS = frozenset({Form.BRIEFING, Form.COMPENDIUM})

_LOWER = {"h1": "h2", "h2": "h3", "h3": "h4"}
"""The page that the fragment is pasted into has a first heading of its own."""
_KEPT = {"dir", "href", "lang", "scope", "start"}


def render(document: Document, brand: Brand) -> bytes:
    """Return the article alone, in ASCII: elements that need no style sheet, headings from the second level down.

    Raises PublisherError for a template that is missing, has a mistake in it or has no article.
    """
    from lxml import etree
    from lxml.html import document_fromstring, tostring

    article = document_fromstring(html.page(document, brand)).find(".//article")
    if article is None:
        raise PublisherError(f"the page template of `{brand.identifier}` has no `article` to make a fragment of")
    etree.strip_elements(article, "img", "nav", with_tail=False)
    for span in article.iter("span"):
        if "lang" not in span.attrib:
            span.tag = "div"
    etree.strip_tags(article, "header", "div")
    for element in article.iter():
        for name in set(element.attrib) - _KEPT:
            del element.attrib[name]
        element.tag = _LOWER.get(element.tag, element.tag)
    article.set("lang", document.language)
    return re.sub(rb"\n\s+", b"\n", tostring(article)).strip() + b"\n"
