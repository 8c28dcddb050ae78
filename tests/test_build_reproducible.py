"""The same bytes whatever the order, the number of processes, the folder, the day, the language and the time zone."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.builds import files, make_project, run

MORE = ("--edition", "large-print", "--fragment")


def project(root: Path) -> Path:
    make_project(root, "one", "two", partnerships=("example", "second"))
    (root / "briefings" / "two.yaml").write_text(
        (root / "briefings" / "two.yaml").read_text("utf-8").replace("topics: [", "layout: cards\ntopics: ["), "utf-8"
    )
    return root


def test_every_byte_is_the_same(tmp_path):
    first = project(tmp_path / "first")
    second = project(tmp_path / "a folder" / "with a lönger näme" / "second")
    usual = run(first, *MORE, "--jobs", "1", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC", SOURCE_DATE_EPOCH="1795219200")
    # The second in two goes, in another order.
    other = {
        "PYTHONHASHSEED": "2",
        "LC_ALL": "cy_GB.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "SOURCE_DATE_EPOCH": "1796000000",
    }
    part = run(second, "two", *MORE, "--partnership", "second", "--format", "pdf", **other)
    rest = run(second, *MORE, "--jobs", "2", **other)

    assert (usual.returncode, part.returncode, rest.returncode) == (0, 0, 0), usual.stderr + part.stderr + rest.stderr
    here, there = files(first / "output"), files(second / "output")
    assert len(here) == 25
    assert there.keys() == here.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_a_build_from_scratch_is_that_of_many_steps(tmp_path):
    root = project(tmp_path / "project")
    run(root, "--format", "html", "--format", "txt")
    briefing = root / "briefings" / "one.yaml"
    kept = briefing.read_text("utf-8")
    briefing.write_text(kept.replace("\ntitle: P", "\ntitle: Another p"), "utf-8")
    run(root, "--format", "html", "--format", "txt")
    briefing.write_text(kept, "utf-8")
    run(root, "--format", "html", "--format", "txt")
    many = files(root / "output")

    shutil.rmtree(root / "output")
    run(root, "--format", "html", "--format", "txt", "--force")

    assert files(root / "output") == many
