"""Findings as workflow commands of GitHub."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.diagnostics import Diagnostic, Severity
from publisher.report._common import Texts, redacted

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(diagnostics: Sequence[Diagnostic], texts: Texts, _files: Sequence[str]) -> str:
    """Return the findings as GitHub's workflow commands, which show them beside the lines of a pull request.

    Errors stand first, as GitHub shows ten of each weight for a step.
    """
    heard = sorted(
        (one for one in redacted(diagnostics, texts) if not one.waived),
        key=lambda one: list(_LEVELS).index(one.severity),
    )
    return "\n".join(map(_command, heard))


def _command(one: Diagnostic) -> str:
    properties = {
        "file": one.file,
        "line": one.span.line,
        "col": one.span.column,
        "endLine": one.span.end_line,
        "endColumn": one.span.end_column,
        "title": f"{one.code} {one.name}",
    }
    written = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    # The log of a job shows the message alone, and only the first ten of a weight are shown beside their lines.
    owner = f" [{one.partnership}]" if one.partnership else ""
    place = f"{one.file}:{one.span.line}:{one.span.column}: {one.code}{owner} "
    message = place + (f"{one.message}. {one.hint}" if one.hint else one.message)
    return f"::{_LEVELS[one.severity]} {written}::{_escaped(message)}"


def _escaped(value: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        value = value.replace(character, f"%{ord(character):02X}")
    return value
