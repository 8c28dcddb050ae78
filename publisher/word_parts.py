"""XML of a Word file's parts from strangers: what is damaged, too deep or declares a document type is refused."""

from __future__ import annotations

from typing import Any

from lxml import etree

_DEEPEST = 150
"""Levels of elements: twenty tables within each other."""


class UnreadablePartError(Exception):
    """A part that cannot be read; its text says why, as the end of a sentence."""


def parsed(data: bytes) -> Any:
    """Return the root element of XML that may be hostile; raises UnreadablePartError. Nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadablePartError("it is damaged") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadablePartError("it declares a document type, as no Word file does")
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise UnreadablePartError(f"its elements are nested more than {_DEEPEST} deep")
    return root
