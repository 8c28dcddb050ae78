"""A build that is interrupted or killed, and one whose worker is: nobody is left behind, and nothing is lost."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from tests.builds import (
    ENDLESS,
    children_of,
    entries,
    files,
    is_alive,
    make_project,
    run,
    started,
    until,
    with_page,
    workers_of,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def test_a_killed_worker_costs_nothing(tmp_path):
    slugs = [f"briefing-{number}" for number in range(6)]
    root = make_project(tmp_path / "project", *slugs)
    formats = ("--format", "html", "--format", "docx", "--format", "pdf")

    with started(root, "--jobs", "2", *formats) as process:
        until(lambda: bool(list((root / "output").glob("*/*.html"))))
        os.kill(workers_of(process)[0], signal.SIGKILL)
        _, printed = process.communicate(timeout=180)

    assert process.returncode == 0, printed
    assert len(entries(root / "output")) == 18


def test_an_interrupted_build_ends_leaves_nobody_behind_and_knows_what_it_made(tmp_path):
    root = make_project(tmp_path / "project", "one", "two", "three", partnerships=("example", "never"))
    with_page(root, "never", ENDLESS)
    output, formats = root / "output", ("--format", "html", "--format", "docx")

    with started(root, "--jobs", "2", *formats) as process:
        # With these made, both workers are at pages that they never finish.
        until(lambda: len(list(output.glob("example/*.docx"))) == 2)
        workers = workers_of(process)
        os.killpg(process.pid, signal.SIGINT)
        _, printed = process.communicate(timeout=180)

    assert (process.returncode, printed.strip()) == (130, "Stopped.")
    assert len(workers) == 2
    until(lambda: not any(map(is_alive, workers)))
    here, known = files(output), entries(output)
    assert known.keys() <= here.keys()
    # The last file may have been put in place just when the build was interrupted.
    assert len(here) - 1 - len(known) <= 1
    (root / "templates" / "never" / "briefing.html.j2").unlink()
    done = run(root, *formats)
    assert done.returncode == 0
    assert f"{12 - len(known)} files made, {len(known)} unchanged" in done.stderr


def test_workers_end_when_the_program_is_killed(tmp_path):
    # More than is made before the workers are seen.
    root = make_project(tmp_path / "project", *(f"briefing-{number}" for number in range(20)))

    with started(root, "--jobs", "2", "--format", "html", "--format", "docx") as process:
        until(lambda: len(workers_of(process)) == 2)
        workers = workers_of(process)
        process.kill()
        until(lambda: not any(map(is_alive, workers)))

    assert process.returncode == -signal.SIGKILL
    assert len(workers) == 2


SEEN = {
    "a process to start others": lambda process: bool(children_of(process)),
    "the server of workers": lambda process: len(children_of(process)) > 1,
    "a worker": lambda process: bool(workers_of(process)),
}


@pytest.mark.parametrize("seen", SEEN)
def test_an_interruption_while_workers_start_is_told_in_a_word(tmp_path, seen):
    root = make_project(tmp_path / "project")
    with_page(root, "example", ENDLESS)

    with started(root, "--format", "html", "--jobs", "2") as process:
        until(lambda: SEEN[seen](process))
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=180)

    assert (process.returncode, told.strip()) == (130, "Stopped.")
