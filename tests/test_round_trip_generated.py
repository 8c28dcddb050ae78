"""The round trip over briefings that nobody wrote: untouched files change nothing, edited ones bring all edits back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from docx.document import Document as WordFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher import roundtrip
from publisher.compose import compose
from publisher.edition import localise
from publisher.model import Briefing, parse
from publisher.project import Project
from publisher.renderers import RENDERERS
from publisher.roundtrip.merging import merge
from publisher.roundtrip.reading import read
from publisher.source import read_file
from tests import edited_word_files as word
from tests.cases import FOLDER, write_partnership

WORDS = [
    *("child", "visit", "plan", "the", "Ask", "écoute", "tŷ", "A&B"),
    *("5*3", "snake_case", "x [y]", "1.", "-", "#", "a\\b", "&amp;"),
    *("“so”", "(see", "it’s", "{{ partnership.area }}", "{{partnership.short_name}}", "<tag>", "2.5", "="),
    *("+", "!"),
]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
simple = st.lists(st.sampled_from(["child", "visit", "plan", "écoute", "help"]), min_size=1, max_size=3).map(" ".join)
targets = st.sampled_from(
    ["link:escalation", "https://example.org/a_b", "https://example.org/a?b=c&d=(e)", "#", "mailto:a@example.org"]
)
inline = st.one_of(
    words,
    simple.map("**{}**".format),
    simple.map("*{}*".format),
    simple.map("**so *very* {}**".format),
    st.tuples(simple, targets).map(lambda pair: f"[{pair[0]}](<{pair[1]}>)"),
    st.tuples(simple, targets).map(lambda pair: f"**[{pair[0]}](<{pair[1]}>)**"),
    simple.map("[{}]{{lang=cy}}".format),
)
phrases = st.lists(inline, min_size=1, max_size=4).map(" ".join)
paragraphs = st.lists(phrases, min_size=1, max_size=3).map("\n".join)
bullets = st.lists(phrases.map("- {}".format), min_size=1, max_size=3).map("\n".join)
nested = st.tuples(phrases, phrases, phrases).map(lambda three: "- {}\n\n  {}\n\n  - {}".format(*three))
numbers = st.lists(phrases, min_size=1, max_size=3).map(
    lambda items: "\n".join(f"{number}. {item}" for number, item in enumerate(items, 3))
)
quotes = phrases.map("> {}".format)
bodies = st.lists(st.one_of(paragraphs, bullets, nested, numbers, quotes), min_size=1, max_size=4).map(
    lambda blocks: "\n\n".join(blocks) + "\n"
)


@st.composite
def sources(draw: st.DrawFn) -> str:
    sections = [{"heading": draw(words), "body": draw(bodies)} for _ in range(7)]
    return yaml.safe_dump(
        {
            "title": draw(words),
            "summary": "S.",
            "status": "approved",
            "published": "2026-07",
            "sections": sections,
            "questions": draw(st.lists(phrases, max_size=3)),
            "resources": [
                {"label": draw(words), "url": "https://example.org/", "scope": scope}
                for scope in draw(st.lists(st.sampled_from(["local", "national"]), max_size=3))
            ],
        },
        allow_unicode=True,
        sort_keys=False,
        default_style=draw(st.sampled_from([None, '"', "|"])),
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root: Path = tmp_path_factory.mktemp("project")
    write_partnership(root, (FOLDER / "rules" / "partnership.yml").read_text())
    (root / "briefings").mkdir()
    return Project(root)


def published(project: Project, text: str) -> bytes:
    path = project.briefings / "case.yaml"
    path.write_text(text, encoding="utf-8")
    source = read_file(path, "briefings/case.yaml")
    work, found = parse(source)
    assert isinstance(work, Briefing), found
    (owner,) = project.partnerships()
    edition = localise("case", source, work, owner, None).edition
    assert edition is not None
    (document,) = compose(edition, project.house)
    return RENDERERS["docx"].render(document, replace(owner.brand, logo=None))


def comparison_of(project: Project, data: bytes) -> roundtrip.Comparison:
    identity = roundtrip.identity(data, "case.docx")
    assert identity is not None
    return roundtrip.compare(project, data, "case.docx", identity)


def words_in(data: bytes) -> list[tuple[str, list[str]]]:
    """Return the words of each part of a Word file; a part without any stays what it was in the source."""
    identity = roundtrip.identity(data, "case.docx")
    assert identity is not None
    found = read(data, "case.docx", identity)
    parts = [(str(path), [line.text for line in lines]) for path, lines in found.parts.items() if len(path) > 1]
    return [*parts, *((name, [one.line.text for one in entries]) for name, entries in found.entries.items())]


usual = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@usual
@given(text=sources())
def test_an_untouched_file_changes_nothing(project, text):
    comparison = comparison_of(project, published(project, text))

    assert (comparison.changes, comparison.lists, comparison.conflicts, comparison.remarks) == ([], [], [], [])


@usual
@given(text=sources(), choice=st.randoms(use_true_random=False))
def test_what_an_editor_typed_stands_in_the_source_and_comes_back_as_it_was(project, text, choice):
    def edit(file: WordFile) -> None:
        body = [one for one in file.paragraphs if one.style.name not in {"Heading 1", "Heading 2", "Heading 3"}]
        for one in choice.sample(body[1:], min(5, len(body) - 1)):
            match choice.randrange(4):
                case 0:
                    one.add_run(choice.choice([" more words", " *stars* and [brackets]", " 1. 2", "."]))
                case 1:
                    one.add_run(choice.choice([" strong", "x", "!"])).bold = True
                case 2 if one.runs:
                    choice.choice(one.runs).text = choice.choice(["changed", "- dash", "# hash", ""])
                case _:
                    word.add_after(one, choice.choice(["A new paragraph.", "- typed dash", "12. typed number"]))

    data = word.edited(published(project, text), edit)
    comparison = comparison_of(project, data)
    files, remarks = roundtrip.applied(comparison, project.root)
    assert (comparison.conflicts, remarks) == ([], [])
    for path, content in files.items():
        path.write_bytes(content)

    again = comparison_of(project, data)
    assert (again.changes, again.lists, again.conflicts) == ([], [], [])
    assert words_in(published(project, (project.briefings / "case.yaml").read_text())) == words_in(data)


@given(base=bodies, other=bodies)
def test_a_merge_with_one_changed_side_is_that_side(base, other):
    assert merge(base, base, other).text == other or merge(base, base, other).text == base
    assert " ".join(merge(base, base, other).text.split()) == " ".join(other.split())
    assert merge(base, other, base).text == other
    assert merge(base, other, other).text == other
