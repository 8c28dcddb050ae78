"""An edited Word file is shown without what leads to a person, be it in the source, in the edit or in both halves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordFile

from tests import edited_word_files as word
from tests.round_trips import VISITS, copied, importer, published

LOCAL = "cultural-consciousness"
PRIVATE = re.compile(r"Jaxxon|Quillmoor|999\W+\{?\+?000|0018|Acacia|Avenue|Zanzibrook|3 February|Quagmire|Zebedee")
NEW = "A boy, Jaxxon, went to Quillmoor Surgery. Social worker Zebedee Quagmire came. His number is 999 000 0018."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copied(tmp_path)
    for path in (tmp_path / "briefings").glob("c*.yaml"):
        text, found = re.subn(r"(?m)^family: \w+$", "family: case", path.read_text("utf-8"))
        assert found
        path.write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def bring_back(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    return importer(root, capsys)


def with_words(root: Path, before: str, after: str) -> None:
    path = root / "briefings" / f"{VISITS}.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("999 123 0018", "999 000 0018", "[-999 123 0018-] {+████████+} and soon after"),
        ("14 Acacia.", "14 Acacia Avenue.", "████████. and soon after"),
        ("999 000 0018", "999 000 0026", "all that differs leads to a person, and is not shown"),
        ("the social worker", "Zebedee Quagmire, the social worker", "{+████████,+} the social worker and soon after"),
    ],
)
def test_the_half_of_an_identifier_that_changes_is_not_shown(root, bring_back, before, after, shown):
    with_words(root, "and soon after a change", f"{before} and soon after a change")
    data = word.edited(published(root=root), lambda file: word.replace(file, before, after))

    _, printed = bring_back(data)

    assert shown in printed
    assert not PRIVATE.search(printed.replace("[-999 123 0018-]", ""))


@pytest.mark.parametrize("slug", [VISITS, LOCAL])
@pytest.mark.parametrize("options", [(), ("--apply",)])
def test_words_that_only_rules_find_are_not_shown_whichever_file_they_go_into(bring_back, root, slug, options):
    def edit(file: WordFile) -> None:
        for one in [one for one in file.paragraphs if len(one.text) > 150]:
            word.add_after(one, NEW)

    _, printed = bring_back(word.edited(published(slug, root=root), edit), *options)

    assert "A boy, ████████, went to" in printed
    assert not PRIVATE.search(printed)


def test_an_added_question_and_a_line_that_has_no_place_are_covered(bring_back, root):
    def edit(file: WordFile) -> None:
        word.add_after(word.paragraph(file, "What would a child"), f"{NEW} Why?")
        heading = word.add_after(word.paragraph(file, "4 How to hear the child"), f"Zanzibrook Primary School: {NEW}")
        assert heading.text

    _, printed = bring_back(word.edited(published(root=root), edit))

    assert "{+A boy, ████████, went to" in printed
    assert "IMP022" in printed
    assert not PRIVATE.search(printed)


def test_both_sides_of_a_conflict_are_covered(root, bring_back):
    data = word.edited(
        published(root=root), lambda file: word.replace(file, "such as a new baby", f"such as it. {NEW}")
    )
    with_words(root, "such as a new baby", "such as Zanzibrook Primary School on 3 February 2018")

    code, printed = bring_back(data)

    assert code == 1
    assert "in the source now: " in printed
    assert "such as ████████ on ████████, a new partner" in " ".join(printed.split())
    assert "Social worker ████████ came." in " ".join(printed.split())
    assert not PRIVATE.search(printed)


def test_in_a_briefing_of_another_family_the_names_of_services_are_shown(root, bring_back):
    path = root / "briefings" / f"{VISITS}.yaml"
    path.write_text(path.read_text("utf-8").replace("family: case", "family: process"), "utf-8")
    data = word.edited(published(root=root), lambda file: word.replace(file, "new baby", "visit to Quillmoor Surgery"))

    _, printed = bring_back(data)

    assert "{+visit to Quillmoor Surgery,+}" in printed
