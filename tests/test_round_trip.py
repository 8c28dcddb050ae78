"""A published Word file comes back: untouched it changes nothing, and nothing in it is lost or given away."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from publisher import roundtrip
from publisher.compose import compose
from publisher.conformance import Output, personal_metadata
from publisher.project import Project
from publisher.renderers import RENDERERS
from tests import edited_word_files as word
from tests.editions import REPOSITORY
from tests.round_trips import EDITIONS, VISITS, changed_lines, copied, importer, published

SAMPLES = pytest.mark.parametrize(
    "edition", EDITIONS, ids=[f"{one.partnership.identifier}-{one.slug}" for one in EDITIONS]
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def bring_back(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    return importer(root, capsys)


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
    made = published(root=root)

    with zipfile.ZipFile(io.BytesIO(made)) as package:
        texts = [package.read(name) for name in package.namelist()]
    assert not any(secret in text for text in texts for secret in (b"Secret", b"briefings/", str(root).encode()))
    assert made != published()
    assert made == published(root=root)


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


def test_a_heading_of_nobodys_is_named_and_the_text_under_it_stays_in_its_section(root, bring_back):
    def edit(file: WordFile) -> None:
        heading = word.add_after(word.paragraph(file, "4 How to hear the child"), "Another heading")
        word.add_after(heading, "And a text.").style = file.styles["Normal"]

    code, printed = bring_back(word.edited(published(), edit), "--apply")

    assert "“Another heading” stands in none of the briefing's parts" in printed
    assert changed_lines(root, f"briefings/{VISITS}.yaml") == ([], ["      And a text."])
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


def tampered(data: bytes, *changes: tuple[str, str]) -> bytes:
    """Return a file whose own statements about its source are other ones."""
    buffer, missing = io.BytesIO(), {old for old, _ in changes}
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as result:
        for name in package.namelist():
            content = package.read(name).decode("utf-8", "surrogateescape")
            for old, new in changes if name in {"customXml/item1.xml", "word/document.xml"} else ():
                missing -= {old} if old in content else set()
                content = content.replace(old, new)
            result.writestr(name, content.encode("utf-8", "surrogateescape"))
    assert not missing, "the file never said so"
    return buffer.getvalue()


@pytest.mark.parametrize(
    "changes",
    [
        [('path="sections/1/body"', 'path="sections/x/body"'), ("_part_sections_2_body", "_part_x_body")],
        [('path="questions/0"', 'path="questions/99"'), ("_part_questions_1", "_part_questions_77")],
        [(' kind="date"', ' kind="when"'), ('path="title"', 'path="waivers/0/reason"')],
        [(">2026-10<", ">soon<")],
        [('slug="child-protection-visits"', 'slug="../../etc/passwd"')],
        [('partnership="salford"', 'partnership="../salford"')],
        [('xmlns="urn:briefing-publisher:origin"', 'xmlns="urn:another"')],
        [("<origin ", '<!DOCTYPE origin [<!ENTITY a "b">]><origin ')],
    ],
)
def test_a_file_that_lies_about_its_source_changes_nothing_else(root, bring_back, changes):
    code, _ = bring_back(tampered(published(), *changes), "--apply")

    assert code in {0, 1, 2}
    assert {path.parent.name for path in root.rglob("*.yaml")} == {"briefings"}
    assert "waivers" not in (root / f"briefings/{VISITS}.yaml").read_text()


def test_data_of_another_program_in_a_published_file_is_found():
    (edition,) = (one for one in EDITIONS if (one.slug, one.partnership.identifier) == (VISITS, "salford"))
    (document,) = compose(edition, Project(REPOSITORY).house)
    ours = RENDERERS["docx"].render(document, edition.partnership.brand)
    theirs = tampered(ours, ("urn:briefing-publisher:origin", "urn:another"))

    found = [
        [one.message for one in personal_metadata.check(Output("docx", data, document, 2))] for data in (ours, theirs)
    ]
    assert found == [[], ["the Word file holds data of another program"]]
