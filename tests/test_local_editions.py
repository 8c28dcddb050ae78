"""Inheritance and local editions: what is laid over what, and where a fault is then reported."""

from __future__ import annotations

import pytest

from publisher.overlay import lay_over
from publisher.source import read

COMMON = b"""\
title: Common
contacts:
  police: {label: Police, phone: "101"}
  nurse: {label: School nurse}
questions:
  - One?
  - Two?
"""


@pytest.mark.parametrize(
    ("local", "path", "expected"),
    [
        (b"title: Local", ("title",), "Local"),
        (b"contacts: {police: {phone: '999'}}", ("contacts", "police"), {"label": "Police", "phone": "999"}),
        (b"contacts: {police: {phone: '999'}}", ("contacts", "nurse"), {"label": "School nurse"}),
        (b"questions: [Three?]", ("questions",), ["Three?"]),
        (b"questions: {2: Three?}", ("questions",), ["One?", "Three?"]),
        (b"questions: {3: Three?}", ("questions",), ["One?", "Two?", "Three?"]),
        (b"title:", ("title",), "Common"),
        (b"summary: New", ("summary",), "New"),
    ],
)
def test_the_local_value_stands_where_there_is_one(local, path, expected):
    merged = lay_over(read(COMMON, "common.yaml"), read(local, "local.yaml"))

    value = merged.data
    for key in path:
        value = value[key]
    assert value == expected


def test_each_value_keeps_the_file_and_line_it_was_written_in():
    merged = lay_over(read(COMMON, "common.yaml"), read(b"\n\nquestions: {2: Three?}", "local.yaml"))

    first, second = merged.place(("questions", 0)), merged.place(("questions", 1))

    assert (first.text.name, first.span().line) == ("common.yaml", 6)
    assert (second.text.name, second.span().line) == ("local.yaml", 3)


@pytest.mark.parametrize("number", ["0", "4", "-1", "two", "1000000000"])
def test_a_number_that_no_item_has_is_a_finding_in_the_local_file(number):
    merged = lay_over(read(COMMON, "common.yaml"), read(f"questions: {{{number}: x}}".encode(), "local.yaml"))

    (finding,) = merged.diagnostics
    assert (finding.code, finding.file, finding.span.line) == ("SRC005", "local.yaml", 1)
    assert merged.data["questions"] == ["One?", "Two?"]
