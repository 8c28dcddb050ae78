"""Postcodes, and addresses of houses and flats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.identifiers._found import GAP, Found, Kind, in_web_address

# Royal Mail's forms of outward and inward code; the second half has no C, I, K, M, O and V.
_postcode = re.compile(
    rf"(?<![^\W_])([A-Z]{{1,2}}\d[A-Z\d]?)({GAP}{{0,24}})(\d[ABD-HJLNP-UW-Z]{{2}})(?![^\W_])", re.IGNORECASE
)
# A digit just after a letter, as every postcode has and few other texts have.
_after_letter = re.compile(r"\d(?<=[^\W\d_]\d)")
_ordinal = re.compile(r"\d(?:st|nd|rd|th)")

_NAME = r"(?:St\.?|[A-Z][\w'’]{1,24})"
_STREETS = (
    "Road|Street|Avenue|Close|Lane|Drive|Crescent|Court|Gardens|Grove|Place|Terrace|Way|Walk|Square|Hill|Mews|Row|Rise"
    "|Parade|View|Green|Park|Fold|Gate|Croft|Bank|Mount|Rd|Ave|Cres|Dr|Ln|St"
)
_STREET = rf"(?:{_STREETS})\b"
_SPACE = r"[\s,-]{1,24}"
_street = re.compile(_STREETS)
_address = re.compile(
    rf"(?<![\w.£$/-])(?:(?:Flat|Apartment|Apt\.?|Unit|Room|House|No\.?|Number){_SPACE}(?:\d{{1,4}}[A-Za-z]?|[A-Z])\b{_SPACE})?"
    rf"(\d{{1,4}}[A-Za-z]?)\b{_SPACE}((?:{_NAME}[ \xa0-]){{0,2}}{_NAME}[\s-]{{1,24}}{_STREET})(?![\w’'])"
)
_flat_word = re.compile("Flat|Apartment|Apt")
_flat = re.compile(
    rf"\b(?:Flat|Apartment|Apt\.?){_SPACE}\d{{1,4}}[A-Za-z]?\b{_SPACE}(?:{_NAME}\s{{1,24}}){{1,3}}"
    r"(?:House|Court|Tower|Towers|Heights|Point|Mansions|Buildings|Lodge|Place|Gardens)\b"
)
_HOUSES = "House|Cottage|Farm|Farmhouse|Lodge|Villa|Bungalow|Barn|Grange|Manor|Rectory|Vicarage"
_HOUSE = f"(?:{_HOUSES})"
_house_word = re.compile(f"{_HOUSES}|The Old ")
_named_house = re.compile(
    r"\b(?:li(?:ved?|ves|ving)|stay(?:s|ed|ing)?|moved|home|address(?: (?:is|was))?|resid(?:es?|ed|ing))"
    rf"\s(?:at|in|to|is|was|:)\s((?:The )?(?:{_NAME}\s){{1,2}}{_HOUSE}|The Old [A-Z]\w+)\b"
    r"(?! (?:Care|Children|Health|Medical|Nursery|Nursing|Residential|School|Surgery))"
)
_courts = re.compile(
    r"(?:Family|Crown|County|High|Supreme|Youth|Magistrates['’]?|Central|Appeal|European|Coroner['’]?s) Court"
)
_public = re.compile(r"\d+\s+Downing\s+Street")
# A number after one of these counts something else than houses: “Level 3 Safe Place training”.
_numbered = re.compile(
    r"\b(?:age|aged|article|band|chapter|day|figure|grade|item|level|module|page|part|phase|point|section|stage|step|table"
    r"|theme|tier|top|type|week|year|years)\s$",
    re.IGNORECASE,
)


def postcodes(text: str) -> Iterator[Found]:
    """Yield what has the form of a full postcode; whether its area exists is for the caller to say."""
    for match in _postcode.finditer(text) if _after_letter.search(text) else ():
        outward, gap, inward = match.groups()
        unlike = _ordinal.fullmatch(inward) or (not gap and not (outward + inward).isupper())
        if not unlike and (gap or not in_web_address(text, match.start())):
            yield Found(Kind.POSTCODE, match.start(), match.end())


def addresses(text: str) -> Iterator[Found]:
    """Yield each number with the name of a street, and each flat with that of its house."""
    for match in _flat.finditer(text) if _flat_word.search(text) else ():
        yield Found(Kind.ADDRESS, match.start(), match.end())
    for match in _address.finditer(text) if _street.search(text) else ():
        number = match[1]
        is_year = len(number) == 4 and number[:2] in {"18", "19", "20"}
        counted = _numbered.search(text[max(0, match.start() - 12) : match.start()])
        if not (is_year or counted or _courts.search(match[2]) or _public.search(match[0])):
            yield Found(Kind.ADDRESS, match.start(), match.end())


def house_names(text: str) -> Iterator[Found]:
    """Yield the names of houses where somebody lives, lived or moves."""
    for match in _named_house.finditer(text) if _house_word.search(text) else ():
        yield Found(Kind.ADDRESS, match.start(1), match.end(1))
