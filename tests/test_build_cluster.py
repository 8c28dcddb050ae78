"""The same jobs on a Dask cluster of two workers on this machine, one of which is killed."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.builds import ENDLESS, entries, environment, files, make_project, run, started, until, with_page

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

FORMATS = ("--format", "html", "--format", "docx", "--format", "pdf")


@pytest.fixture(autouse=True)
def _only_here(monkeypatch):
    """Let a proxy of the machine's not stand between its own processes."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@contextmanager
def serving(home: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=home,
        env=environment(home, DASK_DISTRIBUTED__DIAGNOSTICS__NVML="False"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def cluster(
    home: Path, size: int = 2, *, nanny: str = "--no-nanny"
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and workers, with a nanny or without; yield the scheduler's address and the workers."""
    told = home / "scheduler.json"
    scheduler = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
    with serving(home, "distributed.cli.dask_scheduler", *scheduler):
        until(lambda: bool(_address(told)))
        address = _address(told)
        # With the program loaded, so that no task's time is spent on that.
        options = ("--nthreads", "1", nanny, "--no-dashboard", "--preload", "publisher.build.making")
        worker = ("distributed.cli.dask_worker", address, *options, "--host", "127.0.0.1")
        with ExitStack() as stack:
            workers = [stack.enter_context(serving(home, *worker)) for _ in range(size)]
            until(lambda: _count(address) == size)
            yield address, workers


def _address(told: Path) -> str:
    """Return the address that the scheduler tells in a file, once it has written all of it."""
    try:
        return str(json.loads(told.read_text("utf-8"))["address"])
    except (FileNotFoundError, json.JSONDecodeError):
        return ""


def _count(address: str) -> int:
    from distributed import Client

    with Client(address, timeout="60s", set_as_default=False) as client:
        return len(client.nthreads())


def test_a_cluster_makes_the_same_bytes_though_a_worker_is_killed(tmp_path):
    root = make_project(tmp_path / "project", *(f"briefing-{number}" for number in range(8)))
    here, there = tmp_path / "here", tmp_path / "there"
    assert run(root, *FORMATS, "--output", str(here)).returncode == 0

    with cluster(tmp_path) as (address, workers):
        # Given its share of the tasks, it does none of them; the build before has checked the sources.
        workers[0].send_signal(signal.SIGSTOP)
        with started(root, *FORMATS, "--output", str(there), "--scheduler", address) as process:
            until(lambda: bool(list(there.glob("*/*.docx"))))
            assert len(list(there.glob("*/*.docx"))) < 8
            workers[0].send_signal(signal.SIGKILL)
            _, printed = process.communicate(timeout=180)

    assert process.returncode == 0, printed
    assert files(there) == files(here)


def test_a_task_of_a_cluster_that_takes_too_long_is_stopped_with_its_worker_and_the_others_are_made(tmp_path):
    root = make_project(tmp_path / "project", partnerships=("bad", "good"))
    with_page(root, "bad", ENDLESS)

    with cluster(tmp_path, nanny="--nanny") as (address, _):
        done = run(root, "--format", "html", "--scheduler", address, "--time-limit", "20")

    assert done.returncode == 1, done.stderr
    assert "bad/challenge.html could not be made" in done.stderr
    assert "longer than 20 seconds" in done.stderr
    assert set(entries(root / "output")) == {"good/challenge.html"}


@pytest.mark.parametrize(("nanny", "made"), [("--nanny", {"good", "well"}), ("--no-nanny", set())])
def test_what_waits_behind_a_task_that_takes_too_long_is_made_where_its_worker_can_be_stopped(
    tmp_path, monkeypatch, nanny, made
):
    # The scheduler gives up what was at a worker that ends, as it usually does at the fourth.
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    root = make_project(tmp_path / "project", partnerships=("bad", "good", "well"))
    with_page(root, "bad", ENDLESS)

    with cluster(tmp_path, 1, nanny=nanny) as (address, _):
        done = run(root, "--format", "html", "--scheduler", address, "--time-limit", "10")

    assert done.returncode == 1, done.stderr
    assert done.stderr.count("longer than 10 seconds") == 3 - len(made), done.stderr
    assert set(entries(root / "output")) == {f"{name}/challenge.html" for name in made}


def test_a_cluster_that_is_not_there_is_one_sentence(tmp_path):
    root = make_project(tmp_path / "project")

    # Nobody answers at a port that is taken and not listened at.
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        done = run(root, "--format", "txt", "--scheduler", f"tcp://127.0.0.1:{silent.getsockname()[1]}")

    assert done.returncode == 2, done.stderr
    assert done.stderr.splitlines()[-1].startswith("There is no Dask scheduler at `tcp://127.0.0.1:")
    assert set(files(root / "output")) <= {"manifest.json"}
