"""What belongs to other partnerships than the one that publishes: names, places, hosts and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from publisher.edition import Edition
from publisher.house import House
from publisher.partnership import Profile
from publisher.rules._hosts import web_host, within
from publisher.rules._kept import kept

# Places whose name is also an ordinary word, so that they count only after "in" and the like.
_words_too = """
    Ash Barking Barrow Bath Battle Bury Chard Cheddar Deal Derby Diss Dover Eye Flint Hale Hook Hove Hull Lancing March
    Mold Nelson Poole Reading Rugby Rush Rye Sale Sandwich Settle Slough Stone Street Ware Wells Wing
"""
_ordinary_words = frozenset(_words_too.split())
_before_a_place = re.compile(r"\b(?:in|across|around|near|throughout|within|from)\s$")
_parts_of_an_area = re.compile(r"\s*(?:,|&|\band\b)\s*")
_telephone = re.compile(r"(?<![\w+])(?:\+44|0)[\d\s()-]{7,16}\d(?!\w)")
# National numbers, which any partnership may print.
_national = ("03", "08", "116", "999", "101", "111")


class Kind(StrEnum):
    """What it is that belongs to another partnership."""

    NAME = "name"
    PLACE = "place"
    HOST = "host"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True)
class Belonging:
    """Words in a text that belong to another partnership."""

    kind: Kind
    start: int
    end: int
    owner: str
    in_project: bool
    """Whether the project has a folder of the owner, so that a text may have been taken over from it."""


@dataclass(frozen=True, slots=True)
class Belongings:
    """What the other partnerships have and the publishing one has not."""

    house: House
    own_name: str
    own_domains: tuple[str, ...]
    words: re.Pattern[str] | None
    beginnings: frozenset[str]
    """The first word of each name and place in small letters; most texts have none of them."""
    owners: dict[str, tuple[Kind, str]]
    """The names and places in small letters."""
    domains: dict[str, str]
    hosts: re.Pattern[str] | None
    telephones: dict[str, str]

    def in_text(self, text: str) -> Iterator[Belonging]:
        """Yield what stands in a text, by kind."""
        taken: set[int] = set()
        small = text.lower()
        has_name = any(word in small for word in self.beginnings)
        for match in self.words.finditer(text) if self.words and has_name else ():
            kind, owner = self.owners[_normal(match.group())]
            taken.update(range(*match.span()))
            before = text[max(0, match.start() - 12) : match.start()]
            if match.group() not in _ordinary_words or _before_a_place.search(before):
                yield Belonging(kind, *match.span(), owner, in_project=True)
        for found in self.house.partnerships.names.find(text):
            entry = found.item
            is_taken = not taken.isdisjoint(range(found.start, found.end))
            if not is_taken and _normal(found.text) not in self.own_name and not self._is_own(entry.domains):
                yield Belonging(Kind.NAME, found.start, found.end, entry.name, in_project=False)
        has_host = any(domain in small for domain in self.domains)
        for match in self.hosts.finditer(text) if self.hosts and has_host else ():
            if not self._is_own([match.group().lower()]):
                owner = self.domains[match.group(1).lower()]
                yield Belonging(Kind.HOST, *match.span(), owner, in_project=True)
        for match in _telephone.finditer(text) if self.telephones and ("0" in text or "+44" in text) else ():
            if owner := self.telephones.get(_digits(match.group()), ""):
                yield Belonging(Kind.TELEPHONE, *match.span(), owner, in_project=True)

    def of_host(self, host: str) -> tuple[str, bool]:
        """Return whose a host is, "" where it is nobody's that is known, and whether the project has its folder."""
        if not host or self._is_own([host]):
            return "", False
        owner = next((owner for domain, owner in self.domains.items() if within(host, domain)), "")
        if owner:
            return owner, True
        entry = self.house.partnerships.at(host)
        return (entry.name, False) if entry and not self._is_own(entry.domains) else ("", False)

    def _is_own(self, hosts: Iterable[str]) -> bool:
        return any(within(host, domain) for host in hosts for domain in self.own_domains)


def belongings(edition: Edition, others: tuple[Profile, ...], house: House) -> Belongings:
    """Return what belongs to the others and not to the partnership of the edition; kept from text to text."""
    return _belongings(edition.partnership.profile, house, *others)


@kept
def _belongings(own: Profile, house: House, *others: Profile) -> Belongings:
    own_domains = tuple(_domains(own))
    names = _names(own, others, house)
    domains = {
        domain: other.short_name
        for other in others
        for domain in _domains(other)
        if not any(within(domain, mine) for mine in own_domains)
    }
    mine = {_digits(contact.phone) for contact in own.contacts.values()}
    mine |= {_digits(line.phone) for line in house.support.values()}
    telephones = {
        number: other.short_name
        for other in others
        for contact in other.contacts.values()
        if (number := _digits(contact.phone)) not in mine and len(number) > 8 and not number.startswith(_national)
    }
    return Belongings(
        house,
        _normal(own.name),
        own_domains,
        _pattern(names),
        frozenset(written.split()[0].lower() for written, _, _ in names),
        {_normal(written): (kind, owner) for written, kind, owner in names},
        domains,
        _host_pattern(domains),
        telephones,
    )


def _names(own: Profile, others: tuple[Profile, ...], house: House) -> list[tuple[str, Kind, str]]:
    """Return the names and places of the others as written, each with its kind and whose it is."""
    own_words = _own_words(own)
    names: list[tuple[str, Kind, str]] = []
    for other in others:
        places = dict.fromkeys([other.area.strip(), *_parts_of_an_area.split(other.area.strip())])
        names += [(name, Kind.NAME, other.short_name) for name in _names_of(other, house)]
        names += [(place, Kind.PLACE, other.short_name) for place in places if place[:1].isupper()]
    # Names come last, so that they count where a partnership is called by its place alone.
    kept = [one for one in names if len(one[0]) > 2 and not _is_among(one[0], own_words)]
    return sorted(kept, key=lambda one: one[1] is Kind.NAME)


def _names_of(other: Profile, house: House) -> list[str]:
    """Return a partnership's name, and its short name unless those letters stand for something else as well."""
    acronym = house.acronyms.get(other.short_name)
    ambiguous = acronym and any(_normal(words) != _normal(other.name) for words in acronym.expansions)
    return [other.name.strip()] if ambiguous else [other.name.strip(), other.short_name.strip()]


def _own_words(own: Profile) -> str:
    """Return what a partnership calls itself, its places and its pages, in small letters."""
    labels = [link.label for link in own.links.values()]
    glossary = [word for entry in own.glossary.items() for word in entry]
    return _normal(" | ".join([own.name, own.short_name, own.area, *glossary, *labels]))


def _is_among(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_normal(name))}(?!\w)", words) is not None


def _pattern(names: list[tuple[str, Kind, str]]) -> re.Pattern[str] | None:
    """Return a pattern that finds names of several words in any letters, and others with their capitals."""
    if not names:
        return None
    forms: list[str] = []
    for written, kind, _ in sorted(names, key=lambda one: len(one[0]), reverse=True):
        words = r"\s{1,3}".join(map(re.escape, written.split()))
        forms.append(f"(?i:{words})" if kind is Kind.NAME and len(written.split()) > 2 else words)
    return re.compile(rf"(?<![\w@.-])(?:{'|'.join(forms)})(?![\w@])")


def _host_pattern(domains: dict[str, str]) -> re.Pattern[str] | None:
    if not domains:
        return None
    either = "|".join(re.escape(domain) for domain in sorted(domains, key=len, reverse=True))
    return re.compile(rf"(?<![\w.-])(?:[\w-]{{1,63}}\.){{0,6}}({either})(?![\w-]|\.\w)", re.IGNORECASE)


def _domains(profile: Profile) -> Iterator[str]:
    """Yield the hosts that are a partnership's own; a suffix such as gov.uk is nobody's."""
    for domain in (*profile.domains, web_host(profile.website).removeprefix("www.")):
        host = domain.strip().lower().strip(".")
        if host.count(".") > host.endswith(".uk"):
            yield host


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number.strip().replace("+44", "0", 1))


def _normal(words: str) -> str:
    return " ".join(words.split()).casefold()
