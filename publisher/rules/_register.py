"""Where a text has what belongs to any partnership of the project, sought once for all that publish the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.house import Found, House, KnownPartnership
from publisher.house.tokens import forms_in, words_in
from publisher.partnership import Profile
from publisher.remembered import remembered
from publisher.rules._hosts import above, web_host
from publisher.rules._kept import kept

_parts_of_an_area = re.compile(r"\s*(?:,|&|\band\b)\s*")
_run = re.compile(r"(?<![\w@.-])\w+")
_run_at_start = re.compile(r"\w*")
_host = re.compile(r"(?<![\w.-])[\w-]+(?:\.[\w-]+)+(?![\w-])")
_dot_within = re.compile(r"\.(?<=\w\.)\w")
_telephone = re.compile(r"(?<![\w+])(?:\+44|0)[\d\s()-]{7,16}\d(?!\w)")


@dataclass(frozen=True, slots=True)
class Named:
    """A partnership's name, or a place of its area."""

    written: str
    words: str
    """The same in the form in which names are compared."""
    owner: Profile
    is_place: bool
    form: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Owned:
    """Characters of a text, what they are in the form in which that is compared, and whose."""

    start: int
    end: int
    words: str
    owners: tuple[Profile, ...]
    """In the order of the partnerships."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """What a text has of any partnership, the publishing one included."""

    names: tuple[tuple[Owned, ...], ...]
    """For each place in the text all names that may begin there, the longest first."""
    hosts: tuple[Owned, ...]
    telephones: tuple[Owned, ...]
    listed: tuple[Found[KnownPartnership], ...]
    """Names of the house list."""
    listed_hosts: tuple[tuple[int, int, KnownPartnership], ...]
    """Hosts of the house list, with their places in the text."""

    def __bool__(self) -> bool:
        """Whether there are any; most texts have none."""
        return bool(self.names or self.hosts or self.telephones or self.listed or self.listed_hosts)


class Register:
    """All that the partnerships state of themselves."""

    def __init__(self, house: House, known: tuple[Profile, ...]) -> None:
        """Take the house data and the profiles of all partnerships."""
        self.house = house
        self.names: dict[str, list[Named]] = {}
        """The places and then the names by their words; where several are the same, the last counts."""
        self.domains: dict[str, list[Profile]] = {}
        self.telephones: dict[str, list[Profile]] = {}
        self._by_first_word: dict[str, list[Named]] = {}
        named = sorted(_named(house, known), key=lambda one: not one.is_place)
        self._first_forms = frozenset(form for one in named for form in forms_in(one.written)[:1])
        for one in named:
            self.names.setdefault(one.words, []).append(one)
        for one in sorted(named, key=lambda one: -len(one.written)):
            self._by_first_word.setdefault(_first_word(one.written), []).append(one)
        for profile in known:
            for domain in domains_of(profile):
                self.domains.setdefault(domain, []).append(profile)
            for contact in profile.contacts.values():
                self.telephones.setdefault(digits(contact.phone), []).append(profile)

    def names_in(self, text: str) -> Iterator[tuple[Owned, ...]]:
        """Yield the names and places in a text, those that begin at the same character together."""
        if self._first_forms.isdisjoint(words_in(text)):
            return
        for run in _run.finditer(text):
            several = self._by_first_word.get(run[0].casefold(), ())
            matches = [(one, one.form.match(text, run.start())) for one in several]
            found = tuple(Owned(*match.span(), one.words, (one.owner,)) for one, match in matches if match)
            if found:
                yield found

    def hosts_in(self, text: str) -> Iterator[Owned]:
        """Yield the hosts of partnerships in a text."""
        for match in _hosts(text):
            host = match[0].lower()
            # The shortest domain stands for all below it.
            domain = next((one for one in reversed(above(host)) if one in self.domains), None)
            if domain:
                yield Owned(*match.span(), domain, tuple(self.domains[domain]))

    def listed_hosts_in(self, text: str) -> Iterator[tuple[int, int, KnownPartnership]]:
        """Yield the hosts of the partnerships of the house list in a text."""
        for match in _hosts(text):
            entry = self.house.partnerships.at(match[0].lower())
            if entry:
                yield *match.span(), entry

    def telephones_in(self, text: str) -> Iterator[Owned]:
        """Yield the telephone numbers of partnerships in a text."""
        for match in _telephone.finditer(text) if "0" in text or "+44" in text else ():
            number = digits(match[0])
            if number in self.telephones:
                yield Owned(*match.span(), number, tuple(self.telephones[number]))


@remembered
def _hosts(text: str) -> list[re.Match[str]]:
    return list(_host.finditer(text)) if _dot_within.search(text) else []


@kept
def register(house: House, known: tuple[Profile, ...]) -> Register:
    """Return the register of these partnerships, made once."""
    return Register(house, known)


@remembered
def sightings(known: Register, text: str) -> Sightings:
    """Return what a text has of any partnership; kept, as it is the same for all that publish the text."""
    return Sightings(
        tuple(known.names_in(text)),
        tuple(known.hosts_in(text)),
        tuple(known.telephones_in(text)),
        tuple(known.house.partnerships.names.find(text)),
        tuple(known.listed_hosts_in(text)),
    )


def _named(house: House, known: tuple[Profile, ...]) -> Iterator[Named]:
    for profile in known:
        area = profile.area.strip()
        for place in dict.fromkeys([area, *_parts_of_an_area.split(area)]):
            if place[:1].isupper() and len(place) > 2:
                yield Named(place, normal(place), profile, is_place=True, form=_form(place, is_place=True))
        for name in _names_of(profile, house):
            if len(name) > 2:
                yield Named(name, normal(name), profile, is_place=False, form=_form(name, is_place=False))


def _names_of(profile: Profile, house: House) -> list[str]:
    """Return a partnership's name, and its short name unless those letters stand for something else as well."""
    acronym = house.acronyms.get(profile.short_name)
    ambiguous = acronym and any(normal(words) != normal(profile.name) for words in acronym.expansions)
    return [profile.name.strip()] if ambiguous else [profile.name.strip(), profile.short_name.strip()]


def _form(written: str, *, is_place: bool) -> re.Pattern[str]:
    """Return a pattern that finds names of several words in any letters, and others with their capitals."""
    words = r"\s{1,3}".join(map(re.escape, written.split()))
    in_any = not is_place and len(written.split()) > 2
    return re.compile(rf"(?<![\w@.-]){words}(?![\w@])", re.IGNORECASE if in_any else 0)


def _first_word(written: str) -> str:
    found = _run_at_start.match(written)
    return found[0].casefold() if found else ""


def domains_of(profile: Profile) -> Iterator[str]:
    """Yield the hosts that are a partnership's own; a suffix such as gov.uk is nobody's."""
    for domain in (*profile.domains, web_host(profile.website).removeprefix("www.")):
        host = domain.strip().lower().strip(".")
        if host.count(".") > host.endswith(".uk"):
            yield host


def digits(number: str) -> str:
    """Return the digits of a telephone number as they are dialled within the country."""
    return re.sub(r"\D", "", number.strip().replace("+44", "0", 1))


def normal(words: str) -> str:
    """Return words in the form in which names are compared."""
    return " ".join(words.split()).casefold()
