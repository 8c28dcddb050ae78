"""Checks of finished files, listed: a check is a module with a code, a name, a severity, its formats and ``check``."""

from __future__ import annotations

from publisher.conformance import page_budget
from publisher.conformance._check import Check, Output
from publisher.diagnostics import Finding

__all__ = ["CHECKS", "Check", "Output", "verdicts"]

CHECKS: tuple[Check, ...] = (page_budget,)


def verdicts(output: Output) -> list[tuple[Check, list[Finding]]]:
    """Return each check that looks at the output's format with what it finds."""
    return [(check, list(check.check(output))) for check in CHECKS if output.format in check.FORMATS]
