"""A table has no header cells.

What it does
    Reports a table of the web page, the PDF or the Word file in which no cell or row is marked as a header.

Why it matters
    Readers who hear a table cell by cell are told the header with each cell; without one they have to remember it. A
    table that only places things side by side is read across where it should be read down.

Example
    Seven boxes laid out as a table of Word.

Use instead
    A table for data only, with its first row marked as the header; a layout for what stands side by side.

Source
    WCAG 2.2, success criterion 1.3.1 Info and Relationships
    (https://www.w3.org/TR/WCAG22/#info-and-relationships); Bury's accessibility statement lists tables without
    header rows (https://www.bury.gov.uk/index.aspx?articleid=11162), and Lincolnshire's content policy allows no
    tables for layout (https://professionals.lincolnshire.gov.uk/web-standards/content-policy/8).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.conformance._check import Output
from publisher.conformance._reading import read
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "ACC007"
NAME = "table-without-header-cells"
SEVERITY = Severity.WARNING
FORMATS = frozenset({"html", "pdf", "large-print", "docx", "pptx", "fragment"})
FORMS = frozenset(Form)


def check(output: Output) -> Iterator[Finding]:
    """Yield one finding where a table has no header cells."""
    tables = read(output).tables
    bare = [number for number, has_header in enumerate(tables, 1) if not has_header]
    if bare:
        which = "the table" if len(tables) == 1 else f"table {bare[0]} of {len(tables)}"
        hint = "Mark the first row as the header, or use no table if it holds no data."
        yield Finding((), f"{which} in {output.noun} has no header cells", hint)
