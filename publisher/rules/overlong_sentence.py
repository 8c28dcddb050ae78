"""A sentence has more than 25 words, or the summary more than 40.

What it does
    Counts the words of each sentence in the sections and questions. A list item is a sentence by itself; what
    is quoted is somebody else's words and is left alone. A bracket that holds only a link, or a source with its year,
    does not count. A summary may have 40 words in all.

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

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.readability import Sentence, sentences
from publisher.rules._reading import is_mentioned
from publisher.rules._rule import Part, Passage, Scope, Subject
from publisher.words import count

CODE = "LEN004"
NAME = "overlong-sentence"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

MOST = 25
MOST_OF_SUMMARY = 40

_bracket = re.compile(r"\(([^()\n]{1,200})\)")
# “Brandon et al., 2020”, “National Child Mortality Database, 2024”, “HM Government, March 2026”.
_source = re.compile(r"(?:see |source: )?[A-Z][\w ,.&’'-]{1,120}\b(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?[a-z]?")


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each sentence that is too long, and the summary."""
    for passage in subject.of(Part.SUMMARY):
        if (words := count(passage.prose.text)) > MOST_OF_SUMMARY:
            hint = (
                f"Write one sentence of at most {MOST_OF_SUMMARY} words; it stands in lists, feeds and search results."
            )
            yield passage.finding(0, len(passage.prose.text), f"the summary has {words} words", hint)
    for passage in subject.of(Part.BODY, Part.QUESTION):
        for sentence in sentences(passage.prose.text):
            words = sentence.words
            if words > MOST:
                words -= _words_of_sources(passage, sentence)
            if words > MOST and not is_mentioned(passage, sentence.start, sentence.end):
                first = " ".join(passage.prose.text[sentence.start : sentence.start + 200].split()[:5])
                message = f"the sentence “{first} …” has {words} words"
                hint = f"Split it, so that no sentence has more than {MOST} words."
                yield passage.finding(sentence.start, sentence.end, message, hint)


def _words_of_sources(passage: Passage, sentence: Sentence) -> int:
    """Return how many words stand in brackets that hold a link or a source and nothing else."""
    text = passage.prose.text
    links = [mark for mark in passage.prose.of("link") if sentence.start < mark.start and mark.end < sentence.end]
    found = [(mark.start, mark.end) for mark in links if text[mark.start - 1] == "(" and text[mark.end] == ")"]
    for match in _bracket.finditer(text, sentence.start, sentence.end):
        if match.span(1) not in found and _source.fullmatch(match[1]):
            found.append(match.span(1))
    return sum(count(text[start:end]) for start, end in found)
