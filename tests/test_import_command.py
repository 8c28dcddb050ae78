"""``publisher import`` as people type it: where the source goes, what is printed, how it ends."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from publisher import importers
from publisher.cli import run
from publisher.importers._manuscript import Image
from publisher.importers.imported import bring_in
from publisher.importers.placing import put_pictures
from publisher.importers.recognition import Surroundings
from tests.cases import write_partnership

FOLDER = Path(__file__).parent / "imports"
CIRCULAR = FOLDER / "circular.txt"
NHS_NUMBER = "999 000 0018"


@pytest.fixture
def root(tmp_path):
    write_partnership(tmp_path, (FOLDER / "partnership.yml").read_text(encoding="utf-8"))
    return tmp_path


def publisher(capsys, root: Path, *arguments: str) -> tuple[int, str, str]:
    code = run(["--root", str(root), "import", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_source_goes_into_briefings_under_the_name_of_its_title(root, capsys):
    code, out, err = publisher(capsys, root, str(CIRCULAR))

    assert (code, err) == (1, "")
    written = root / "briefings" / "when-a-child-is-not-brought.yaml"
    assert written.read_text(encoding="utf-8") == (FOLDER / "circular.txt.yaml").read_text(encoding="utf-8")
    remark, finding, summary = (
        out.index("circular.txt: info IMP003 the file tells the sections in the order 1, 2, 3, 4, 7, 6, 5"),
        out.index("briefings/when-a-child-is-not-brought.yaml:"),
        out.index("Wrote briefings/when-a-child-is-not-brought.yaml. 7 sections found:\n  1. Background  high: "),
    )
    assert remark < finding < summary
    assert out.endswith("Words: 191 placed, 0 unplaced.\nLinks without a target: 0. Published: not found.\n")


def test_a_source_that_is_there_is_never_replaced(root, capsys):
    publisher(capsys, root, str(CIRCULAR))
    written = root / "briefings" / "when-a-child-is-not-brought.yaml"
    written.write_text("title: Edited since\n", encoding="utf-8")

    code, out, err = publisher(capsys, root, str(CIRCULAR))

    assert (code, out) == (2, "")
    assert err.startswith("`briefings/when-a-child-is-not-brought.yaml` exists already; choose another")
    assert err.count("\n") == 1
    assert written.read_text(encoding="utf-8") == "title: Edited since\n"


def test_output_names_a_file_or_a_folder(root, capsys):
    publisher(capsys, root, str(CIRCULAR), "--output", str(root / "one.yaml"))
    publisher(capsys, root, str(CIRCULAR), "--output", str(root / "drafts"))

    assert (root / "one.yaml").read_bytes() == (root / "drafts" / "when-a-child-is-not-brought.yaml").read_bytes()


def test_a_folder_is_not_brought_into_one_source(root, capsys):
    (root / "given").mkdir()
    (root / "given" / "a.txt").write_bytes(CIRCULAR.read_bytes())

    code, _, err = publisher(capsys, root, str(root / "given"), "--output", str(root / "one.yaml"))

    assert (code, (root / "one.yaml").exists()) == (2, False)
    assert err.endswith("one.yaml` is one source, and of a folder several come; name a folder for them.\n")


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read(root, capsys, monkeypatch, arguments):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CIRCULAR.read_bytes())))

    _, out, _ = publisher(capsys, root, *arguments)

    assert "Wrote briefings/when-a-child-is-not-brought.yaml." in out


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("nowhere.docx", None, "There is no file or folder `"),
        ("old.doc", b"", "`old.doc` is in Word's format of before 2007, which is not read; save it as a Word document"),
        ("table.xlsx", b"", "`table.xlsx` is of a kind that is not read (`.xlsx`); these are: `.docx`"),
        ("long.txt", b"word " * 300_000, "`long.txt` is larger than 1024 kB, which no briefing is"),
        ("picture.txt", b"\x89PNG\x00\xff\xfe", "`picture.txt` is not a text file"),
        ("empty", "a folder", "There is nothing in `"),
    ],
)
def test_a_mistake_of_the_operator_is_one_sentence(root, capsys, name, content, sentence):
    path = root / "given" / name
    path.parent.mkdir()
    if content == "a folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)

    code, out, err = publisher(capsys, root, str(path))

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(sentence)
    assert not (root / "briefings").exists()


def test_a_terminal_without_a_file_is_not_waited_for(root, capsys, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())

    assert publisher(capsys, root)[0::2] == (2, "Name a file to import, or pipe its text in.\n")


def test_a_folder_is_brought_in_as_a_whole_with_a_table(root, capsys):
    given = root / "given"
    (given / "older").mkdir(parents=True)
    (given / "a.txt").write_bytes(CIRCULAR.read_bytes())
    (given / "again.txt").write_bytes(CIRCULAR.read_bytes())
    (given / "older" / "b.md").write_bytes((FOLDER / "bold-numbers.md").read_bytes())
    (given / "minutes.txt").write_bytes((FOLDER / "nothing.txt").read_bytes())
    (given / "figures.xlsx").write_bytes(b"")
    (given / "~$a.docx").write_bytes(b"")

    code, out, _ = publisher(capsys, root, str(given), "--output", str(root / "new"))

    assert code == 1
    table = out[out.index("\nfile  ") + 1 :].splitlines()
    assert [line.split("  ")[0].strip() for line in table] == [
        "file",
        "a.txt",
        "again.txt",
        "minutes.txt",
        "older/b.md",
    ]
    assert " ".join(table[0].split()) == "file sections words placed words unplaced links without target published"
    assert table[1].split() == ["a.txt", "7", "191", "0", "0", "not", "found"]
    assert "not imported: `new/when-a-child-is-not-brought.yaml` exists already" in table[2]
    assert table[3].split() == ["minutes.txt", "0", "5", "23", "0", "not", "found"]
    assert table[4].split() == ["older/b.md", "7", "208", "0", "0", "2023-09-12"]
    assert sorted(path.name for path in (root / "new").iterdir()) == [
        "notes-from-the-team-meeting.yaml",
        "private-fostering.yaml",
        "when-a-child-is-not-brought.yaml",
    ]


def test_an_identifier_of_a_child_stays_in_the_source_and_is_in_no_output(root, capsys):
    path = root / f"{NHS_NUMBER.replace(' ', '')}.txt"
    text = CIRCULAR.read_text(encoding="utf-8").replace("Why it matters", f"About {NHS_NUMBER}")
    path.write_text(text + f"\nDate: {NHS_NUMBER} or so\n", encoding="utf-8")

    code, out, err = publisher(capsys, root, str(path))

    assert code == 1
    assert NHS_NUMBER in (root / "briefings" / "when-a-child-is-not-brought.yaml").read_text(encoding="utf-8")
    assert "PRV001" in out
    assert "IMP006" in out
    assert not [part for part in (NHS_NUMBER, NHS_NUMBER.replace(" ", "")) if part in out + err]


def test_unplaced_text_keeps_a_briefing_from_being_built(root, capsys):
    _, out, _ = publisher(capsys, root, str(FOLDER / "nothing.txt"))

    assert out.count("error IMP001 this text has no place yet") == 2


def test_pictures_are_set_aside_beside_the_source_under_safe_names(tmp_path):
    images = [
        Image("../../logo.png", b"one", "The partnership's logo", "page 1"),
        Image("word\\media\\LOGO.png", b"two", "", "page 2"),
        Image("…", b"three", "A child with a kite", "page 2"),
    ]

    remarks = put_pictures(images, tmp_path / "x-pictures", "briefings/x-pictures")

    assert {path.name: path.read_bytes() for path in (tmp_path / "x-pictures").iterdir()} == {
        "logo.png": b"one",
        "2-LOGO.png": b"two",
        "picture-3": b"three",
    }
    assert [one.message for one in remarks] == [
        "a picture was set aside as briefings/x-pictures/logo.png; its words are “The partnership's logo”",
        "a picture was set aside as briefings/x-pictures/2-LOGO.png; it has no words of its own",
        "a picture was set aside as briefings/x-pictures/picture-3; its words are “A child with a kite”",
    ]


def test_every_picture_has_a_file_of_its_own_and_none_that_is_there_is_replaced(tmp_path):
    names = ["a.png", "3-a.png", "a.png", "4-A.png", "A.png", "b.png"]
    images = [Image(name, str(number).encode(), "", "page 1") for number, name in enumerate(names, 1)]
    folder = tmp_path / "x-pictures"
    folder.mkdir()
    (folder / "B.PNG").write_bytes(b"mine")

    put_pictures(images[:3], folder, "x-pictures")
    remarks = put_pictures(images, folder, "x-pictures")

    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert sorted(files.values()) == sorted([b"mine", b"1", b"2", b"3", b"1", b"2", b"3", b"4", b"5", b"6"])
    assert (files["a.png"], files["3-a.png"], files["B.PNG"]) == (b"1", b"2", b"mine")
    assert len({name.lower() for name in files}) == len(files) == 10
    assert len(remarks) == len(images)
    assert all(any(f"x-pictures/{name};" in one.message for name in files) for one in remarks)


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", ["IMP009"])]
)
def test_text_of_any_usual_encoding_is_read(encoding, told):
    manuscript = importers.read("“Café” – it’s open".encode(encoding), "case.txt")

    assert [one.text for one in manuscript.paragraphs] == ["“Café” – it’s open"]
    assert [one.code for one in manuscript.remarks] == told


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Date published: September 2023", "2023-09"),
        ("Sept 23", "2023-09"),
        ("12/09/2023", "2023-09-12"),
        ("Published 12.09.23", "2023-09-12"),
        ("12th September 2023", "2023-09-12"),
        ("Tuesday 12th of September, 2023", "2023-09-12"),
        ("September 12, 2023", "2023-09-12"),
        ("Issue date: Sep '23", "2023-09"),
        ("2023-09", "2023-09"),
        ("Last updated – 09/2023", "2023-09"),
        ("Medi 2023", "2023-09"),
        ("31/02/2023", None),
        ("13/13/2023", None),
        ("September", None),
        ("In 2023", None),
        ("Written in September 2023 by the team", None),
    ],
)
def test_a_date_is_read_in_every_usual_form_and_never_guessed(written, published):
    text = CIRCULAR.read_text(encoding="utf-8").replace("Example Safeguarding Children Partnership\n", "")
    text += f"\nAdditional information\n\n{written}\n"
    imported = bring_in(importers.read(text.encode(), "case.txt"), Surroundings())

    assert imported.data.get("published") == published
    assert imported.data.get("unplaced") == (None if published else [written])
    assert (f"# {written} → `published: {published}`" in imported.text) == bool(published)


@pytest.mark.parametrize(
    "title",
    [
        "Neglect: 7 Minute Briefing",
        "7 Minute Briefing - Neglect",
        "7MB: Neglect",
        "Seven-minute briefing on Neglect",
        "7 minute briefing | Neglect",
        "Neglect (7 Minute Briefing)",
    ],
)
def test_the_name_of_the_series_is_no_part_of_the_title(title):
    text = CIRCULAR.read_text(encoding="utf-8").replace("7MB: When a child is not brought\n", "")
    imported = bring_in(importers.read(f"{title}\n\n{text}".encode(), "case.txt"), Surroundings())

    assert imported.title == "Neglect"
