"""A briefing about a case judges the family or makes a sensation of what happened.

What it does
    In a briefing about a case, reports words that judge a family or a parent (“the selfish mother”, “could not be
    bothered”) and words made to shock. Words in quotation marks or a block quote are left alone, and so are those of
    which the house list of terms speaks, such as “chaotic family” (LNG002). Whether the family
    has been told, and has seen the text, is for the partnership's own sign-off: nothing in the file can show it.

Why it matters
    Families read what is published about them. Words that judge hurt those who grieve, and tell practitioners
    nothing that they could do.

Example
    “The selfish mother moved often.”

Use instead
    “The family moved four times in a year.”

Source
    Salford's partnership warned its workforce and community that a publication would upset; guidance by Dr Julia
    Brophy on anonymisation and the avoidance of the identification of children (2016).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._case import is_case, telling
from publisher.rules._english import is_english
from publisher.rules._mentions import is_quoted, is_spoken_of
from publisher.rules._rule import Scope, Subject
from publisher.rules._terms import terms_in

CODE = "PRV019"
NAME = "judged-family"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_JUDGING = (
    r"(?:chaotic|dysfunctional|feckless|feral|filthy|squalid|disgusting|lazy|selfish|uncaring|unloving|unfit|evil|wicked"
    r"|cruel|monstrous|depraved|worthless|hopeless|useless|manipulative|deceitful|dishonest|notorious|troublesome|nightmare)"
)
_FAMILY = (
    r"(?:famil(?:y|ies)|homes?|households?|mothers?|fathers?|mums?|dads?|parents?|couple|stepfathers?|stepmothers?"
    r"|grandparents?|upbringing|parenting)"
)
_judged = re.compile(
    rf"\b(?:{_JUDGING}(?:,? and \w{{3,14}})? {_FAMILY}|problem famil(?:y|ies)|bad (?:mothers?|fathers?|parents?)"
    rf"|{_FAMILY} (?:was|were|is|are)(?: \w{{2,10}})? {_JUDGING}"
    r"|(?:could|can) ?not be bothered|couldn['’]t be bothered|did not care about (?:him|her|them|the (?:child|baby))"
    r"|put (?:his|her|their) own needs (?:first|before)"
    r"|(?:mother|father|parents?|famil(?:y|ies)) (?:is|was|were|are) to blame)\b",
    re.IGNORECASE,
)
_shocking = re.compile(
    r"\b(?:horrific(?:ally)?|horrifying|horrendous|gruesome|sickening|brutal(?:ly)?|barbaric|savage(?:ly)?|monsters?"
    r"|shocking(?:ly)?|unimaginable|heartbreaking|harrowing)\b",
    re.IGNORECASE,
)
_HINT = "Describe what happened in words that the family could read; ask somebody who knows them to read the text."


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each word that judges or is made to shock."""
    if not is_case(subject.work) or not is_english(subject.work):
        return
    for passage in telling(subject):
        for pattern, what in (
            (_judged, "words that judge the family stand"),
            (_shocking, "a word made to shock stands"),
        ):
            for match in pattern.finditer(passage.prose.text):
                start, end = match.span()
                named = any(one.start < end and start < one.end for one in terms_in(house.terms, passage.prose.text))
                if not named and not is_quoted(passage.prose, start, end) and not is_spoken_of(passage.prose, start):
                    yield passage.finding(start, end, f"{what} here", _HINT)
