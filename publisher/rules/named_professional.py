"""Somebody who works with families is named.

What it does
    Reports a name after a role such as social worker or after a title such as Dr, Mrs or PC, and before a role
    (“…, the health visitor”, “… (social worker)”), in the printed texts and in notes on waivers and permission.
    Who is named beside a report, book or study of theirs, judges of the High Court, and names that have long been
    public are left alone, and so are resources and credits. The name itself is never repeated.

Why it matters
    Learning is about how services work together. A name makes it about one person, and leads to the families they
    work with.

Example
    ``Social worker Sam Sample visited twice.``

Use instead
    ``The social worker visited twice.``

Source
    A published training session on learning from serious incidents, which names roles and no persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Path, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.model import Work
from publisher.rules._case import telling
from publisher.rules._people import NAME as A_NAME
from publisher.rules._people import NOT_NAMES, SENTENCE_START
from publisher.rules._rule import Scope, Subject

CODE = "PRV013"
NAME = "named-professional"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_ROLE = (
    r"(?i:social worker|health visitor|midwife|head ?teacher|teacher|teaching assistant|nurse|doctor|pa?ediatrician"
    r"|consultant|psychologist|psychiatrist|police officer|detective|sergeant|inspector|team manager|team leader"
    r"|practice manager|service manager|(?:(?:deputy )?designated )?safeguarding (?:lead|officer)|DSL"
    r"|solicitor|coroner|key ?worker|support worker|youth worker|family worker|housing officer"
    r"|probation officer|foster carer|childminder|caseworker|independent reviewing officer|IRO)"
)
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|P\.?C|D\.?C|DS|DI|DCI|PS|Sgt|PCSO|HHJ|Judge|SW|HV|IRO"
    r"|(?:School|Staff) Nurse"
    r"|(?:Detective |Police )?(?:Constable|Sergeant|(?:Chief )?(?:Inspector|Superintendent)))\b\.?"
)
_titled = re.compile(rf"\b(?P<title>{_TITLE})\s(?:\d{{1,6}}\s)?(?P<name>(?:[A-Z]\.?\s)?{A_NAME}(?:\s{A_NAME}){{0,2}})")
# Names within a sentence are few, so that they are looked for first and the roles beside them next.
_inside = re.compile(
    rf"(?<=[a-z,:–—-]\s)(?P<name>{A_NAME}(?P<second>\s{A_NAME})?)(?!\w|-|['’](?!s\b)|(?:['’]s)?\s[A-Z])"
)
# A first name alone between commas, before what only a person does: a list of services has no such word behind it.
_did = re.compile(r", (?:asked|came|felt|had|has|is|knew|left|made|noticed|rang|said|saw|told|visited|was|who|wrote)\b")
_two = re.compile(rf"\b(?P<name>{A_NAME}\s{A_NAME}),\s(?:(?:the|a|an|her|his|their)\s)?")
# “Jo Sample, the allocated social worker”.
_which = re.compile(r"(?:allocated|duty|former|lead|named|new|previous|specialist)\s")
# “In West Yorkshire, the social worker …”.
_place_before = re.compile(r"\b(?:across|around|in|near|outside|throughout)\s$", re.IGNORECASE)
# “Sam, the social worker, came.”, but not “Later, the social worker came.”
_apposition = re.compile(r", (?:the|an?|her|his|their) ")
_alone = re.compile(rf"{SENTENCE_START}(?P<name>{A_NAME})(?<!ly)(?<!ed)(?<!ing)$")
_after_role = re.compile(rf" (?:\(|(?:is|was) (?:called|named) )(?P<name>{A_NAME}(?:\s{A_NAME})?)\b")
_LEADS = ("(", " called ", " named ")
"""One of these leads to a name that stands behind a role."""
_role_at_end = re.compile(rf"\b{_ROLE}$")
_bracketed = re.compile(rf"\b(?P<name>{A_NAME}(?:\s{A_NAME})?),?\s\((?:(?:the|a|an|her|his|their)\s)?{_ROLE}\)")
_role_before = re.compile(rf"\b(?<!Chief ){_ROLE}(?P<mark>,|:|\s[–—-])?\s(?:called\s|named\s)?$")
_role = re.compile(rf"{_ROLE}\b")
_role_and_mark = re.compile(rf"{_ROLE}[,.]")
_LONGEST_ROLE = 40
_any_role_listed = """
    mr mrs ms miss mx dr prof professor pc p dc d ds di dci ps sgt pcso hhj judge sw hv iro constable
    worker visitor midwife headteacher teacher assistant nurse doctor paediatrician pediatrician consultant psychologist
    psychiatrist officer detective sergeant inspector manager leader solicitor coroner keyworker carer childminder
    caseworker lead dsl superintendent
"""
_any_role = frozenset(_any_role_listed.split())
# Those with these titles are often named for what they wrote or led. Sir, Dame and Mr Justice are public by the title.
_authors = frozenset({"Dr", "Dr.", "Prof", "Prof.", "Professor"})
_WORK = (
    r"(?:reports?|reviews?|research|stud(?:y|ies)|books?|articles?|papers?|inquiry|model|theory|framework|guidance"
    r"|checklists?|principles|training|panel|commission|lectures?|talk)"
)
_work_before = re.compile(
    rf"\b(?:by|according to|author|led by|{_WORK} (?:of|from))(?: [A-Z][\w.’'-]+){{0,3}},?(?: and)? $", re.IGNORECASE
)
_work_after = re.compile(
    rf"(?:['’]s?)?,? (?:\w+ ){{0,4}}{_WORK}\b|['’]?s? ?\((?:19|20)\d\d|,? (?:\w+ )?(?:argue[sd]?|concludes?|describes?"
    r"|developed|explains?|found that|reminds?|shows?|suggests?|wrote that)\b",
    re.IGNORECASE,
)
_REACH = 60
_HINT = "Write the role alone, such as “the social worker”."
_OF_ANYBODY = "Write what the person is to the child alone, such as “the social worker” or “the father”."
_of_anybody = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s$")


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each name of somebody who is there by their work."""
    for passage in telling(subject):
        text = passage.prose.text
        for start, end in _names_in(text, house):
            if _of_anybody.search(text, max(0, start - 6), start):
                yield passage.finding(start, end, "a person is named here", _OF_ANYBODY)
            else:
                yield passage.finding(start, end, "somebody who works with families is named here", _HINT)
    for path, text in _notes(subject.work):
        for start, end in _names_in(text, house):
            message = "a person is named in a part that is not printed"
            yield Finding(path, message, "Name the role; the file is shared.", start, end)


def _notes(work: Work) -> Iterator[tuple[Path, str]]:
    for index, waiver in enumerate(work.waivers):
        yield ("waivers", index, "by"), waiver.by
        yield ("waivers", index, "reason"), waiver.reason
    if work.origin:
        yield ("origin", "permission"), work.origin.permission


def _names_in(text: str, house: House) -> Iterator[tuple[int, int]]:
    seen = bytearray(len(text))
    for match in _candidates(text):
        words, (start, end) = match["name"].split(), match.span("name")
        if any(seen[start:end]) or any(word in NOT_NAMES for word in words[:2]):
            continue
        if not any(house.names.public.find(match[0])):
            seen[start:end] = b"x" * (end - start)
            yield start, end


def _is_author(text: str, match: re.Match[str]) -> bool:
    """Whether somebody with a title is named for what they wrote or led, rather than for their part in a case."""
    start, end = match.span()
    if match["title"] not in _authors:
        return match["title"] in {"Mr", "Mrs", "Ms"} and match["name"].startswith("Justice ")
    before = text[max(0, start - _REACH) : start]
    return bool(_work_before.search(before) or _work_after.match(text, end, end + _REACH))


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be a name beside a title or a role."""
    if _any_role.isdisjoint(words_in(text)):
        return
    for match in _titled.finditer(text):
        if not _is_author(text, match):
            yield match
    for match in _inside.finditer(text):
        role = _role_before.search(text, max(0, match.start() - _LONGEST_ROLE), match.start())
        if role and (match["second"] or not role["mark"] or (role["mark"] == "," and _did.match(text, match.end()))):
            yield match
    yield from (match for match in _two.finditer(text) if _is_beside_role(text, match))
    for match in _apposition.finditer(text):
        if _role_and_mark.match(text, match.end()) and (
            name := _alone.search(text, max(0, match.start() - _LONGEST_ROLE), match.start())
        ):
            yield name
    for match in _after_role.finditer(text) if any(sign in text for sign in _LEADS) else ():
        if _role_at_end.search(text, max(0, match.start() - _LONGEST_ROLE), match.start()):
            yield match
    yield from _bracketed.finditer(text) if "(" in text else ()


def _is_beside_role(text: str, match: re.Match[str]) -> bool:
    """Whether a role stands behind two names and a comma, and the names are no place that the sentence begins with."""
    which = _which.match(text, match.end())
    role = _role.match(text, which.end() if which else match.end())
    return role is not None and not _place_before.search(text, max(0, match.start() - 12), match.start())
