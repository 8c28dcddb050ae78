"""``publisher brand gallery``: one briefing in every look, and what was found in each folder."""

from __future__ import annotations

import io
import shutil
from base64 import b64decode
from pathlib import Path

import lxml.html
from PIL import Image

from tests.brands import REPOSITORY, make_project, publisher


def gallery(capsys, root: Path, *arguments: str) -> lxml.html.HtmlElement:
    code, out, err = publisher(capsys, root, "brand", "gallery", *arguments)
    assert code == 0, err
    return lxml.html.document_fromstring(Path(out.removeprefix("Wrote ").strip()).read_bytes())


def test_every_partnership_stands_there_with_its_pages_and_findings(tmp_path, capsys):
    folder = make_project(tmp_path, "information-sharing", "professional-challenge")
    shutil.copytree(REPOSITORY / "templates" / "example", tmp_path / "templates" / "example")
    (tmp_path / "templates" / "broken").mkdir()
    (tmp_path / "templates" / "broken" / "partnership.yml").write_text("nmae: x\n", "utf-8")
    (folder / "_brand.yml").write_text("color: {primary: orange}\n", "utf-8")

    page = gallery(capsys, tmp_path, "professional-challenge")

    sections = {section.xpath("string(p[1])").partition(":")[0]: section for section in page.xpath("//main/section")}
    assert list(sections) == ["broken", "example", "sampleton"]
    assert sections["example"].xpath("h2/text()") == ["Example Safeguarding Children Partnership"]
    pictures = sections["example"].xpath("img")
    assert [one.get("alt").partition(" as ")[0] for one in pictures] in (
        ["Page 1 of 2", "Page 2 of 2"],
        ["Page 1 of 1"],
    )
    first = Image.open(io.BytesIO(b64decode(pictures[0].get("src").partition("base64,")[2])))
    assert (first.width, first.height) == (794, 1123)
    assert "`nmae` is not a key" in sections["broken"].text_content()
    assert sections["broken"].xpath("img") == []
    assert "white on `#ffa500`" in sections["sampleton"].text_content()


def test_the_page_asks_for_nothing(tmp_path, capsys):
    shutil.copytree(REPOSITORY / "templates" / "example", tmp_path / "templates" / "example")
    (tmp_path / "briefings").mkdir()
    shutil.copy(REPOSITORY / "briefings" / "information-sharing.yaml", tmp_path / "briefings")

    page = gallery(capsys, tmp_path, "--output", str(tmp_path / "here.html"))

    assert page.xpath("//script") == []
    assert {address.partition(":")[0] for address in page.xpath("//@src | //@href")} == {"data"}
    assert (tmp_path / "here.html").is_file()


def test_a_briefing_that_is_not_there_is_one_sentence(tmp_path, capsys):
    make_project(tmp_path, "information-sharing")

    code, _, err = publisher(capsys, tmp_path, "brand", "gallery", "nothing")

    assert (code, err) == (2, f"There is no file or folder `nothing` in this folder or in `{tmp_path}`.\n")
