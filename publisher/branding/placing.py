"""Folders put in place whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from publisher.errors import PublisherError
from publisher.files import reason


def place(templates: Path, folders: Mapping[str, Mapping[str, bytes]]) -> None:
    """Put folders with their files into ``templates``: all of them, or none.

    Raises PublisherError where one is there already, or cannot be written.
    """
    placed: list[Path] = []
    try:
        templates.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=templates) as staging:
            for name, files in folders.items():
                _fill(Path(staging) / name, files)
            for name in folders:
                # Fails where there is a folder with something in it, also one made since we looked.
                (Path(staging) / name).rename(templates / name)
                placed.append(templates / name)
    except OSError as error:
        for folder in placed:
            with suppress(OSError):
                shutil.rmtree(folder)
        raise PublisherError(f"cannot write into `{templates}`: {reason(error)}") from error


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    # Only its owner may look into the folder that it is made in.
    folder.chmod(0o755)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
