"""What a program costs: CPU seconds of it and of all that it starts, and the largest memory of any of them."""

from __future__ import annotations

import ctypes
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux: what a child leaves behind, as a server of workers, is then waited for here."""
KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""Bytes of what the system counts memory in."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run has cost."""

    cpu: float
    """Seconds, user and system."""
    own: float
    """Megabytes at the most, of the program itself."""
    peak: float
    """The same, of the largest of the program's processes."""
    wall: float
    code: int


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a program to its end, and all that it has started; returns what it has cost."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    with (folder / "errors.log").open("wb") as errors:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL, stderr=errors
        )
    _, status, first = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    used = [first]
    while True:
        try:
            used.append(os.wait4(-1, 0)[2])
        except ChildProcessError:
            break
    megabytes = [one.ru_maxrss * KILOBYTE / 2**20 for one in used]
    cpu = sum(one.ru_utime + one.ru_stime for one in used)
    return Cost(cpu, megabytes[0], max(megabytes), wall, process.returncode)


def least(commands: Sequence[Sequence[str]], folder: Path, runs: int, environment: Mapping[str, str]) -> Cost:
    """Return the cost of a command on average, each at its least of so many runs; raises OSError where one fails."""
    costs = []
    for command in commands:
        tried = [run(command, folder, environment) for _ in range(runs)]
        if any(cost.code for cost in tried):
            told = (folder / "errors.log").read_text("utf-8", "replace").strip().splitlines()
            raise OSError(told[-1] if told else f"{command[0]} failed")
        costs.append(min(tried, key=lambda cost: cost.cpu))
    return Cost(
        statistics.mean(cost.cpu for cost in costs),
        max(cost.own for cost in costs),
        max(cost.peak for cost in costs),
        statistics.mean(cost.wall for cost in costs),
        0,
    )
