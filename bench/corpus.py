"""Projects to measure with: the samples' own sections drawn anew, for partnerships that differ in name and colour."""

from __future__ import annotations

import os
import platform
import random
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

__all__ = ["REPOSITORY", "make", "processor", "version"]

REPOSITORY = Path(__file__).parent.parent
_COLOURS = (
    "#005a9c",
    "#00665e",
    "#7a1f5c",
    "#5b3a8c",
    "#8a2b0e",
    "#1d5a2f",
    "#3d4a5c",
    "#8c1c2c",
    "#0b5d73",
    "#4f5200",
)
"""Each with a contrast of more than 6:1 to white."""


class _Readable(yaml.SafeDumper):
    """Writes bodies as authors do: literal, line by line."""


_Readable.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def make(folder: Path, briefings: int, partnerships: int, formats: tuple[str, ...]) -> None:
    """Write a project of so many briefings and partnerships into an empty folder."""
    sources = (yaml.safe_load(path.read_text("utf-8")) for path in sorted((REPOSITORY / "briefings").glob("*.yaml")))
    # Documents of other kinds have no sections.
    samples = [source for source in sources if source.get("kind", "briefing") == "briefing"]
    (folder / "briefings").mkdir(parents=True)
    for number in range(briefings):
        path = folder / "briefings" / f"briefing-{number:04}.yaml"
        path.write_text(_text(_drawn(samples, number)), "utf-8")
    for number in range(partnerships):
        _partnership(folder / "templates" / f"partnership-{number:03}", number)
    # The briefings are new each time and the samples may have been mended: nothing here is about findings.
    (folder / "publisher.yml").write_text(_text({"formats": [*formats], "page_budget": 4}), "utf-8")


def _drawn(samples: list[dict[str, Any]], number: int) -> dict[str, Any]:
    """Return a sample with each of its sections taken from one sample or another, and some words of its own."""
    draw = random.Random(number)  # noqa: S311 - the same texts each time
    briefing = {**samples[number % len(samples)]}
    if number >= len(samples):
        drawn = [{**draw.choice(samples)["sections"][place]} for place in range(7)]
        drawn[2]["body"] = f"{drawn[2]['body'].rstrip()} This is briefing {number} of the series.\n"
        briefing["sections"] = drawn
        briefing["title"] = f"{briefing['title']} ({number})"
    return briefing


def _partnership(folder: Path, number: int) -> None:
    shutil.copytree(REPOSITORY / "templates" / "example", folder)
    colour = _COLOURS[number % len(_COLOURS)]
    for name in ("_brand.yml", "logo.svg"):
        file = folder / name
        file.write_text(file.read_text("utf-8").replace("#005a9c", colour), "utf-8")
    file = folder / "partnership.yml"
    file.write_text(file.read_text("utf-8").replace("Exampleshire", f"Exampleshire {number}"), "utf-8")


def _text(data: object) -> str:
    return yaml.dump(data, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=110)


def processor() -> str:
    """Return the computer's processor and how many cores there are to work with."""
    cores = os.cpu_count() or 1
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            return f"{line.partition(':')[2].strip()}, {cores} cores"
    return f"{platform.machine()}, {cores} cores"
