"""An edition is published without its plain text.

What it does
    Reports an edition of which there are files and no plain text.

Why it matters
    Plain text goes into e-mails, notes and any program, and is read by every device for people with little sight. It
    is made of the same source as the other files, so it is never out of step.

Example
    `formats: [html, pdf]` in `publisher.yml`

Use instead
    `formats: [html, pdf, docx, txt]`, or no `formats`, which makes all four.

Source
    Manchester and Salford publish a plain text version of each briefing
    (https://www.manchestersafeguardingboards.co.uk/resource/seven-minute-briefings/).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity

CODE = "PKG001"
NAME = "missing-plain-text"
SEVERITY = Severity.WARNING


def check(formats: frozenset[str]) -> Iterator[Finding]:
    """Yield one finding where there are files and none of them is plain text."""
    if formats and "txt" not in formats:
        yield Finding((), "there is no plain text of this edition", "Build it with `--format txt`, or in all formats.")
