"""What was edited in Word is written into the source where it belongs, and all else stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordFile

from tests import edited_word_files as word
from tests.round_trips import VISITS, changed_lines, copied, importer, published


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def bring_back(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    return importer(root, capsys)


def test_words_of_one_paragraph_change_and_no_other_line_does(root, bring_back):
    data = word.edited(published(), lambda file: word.replace(file, "a new baby", "a newborn baby"))

    code, printed = bring_back(data)
    assert (code, changed_lines(root, f"briefings/{VISITS}.yaml")) == (0, ([], []))
    assert "The text of section 2 (briefings/child-protection-visits.yaml)" in printed
    assert "change such as a [-new-] {+newborn+} baby, a new partner or a …" in printed
    assert printed.splitlines()[-1] == "Nothing was written. To write the changes, add --apply."

    code, printed = bring_back(data, "--apply")
    gone, come = changed_lines(root, f"briefings/{VISITS}.yaml")
    assert code == 0
    assert all("      " in line for line in gone + come)
    assert len(come) <= 5
    assert "[child protection plan procedure](link:child-protection-plans)" in " ".join(
        (root / f"briefings/{VISITS}.yaml").read_text().split()
    )
    assert bring_back(data)[1].splitlines()[-1] == "There are no changes."


def edit_much(file: WordFile) -> None:
    word.replace(file, "What to look for at home", "What to look for in a home")
    item = word.paragraph(file, "Health, nursery")
    new = word.add_after(item, "Police share what they ")
    new.add_run("know").bold = True
    new.add_run(" about the home.")
    word.remove(word.paragraph(file, "Managers read the record"))
    end = word.add_after(word.paragraph(file, "Sometimes nobody answers"), "Write it down, and read ")
    word.add_link(end, "the law", "https://www.legislation.gov.uk/ukpga/1989/41")
    question = word.paragraph(file, "How do you check that change")
    word.add_after(question, "Who else: the school?")
    word.remove(word.paragraph(file, "What do you do when you feel"))
    word.replace(file, "Multi-agency safeguarding procedures", "All safeguarding procedures")
    resource = word.add_after(word.paragraph(file, "Working Together to Safeguard Children 2026"), "")
    word.add_link(resource, "A new guide", "https://www.gov.uk/guide")
    resource.add_run(" (PDF, 410 KB)")
    word.replace(file, "October 2026", "November 2026")


def test_every_kind_of_edit_is_written_where_it_belongs(root, bring_back):
    data = word.edited(published(), edit_much)

    code, printed = bring_back(data, "--apply")

    assert changed_lines(root, f"briefings/{VISITS}.yaml") == (
        [
            "published: 2026-10",
            "      - Managers read the record, ask hard questions and protect enough time for visits.",
            "  - heading: What to look for at home",
            "  - What do you do when you feel unwelcome in a home, and who supports you?",
            "  - label: Multi-agency safeguarding procedures",
        ],
        [
            "published: 2026-11",
            "      - Police share what they **know** about the home.",
            "  - heading: What to look for in a home",
            "      Write it down, and read [the law](https://www.legislation.gov.uk/ukpga/1989/41)",
            '  - "Who else: the school?"',
            "  - label: All safeguarding procedures",
            "  - label: A new guide",
            "    url: https://www.gov.uk/guide",
            "    type: PDF",
            "    size: 410 KB",
        ],
    ), printed
    assert "Wrote briefings/child-protection-visits.yaml." in printed
    assert code == 0
    assert bring_back(data)[1].splitlines()[-1] == "There are no changes."


def test_a_change_of_local_text_goes_into_the_local_edition(root, bring_back):
    def edit(file: WordFile) -> None:
        word.replace(file, "trained interpreter", "qualified interpreter")
        word.replace(file, "All briefings and learning", "All briefings, and learning")
        word.replace(file, "We all make quick judgements", "All of us make quick judgements")

    code, printed = bring_back(word.edited(published("cultural-consciousness"), edit), "--apply")

    local = changed_lines(root, "templates/salford/briefings/cultural-consciousness.yaml")
    common = changed_lines(root, "briefings/cultural-consciousness.yaml")
    assert [line for line in local[1] if "qualified" in line or "All briefings," in line] != []
    assert "{{ partnership.area }}" in " ".join(local[1]) or local[1][0].endswith("Ask for the same")
    assert any("All of us make" in line for line in common[1])
    assert not any("qualified" in line for line in common[1])
    assert "Wrote templates/salford/briefings/cultural-consciousness.yaml." in printed
    assert code == 0


def test_names_and_register_links_stay_what_they_were_in_a_changed_paragraph(root, bring_back):
    data = word.edited(
        published("cultural-consciousness"), lambda file: word.replace(file, "Some families have", "Many families have")
    )

    bring_back(data, "--apply")

    text = " ".join((root / "templates/salford/briefings/cultural-consciousness.yaml").read_text().split())
    assert "In {{ partnership.area }}, start from the [cultural consciousness guidance](link:culture)" in text


def test_a_name_that_was_typed_over_is_no_name_any_more(root, bring_back):
    data = word.edited(
        published("cultural-consciousness"), lambda file: word.replace(file, "In Salford,", "In Eccles,")
    )

    bring_back(data, "--apply")

    text = " ".join((root / "templates/salford/briefings/cultural-consciousness.yaml").read_text().split())
    assert "In Eccles, start from" in text


def test_what_belongs_to_others_is_said_and_not_written(bring_back):
    def edit(file: WordFile) -> None:
        word.replace(file, "Childline", "Childline Plus")
        word.replace(file, "Email", "Mail")
        word.add_after(word.paragraph(file, "Review by"), "A line of our own")

    code, printed = bring_back(word.edited(published(), edit))

    assert code == 0
    assert printed.count("IMP020") == 5
    assert "templates/house/support.yml" in printed
    assert "templates/salford/partnership.yml" in printed


def test_a_source_that_moved_on_is_merged_by_words(root, bring_back):
    source = root / "briefings" / f"{VISITS}.yaml"
    now = source.read_text().replace("tell your manager that day", "tell your manager the same day")
    now = now.replace("What would a child you visit say", "What might a child you visit say")
    source.write_text(now.replace("questions:\n", "questions:\n  - A new first question?\n"))

    def edit(file: WordFile) -> None:
        word.replace(file, "a new baby", "a newborn baby")
        word.replace(file, "about your last visit?", "about your visits?")
        word.remove(word.paragraph(file, "What do you do when you feel"))

    code, printed = bring_back(word.edited(published(), edit), "--apply")

    text = " ".join(source.read_text().split())
    assert "The source has changed since the file was made." in printed
    assert "a newborn baby" in text
    assert "tell your manager the same day" in text
    assert "- A new first question? - What might a child you visit say about your visits?" in text
    assert "What do you do when you feel" not in text
    assert code == 0


def test_what_both_changed_is_a_conflict_and_is_not_written(root, bring_back):
    source = root / "briefings" / f"{VISITS}.yaml"
    source.write_text(source.read_text().replace("such as a new baby", "such as a first baby"))

    def edit(file: WordFile) -> None:
        word.replace(file, "such as a new baby", "such as a newborn baby")
        word.replace(file, "What to look for at home", "What to see at home")

    code, printed = bring_back(word.edited(published(), edit), "--apply")

    assert code == 1
    assert "The text of section 2: conflict" in printed
    assert "such as a first baby" in printed
    assert "such as a newborn baby" in printed
    assert "newborn" not in source.read_text()
    assert "  - heading: What to see at home\n" in source.read_text()


def test_what_stands_in_two_files_is_left_to_the_editor(root, bring_back):
    def edit(file: WordFile) -> None:
        new = word.add_after(word.paragraph(file, "Safeguarding children from Black"), "")
        word.add_link(new, "A new guide", "https://www.gov.uk/guide")
        word.replace(file, "We all make quick judgements", "All of us make quick judgements")

    code, printed = bring_back(word.edited(published("cultural-consciousness"), edit), "--apply")

    assert "IMP028 The resources of this edition stand in two files" in printed
    assert "guide" not in "".join(changed_lines(root, "briefings/cultural-consciousness.yaml")[1])
    assert "All of us make" in "".join(changed_lines(root, "briefings/cultural-consciousness.yaml")[1])
    assert code == 1


def test_words_in_another_language_keep_it_in_a_changed_paragraph(root, bring_back):
    source = root / "briefings" / f"{VISITS}.yaml"
    marked = "[Bore da]{lang=cy}: a **child** protection visit is"
    source.write_text(source.read_text().replace("A child protection visit is", marked))

    def edit(file: WordFile) -> None:
        word.replace(file, "The social worker makes", "A worker makes")

    bring_back(word.edited(published(root=root), edit), "--apply")

    text = " ".join(source.read_text().split())
    assert marked in text
    assert "A worker makes most of these visits" in text


def test_an_identifier_that_somebody_typed_is_never_repeated(bring_back):
    def edit(file: WordFile) -> None:
        word.replace(file, "such as a new baby", "such as a new baby (NHS number 999 123 4551, born on 3 May 2019)")

    _, printed = bring_back(word.edited(published(), edit))

    assert "The text of section 2" in printed
    assert "999 123" not in printed
    assert "3 May 2019" not in printed
