"""The full date of a death, an injury or another event in somebody's life stands in the text.

What it does
    Reports a date with day, month and year in a sentence that tells that somebody died, was injured, arrested, taken
    to hospital or the like; and any such date in the title, the summary and the first three sections of a briefing
    about a case. In a case it reports a day and month without a year there, and with the day of the week anywhere.
    Dates of publications, laws and procedures, of years to come, those between which something was counted (“in the
    year to 31 March 2024”), and sentences about people who have long been public, are left alone. The date itself is
    never repeated.

Why it matters
    It can be matched with the local press, so that everything else in the briefing is about a known person.

Example
    ``On 3 February 2018 she was taken to hospital.``

Use instead
    ``Early in the period under review she was taken to hospital.``

Source
    Guidance by Dr Julia Brophy on anonymisation and the avoidance of the identification of children (2016), endorsed
    by the President of the Family Division.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher import identifiers
from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind, full_dates
from publisher.rules._case import MONTH, is_about_publication, is_case, section_of, telling
from publisher.rules._reading import sentence_around
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "PRV005"
NAME = "date-of-incident"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_HEAD = (Part.TITLE, Part.SUBTITLE, Part.SUMMARY)
_TELLING_SECTIONS = 3
# What befalls somebody by the word alone, and what does so only where a person is named with it: procedures for
# bruising are updated, and conferences on injuries held, on days that lead to nobody.
_STRONG = (
    r"died|killed|murdered|drowned|stabbed|shot|injured|harmed|fractured|burned|burnt|scalded|collapsed?|overdosed?"
    r"|took (?:his|her|their) (?:own )?life|assaulted|attacked|raped|arrested|admitted|(?:in|to|from) hospital"
    r"|paramedics?|unresponsive|taken into care|evicted|sentenced|funeral|fell|taken ill|A ?& ?E|emergency department"
    r"|police (?:was|were) called|bu farw|ysbyty"
)
_WEAK = (
    r"dead|death|killing|murder|drowning|stabbing|injur(?:y|ies)|hurt|fractures?|bruis(?:ed|es|ing)|burns?|scalds?"
    r"|suicide|assault|attack|abused|arrest|charged|ambulance|found|missing|incident|accident|removed|excluded"
    r"|referred|999|disclosed|marwolaeth|anaf\w*"
)
_event = re.compile(rf"\b(?:{_STRONG})\b", re.IGNORECASE)
_incident = re.compile(rf"\b(?:{_STRONG}|{_WEAK})\b", re.IGNORECASE)
_one_person = re.compile(
    r"\b(?:he|she|(?:Adult|Baby|Child) [A-Z]|(?:an?|the|her|his|one|their) (?:\w{2,20} )?(?:baby|boy|brother|child|dad"
    r"|daughter|father|girl|infant|mother|mum|sister|son|teenager|toddler|twin|young (?:man|person|woman)))\b"
    r"(?! (?:abuse|death|injury|protection|safeguarding|sexual)\b)",
    re.IGNORECASE,
)
_CLAUSE = 60
"""Characters within which somebody does what happened."""
# What is published or made law just before a date has it, whatever else the sentence tells.
_published = re.compile(
    r"\b(?:publi(?:sh|cation)\w*|(?:came|come|comes|be|is|was) (?:in|into) force|effect|became law|launch(?:ed|es)?"
    r"|updated|revised|enacted|dated)\b[^.,;\n]{0,30}$",
    re.IGNORECASE,
)
# A date to which something was counted: always behind “year ending”, and elsewhere beside how many there were.
_period = re.compile(
    r"\b(?:years?|quarters?|months?|period)\s(?:to|ending|ended|up to|ending on|to the end of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_counted_at = re.compile(r"\b(?:as at|as of|as on|between|since|at)\s(?:the\s)?$", re.IGNORECASE)
_counted_day = re.compile(r"(?:1(?:st)? (?:April|January)|31(?:st)? (?:March|December))\b", re.IGNORECASE)
_how_many = re.compile(
    r"(?<![\w.,£])\d[\d,.]*(?:%| per ?cent| (?:[a-z]{2,20} ){0,2}(?:children|babies|infants|pupils|people|families"
    r"|deaths|cases|referrals|plans|assessments|reviews|schools)\b)"
)
# Days of the work itself: “the policy was updated on”, “since 1 September all schools use”, “World Book Day is on”.
_of_work_before = re.compile(
    r"\b(?:[Aa]udits?|[Pp]olic(?:y|ies)|[Pp]rocedures?|[Pp]rotocols?|[Aa]ction plans?|[Ff]orms?|signed off|approved"
    r"|[A-Z]\w+ Day)\b[^.;\n]{0,40}$"
)
_since = re.compile(r"\b(?:[Ss]ince|[Ff]rom) $")
_of_work_after = re.compile(r",? (?:all|children can|each|every|professionals|schools|staff|we|you)\b")
_born_between = re.compile(
    r"\b(?:babies|children|infants|people|pupils|those)\s(?:who (?:are|were) )?born\s"
    r"(?:after|before|between|from|on or (?:after|before)|since|until)\b",
    re.IGNORECASE,
)
# “On 12th May”, “Tuesday 3 Mar”, “February 3rd”: in a case a day is as good as a date; the year is that of the review.
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_day_and_month = re.compile(
    r"(?<![\w./-])(?:(?P<week>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:the )?)?"
    rf"(?:{_DAY}(?:st|nd|rd|th)?(?: of)? {MONTH}|{MONTH} {_DAY}(?:st|nd|rd|th)\b)(?!,?\s(?:19|20)\d\d)"
    r"|\b(?:Christmas|Boxing|New Year['’]s) (?:Day|Eve)\b(?: (?:19|20)\d\d)?"
)
_dotted = re.compile(r"on (?P<date>(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d\d)\b(?![.]\d)")
_year = re.compile(r"(?:19|20)\d\d")
_HINT = "Write the season and year at most, or “during the review”."


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each full date that belongs to an event in somebody's life."""
    case = is_case(subject.work)
    for passage in telling(subject):
        text, tells = passage.prose.text, case and _tells_the_case(passage)
        if case:
            yield from _without_year(passage, tells=tells)
        dates = [*full_dates(text), *(match.span("date") for match in _dotted.finditer(text))]
        births = [one.start for one in identifiers.find(text) if one.kind is Kind.BIRTH] if dates else []
        for start, end in dates:
            first, last = sentence_around(text, start)
            private = tells or _event.search(text, first, last) or _happened(text, first, last)
            if start in births or not private or _is_to_come(text[start:end], subject):
                continue
            if not (
                _is_public(text, (start, end), (first, last), house) or _is_of_a_count(text, start, end, (first, last))
            ):
                yield passage.finding(start, end, "the full date of an event in somebody's life stands here", _HINT)


def _is_to_come(date: str, subject: Subject) -> bool:
    year = _year.search(date)
    return year is not None and int(year[0]) > subject.today.year


def _is_public(text: str, date: tuple[int, int], sentence: tuple[int, int], house: House) -> bool:
    """Whether a date is that of something published, made law or put to use, or of somebody long public."""
    (start, end), (first, last) = date, sentence
    told = text[first:last]
    if any(house.names.public.find(told)) or _published.search(text, max(first, start - _CLAUSE), start):
        return True
    if _of_work_before.search(text, max(first, start - _CLAUSE), start) and not _one_person.search(text, first, start):
        return True
    if _since.search(text, max(first, start - 10), start) and _of_work_after.match(text, end):
        return True
    return (is_about_publication(told) or any(house.guidance.mentions(told))) and not _happened(text, first, last)


def _happened(text: str, first: int, last: int) -> bool:
    """Whether something befalls one person between two places of a text."""
    people = _one_person.finditer(text, first, last)
    return any(_incident.search(text, one.end(), min(last, one.end() + _CLAUSE)) for one in people)


def _without_year(passage: Passage, *, tells: bool) -> Iterator[Finding]:
    text = passage.prose.text
    for match in _day_and_month.finditer(text):
        first, last = sentence_around(text, match.start())
        private = tells or match["week"] or _incident.search(text, first, last)
        of_work = _of_work_before.search(text, max(first, match.start() - _CLAUSE), match.start())
        if private and not of_work and not is_about_publication(text[first:last]):
            yield passage.finding(*match.span(), "the day of an event in somebody's life stands here", _HINT)


def _is_of_a_count(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether a date begins or ends a time in which something was counted, as statistics have it."""
    before = text[max(0, start - 30) : start]
    if _period.search(before) or _born_between.search(text, *sentence):
        return True
    is_usual = _counted_at.search(before) or before.endswith(("and ", "to "))
    return bool(is_usual and _counted_day.match(text, start, end) and _how_many.search(text, *sentence))


def _tells_the_case(passage: Passage) -> bool:
    section = section_of(passage)
    return passage.part in _HEAD or (section is not None and section < _TELLING_SECTIONS)
