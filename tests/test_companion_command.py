"""Companions as they are asked for: on the command line and by a partnership."""

from __future__ import annotations

import pytest

from publisher.compose.companions import COMPANIONS
from tests.builds import change, entries, files, make_project, run


class TestCommand:
    """Companions as they are asked for."""

    def test_they_are_built_when_asked_for_and_go_when_no_longer_asked_for(self, tmp_path):
        root = make_project(tmp_path / "p")
        first = run(root, "--companions", "action-plan", "--companions", "email", "--jobs", "1")
        assert first.returncode == 0, first.stderr
        made_files = {
            name.removeprefix("example/challenge-") for name in files(root / "output") if "challenge-" in name
        }
        assert made_files == {f"action-plan.{one}" for one in ("html", "pdf", "docx", "txt")} | {
            "email.html",
            "email.txt",
        }
        entry = entries(root / "output")["example/challenge-action-plan.pdf"]
        assert (entry["source"], entry["format"]) == ("briefings/challenge.yaml", "pdf")
        assert {"ACC001", "ACC002"} <= set(entry["checks"])

        again = run(root, "--companions", "email", "--companions", "action-plan", "--jobs", "1")
        assert "0 files made" in again.stderr
        change(root / "briefings" / "challenge.yaml", "Say what worries you", "Say clearly what worries you")
        run(root, "--companions", "all", "--format", "txt", "--jobs", "1")
        assert b"clearly" in (root / "output" / "example" / "challenge-action-plan.txt").read_bytes()
        assert b"clearly" in (root / "output" / "example" / "challenge-read-aloud.txt").read_bytes()

        last = run(root, "--jobs", "1")
        assert last.returncode == 0
        assert not [name for name in files(root / "output") if "challenge-" in name]

    def test_a_partnership_may_want_some_always(self, tmp_path):
        root = make_project(tmp_path / "p")
        change(root / "templates" / "example" / "partnership.yml", "layout: ", "companions: [slides]\nlayout: ")
        assert run(root, "--jobs", "1", "--strict").returncode == 0
        assert {one for one in files(root / "output") if "slides" in one} == {
            f"example/challenge-slides.{one}" for one in ("html", "pdf", "pptx")
        }

    def test_a_name_that_is_unknown_is_told_with_those_that_are_known(self, tmp_path):
        root = make_project(tmp_path / "p")
        asked = run(root, "--companions", "leaflet")
        assert asked.returncode == 2
        assert all(name in asked.stderr for name in COMPANIONS)
        change(root / "templates" / "example" / "partnership.yml", "layout: ", "companions: [slide]\nlayout: ")
        written = run(root)
        assert written.returncode == 2
        assert "partnership.yml" in written.stderr
        assert all(name in written.stderr for name in COMPANIONS)

    @pytest.mark.parametrize("alone", [False, True], ids=["in one build", "in two builds"])
    def test_two_sources_never_write_one_file(self, tmp_path, alone):
        root = make_project(tmp_path / "p", "challenge", "challenge-slides")
        if alone:
            assert run(root, "challenge-slides", "--format", "html").returncode == 0
        before = files(root / "output") if alone else {}
        done = run(root, *(["challenge"] if alone else []), "--companions", "slides", "--format", "html")
        assert done.returncode == 2
        assert "`briefings/challenge-slides.yaml`" in done.stderr
        assert "`briefings/challenge.yaml`" in done.stderr
        assert "`example/challenge-slides.html`" in done.stderr
        after = {name: data for name, data in files(root / "output").items() if name != ".lock"}
        assert after == {name: data for name, data in before.items() if name != ".lock"}
