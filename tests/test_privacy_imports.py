"""What an import tells of a file, and what it sets aside, repeats nothing that leads to a person."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from publisher.cli import run
from publisher.importers.pictures import bare
from tests.cases import write_partnership
from tests.private_sources import PROFILE

WRITTEN = "Zebedee Quagmire 999 000 0018"
PRIVATE = re.compile(r"Zebedee|Quagmire|Quillmoor|Jaxxon|999 000|3 February")
TOLD = "A boy called Jaxxon of Quillmoor Surgery, seen on 3 February 2018 by social worker Zebedee Quagmire"


def drawn(form: str) -> bytes:
    """Return a picture whose file says in every way of its form whom it shows, and which lies on its side."""
    exif = Pillow.Exif()
    exif[0x010E], exif[0x013B], exif[0x0112] = WRITTEN, WRITTEN, 6
    words = PngInfo()
    words.add_text("Description", WRITTEN)
    words.add_itxt("Author", WRITTEN, zip=False)
    buffer = io.BytesIO()
    more = {"pnginfo": words} if form == "PNG" else {"comment": WRITTEN.encode()}
    Pillow.effect_noise((60, 40), 90).convert("RGB").save(buffer, form, exif=exif, **more)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_keeps_its_pixels_and_nothing_that_is_said_of_it(form):
    data = drawn(form)
    alone = bare(data)

    assert WRITTEN.encode() in data
    assert alone is not None
    assert b"Quagmire" not in alone
    before, after = (Pillow.open(io.BytesIO(one)) for one in (data, alone))
    assert (before.size, before.mode, before.tobytes()) == (after.size, after.mode, after.tobytes())


def test_a_photograph_stays_the_right_way_up():
    exif = Pillow.open(io.BytesIO(bare(drawn("JPEG")) or b"")).getexif()

    assert dict(exif) == {0x0112: 6}


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", drawn("JPEG")[:300], drawn("JPEG")[:-40], drawn("PNG")[:90], b"\xff\xd8\xff"]
)
def test_a_file_of_another_form_and_a_broken_one_are_known(data):
    assert bare(data) is None


@pytest.mark.parametrize(("form", "said"), [("PNG", False), ("JPEG", False), ("GIF", True)])
def test_an_import_repeats_no_comment_or_alternative_text_that_leads_to_a_person(tmp_path: Path, capsys, form, said):
    write_partnership(tmp_path, PROFILE)
    (tmp_path / "briefings").mkdir()
    file = docx.Document()
    file.add_heading("Neglect", 1)
    runs = file.add_paragraph("Some words about neglect.").runs
    file.add_comment(runs, text=f"{TOLD}. Ring Quagmire.", author="Sam", initials="S")
    data = drawn(form) if form != "GIF" else drawn_as_gif()
    file.add_picture(io.BytesIO(data))
    shape = file.inline_shapes[0]._inline.docPr  # noqa: SLF001 - there is no other way to an alternative text
    shape.set("descr", f"{TOLD}.")
    file.save(str(tmp_path / "draft.docx"))

    run(["--root", str(tmp_path), "import", str(tmp_path / "draft.docx")])
    told = capsys.readouterr().out

    assert {"IMP005", "IMP011"} <= set(re.findall(r"IMP\d+", told))
    assert PRIVATE.findall(told) == []
    assert ("may still say who made it" in told) == said
    (picture,) = (tmp_path / "briefings" / "neglect-pictures").iterdir()
    assert b"Quagmire" not in picture.read_bytes()


def drawn_as_gif() -> bytes:
    buffer = io.BytesIO()
    Pillow.new("P", (4, 4)).save(buffer, "GIF")
    return buffer.getvalue()
