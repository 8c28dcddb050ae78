"""Workers: that one which hangs or is greedy costs one file, that they are kept busy and replaced, and shards."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.build import Limits, Pool, Shard
from publisher.build.order import Order
from publisher.build.sources import Sources
from publisher.build.tasks import Checking, Looked, Making, Stage
from publisher.build.work import Outcome
from publisher.project import Project
from tests.builds import ENDLESS, files, make_project, run, with_page
from tests.cases import TODAY


def stage_of(root: Path, *formats: str) -> Stage:
    return Stage(Order(Project(root), (), (), root / "output", formats, TODAY), "a build")


def tasks(root: Path, *formats: str) -> list[Making]:
    """Return what there is to make of a project, planned for the formats."""
    stage = stage_of(root, *formats)
    sources = Sources(stage.order)
    return [
        Making(stage, path, job.brand.identifier, job.targets)
        for path in Project(root).sources()
        for job in sources.jobs(path)
    ]


def made(root: Path, work: list[Making], size: int = 2, limits: Limits | None = None) -> dict[str, Outcome]:
    with Pool(size, limits or Limits(), root, ("html", "docx")) as pool:
        return {outcome.target.path: outcome for outcome in pool.run(work)}


GREEDY = "{{ ('x' * 4000000000) | length }}"
LARGE = "{{ 'x' * 60000000 }}"


def test_a_file_that_takes_too_long_is_stopped_and_the_others_are_made(tmp_path):
    root = make_project(tmp_path / "project", "one", "two", partnerships=("bad", "good"))
    with_page(root, "bad", ENDLESS)

    # The other files take a second where the machine is very busy; the two that are stopped, all of the ten.
    outcomes = made(root, tasks(root, "html", "txt"), limits=Limits(seconds=10))

    stopped = {path: outcome.problem for path, outcome in outcomes.items() if not outcome.entry}
    told = "it took longer than 10 seconds and was stopped."
    assert stopped == {"bad/one.html": told, "bad/two.html": told}
    assert len(outcomes) == 8


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_a_file_that_needs_too_much_memory_fails_alone(tmp_path):
    root = make_project(tmp_path / "project", partnerships=("bad", "good"))
    with_page(root, "bad", GREEDY)

    outcomes = made(root, tasks(root, "txt", "html"))

    assert not outcomes["bad/challenge.html"].entry
    assert "memory" in outcomes["bad/challenge.html"].problem.lower()
    assert all(outcomes[path].entry for path in ("bad/challenge.txt", "good/challenge.html", "good/challenge.txt"))


def test_a_file_that_is_too_large_is_not_published(tmp_path):
    root = make_project(tmp_path / "project")
    with_page(root, "example", LARGE)

    (outcome,) = made(root, tasks(root, "html")).values()

    assert "instead of at most 50 MB" in outcome.problem
    assert not outcome.data


def test_workers_that_can_do_nothing_fail_each_file_after_a_second_try(tmp_path):
    root = make_project(tmp_path / "project", "one", "two")
    # Too little for the program itself.
    limits = Limits(megabytes=1)

    outcomes = made(root, tasks(root, "html"), limits=limits)

    assert len(outcomes) == 2
    assert all(not outcome.entry and outcome.problem for outcome in outcomes.values())


def checking(root: Path) -> Checking:
    (path,) = Project(root).sources()
    return Checking(stage_of(root, "txt"), path, f"briefings/{path.name}")


def test_a_source_is_checked_and_planned_by_a_worker(tmp_path):
    root = make_project(tmp_path / "project")

    with Pool(1, Limits(), root) as pool:
        (looked,) = pool.run([checking(root)])

    assert isinstance(looked, Looked)
    (edition,) = looked.record.editions
    (target,) = edition.targets
    assert (target.path, looked.record.faulty, looked.complete) == ("example/challenge.txt", False, True)
    assert set(target.made_from.parts().values()) - {target.made_from.text} == looked.parts.keys()


def test_a_source_whose_check_takes_too_long_is_a_finding_that_is_not_kept(tmp_path):
    root = make_project(tmp_path / "project")

    done = run(root, "--format", "txt", "--time-limit", "0.001")

    assert done.returncode == 1
    told = "error SRC007 it could not be checked: it took longer than 0.001 seconds and was stopped\n"
    assert f"briefings/challenge.yaml:1:1: {told}" in done.stderr
    assert run(root, "--format", "txt").returncode == 0


def test_a_folder_that_cannot_be_used_is_one_sentence_though_a_worker_finds_it(tmp_path):
    root = make_project(tmp_path / "project")
    (root / "templates" / "example" / "partnership.yml").write_text("name: [", "utf-8")

    done = run(root, "--format", "txt")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "templates/example/partnership.yml" in done.stderr


class Broken:
    """A task with a fault of the program in it."""

    parts = ("a part",)

    def do(self, part):
        raise ZeroDivisionError(f"while at {part}")

    def failed(self, part, problem):
        raise AssertionError(part, problem)


def test_a_bug_in_a_worker_is_raised_with_the_place_where_it_is(tmp_path):
    with (
        Pool(1, Limits(), tmp_path) as pool,
        pytest.raises(RuntimeError, match=r"(?s)in do\n.*ZeroDivisionError: while at a part"),
    ):
        list(pool.run([Broken()]))


def test_workers_that_are_replaced_after_each_job_make_the_same(tmp_path):
    root = make_project(tmp_path / "project", "one", "two", "three")
    work = tasks(root, "html", "docx")

    usual = made(root, work, size=1)

    for limits in (Limits(tasks=1), Limits(resident=1)):
        assert made(root, work, size=2, limits=limits) == usual
    assert len(usual) == 6
    assert all(outcome.entry for outcome in usual.values())


def test_tasks_are_taken_only_as_there_are_workers_for_them(tmp_path):
    root = make_project(tmp_path / "project")
    (task,) = tasks(root, "txt")
    taken = []

    def many():
        for number in range(50):
            taken.append(number)
            yield replace(task, targets=(replace(task.targets[0], path=f"{number}.txt"),))

    with Pool(2, Limits(), root) as pool:
        for seen, _ in enumerate(pool.run(many()), 1):
            assert len(taken) <= seen + 2
    assert len(taken) == 50


def test_the_parts_of_a_build_make_up_the_whole(tmp_path):
    root = make_project(tmp_path / "project", *(f"briefing-{number}" for number in range(6)))
    formats = ["--format", "txt", "--format", "html"]
    assert run(root, *formats, "--output", str(tmp_path / "whole")).returncode == 0
    together = tmp_path / "together"
    for number in (1, 2, 3):
        part = tmp_path / f"part-{number}"
        assert run(root, *formats, "--shard", f"{number}/3", "--output", str(part)).returncode == 0
        shutil.copytree(part, together, dirs_exist_ok=True)

    assert {path.name for path in together.glob("*.json")} == {f"manifest-{number}-of-3.json" for number in (1, 2, 3)}
    done = run(root, *formats, "--output", str(together))

    assert "0 files made, 12 unchanged" in done.stderr
    assert files(together) == files(tmp_path / "whole")


def test_every_edition_is_in_one_shard_and_stays_there():
    names = [f"area-{area}/briefing-{number}" for area in range(20) for number in range(50)]
    shards = [Shard(number, 7) for number in range(1, 8)]

    assert all(sum(shard.has(name) for shard in shards) == 1 for name in names)
    assert all(100 < sum(map(shard.has, names)) < 190 for shard in shards)
    # As it was when this was written: a part of one machine has to be that of another.
    assert [name for name in names if Shard(1, 300).has(name)] == ["area-0/briefing-47", "area-4/briefing-40"]


@pytest.mark.parametrize("written", ["0/3", "4/3", "1", "a/b", "1/0", "-1/3"])
def test_a_part_that_is_none_is_a_mistake_of_the_operator(tmp_path, written):
    done = run(make_project(tmp_path / "project"), "--shard", written)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "is not a part such as 2/5" in done.stderr
