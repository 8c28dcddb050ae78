"""What ``publisher brand check`` says of logos and fonts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from publisher.project import Project
from tests.brands import BRAND, REPOSITORY, SAFE, findings, make_project, publisher, rewrite, told

FONT = REPOSITORY / "templates" / "base" / "fonts" / "SourceSans3-Regular.ttf"


def pale_on_nothing() -> bytes:
    """Return a picture of a pale square that lets the paper through around it."""
    picture = Image.new("RGBA", (300, 60))
    picture.paste("#ffffaa", (50, 10, 250, 50))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("nowhere.svg", b"", ("error", "BRD010", "there is no file")),
        ('"a\\0b.svg"', b"", ("error", "BRD010", "there is no file")),
        ("logo.gif", b"GIF89a", ("error", "BRD010", "not an SVG, PNG or JPEG")),
        (
            "empty.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
            ("error", "BRD010", "shows nothing"),
        ),
        ("text.svg", b"no drawing", ("error", "BRD007", "not well-formed")),
        ("not.png", b"no picture", ("error", "BRD007", "not a PNG picture")),
        (
            "pale.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9" fill="#ffffaa"/></svg>',
            ("warning", "BRD010", "stands out from white"),
        ),
        ("pale.png", pale_on_nothing(), ("warning", "BRD010", "stands out from white")),
    ],
)
def test_a_logo_that_cannot_be_used_is_found(folder, capsys, path, data, expected):
    if data:
        (folder / path).write_bytes(data)
    rewrite(folder / "_brand.yml", "logo.svg", path)

    found = [(one["severity"], one["code"], one["message"]) for one in findings(capsys, folder)]

    severity, code, words = expected
    assert any(one[:2] == (severity, code) and words in one[2] for one in found), found


@pytest.mark.parametrize(
    ("size", "severity", "words"),
    [((300, 60), "warning", "84 dots an inch"), ((1500, 300), "info", "a picture of dots")],
)
def test_a_coarse_picture_is_a_warning_and_a_fine_one_is_advice(folder, capsys, size, severity, words):
    Image.new("RGB", size, "#7a1f5c").save(folder / "logo.png")
    with Image.open(folder / "logo.png") as picture:
        picture.putpixel((0, 0), (255, 255, 255))
        picture.save(folder / "logo.png")
    rewrite(folder / "_brand.yml", "logo.svg", "logo.png")

    (found,) = [one for one in findings(capsys, folder) if one["code"] == "BRD010"]

    assert (found["severity"], found["line"]) == (severity, 3)
    assert words in found["message"]


def test_a_logo_without_words_and_a_folder_without_logo_are_found(folder, capsys):
    rewrite(folder / "_brand.yml", ", alt: Sampleton Safeguarding Children Partnership", "")
    assert told(findings(capsys, folder)) == {("warning", "ACC004", "_brand.yml", 3)}

    (folder / "_brand.yml").write_text('color: {primary: "#005a9c"}\n', "utf-8")
    assert "BRD001" in {one["code"] for one in findings(capsys, folder)}


def font(embedding: int = 0, without: str = "") -> bytes:
    with TTFont(FONT) as file:
        file["OS/2"].fsType = embedding
        for table in file["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if chr(code) not in without}
        buffer = io.BytesIO()
        file.save(buffer)
    return buffer.getvalue()


def with_font(folder: Path, data: bytes) -> None:
    (folder / "own.ttf").write_bytes(data)
    fonts = "typography:\n  fonts:\n    - {family: Own, source: file, files: [own.ttf]}\n  base: Own\n  headings: Own\n"
    (folder / "_brand.yml").write_text(BRAND + fonts, "utf-8")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (font(0x0002), "does not allow it to be put into a file"),
        (font(0x0200), "allows only its bitmaps"),
        (font(0x0100), "only whole"),
        (font(without="é"), "has no “é” (U+00E9), which the briefings use"),
        (b"no font", "is not a font that can be read"),
    ],
)
def test_a_font_that_may_not_or_cannot_be_used_is_found(folder, capsys, data, words):
    rewrite(folder / "partnership.yml", "Ask us", "In the café, ask us")
    with_font(folder, data)

    found = [one for one in findings(capsys, folder) if one["code"] == "BRD008"]

    assert found
    assert all(words in one["message"] and one["severity"] == "error" for one in found), found
    assert {one["file"] for one in found} == {"templates/sampleton/_brand.yml"}


def test_a_font_that_may_be_used_is_not(folder, capsys):
    with_font(folder, font(0x0004))

    assert [one for one in findings(capsys, folder) if one["code"] == "BRD008"] == []


def test_letters_of_arabic_script_need_no_font_of_the_brands(folder, capsys):
    rewrite(folder / "partnership.yml", "Ask us", "بچوں کی حفاظت: Ask us")

    assert [one for one in findings(capsys, folder) if one["code"] == "BRD008"] == []


def test_a_sign_that_the_font_lacks_is_advice(folder, capsys):
    rewrite(folder / "partnership.yml", "Ask us", "📞 Ask us")

    (found,) = findings(capsys, folder)

    assert (found["severity"], found["code"]) == ("info", "BRD008")
    assert "U+1F4DE" in found["message"]


def test_a_family_without_files_is_found_where_it_is_written(folder, capsys):
    (folder / "_brand.yml").write_text(f"{BRAND}typography:\n  base: Frutiger\n", "utf-8")

    found = [one for one in findings(capsys, folder) if one["code"] == "BRD008"]

    assert [(one["line"], one["message"]) for one in found] == [(7, "no font files are given for Frutiger")]


def test_a_logo_of_ones_own_has_not_the_name_of_whom_one_inherits_from(tmp_path):
    folder = make_project(tmp_path)
    north = folder.parent / "north"
    north.mkdir()
    (north / "partnership.yml").write_text("extends: sampleton\nname: North Partnership\nshort_name: NSCP\n", "utf-8")

    (inherited,) = Project(tmp_path).partnerships(("north",))
    (north / "logo.svg").write_bytes(SAFE)
    (own,) = Project(tmp_path).partnerships(("north",))
    (north / "_brand.yml").write_text("logo: {images: {main: {path: logo.svg, alt: North and star}}}\n", "utf-8")
    (stated,) = Project(tmp_path).partnerships(("north",))

    alternatives = [one.brand.logo.alternative for one in (inherited, own, stated) if one.brand.logo]
    assert alternatives == ["Sampleton Safeguarding Children Partnership", "North Partnership", "North and star"]


def test_a_file_that_is_no_font_stops_the_build_with_a_sentence(tmp_path, capsys):
    folder = make_project(tmp_path, "professional-challenge")
    (folder / "x.ttf").write_text("hello", "utf-8")
    fonts = "typography: {fonts: [{family: X, source: file, files: [x.ttf]}]}\n"
    (folder / "_brand.yml").write_text(BRAND + fonts, "utf-8")

    code, _, told = publisher(capsys, tmp_path, "build", "--format", "txt", "--jobs", "1")

    assert (code, told) == (2, "`x.ttf` is not a font file; `publisher brand check` says more.\n")
