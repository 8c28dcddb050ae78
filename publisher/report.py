"""Diagnostics as people and programs read them: one function for each output format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from publisher import __version__
from publisher.diagnostics import Diagnostic, Fix, Severity, Span
from publisher.places import SourceText
from publisher.redaction import PRIVATE, Redaction

Texts = Mapping[str, SourceText]
"""The text of each file that was read, by its name."""

Paint = Callable[[str, str], str]
"""Gives words a colour: red, yellow, blue, or bold for none."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_EXCERPT_WIDTH = 100


def counts(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Return how many findings there are of each weight, without those that are waived."""
    heard = [one for one in diagnostics if not one.waived]
    return {f"{weight}s": sum(one.severity == weight for one in heard) for weight in ("error", "warning")} | {
        "info": sum(one.severity == "info" for one in heard)
    }


def unpainted(words: str, _colour: str) -> str:
    """Return the words as they are, for files and pipes."""
    return words


def text(diagnostics: Sequence[Diagnostic], texts: Texts, files: int, paint: Paint = unpainted) -> str:
    """Return the findings with the lines they are about, and a summary line."""
    redaction = Redaction.of(diagnostics, texts)
    heard = [redaction.diagnostic(one) for one in diagnostics if not one.waived]
    shown = {name: redaction.source(texts[name]) for name in {one.file for one in heard} if name in texts}
    parts = [_block(one, shown, paint) for one in heard]
    return "\n".join([*parts, summary(diagnostics, files)])


def summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """Return one sentence with the number of findings of each weight."""
    number = counts(diagnostics)
    waived = sum(one.waived for one in diagnostics)
    checked = f"{files} {'file' if files == 1 else 'files'} checked"
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
    if one.file in texts and not one.code.startswith(PRIVATE):
        lines += _excerpt(texts[one.file].line(one.span.line), one.span, lambda words: paint(words, colour))
    if one.hint:
        lines.append(f"    = {one.hint}")
    return "\n".join(lines) + "\n"


def _excerpt(line: str, span: Span, paint: Callable[[str], str]) -> list[str]:
    """Return the line and carets under the words concerned, cut to a width that fits a terminal."""
    if not line.strip():
        return []
    end = span.end_column if span.end_line == span.line else len(line) + 1
    # Keep some words before the place, so that a long line still shows what it is about.
    offset = max(0, min(span.column - 1 - _EXCERPT_WIDTH // 3, len(line) - _EXCERPT_WIDTH))
    shown = line[offset : offset + _EXCERPT_WIDTH]
    start = span.column - 1 - offset
    length = max(1, min(end - span.column, len(shown) - start))
    number = str(span.line)
    gutter = " " * len(number)
    carets = " " * start + paint("^" * length)
    return [f"  {number} | {shown.expandtabs(1)}", f"  {gutter} | {carets}"]


def as_json(diagnostics: Sequence[Diagnostic], texts: Texts, files: int) -> str:
    """Return the findings as one JSON object; see section 5 of ``docs/format.md``."""
    findings = [_finding(one) for one in _redacted(diagnostics, texts)]
    value = {"version": 1, "findings": findings, "summary": {**counts(diagnostics), "files": files}}
    return json.dumps(value, ensure_ascii=False, indent=2)


def _finding(one: Diagnostic) -> dict[str, Any]:
    fix = None
    if one.fix:
        edits = [{**_span(edit.span), "text": edit.text} for edit in one.fix.edits]
        fix = {"applicability": one.fix.applicability, "edits": edits}
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity.value,
        "message": one.message,
        "hint": one.hint,
        "file": one.file,
        **_span(one.span),
        "path": list(one.path),
        "partnership": one.partnership,
        "waived": one.waived,
        "fix": fix,
        "url": url(one),
    }


def url(one: Diagnostic) -> str:
    """Return where the rule is explained, relative to the project's documentation."""
    return _page(one.code, one.name)


def _page(code: str, name: str) -> str:
    return f"docs/rules.md#{code.lower()}-{name}"


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}


def _redacted(diagnostics: Sequence[Diagnostic], texts: Texts) -> list[Diagnostic]:
    redaction = Redaction.of(diagnostics, texts)
    return [redaction.diagnostic(one) for one in diagnostics]


def github(diagnostics: Sequence[Diagnostic], texts: Texts, _files: int) -> str:
    """Return the findings as GitHub's workflow commands, which show them beside the lines of a pull request."""
    return "\n".join(_command(one) for one in _redacted(diagnostics, texts) if not one.waived)


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
    message = f"{one.message}. {one.hint}" if one.hint else one.message
    return f"::{_GITHUB_LEVELS[one.severity]} {written}::{_escaped(message)}"


def _escaped(value: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        value = value.replace(character, f"%{ord(character):02X}")
    return value


_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(diagnostics: Sequence[Diagnostic], texts: Texts, _files: int) -> str:
    """Return the findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), fixes included."""
    rules = sorted({(one.code, one.name) for one in diagnostics})
    positions = {code: position for position, (code, _) in enumerate(rules)}
    driver = {
        "name": "publisher",
        "version": __version__,
        "rules": [{"id": code, "name": name, "help": {"text": f"publisher rules {code}"}} for code, name in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, positions[one.code]) for one in _redacted(diagnostics, texts)],
    }
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(one: Diagnostic, position: int) -> dict[str, Any]:
    location = {"artifactLocation": {"uri": _uri(one.file)}, "region": _region(one.span)}
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": position,
        "level": _SARIF_LEVELS[one.severity],
        "message": {"text": f"{one.message}. {one.hint}" if one.hint else one.message},
        "locations": [{"physicalLocation": location}],
    }
    if one.partnership:
        result["properties"] = {"partnership": one.partnership}
    if one.waived:
        result["suppressions"] = [{"kind": "inSource"}]
    if one.fix:
        result["fixes"] = [_sarif_fix(one, one.fix)]
    return result


def _sarif_fix(one: Diagnostic, fix: Fix) -> dict[str, Any]:
    replacements = [{"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits]
    change = {"artifactLocation": {"uri": _uri(one.file)}, "replacements": replacements}
    return {"description": {"text": one.hint or one.message}, "artifactChanges": [change]}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(file: str) -> str:
    return quote(file)


def junit(diagnostics: Sequence[Diagnostic], texts: Texts, files: int) -> str:
    """Return the findings as JUnit XML: a suite for each file, a failed case for each finding that is not advice."""
    heard = [one for one in _redacted(diagnostics, texts) if not one.waived and one.severity is not Severity.INFO]
    root = ElementTree.Element("testsuites", name="publisher check", tests=str(max(len(heard), files)))
    root.set("failures", str(len(heard)))
    for name, group in groupby(heard, key=lambda one: one.file):
        found = list(group)
        suite = ElementTree.SubElement(root, "testsuite", name=name, tests=str(len(found)), failures=str(len(found)))
        for one in found:
            _case(suite, one)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _case(suite: ElementTree.Element, one: Diagnostic) -> None:
    place = f"{one.file}:{one.span.line}:{one.span.column}"
    owner = f" [{one.partnership}]" if one.partnership else ""
    case = ElementTree.SubElement(suite, "testcase", classname=one.file, name=f"{one.code} {place}{owner}")
    failure = ElementTree.SubElement(case, "failure", type=one.severity.value, message=one.message)
    failure.text = f"{place}: {one.message}. {one.hint}".strip()


FORMATS: dict[str, Callable[[Sequence[Diagnostic], Texts, int], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
    "junit": junit,
}
