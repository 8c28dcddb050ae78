"""What a detector returns, and the form of a text in which the detectors look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an identifier is."""

    NHS_NUMBER = "NHS number"
    PUPIL_NUMBER = "Unique Pupil Number"
    INSURANCE_NUMBER = "National Insurance number"
    BIRTH = "date of birth"
    POSTCODE = "postcode"
    ADDRESS = "address"
    REFERENCE = "case reference"
    DOCUMENT = "number of another official record"
    MOBILE = "mobile number"
    LANDLINE = "telephone number"
    MAIL = "personal e-mail address"


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier and its characters, from ``start`` up to but without ``end``."""

    kind: Kind
    start: int
    end: int


INVISIBLE = r"\xad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
"""Characters that take no room, for a class of a regular expression."""

GAP = rf"[{INVISIBLE}\s\u2010-\u2015\u2212\ufe63\uff0d._*+()/\\-]"
"""A character that may stand within a number without ending it: what people type there, and what cannot be seen."""

_AT = r"%40|&#0*64;|&#x0*40;|&commat;|\\x40|\\u0040"
_SPACE = (
    r"%(?:[01][0-9a-f]|20|2d|7f|a0|ad|c2%a0|c2%ad|e2%80%[89a][0-9a-f])"
    r"|&(?:nbsp|ensp|emsp|thinsp|hairsp|numsp|puncsp|shy|zwnj|zwj|hyphen|dash|ndash|minus|NoBreak|ZeroWidthSpace);"
    r"|&#(?:0*(?:9|10|13|32|45|160|173|82\d\d)|x0*(?:9|a|d|20|2d|a0|ad|20[01][0-9a-f]));"
    r"|\\(?:x(?:20|2d|a0|ad)|u(?:0020|002d|00a0|00ad|20[01][0-9a-f]|2060|feff)|[ _LNPt])"
)
_TAG = r"</?(?:b|big|br|em|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>]{0,80}|/)?>"
_escape = re.compile(rf"({_AT})|(?:{_SPACE})|{_TAG}", re.IGNORECASE)


def readable(text: str) -> str:
    """Return the text, as long as before, with a space or an @ for escapes that stand for them, and spaces for tags."""
    if not any(mark in text for mark in "%&\\<"):
        return text
    return _escape.sub(lambda match: ("@" if match[1] else " ").ljust(len(match[0])), text)


def in_web_address(text: str, start: int) -> bool:
    """Whether the character at ``start`` is part of a web address, which is full of numbers that name no person."""
    written = text[max(0, start - 200) : start]
    word = re.split(r"[\s<>\"'“”]", written)[-1]
    return "//" in word or "www." in word.lower()
