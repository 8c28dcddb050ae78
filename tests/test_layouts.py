"""The layouts and the large-print edition: their pages, the order of reading, sizes, and texts of any length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw
import pytest

from publisher.brand import Brand
from publisher.document import (
    Block,
    BulletList,
    Document,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Role,
    Section,
    Subheading,
    Text,
)
from publisher.renderers import large_print, pdf
from tests import pdf_tree, small_document
from tests.editions import REPOSITORY, briefings
from tests.small_document import BRAND, SENTENCE

A4 = (595, 842)
LAYOUTS = ("ribbon", "cards", "ring")
SAMPLES = [(document, brand) for document, brand in briefings(REPOSITORY) if document.identifier == "strategy-meetings"]
every_layout = pytest.mark.parametrize("layout", LAYOUTS)


def words(count: int) -> Paragraph:
    written = SENTENCE.split()
    return Paragraph((Text(" ".join(written[number % len(written)] for number in range(count))),))


def items(*texts: str) -> BulletList:
    return BulletList(tuple(ListItem((Paragraph((Text(text),)),)) for text in texts))


def links(count: int) -> BulletList:
    texts = (f"Guidance number {number} about something that is long" for number in range(count))
    return BulletList(tuple(ListItem((Paragraph((Link(text, "https://example.org/"),)),)) for text in texts))


def briefing(lengths: list[int], *, resources: int = 4) -> Document:
    """Return a briefing with so many words in its seven sections, and with what stands after them."""
    *texts, action = lengths
    sections = [
        Section(Role.SECTION, f"Heading number {number}", (words(length),), number)
        for number, length in enumerate(texts, 1)
    ]
    actions = BulletList(tuple(ListItem((words(max(action // 5, 1)),)) for _ in range(5)))
    sections.append(Section(Role.ACTION, "Heading number 7", (actions,), 7))
    local, national = Subheading((Text("Local resources"),)), Subheading((Text("National resources"),))
    after: dict[Role, tuple[Block, ...]] = {
        Role.QUESTIONS: (OrderedList((ListItem((words(15),)), ListItem((words(15),)))),),
        Role.RESOURCES: (local, links(resources // 2), national, links(resources // 2)),
        Role.SUPPORT: (items("For any adult", "For any child"),),
        Role.INFORMATION: (items("Date published: July 2026", "Email: team@example.org"), words(25)),
    }
    return small_document.briefing(
        *sections, *(Section(role, role.value.title(), blocks) for role, blocks in after.items())
    )


def awkward(lengths: list[int], resources: int) -> Document:
    """Return a briefing with what is hard to place: long words and addresses, a long name and title, a draft's mark."""
    document = briefing(lengths, resources=resources)
    address = "https://example.org/" + "a" * 280
    first, second, *others = document.sections
    return replace(
        document,
        title="Child protection visits where there is neglect, domestic abuse and more than a title should name",
        subtitle="",
        publisher=replace(
            document.publisher, name="North and South Exampleshire and Riverside Safeguarding Children Board"
        ),
        sections=(
            replace(
                first, blocks=(*first.blocks, items("x" * 60)), heading="A heading that is longer than it should be"
            ),
            replace(second, blocks=(*second.blocks, Paragraph((Link(address, address),)))),
            *others,
        ),
        draft=True,
    )


def printed(document: Document, layout: str, brand: Brand = BRAND) -> bytes:
    return pdf.render(document, replace(brand, layout=layout))


def sizes(data: bytes) -> set[tuple[int, int]]:
    with pypdfium2.PdfDocument(data) as file:
        return {(round(page.get_width()), round(page.get_height())) for page in file}


def headings(data: bytes) -> list[str]:
    """Return the sections' headings as they are read aloud."""
    with pdf_tree.opened(data) as file:
        return [pdf_tree.text(node) for node in pdf_tree.walk(pdf_tree.read(file)) if node.role == "H2"]


class Place(NamedTuple):
    """Where a heading stands."""

    page: int
    left: int
    height: int


def places(data: bytes) -> dict[str, Place]:
    """Return the headings of the outline with their pages and their places in points; heights from the paper's foot."""
    found = {}
    with pypdfium2.PdfDocument(data) as file:
        for entry in file.get_toc():
            destination = entry.get_dest()
            _, (left, height, _) = destination.get_view()
            found[entry.get_title()] = Place(destination.get_index(), round(left), round(height))
    return found


def numbered(data: bytes) -> list[Place]:
    """Return the places of the sections 1 to 7."""
    return [place for title, place in places(data).items() if title[0].isdecimal()]


def type_sizes(data: bytes) -> set[float]:
    """Return the sizes of all characters, in points."""
    found = set()
    with pypdfium2.PdfDocument(data) as file:
        for page in file:
            text = page.get_textpage()
            matrix = pypdfium2.raw.FS_MATRIX()
            for number in range(text.count_chars()):
                if not pypdfium2.raw.FPDFText_IsGenerated(text, number):
                    pypdfium2.raw.FPDFText_GetMatrix(text, number, matrix)
                    found.add(round(pypdfium2.raw.FPDFText_GetFontSize(text, number) * matrix.d, 1))
    return found


Box = tuple[float, float, float, float]


def boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """Return the runs of text on a page: left, bottom, right, top."""
    text = page.get_textpage()
    found = [text.get_rect(number) for number in range(text.count_rects())]
    return [box for box in found if box[2] - box[0] > 1]


def misplaced(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield the page and words of text that touches other text or stands less than 4 mm from the paper's edge."""
    with pypdfium2.PdfDocument(data) as file:
        for number, page in enumerate(file, 1):
            width, height = page.get_size()
            runs = boxes(page)
            assert runs, "an empty page has nothing to look at"
            for left, bottom, right, top in runs:
                if min(left, bottom, width - right, height - top) < 11:
                    yield number, page.get_textpage().get_text_bounded(left, bottom, right, top)
            for one, other in combinations(runs, 2):
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                if across > 1 and down > 2.5:
                    yield number, page.get_textpage().get_text_bounded(*one)


@every_layout
@pytest.mark.parametrize(("document", "brand"), SAMPLES, ids=[brand.identifier for _, brand in SAMPLES])
def test_a_sample_is_on_two_pages_of_the_right_shape_and_reads_in_order(layout, document, brand):
    data = printed(document, layout, brand)

    assert sizes(data) == {A4 if layout == "ribbon" else (A4[1], A4[0])}
    assert headings(data) == [section.title for section in document.sections]
    assert list(misplaced(data)) == []
    with pypdfium2.PdfDocument(data) as file:
        assert len(file) == 2


def test_cards_stand_in_two_rows_of_three_with_what_to_do_on_the_next_page():
    *cards, action = numbered(printed(briefing([75] * 7), "cards"))

    assert [place.page for place in (*cards, action)] == [0, 0, 0, 0, 0, 0, 1]
    for row in (cards[:3], cards[3:]):
        assert [place.left for place in row] == sorted({place.left for place in row})
        assert len({place.height for place in row}) == 1
    assert [place.left for place in cards[:3]] == [place.left for place in cards[3:]]
    assert cards[0].height > cards[3].height


def test_the_ring_runs_along_the_top_and_back_along_the_bottom_around_the_title():
    document = briefing([50, 70, 60, 60, 65, 65, 75])
    data = printed(document, "ring")
    title, sections = places(data)[document.title], numbered(data)
    top, bottom = sections[:4], sections[4:]

    assert {place.page for place in (title, *sections)} == {0}
    assert [place.left for place in top] == sorted({place.left for place in top})
    assert [place.left for place in bottom] == sorted({place.left for place in bottom}, reverse=True)
    assert min(place.height for place in top) > title.height > max(place.height for place in bottom)


@every_layout
@pytest.mark.parametrize(
    ("lengths", "resources", "logo"),
    [
        ([31, 240, 60, 60, 60, 60, 60], 12, None),
        ([31, 20, 90, 60, 45, 60, 31], 12, BRAND.logo),
        ([31, 20, 90, 60, 45, 60, 31], 2, None),
        ([8] * 7, 2, BRAND.logo),
    ],
)
def test_nothing_overlaps_or_leaves_the_page_whatever_the_lengths(layout, lengths, resources, logo):
    document = awkward(lengths, resources)
    data = printed(document, layout, replace(BRAND, logo=logo))

    assert list(misplaced(data)) == []
    assert headings(data) == [section.title for section in document.sections]


@every_layout
def test_the_text_is_never_smaller_than_12_point_and_the_footer_than_10(layout):
    assert type_sizes(printed(briefing([75] * 7), layout)) <= {10, 12, 13, 14, 14.5, 18, 24, 26, 40}


@every_layout
def test_lines_are_at_least_1_3_times_as_far_apart_as_the_type_is_high(layout):
    with pypdfium2.PdfDocument(printed(briefing([75] * 7), layout)) as file:
        text = file[0].get_textpage()
        lines = [text.get_charbox(number)[1] for number in find_all(text, "o")]

    steps = [round(above - below, 1) for above, below in pairwise(lines) if 5 < above - below < 30]
    assert steps
    assert min(steps) >= 12 * 1.3 - 0.1


def find_all(text: pypdfium2.PdfTextPage, words: str) -> Iterator[int]:
    """Yield where the words stand, counted in characters."""
    search = text.search(words)
    while found := search.get_next():
        yield found[0]


def test_large_print_is_18_point_or_more_in_one_column():
    document = awkward([31, 240, 60, 60, 60, 60, 60], 12)
    data = large_print.render(document, replace(BRAND, layout="ring"))

    assert sizes(data) == {A4}
    assert min(type_sizes(data)) == 18
    assert headings(data) == [section.title for section in document.sections]
    assert list(misplaced(data)) == []
    # The last of them stands in a frame.
    assert len({place.left for place in numbered(data)[:6]}) == 1
