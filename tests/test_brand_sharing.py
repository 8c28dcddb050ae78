"""``publisher brand pack`` and ``add``: what travels, and what is never let in."""

from __future__ import annotations

import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.branding import placing
from publisher.errors import PublisherError
from tests.brands import BRAND, PROFILE, REPOSITORY, SAFE, make_project, publisher


@pytest.fixture
def target(tmp_path: Path) -> Path:
    root = tmp_path / "target"
    root.mkdir()
    return root


def pack(capsys, root: Path, parcel: Path, name: str = "sampleton") -> list[str]:
    code, _, err = publisher(capsys, root, "brand", "pack", name, "--output", str(parcel))
    assert code == 0, err
    with zipfile.ZipFile(parcel) as archive:
        return archive.namelist()


def test_only_what_the_brand_needs_is_packed(tmp_path, capsys):
    folder = make_project(tmp_path)
    (folder / "fonts").mkdir()
    for name in ("SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf", "OFL.txt"):
        shutil.copy(REPOSITORY / "templates" / "base" / "fonts" / name, folder / "fonts" / name)
    fonts = "typography: {fonts: [{family: Own, files: [fonts/SourceSans3-Regular.ttf]}], base: Own, headings: Own}\n"
    (folder / "_brand.yml").write_text(BRAND + fonts, "utf-8")
    (folder / "screen.css").write_text("p {}", "utf-8")
    (folder / "unused.css").write_text("p {}", "utf-8")
    (folder / "unused.svg").write_bytes(SAFE)
    (folder / "README.md").write_text("Notes", "utf-8")
    (folder / "briefings").mkdir()
    (folder / "briefings" / "one.yaml").write_text("title: Ours\n", "utf-8")

    assert pack(capsys, tmp_path, tmp_path / "x.zip") == [
        "sampleton/_brand.yml",
        "sampleton/briefings/one.yaml",
        "sampleton/fonts/OFL.txt",
        "sampleton/fonts/SourceSans3-Regular.ttf",
        "sampleton/logo.svg",
        "sampleton/partnership.yml",
        "sampleton/screen.css",
    ]


def test_the_same_folder_is_packed_as_the_same_bytes(tmp_path, capsys):
    folder = make_project(tmp_path)
    pack(capsys, tmp_path, tmp_path / "one.zip")
    (folder / "logo.svg").touch()
    pack(capsys, tmp_path, tmp_path / "two.zip")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_what_was_packed_is_added_with_what_it_inherits_and_passes_its_check(tmp_path, target, capsys):
    folder = make_project(tmp_path)
    shutil.copytree(folder, tmp_path / "templates" / "region")
    (folder / "partnership.yml").write_text(f"{PROFILE}extends: region\n", "utf-8")
    pack(capsys, tmp_path, tmp_path / "x.zip")

    code, dry, _ = publisher(capsys, target, "brand", "add", str(tmp_path / "x.zip"), "--dry-run")
    assert (code, list(target.iterdir())) == (0, [])
    assert f"Would add templates/sampleton/logo.svg ({len(SAFE)} bytes)" in dry

    code, out, _ = publisher(capsys, target, "brand", "add", str(tmp_path / "x.zip"))
    assert code == 0
    assert out.count("Adding templates/") == 6
    assert publisher(capsys, target, "brand", "check", "sampleton")[0] == 0
    assert sorted(path.name for path in (target / "templates").iterdir()) == ["region", "sampleton"]

    code, out, _ = publisher(capsys, target, "brand", "add", str(tmp_path / "x.zip"))
    assert (code, out) == (0, "Everything in it is there already.\n")


def test_a_folder_that_is_there_with_other_content_is_not_touched(tmp_path, target, capsys):
    make_project(tmp_path)
    pack(capsys, tmp_path, tmp_path / "x.zip")
    theirs = make_project(target)
    (theirs / "_brand.yml").write_text("color: {primary: teal}\n", "utf-8")

    code, _, err = publisher(capsys, target, "brand", "add", str(tmp_path / "x.zip"))

    assert (code, "is there already, with other content; nothing was added" in err) == (2, True)
    assert (theirs / "_brand.yml").read_text("utf-8") == "color: {primary: teal}\n"


Change = Callable[[zipfile.ZipFile], None]


def named(name: str, data: bytes = b"x") -> Change:
    return lambda archive: archive.writestr(name, data)


def linked(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("sampleton/other.svg")
    entry.external_attr = 0o120777 << 16
    archive.writestr(entry, "/etc/passwd")


def huge(archive: zipfile.ZipFile) -> None:
    archive.writestr("sampleton/photo.png", bytes(100 * 1_048_576), zipfile.ZIP_DEFLATED)


def inflated(archive: zipfile.ZipFile) -> None:
    archive.writestr("sampleton/note.md", b"\0" * 1_000_000, zipfile.ZIP_DEFLATED)


def many(archive: zipfile.ZipFile) -> None:
    for number in range(501):
        archive.writestr(f"sampleton/note-{number}.md", b"")


def much(archive: zipfile.ZipFile) -> None:
    for number in range(8):
        archive.writestr(f"sampleton/font-{number}.ttf", bytes(9_000_000), zipfile.ZIP_DEFLATED)


HOSTILE: dict[str, Change] = {
    "climbs out": named("../evil.svg", SAFE),
    "climbs out from inside": named("sampleton/../../evil.svg", SAFE),
    "is absolute": named("/var/evil.svg", SAFE),
    "is absolute on Windows": named("C:\\evil.svg", SAFE),
    "climbs with backslashes": named("sampleton\\..\\..\\evil.svg", SAFE),
    "is hidden": named("sampleton/.bashrc"),
    "is not in a folder": named("evil.svg", SAFE),
    "is in the base": named("base/screen.css"),
    "has a name of a device": named("sampleton/aux.svg", SAFE),
    "has signs that deceive": named("sampleton/a\u202egvs.svg", SAFE),
    "is a program": named("sampleton/run.py"),
    "is twice there but for capitals": named("sampleton/LOGO.SVG", SAFE),
    "is a link": linked,
    "is huge": huge,
    "is a bomb": inflated,
    "is one of too many": many,
    "is too much together": much,
    "is a drawing with a script": named("sampleton/bad.svg", SAFE.replace(b"<rect", b"<script/><rect")),
    "is a style sheet that asks": named("sampleton/screen.css", b"@import 'https://example.org/x.css';"),
    "is a template that reaches in": named("sampleton/briefing.html.j2", b"{{ x.__class__ }}"),
    "is a picture that is none": named("sampleton/x.png", b"MZ"),
    "is a second folder without a profile": named("other/logo.svg", SAFE),
    "is a local edition with an anchor": named("sampleton/briefings/x.yaml", b"title: &a x\n"),
}


def complete(archive: zipfile.ZipFile) -> None:
    archive.writestr("sampleton/partnership.yml", PROFILE)
    archive.writestr("sampleton/_brand.yml", BRAND)
    archive.writestr("sampleton/logo.svg", SAFE)


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_a_zip_with_one_file_that_must_not_come_in_adds_nothing(tmp_path, target, capsys, change):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        complete(archive)
        change(archive)

    code, out, err = publisher(capsys, target, "brand", "add", str(tmp_path / "x.zip"))

    assert (code, out) == (1, ""), err
    assert "error BRD007 " in err or "error SRC003 " in err
    assert err.endswith("Nothing was added.\n")
    assert list(target.rglob("*")) == []
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize(
    ("brand", "words"),
    [
        ("logo: ../logo.svg\n", "leads out of the folder"),
        ("typography: {fonts: [{family: X, source: google}]}\n", "from the web"),
        ("colour: {}\n", "Did you mean `color`?"),
    ],
)
def test_what_a_zip_says_of_the_look_is_read_before_it_is_added(tmp_path, target, capsys, brand, words):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("sampleton/partnership.yml", PROFILE)
        archive.writestr("sampleton/_brand.yml", brand)

    code, _, err = publisher(capsys, target, "brand", "add", str(tmp_path / "x.zip"))

    assert (code, words in err) == (1, True), err
    assert "x.zip/sampleton/_brand.yml:1:" in err


def test_a_file_larger_than_it_says_is_refused(tmp_path, target, capsys):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        complete(archive)
        archive.writestr("sampleton/note.md", b"\0" * 600_000, zipfile.ZIP_DEFLATED)
    data = bytearray(path.read_bytes())
    # The size that is stated in the directory at the end and before the file itself: 1 kB.
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", data, data.rindex(mark) + offset, 1000)
    path.write_bytes(data)

    code, _, err = publisher(capsys, target, "brand", "add", str(path))

    assert code in {1, 2}, err
    assert list(target.rglob("*")) == []


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04"])
def test_what_is_no_zip_is_one_sentence(tmp_path, target, capsys, data):
    (tmp_path / "x.zip").write_bytes(data)

    code, _, err = publisher(capsys, target, "brand", "add", str(tmp_path / "x.zip"))

    assert (code, err.count("\n")) == (2, 1)
    assert "is not a zip that can be read" in err


def test_whole_or_nothing_also_where_one_of_two_folders_cannot_be_placed(target):
    (target / "templates" / "second").mkdir(parents=True)
    (target / "templates" / "second" / "mine").touch()

    with pytest.raises(PublisherError):
        placing.place(target / "templates", {"first": {"a": b"1"}, "second": {"a": b"1"}})

    assert sorted(path.name for path in (target / "templates").iterdir()) == ["second"]
