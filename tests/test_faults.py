"""Whatever happens to a build, no half-written file is seen, the last good ones stay and the next build completes."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from publisher.cli import run as build
from tests.builds import (
    change,
    command,
    entries,
    environment,
    files,
    kill_group,
    make_project,
    run,
    started,
    until,
)

KILLS = int(os.environ.get("PUBLISHER_TEST_KILLS", "8"))
"""How often the build is killed; a hundred take two minutes."""
FORMATS = ("--format", "txt", "--format", "html", "--format", "docx")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def shown(folder: Path) -> dict[str, bytes]:
    """Return the files that people see: not those whose names start with a full stop."""
    return {name: data for name, data in files(folder).items() if not any(part[0] == "." for part in name.split("/"))}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with a project that was built and then changed, and in ``after`` what is to come of the change."""
    folder = Path(tmp_path_factory.mktemp("built"))
    root = make_project(folder / "project", *(f"briefing-{number}" for number in range(4)))
    assert run(root, *FORMATS).returncode == 0
    for path in (root / "briefings").iterdir():
        change(path, "\ntitle: P", "\ntitle: Another p")
    assert run(root, *FORMATS, "--output", str(folder / "after")).returncode == 0
    return folder


@pytest.fixture
def versions(built, tmp_path) -> tuple[Path, dict[str, set[str]]]:
    """A project that was built and then changed, and the digests that each of its files may have."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    root = tmp_path / "project"
    before, after = files(root / "output"), files(tmp_path / "after")
    assert before.keys() == after.keys()
    return root, {name: {digest(before[name]), digest(after[name])} for name in before}


def changed(output: Path, before: dict[str, bytes]) -> int:
    """Return how many files are no longer what they were."""
    return sum((output / name).read_bytes() != data for name, data in before.items())


def test_a_build_killed_at_any_moment(versions, tmp_path):
    root, right = versions
    output = root / "output"
    before, after = files(output), files(tmp_path / "after")
    killed = 0
    for number in range(KILLS):
        # What killed builds left stays; the good files are again the last ones.
        for name, data in before.items():
            (output / name).write_bytes(data)
        enough = len(before) * number // KILLS
        with started(root, *FORMATS, "--jobs", "2") as process:
            until(lambda: changed(output, before) >= enough)  # noqa: B023 - is over before the next
            killed += process.poll() is None
            kill_group(process)
        here = shown(output)
        manifest = here.pop("manifest.json")
        assert here.keys() == right.keys() - {"manifest.json"}
        assert [name for name, data in here.items() if digest(data) not in right[name]] == []
        assert digest(manifest) in right["manifest.json"]
    # Not all may be quick enough to see the last files come; the first come long before the build ends.
    assert killed > KILLS // 4

    done = run(root, *FORMATS)

    assert done.returncode == 0, done.stderr
    assert files(output) == after


def test_a_manifest_is_never_ahead_of_its_files(versions):
    root, _ = versions
    output = root / "output"

    before = files(output)

    with started(root, *FORMATS, "--jobs", "1") as process:
        until(lambda: changed(output, before) > 0)
        kill_group(process)

    # The new file is not in the manifest yet, so it is made once more and not taken for one changed by hand for good.
    done = run(root, *FORMATS)
    assert done.returncode == 0
    known = entries(output)
    assert known.keys() == before.keys() - {"manifest.json"}
    assert all(digest((output / name).read_bytes()) == entry["sha256"] for name, entry in known.items())


def limited(root: Path, kilobytes: int, *options: str) -> subprocess.CompletedProcess[str]:
    """Build where no file may be larger than that, as the system refuses more."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    return subprocess.run(
        command(root, *options),
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
        env=environment(root.parent),
        preexec_fn=limit,
    )


def test_a_file_that_the_system_does_not_let_be_written_leaves_the_last_good_one(versions):
    root, right = versions
    before = files(root / "output")

    done = limited(root, 20, "--jobs", "1", *FORMATS)

    assert done.returncode == 1, done.stderr
    assert "cannot write `example/briefing-0.docx`: file too large" in done.stderr
    here = files(root / "output")
    assert here.keys() == right.keys()
    large = [name for name in here if name.endswith(".docx")]
    assert large
    assert all(here[name] == before[name] for name in large)
    assert run(root, *FORMATS).returncode == 0


def mounted(folder: Path, kilobytes: int) -> bool:
    """Mount a small disk on a folder where that is allowed."""
    mount = shutil.which("mount")
    arguments = ["-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    return bool(mount) and subprocess.run([str(mount), *arguments], capture_output=True, check=False).returncode == 0


def test_a_full_disk(tmp_path):
    root = make_project(tmp_path / "project", "one", "two")
    disk = tmp_path / "disk"
    disk.mkdir()
    if not mounted(disk, 128):
        pytest.skip("mounting a small disk is not allowed here")
    try:
        done = run(root, *FORMATS, "--output", str(disk))
        assert done.returncode in {1, 2}
        assert "no space left on device" in done.stderr
        assert "Traceback" not in done.stderr
        known = entries(disk) if (disk / "manifest.json").is_file() else {}
        for name, entry in known.items():
            assert digest((disk / name).read_bytes()) == entry["sha256"]
        assert not [name for name in files(disk) if "unfinished" in name]
    finally:
        subprocess.run([str(shutil.which("umount")), str(disk)], check=True)


def can_write_anywhere() -> bool:
    return os.geteuid() == 0


@pytest.mark.skipif(can_write_anywhere(), reason="an administrator may write into any folder")
def test_a_folder_that_may_not_be_written_to(versions):
    root, right = versions
    before = files(root / "output")
    (root / "output" / "example").chmod(0o555)
    try:
        done = run(root, *FORMATS)
    finally:
        (root / "output" / "example").chmod(0o755)

    assert done.returncode == 1
    assert done.stderr.count("permission denied") == len(right) - 1
    assert files(root / "output") == before
    assert run(root, *FORMATS).returncode == 0


@pytest.mark.skipif(can_write_anywhere(), reason="an administrator may write into any folder")
def test_an_output_folder_that_may_not_be_written_to_is_one_sentence(tmp_path):
    root = make_project(tmp_path / "project")
    (root / "output").mkdir(mode=0o555)

    done = run(root, *FORMATS)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "permission denied" in done.stderr


def test_a_target_that_somebody_reads_is_replaced_and_stays_whole_for_the_reader(versions):
    root, _ = versions
    path = root / "output" / "example" / "briefing-0.docx"
    before = path.read_bytes()

    with path.open("rb") as reader:
        assert run(root, *FORMATS).returncode == 0
        assert reader.read() == before
    assert path.read_bytes() != before


def test_a_target_that_is_a_folder_fails_alone(tmp_path):
    root = make_project(tmp_path / "project")
    (root / "output" / "example" / "challenge.html" / "x").mkdir(parents=True)

    done = run(root, *FORMATS)

    assert done.returncode == 1
    assert "cannot write `example/challenge.html`" in done.stderr
    assert set(entries(root / "output")) == {"example/challenge.txt", "example/challenge.docx"}


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"files": [{}]}', b'{"files": 3}', b"\xff\xfe", b"[" * 100_000, None]
)
def test_a_damaged_manifest_is_written_anew_and_nothing_goes(tmp_path, damage):
    root = make_project(tmp_path / "project")
    assert build(["--root", str(root), "build", "--format", "txt"]) == 0
    before = files(root / "output")
    manifest = root / "output" / "manifest.json"
    if damage is None:
        damage = manifest.read_bytes()[:-300]
    manifest.write_bytes(damage)

    assert build(["--root", str(root), "build", "--format", "txt"]) == 0
    assert files(root / "output") == before


def test_a_source_that_goes_away_during_the_build_leaves_its_last_good_files(versions):
    root, right = versions
    output = root / "output"

    before = files(output)

    with started(root, *FORMATS, "--jobs", "1") as process:
        until(lambda: changed(output, before) > 0)
        (root / "briefings" / "briefing-3.yaml").unlink()
        _, printed = process.communicate(timeout=180)

    # It may have been made before it was gone.
    assert process.returncode == (1 if "could not be made" in printed else 0), printed
    assert "Traceback" not in printed
    assert files(output).keys() == right.keys()
    assert [
        name for name, data in files(output).items() if name != "manifest.json" and digest(data) not in right[name]
    ] == []
