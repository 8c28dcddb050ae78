"""The parts of a Word file, none of them trusted: what is too large, too deep or no XML is refused."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from urllib.parse import unquote

from publisher.assets.word import MOST_PARTS
from publisher.errors import PublisherError
from publisher.files import DAMAGED_ARCHIVE
from publisher.importers.docx._names import Element
from publisher.word_parts import UnreadablePartError, parsed

MOST_UNPACKED = 500 * 1_048_576
"""Of all parts together, as the archive states them; pictures of a long document come to that."""
MOST_OF_A_PART = 25 * 1_048_576
"""Of one part of XML: the text of some thousand pages."""
_MOST_RATIO = 250
"""Unpacked to packed; XML of repeated styles comes to about 40."""
_SMALL = 10 * 1_048_576
"""Below this, unpacked, no ratio is suspicious."""

_DAMAGE = (*DAMAGED_ARCHIVE, KeyError)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = {
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/": b"drawingml/2006/",
}
"""ISO/IEC 29500 Strict has other names for the same elements."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to."""

    kind: str
    """The last word of the relationship's type, such as ``hyperlink``."""
    target: str
    """An address, or the name of a part."""
    is_external: bool


class Package:
    """A Word file opened for reading."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raise PublisherError, with what would be right, for what is no Word file or is refused as one."""
        self.name = name
        self._archive = _opened(data, name)
        self.parts = tuple(dict.fromkeys(self._archive.namelist()))
        main = [one for one in self.relations("") if one.kind == "officeDocument"]
        self.main = main[0].target if main else "word/document.xml"
        if self.main not in self.parts or "word" not in self.content_type(self.main):
            raise PublisherError(f"`{name}` is not a Word file; save the text in Word as a document (.docx)")

    def content_type(self, part: str) -> str:
        """Return what the package says that a part is; ``word`` for the usual name where it does not say."""
        try:
            types = self.tree("[Content_Types].xml")
        except UnreadablePartError:
            types = None
        for one in () if types is None else types.iterchildren("{*}Override"):
            if one.get("PartName", "").lstrip("/") == part:
                return str(one.get("ContentType", ""))
        return "word" if part.startswith("word/") else ""

    def read(self, part: str, most: int = MOST_OF_A_PART) -> bytes:
        """Return the bytes of a part; raises UnreadablePartError."""
        try:
            with self._archive.open(part) as file:
                data = file.read(most + 1)
        except _DAMAGE as error:
            raise UnreadablePartError("it is damaged") from error
        if len(data) > most:
            raise UnreadablePartError(f"it is larger than {most // 1_048_576} MB")
        return data

    def tree(self, part: str, *, exact: bool = False) -> Element | None:
        """Return a part's root element, or None where there is no such part; raises UnreadablePartError.

        ``exact`` leaves the names of the Strict dialect as they are, so that the part can be written again.
        """
        if part not in self.parts:
            return None
        data = self.read(part)
        if not exact and b"purl.oclc.org/ooxml" in data:
            for strict, usual in _STRICT.items():
                data = data.replace(strict, b"http://schemas.openxmlformats.org/" + usual)
        root: Element = parsed(data)
        return root

    def rewritten(self, changed: dict[str, bytes]) -> bytes:
        """Return the file with other bytes for some parts, and with parts that are new; all else is as it was.

        Raises UnreadablePartError.
        """
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for entry in self._archive.infolist():
                most = max(entry.file_size, MOST_OF_A_PART)
                data = changed[entry.filename] if entry.filename in changed else self.read(entry.filename, most)
                copy = zipfile.ZipInfo(entry.filename, entry.date_time)
                copy.compress_type, copy.external_attr = zipfile.ZIP_DEFLATED, entry.external_attr
                archive.writestr(copy, data)
            for name in changed.keys() - set(self.parts):
                archive.writestr(zipfile.ZipInfo(name), changed[name], zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def relations(self, part: str) -> list[Relation]:
        """Return what a part refers to; "" is the package itself. What is unreadable refers to nothing."""
        return list(self.relations_by_id(part).values())

    def relations_by_id(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to by the identifiers that it uses."""
        folder, base = posixpath.split(part)
        try:
            tree = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        except UnreadablePartError:
            return {}
        found: dict[str, Relation] = {}
        for one in () if tree is None else tree.iterchildren("{*}Relationship"):
            target, is_external = str(one.get("Target", "")), one.get("TargetMode") == "External"
            if not is_external:
                path = posixpath.join("/", folder, unquote(target.partition("#")[0]))
                target = posixpath.normpath(path).lstrip("/")
            found[str(one.get("Id", ""))] = Relation(one.get("Type", "").rpartition("/")[2], target, is_external)
        return found


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    if reason := _other_format(data):
        raise PublisherError(f"`{name}` {reason}")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _DAMAGE as error:
        raise PublisherError(f"`{name}` is not a whole Word file; save it in Word again as .docx") from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise PublisherError(f"`{name}` is protected by a password; take it off in Word and save the file again")
    if len({entry.filename for entry in entries}) < len(entries):
        raise PublisherError(f"`{name}` has two parts of one name; save it in Word again as .docx")
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    is_bomb = unpacked > _SMALL and unpacked > _MOST_RATIO * max(packed, 1)
    if len(entries) > MOST_PARTS or unpacked > MOST_UNPACKED or is_bomb:
        raise PublisherError(f"`{name}` unpacks to far more than a Word file; copy its text into a new document")
    return archive


def _other_format(data: bytes) -> str:
    """Return what is to be said of a file that is of another format, or ""."""
    if data.startswith(_OLD_WORD):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "is protected by a password; take it off in Word and save the file again"
        return "is an old .doc; save it as .docx in Word"
    if data.startswith(b"{\\rtf"):
        return "is rich text (.rtf); save it as .docx in Word"
    if data.startswith(b"%PDF-"):
        return "is a PDF; give it the suffix .pdf"
    if data.startswith(b"mimetypeapplication/vnd.oasis.opendocument", 30):
        return "is an OpenDocument file; save it as .docx"
    return ""
