"""``publisher check --fix``: the safe fixes in the sources, and in the files of partnerships that findings point at."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import fixing
from publisher.errors import PublisherError
from publisher.files import reason, rewrite
from publisher.partnership import shown
from publisher.redaction import Redaction, file_name
from publisher.source import read

if TYPE_CHECKING:
    from publisher.check import Checker
    from publisher.diagnostics import Diagnostic
    from publisher.places import SourceText
    from publisher.source import Source


def make_fixes(checker: Checker, paths: Iterable[Path], *, dry_run: bool) -> None:
    """Make the safe fixes in the files, or show what they would change; say how many there are.

    Raises PublisherError for a file that cannot be read or written.
    """
    fixes = _Fixes(checker, dry_run=dry_run)
    for path in paths:
        fixes.make_in(path)
    fixes.make_elsewhere()
    click.echo(f"{fixes.count} {'fix' if fixes.count == 1 else 'fixes'} {'possible' if dry_run else 'made'}", err=True)


class _Fixes:
    def __init__(self, checker: Checker, *, dry_run: bool) -> None:
        self.checker, self.dry_run = checker, dry_run
        self.count = 0
        self._elsewhere: dict[str, list[Diagnostic]] = {}
        """Findings that point into local editions and partnerships' own files, by the file."""
        self._redactions: dict[str, list[Redaction]] = {}
        """What is kept out of the changes of each file that are shown."""

    def make_in(self, path: Path) -> None:
        """Make the fixes in a source, and keep those that are left for other files."""
        name = shown(path, self.checker.project.root)
        before = _bytes_of(path, name)
        found: list[tuple[Diagnostic, ...]] = []

        def check(source: Source) -> tuple[Diagnostic, ...]:
            checked = self.checker.check_source(source, path)
            if self.dry_run:
                self._redactions.setdefault(name, []).append(checked.redaction())
            found.append(checked.diagnostics)
            return checked.diagnostics

        after, count = fixing.fixed(before, name, check)
        if self.dry_run:
            check(read(after, name))
        self._put(path, name, before, after, count)
        last = self._redactions.pop(name, [])[-1:]
        for one in found[-1]:
            if one.file != name and one.fix:
                self._elsewhere.setdefault(one.file, []).append(one)
                self._redactions.setdefault(one.file, []).extend(last)

    def make_elsewhere(self) -> None:
        """Make the fixes in the project's other files, each once for all the sources that led to it."""
        for name, found in self._elsewhere.items():
            path = self.checker.project.root / name
            if path.is_file():
                before = _bytes_of(path, name)
                self._put(path, name, before, *fixing.fixed_once(before, name, found))

    def _put(self, path: Path, name: str, before: bytes, after: bytes, count: int) -> None:
        self.count += count
        if self.dry_run:
            click.echo(fixing.difference(before, after, file_name(name), partial(self._covered, name)), nl=False)
        elif after != before:
            try:
                rewrite(path, after)
            except OSError as error:
                raise PublisherError(f"cannot write `{name}`: {reason(error)}") from error

    def _covered(self, name: str, text: SourceText) -> SourceText:
        for redaction in self._redactions.get(name, []):
            text = redaction.source(text)
        return text


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PublisherError(f"cannot read `{name}`: {reason(error)}") from error
