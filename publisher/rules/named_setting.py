"""A school, nursery, surgery, hospital or home is named in a briefing about a case.

What it does
    Reports, in a briefing about a case, words with a capital before a word such as School, Nursery, Surgery, Hospital,
    Ward, Unit or Children's Home, which may have small letters or, as the name, capitals only; a ward by its number, a
    prison, a hospital that is known by its short name (“Sample Royal”), and what a school or the like is called (“the
    school, St Mark's”, “School: Sample”, “he went to St Mark's”). The words are those of ``institutions`` in
    ``templates/house/keywords.yml``, but for ``services-of-an-area`` there, such as the Virtual School. Resources and
    contacts may name places; in the words of a link it is advice. The name itself is never repeated.

Why it matters
    Where a child goes every day is the shortest way to who the child is.

Example
    ``St Mark's Primary raised concerns.``

Use instead
    ``The school raised concerns.``

Source
    Guidance by Dr Julia Brophy on anonymisation and the avoidance of the identification of children (2016), on
    geographical detail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import Found, House, Keywords
from publisher.rules._case import is_case, telling
from publisher.rules._keywords import keywords_of
from publisher.rules._mentions import in_a_name
from publisher.rules._people import NOT_NAMES
from publisher.rules._rule import Passage, Scope, Subject

CODE = "PRV009"
NAME = "named-setting"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_REACH = 90
_NEAR = 20
_ABBREVIATION = 4
"""Letters that an abbreviation has at most."""
# The words that lead up to the kind of place: each with a capital, or small between two that have one.
_CAPITAL = r"(?:St\.?|[A-Z][\w'’-]*)"
_before = re.compile(rf"(?:(?:{_CAPITAL}|of|the|and|&|upon|on|for)[ \n\xa0]){{0,6}}{_CAPITAL}[ \n\xa0]$")
_word = re.compile(r"St\.?(?= )|[A-Z][\w'’-]*")
_two_words = re.compile(r"[A-Z][\w'’-]* [A-Z]")
_by_number = re.compile(r"\b[Ww]ard [A-Z]{0,2}\d{1,3}[A-Z]?\b")
_welsh = re.compile(
    r"\b(?:Ysgol|Ysbyty|Meithrinfa|Meddygfa|Coleg)(?: (?:y|yr|Gynradd|Uwchradd|Gyfun|Gymraeg|Feithrin))*"
    r" (?!Gynradd|Uwchradd)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
)
_prison = re.compile(r"\bHM(?:P|YOI|P/YOI|P & YOI)\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?")
_hospital = re.compile(
    r"\b(?!Attorney|Director|Governor|Inspector|Major|Registrar|Secretary|Solicitor|Surgeon)"
    r"[A-Z][a-z]{2,20} (?:Royal|General)\b(?! [A-Z])"
    r"|\b(?:Alder Hey|Great Ormond Street|Addenbrooke['’]s|Evelina London|Booth Hall)\b"
    r"(?: (?:Children['’]s )?Hospital\b)?"
)
_called = re.compile(
    r"\b(?:school|academy|college|nursery|playgroup|surgery|hospital|hospice|refuge|hostel"
    r"|(?:children['’]s|care|residential) home)"
    r"(?:,? (?:called|named) [“\"‘']?(?P<a>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})|, (?P<b>St\.? [A-Z][\w'’-]+)"
    r"|, (?P<c>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,1} (?:House|Lodge|Hall|Cottage|Grange|Farm|Court|Manor|View|Hill))\b)"
    r"|\b(?:at|to|from|near|attend(?:s|ed|ing)?) (?P<d>St\.? [A-Z][\w-]+['’]s)\b(?! [A-Z]| day)"
    r"|\bat (?:the )?(?P<e>[A-Z][\w'’-]+ Practice)\b(?! [A-Z])"
)
# “School: Sample”, “the school (Sample)”: a word that stands alone, without an ending that ordinary words have, and
# nowhere with a small letter.
_NAME_ALONE = r"(?!\w*(?:s|ed|ing|ion|ment|ance|ence|ness|ty|ly|age)\b)[A-Z][a-z'’-]{3,24}"
_beside = re.compile(
    r"\b(?:[Ss]chool|[Aa]cademy|[Cc]ollege|[Nn]ursery|[Ss]urgery|[Hh]ospital)"
    rf"(?:: (?P<a>{_NAME_ALONE})(?=[.,;\n]|$)| \((?P<b>{_NAME_ALONE})\))"
)
_of_schools = frozenset({"Primary", "Infant", "Infants", "Junior", "High", "Grammar", "Secondary"})
_capital_next = re.compile(r"[ \n][A-Z]")
_small_word = re.compile(r"[a-z]+")
_kinds_of_place = """
Abuse Access Accident Acute Admissions Adolescent After Aided Allergy Alternative Ambulatory Antenatal Assault
Assessment Assurance Asthma Attending Autism Behaviour Best Boarding Boys Burns Business Cancer Cardiology Catholic
Changing Childrens Church Clinical Command Complex Contraception Cottage Crisis Custody Day Decision Delivery Dental
Dependency Dermatology Detention Diabetes Disorder Disorders District Drop Ear Eating Educational Emergency Encompass
Enuresis Eye Faith Forced Forest Form Fracture Free Further General Girls GP Grammar Gynae Gynaecology Hearing High
Higher Hours Immigration Impaired Incident Inclusion Infant Infants Injuries Injury Inpatient Intensive Investigation
Isolation Junior Justice Labour Language Leaving Life Living Looked Lower Mainstream Maintained Major Marriage Medical
Memory Men Middle Minor Missing Multi Named Needs Neonatal Neuro Neurology Nursing Nurture Observation Obstetric
Offences Offender Offending Oncology Orthopaedic Outpatient Outpatients Outstanding Paediatric Pain Persons Places
Policing Postnatal Pre Pregnancy Preschool Private Provision Psychiatric Rape Rapid Recovery Rehabilitation Removal
Renal Residential Respiratory Returning Roads Same Secure Sexual Short Sixth Sleep Special Specialist Speech Start
Starting Stay Stroke Sudden Teenage Tier To Vulnerability Well Witness
Supported Surgical Teaching Therapy Treatment Upper Urgent Violence Voluntary Walk Whole Women Years
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
"""
_general = NOT_NAMES | frozenset(_kinds_of_place.split())


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each name of a place where a child, or somebody close to one, spends time."""
    if not is_case(subject.work):
        return
    for passage in telling(subject):
        free = 0
        places = [*_named(passage.prose.text, house), *_others(passage.prose.text)]
        for start, end in sorted(places):
            # “Alder Hey and the Kestrel Unit”: of two that begin together, the rest of the longer is a second name.
            rest = _two_words.search(passage.prose.text, free, end) if start < free < end else None
            if start >= free or rest:
                yield _about(passage, rest.start() if rest else start, end)
                free = end


def _about(passage: Passage, start: int, end: int) -> Finding:
    hint = "Write what kind of place it is: “the school”, “a hospital”."
    found = passage.finding(start, end, "a school, service or home is named here", hint)
    return replace(found, severity=Severity.INFO) if in_a_name(passage, start, end) else found


def _others(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_by_number, _welsh, _prison):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span() for match in _hospital.finditer(text) if match[0].split()[0] not in _general)
    for match in _called.finditer(text):
        # “The school called Police” names nobody.
        if any(map(_is_own, match[match.lastgroup or 0].split())):
            yield match.span(match.lastgroup or 0)
    beside = list(_beside.finditer(text))
    small = frozenset(_small_word.findall(text)) if beside else frozenset()
    for match in beside:
        name = match[match.lastgroup or 0]
        if name not in _general and name.lower() not in small:
            yield match.span(match.lastgroup or 0)


def _named(text: str, house: House) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each name that ends with a word for a kind of place."""
    of_all = {found.end for found in keywords_of(text, house, "services-of-an-area")}
    for found in keywords_of(text, house, "institutions"):
        reach = max(0, found.start - _REACH)
        before = _before.search(text, reach, found.start)
        if not before or found.end in of_all or text[found.end : found.end + 4] == " of " or _goes_on(text, found):
            continue
        is_own = _is_own_in_capitals if _is_shouted(text, before.start(), found) else _is_own
        words = [match for match in _word.finditer(text, before.start(), found.start) if is_own(match[0])]
        if words and (found.text[0].isupper() or not _opens(text, words[0].start())):
            yield words[0].start(), found.end


def _goes_on(text: str, found: Found[Keywords]) -> bool:
    """Whether the first word of a kind of school stands for something else, as in “Infant Feeding Team”."""
    return found.text.istitle() and found.text in _of_schools and _capital_next.match(text, found.end) is not None


def _is_own(word: str) -> bool:
    parts = re.split(r"['’-]", word)
    return parts[0] not in _general and not (len(word) > 1 and word.isupper())


def _is_own_in_capitals(word: str) -> bool:
    """Whether a word in capitals is no general one, and too long for an abbreviation."""
    first = re.split(r"['’-]", word)[0]
    return len(first) > _ABBREVIATION and first.capitalize() not in _general


def _is_shouted(text: str, start: int, found: Found[Keywords]) -> bool:
    """Whether a kind of place is written in capitals, the words around its name are not, and it is no abbreviation."""
    around = text[max(0, start - _NEAR) : start] + text[found.end : found.end + _NEAR]
    return len(found.text) > _ABBREVIATION and found.text.isupper() and any(map(str.islower, around))


def _opens(text: str, start: int) -> bool:
    """Whether a word is the first of its sentence, where any word has a capital."""
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?:”"' or text[len(before) : start].count("\n") > 1
