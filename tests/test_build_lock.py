"""One build at a time in an output folder, and one that was killed there keeps nobody out."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from publisher.build import locked
from publisher.errors import PublisherError
from tests.builds import entries, files, make_project, run, started, until


def test_a_second_build_is_told_of_the_first_and_leaves_it_alone(tmp_path):
    root = make_project(tmp_path / "project", "one", "two", "three")

    def scratch() -> list[Path]:
        return list((root / "output").glob(".workers-*"))

    with started(root, "--format", "txt") as first:
        until(lambda: bool(scratch()))
        # So that it is not over before the second is.
        first.send_signal(signal.SIGSTOP)
        before = scratch()
        second = run(root, "--format", "txt")
        assert scratch() == before
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=180)

    assert first.returncode == 0
    assert (second.returncode, second.stderr.count("\n")) == (2, 1)
    assert f"(process {first.pid})" in second.stderr
    assert "since " in second.stderr
    assert len(entries(root / "output")) == 3


def test_a_lock_that_was_left_behind_blocks_nobody(tmp_path):
    root = make_project(tmp_path / "project")
    (root / "output" / "example").mkdir(parents=True)
    (root / "output" / ".lock").write_text("1", "utf-8")
    (root / "output" / "example" / ".challenge.txt.abc.unfinished").write_bytes(b"half")
    (root / "output" / ".workers-abc.unfinished").mkdir()
    (root / "output" / ".workers-abc.unfinished" / "font").write_bytes(b"half")

    done = run(root, "--format", "txt")

    assert done.returncode == 0, done.stderr
    assert set(files(root / "output")) == {"example/challenge.txt", "manifest.json"}


def test_a_lock_is_held_by_one_and_let_go_of(tmp_path):
    with locked(tmp_path / "output"):
        with pytest.raises(PublisherError, match="another build has been writing"), locked(tmp_path / "output"):
            pass
        with locked(tmp_path / "other"):
            pass
    with locked(tmp_path / "output"):
        assert [path.name for path in (tmp_path / "output").iterdir()] == [".lock"]
    assert list((tmp_path / "output").iterdir()) == []
