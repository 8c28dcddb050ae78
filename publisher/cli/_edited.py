"""``publisher import`` of a Word file that knows where it came from: a published briefing, or a filled-in form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli._options import painter, print_findings, print_remarks
from publisher.cli._told import Told, exit_code

if TYPE_CHECKING:
    from publisher.check import Checker
    from publisher.project import Project
    from publisher.roundtrip import Comparison, Identity


def known(project: Project, data: bytes, name: str) -> Identity | None:
    """Return what a Word file says of its source, where this project has it; None for every other file."""
    if not data.startswith(b"PK"):
        return None
    from publisher import roundtrip

    found = roundtrip.identity(data, name)
    if found is None or found.kind == roundtrip.FORM:
        return found
    return found if roundtrip.source_of(project, found) else None


def fill_in(checker: Checker, data: bytes, name: str, identity: Identity, output: Path | None) -> int:
    """Make a source of a filled-in form, say all that is to be said about it, and return the exit code."""
    from publisher.importers.placing import put_source
    from publisher.partnership import shown
    from publisher.roundtrip.form import filled
    from publisher.starting import slug_for

    form = filled(data, name, identity)
    folder = output or checker.project.briefings
    slug = slug_for(form.title if any(one.isascii() and one.isalnum() for one in form.title) else "form")
    path = folder if folder.suffix in {".yaml", ".yml"} else folder / f"{slug}.yaml"
    put_source(path, shown(path, checker.project.root), form.text)
    checked = checker.check(path)
    print_remarks(form.remarks, name, checked.redaction(*(one.message for one in form.remarks)).words)
    told = Told.of([checked]).from_here(checker.project.root)
    print_findings(told.diagnostics, told.texts, told.sources)
    click.echo(f"\nWrote {shown(path, checker.project.root)}.")
    return exit_code(told.diagnostics, strict=False)


def bring_back(checker: Checker, data: bytes, name: str, identity: Identity, *, apply: bool) -> int:
    """Show what an edited briefing changes in its source, write it if told so, and return the exit code."""
    from publisher import roundtrip

    project = checker.project
    comparison = roundtrip.compare(project, data, name, identity)
    files, remarks = roundtrip.applied(comparison, project.root)
    told = [*comparison.remarks, *remarks]
    said = [*roundtrip.words(comparison), *(one.message for one in told)]
    redaction = checker.check(comparison.source).redaction(*said)
    click.echo(_head(name, comparison, identity))
    for line in roundtrip.lines(comparison, redaction.text, painter(sys.stdout)):
        click.echo(line)
    print_remarks(told, name, redaction.words)
    code = int(bool(comparison.conflicts or remarks))
    if not comparison.changes and not comparison.lists:
        click.echo("There are no changes to write." if comparison.conflicts else "There are no changes.")
        return code
    if not apply:
        click.echo("Nothing was written. To write the changes, add --apply.")
        return code
    return max(code, _write(checker, files, comparison.source))


def _write(checker: Checker, files: dict[Path, bytes], source: Path) -> int:
    from publisher.files import rewrite
    from publisher.partnership import shown

    for path, content in files.items():
        rewrite(path, content)
        click.echo(f"Wrote {shown(path, checker.project.root)}.")
    checked = checker.check(source)
    told = Told.of([checked]).from_here(checker.project.root)
    print_findings(told.diagnostics, told.texts, told.sources)
    return exit_code(told.diagnostics, strict=False)


def _head(name: str, comparison: Comparison, identity: Identity) -> str:
    names = [*(one.file for one in comparison.changes), *(one.file for one in comparison.lists)]
    files = list(dict.fromkeys(names)) or [comparison.edition.source.name]
    since = " The source has changed since the file was made." if comparison.moved_on else ""
    return f"{name}: edited from {', '.join(files)} as published for `{identity.partnership}`.{since}"
