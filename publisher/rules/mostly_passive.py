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
from publisher.house.tokens import forms_in, words_in
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
_irregular_words = frozenset(_irregular.split("|"))
# States rather than deeds, although they end in -ed: "is worried", "are involved".
_states = (
    "aged|afraid|agreed|ashamed|bored|committed|complicated|concerned|confused|dated|dedicated|delighted|detailed"
    "|determined|disabled|distressed|divorced|engaged|excited|exhausted|experienced|frightened|frustrated|gifted"
    "|interested|involved|isolated|left|lost|limited|married|naked|need|opposed|overwhelmed|pleased|prepared|pressured"
    "|qualified|related|relieved|retired|rushed|sacred|satisfied|scared|separated|skilled|stressed|supposed|surprised"
    "|tired|trained|unrelated|unwanted|upset|used|wicked|worried"
)
_be_words_listed = "is are was were be been being"
_be = rf"\b(?:{'|'.join(_be_words_listed.split())})(?:n['’]t)?"
_be_words = frozenset(f"{word}{end}" for word in _be_words_listed.split() for end in ("", "n't"))
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
    bodies = subject.of(Part.BODY)
    for passage in bodies:
        text = passage.prose.text
        for match in () if _reported.isdisjoint(words_in(text)) else _impersonal.finditer(text):
            if not is_mentioned(passage, *match.span()):
                message = f"“{' '.join(match.group().split())}” does not say who"
                hint = "Name who, such as “practitioners thought that”."
                yield passage.finding(match.start(), match.end(), message, hint)
    texts = [passage.prose.text for passage in bodies]
    total = sum(len(sentences(text)) for text in texts)
    if not _are_many(sum(map(_at_most, texts)), total):
        return
    passive = [words for text in texts for words in _passives(text)]
    if _are_many(len(passive), total):
        message = f"{len(passive)} of {total} sentences are in the passive, such as “{passive[0]}” and “{passive[1]}”"
        yield Finding((subject.parts,), message, "Name who acts, such as “the social worker asked”.", key=True)


def _are_many(passive: int, total: int) -> bool:
    return passive >= FEWEST and passive > MOST * total


def _at_most(text: str) -> int:
    """Return how many passives a text can have; quick to see, as most texts have too few of them for a finding."""
    forms = forms_in(text)
    after_be = (forms[place + 1 : place + 5] for place, form in enumerate(forms) if form in _be_words)
    return sum(any(word.endswith("ed") or word in _irregular_words for word in words) for words in after_be)


def _passives(text: str) -> list[str]:
    """Return the passives of a text, the first of each sentence."""
    starts = [sentence.start for sentence in sentences(text)]
    found = {bisect_right(starts, match.start()): match.group() for match in reversed([*_passive.finditer(text)])}
    return list(reversed(found.values()))
