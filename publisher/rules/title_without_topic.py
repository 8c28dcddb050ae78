"""The title names the form and no subject.

What it does
    Reports a title that has only the form's name (“7 Minute Briefing”, “7MB”), perhaps with a date, a version
    or the partnership's name in ``{{ … }}``.

Why it matters
    Lists of briefings, search results and browser tabs show the title alone.

Example
    ``title: 7 Minute Briefing, July 2024``

Use instead
    ``title: Professional curiosity``; the name of the series is printed beside it.

Source
    Lists of briefings such as https://lrsb.org.uk/7-minute-briefings1, where the title is all there is;
    WCAG 2.2, success criterion 2.4.2 Page Titled (https://www.w3.org/TR/WCAG22/#page-titled).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._formats import names_only_the_form
from publisher.rules._rule import Part, Scope, Subject

CODE = "STR008"
NAME = "title-without-topic"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where nothing is left of the title without the form's name."""
    for passage in subject.of(Part.TITLE):
        title = passage.prose.text
        if names_only_the_form(title):
            hint = "Put the subject in the title; the name of the series is printed beside it."
            yield passage.finding(0, len(title), f"the title “{title}” names no subject", hint)
