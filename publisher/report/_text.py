"""Findings as people read them, with the lines they are about."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from publisher.diagnostics import Diagnostic, Severity, Span
from publisher.redaction import COVER, PRIVATE, Redaction, may_show_line, without_lengths
from publisher.report._common import Texts, counts

Paint = Callable[[str, str], str]
"""Gives words a colour: red, yellow, blue, or bold for none."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_EXCERPT_WIDTH = 72
"""Characters of a line that are shown: with its number they fit the 80 columns of a usual terminal."""


def unpainted(words: str, _colour: str) -> str:
    """Return the words as they are, for files and pipes."""
    return words


def text(diagnostics: Sequence[Diagnostic], texts: Texts, files: Sequence[str], paint: Paint = unpainted) -> str:
    """Return the findings with the lines they are about, and a summary line."""
    redaction = Redaction.of(diagnostics, texts)
    heard = [redaction.diagnostic(one) for one in diagnostics if not one.waived]
    shown = {name: redaction.source(texts[name]) for name in {one.file for one in heard} if name in texts}
    parts = [_block(one, shown, paint) for one in heard]
    return "\n".join([*parts, summary(diagnostics, files)])


def summary(diagnostics: Sequence[Diagnostic], files: Sequence[str]) -> str:
    """Return one sentence with the number of findings of each weight."""
    number = counts(diagnostics)
    waived = sum(one.waived for one in diagnostics)
    checked = f"{len(files)} {'file' if len(files) == 1 else 'files'} checked"
    if not any(number.values()):
        told = "nothing to mend"
    else:
        named = (("error", number["errors"]), ("warning", number["warnings"]))
        told = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in named if count)
        told += (", " if told and number["info"] else "") + (
            f"{number['info']} for information" if number["info"] else ""
        )
    return f"{checked}: {told}" + (f" ({waived} waived)" if waived else "")


def _block(one: Diagnostic, texts: Texts, paint: Paint) -> str:
    colour = _COLOURS[one.severity]
    place = f"{one.file}:{one.span.line}:{one.span.column}"
    owner = f" [{one.partnership}]" if one.partnership else ""
    head = f"{paint(f'{one.severity} {one.code}', colour)}{owner} {one.message}"
    lines = [f"{paint(place, 'bold')}: {head}"]
    if one.file in texts and may_show_line(one.code):
        lines += _excerpt(texts[one.file].line(one.span.line), one, lambda words: paint(words, colour))
    if one.hint:
        lines.append(f"    = {one.hint}")
    return "\n".join(lines) + "\n"


def _excerpt(line: str, one: Diagnostic, paint: Callable[[str], str]) -> list[str]:
    """Return the line and carets under the words concerned, cut to a width that fits a terminal."""
    if not line.strip():
        return []
    span = one.span
    line, start, end = _without_lengths(line, span, covered=one.code.startswith(PRIVATE))
    # Keep some words before the place, so that a long line still shows what it is about.
    offset = max(0, min(start - _EXCERPT_WIDTH // 3, len(line) - _EXCERPT_WIDTH))
    shown = line[offset : offset + _EXCERPT_WIDTH].expandtabs(1)
    length = max(1, min(end - start, len(shown) - start + offset))
    number = str(span.line)
    gutter = " " * len(number)
    carets = " " * _columns(shown[: start - offset]) + paint("^" * _columns(shown[start - offset :][:length], length))
    # Signs that cannot be printed keep their width, so that the carets stay below their words.
    return [f"  {number} | {''.join(one if one.isprintable() else '?' for one in shown)}", f"  {gutter} | {carets}"]


def _columns(words: str, least: int = 0) -> int:
    """Return how many columns of a terminal words take: emoji and signs of East Asia take two each."""
    return max(least, sum(2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1 for sign in words))


def _without_lengths(line: str, span: Span, *, covered: bool) -> tuple[str, int, int]:
    """Return a line in which all that is covered is of one length, and the start and end of a span in it.

    ``covered`` says that the span itself is covered too, whatever stands there.
    """
    start = min(span.column - 1, len(line))
    end = max(start, span.end_column - 1) if span.end_line == span.line else len(line)
    if covered:
        line = f"{line[:start]}{COVER * (end - start)}{line[end:]}"
    inside = line[start : start + 1] == COVER
    before = line[:start].rstrip(COVER) if inside else line[:start]
    return without_lengths(line), len(without_lengths(before)), len(without_lengths(line[:end]))
