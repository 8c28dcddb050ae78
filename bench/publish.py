"""What a briefing costs as PDF, DOCX and HTML: here and with other tools, on the same texts and in the same run.

Run it from the project folder: ``make bench``, or ``.venv/bin/python bench/publish.py [--large]``. CPU is user and
system time of a process and of all that it starts, each command at its least of several runs. ``--large`` builds
100 briefings for 10 partnerships in 3 formats, which takes about ten minutes; without it 40 briefings are built.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import corpus
import peers
from measure import Cost, run
from peers import FORMATS, Row
from rich.console import Console
from rich.table import Table

ROUNDS = 5
"""Of what runs in one process; a whole process is run three times."""
SAMPLES = 8
PUBLISHER = [sys.executable, "-m", "publisher"]
_ENVIRONMENT = {"PYTHONPATH": str(corpus.REPOSITORY)}


def ours(project: Path) -> Iterator[Row]:
    """Yield what the program costs: as a command of its own, in a worker, and with nothing to do."""
    cold = Row("this program, cold", note="one command for one briefing, its source checked too")
    for name in (*FORMATS, "all three"):
        options = [f"--format={one}" for one in (FORMATS if name == "all three" else (name,))]
        costs = []
        for _ in range(3):
            shutil.rmtree(project / "output", ignore_errors=True)
            costs.append(run([*PUBLISHER, "build", "briefing-0001", "--jobs", "1", *options], project, _ENVIRONMENT))
        cold.cpu[name] = min(cost.cpu for cost in costs)
        cold.peak = max(cold.peak, *(cost.peak for cost in costs))
    yield cold
    warm = Row("this program, warm worker", note="rendered, tags mended, checked, written")
    for name in (*FORMATS, "all three"):
        told = _worker(project, ",".join(FORMATS) if name == "all three" else name, ROUNDS)
        warm.cpu[name], warm.peak = told["cpu"], max(warm.peak, told["peak"])
    yield warm


def _worker(project: Path, formats: str, rounds: int) -> dict[str, float]:
    command = [sys.executable, str(corpus.REPOSITORY / "bench" / "worker.py"), str(project), formats, str(rounds)]
    told: dict[str, float] = json.loads(
        subprocess.run(command, env=_ENVIRONMENT, capture_output=True, text=True, check=True).stdout
    )
    return told


def main() -> None:
    console = Console(width=132, highlight=False)
    console.print(_machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "samples"
        corpus.make(project, SAMPLES, 1, FORMATS)
        rows = list(ours(project))
        run([*PUBLISHER, "build", "--fragment", "--jobs", "1"], project, _ENVIRONMENT)
        texts = folder / "texts"
        texts.mkdir()
        names = peers.prepare(texts, project / "output" / "partnership-000", SAMPLES)
        rows += peers.rows(texts, names, 3)
        console.print(_table(rows))
        _print_goals(console, _goals(rows[1], rows[2]))
        _print_goals(console, many(folder / "many", 100 if "--large" in sys.argv else 40))


def _machine() -> str:
    programs = f"Python {platform.python_version()}, WeasyPrint {corpus.version('weasyprint')}"
    return f"{corpus.processor()}, {platform.system()}, {programs}"


def _table(rows: list[Row]) -> Table:
    table = Table("CPU seconds for one briefing", *(name.upper() for name in FORMATS), "all three", "peak MB", "")
    for column in table.columns[1:6]:
        column.justify = "right"
    for row in rows:
        if len(row.cpu) == len(FORMATS):
            row.cpu["all three"] = sum(row.cpu.values())
        cells = (f"{row.cpu[name]:.3f}" if name in row.cpu else "-" for name in (*FORMATS, "all three"))
        table.add_row(row.name, *cells, f"{row.peak:.0f}" if row.peak else "-", row.note)
    return table


Goal = tuple[str, float, str, float]
"""What is measured, the figure, its unit, and the goal: at most, or at least where it is negative."""


def _goals(warm: Row, pandoc: Row) -> list[Goal]:
    if "all three" not in pandoc.cpu:
        return []
    return [
        ("all three, warm, to pandoc's", warm.cpu["all three"] / pandoc.cpu["all three"], "", 0.6),
        ("PDF, warm, mended and validated, to pandoc's by typst", warm.cpu["pdf"] / pandoc.cpu["pdf"], "", 1.0),
    ]


def many(folder: Path, briefings: int) -> list[Goal]:
    """Return how a build of many files behaves: half of them with one process and with two, then all, then nothing."""
    half, whole = folder / "half", folder / "whole"
    corpus.make(half, briefings // 2, 10, FORMATS)
    corpus.make(whole, briefings, 10, FORMATS)
    one, two = (_built(half, jobs, force=True) for jobs in (1, 2))
    full = _built(whole, 2)
    nothing = min((_built(whole, 2) for _ in range(3)), key=lambda cost: cost.cpu)
    targets = briefings * 10 * len(FORMATS)
    return [
        (f"{targets} files, CPU to that of half as many", full.cpu / two.cpu, "", 2.1),
        (f"{targets // 2} files, speed with two jobs to one", one.wall / two.wall, "", -1.8),
        (f"{targets} files, CPU", full.cpu, " s", 0),
        (f"{targets} files, seconds on the clock", full.wall, " s", 0),
        (f"{targets} files unchanged, seconds on the clock", nothing.wall, " s", targets / 1200),
        (f"{targets} files unchanged, CPU", nothing.cpu, " s", 0),
        (f"{targets} files unchanged, CPU to a full build's", 100 * nothing.cpu / full.cpu, " %", 1.0),
        ("parent's memory to that for half as many files", full.own / two.own, "", 1.2),
        ("largest worker's memory", full.peak, " MB", 300),
    ]


def _built(project: Path, jobs: int, *, force: bool = False) -> Cost:
    cost = run([*PUBLISHER, "build", "--jobs", str(jobs), *(["--force"] if force else [])], project, _ENVIRONMENT)
    if cost.code:
        sys.exit((project / "errors.log").read_text("utf-8"))
    return cost


def _print_goals(console: Console, goals: list[Goal]) -> None:
    table = Table("", "figure", "goal", "")
    table.columns[1].justify = table.columns[2].justify = "right"
    for name, figure, unit, goal in goals:
        met = figure >= -goal if goal < 0 else figure <= goal
        wanted = f"{'≥' if goal < 0 else '≤'} {abs(goal):g}{unit}" if goal else ""
        table.add_row(name, f"{figure:.2f}{unit}", wanted, ("met" if met else "not met") if goal else "")
    console.print(table)


if __name__ == "__main__":
    main()
