"""An imported source and its pictures put where the project keeps them; nothing that is there is ever replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from publisher.diagnostics import Severity
from publisher.files import put
from publisher.importers._manuscript import Image, Remark
from publisher.importers.pictures import bare
from publisher.redaction import MARK, file_name

_NOT_BARE = " Its file may still say who made it and of whom; only of JPEG and PNG files is that left out."


def put_source(path: Path, name: str, text: str) -> None:
    """Write a source, shown to people as ``name``; raises PublisherError where a file is there or none can be."""
    put(path, text.encode(), name, "choose another with --output, or delete it first")


def pictures_folder(path: Path) -> Path:
    """Return the folder for the pictures of the source in a file."""
    return path.with_name(f"{path.stem}-pictures")


def put_pictures(images: Iterable[Image], folder: Path, name: str) -> tuple[Remark, ...]:
    """Write the pictures of a file into a folder, shown as ``name``, and return a remark on each.

    What their own files say of them, such as who took them and where, is left out where that can be done.

    Raises PublisherError where they cannot be written.
    """
    remarks: list[Remark] = []
    taken = {path.name.lower() for path in folder.iterdir()} if folder.is_dir() else set()
    for number, image in enumerate(images, 1):
        own = _name(image.name, number, taken)
        taken.add(own.lower())
        alone = bare(image.data)
        put(folder / own, image.data if alone is None else alone, f"{name}/{own}", "import the file again")
        told = f"its words are “{image.alternative}”" if image.alternative.strip() else "it has no words of its own"
        message = f"a picture was set aside as {name}/{own}; {told}"
        hint = "A briefing has no pictures: say in the text what it shows, or leave it out."
        hint += _NOT_BARE if alone is None else ""
        remarks.append(Remark("IMP005", Severity.WARNING, message, hint, image.place))
    return tuple(remarks)


def _name(given: str, number: int, taken: set[str]) -> str:
    """Return a name for a picture's file that no other of the folder has and that leads nowhere else."""
    last = file_name(PurePath(given.replace("\\", "/")).name).replace(MARK, "")
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", last).strip(".-")
    name = plain or f"picture-{number}"
    names = (name, *(f"{first}-{name}" for first in range(number, number + len(taken))))
    return next(one for one in names if one.lower() not in taken)
