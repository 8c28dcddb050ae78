"""Safe fixes as text edits: the words concerned change, every other byte of the file stays."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable

from publisher.diagnostics import Diagnostic, Edit, Path
from publisher.places import SourceText
from publisher.redaction import without_lengths
from publisher.source import Source, read

ROUNDS = 10
"""A fix may uncover another one; no sensible text needs more rounds than this."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# A line ends where editors end it; other signs that end a line for Python stand inside of one.
_line = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

Check = Callable[[Source], Iterable[Diagnostic]]


def edits_in(diagnostics: Iterable[Diagnostic], name: str) -> list[Edit]:
    """Return the safe edits that findings propose for the file of that name, in order, none over another."""
    proposed = sorted(
        {
            edit
            for one in diagnostics
            if one.fix and one.fix.applicability == "safe" and not one.waived and one.file == name
            for edit in one.fix.edits
        },
        key=lambda edit: (edit.span, edit.text),
    )
    kept: list[Edit] = []
    for edit in proposed:
        last = kept[-1].span if kept else None
        if last is None or (edit.span.line, edit.span.column) >= (last.end_line, last.end_column):
            kept.append(edit)
    return kept


def apply(text: SourceText, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made."""
    result = text.text
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        start = text.index(edit.span.line, edit.span.column)
        end = text.index(edit.span.end_line, edit.span.end_column)
        result = result[:start] + edit.text + result[end:]
    return result


def fixed(data: bytes, name: str, check: Check) -> tuple[bytes, int]:
    """Return the bytes of a source with every safe fix made, and how many were made.

    ``check`` returns the findings about a source; its fixes are tried until none is left. One that
    would leave a file that cannot be read any more, or is read otherwise, is not made.
    """
    count = 0
    refused: set[str] = set()
    for _ in range(ROUNDS):
        source = read(data, name)
        edits = [edit for edit in edits_in(check(source), name) if _named(source, edit) not in refused]
        if not edits:
            break
        data, made = _with(data, source, edits)
        refused |= {_named(source, edit) for edit in edits if edit not in made}
        count += len(made)
    return data, count


def fixed_once(data: bytes, name: str, found: Iterable[Diagnostic]) -> tuple[bytes, list[Edit]]:
    """Return the bytes of a file with the safe fixes of these findings made that can be, and which those are."""
    return _with(data, read(data, name), edits_in(found, name))


def _with(data: bytes, source: Source, edits: list[Edit]) -> tuple[bytes, list[Edit]]:
    """Return the bytes of a source with the edits made that can be: mostly all, else those that can be made alone."""
    changed = _made(source, edits)
    if changed is None:
        edits = [edit for edit in edits if _made(source, [edit]) is not None]
        changed = _made(source, edits)
    if changed is None:
        return data, []
    return (_BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b"") + changed, edits


def _named(source: Source, edit: Edit) -> str:
    """Return an edit by what it changes in which line, as that stays the same when lines above change."""
    return f"{source.text.line(edit.span.line)}\n{edit.span.column} {edit.text}"


def _made(source: Source, edits: list[Edit]) -> bytes | None:
    """Return a source with the edits made; None where it could not be read any more, or would be read otherwise."""
    changed = apply(source.text, edits).encode()
    after = read(changed, source.name)
    if after.diagnostics != source.diagnostics and len(after.diagnostics) >= len(source.diagnostics):
        return None
    return changed if _shape(after) == _shape(source) else None


def _shape(source: Source) -> dict[Path, str]:
    """Return the style of each value: a text that came to begin with a quotation mark would be read without it."""
    return {path: place.style for path, place in source.values.items()}


def difference(before: str, after: str, name: str) -> str:
    """Return the change of a text, as it may be shown, as a unified diff."""
    old, new = (_line.findall(without_lengths(text)) for text in (before, after))
    lines = difflib.unified_diff(old, new, fromfile=name, tofile=f"{name} (fixed)")
    return "".join(one if one.endswith(("\n", "\r")) else f"{one}\n\\ No newline at end of file\n" for one in lines)
