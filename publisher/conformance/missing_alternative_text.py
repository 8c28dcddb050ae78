"""A picture has no words that stand for it.

What it does
    Reports a picture in the web page, the PDF or the Word file, its headers and footers included, that has no
    alternative text and is not marked as decoration, and one whose text is the name of a file.

Why it matters
    A screen reader says “image” or reads out the file's name, and the reader does not know what was missed.

Example
    A logo with the text `image1.png`

Use instead
    `alt: Salford Safeguarding Children Partnership` under `logo` in the partnership's `_brand.yml`; without `alt` the
    partnership's name is used.

Source
    WCAG 2.2, success criterion 1.1.1 Non-text Content (https://www.w3.org/TR/WCAG22/#non-text-content); Bury's and
    Swindon's accessibility statements list pictures without it (https://www.bury.gov.uk/index.aspx?articleid=11162).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.conformance._check import Output
from publisher.conformance._reading import read
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "ACC004"
NAME = "missing-alternative-text"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"html", "pdf", "large-print", "docx", "pptx"})
FORMS = frozenset(Form)

_HINT = "Give the logo an `alt` in the partnership's `_brand.yml`."
_file_name = re.compile(r"\s*\S+\.(?:svg|png|jpe?g|gif|emf|wmf)\s*|(?:image|picture|logo)\s*\d*", re.IGNORECASE)


def check(output: Output) -> Iterator[Finding]:
    """Yield each picture that says nothing."""
    for alternative in read(output).images:
        if alternative is None or (alternative and not alternative.strip()):
            yield Finding((), f"{output.noun} has a picture without alternative text", _HINT)
        elif _file_name.fullmatch(alternative):
            yield Finding((), f"the alternative text of a picture in {output.noun} is “{alternative}”", _HINT)
