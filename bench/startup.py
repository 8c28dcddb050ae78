"""CPU seconds of the commands that must answer at once: ``publisher --help`` and ``publisher check`` of one file.

Run it from the project folder: ``.venv/bin/python bench/startup.py``. Each figure is the median of eleven runs of a
whole process, user and system time together; the goals are those the project set itself.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

RUNS = 11
GOALS = (
    ("publisher --help", ["--help"], 0.2),
    ("publisher check, one file", ["check", "briefings/professional-challenge.yaml"], 0.5),
    ("publisher check, all samples", ["check"], None),
)


def cpu_seconds(arguments: list[str]) -> float:
    before = os.times()
    subprocess.run([sys.executable, "-m", "publisher", *arguments], check=False, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def main() -> None:
    os.chdir(Path(__file__).parent.parent)
    print(f"{'command':32}  CPU s  goal")
    for name, arguments, goal in GOALS:
        cpu_seconds(arguments)  # the first run fills the disk cache and writes byte code
        median = statistics.median(cpu_seconds(arguments) for _ in range(RUNS))
        print(f"{name:32}  {median:5.2f}  {goal or '-'}")


if __name__ == "__main__":
    main()
