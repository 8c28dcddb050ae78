"""``publisher check --fix``: the safe fixes in the sources, and in the files of partnerships that findings point at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import fixing
from publisher.errors import PublisherError
from publisher.files import beginning, reason, rewrite
from publisher.partnership import shown
from publisher.places import SourceText
from publisher.redaction import Redaction, file_name
from publisher.source import MAXIMUM_BYTES, Source, read

if TYPE_CHECKING:
    from publisher.check import Checker
    from publisher.checked import Checked
    from publisher.diagnostics import Diagnostic, Edit


def make_fixes(checker: Checker, paths: Sequence[Path], *, dry_run: bool) -> Checker:
    """Make the safe fixes in the files, or show what they would change; say how many there are.

    Return what checks the files as they are then. Raises PublisherError for a file that cannot be read or written.
    """
    fixes = _Fixes(checker, dry_run=dry_run)
    for _ in range(fixing.ROUNDS):
        for path in paths:
            fixes.make_in(path)
        # A fix in another file may uncover one there, and is seen only once partnerships are read again.
        if not fixes.make_elsewhere() or dry_run:
            break
        fixes.read_again()
    click.echo(f"{fixes.count} {'fix' if fixes.count == 1 else 'fixes'} {'possible' if dry_run else 'made'}", err=True)
    return fixes.checker


class _Fixes:
    def __init__(self, checker: Checker, *, dry_run: bool) -> None:
        self.checker, self.dry_run = checker, dry_run
        self.count = 0
        self._elsewhere: dict[str, list[Diagnostic]] = {}
        """Findings that point into local editions and partnerships' own files, by the file."""
        self._redactions: dict[str, list[Redaction]] = {}
        """What is kept out of the changes of each of these files that are shown."""

    def make_in(self, path: Path) -> None:
        """Make the fixes in a source, and keep those that are left for other files."""
        name = shown(path, self.checker.project.root)
        before = beginning(path, MAXIMUM_BYTES + 1, name)
        checks: list[Checked] = []

        def check(source: Source) -> tuple[Diagnostic, ...]:
            checks.append(self.checker.check_source(source, path))
            return checks[-1].diagnostics

        after, count = fixing.fixed(before, name, check)
        self.count += count
        if self.dry_run:
            check(read(after, name))
            _show(name, checks[0], checks[-1])
        else:
            _put(path, name, before, after)
        self._keep(name, checks[-1])

    def _keep(self, name: str, checked: Checked) -> None:
        """Keep the fixes that are left for other files than that of the source."""
        others = [one for one in checked.diagnostics if one.file != name and one.fix]
        for one in others:
            self._elsewhere.setdefault(one.file, []).append(one)
        if others and self.dry_run:
            redaction = checked.redaction()
            for file in {one.file for one in others}:
                self._redactions.setdefault(file, []).append(redaction)

    def make_elsewhere(self) -> int:
        """Make the fixes in the project's other files, each once for all the sources that led to it.

        Return how many those are.
        """
        made_before = self.count
        for name, found in self._elsewhere.items():
            path = self.checker.project.root / name
            if path.is_file():
                before = beginning(path, MAXIMUM_BYTES + 1, name)
                after, made = fixing.fixed_once(before, name, found)
                self.count += len(made)
                if self.dry_run:
                    self._show_elsewhere(read(before, name).text, made)
                else:
                    _put(path, name, before, after)
        self._elsewhere.clear()
        return self.count - made_before

    def read_again(self) -> None:
        """Read the partnerships again, whose files have changed."""
        chosen = tuple(one.identifier for one in self.checker.partnerships)
        self.checker = replace(self.checker, partnerships=tuple(self.checker.project.partnerships(chosen)))

    def _show_elsewhere(self, text: SourceText, made: list[Edit]) -> None:
        """Show a change in what is covered already, which keeps its lines and columns, and cover what it brings."""
        redactions = self._redactions[text.name]
        for one in redactions:
            text = one.source(text)
        after = fixing.apply(text, made)
        for one in redactions:
            after = one.text(after)
        click.echo(fixing.difference(text.text, after, file_name(text.name)), nl=False)


def _show(name: str, first: Checked, last: Checked) -> None:
    """Show what fixes would change in a source: each state with its own places covered, and the words of both."""
    old, new = first.redaction(), last.redaction()
    before = new.text(old.source(first.source.text).text)
    after = old.text(new.source(last.source.text).text)
    click.echo(fixing.difference(before, after, file_name(name)), nl=False)


def _put(path: Path, name: str, before: bytes, after: bytes) -> None:
    if after != before:
        try:
            rewrite(path, after)
        except OSError as error:
            raise PublisherError(f"cannot write `{name}`: {reason(error)}") from error
