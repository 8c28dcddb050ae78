"""Nothing is lost: the words of the source are in the document, and the document's in every format, in order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import docx
import lxml.html
import pikepdf
import pypdfium2
import pytest

from publisher import prose
from publisher.document import (
    Document,
    Form,
    Link,
    Paragraph,
    Subheading,
    Text,
    inlines,
    walk,
)
from publisher.edition import Edition
from publisher.model import Briefing
from publisher.renderers import RENDERERS, pdf
from tests.editions import REPOSITORY, briefings, documents, editions
from tests.published import PROJECT, copy_project, needs

SAMPLES = briefings(REPOSITORY)
samples = pytest.mark.parametrize(
    ("document", "brand"), SAMPLES, ids=[f"{brand.identifier}-{document.identifier}" for document, brand in SAMPLES]
)


def leaves(document: Document) -> Iterator[Text | Link]:
    """Yield every piece of text of a document, in reading order."""
    yield Text(document.title)
    for section in document.sections:
        yield Text(section.title)
        for block in walk(section.blocks):
            if isinstance(block, Paragraph | Subheading):
                yield from (leaf for leaf in inlines(block.children) if isinstance(leaf, Text | Link))


def bare(text: str) -> str:
    """Return the text without white space, as line ends fall differently in each format."""
    return re.sub(r"\s+", "", text)


def missing(document: Document, text: str) -> list[str]:
    """Return the pieces that are not in ``text`` after the ones before them."""
    text, cursor, lost = bare(text), 0, []
    for leaf in leaves(document):
        found = text.find(bare(leaf.text), cursor)
        if found < 0:
            lost.append(leaf.text)
        else:
            cursor = found + len(bare(leaf.text))
    return lost


def targets(document: Document) -> set[str]:
    return {leaf.target for leaf in leaves(document) if isinstance(leaf, Link)}


def read_html(data: bytes) -> tuple[str, set[str]]:
    page = lxml.html.fromstring(data.decode())
    (main,) = page.iter("main")
    hrefs = {link.get("href", "") for link in main.iter("a")}
    return "".join(str(text) for text in main.itertext()), {href for href in hrefs if not href.startswith("#")}


def read_pdf(data: bytes) -> tuple[str, set[str]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
        uris = {str(note.A.URI) for note in annotations if "/A" in note and "/URI" in note.A}
    pages = pypdfium2.PdfDocument(data)
    # PDFium gives a hyphen at a line's end as U+FFFE, as it might be one of hyphenation; there is none here.
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    return text.replace("\ufffe", "-"), uris


def read_docx(data: bytes) -> tuple[str, set[str]]:
    document = docx.Document(io.BytesIO(data))
    text = "\n".join("".join(paragraph.itertext()) for paragraph in document.element.body.iter("{*}p"))
    relations = document.part.rels.values()
    return text, {relation.target_ref for relation in relations if relation.reltype.endswith("/hyperlink")}


def read_txt(data: bytes) -> tuple[str, set[str]]:
    text = data.decode()
    return text, set()


def read_fragment(data: bytes) -> tuple[str, set[str]]:
    article = lxml.html.fragment_fromstring(data.decode())
    return "".join(str(text) for text in article.itertext()), {link.get("href", "") for link in article.iter("a")}


READERS = {
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
    "txt": read_txt,
    "large-print": read_pdf,
    "fragment": read_fragment,
}


@pytest.mark.parametrize("name", READERS)
@samples
def test_every_word_and_link_of_the_document_is_in_every_format(document, brand, name):
    text, found = READERS[name](RENDERERS[name].render(document, brand))

    assert missing(document, text) == []
    if name == "txt":
        assert [target for target in targets(document) if bare(target.removeprefix("mailto:")) not in bare(text)] == []
    else:
        assert targets(document) <= found


@pytest.mark.parametrize("layout", ["cards", "ring"])
@pytest.mark.parametrize(("document", "brand"), SAMPLES[::5])
def test_every_word_and_link_of_the_document_is_in_every_layout(document, brand, layout):
    text, found = read_pdf(pdf.render(document, replace(brand, layout=layout)))

    assert missing(document, text) == []
    assert targets(document) <= found


def written(edition: Edition) -> Iterator[str]:
    """Yield every paragraph and line that the author wrote to be printed."""
    briefing = edition.work
    assert isinstance(briefing, Briefing)
    yield from (briefing.title, briefing.subtitle)
    for section in briefing.sections:
        yield section.heading
        yield from prose.read(section.body).text.split("\n\n")
    yield from (prose.read(question).text for question in briefing.questions)
    for resource in briefing.resources:
        yield from (resource.label, resource.type, resource.size)


BRIEFINGS = [edition for edition in editions(REPOSITORY) if isinstance(edition.work, Briefing)]


def test_every_format_of_a_briefing_is_read():
    assert READERS.keys() == {name for name, renderer in RENDERERS.items() if Form.BRIEFING in renderer.FORMS}


@pytest.mark.parametrize("edition", BRIEFINGS, ids=lambda one: f"{one.partnership.identifier}-{one.slug}")
def test_every_word_and_link_of_the_source_is_in_the_document(edition):
    document = next(
        document
        for document, brand in SAMPLES
        if (document.identifier, brand.identifier) == (edition.slug, edition.partnership.identifier)
    )
    printed = bare(document.subtitle + "".join(leaf.text for leaf in leaves(document)))

    assert [text for text in written(edition) if bare(edition.words(text)) not in printed] == []
    assert isinstance(edition.work, Briefing)
    links = [mark.target for section in edition.work.sections for mark in prose.read(section.body).of("link")]
    assert {edition.target(link) for link in links} <= targets(document)
    assert targets(document), "every sample has resources to link to"


@needs(PROJECT)
def test_a_published_briefing_is_whole_in_every_format(tmp_path):
    ((document, brand),) = documents(copy_project(tmp_path))

    for name, reader in READERS.items():
        text, found = reader(RENDERERS[name].render(document, brand))
        assert missing(document, text) == [], name
        assert name == "txt" or targets(document) <= found, name


@samples
def test_a_docx_holds_nothing_of_its_makers(document, brand):
    package = zipfile.ZipFile(io.BytesIO(RENDERERS["docx"].render(document, brand)))

    assert {"word/document.xml", "docProps/core.xml"} <= set(package.namelist())
    for part in package.namelist():
        content = package.read(part).lower()
        assert b"python-docx" not in content, part
        assert b"permission" not in content or part.endswith("document.xml"), part
