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
_says_postcode = re.compile(r"\bpost ?code\W{0,3}(?:is|was)?\W{0,3}\Z", re.IGNORECASE)
_ordinal = re.compile(r"\d(?:st|nd|rd|th)")

_NAME = r"(?:St\.?|[A-Z][\w'’]{1,24})"
_SPACE = r"[\s,-]{1,24}"
_NUMBER = r"\d(?<![\w.£$/-].)\d{0,3}[A-Za-z]?"
_STREETS = (
    "Road|Street|Avenue|Close|Lane|Drive|Crescent|Court|Gardens|Grove|Place|Terrace|Way|Walk|Square|Hill|Mews|Row|Rise"
    "|Parade|View|Green|Park|Fold|Gate|Croft|Bank|Mount|Boulevard|Vale|Wharf|Quay|Brow|Dale|Chase|Meadows?|Approach"
    "|Cottages|Villas|Heights"
)
_STREETS_IN_SHORT = "Rd|Ave|Cl|Cres|Dr|Gdns|Ln|Pl|Sq|Terr?|St"
# In small letters, only those that are not verbs as well.
_SMALL_STREETS = "road|street|avenue|lane|crescent|terrace|gardens|grove|mews|boulevard"
_WELSH_STREETS = "Heol|Ffordd|Stryd|Lôn|Rhodfa|Clos"
# A street that is no name has one of these before it, or its number counts something else: “a 2 lane road”.
_COUNTED = (
    "(?:minute|hour|day|week|month|year|mile|metre|km|mph|lane|way|storey|bed|point|step|stage|phase|part|tier"
    "|strand|pillar|key)s?"
)
_NO_NAME = (
    rf"(?:{_COUNTED}|the|an?|his|her|its|their|our|your|my|this|that|each|every|any|no|some|another|same|main|high|of|in"
    r"|to|at)"
)
_address = re.compile(
    rf"({_NUMBER})(?:\s?[-–&]\s?\d{{1,4}}[A-Za-z]?)?\b{_SPACE}(?:(?!(?i:{_COUNTED})\b)("
    rf"(?:{_NAME}[ \xa0-]){{0,2}}{_NAME}[\s-]{{1,24}}(?:{_STREETS}|{_STREETS.upper()}|{_STREETS_IN_SHORT})\b"
    rf"|(?:{_WELSH_STREETS})\s(?:[Yy]r?\s)?[A-Z][\w'’]{{1,24}})(?![\w’'])"
    rf"|(?:(?!(?i:{_NO_NAME})\b)[A-Za-z][\w'’]{{1,24}}\s){{1,2}}(?:{_SMALL_STREETS})\b"
    r"(?=\s*(?:[.,;:!?)”]|$)|\s(?:and|but|or|in|on|at|with|when|where|while|after|before|for|by)\b))"
)
_part_before = re.compile(
    rf"\b(?i:Flat|Apartment|Apt\.?|Unit|Room|House|No\.?|Number){_SPACE}(?:\d{{1,4}}[A-Za-z]?|[A-Z])\b{_SPACE}\Z"
)
# “3 Whole Family Approach” is a heading, “at 3 Station Approach” an address.
_place_before = re.compile(r"\b(?:at|to|in|of|from|near|outside|address|Flat \w+),?:?\s\Z", re.IGNORECASE)
_flat = re.compile(
    rf"[FfAa](?<![^\W_].)(?:lat|LAT|partment|PARTMENT|pt\.?){_SPACE}\d{{1,4}}[A-Za-z]?\b{_SPACE}(?:(?:{_NAME}\s{{1,24}}){{1,3}}"
    r"(?:House|Court|Tower|Towers|Heights|Point|Mansions|Buildings|Lodge|Place|Gardens)"
    rf"|(?:(?!{_NO_NAME}\b)[a-z][\w'’]{{1,24}}\s{{1,24}}){{1,2}}(?:house|lodge|mansions|towers?))\b"
)
_HOUSES = "House|Cottage|Farm|Farmhouse|Lodge|Villa|Bungalow|Barn|Grange|Manor|Rectory|Vicarage"
_HOUSE = f"(?:{_HOUSES})"
_house_word = re.compile(f"{_HOUSES}|The Old ")
_named_house = re.compile(
    r"\b(?:li(?:ved?|ves|ving)|stay(?:s|ed|ing)?|moved|home|flat|bedsit|address(?: (?:is|was))?|resid(?:es?|ed|ing))"
    rf"\s(?:at|in|to|is|was|:)\s((?:The )?(?:{_NAME}\s){{1,2}}{_HOUSE}|The Old [A-Z]\w+)\b"
    r"(?! (?:Care|Children|Health|Medical|Nursery|Nursing|Residential|School|Surgery))"
)
_courts = re.compile(
    r"(?:Family|Crown|County|High|Supreme|Youth|Magistrates['’]?|Central|Appeal|European|Coroner['’]?s) Court"
)
_public = re.compile(r"\d+\s+Downing\s+Street")
# A number after one of these is not that of a house, and a code no postcode: “Level 3 Safe Place training”.
_numbered = re.compile(
    r"\b(?:age|aged|article|band|chapter|day|figure|form|grade|item|level|module|page|part|phase|point|section|stage|step|table"
    r"|theme|tier|top|type|week|year|years)\s$",
    re.IGNORECASE,
)


def postcodes(text: str) -> Iterator[Found]:
    """Yield what has the form of a full postcode; whether its area exists is for the caller to say."""
    for match in _postcode.finditer(text) if _after_letter.search(text) else ():
        outward, gap, inward = match.groups()
        before = text[max(0, match.start() - 20) : match.start()]
        written = gap or (outward + inward).isupper() or _says_postcode.search(before)
        unlike = _ordinal.fullmatch(inward) or _numbered.search(before)
        if written and not unlike and (gap or not in_web_address(text, match.start())):
            yield Found(Kind.POSTCODE, match.start(), match.end())


def addresses(text: str) -> Iterator[Found]:
    """Yield each number with the name of a street, and each flat with that of its house."""
    for match in _flat.finditer(text):
        yield Found(Kind.ADDRESS, match.start(), match.end())
    for match in _address.finditer(text):
        if not _is_no_address(match, text[max(0, match.start() - 12) : match.start()]):
            part = _part_before.search(text, max(0, match.start() - 60), match.start())
            yield Found(Kind.ADDRESS, part.start() if part else match.start(), match.end())


def _is_no_address(match: re.Match[str], before: str) -> bool:
    number, street = match[1], match[2] or ""
    is_year = len(number) == 4 and number[:2] in {"18", "19", "20"}
    if is_year or _numbered.search(before) or _courts.search(street) or _public.search(match[0]):
        return True
    return street.endswith("Approach") and not _place_before.search(before)


def house_names(text: str) -> Iterator[Found]:
    """Yield the names of houses where somebody lives, lived or moves."""
    for match in _named_house.finditer(text) if _house_word.search(text) else ():
        yield Found(Kind.ADDRESS, match.start(1), match.end(1))
