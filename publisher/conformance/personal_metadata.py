"""The file says or holds more than the briefing: who made it, a comment, a tracked change, hidden text.

What it does
    Compares what the PDF, the Word file and the web page say of themselves with the briefing: the author is the
    partnership, and every other field has the briefing's own words or a technical value. Reports comments, tracked
    changes, hidden text, attached files, macros and paths on a computer.

Why it matters
    Names in a file's properties have told the world who wrote a review, and tracked changes what was taken out of it.
    A published briefing is copied, and cannot be called back.

Example
    A Word file of the partnership's own, used as `reference.docx`, whose author is a member of staff.

Use instead
    A reference document without comments and tracked changes (in Word: File, Info, Inspect Document).

Source
    Government Digital Service, “Why GOV.UK content should be published in HTML and not PDF”
    (https://gds.blog.gov.uk/2018/07/16/why-gov-uk-content-should-be-published-in-html-and-not-pdf/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.conformance._check import Output
from publisher.conformance._reading import read
from publisher.diagnostics import Finding, Severity
from publisher.document import Document, Form
from publisher.languages import with_country

CODE = "PRV018"
NAME = "personal-metadata"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"html", "pdf", "large-print", "docx", "pptx", "fragment"})
FORMS = frozenset(Form)

_AUTHORS = frozenset({"author", "creator", "lastmodifiedby", "manager", "company", "contributor", "publisher.name"})
# Programs, dates, numbers and what browsers are asked for; none of them has room for a sentence.
_technical = re.compile(
    r"[\w.]*(?:date|datePublished|created|modified|part|rev|conformance|revision|version|format|viewport|color-scheme|"
    r"robots|@type|@context|WorkStatus|DocumentID|InstanceID|trapped)",
    re.IGNORECASE,
)
_programs = frozenset({"producer", "creatortool", "generator", "application"})
_program = re.compile(r"[A-Za-z][\w.-]*(?: [\w.-]+){0,3}")
_path = re.compile(r"file:|\b[A-Za-z]:\\|/(?:home|Users|tmp)/")
_HINT = "Take it out of the partnership's own template or `reference.docx`."


def check(output: Output) -> Iterator[Finding]:
    """Yield each field and each hidden thing that is not the briefing's; never the value of a field."""
    reading, document = read(output), output.document
    known = _known(document)
    for what in dict.fromkeys(reading.hidden):
        yield Finding((), f"{output.noun} holds {what}", _HINT)
    strange: dict[str, str] = {}
    for field, value in reading.metadata:
        name = field.rpartition("}")[2]
        if name.lower() in _AUTHORS:
            if value.strip() != document.publisher.name:
                strange[name] = "does not name the partnership"
        elif not _is_of_the_briefing(name, value, known):
            strange[name] = "has words that are not the briefing's"
    for name, what in strange.items():
        yield Finding((), f"the property `{name}` of {output.noun} {what}", _HINT)


def _is_of_the_briefing(name: str, value: str, known: frozenset[str]) -> bool:
    if _path.search(value):
        return False
    if name.lower() in _programs:
        return bool(_program.fullmatch(value))
    return bool(_technical.fullmatch(name)) or " ".join(value.split()) in known


def _known(document: Document) -> frozenset[str]:
    """Return what the fields of a file may say of this document."""
    publisher = document.publisher
    title = [document.title, document.series, publisher.name]
    texts = (
        *(" – ".join(part for part in title[:count] if part) for count in (1, 2, 3)),
        document.subtitle,
        document.series,
        document.summary,
        document.language,
        with_country(document.language),
        ", ".join(document.topics),
        *document.topics,
        publisher.name,
        publisher.short_name,
        publisher.website,
        publisher.email,
        "",
    )
    return frozenset(" ".join(text.split()) for text in texts)
