"""Everything that fuzzing has found, and a few bytes more each time: `make fuzz` tries far longer."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import CORPUS, TARGETS, tried

EXAMPLES = int(os.environ.get("PUBLISHER_FUZZ_EXAMPLES", "10"))
KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", KEPT, ids=[path.relative_to(CORPUS).as_posix() for path in KEPT])
def test_what_was_found_does_no_harm_again(path: Path):
    tried(path.parent.name, path.read_bytes())


def test_every_target_has_a_corpus():
    assert {path.parent.name for path in KEPT} == set(TARGETS)


@cache
def pieces(name: str) -> st.SearchStrategy[bytes]:
    """Return bytes put together of what the corpus has, of any bytes and of any text."""
    known = [
        piece for path in KEPT if path.parent.name == name for piece in path.read_bytes().splitlines(keepends=True)
    ]
    return st.lists(st.sampled_from(known) | st.binary(max_size=40) | st.text(max_size=40).map(str.encode)).map(
        b"".join
    )


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_bytes_of_any_kind_do_no_harm(name: str, data: st.DataObject):
    tried(name, data.draw(pieces(name)))
