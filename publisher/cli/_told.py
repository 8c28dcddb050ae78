"""What the commands tell of the sources that they checked, and the exit code that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.redaction import file_name

if TYPE_CHECKING:
    from publisher.checked import Checked
    from publisher.diagnostics import Diagnostic
    from publisher.places import SourceText
    from publisher.report import Texts


@dataclass(frozen=True, slots=True)
class Told:
    """The findings about some sources with the texts that they point into, all without identifiers.

    Nothing else of a source is kept, so that a thousand need little more memory than one.
    """

    diagnostics: list[Diagnostic]
    texts: Texts
    sources: tuple[str, ...]
    """The names of those that were checked."""

    @classmethod
    def of(cls, checked: Iterable[Checked]) -> Told:
        """Return what is told; what is said of a partnership stands once, not once for each briefing.

        Identifiers are taken out here already, as a baseline may hide the finding that says where one stands.
        """
        diagnostics: dict[Diagnostic, None] = {}
        texts: dict[str, SourceText] = {}
        names: list[str] = []
        for result in checked:
            names.append(file_name(result.source.name))
            if result.diagnostics:
                sources = result.texts()
                redaction = result.redaction()
                diagnostics |= dict.fromkeys(map(redaction.diagnostic, result.diagnostics))
                for name in {one.file for one in result.diagnostics} & sources.keys():
                    # A partnership's file is one for all its briefings: what one covers, another must not uncover.
                    texts[name] = redaction.source(texts.get(name, sources[name]))
        return cls(list(diagnostics), texts, tuple(names))

    def from_here(self, root: Path) -> Told:
        """Return the same with files named from the folder where the command runs, if the project stands below it.

        So editors and CI services find the files of a project given with ``--root``. ``root`` is the project's folder;
        a file outside it is named from here already.
        """
        root, here = root.resolve(), Path.cwd()
        if root == here or not root.is_relative_to(here):
            return self
        below = root.relative_to(here)

        @cache
        def named(file: str) -> str:
            is_outside = Path(file).is_file() and not (root / file).is_file()
            return file if is_outside else (below / file).as_posix()

        return Told(
            [replace(one, file=named(one.file)) for one in self.diagnostics],
            {named(name): text for name, text in self.texts.items()},
            tuple(map(named, self.sources)),
        )


def exit_code(found: Iterable[Diagnostic], *, strict: bool) -> int:
    """Return 1 where a finding is an error (or, if strict, a warning), else 0."""
    weights = {one.severity.value for one in found if not one.waived}
    return 1 if weights & ({"error", "warning"} if strict else {"error"}) else 0
