"""A section's number is not part of its heading's text.

What it does
    Reports a numbered section whose heading, in the file, does not have its number as text: one that is drawn, or
    counted by a style sheet or by Word.

Why it matters
    People say “look at point 4”. A number that is only drawn is not read aloud, and is lost when the text is copied,
    pasted into an e-mail or shown without its style sheet.

Example
    Numbers in the background picture of a ring.

Use instead
    A template that prints `section.number` or `section.title` inside the heading.

Source
    Manchester and Salford publish a plain text version of each briefing
    (https://www.manchestersafeguardingboards.co.uk/resource/seven-minute-briefings/); WCAG 2.2, success criterion
    1.3.1 Info and Relationships (https://www.w3.org/TR/WCAG22/#info-and-relationships).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.conformance._check import Output
from publisher.conformance._passages import Words
from publisher.conformance._reading import read
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "ACC012"
NAME = "number-not-in-text"
SEVERITY = Severity.WARNING
FORMATS = frozenset({"html", "pdf", "large-print", "docx", "pptx", "txt", "fragment"})
FORMS = frozenset(Form)


def check(output: Output) -> Iterator[Finding]:
    """Yield each numbered section whose number is not read with its heading."""
    reading = read(output)
    heard = {Words(block.text).bare for block in reading.headings}
    for section in output.document.sections:
        title = Words(section.title).bare
        # Plain text has no headings that could be told from its other lines.
        is_heard = title in Words(reading.text).bare if output.format == "txt" else title in heard
        if section.number and not is_heard:
            message = f"the number of section {section.number} is not in the text of {output.noun}"
            hint = "Let the template print the number inside the heading."
            yield Finding(("sections", section.number - 1, "heading"), message, hint)
