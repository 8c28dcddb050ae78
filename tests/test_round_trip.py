"""A published Word file, edited, comes back into its source: what changed is written, all else stays byte for byte."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from publisher import roundtrip
from publisher.cli import run
from publisher.compose import compose
from publisher.model import Briefing
from publisher.project import Project
from publisher.renderers import RENDERERS
from tests import edited_word_files as word
from tests.editions import REPOSITORY, editions

EDITIONS = [one for one in editions(REPOSITORY) if isinstance(one.work, Briefing)]
SAMPLES = pytest.mark.parametrize(
    "edition", EDITIONS, ids=[f"{one.partnership.identifier}-{one.slug}" for one in EDITIONS]
)
VISITS = "child-protection-visits"


def published(slug: str = VISITS, partnership: str = "salford") -> bytes:
    (edition,) = (one for one in EDITIONS if (one.slug, one.partnership.identifier) == (slug, partnership))
    (document,) = compose(edition, Project(REPOSITORY).house)
    return RENDERERS["docx"].render(document, edition.partnership.brand)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("briefings", "templates"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def bring_back(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Return what imports an edited file, and gives the exit code and what was printed."""

    def import_(data: bytes, *options: str) -> tuple[int, str]:
        (root / "edited.docx").write_bytes(data)
        code = run(["--root", str(root), "import", str(root / "edited.docx"), *options])
        return code, capsys.readouterr().out

    return import_


def changed_lines(root: Path, name: str) -> tuple[list[str], list[str]]:
    """Return the lines that a file no longer has, and those that it has now."""
    before, after = ((folder / name).read_text().splitlines() for folder in (REPOSITORY, root))
    return [line for line in before if line not in after], [line for line in after if line not in before]


@SAMPLES
def test_an_untouched_file_changes_nothing(edition):
    (document,) = compose(edition, Project(REPOSITORY).house)
    data = RENDERERS["docx"].render(document, edition.partnership.brand)
    identity = roundtrip.identity(data, "file.docx")
    assert identity is not None
    comparison = roundtrip.compare(Project(REPOSITORY), data, "file.docx", identity)

    assert (identity.slug, identity.partnership) == (edition.slug, edition.partnership.identifier)
    assert (comparison.changes, comparison.lists, comparison.conflicts, comparison.remarks) == ([], [], [], [])
    assert not comparison.moved_on
    assert roundtrip.applied(comparison, REPOSITORY) == ({}, [])


def test_an_untouched_file_leaves_the_bytes_of_the_source(root, bring_back):
    code, printed = bring_back(published(), "--apply")

    assert (code, printed.splitlines()[-1]) == (0, "There are no changes.")
    assert changed_lines(root, f"briefings/{VISITS}.yaml") == ([], [])


@pytest.mark.parametrize(("slug", "partnership"), [(VISITS, "example"), ("cultural-consciousness", "salford")])
def test_a_file_that_libreoffice_saved_changes_nothing(bring_back, tmp_path_factory, slug, partnership):
    data = word.through_libreoffice(published(slug, partnership), tmp_path_factory.mktemp("office"))

    code, printed = bring_back(data)

    assert (code, printed.splitlines()[1:]) == (0, ["There are no changes."])


def test_the_file_keeps_private_keys_to_itself(root):
    source = root / "briefings" / f"{VISITS}.yaml"
    private = (
        "origin: {partnership: salford, permission: Secret permission, credit: Adapted from Salford.}\n"
        "waivers:\n  - {rule: LNG002, text: x, reason: Secret reason, by: Secret role, date: 2026-11-01}\n"
    )
    source.write_text(source.read_text() + private + "# Secret comment\n")
    data = published()
    edition = next(one for one in editions(root) if (one.slug, one.partnership.identifier) == (VISITS, "salford"))
    (document,) = compose(edition, Project(root).house)
    made = RENDERERS["docx"].render(document, edition.partnership.brand)

    assert document.origin is not None
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        texts = [package.read(name) for name in package.namelist()]
    assert not any(secret in text for text in texts for secret in (b"Secret", b"briefings/", str(root).encode()))
    assert made != data
    assert made == RENDERERS["docx"].render(document, edition.partnership.brand)


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


def test_without_any_marks_the_parts_are_told_from_headings_and_order(bring_back):
    data = word.edited(published(), word.without_marks)

    code, printed = bring_back(data)

    assert (code, printed.splitlines()[-1]) == (0, "There are no changes.")


def test_questions_in_another_order_are_put_into_that_order(root, bring_back):
    def edit(file: WordFile) -> None:
        first, second = (word.paragraph(file, words) for words in ("What would a child", "How do you check"))
        second.paragraph_format.element.addnext(first.paragraph_format.element)

    code, printed = bring_back(word.edited(published(), edit), "--apply")

    text = (root / f"briefings/{VISITS}.yaml").read_text()
    assert "in the order 2, 1, 3" in printed
    assert text.index("How do you check") < text.index("What would a child") < text.index("What do you do when")
    assert changed_lines(root, f"briefings/{VISITS}.yaml") == ([], [])
    assert code == 0


def test_a_heading_of_nobodys_and_what_follows_it_are_named(bring_back):
    def edit(file: WordFile) -> None:
        heading = word.add_after(word.paragraph(file, "4 How to hear the child"), "Another heading")
        word.add_after(heading, "And a text.")

    code, printed = bring_back(word.edited(published(), edit))

    assert "“Another heading” stands in none of the briefing's parts" in printed
    assert "Another heading" in printed
    assert code == 0


def test_a_part_that_was_deleted_stays_in_the_source(bring_back):
    def edit(file: WordFile) -> None:
        word.remove(word.paragraph(file, "6 If you cannot see"))
        word.remove(word.paragraph(file, "Sometimes nobody answers"))

    code, printed = bring_back(word.edited(published(), edit))

    assert "The file no longer has the heading of section 6." in printed
    assert "The file no longer has the text of section 6." in printed
    assert printed.splitlines()[-1] == "There are no changes."
    assert code == 0


def test_tracked_changes_and_comments_are_read_and_listed(root, bring_back):
    def edit(file: WordFile) -> None:
        one = word.paragraph(file, "Compare what adults tell you")
        run = one.add_run(" Ask again.")
        inserted = OxmlElement("w:ins")
        inserted.set(qn("w:id"), "900")
        inserted.set(qn("w:author"), "Somebody")
        one.paragraph_format.element.append(inserted)
        inserted.append(run.element)
        file.add_comment(one.runs, "Is this right?", author="Somebody", initials="S")

    code, printed = bring_back(word.edited(published(), edit), "--apply")

    assert "IMP010" in printed
    assert "IMP011" in printed
    assert "day. Ask again." in " ".join((root / f"briefings/{VISITS}.yaml").read_text().split())
    assert code == 0


def test_an_address_of_the_link_register_is_not_written_into_the_source(root, bring_back):
    def edit(file: WordFile) -> None:
        one = word.paragraph(file, "Multi-agency safeguarding procedures")
        (link,) = one.paragraph_format.element.xpath("w:hyperlink")
        relation = one.part.relate_to("https://example.org/elsewhere", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), relation)

    code, printed = bring_back(word.edited(published(), edit), "--apply")

    assert "IMP027" in printed
    assert changed_lines(root, f"briefings/{VISITS}.yaml") == ([], [])
    assert code == 0


def test_a_file_whose_source_is_not_here_is_imported_as_any_other(root, bring_back):
    (root / "briefings" / f"{VISITS}.yaml").unlink()

    _, printed = bring_back(published())

    assert "Wrote" in printed
    assert (root / "briefings" / f"{VISITS}.yaml").is_file()
