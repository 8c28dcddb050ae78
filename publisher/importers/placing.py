"""An imported source and its pictures put where the project keeps them; nothing that is there is ever replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from publisher.diagnostics import Severity
from publisher.errors import PublisherError
from publisher.files import write
from publisher.importers._manuscript import Image, Remark


def put(path: Path, name: str, text: str) -> None:
    """Write a source, shown to people as ``name``; raises PublisherError where a file is there or none can be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise PublisherError(f"`{name}` exists already; choose another with --output, or delete it first") from None
    except OSError as error:
        raise PublisherError(f"cannot write `{name}`: {(error.strerror or '').lower()}") from error


def pictures_folder(path: Path) -> Path:
    """Return the folder for the pictures of the source in a file."""
    return path.with_name(f"{path.stem}-pictures")


def put_pictures(images: Iterable[Image], folder: Path, name: str) -> tuple[Remark, ...]:
    """Write the pictures of a file into a folder, shown as ``name``, and return a remark on each.

    Raises PublisherError where they cannot be written.
    """
    remarks: list[Remark] = []
    taken: set[str] = set()
    for number, image in enumerate(images, 1):
        own = _name(image.name, number, taken)
        try:
            write(folder / own, image.data)
        except OSError as error:
            raise PublisherError(f"cannot write `{name}/{own}`: {(error.strerror or '').lower()}") from error
        told = f"its words are “{image.alternative}”" if image.alternative.strip() else "it has no words of its own"
        message = f"a picture was set aside as {name}/{own}; {told}"
        hint = "A briefing has no pictures: say in the text what it shows, or leave it out."
        remarks.append(Remark("IMP005", Severity.WARNING, message, hint, image.place))
    return tuple(remarks)


def _name(given: str, number: int, taken: set[str]) -> str:
    """Return a name for a picture's file that no other of the folder has and that leads nowhere else."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", PurePath(given.replace("\\", "/")).name).strip(".-")
    name = plain or f"picture-{number}"
    if name.lower() in taken:
        name = f"{number}-{name}"
    taken.add(name.lower())
    return name
