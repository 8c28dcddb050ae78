"""``publisher check FILE.docx --comments``."""

from __future__ import annotations

from pathlib import Path

import click

from publisher.check import Checker
from publisher.cli._edited import known
from publisher.cli._told import Told, exit_code
from publisher.collection import BRIEFINGS, SUFFIX
from publisher.errors import PublisherError
from publisher.project import Project


def with_comments(checker: Checker, paths: tuple[Path, ...], output: Path | None, *, strict: bool) -> int:
    """Write a Word file with the findings about it as comments; returns the exit code of the check."""
    from publisher.commenting import with_findings
    from publisher.files import reason, write
    from publisher.importers.recognition import Surroundings
    from publisher.report import summary

    if len(paths) != 1 or paths[0].suffix.lower() != ".docx":
        raise PublisherError("--comments takes one Word file (.docx)")
    path = paths[0]
    target = output or path.with_name(f"{path.stem}-comments.docx")
    if target.exists():
        raise PublisherError(f"`{target}` exists already; name another file with --output, or take it away")
    data = _draft(path, checker.project)
    made = with_findings(data, path.name, checker, Surroundings.of(checker.project))
    try:
        write(target, made.data)
    except OSError as error:
        raise PublisherError(f"cannot write `{target}`: {reason(error)}") from error
    found = Told.of([made.checked]).diagnostics
    comments = f"{made.comments} {'comment' if made.comments == 1 else 'comments'}"
    click.echo(f"Wrote {target} with {comments}.\n{summary(found, (path.name,))}")
    return exit_code(found, strict=strict)


def _draft(path: Path, project: Project) -> bytes:
    """Return a Word file; raises PublisherError for one that the program made of a briefing of the project."""
    from publisher.files import beginning
    from publisher.importers import MAXIMUM_BYTES
    from publisher.roundtrip import FORM

    data = beginning(path, MAXIMUM_BYTES + 1, str(path))
    origin = known(project, data, path.name)
    if origin and origin.kind != FORM:
        look = f"`publisher check {BRIEFINGS}/{origin.slug}{SUFFIX}` says what is wrong with it"
        edited = f"`publisher import {path}` shows what somebody has changed in the file"
        raise PublisherError(f"`{path.name}` was made from a briefing of this project: {look}, and {edited}")
    return data
