"""Findings as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from publisher.diagnostics import Diagnostic, Span
from publisher.report._common import Texts, counts, redacted


def as_json(diagnostics: Sequence[Diagnostic], texts: Texts, files: Sequence[str]) -> str:
    """Return the findings as one JSON object; see section 5 of ``docs/format.md``."""
    findings = [_finding(one) for one in redacted(diagnostics, texts)]
    value = {"version": 1, "findings": findings, "summary": {**counts(diagnostics), "files": len(files)}}
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
    return f"docs/rules.md#{one.code.lower()}-{one.name}"


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
