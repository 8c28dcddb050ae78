"""How fast briefings are checked: files a second of CPU on one core, time per file and memory as the number grows.

Run it from the project folder: ``.venv/bin/python bench/check.py [FILES]`` (1,000 by default). The briefings have about
500 words each and are made of the samples' own sections, drawn by a fixed seed. Each section has a few words of its
own: no two real texts are the same, and what is remembered of one must not help with the next. yamllint and proselint,
where they are installed (``make bench`` puts them into a folder of their own), read the same files in the same run;
neither knows the format.
"""

from __future__ import annotations

import datetime
import gc
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from publisher.check import GARBAGE, Checker
from publisher.project import Project
from publisher.selection import Selection

REPOSITORY = Path(__file__).parent.parent
TOOLS = Path(sys.prefix) / "bench" / "bin"
GOAL = 150
TODAY = datetime.date(2026, 11, 21)


def make_corpus(folder: Path, count: int) -> None:
    """Write ``count`` briefings into ``folder``, each of seven sections drawn from the samples."""
    sources = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((REPOSITORY / "briefings").glob("*.yaml"))]
    samples = [source for source in sources if "sections" in source]
    draw = random.Random(7)  # noqa: S311 - the same corpus each time
    words = sorted({word for one in samples for section in one["sections"] for word in section["body"].split()})
    plain = [word for word in words if word.isascii() and word.isalpha() and word.islower()]
    (folder / "briefings").mkdir()
    for number in range(count):
        briefing = {**draw.choice(samples)}
        drawn = [draw.choice(samples)["sections"][position] for position in range(7)]
        briefing["sections"] = [
            {**section, "body": f"{section['body'].rstrip()}\n\n{_sentence(draw, plain)}\n"} for section in drawn
        ]
        text = yaml.dump(briefing, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=110)
        (folder / "briefings" / f"briefing-{number:04}.yaml").write_text(text, "utf-8")
    shutil.copytree(REPOSITORY / "templates" / "example", folder / "templates" / "example")


def _sentence(draw: random.Random, words: list[str]) -> str:
    """Return a sentence that no other text has, of the samples' own words."""
    return f"Each {' '.join(draw.sample(words, 6))}."


class _Readable(yaml.SafeDumper):
    """Writes bodies as authors do: literal, line by line."""


_Readable.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def ours(folder: Path, count: int) -> tuple[float, int]:
    """Return the CPU seconds and the findings of checking the first ``count`` files."""
    project = Project(folder)
    checker = Checker(project, tuple(project.partnerships()), Selection(), TODAY)
    paths = project.sources()[:count]
    checker.check(paths[0])  # reads the house data, which a run does once
    before = time.process_time()
    findings = sum(len(checker.check(path).diagnostics) for path in paths)
    return time.process_time() - before, findings


def theirs(command: list[str]) -> float:
    """Return the CPU seconds of another program."""
    before = os.times()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def main() -> None:
    gc.set_threshold(GARBAGE)  # as `publisher check` does
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_corpus(folder, count)
        print("program            files   CPU s   files/s   ms/file   peak MB")
        for number in (10, 100, count):
            seconds, findings = ours(folder, number)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            told = f"({findings} findings)" if number == count else ""
            print(_row("publisher check", number, seconds), f"{peak:9.0f}", told)
        print(f"goal: {GOAL} files/s on one core with all rules, for one partnership")
        paths = [str(path) for path in sorted((folder / "briefings").iterdir())]
        for program, options in (("yamllint", []), ("proselint", ["check"])):
            if (TOOLS / program).is_file():
                print(_row(program, count, theirs([str(TOOLS / program), *options, *paths])))
            else:
                print(f"{program}: not installed; `make bench` installs it")


def _row(program: str, files: int, seconds: float) -> str:
    return f"{program:16} {files:7} {seconds:7.2f} {files / seconds:9.0f} {1000 * seconds / files:9.2f}"


if __name__ == "__main__":
    main()
