"""A text that is too long for a layout gets the next one, within the page budget, and the file says so."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from publisher.conformance import Output, another_layout
from publisher.document import Document
from publisher.renderers import pdf
from tests.small_document import BRAND
from tests.test_layouts import A4, briefing, printed, sizes


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as file:
        return [page.get_textpage().get_text_range() for page in file]


def told(document: Document, data: bytes) -> list[str]:
    return [f"{one.message}. {one.hint}" for one in another_layout.check(Output("pdf", data, document, 2))]


@pytest.mark.parametrize(
    ("layout", "lengths", "used", "message"),
    [
        (
            "ring",
            [60] * 6 + [200],
            "cards",
            "too long for a ring, so the PDF is laid out as cards. Cut about 61 words to have a ring, or choose",
        ),
        ("ring", [40] * 6 + [230], "cards", "laid out as cards. Cut words to have a ring"),
        ("ring", [130] * 7, "ribbon", "laid out as a ribbon. Cut about 411 words to have a ring"),
        ("cards", [130] * 7, "ribbon", "too long for cards, so the PDF is laid out as a ribbon"),
        ("cards", [85] * 7, "cards", ""),
    ],
)
def test_a_text_that_is_too_long_for_a_layout_gets_the_next_one_and_the_file_says_so(layout, lengths, used, message):
    document = briefing(lengths)
    data, plain = printed(document, layout), printed(document, used)

    assert pages(data) == pages(plain)
    assert (sizes(data) == {A4}) is (used == "ribbon")
    assert told(document, plain) == []
    assert message in " ".join(told(document, data))
    assert len(told(document, data)) == (1 if message else 0)


@pytest.mark.parametrize(
    ("layout", "budget", "length", "used"),
    [("cards", 3, 130, "cards"), ("cards", 2, 130, "ribbon"), ("cards", 1, 40, "ribbon"), ("ring", 1, 40, "ribbon")],
)
def test_a_layout_is_given_up_where_it_takes_more_pages_than_the_budget_has(layout, budget, length, used):
    document = briefing([length] * 7)
    data, wanted = (
        pdf.render(document, replace(BRAND, layout=name, page_budget=limit))
        for name, limit in ((layout, budget), (used, 9))
    )

    assert pages(data) == pages(wanted)
