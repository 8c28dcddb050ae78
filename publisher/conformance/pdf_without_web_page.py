"""An edition is published as a PDF or a Word file, and not as a web page.

What it does
    Reports an edition of which there is a PDF or a Word file and no HTML.

Why it matters
    A web page fits every screen, follows the reader's colours and text size, and can be translated and listened to by
    the reader's own means. A PDF is for print.

Example
    `formats: [pdf]` in `publisher.yml`

Use instead
    `formats: [html, pdf, docx, txt]`, or no `formats`, which makes all four.

Source
    Government Digital Service, “Why GOV.UK content should be published in HTML and not PDF”
    (https://gds.blog.gov.uk/2018/07/16/why-gov-uk-content-should-be-published-in-html-and-not-pdf/).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity

CODE = "ACC009"
NAME = "pdf-without-web-page"
SEVERITY = Severity.WARNING


def check(formats: frozenset[str]) -> Iterator[Finding]:
    """Yield one finding where there is something to print and nothing to read on a screen."""
    if formats & {"pdf", "docx"} and "html" not in formats:
        yield Finding((), "there is no web page of this edition", "Build it with `--format html`, or in all formats.")
