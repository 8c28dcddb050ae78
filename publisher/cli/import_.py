"""``publisher import``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli import _edited as edited
from publisher.cli._options import (
    open_project,
    print_findings,
    print_remarks,
    refuse_missing_folder,
    refuse_no_project,
    today,
)
from publisher.cli._told import Told, exit_code
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from publisher.check import Checker
    from publisher.checked import Checked
    from publisher.importers import Manuscript, Remark
    from publisher.importers.imported import Imported
    from publisher.importers.recognition import Surroundings
    from publisher.model import Kind
    from publisher.project import Project
    from publisher.redaction import Redaction

_STANDARD_INPUT = "standard input"
_beginnings = {b"PK\x03\x04": ".docx", b"%PDF": ".pdf"}


@click.command("import")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="PATH", help="The source to write, or a folder for it."
)
@click.option(
    "--kind",
    type=click.Choice(["briefing", "practice-points", "session"]),
    help="Which kind of document it is; without it, the kind is told from the file's shape.",
)
@click.option(
    "--apply", is_flag=True, help="With a briefing that was edited in Word: write its changes into the source."
)
@click.pass_context
def import_(context: click.Context, file: Path | None, output: Path | None, kind: str | None, *, apply: bool) -> int:
    """Make a source of FILE: Word, PDF, Markdown or text.

    No word of it is lost: what has no place stands under `unplaced:` and keeps the briefing from being built until
    somebody has dealt with it. FILE may be a folder, and - or no FILE reads standard input.

    A Word file of this program's own, edited since, is shown as changes of the briefing that it was made from;
    --apply writes them.
    """
    from publisher.check import Checker
    from publisher.importers.recognition import Surroundings
    from publisher.model import Kind
    from publisher.selection import Selection

    project = open_project(context)
    if output is None:
        refuse_no_project(project)
    chosen = Kind(kind) if kind else None
    selection = Selection.of(project.settings)
    checker = Checker(project, tuple(project.partnerships()), selection, today())
    desk = _Desk(project, checker, Surroundings.of(project), chosen, output, apply=apply)
    is_folder = file is not None and file.is_dir()
    if output and output.suffix and not output.is_dir():
        _refuse_wrong_output(output, for_folder=is_folder)
    if file is None or not is_folder:
        return desk.one(file)
    if apply:
        raise PublisherError("--apply takes one Word file")
    return desk.folder(file)


def _refuse_wrong_output(path: Path, *, for_folder: bool) -> None:
    """Raise PublisherError for a file to write that is no source, or is not called as the format asks."""
    from publisher.collection import SUFFIX, has_right_name, slug_from

    if path.suffix not in {".yaml", ".yml"}:
        raise PublisherError(f"`{path}` is neither a source (.yaml) nor a folder")
    refuse_missing_folder(path)
    if for_folder:
        raise PublisherError(f"`{path}` is one source, and of a folder several come; name a folder for them")
    if not has_right_name(path):
        raise PublisherError(
            f"`{path.name}` is not a name for a source; call it `{slug_from(path.stem) or 'x'}{SUFFIX}`"
        )


class _Desk:
    """Where files come in: what stays the same from one to the next."""

    def __init__(
        self,
        project: Project,
        checker: Checker,
        surroundings: Surroundings,
        kind: Kind | None,
        output: Path | None,
        *,
        apply: bool = False,
    ) -> None:
        self.project, self.checker, self.surroundings = project, checker, surroundings
        self.kind, self.output, self.apply = kind, output, apply

    def one(self, file: Path | None) -> int:
        """Bring in one file, say all that is to be said about it, and return the exit code."""
        name, data = _read(file)
        known = edited.known(self.project, data, name)
        if known and known.kind == "form":
            return edited.fill_in(self.checker, data, name, known, self.output)
        if known:
            return edited.bring_back(self.checker, data, name, known, apply=self.apply)
        if self.apply:
            raise PublisherError(
                f"--apply is for a Word file that this program made and somebody edited; `{name}` is none"
            )
        imported, checked, remarks, redaction = self._bring_in(data, name)
        print_remarks(remarks, name, redaction.words)
        told = Told.of([checked]).from_here(self.project.root)
        print_findings(told.diagnostics, told.texts, told.sources)
        click.echo("\n" + "\n".join(map(redaction.text, _summary(imported, checked.source.name))))
        return exit_code(told.diagnostics, strict=False)

    def folder(self, folder: Path) -> int:
        """Bring in every file of a folder that can be read, print a table, and return the exit code."""
        from publisher.importers import is_readable

        files = sorted(one for one in folder.rglob("*") if one.is_file() and is_readable(one.name) and _is_own(one))
        if not files:
            raise PublisherError(f"there is nothing in `{folder}` that can be imported")
        rows: list[Sequence[str]] = [_HEADS]
        code = 0
        for file in files:
            row, one_code = self._row(file, file.relative_to(folder).as_posix())
            rows.append(row)
            code = max(code, one_code)
        click.echo(_table(rows))
        return code

    def _row(self, file: Path, name: str) -> tuple[Sequence[str], int]:
        from publisher.redaction import without_identifiers

        try:
            _, data = _read(file)
            imported, checked, remarks, redaction = self._bring_in(data, name)
        except PublisherError as error:
            return (without_identifiers(name), f"not imported: {without_identifiers(str(error))}"), 1
        print_remarks(remarks, name, redaction.words)
        return tuple(map(redaction.text, _cells(name, imported))), exit_code(checked.diagnostics, strict=False)

    def _bring_in(self, data: bytes, name: str) -> tuple[Imported, Checked, list[Remark], Redaction]:
        """Write the source of a file and return it with what is said about it."""
        from publisher import importers
        from publisher.importers.imported import bring_in
        from publisher.importers.placing import pictures_folder, put_pictures, put_source
        from publisher.partnership import shown

        manuscript = importers.read(data, name)
        if not data.strip():
            raise PublisherError(f"there is nothing in `{name}`")
        imported = bring_in(manuscript, self.surroundings, self.kind)
        path = self._path(imported, manuscript)
        put_source(path, shown(path, self.project.root), imported.text)
        pictures = pictures_folder(path)
        remarks = put_pictures(manuscript.images, pictures, shown(pictures, self.project.root))
        checked = self.checker.check(path)
        told = [*imported.remarks, *remarks]
        return imported, checked, told, checked.redaction(*(one.message for one in told))

    def _path(self, imported: Imported, manuscript: Manuscript) -> Path:
        """Return where the source goes: into briefings/ under its title's name unless the command says otherwise."""
        from publisher.starting import slug_for

        stem = Path(manuscript.name).stem
        named = next((one for one in (imported.title, stem) if any(map(str.isalnum, one))), "imported")
        if self.output is not None and self.output.suffix in {".yaml", ".yml"}:
            return self.output
        try:
            slug = slug_for(named)
        except PublisherError:
            slug = "imported"
        return (self.output or self.project.briefings) / f"{slug}.yaml"


def _read(file: Path | None) -> tuple[str, bytes]:
    """Return the name and the bytes of a file, or of what is piped in."""
    from publisher.files import beginning
    from publisher.importers import MAXIMUM_BYTES

    if file is None or str(file) == "-":
        if file is None and sys.stdin.isatty():
            raise PublisherError("name a file to import, or pipe its text in")
        data = sys.stdin.buffer.read(MAXIMUM_BYTES + 1)
        return _STANDARD_INPUT + next((end for start, end in _beginnings.items() if data.startswith(start)), ""), data
    if not file.exists():
        raise PublisherError(f"there is no file or folder `{file}`")
    return file.name, beginning(file, MAXIMUM_BYTES + 1, str(file))


def _is_own(file: Path) -> bool:
    """Whether a file is not one that Word or the system keeps beside those of people."""
    return not file.name.startswith((".", "~$"))


def _summary(imported: Imported, name: str) -> list[str]:
    """Return what was made of a file, line by line."""
    from publisher.model import Kind

    parts = "sections" if imported.kind is Kind.BRIEFING else "parts"
    kind = "" if imported.kind is Kind.BRIEFING else f" as {imported.kind.value}"
    lines = [f"Wrote {name}{kind}. {len(imported.parts)} {parts} found{':' if imported.parts else '.'}"]
    for number, part in enumerate(imported.parts, 1):
        lines.append(f"  {number}. {part.name or '(no heading)'}  {part.confidence.value}: {part.reason}")
    count = imported.account
    lines.append(f"Words: {count.placed} placed, {count.unplaced} unplaced.")
    lines.append(f"Links without a target: {count.without_target}. Published: {_date(imported)}.")
    return lines


_HEADS = ("file", "sections", "words placed", "words unplaced", "links without target", "published")


def _cells(name: str, imported: Imported) -> tuple[str, ...]:
    count = imported.account
    numbers = (len(imported.parts), count.placed, count.unplaced, count.without_target)
    return (name, *map(str, numbers), _date(imported))


def _date(imported: Imported) -> str:
    return str(imported.data.get("published") or "not found")


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as aligned columns; a short row is a name and a sentence."""
    whole = [row for row in rows if len(row) == len(_HEADS)]
    first = max(len(row[0]) for row in rows)
    widths = [first, *(max(len(row[column]) for row in whole) for column in range(1, len(_HEADS)))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows
    )
