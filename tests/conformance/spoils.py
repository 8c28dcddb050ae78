"""Ways to spoil a finished file, each a function of its bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Spoil = Callable[[bytes], bytes]
Spoiled = tuple[str, Spoil, str, str]
"""The format of a file, what spoils it, the code of the check that finds it out, and a part of its message."""


def pdf(change: Callable[[pikepdf.Pdf], Any]) -> Spoil:
    """Return what changes a PDF's objects."""

    def spoil(data: bytes) -> bytes:
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as file:
            change(file)
            file.save(target)
        return target.getvalue()

    return spoil


def without(place: str, key: str) -> Spoil:
    """Return what takes an entry out of a PDF's catalogue (``Root``) or its properties (``docinfo``)."""

    def change(file: pikepdf.Pdf) -> None:
        del getattr(file, place)[key]

    return pdf(change)


def elements(file: pikepdf.Pdf, name: str) -> list[Any]:
    """Return the structure elements of one type, in reading order."""
    found: list[Any] = []

    def walk(element: Any) -> None:
        if not isinstance(element, Dictionary):
            return
        if element.get("/S") == Name(f"/{name}"):
            found.append(element)
        kids: Any = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            walk(kid)

    walk(file.Root.StructTreeRoot)
    return found


def swap_sections(file: pikepdf.Pdf) -> None:
    """Let the tags read the second section before the first."""
    first, second = elements(file, "Sect")[:2]
    first.K, second.K = second.K, first.K


def lose_section(file: pikepdf.Pdf) -> None:
    """Take the third section's words out of the tags."""
    elements(file, "Sect")[2].K = Array()


def lead_elsewhere(file: pikepdf.Pdf) -> None:
    """Let the first links lead somewhere else."""
    notes = [note for page in file.pages for note in page.get("/Annots", []) if "/A" in note]
    for note in notes[:2]:
        note.A.URI = String("https://www.example.org/elsewhere")


def demote_heading(file: pikepdf.Pdf) -> None:
    """Make the fourth section's heading one of the third level."""
    elements(file, "H2")[3].S = Name.H3


def rename_bookmark(file: pikepdf.Pdf) -> None:
    """Let a bookmark say something else than its heading."""
    file.Root.Outlines.First.First.Title = String("Another heading")


def glue_words(file: pikepdf.Pdf) -> None:
    """Have a heading read without the spaces between its words."""
    elements(file, "H1")[0].ActualText = String("Professionalchallengeandescalation")


def alternative(words: str | None) -> Callable[[pikepdf.Pdf], None]:
    """Return what changes the words that stand for the logo."""

    def change(file: pikepdf.Pdf) -> None:
        (figure,) = elements(file, "Figure")
        if words is None:
            del figure.Alt
        else:
            figure.Alt = String(words)

    return change


def xmp(pattern: str, replacement: str) -> Callable[[pikepdf.Pdf], None]:
    """Return what changes the metadata packet."""

    def change(file: pikepdf.Pdf) -> None:
        packet = file.Root.Metadata.read_bytes().decode()
        assert re.search(pattern, packet)
        file.Root.Metadata = file.make_stream(
            re.sub(pattern, replacement, packet).encode(), Type=Name.Metadata, Subtype=Name.XML
        )

    return change


def content(pattern: bytes, replacement: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Return what changes what is painted on every page."""

    def change(file: pikepdf.Pdf) -> None:
        changed = 0
        for page in file.pages:
            page.contents_coalesce()
            painted, count = re.subn(pattern, replacement, page.Contents.read_bytes())
            page.Contents = file.make_stream(painted)
            changed += count
        assert changed

    return change


def annotate(file: pikepdf.Pdf) -> None:
    """Add a reviewer's note."""
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[10, 10, 30, 30], Contents=String("Ask Jo about this"))
    page = file.pages[0]
    page.Annots = Array([*page.get("/Annots", []), file.make_indirect(note)])


def attach(file: pikepdf.Pdf) -> None:
    """Attach a file."""
    file.attachments["notes.txt"] = b"Notes of the meeting"


def docx(**changes: Callable[[str], str]) -> Spoil:
    """Return what changes parts of a Word file; a part is named by its file's stem."""

    def spoil(data: bytes) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
            names = {
                re.sub(r"\W", "_", name.rpartition("/")[2].removesuffix(".xml")): name for name in before.namelist()
            }
            assert set(changes) <= set(names)
            parts = {name: before.read(name) for name in before.namelist()}
            for stem, change in changes.items():
                text = parts[names[stem]].decode()
                parts[names[stem]] = change(text).encode()
                assert parts[names[stem]].decode() != text
            for name, part in parts.items():
                after.writestr(name, part)
        return target.getvalue()

    return spoil


def with_part(name: str, part: bytes) -> Spoil:
    """Return what adds a part to a Word file."""

    def spoil(data: bytes) -> bytes:
        target = io.BytesIO(data)
        with zipfile.ZipFile(target, "a") as package:
            package.writestr(name, part)
        return target.getvalue()

    return spoil


def text(pattern: str, replacement: str, count: int = 1) -> Spoil:
    """Return what changes a web page or plain text."""

    def spoil(data: bytes) -> bytes:
        changed, found = re.subn(pattern, replacement, data.decode(), count=count, flags=re.DOTALL)
        assert found
        return changed.encode()

    return spoil


def part(pattern: str, replacement: str, count: int = 1) -> Callable[[str], str]:
    """Return what changes one part of a Word file."""
    return lambda xml: re.sub(pattern, replacement, xml, count=count, flags=re.DOTALL)


def lose_shape(file: pikepdf.Pdf) -> None:
    """Let the fonts have a glyph for P that is not among their shapes."""
    for font in file.pages[0].resources.Font.as_dict().values():
        one_more = b"1 beginbfchar\n<fff0> <0050>\nendbfchar\nendcmap"
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"endcmap", one_more))


def lay_out_otherwise(file: pikepdf.Pdf) -> None:
    """Let the file say that it was laid out as cards in the place of a ring."""
    said = {"Layout": String("cards"), "Layout asked for": String("ring"), "Words over": 12}
    told = Array([Dictionary(N=String(name), V=value) for name, value in said.items()])
    file.Root.StructTreeRoot.K[0].A = Dictionary(O=Name.UserProperties, P=told)
