"""What a Word file says of the source that it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from publisher.document import ORIGIN_NAMESPACE, Writing, Written
from publisher.errors import PublisherError
from publisher.importers.docx._names import Element
from publisher.importers.docx._package import Package
from publisher.roundtrip.lines import Line, Shown
from publisher.word_parts import UnreadablePartError

Path = tuple[str | int, ...]

FORM = "form"
"""The kind of a file that was made to be filled in."""
_MOST_VALUES = 500
_part = re.compile(
    r"title|subtitle|summary|published|review|contacts|sections/\d/(?:heading|body)|questions/\d{1,2}"
    r"|resources/\d{1,2}(?:/(?:label|link|url|scope|type|size))?"
)
_date = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?|")


@dataclass(frozen=True, slots=True)
class Identity:
    """The source of a Word file and its text as published."""

    kind: str
    """``briefing`` for a published one, ``form`` for one that was made to be filled in."""
    slug: str
    language: str
    partnership: str = ""
    digest: str = ""
    written: tuple[Written, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    targets: tuple[tuple[str, str], ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    """What comes from elsewhere, such as contacts: where it stands, and its words."""
    family: str = ""
    """Of a form: which headings it was made with."""
    prompts: tuple[str, ...] = ()
    """Of a form: the words that ask for others."""
    titles: tuple[tuple[str, Path], ...] = ()
    """Of a form: what its controls are called, with their parts; LibreOffice keeps no tags."""

    @property
    def parts(self) -> set[Path]:
        """Return what may be marked in the file: the values, and resources as a whole."""
        return {path for one in self.written for path in (one.path, one.path[:2])}

    @property
    def values(self) -> dict[Path, str]:
        """The values by their paths."""
        return {one.path: one.text for one in self.written}

    def shown(self, path: Path = ()) -> Shown:
        """Return what turns the text of a part into what was shown."""
        last = max((int(one.path[1]) for one in self.written if one.path[0] == "sections"), default=-1)
        return Shown(dict(self.names), dict(self.targets), in_action=path[:2] == ("sections", last))

    def lines(self, value: Written) -> tuple[Line, ...]:
        """Return a value as it was shown."""
        shown = self.shown(value.path)
        match value.kind:
            case Writing.BODY:
                return shown.body(value.text)
            case Writing.PHRASE:
                return shown.phrase(value.text)
            case _:
                return shown.line(value.text)


def identity(data: bytes, name: str) -> Identity | None:
    """Return what a Word file says of its source; None for one that says nothing, and for what is no Word file."""
    try:
        package = Package(data, name)
    except PublisherError:
        return None
    for part in sorted(package.parts):
        if part.startswith("customXml/item") and part.endswith(".xml"):
            try:
                root = package.tree(part)
            except UnreadablePartError:
                continue
            if root is not None and root.tag == f"{{{ORIGIN_NAMESPACE}}}origin" and root.get("version") == "1":
                return _identity(root)
    return None


def _identity(root: Element) -> Identity | None:
    values = [one for one in _children(root, "value") if _is_sound(one)][:_MOST_VALUES]
    written = [Written(path_of(one.get("path", "")), Writing(one.get("kind")), one.text or "") for one in values]
    return Identity(
        root.get("kind", ""),
        root.get("slug", ""),
        root.get("language", ""),
        root.get("partnership", ""),
        root.get("digest", ""),
        tuple(written),
        tuple((one.get("written", ""), one.text or "") for one in _children(root, "name")),
        tuple((one.get("written", ""), one.text or "") for one in _children(root, "target")),
        tuple((one.get("place", ""), one.text or "") for one in _children(root, "fixed")),
        root.get("family", ""),
        tuple(one.text or "" for one in _children(root, "prompt")),
        tuple((one.get("title", ""), path_of(one.get("path", ""))) for one in values if one.get("title")),
    )


def _is_sound(value: Element) -> bool:
    """Whether a value is one that the program writes; a file may come from anywhere."""
    if value.get("kind") not in set(Writing) or not _part.fullmatch(value.get("path", "")):
        return False
    return value.get("kind") != Writing.DATE or bool(_date.fullmatch(value.text or ""))


def _children(root: Element, name: str) -> Iterable[Element]:
    return list(root.iterchildren(f"{{{ORIGIN_NAMESPACE}}}{name}"))


def path_of(written: str, separator: str = "/") -> Path:
    """Return a path that was written as one word; numbers count from 0."""
    parts = written.split(separator)
    return tuple(int(part) if part.isascii() and part.isdigit() and len(part) < 5 else part for part in parts)
