"""A sentence has more than 25 words.

What it does
    Counts the words of each sentence in the sections and questions. A list item is a sentence by itself; what
    is quoted is somebody else's words and is left alone.

Why it matters
    Long sentences are hard for everyone to follow, and most of all when they are read aloud.

Example
    “Local and national case reviews have repeatedly found that a child was not adequately safeguarded because
    professionals did not share crucial information about the child or their circumstances.” (26 words)

Use instead
    Two sentences of 18 and 20 words.

Source
    GOV.UK, Publishing accessible documents
    (http://govwire.co.uk/news/government-digital-service/guidance-publishing-accessible-documents-98735, a mirror).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import sentences
from publisher.rules._reading import is_mentioned
from publisher.rules._rule import Part, Scope, Subject

CODE = "LEN004"
NAME = "overlong-sentence"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

MOST = 25


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each sentence that is too long."""
    for passage in subject.of(Part.BODY, Part.QUESTION):
        for sentence in sentences(passage.prose.text):
            if sentence.words > MOST and not is_mentioned(passage, sentence.start, sentence.end):
                first = " ".join(passage.prose.text[sentence.start : sentence.start + 200].split()[:5])
                message = f"the sentence “{first} …” has {sentence.words} words"
                hint = f"Split it, so that no sentence has more than {MOST} words."
                yield passage.finding(sentence.start, sentence.end, message, hint)
