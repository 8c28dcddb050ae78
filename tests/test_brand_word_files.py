"""A partnership's Word file must run nothing and fetch nothing, however it spells that."""

from __future__ import annotations

import io
import zipfile

import pytest

from publisher.assets import faults_in

RELATION = '<Relationship Type="x/{}" Target="https://example.org" TargetMode="External"/>'


@pytest.mark.parametrize(
    ("part", "text", "refused"),
    [
        ("word/vbaProject.bin", "x", True),
        ("word/embeddings/oleObject1.bin", "x", True),
        ("word/_rels/settings.xml.rels", RELATION.format("attachedTemplate"), True),
        ("word/_rels/document.xml.rels", RELATION.format("image"), True),
        ("word/_rels/document.xml.rels", RELATION.format("hyperlink"), False),
        ("word/_rels/settings.xml.rels", RELATION.format("attachedTemplate").replace(".org", ".org/hyperlink"), True),
        ("word/_rels/settings.xml.rels", RELATION.format("attachedTemplate").replace("External", "&#69;xternal"), True),
        ("word/_rels/settings.xml.rels", RELATION.format("attachedTemplate").replace(".org", ".org/>"), True),
        ("word/_rels/settings.xml.rels", RELATION.format("attachedTemplate").encode("utf-16"), True),
        ("word/_rels/settings.xml.RELS", RELATION.format("attachedTemplate"), True),
        ("word/_rels/document.xml.rels", RELATION.format("hyperlink").encode("utf-16"), False),
        ("word/_rels/document.xml.rels", RELATION.format("hyperlink")[:-2], True),
        ("word/_rels/document.xml.rels", "<!DOCTYPE x [<!ENTITY e 'x'>]>" + RELATION.format("hyperlink"), True),
    ],
)
def test_a_word_file_that_runs_or_asks_for_another_is_refused(part, text, refused):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(part, text)

    assert bool(list(faults_in("reference.docx", buffer.getvalue()))) is refused


def test_a_word_file_that_is_none_is_refused():
    assert list(faults_in("reference.docx", b"no document"))
