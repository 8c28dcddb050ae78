"""The PDF as a file: its properties, its fonts, its layouts, and that it never asks for anything."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest

from publisher.brand import Brand, Logo
from publisher.errors import PublisherError
from publisher.renderers import pdf
from tests.editions import REPOSITORY
from tests.pdf_tree import opened
from tests.small_document import BRAND, briefing, section, words
from tests.test_pdf import typical


def test_the_properties_come_from_the_document():
    with opened(pdf.render(briefing(section(1, words("Words."))), BRAND)) as file:
        info = {key: str(file.docinfo[key]) for key in ("/Title", "/Author", "/Subject", "/Keywords", "/CreationDate")}
        root = file.Root
        xmp = root.Metadata.read_bytes().decode()

        assert info == {
            "/Title": "Child protection visits – 7 Minute Briefing – Example Partnership",
            "/Author": "Example Partnership",
            "/Subject": "How to see the child on every visit.",
            "/Keywords": "neglect, visits",
            "/CreationDate": "D:202607",
        }
        assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("en-GB", True)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert 'pdfuaid:part="1"' in xmp


def test_a_logo_reaches_for_nothing_outside_itself(tmp_path, caplog):
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"not for print")
    reaching = f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
      <image href="{secret.as_uri()}" width="9" height="9"/>
      <image href="http://127.0.0.1:9/x.png" width="9" height="9"/>
    </svg>"""
    logo = Logo(reaching.encode(), "image/svg+xml", "The Partnership")

    assert pdf.render(briefing(section(1, words("Words."))), replace(BRAND, logo=logo))
    refusals = [record.getMessage() for record in caplog.records]
    caplog.clear()
    assert len(refusals) == 2
    assert all("disallowed protocol" in refusal for refusal in refusals)


def test_the_fonts_are_the_brands_and_in_the_file():
    with opened(pdf.render(typical(), BRAND)) as file:
        fonts = file.pages[0].Resources.Font.as_dict().values()
        names = [str(font.BaseFont).split("+")[1] for font in fonts]

        assert len(names) == 2
        assert all(name.startswith("Source-Sans-3") for name in names)
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)


_RENDER = """
import sys
from hashlib import sha256
from publisher.renderers import pdf
from tests.small_document import BRAND
from tests.test_pdf import typical
sys.stdout.write(sha256(pdf.render(typical(), BRAND)).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes_in_another_process():
    here = sha256(pdf.render(typical(), BRAND)).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", _RENDER],
        cwd=REPOSITORY,
        env={"PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout == here == sha256(pdf.render(typical(), BRAND)).hexdigest()
    assert there.stderr == ""


def test_a_layout_that_is_not_there_is_named():
    with pytest.raises(PublisherError, match=r"`layouts/wheel.css` is not in"):
        pdf.render(typical(), replace(BRAND, layout="wheel"))


def test_a_partnerships_own_layout_is_used(tmp_path):
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "ribbon.css").write_text("@page { size: A5 }")
    brand: Brand = replace(BRAND, folders=(tmp_path, *BRAND.folders))

    with opened(pdf.render(briefing(section(1, words("Words."))), brand)) as file:
        assert [round(float(side)) for side in file.pages[0].mediabox] == [0, 0, 420, 595]
