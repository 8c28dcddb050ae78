"""The pictures of a Word file with the words that stand for them."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
from collections.abc import Iterator

from publisher.importers._manuscript import Image
from publisher.importers.docx._journal import Journal
from publisher.importers.docx._names import DRAWING, PICTURE, PLACING, RELATIONS, VML, Element, descendants
from publisher.importers.docx._package import Package, Relation
from publisher.word_parts import UnreadablePartError

MOST = 50
MOST_BYTES = 20 * 1_048_576
"""Of one picture."""
MOST_PIXELS = 50_000_000
"""Of one picture: more than any camera of an office makes."""
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


class Pictures:
    """Takes pictures out of a file, each once."""

    def __init__(self, package: Package, journal: Journal) -> None:
        self._package = package
        self._journal = journal
        self._taken: set[str] = set()

    def take(self, drawing: Element, relations: dict[str, Relation], place: str) -> None:
        """Take the pictures of a drawing."""
        properties = next(drawing.iter(f"{{{PLACING}}}docPr"), None)
        for element in descendants(drawing):
            if element.tag == f"{{{PICTURE}}}pic":
                own = next(element.iter(f"{{{PICTURE}}}cNvPr"), None)
                alternative = _words(properties) or _words(own)
                is_decorative = _is_decorative(properties) or _is_decorative(own)
                for blip in element.iter(f"{{{DRAWING}}}blip"):
                    for name in ("embed", "link"):
                        self._one(relations.get(blip.get(_of(name), "")), alternative, place, is_decorative)
            elif element.tag == f"{{{VML}}}imagedata":
                shape = element.getparent()
                alternative = (shape.get("alt") or "").strip()
                self._one(relations.get(element.get(_of("id"), "")), alternative, place, is_decorative=False)

    def _one(self, relation: Relation | None, alternative: str, place: str, is_decorative: bool) -> None:  # noqa: FBT001
        if relation is None:
            return
        if relation.is_external:
            self._journal.ignored("linked picture", place)
            return
        if relation.target in self._taken:
            return
        self._taken.add(relation.target)
        name = re.sub(r"[^A-Za-z0-9._-]", "-", posixpath.basename(relation.target))[-80:].lstrip(".") or "picture"
        if len(self._journal.images) >= MOST:
            self._journal.unused_picture(name, f"the file has more than {MOST}", place)
            return
        try:
            data = self._package.read(relation.target, MOST_BYTES)
        except UnreadablePartError as error:
            self._journal.unused_picture(name, str(error), place)
            return
        if _is_too_large(data):
            self._journal.unused_picture(name, f"it has more than {MOST_PIXELS // 1_000_000} million pixels", place)
            return
        self._journal.picture(Image(name, data, alternative, place), is_decorative=is_decorative)


def _of(name: str) -> str:
    return f"{{{RELATIONS}}}{name}"


def _words(properties: Element | None) -> str:
    if properties is None:
        return ""
    return (properties.get("descr") or properties.get("title") or "").strip()


def _is_decorative(properties: Element | None) -> bool:
    found: Iterator[Element] = iter(()) if properties is None else properties.iter(_DECORATIVE)
    return any(mark.get("val") in {"1", "true"} for mark in found)


def _is_too_large(data: bytes) -> bool:
    """Whether a picture has too many pixels; what is no picture for Pillow, such as a metafile, has none."""
    from PIL import Image as Pillow

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(io.BytesIO(data)) as picture:
                return picture.width * picture.height > MOST_PIXELS
    except (Pillow.DecompressionBombWarning, Pillow.DecompressionBombError):
        return True
    except (OSError, ValueError, SyntaxError, NotImplementedError):
        return False
