"""Findings in the Static Analysis Results Interchange Format."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from publisher import __version__
from publisher.diagnostics import Diagnostic, Fix, Severity, Span
from publisher.report._common import Texts, redacted

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(diagnostics: Sequence[Diagnostic], texts: Texts, _files: Sequence[str]) -> str:
    """Return the findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), fixes included."""
    rules = sorted({(one.code, one.name) for one in diagnostics})
    positions = {code: position for position, (code, _) in enumerate(rules)}
    driver = {"name": "publisher", "version": __version__, "rules": [_rule(code, name) for code, name in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, positions[one.code]) for one in redacted(diagnostics, texts)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, name: str) -> dict[str, Any]:
    """Return what a rule says of itself, without its examples: those about privacy look like identifiers."""
    from publisher import reference

    rule: dict[str, Any] = {"id": code, "name": name}
    entry = reference.entries().get(code)
    if entry:
        instead = entry.parts["Use instead"]
        rule["shortDescription"] = {"text": entry.offence}
        rule["fullDescription"] = {"text": f"{entry.offence} {entry.parts.get('Why it matters', '')}".strip()}
        rule["help"] = {"text": f"Use instead: {instead.rstrip('.')}. More: publisher rules {code}"}
        rule["defaultConfiguration"] = {"level": _LEVELS[entry.severity]}
    return rule


def _result(one: Diagnostic, position: int) -> dict[str, Any]:
    location = {"artifactLocation": {"uri": _uri(one.file)}, "region": _region(one.span)}
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": position,
        "level": _LEVELS[one.severity],
        "message": {"text": (f"[{one.partnership}] " if one.partnership else "") + _said(one)},
        "locations": [{"physicalLocation": location}],
    }
    if one.partnership:
        result["properties"] = {"partnership": one.partnership}
    if one.waived:
        result["suppressions"] = [{"kind": "inSource"}]
    if one.fix:
        result["fixes"] = [_fix(one, one.fix)]
    return result


def _said(one: Diagnostic) -> str:
    return f"{one.message}. {one.hint}" if one.hint else one.message


def _fix(one: Diagnostic, fix: Fix) -> dict[str, Any]:
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
    """Return a file's address: relative within the project, else in full."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
