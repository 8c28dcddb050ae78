"""The text is harder to read than grade 10.

What it does
    Works out the Flesch-Kincaid grade of all sections together, in English and from 100 words on, and names the
    section that is hardest to read; of practice points and sessions, that of the groups or slides.

Why it matters
    Readers are busy, tired, or not used to the words of another service. Plain text is read faster by everyone.

Example
    Grade 12.3

Use instead
    Grade 8: shorter sentences, everyday words.

Source
    GOV.UK writes for a reading age of 9 (https://www.woking.gov.uk/digital-experience-service-toolkit/writing-wokinggovuk/clear-language-readability),
    Somerset for 9 to 12. Published briefings measure 8.5 to 11.1. Syllables are estimated; with those of a
    dictionary the samples come out within 0.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import Measure, grade, measure
from publisher.rules._english import is_english
from publisher.rules._rule import Part, Passage, Scope, Subject, part_name

CODE = "PLN001"
NAME = "hard-to-read"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

HIGHEST, TARGET = 10, 8
FEWEST_WORDS = 100
"""Flesch's samples have 100 words; the grade of fewer says little."""


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the text is too hard."""
    if not is_english(subject.work):
        return
    bodies = subject.of(Part.BODY)
    total = sum((measure(passage.prose.text) for passage in bodies), Measure())
    found = total.grade if total.words >= FEWEST_WORDS else 0
    if found > HIGHEST:
        hardest = part_name(max(bodies, key=_grade).path)
        hint = f"Aim for grade {TARGET}, with shorter sentences and everyday words; {hardest} is the hardest."
        message = f"the {subject.parts} have Flesch-Kincaid grade {found:.1f}"
        yield Finding((subject.parts,), message, hint, key=True)


def _grade(passage: Passage) -> float:
    return grade(passage.prose.text)
