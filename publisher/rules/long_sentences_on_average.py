"""The sentences have more than 20 words on average.

What it does
    Divides the words of the sections by their sentences; a list item is a sentence. Fewer than 15 words on average
    are not reported: short sentences are plain.

Why it matters
    A reader can hold about 15 to 20 words at once. A long sentence now and then is another rule's business (LEN004).

Example
    24 words on average.

Use instead
    16 words on average.

Source
    Plain English Campaign, quoted by Somerset
    (https://playbook.somerset.gov.uk/digital-inclusion-and-accessibility/creating-accessible-documents/document-language-and-reading-age).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import sentences
from publisher.rules._rule import Part, Scope, Subject

CODE = "PLN002"
NAME = "long-sentences-on-average"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

MOST = 20
FEWEST_SENTENCES = 5


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the average is too high."""
    lengths = [sentence.words for passage in subject.of(Part.BODY) for sentence in sentences(passage.prose.text)]
    if len(lengths) < FEWEST_SENTENCES:
        return
    average = sum(lengths) / len(lengths)
    if average > MOST:
        message = f"the sentences have {average:.1f} words on average"
        yield Finding((subject.parts,), message, "Aim for 15 to 20; one thought in each sentence.", key=True)
