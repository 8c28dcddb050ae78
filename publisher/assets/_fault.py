"""What is wrong with a file of a partnership's folder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A file, named relative to the folder, that may not be used as it is, and why."""

    file: str
    message: str
    hint: str
    line: int = 1
