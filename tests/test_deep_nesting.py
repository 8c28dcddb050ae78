"""Lists and quotations deeper than anybody writes them: what is too deep is text, and no word is lost."""

from __future__ import annotations

import pytest

from publisher import importers, prose
from publisher.markdown import blocks
from publisher.words import block_text


@pytest.mark.parametrize(
    "deep",
    ["\n".join(f"{'  ' * level}- word{level}" for level in range(30)), f"{'> ' * 40}word0 and word29"],
    ids=["lists", "quotations"],
)
def test_no_word_is_lost_however_deeply_it_is_nested(deep):
    words = {f"word{level}" for level in range(30)} & set(deep.split())

    read = importers.read(deep.encode(), "deep.md")

    assert words <= set(prose.read(deep).text.split())
    assert words <= set(block_text(blocks(deep)).split())
    assert words <= set(" ".join(run.text for one in read.paragraphs for run in one.runs).split())
