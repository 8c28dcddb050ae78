"""Acronyms in a text, and where they are written in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.house import Acronym, Acronyms, House
from publisher.house.acronyms import Status
from publisher.remembered import remembered
from publisher.rules._kept import kept
from publisher.rules._organisations import is_part_of_a_name
from publisher.rules._rule import Part, Passage, Subject
from publisher.rules._terms import places_of_terms

# Two capitals or more, perhaps with small letters or digits among them: CP, DfE, DoLS, S47, A&E, GPs.
_candidate = re.compile(r"[A-Z0-9](?<![^\W_].)(?=[a-z]{0,2}[A-Z0-9&])[A-Za-z0-9&]{1,11}(?![^\W_])")
_roman = re.compile(r"[IVX]+")
_pronounced = re.compile(r"[A-Z]*[AEIOUY][A-Z]*")
_in_address = re.compile(r"@|://|\w\.\w")
_uppercase_word = re.compile(r"[A-Z]{2,}")
_word = re.compile(r"[^\W_]+")
_whole_word = re.compile(r"\w+")
# Better known than what they stand for, or marks of what is still to come. Of "DNA" LNG002 speaks, of "FBI" CON005.
_words_by_now_listed = """
    AIDS AM BC CBE CD COVID CV DIY DNA DVD FAQ FBI GCSE GPS HIV ID MBE NB OBE OK PC PE PIN PM RAF RC SIM SMS SOS TBA
    TBC TBD TODO TV USA USB VIP XXX XXXX
"""
# Written in capitals to stress them.
_stressed_listed = """
    ACT ACTION ADD AGE ALL ALSO ALWAYS AND ANY ARE ASK AT BABY BE BEFORE BEST BOTH BUT BY CALL CAN CARE CASE CHECK
    CHILD DATE DID DO DOES DON DRAFT DUE EACH END EVERY FACT FACTS FIND FIRST FOR FREE FROM FULL GET GIVE GO GOOD HAS
    HAVE HEAR HELP HER HERE HIM HIS HOME HOT HOW IF IN INTO IS ISN IT ITS JUST KEEP KEY KNOW LAST LATE LEARN LEVEL
    LISTEN LOCAL LOOK LOW MAKE MANY MAY ME MORE MOST MUST MY NAME NEED NEVER NEW NEXT NO NONE NOT NOTE NOW OF OFF ON
    ONCE ONE ONLY OPEN OR OTHER OUR OUT OVER OWN PLAN PLEASE READ REAL RECORD REPORT RISK SAFE SAME SAY SEE SEEN SHARE
    SHE SHOULD SIGNS SO SOME SOON STILL STOP SURE TAKE TALK TELL TEXT THAN THAT THE THEIR THEM THEN THERE THEY THINK
    THIS TIME TO TODAY TOO TOP TRUE TWO UNDER UNTIL UP UPDATE URGENT USE VERY WAIT WARN WAS WE WELL WERE WHAT WHEN
    WHERE WHICH WHO WHY WILL WITH WORK WRITE YES YET YOU YOUR
"""
_words_by_now = frozenset(_words_by_now_listed.split())
_stressed = frozenset(_stressed_listed.split())
_reach = 160
_before_preposition = re.compile(r"(.+?)(?:( (?:in|of|around|for|to|with|missing|looked) )(.*))?$")
_plurals = {
    "child": "children",
    "person": "people",
    "authority": "authorities",
    "inquiry": "inquiries",
    "body": "bodies",
}

NAMES_IN_SMALL_LETTERS = {"OFCOM": "Ofcom", "OFQUAL": "Ofqual", "OFSTED": "Ofsted"}
"""Bodies that write themselves so, whose capitals PLN003 speaks of."""
# Letters that tell one person or place from another (“Child AB”), or belong to a number such as a postcode.
_letters_of_somebody = re.compile(
    r"(?:\b(?:Adult|Baby|Child|Family|Father|Infant|Mother|Parent|Person|Pupil|Sibling|Subject|Twin)|\b[A-Za-z]*\d\w*)\s$"
)

FORMAT = "7MB"
"""The short name of this kind of document; LNG007 asks that it is used consistently."""


@dataclass(frozen=True, slots=True)
class Use:
    """An acronym in a passage."""

    passage: Passage
    start: int
    end: int
    acronym: str
    """In its singular, as written."""
    entry: Acronym | None
    """What the house list says of it."""

    @property
    def written(self) -> str:
        """The acronym as it stands there."""
        return self.passage.prose.text[self.start : self.end]

    @property
    def listed(self) -> tuple[str, ...]:
        """What it stands for in the house list."""
        return self.entry.expansions if self.entry else ()

    @property
    def is_plural(self) -> bool:
        """Whether it is written with the s of a plural."""
        return self.written.endswith("s") and not self.acronym.endswith("s")

    def in_full(self, *, with_acronym: bool = False) -> str:
        """Return what to write instead, for a sentence that begins with “Write”; "" where no list has it."""
        ending = f" ({self.written})" if with_acronym else ""
        several = [plural(words) for words in self.listed] if self.is_plural else self.listed
        return " or ".join(f"“{words}{ending}”" for words in dict.fromkeys(several))

    @property
    def advice(self) -> str:
        """What the house list says of an acronym that is better not used, or ""."""
        return self.entry.note if self.entry and self.entry.status is Status.DISCOURAGED else ""

    @property
    def may_be_a_word(self) -> bool:
        """Whether it might be an ordinary word in capitals: no list has it, and it can be pronounced."""
        return self.entry is None and len(self.acronym) > 3 and _pronounced.fullmatch(self.acronym) is not None


def plural(words: str) -> str:
    """Return the plural of what an acronym stands for: “child in need” as “children in need”."""
    first, preposition, rest = _before_preposition.match(words).groups()  # type: ignore[union-attr] # matches anything
    start, _, noun = first.rpartition(" ")
    noun = _plurals.get(noun.casefold(), noun if noun.endswith("s") else f"{noun}s")
    return f"{start} {noun}".strip() + (preposition or "") + (rest or "")


def is_own_name(use: Use, subject: Subject) -> bool:
    """Whether it is the short name of the partnership that publishes the text, whose full name is on the page."""
    edition = subject.edition
    return edition is not None and use.acronym in _word.findall(edition.partnership.profile.short_name)


def uses(subject: Subject, house: House, *parts: Part) -> Iterator[Use]:
    """Yield the acronyms in those parts that a reader may need in full, in reading order.

    Left out are those that everyone knows, labels for children (ACR004), words that LNG rules speak of, and those in
    the name of an organisation.
    """
    return (use for use in _all_uses(subject, house) if use.passage.part in parts)


@kept
def _all_uses(subject: Subject, house: House) -> tuple[Use, ...]:
    """Return the acronyms of all parts; kept, because several rules ask for them."""
    return tuple(_uses(subject, house))


def _uses(subject: Subject, house: House) -> Iterator[Use]:
    for passage in subject.passages:
        text = passage.prose.text
        for start, end, written in candidates(text):
            known = house.acronyms.get(written)
            acronym = known.acronym if known else _singular(written)
            if _is_left_alone(written, house.acronyms) or _is_a_term(text, start, end, house):
                continue
            use = Use(passage, start, end, acronym, known)
            is_one = known or (_looks_like_one(acronym, text, end) and not _is_word(use, subject, house))
            if is_one and not is_part_of_a_name(house, text, start, end):
                yield use


@remembered
def candidates(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return start, end and letters of each word of two capitals or more that is not part of an address."""
    found = []
    for match in _candidate.finditer(text):
        start, end = match.span()
        around = _around(text, start, end)
        if any(character.isalpha() for character in match.group()) and not _in_address.search(around):
            found.append((start, end, match.group()))
    return tuple(found)


def _around(text: str, start: int, end: int) -> str:
    """Return a word with all that stands beside it without a space."""
    before, after = text[max(0, start - _reach) : start], text[end : end + _reach]
    return (
        (before.split()[-1] if before[-1:].strip() else "")
        + text[start:end]
        + (after.split()[0] if after[:1].strip() else "")
    )


def _singular(written: str) -> str:
    return written[:-1] if written.endswith("s") and written[:-1].isupper() else written


def _is_left_alone(written: str, acronyms: Acronyms) -> bool:
    if acronyms.is_well_known(written) or acronyms.label(written) or written in NAMES_IN_SMALL_LETTERS:
        return True
    return _singular(written) in _words_by_now


def _is_a_term(text: str, start: int, end: int, house: House) -> bool:
    return (start, end) in places_of_terms(house.terms, text)


def _looks_like_one(word: str, text: str, end: int) -> bool:
    """Whether a word that no list has has the form of an acronym."""
    capitals = word.isalpha() and word.isupper() and 2 <= len(word) <= 6
    return capitals and word not in _stressed and not _roman.fullmatch(word) and text[end : end + 1] != "-"


def _is_word(use: Use, subject: Subject, house: House) -> bool:
    """Whether the letters name somebody, the text has them as a small word, or others in capitals stand beside them."""
    text = use.passage.prose.text
    if _letters_of_somebody.search(text, max(0, use.start - 20), use.start):
        return True
    before = _word.findall(text[max(0, use.start - 20) : use.start])[-1:]
    after = _word.findall(text[use.end : use.end + 20])[:1]
    beside = [word for word in (*before, *after) if _uppercase_word.fullmatch(word)]
    if any(not house.acronyms.get(word) and not house.acronyms.is_well_known(word) for word in beside):
        return True
    return use.acronym.lower() in _written(subject)


@kept
def _written(subject: Subject) -> frozenset[str]:
    """Return the words of all passages as they are written."""
    return frozenset(word for passage in subject.passages for word in _whole_word.findall(passage.prose.text))
