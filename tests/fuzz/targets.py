"""What is fuzzed: functions that take any bytes and may end in a PublisherError and in nothing else.

The first byte chooses among kinds of files where a target has several.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from publisher import importers, markdown
from publisher.assets import KINDS, faults_in
from publisher.check import Checker
from publisher.errors import PublisherError
from publisher.partnership import load
from publisher.project import Project, built_in
from publisher.prose import read as prose
from publisher.report import text
from publisher.selection import Selection
from publisher.source import read
from tests.cases import FOLDER, TODAY, write_partnership

CORPUS = Path(__file__).parent / "corpus"
_IMPORTED = (".docx", ".md", ".txt", ".pdf")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


@cache
def _checker() -> Checker:
    root = Path(tempfile.mkdtemp())
    write_partnership(root, (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
    project = Project(root)
    return Checker(project, tuple(project.partnerships()), Selection(), TODAY)


def source(data: bytes) -> None:
    """Read any bytes as a source."""
    found = read(data, "x.yaml")
    for place in found.values.values():
        place.span()


def checking(data: bytes) -> None:
    """Check any text as the source of a briefing, and tell what is found."""
    checker = _checker()
    checked = checker.check_source(read(data, "x.yaml"), checker.project.root / "x.yaml")
    text(checked.diagnostics, checked.texts(), ("x.yaml",))


def body(data: bytes) -> None:
    """Read any text as the body of a section."""
    markdown.blocks(_text(data))
    markdown.phrase(_text(data))
    prose(_text(data))


def folder(data: bytes) -> None:
    """Look at any bytes as a file of a partnership's folder, and load the folder."""
    names = [f"x{suffix}" for suffix in sorted(KINDS)]
    choice, first = divmod(data[0] if data else 0, len(names))
    list(faults_in(names[first], data[1:]))
    with tempfile.TemporaryDirectory() as root:
        write_partnership(Path(root), (FOLDER / "rules" / "partnership.yml").read_text("utf-8"))
        files = ("partnership.yml", "_brand.yml", "logo.svg")
        (Path(root) / "templates" / "sample" / files[choice % len(files)]).write_bytes(data[1:])
        load("sample", Path(root) / "templates", built_in("templates"), Path(root))


def importing(data: bytes) -> None:
    """Read any bytes as a file to be imported."""
    importers.read(data[1:], f"x{_IMPORTED[data[0] % len(_IMPORTED)] if data else '.txt'}")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "source": source,
    "checking": checking,
    "markdown": body,
    "folder": folder,
    "importing": importing,
}


def tried(name: str, data: bytes) -> None:
    """Give a target some bytes; whatever it raises beside a PublisherError is a fault of the program."""
    try:
        TARGETS[name](data)
    except PublisherError:
        return
