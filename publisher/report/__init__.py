"""Diagnostics as people and programs read them: one module for each output format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from publisher.diagnostics import Diagnostic
from publisher.report._common import Texts, counts
from publisher.report._github import github
from publisher.report._json import as_json, url
from publisher.report._junit import junit
from publisher.report._sarif import sarif
from publisher.report._text import Paint, summary, text, unpainted

__all__ = [
    "FORMATS",
    "Paint",
    "Texts",
    "as_json",
    "counts",
    "github",
    "junit",
    "sarif",
    "summary",
    "text",
    "unpainted",
    "url",
]

FORMATS: dict[str, Callable[[Sequence[Diagnostic], Texts, Sequence[str]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
    "junit": junit,
}
