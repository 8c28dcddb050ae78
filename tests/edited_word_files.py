"""Word files as an editor leaves them: ours, with paragraphs changed, added and taken out."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def edited(data: bytes, edit: Callable[[WordFile], object]) -> bytes:
    """Return a Word file after an edit."""
    file = docx.Document(io.BytesIO(data))
    edit(file)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def paragraph(file: WordFile, words: str) -> Paragraph:
    """Return the first paragraph with these words."""
    return next(one for one in file.paragraphs if words in "".join(one.paragraph_format.element.itertext()))


def replace(file: WordFile, words: str, by: str) -> None:
    """Type other words over some, as Word does: the run goes on."""
    for one in file.paragraphs:
        for run in one.iter_inner_content():
            for part in getattr(run, "runs", [run]):
                if words in part.text:
                    part.text = part.text.replace(words, by)
                    return
    raise AssertionError(words)


def add_after(before: Paragraph, text: str) -> Paragraph:
    """Press Enter at a paragraph's end and type: the new one looks the same, and has none of the marks."""
    element = deepcopy(before.paragraph_format.element)
    for child in list(element):
        if child.tag != qn("w:pPr"):
            element.remove(child)
    before.paragraph_format.element.addnext(element)
    new = Paragraph(element, before._parent)  # noqa: SLF001 - as python-docx makes them itself
    new.add_run(text)
    return new


def remove(one: Paragraph) -> None:
    """Delete a paragraph with its marks."""
    element = one.paragraph_format.element
    element.getparent().remove(element)


def add_link(one: Paragraph, text: str, target: str) -> None:
    """Add a link at a paragraph's end."""
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), one.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = one.add_run(text)
    hyperlink.append(run.element)
    one.paragraph_format.element.append(hyperlink)


def without_marks(file: WordFile) -> None:
    """Take out every bookmark."""
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in list(file.element.iter(qn(name))):
            mark.getparent().remove(mark)


def through_libreoffice(data: bytes, folder: Path) -> bytes:
    """Return a Word file as LibreOffice saves it again."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (folder / "in").mkdir()
    (folder / "in" / "file.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "docx", "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / "in" / "file.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "out" / "file.docx").read_bytes()
