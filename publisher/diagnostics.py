"""What is said about a source: a rule's finding, and the same thing with its file and place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""Keys and positions that lead to a value in a source, such as ``("sections", 2, "body")``."""

_unprintable = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def printable(text: str) -> str:
    """Return a text in one line, with what could play tricks on a terminal or a log as Python would write it."""
    return _unprintable.sub(lambda match: ascii(match[0])[1:-1], text)


class Severity(StrEnum):
    """How much a finding weighs; see section 5 of the format in ``docs/format.md``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text file; lines and columns count from 1 in characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Text that takes the place of a span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend that a program may apply; ``safe`` changes no meaning, ``unsafe`` needs a person's eye."""

    applicability: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says: which value, which characters of it, what is, and what would be right.

    ``start`` and ``end`` are offsets into the value's text; without them the whole value is meant.
    ``key`` means the key itself rather than its value. ``replacement`` is a safe new text for
    exactly the characters between ``start`` and ``end``.
    """

    path: Path
    message: str
    hint: str = ""
    start: int | None = None
    end: int | None = None
    replacement: str | None = None
    key: bool = False
    in_profile: bool = False
    """The path is one of the partnership's own ``partnership.yml``."""
    severity: Severity | None = None
    """Set only where one finding weighs less than its rule usually does."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its code, weight, file and place: the one value every front end prints.

    What it says is made ``printable``, as it quotes files from strangers: a new line could begin a command of GitHub's.
    """

    code: str
    name: str
    severity: Severity
    message: str
    file: str
    span: Span
    hint: str = ""
    path: Path = ()
    partnership: str | None = None
    waived: bool = False
    fix: Fix | None = None

    def __post_init__(self) -> None:
        """Take what cannot be printed out of what is said."""
        for name, said in (("message", self.message), ("hint", self.hint)):
            if _unprintable.search(said):
                object.__setattr__(self, name, printable(said))

    @property
    def blocks(self) -> bool:
        """Whether this keeps the document from being published."""
        return self.severity is Severity.ERROR and not self.waived


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics by file, place and code, each once."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.file, d.span, d.code, d.partnership or "", d.message))
