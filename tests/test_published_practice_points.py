"""The practice points that a partnership has published come in, and are whole in every format."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import docx
import lxml.html
import pytest

from publisher import importers, prose, source
from publisher.conformance import Output, verdicts
from publisher.importers.imported import Imported, bring_in
from publisher.importers.recognition import Surroundings
from publisher.model import PracticePoints
from publisher.project import Project
from tests import pdf_tree
from tests.editions import REPOSITORY
from tests.published import COMPENDIUM, needs
from tests.test_practice_points import FORMATS, composed, editions_of, rendered, words_of

pytestmark = needs(COMPENDIUM)


def _squashed(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _read(name: str, data: bytes) -> str:
    """Return the words of a file in its order of reading, squashed, found apart from the program."""
    if name in {"pdf", "large-print"}:
        return _squashed(words_of(pdf_tree.read(pdf_tree.opened(data))))
    if name == "docx":
        return _squashed(docx.Document(io.BytesIO(data)).element.body.xpath("string(.)"))
    if name == "txt":
        return _squashed(data.decode())
    page: Any = lxml.html.document_fromstring(data)
    return _squashed(page.text_content())


@cache
def imported() -> Imported:
    project = Project(REPOSITORY)
    return bring_in(importers.read(COMPENDIUM.read_bytes(), COMPENDIUM.name), Surroundings.of(project))


def test_a_published_compendium_comes_in_with_every_word():
    one = imported()
    groups: Any = one.data["groups"]

    assert one.kind == "practice-points"
    assert "unplaced" not in one.data
    assert (one.account.placed, one.account.unplaced, one.account.lost) == (6060, 0, ())
    assert isinstance(groups, list)
    assert [group["heading"] for group in groups][:3] == ["Recognising Harm and Abuse", "Neglect", "Domestic Abuse"]
    assert (len(groups), sum(len(group["points"]) for group in groups)) == (12, 133)
    assert sum(len(group["resources"]) for group in groups) > 90
    labels = [resource["label"] for group in groups for resource in group["resources"]]
    assert (
        '"Infants: Summary of key findings and learning for improved practice around working with children aged two '
        'and under" (March 2023 – NSPCC)'
    ) in labels, "its words stand on lines of two pages"
    read = source.read(one.text.encode(), "seed.yaml")
    assert read.data == one.data


@pytest.mark.parametrize("name", FORMATS)
def test_a_published_compendium_is_whole_in_every_format(name, tmp_path):
    # Its links lost their addresses when it became text; an editor fills these in before it may be published.
    project = Project(REPOSITORY)
    wanted = ("leicestershire-rutland", "salford")
    editions = [one for one in editions_of(imported().text, project, tmp_path) if one.partnership.identifier in wanted]
    assert len(editions) == len(wanted)
    for edition in editions:
        work, document = edition.work, composed(edition)
        assert isinstance(work, PracticePoints)
        data = rendered(document, edition, name)
        words = _read(name, data)
        for group in work.groups:
            said = [*(prose.read(point).text for point in group.points), *(one.label for one in group.resources)]
            assert [text for text in said if _squashed(text) not in words] == []
        found = [(check.CODE, one) for check, findings in verdicts(Output(name, data, document, 2)) for one in findings]
        assert found == []
