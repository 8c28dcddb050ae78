"""Whatever a file contains, checking ends with findings that have a place in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher import report
from publisher.check import Checker
from publisher.places import SourceText
from publisher.project import Project
from publisher.selection import Selection
from publisher.source import read
from tests.cases import FOLDER, TODAY, write_partnership

DEFAULT = (FOLDER / "rules" / "default.yaml").read_text(encoding="utf-8")

YAML = [
    *("title:", "sections:", "  - heading: ", "    body: |", "    body: >", "questions: ", "published: ", "lang: "),
    *(
        "resources:",
        "  - {label: ",
        "contacts: ",
        "waivers: ",
        "support: ",
        "origin: ",
        "url: ",
        "link: ",
        "2026-02-30",
    ),
    *("[", "]", "{", "}", "- ", "? ", ": ", ", ", "&a ", "*a", "!!str ", "!", "%YAML 1.1", "---", "...", "~", "null"),
    *(
        "'",
        '"',
        "|",
        "|2-",
        ">+",
        "#",
        " #",
        "\\",
        "\n",
        "\n  ",
        "\n    ",
        "\r\n",
        "\r",
        "\t",
        "\u2028",
        "\x85",
        "\ufeff",
    ),
]
MARKDOWN = [
    *(
        "[here](#)",
        "[a](link:b)",
        "[](x)",
        "[b](<c d> 'e')",
        "[a]({{ x }})",
        "<https://e.org>",
        "![c](d)",
        "](",
        "[",
        ")",
    ),
    *("{{ partnership.name }}", "{{", "}}", "{{ x", "**", "*", "_", "`", "```", "~~~", "\\", "&amp;", "&#x41;", "<b>"),
    *("# ", "## a", "- ", "  - ", "    - ", "1. ", "> ", "---", "===", "***", "|a|b|", "[x]: y", "\n", "\n\n", "  \n"),
    *(
        "word",
        "TBC",
        "3.",
        "7 Minute Briefing",
        "é",
        "e\u0301",
        "👩‍👧",
        "\u2028",
        "\x85",
        "\xa0",
        "\u200b",
        "\t",
        "\u202e",
    ),
]
scraps = st.lists(st.sampled_from(YAML + MARKDOWN) | st.text(max_size=5), max_size=30).map("".join)
# Without what YAML does not allow in a file, so that the rules see most of these.
readable = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"), max_size=5
)
values = st.lists(st.sampled_from(MARKDOWN) | readable, max_size=20).map("".join)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Return the default briefing with some stretches taken out, doubled or replaced by scraps."""
    text = DEFAULT
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 80)))
        text = text[:start] + draw(st.sampled_from(["", text[start:end] * 2]) | scraps) + text[end:]
    return text


@st.composite
def briefings(draw: st.DrawFn) -> str:
    """Return a readable briefing whose values are scraps of Markdown in every style of scalar."""
    sections = "".join(f"  - heading: {draw(scalars(4))}\n    body: {draw(scalars(4))}\n" for _ in range(7))
    resource = f"  - {{label: {_quoted(draw(values))}, url: {_quoted(draw(values))}}}\n"
    keys = ("title", "summary", "lang", "published")
    head = "".join(f"{key}: {draw(scalars(0))}\n" for key in keys)
    return f"{head}sections:\n{sections}questions:\n  - {draw(scalars(2))}\nresources:\n{resource}"


@st.composite
def scalars(draw: st.DrawFn, indentation: int) -> str:
    """Return a value in one of YAML's styles, to stand after a key."""
    value = draw(values)
    match draw(st.sampled_from("|>'\"")):
        case "'":
            return "'" + " ".join(value.split()).replace("'", "''") + "'"
        case '"':
            return _quoted(value)
        case style:
            margin = " " * (indentation + 2)
            return f"{style}2\n{margin}" + re.sub("([\n\x85\u2028\u2029])", rf"\1{margin}", value)


def _quoted(value: str) -> str:
    # YAML has no pairs of surrogates, so characters stand as they are.
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    root = tmp_path_factory.mktemp("project")
    write_partnership(root, (FOLDER / "rules" / "partnership.yml").read_text(encoding="utf-8"))
    project = Project(root)
    return Checker(project, tuple(project.partnerships()), Selection(), TODAY)


def findings_have_places(checker: Checker, data: bytes) -> None:
    path: Path = checker.project.root / "case.yaml"
    path.write_bytes(data)
    checked = checker.check(path)
    text = checked.source.text
    for found in checked.diagnostics:
        assert found.file == "case.yaml"
        assert within(text, found.span.line, found.span.column), found
        assert within(text, found.span.end_line, found.span.end_column), found
        assert (found.span.line, found.span.column) <= (found.span.end_line, found.span.end_column), found
    assert report.text(checked.diagnostics, checked.texts(), ("case.yaml",))


def within(text: SourceText, line: int, column: int) -> bool:
    last_line, _ = text.position(len(text.text))
    return 1 <= line <= last_line and 1 <= column <= len(text.line(line)) + 2


def test_of_one_rule_a_thousand_findings_are_told_and_that_there_are_more(checker):
    section = "  - heading: H\n    body: |\n      " + "the the " * 600 + "\n"

    checked = checker.check_source(read(f"title: T\nsections:\n{section * 7}".encode(), "x.yaml"), Path("x.yaml"))

    doubled = [one for one in checked.diagnostics if one.code == "PLN007"]
    assert len(doubled) == 1_000
    assert [one for one in doubled if "more than 1,000 of these" in one.hint] == doubled[-1:]


def test_private_things_are_told_however_many_there_are(checker):
    section = "  - heading: H\n    body: |\n      " + "999 000 0018 " * 300 + "\n"

    checked = checker.check_source(read(f"title: T\nsections:\n{section * 7}".encode(), "x.yaml"), Path("x.yaml"))

    assert sum(one.code == "PRV001" for one in checked.diagnostics) == 2_100


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@example(data=b"")
@example(data=b"\xff\xfe")
def test_of_any_bytes(checker: Checker, data: bytes):
    findings_have_places(checker, data)


@settings(max_examples=300)
@given(text=scraps | mangled())
@example(text="? [a]\n: b")
@example(text="&a [*a]")
@example(text="sections: {1: {heading: a}}")
def test_of_scraps_of_yaml_and_mangled_briefings(checker: Checker, text: str):
    findings_have_places(checker, text.encode())


@settings(max_examples=200)
@given(text=briefings())
def test_of_briefings_with_any_markdown(checker: Checker, text: str):
    findings_have_places(checker, text.encode())
