"""A small briefing with two links that say nothing, and what `check` says of it."""

from __future__ import annotations

import json
from pathlib import Path

from publisher.cli import run

SOURCE = """\
title: Neglect
published: 2026-02
sections:
  - heading: Background
    body: |
      See [here](https://www.example.org/one) and [more](https://www.example.org/two).
"""


def make_briefing(root: Path) -> Path:
    """Write the briefing into a project and return its file."""
    (root / "briefings").mkdir()
    path = root / "briefings" / "x.yaml"
    path.write_text(SOURCE, "utf-8")
    return path


def check(capsys, briefing: Path, *options: str) -> list[tuple[str, str, bool]]:
    run(["--root", str(briefing.parent.parent), "check", "--output-format", "json", *options, str(briefing)])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [
        (one["code"], one["message"], one["waived"])
        for one in findings
        if one["code"] in {"LNK002", "WVR001", "WVR002"}
    ]
