"""The PDF has more pages than it may have.

What it does
    Reports a briefing's PDF with more pages than the page budget, which is two unless ``publisher.yml`` says otherwise,
    with how many words stand on the pages too many and which sections are the longest.

Why it matters
    A briefing is read out and discussed in seven minutes. Text is never made smaller to fit, as 12 point is the
    smallest size that many readers can manage.

Example
    A briefing of 900 words that runs on to a third page.

Use instead
    Fewer words in the longest sections, or resources moved to a page that the briefing links to.

Source
    GOV.UK, publishing accessible documents, and Lincolnshire County Council's content policy ask for 12 point or more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from publisher.conformance._check import Output
from publisher.diagnostics import Finding, Severity
from publisher.document import Form, Role, Section
from publisher.words import block_text, count

CODE = "LEN005"
NAME = "over-page-budget"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"pdf"})
FORMS = frozenset({Form.BRIEFING})


def check(output: Output) -> Iterator[Finding]:
    """Yield one finding where the PDF is too long."""
    if output.pages <= output.page_budget:
        return
    over = _words_from(output.data, output.page_budget)
    longest = _longest(output.document.sections)
    message = f"the PDF has {output.pages} pages instead of {output.page_budget}, about {max(over, 1)} words over"
    if longest is None or longest.number is None:
        yield Finding((), message, "Cut words or resources.")
        return
    words = count(block_text(longest.blocks))
    hint = f"Section {longest.number} is the longest, with {words} words; cut there first, then in the resources."
    yield Finding(("sections", longest.number - 1, "body"), message, hint)


def _words_from(data: bytes, first: int) -> int:
    """Return how many words there are on a page and on those after it."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(data)) as pdf:
        return sum(count(pdf[number].get_textpage().get_text_range()) for number in range(first, len(pdf)))


def _longest(sections: tuple[Section, ...]) -> Section | None:
    numbered = [section for section in sections if section.role in {Role.SECTION, Role.ACTION}]
    return max(numbered, key=lambda section: count(block_text(section.blocks)), default=None)
