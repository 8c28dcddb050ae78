"""Projects to build, and the program run as a process of its own, to be watched, stopped and killed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{{ '' }}{% endfor %}{% endfor %}"
"""A page that is never finished."""
SAMPLE = REPOSITORY / "briefings" / "professional-challenge.yaml"


def make_project(root: Path, *slugs: str, partnerships: tuple[str, ...] = ("example",)) -> Path:
    """Make a project with a briefing of each slug and copies of the partnership that newcomers copy."""
    (root / "briefings").mkdir(parents=True)
    for slug in slugs or ("challenge",):
        shutil.copy(SAMPLE, root / "briefings" / f"{slug}.yaml")
    for name in partnerships:
        shutil.copytree(REPOSITORY / "templates" / "example", root / "templates" / name)
    return root


def with_page(root: Path, partnership: str, page: str) -> None:
    """Give a partnership a page template of its own."""
    base = (REPOSITORY / "templates" / "base" / "briefing.html.j2").read_text("utf-8")
    (root / "templates" / partnership / "briefing.html.j2").write_text(base.replace("<main>", f"<main>{page}"), "utf-8")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def entries(folder: Path) -> dict[str, dict]:
    """Return the manifest's entries by file."""
    written = json.loads((folder / "manifest.json").read_text("utf-8"))
    return {entry["file"]: entry for entry in written["files"]}


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder by its name, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def command(root: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "publisher", "--root", str(root), "build", *options]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment in which nothing is kept outside a folder of the test's own."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(home / "cache"), **more}


def run(root: Path, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own and wait for it."""
    return subprocess.run(
        command(root, *options),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=180,
        env=environment(root.parent, **more),
    )


@contextmanager
def started(root: Path, *options: str, **more: str) -> Iterator[subprocess.Popen[str]]:
    """Start a build in a process group of its own; nothing of it is left afterwards."""
    process = subprocess.Popen(
        command(root, *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(root.parent, **more),
        start_new_session=True,
    )
    try:
        yield process
    finally:
        kill_group(process)
        process.communicate()


def kill_group(process: subprocess.Popen[str]) -> None:
    """Kill a build with everything that it has started, as a machine does that is switched off."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, 9)


def until(holds: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something holds, and fail where it never does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def children_of(process: subprocess.Popen[str]) -> list[int]:
    """Return the processes that a build has started itself: the server of workers, and one that clears up after it."""
    return _families().get(process.pid, [])


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """Return the worker processes of a build: the children of the server that forks them."""
    families = _families()
    return [worker for child in families.get(process.pid, []) for worker in families.get(child, [])]


def _families() -> dict[int, list[int]]:
    """Return the children of every process of this machine."""
    families: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError, IndexError):
                parent = int((folder / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
                families.setdefault(parent, []).append(int(folder.name))
    return families


def is_alive(identifier: int) -> bool:
    """Whether a process is there and not merely waiting to be forgotten."""
    try:
        state = Path(f"/proc/{identifier}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
