"""Signs that lead to a person where several come together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from publisher.house.tokens import words_in
from publisher.identifiers import count_digits
from publisher.rules._case import MONTH, is_about_publication
from publisher.rules._people import NOT_NAMES


@dataclass(frozen=True, slots=True)
class Sign:
    """What a stretch of a sentence tells of a person."""

    name: str
    start: int
    end: int


_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen)"
)
_month = re.compile(rf"\b{MONTH},?(?: of)?\s(?:19|20)\d\d\b|\b(?:0[1-9]|1[0-2])/20\d\d\b")
# Not a limit (“under 12 months old”), and of one person (“16-year-olds” are many).
_HALF = r"(?:[\s-]and[\s-]a[\s-]half|½)?"
_age = re.compile(
    rf"(?<!under )(?<!over )(?<!below )(?<!above )(?<!than )(?<!least )(?<!up to )(?<!first )(?<!to )(?<!and )\b(?:"
    rf"{_NUMBER}{_HALF}[\s-]?(?:years?|months?|weeks?|days?|yrs?)[\s-]old\b|{_NUMBER}[- ]?(?:y/o|yo)\b"
    rf"|(?<!children )(?<!people )(?<!babies )(?<!those )(?<!pupils )(?<!girls )(?<!boys )(?<!adults )(?<!anyone )"
    rf"aged?\s(?:just |only )?{_NUMBER}\b"
    r"(?!\s?(?:to|or|[-–+]|and \d|(?:years )?and (?:above|below|older|over|under|up|younger))))",
    re.IGNORECASE,
)
# “A girl, 15,”, “a boy of 15”, “Child A (4 months)”, “he was 15 when”.
_age_beside = re.compile(
    r"(?:\b(?:baby|boy|brother|daughter|girl|infant|sister|son|teenager|toddler|twin)|\b(?:Child|Baby) [A-Z])"
    rf"(?:, | of | \()({_NUMBER}(?: (?:days?|months?|weeks?|years?))?)(?=[,.)]| (?:died|was|who))"
    rf"|\b(?:[Hh]e|[Ss]he) was (?:just |only )?({_NUMBER})(?=[,.]| (?:and|at|months|weeks|when|years)\b)"
)
_number_beside = re.compile(r"(?:, | of | \(| (?:was|just|only) )\d{1,2}\b")
# Each month has a year, and each age a number in digits, one of these words or “y/o”.
_year = re.compile(r"19\d\d|20\d\d")
_yo = re.compile(r"[yY]/?[oO]\b")
_age_words = frozenset({"old", "age", "aged"})
_people_listed = "he she boy girl baby son daughter brother sister teenager toddler infant twin child"
_people_words = frozenset(_people_listed.split())
_sex = re.compile(
    r"\b(?:boy|girl|son|daughter|brother|sister|schoolboy|schoolgirl|twin (?:boys|brothers|girls|sisters)"
    r"|(?:young|teenage) (?:man|woman|male|female))\b",
    re.IGNORECASE,
)
_PLACE = r"([A-Z][a-z]{2,20}(?:(?:-[a-z]{2,5}-|[- ])[A-Z][a-z]{2,20}){0,2})"
_place = re.compile(
    rf"\b(?:in|from|near|at|around|of|outside)\s{_PLACE}\b(?!['’])"
    rf"|{_PLACE}\s(?:boy|girl|teenager|schoolboy|schoolgirl|family|child|baby|toddler|mother|father|man|woman|estate)\b"
    r"|\{\{\s*partnership\.(?:area|name|short_name)\s*\}\}"
)
# The first half of a postcode. S17 and the like are sections of the Children Act.
_OUTWARD = r"(?!S(?:17|20|31|37|38|47)\b)([A-Z]{1,2})\d[A-Z\d]?(?: \d)?"
_outward = re.compile(rf"\b(?:in|from|near|around|outside) {_OUTWARD}\b|\b{_OUTWARD} (?:area|postcode)\b")
_harm = re.compile(
    r"\b(?:died|dead|death|killed|murder(?:ed)?|manslaughter|homicide|drowned|drowning|stabbed|stabbing|stab wounds?"
    r"|shot|suicide|hanged|shaken|overdose|strangled|suffocated|burn(?:ed|t|s)|scald(?:ed|s)|fracture[ds]?|brain injury"
    r"|rape[d]?|starved|poisoned|took (?:his|her|their) own life)\b",
    re.IGNORECASE,
)


def may_tell(text: str) -> bool:
    """Whether a text may tell a month with its year or an exact age; most do not, so that this saves a closer look."""
    if _year.search(text) and _month.search(text):
        return True
    words = words_in(text)
    if (not _age_words.isdisjoint(words) or _yo.search(text)) and _age.search(text):
        return True
    if not count_digits(text) or _people_words.isdisjoint(words) or not _number_beside.search(text):
        return False
    return _age_beside.search(text) is not None


def signs(sentence: str, postcode_areas: Collection[str]) -> Iterator[Sign]:
    """Yield the signs in a sentence, in no order; the areas are the letters that a postcode may begin with."""
    if not is_about_publication(sentence):
        for match in _month.finditer(sentence):
            yield Sign("a month", match.start(), match.end())
    for name, pattern in (
        ("an exact age", _age),
        ("an exact age", _age_beside),
        ("the child's sex", _sex),
        ("a rare harm", _harm),
    ):
        for match in pattern.finditer(sentence):
            yield Sign(name, *match.span(match.lastindex or 0))
    yield from _places(sentence, postcode_areas)


def _places(sentence: str, postcode_areas: Collection[str]) -> Iterator[Sign]:
    for match in _place.finditer(sentence):
        words = (match[1] or match[2] or "").replace("-", " ").split()
        if not set(words) & NOT_NAMES:
            yield Sign("a place", match.start(), match.end())
    for match in _outward.finditer(sentence):
        if (match[1] or match[2]) in postcode_areas:
            yield Sign("a place", match.start(), match.end())
