"""Many sentences do not say who acts.

What it does
    Reports “it was felt that” and its like, and a briefing in which more than a third of the sentences (and at least
    six) have a verb in the passive.

Why it matters
    A reader can change only what somebody did. “It was agreed” hides who is to act.

Example
    “It was felt that the risk was low.”

Use instead
    “Practitioners thought that the risk was low.”

Source
    Somerset, Document language and reading age
    (https://playbook.somerset.gov.uk/digital-inclusion-and-accessibility/creating-accessible-documents/document-language-and-reading-age).
    A third: house rule.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.readability import sentences
from publisher.rules._english import is_english
from publisher.rules._reading import is_mentioned
from publisher.rules._rule import Part, Scope, Subject

CODE = "PLN005"
NAME = "mostly-passive"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

MOST = 1 / 3
FEWEST = 6

_irregular = (
    "beaten|been|begun|born|borne|bought|broken|brought|built|caught|chosen|cut|done|drawn|driven|eaten|fed|felt|forgotten"
    "|found|given|grown|heard|held|hidden|hit|hurt|kept|known|laid|led|left|lost|made|meant|met|overlooked|paid|put|read"
    "|said|seen|sent|set|shaken|shared|shown|shut|spent|spoken|stolen|struck|taken|taught|thought|told|torn|understood"
    "|won|withdrawn|written"
)
# States rather than deeds, although they end in -ed: "is worried", "are involved".
_states = (
    "aged|afraid|agreed|ashamed|bored|committed|complicated|concerned|confused|dated|dedicated|delighted|detailed"
    "|determined|disabled|distressed|divorced|engaged|excited|exhausted|experienced|frightened|frustrated|gifted"
    "|interested|involved|isolated|left|lost|limited|married|naked|need|opposed|overwhelmed|pleased|prepared|pressured"
    "|qualified|related|relieved|retired|rushed|sacred|satisfied|scared|separated|skilled|stressed|supposed|surprised"
    "|tired|trained|unrelated|unwanted|upset|used|wicked|worried"
)
_be = r"\b(?:is|are|was|were|be|been|being)(?:n['’]t)?"
_passive = re.compile(
    rf"{_be}(?: (?:not|never|also|often|always|sometimes|still|then|now|only|already|being|\w{{2,20}}ly)){{0,2}}"
    rf" (?!(?:{_states})\b)(?:\w{{1,20}}ed|{_irregular})\b",
    re.IGNORECASE,
)
_reported_words = """
    accepted acknowledged agreed assumed believed concluded considered decided established expected felt highlighted
    hoped identified noted recognised recommended reported said suggested thought understood
"""
_reported = frozenset(_reported_words.split())
_impersonal = re.compile(
    r"\bit (?:is|was|has been|had been)(?: (?:also|generally|often|widely|subsequently|then))? "
    rf"(?:{'|'.join(_reported_words.split())}) that\b",
    re.IGNORECASE,
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each impersonal phrase, and one finding where the passive is too frequent."""
    if not is_english(subject.work):
        return
    total = 0
    passive: list[str] = []
    for passage in subject.of(Part.BODY):
        text = passage.prose.text
        for match in () if _reported.isdisjoint(words_in(text)) else _impersonal.finditer(text):
            if not is_mentioned(passage, *match.span()):
                message = f"“{' '.join(match.group().split())}” does not say who"
                hint = "Name who, such as “practitioners thought that”."
                yield passage.finding(match.start(), match.end(), message, hint)
        starts = [sentence.start for sentence in sentences(text)]
        total += len(starts)
        # The first of each sentence counts.
        found = {bisect_right(starts, match.start()): match.group() for match in reversed([*_passive.finditer(text)])}
        passive += reversed(found.values())
    if len(passive) >= FEWEST and len(passive) > MOST * total:
        message = f"{len(passive)} of {total} sentences are in the passive, such as “{passive[0]}” and “{passive[1]}”"
        yield Finding(("sections",), message, "Name who acts, such as “the social worker asked”.", key=True)
