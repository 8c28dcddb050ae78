"""What a build remembers of the last one: records of checks, and manifests, also those of strangers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publisher.cli import run
from tests.builds import REPOSITORY, change, files, make_project


class TestRecords:
    """What was found before is told again, and never where anything is different."""

    @pytest.fixture
    def drafty(self, tmp_path, monkeypatch) -> Path:
        """A project with a warning, an error in one briefing, and identifiers in another."""
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        root = make_project(tmp_path / "project", "one", "two")
        change(root / "briefings" / "one.yaml", "\n    body: |\n", "\n    body: |\n      Basically basically it is.\n")
        change(root / "briefings" / "two.yaml", "\n    body: |\n", "\n    body: |\n      NHS number 999 000 0018.\n")
        return root

    def told(self, root: Path, capsys, *options: str) -> str:
        run(["--root", str(root), "build", "--format", "txt", *options])
        return str(capsys.readouterr().err)

    def test_findings_are_told_in_the_same_words_from_records(self, drafty, capsys):
        first = self.told(drafty, capsys)
        second = self.told(drafty, capsys)
        forced = self.told(drafty, capsys, "--force")

        assert "error PRV" in first
        # The last line says how many files were made.
        assert second.splitlines()[:-1] == first.splitlines()[:-1] == forced.splitlines()[:-1]

    def test_no_identifier_gets_into_a_record_or_a_manifest(self, drafty, tmp_path, capsys):
        self.told(drafty, capsys)

        kept = files(tmp_path / "cache")
        assert len(kept) == 2
        for data in (*kept.values(), *files(drafty / "output").values()):
            assert b"0018" not in data

    def test_a_record_is_for_this_person_only(self, drafty, tmp_path, capsys):
        self.told(drafty, capsys)

        assert (tmp_path / "cache" / "briefing-publisher").stat().st_mode & 0o77 == 0

    @pytest.mark.parametrize(
        "what", ["source", "overlay", "profile", "another profile", "house", "settings", "day", "logo"]
    )
    def test_whatever_changes_is_looked_at_again(self, drafty, tmp_path, capsys, monkeypatch, what):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
        shutil.copytree(REPOSITORY / "templates" / "house", drafty / "templates" / "house")
        shutil.copytree(drafty / "templates" / "example", drafty / "templates" / "zeta")
        self.told(drafty, capsys)
        before = files(tmp_path / "cache")
        example = drafty / "templates" / "example"
        if what == "source":
            change(drafty / "briefings" / "one.yaml", "\ntitle:", "\n# x\ntitle:")
        elif what == "overlay":
            (example / "briefings").mkdir()
            (example / "briefings" / "one.yaml").write_text("title: Another\n", "utf-8")
        elif what == "logo":
            change(example / "logo.svg", "<svg", "<!-- x --><svg")
        elif what == "settings":
            (drafty / "publisher.yml").write_text("page_budget: 3\n", "utf-8")
        elif what == "day":
            monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        else:
            path = {"profile": "example/partnership.yml", "another profile": "zeta/partnership.yml"}
            written = drafty / "templates" / path.get(what, "house/topics.yml")
            written.write_text(written.read_text("utf-8") + "# x\n", "utf-8")

        self.told(drafty, capsys)

        after = files(tmp_path / "cache")
        changed = {name for name in after if after[name] != before.get(name)}
        assert len(changed) == (1 if what in {"source", "overlay"} else 2)

    @pytest.mark.parametrize("damage", [b"", b"{}", b'{"key": 1}', b"\xff"])
    def test_a_damaged_record_is_as_none(self, drafty, tmp_path, capsys, damage):
        first = self.told(drafty, capsys)
        for path in (tmp_path / "cache").rglob("*.json"):
            path.write_bytes(damage)

        assert self.told(drafty, capsys).splitlines()[:-1] == first.splitlines()[:-1]

    def test_a_place_that_cannot_be_written_does_no_harm(self, drafty, tmp_path, capsys, monkeypatch):
        (tmp_path / "blocked").write_text("a file", "utf-8")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "blocked"))

        assert "error PRV" in self.told(drafty, capsys)


class TestManifestsOfStrangers:
    """Nothing outside the output folder is touched, whatever a manifest says."""

    @pytest.mark.parametrize("name", ["../precious.txt", "/etc/hostname", "a/../../precious.txt", "c:/x", "..\\x", ""])
    def test_one_that_names_a_file_outside_is_refused(self, tmp_path, capsys, name):
        root = make_project(tmp_path / "project")
        run(["--root", str(root), "build", "--format", "txt"])
        manifest = root / "output" / "manifest.json"
        (root / "precious.txt").write_text("mine", "utf-8")
        written = json.loads(manifest.read_text("utf-8"))
        written["files"][0]["file"] = name
        manifest.write_text(json.dumps(written), "utf-8")
        capsys.readouterr()

        assert run(["--root", str(root), "build"]) == 2

        assert "names a file outside its folder" in capsys.readouterr().err
        assert (root / "precious.txt").read_text("utf-8") == "mine"

    def test_a_folder_that_leads_outside_is_refused_and_not_pruned(self, tmp_path):
        root = make_project(tmp_path / "project")
        run(["--root", str(root), "build", "--format", "txt"])
        outside = shutil.move(root / "output" / "example", tmp_path / "elsewhere")
        (root / "output" / "example").symlink_to(outside)
        change(root / "briefings" / "challenge.yaml", "status: approved", "status: withdrawn")

        assert run(["--root", str(root), "build"]) == 2

        assert (tmp_path / "elsewhere" / "challenge.txt").is_file()
