"""References of cases, crimes, custody and court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.identifiers._found import Found, Kind, in_web_address

_REFERENCE = r"(?:ref(?:erence|\.)?|number|no\.?|nr|ID|URN)"
_SAYS = r"[\s–—-]{0,8}(?:[:#=(]|is|was)?\s{0,8}#?\s{0,8}$"
_NUMBER = rf"(?:\s(?:case|file|person|client|record))?(?:\s?{_REFERENCE})?{_SAYS}"
_LABEL_LENGTH = 60
_digits = re.compile(r"\d+")
_before_digits = re.compile(r"(?<![^\W_])[A-Za-z]{0,6}[/-]?\Z")
_CODE = r"[A-Za-z0-9]{1,12}(?:[/-][A-Za-z0-9]{1,12}){0,4}(?![^\W_])"
_code = re.compile(rf"(?=[A-Za-z0-9/-]{{0,12}}\d{{3}}){_CODE}")

# What stands before a reference, and its form there.
_references = (
    # Record systems: those whose names mean nothing else, and those whose names do.
    (
        re.compile(
            rf"\b(?:Liquid ?logic|LCS|CareFirst|CareDirector|SystmOne|EHM|CPOMS|MyConcern|Datix|PNC|UPRN){_NUMBER}",
            re.IGNORECASE,
        ),
        re.compile(r"\d{2,4}/\d{1,7}[A-Z]\b|[A-Za-z]{0,3}\d{4,12}\b"),
    ),
    (
        re.compile(rf"\b(?:Mosaic|Azeus|Eclipse|ICS|LL|RiO|EMIS|Niche|NICHE|Athena|CRIS|CRN){_NUMBER}"),
        re.compile(r"[A-Za-z]{0,3}\d{5,12}\b"),
    ),
    # A hospital's number of a patient: “MRN was 1234567”, “hospital number K123456”.
    (
        re.compile(
            rf"\b(?:MRN{_NUMBER}|(?:hospital|patient|medical record|clinic)\s(?:record\s)?{_REFERENCE}{_SAYS})",
            re.IGNORECASE,
        ),
        re.compile(r"[A-Za-z]{0,3}[ -]?\d{5,10}[A-Za-z]?(?![^\W_])"),
    ),
    # “Case file 12/3456/A”: three parts leave no doubt.
    (
        re.compile(r"\b(?:case|court|social work)\s(?:file|record|bundle)[:\s]{0,3}$", re.IGNORECASE),
        re.compile(r"\d{1,4}/\d{2,6}/[A-Za-z\d]{1,6}(?![^\W_])"),
    ),
    # The police's; those of schools have six or seven digits.
    (re.compile(r"\bURN[:\s]{0,3}$"), re.compile(r"\d{2}[A-Z0-9]{2}/\d{3,8}(?:/\d{2,4})?|\d{8,12}\b")),
    # Police logs, by the day on which they were made: “CAD 1234/12May24”, “log 45 of 12/05/24”.
    (
        re.compile(rf"\b(?:CAD|FWIN|STORM|log|incident)(?:\s{_REFERENCE})?[:\s#]{{0,3}}$", re.IGNORECASE),
        re.compile(r"(?:\d{3,6}\s?[/-]\s?|\d{1,6}\sof\s)\d{1,2}[A-Za-z/ -]{0,12}\d{2,4}(?:/\d{2,4})?\b"),
    ),
    # “Case number AB/1234”, “our ref: 2024-00123”.
    (
        re.compile(
            r"\b(?:case|crime|custody|court|incident|occurrence|referral|safeguarding|MASH|LADO|file|client|person)"
            rf"(?:\s(?:record|report|file|log))?\s{_REFERENCE}(?:\s{_REFERENCE})?{_SAYS}",
            re.IGNORECASE,
        ),
        _code,
    ),
    (re.compile(rf"\b(?:our|your|police)\sref(?:erence|\.)?(?:\s{_REFERENCE})?{_SAYS}", re.IGNORECASE), _code),
    # Case numbers of the family court: the court, the year, C for care, and five digits; of the Crown Court: T, the
    # year and four digits; and police logs with their name attached.
    (
        re.compile(""),
        re.compile(
            r"(?:[A-Z]{2}[ -]?\d{2}[ -]?[CDFPZ][ -]?\d{5}|[AST]20\d{6}"
            r"|(?:CAD|FWIN|STORM)\d{1,6}/\d{1,2}[A-Za-z]{3,9}\d{2,4})(?![^\W_])"
        ),
    ),
    # “EHCP number 12345”, “Child ID: 1029384”, “ref no 18/05/01234”: whatever is called so, with four digits or more.
    (
        re.compile(
            rf"\b(?:(?:ref(?:erence|\.)?|ID)(?:\s(?:number|no\.?|ID))?{_SAYS}"
            r"|(?<!the )(?<!total )(?<!to )(?<!in )(?:number|no\.?|nr\.?)\s{0,8}[:#=(]?\s{0,8}#?\s{0,8}$)",
            re.IGNORECASE,
        ),
        # Not “WT2018”, and not “No. 1234 of 2019” as Acts and orders have.
        re.compile(
            rf"(?![A-Za-z]{{1,6}}(?:19|20)\d\d\b)(?=(?:[A-Za-z/-]{{0,8}}\d){{4}}){_CODE}(?!\sof\s(?:19|20)\d\d)"
        ),
    ),
)
_too_short = re.compile(r"\w{1,3}|0\d{3,4}")
_has_word = re.compile(r"(?<![^/-])[a-z]{2,}(?![^/-])")
_other_numbers = re.compile(
    r"(?:19|20)\d\d(?:[/-](?:\d\d|(?:19|20)\d\d))?"  # a year or two
    r"|\d{1,2}[/-]\d{1,2}[/-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2}"  # a date
    r"|\d{1,3}-\d{1,3}|0[38]\d{8,9}|11[68]\d{3}"  # a range, a telephone number
)


def references(text: str) -> Iterator[Found]:
    """Yield what may be the reference of a person's record; which series are public is for the caller to say."""
    for start in _starts(text):
        before = text[max(0, start - _LABEL_LENGTH) : start]
        for label, form in _references:
            code = form.match(text, start)
            if code and label.search(before) and not _is_other(text, code):
                yield Found(Kind.REFERENCE, start, code.end())
                break


def _starts(text: str) -> Iterator[int]:
    """Yield where words begin that have digits after a few letters at most."""
    for digits in _digits.finditer(text):
        start = _before_digits.search(text, max(0, digits.start() - 7), digits.start())
        if start:
            yield start.start()


def _is_other(text: str, code: re.Match[str]) -> bool:
    """Whether a code is made of words, a year, a date, a range, a telephone number, or a part of a web address."""
    goes_on = code[0].startswith("0") and text[code.end() : code.end() + 2].strip().isdigit()
    other = goes_on or _too_short.fullmatch(code[0]) or _other_numbers.fullmatch(code[0]) or _has_word.search(code[0])
    return bool(other) or in_web_address(text, code.start())
