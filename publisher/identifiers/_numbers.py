"""Numbers with a check digit: NHS numbers with their Scottish kin, and Unique Pupil Numbers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from publisher.identifiers._found import GAP, INVISIBLE, Found, Kind, in_web_address

# At most 24 characters: a line end, the indentation of the next line and a mark or two.
_run = re.compile(rf"\d+(?:{GAP}{{1,24}}\d+)*")
_group = re.compile(rf"\d+(?:[{INVISIBLE}]+\d+)*")
_LABEL_LENGTH = 48
_nhs_label = re.compile(
    r"(?:\bN\.?H\.?S|health (?:and care |service )?)\W{0,3}(?:n(?:umber|o|um|r)|id|#)?\W{0,3}(?:is|was|of)?\W{0,24}$",
    re.IGNORECASE,
)
_chi_label = re.compile(r"\bC\.?H\.?I\W{0,3}(?:n(?:umber|o|um|r)|id|#)?\W{0,3}(?:is|was|of)?\W{0,24}$", re.IGNORECASE)
_number_label = re.compile(r"\bn(?:umber|o\.?)\W{0,3}(?:is|was)?\W{0,4}$", re.IGNORECASE)
# Numbers of this length that are no identifiers: telephones, and books, whose check digit is the same.
_other_label = re.compile(
    r"(?:\b(?:tele)?phone|\btel|\bcall|\bfax|\bring|\btext|\bmobile|\bhelpline|\bline|\bffon\w*|\bffôn|\bISBN(?:-10)?)"
    r"(?: (?:us|them|on|number|no|at|ar))*\W{0,4}$",
    re.IGNORECASE,
)

# Without I, O and S, so that no letter reads as a digit.
_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_IN_ANY = f"{_PUPIL_LETTERS}{_PUPIL_LETTERS.lower()}"
_pupil = re.compile(
    rf"([{_IN_ANY}])(?<![^\W_].)({GAP}{{0,24}})(\d(?:{GAP}{{0,24}}\d){{10}}){GAP}{{0,24}}([\d{_IN_ANY}])(?![^\W_])"
)
_pupil_label = re.compile(r"\b(?:UPN|pupil n(?:umber|o\.?))\W{0,3}(?:is|was)?\W{0,8}$", re.IGNORECASE)

_Group = tuple[int, int, int]
"""Digits that are written together: their start, their end and how many they are."""


def health_numbers(text: str) -> Iterator[Found]:
    """Yield the NHS numbers, and among them those with the form of a Scottish CHI number.

    Ten digits whose last is their check digit modulo 11 (NHS Data Dictionary, NHS NUMBER), written together, as
    3 3 4, 3 7 or 6 4, one by one, or in any way after the words “NHS” or “number”.
    """
    for run in _run.finditer(text):
        if _digits(run[0]) < 10:
            continue
        before = text[max(0, run.start() - _LABEL_LENGTH) : run.start()]
        if before.endswith("+") or run[0].startswith("00") or not _stands_alone(text, run, before):
            continue
        groups = [(one.start(), one.end(), _digits(one[0])) for one in _group.finditer(text, run.start(), run.end())]
        yield from _in_groups(text, groups, before)


def _digits(text: str) -> int:
    return sum(character.isdecimal() for character in text)


def _stands_alone(text: str, run: re.Match[str], before: str) -> bool:
    """Whether the digits are not a part of a longer code, such as a digest."""
    word_before = re.search(r"[^\W_]*$", before)
    word = word_before[0] if word_before else ""
    return not text[run.end() : run.end() + 1].isalpha() and (not word or (word.isalpha() and len(word) > 1))


def _in_groups(text: str, groups: Sequence[_Group], before: str) -> Iterator[Found]:
    known = _nhs_label.search(before) is not None
    scottish = _chi_label.search(before) is not None
    other = _other_label.search(before) is not None
    told = known or scottish or (not other and _number_label.search(before) is not None)
    free = 0
    for first in range(len(groups)):
        size = _whole_number(groups, first, told=told and first == 0)
        if first < free or not size or (first == 0 and not told and other):
            continue
        start, end = groups[first][0], groups[first + size - 1][1]
        digits = [int(character) for character in text[start:end] if character.isdecimal()]
        in_address = in_web_address(text, start) and not told
        kind = _kind(digits, scottish=scottish and first == 0, known=known and first == 0, in_address=in_address)
        if kind:
            yield Found(kind, start, end)
            free = first + size


def _whole_number(groups: Sequence[_Group], first: int, *, told: bool) -> int:
    """Return how many groups from ``first`` on are one number of ten digits, or 0."""
    lengths = [digits for _, _, digits in groups[first : first + 11]]
    for shape in ([10], [3, 3, 4], [3, 7], [6, 4]):
        if lengths[: len(shape)] == shape:
            return len(shape)
    single = first == 0 or groups[first - 1][2] > 1
    if single and lengths[:10] == [1] * 10 and lengths[10:] != [1]:
        return 10
    if told:
        return next((size for size in range(1, len(lengths) + 1) if sum(lengths[:size]) == 10), 0)
    return 0


def _kind(digits: list[int], *, scottish: bool, known: bool, in_address: bool) -> Kind | None:
    dated = _starts_with_date(digits)
    if scottish:
        return Kind.DOCUMENT if dated else None
    if not _has_check_digit(digits):
        return None
    # In a web address most numbers are those of pages; NHS numbers start so in the United Kingdom.
    if in_address and (digits[0] not in {3, 4, 6, 7, 9} or dated):
        return None
    if dated and not known:
        return Kind.DOCUMENT
    return Kind.NHS_NUMBER if digits[0] else None


def _has_check_digit(digits: Sequence[int]) -> bool:
    weighed = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    # A result of 10 is no digit, so that such numbers are not given out.
    return (11 - weighed % 11) % 11 == digits[9]


def _starts_with_date(digits: Sequence[int]) -> bool:
    """Whether the first six digits are a day, month and year of two digits."""
    day, month, year = (digits[at] * 10 + digits[at + 1] for at in (0, 2, 4))
    try:
        datetime.date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def pupil_numbers(text: str) -> Iterator[Found]:
    """Yield the Unique Pupil Numbers: a check letter, eleven digits, and a digit or (if temporary) a letter.

    The letter is that at the sum of the other characters, weighed 2 to 13, modulo 23 (Department for Education,
    Unique Pupil Numbers: guide for schools and local authorities).
    """
    for match in _pupil.finditer(text):
        letter, gap, digits, last = match.groups()
        told = _pupil_label.search(text[max(0, match.start() - _LABEL_LENGTH) : match.start()])
        if gap and letter.islower() and not told:
            continue
        values = [int(character) for character in digits if character.isdecimal()]
        values.append(int(last) if last.isdecimal() else _PUPIL_LETTERS.index(last.upper()))
        weighed = sum(weight * value for weight, value in enumerate(values, 2))
        if _PUPIL_LETTERS[weighed % 23] == letter.upper():
            yield Found(Kind.PUPIL_NUMBER, match.start(), match.end())
