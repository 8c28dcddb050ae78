"""The commands about brands are in the documentation, and its step by step can be followed."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from publisher.cli import cli
from tests.brands import REPOSITORY, SAFE, publisher

FORMAT = (REPOSITORY / "docs" / "format.md").read_text("utf-8")
GUIDE = (REPOSITORY / "docs" / "rebranding.md").read_text("utf-8")


def test_every_command_of_the_group_is_documented_with_its_options():
    group = cli.commands["brand"]
    assert isinstance(group, click.Group)

    assert len(group.commands) > 4
    for name, command in group.commands.items():
        entry = re.search(rf"^publisher brand {name} .*\n(?:    .*\n)*", FORMAT, re.MULTILINE)
        assert entry, name
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        assert [option for option in sorted(options) if option not in entry[0]] == [], name


def test_the_steps_of_the_guide_can_be_followed(tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "briefings").mkdir()
    shutil.copy(REPOSITORY / "briefings" / "professional-challenge.yaml", tmp_path / "briefings")
    (tmp_path / "our-logo.svg").write_bytes(SAFE)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE)
    commands = [line for block in blocks[1:] for line in block.replace("\\\n", " ").splitlines()]
    assert len(commands) > 4

    for line in commands:
        words = shlex.split(line, comments=True)
        edition = tmp_path / "templates" / "sampleton" / "briefings" / "professional-challenge.yaml"
        if words[1] == "diff" and not edition.exists():
            edition.parent.mkdir()
            edition.write_text("summary: Ours.\n", "utf-8")
        code, out, err = publisher(capsys, tmp_path, *words[1:])
        assert code == 0, f"{line}: {out}{err}"
