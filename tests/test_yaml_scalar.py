"""Texts as scalars of YAML: whatever the text, what is written reads back the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher.roundtrip.applying import Item, with_items, with_values
from publisher.source import Data, read
from publisher.yaml_scalar import flow_scalar, quoted, scalar

SIGNS = st.text("-?:,[]{}#&*!|>'\"%@` \t\n\\\x85\x7f\x00\u2028\u2029\ufeff\xa0aé1😀", max_size=12)
TEXTS = st.one_of(st.text(max_size=40), SIGNS, st.sampled_from(["no", "~", "---", "...", "<<", "https://a.b/c?d=e, f"]))
ODD = ["", "\u2028", "a\x7fb", "a\x85b", "a\ufeff", "- a", "a:", "a: b", "a #b", "{", "it's", "\n", "a\n- b", "a, b"]


def data(written: str) -> Data:
    found = read(written.encode(), "case.yaml")
    assert found.diagnostics == ()
    return found.data


def with_odd_texts(test):
    for text in ODD:
        test = example(text)(test)
    return settings(max_examples=300, deadline=None)(given(TEXTS)(test))


@with_odd_texts
def test_a_text_reads_back_wherever_it_stands(text):
    assert data(f"key: {scalar(text)}\n") == {"key": text}
    assert data(f"key:\n  - {scalar(text)}\n  - {scalar(text)}\n") == {"key": [text, text]}
    assert data(f"{scalar(text)}: {quoted(text)}\n") == {text: text}


@with_odd_texts
def test_a_text_reads_back_between_brackets(text):
    written = flow_scalar(text)

    assert data(f"key: [{written}, {written}]\n") == {"key": [text, text]}
    assert data(f"- {{{written}: {written}}}\n- {{a: {written}, b: {quoted(text)}}}\n") == [
        {text: text},
        {"a": text, "b": text},
    ]


@pytest.mark.parametrize("text", ["Who decides, and when?", "a: b and c", "it’s", "no", "2026"])
def test_quotes_stand_only_where_they_are_needed(text):
    assert scalar(text) == (f'"{text}"' if ": " in text else text)
    assert flow_scalar(text) == (f'"{text}"' if {":", ","} & set(text) else text)


@with_odd_texts
def test_any_text_can_be_put_into_a_source(text):
    before = b"title: Old\ngroups: [{label: Old}]\nquestions:\n  - Old\n"

    changed = with_values(before, "case.yaml", {("title",): text, ("groups", 0, "label"): text, ("questions", 0): text})
    found = data(changed.decode())
    texts = (found["title"], found["groups"][0]["label"], found["questions"][0])
    assert [one.rstrip("\n") for one in texts] == [text.rstrip("\n")] * 3

    listed = with_items(before, "case.yaml", ("questions",), [Item(0, "Old"), Item(None, text)])
    assert data(listed.decode())["questions"] == ["Old", text]
    entered = with_items(before, "case.yaml", ("groups",), [Item(0, {"label": "Old"}), Item(None, {"label": text})])
    assert data(entered.decode())["groups"] == [{"label": "Old"}, {"label": text}]
