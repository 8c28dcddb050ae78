"""Safe fixes as text edits: the words concerned change, every other byte of the file stays."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable

from publisher.diagnostics import Diagnostic, Edit
from publisher.places import SourceText
from publisher.redaction import without_lengths
from publisher.source import Source, read

ROUNDS = 10
"""A fix may uncover another one; no sensible text needs more rounds than this."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

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

    ``check`` returns the findings about a source; its fixes are tried until none is left. A round
    that would leave a file that cannot be read any more, or with other keys, is not made.
    """
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    count = 0
    for _ in range(ROUNDS):
        source = read(data, name)
        edits = edits_in(check(source), name)
        if not edits:
            break
        changed = mark + apply(source.text, edits).encode()
        after = read(changed, name)
        if after.diagnostics != source.diagnostics and len(after.diagnostics) >= len(source.diagnostics):
            break
        if after.values.keys() != source.values.keys():
            break
        data, count = changed, count + len(edits)
    return data, count


def difference(before: bytes, after: bytes, name: str, show: Callable[[SourceText], SourceText]) -> str:
    """Return the change as a unified diff; ``show`` gives the form in which a text may be shown."""
    texts = (SourceText(name, data.decode("utf-8-sig", "replace")) for data in (before, after))
    old, new = (without_lengths(show(text).text).splitlines(keepends=True) for text in texts)
    return "".join(difflib.unified_diff(old, new, fromfile=name, tofile=f"{name} (fixed)"))
