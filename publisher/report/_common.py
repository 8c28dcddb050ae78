"""What the formats share: the counts, and findings that repeat no identifier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from publisher.diagnostics import Diagnostic, Severity
from publisher.places import SourceText
from publisher.redaction import Redaction

Texts = Mapping[str, SourceText]
"""The text of each file that was read, by its name."""


def counts(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Return how many findings there are of each weight, without those that are waived."""
    heard = Counter(one.severity for one in diagnostics if not one.waived)
    return {"errors": heard[Severity.ERROR], "warnings": heard[Severity.WARNING], "info": heard[Severity.INFO]}


def redacted(diagnostics: Sequence[Diagnostic], texts: Texts) -> list[Diagnostic]:
    """Return the findings without identifiers in what they say."""
    redaction = Redaction.of(diagnostics, texts)
    return [redaction.diagnostic(one) for one in diagnostics]
