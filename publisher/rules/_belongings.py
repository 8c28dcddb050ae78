"""What belongs to other partnerships than the one that publishes: names, places, hosts and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from publisher.house import House
from publisher.partnership import Profile
from publisher.rules._hosts import above, within
from publisher.rules._kept import kept
from publisher.rules._register import Named, Owned, Register, Sightings, digits, domains_of, normal, register, sightings
from publisher.rules._rule import Subject

# Places whose name is also an ordinary word, so that they count only after "in" and the like.
_words_too = """
    Ash Barking Barrow Bath Battle Bury Chard Cheddar Deal Derby Diss Dover Eye Flint Hale Hook Hove Hull Lancing March
    Mold Nelson Poole Reading Rugby Rush Rye Sale Sandwich Settle Slough Stone Street Ware Wells Wing
"""
_ordinary_words = frozenset(_words_too.split())
_before_a_place = re.compile(r"\b(?:in|across|around|near|throughout|within|from)\s$")
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


class Belongings:
    """What the other partnerships have and the publishing one has not."""

    def __init__(self, own: Profile, others: tuple[Profile, ...], known: Register) -> None:
        """Take the profile of the publishing partnership, those of the others, and what all of them have."""
        self._own = own
        self._others = frozenset(map(id, others))
        self._known = known
        self._own_domains = tuple(domains_of(own))

    def in_text(self, text: str) -> Iterator[Belonging]:
        """Yield what stands in a text, by kind."""
        seen = sightings(self._known, text)
        if not seen:
            return
        taken: set[int] = set()
        for start, end, one in self._names(seen.names):
            taken.update(range(start, end))
            before = text[max(0, start - 12) : start]
            if text[start:end] not in _ordinary_words or _before_a_place.search(before):
                kind = Kind.PLACE if one.is_place else Kind.NAME
                yield Belonging(kind, start, end, one.owner.short_name, in_project=True)
        for found in seen.listed:
            entry = found.item
            is_taken = not taken.isdisjoint(range(found.start, found.end))
            if not is_taken and normal(found.text) not in normal(self._own.name) and not self._is_own(entry.domains):
                yield Belonging(Kind.NAME, found.start, found.end, entry.name, in_project=False)
        yield from self._hosts_in(text, seen)
        for number in seen.telephones:
            if (owner := self._owner(number)) and self._is_foreign_number(number.words):
                yield Belonging(Kind.TELEPHONE, number.start, number.end, owner.short_name, in_project=True)

    def _hosts_in(self, text: str, seen: Sightings) -> Iterator[Belonging]:
        """Yield the hosts in a text: those of partnerships in the project, then others of the house list."""
        found: set[int] = set()
        for host in seen.hosts:
            if (owner := self._owner(host)) and not self._is_own([text[host.start : host.end].lower()]):
                found.add(host.start)
                yield Belonging(Kind.HOST, host.start, host.end, owner.short_name, in_project=True)
        for start, end, entry in seen.listed_hosts:
            if start not in found and not self._is_own([text[start:end].lower(), *entry.domains]):
                yield Belonging(Kind.HOST, start, end, entry.name, in_project=False)

    def of_host(self, host: str) -> tuple[str, bool]:
        """Return whose a host is, "" where it is nobody's that is known, and whether the project has its folder."""
        if not host or self._is_own([host]):
            return "", False
        domains = (self._known.domains[domain] for domain in above(host) if domain in self._known.domains)
        owners = [owner for several in domains for owner in several if id(owner) in self._others]
        if owners:
            return owners[-1].short_name, True
        entry = self._known.house.partnerships.at(host)
        return (entry.name, False) if entry and not self._is_own(entry.domains) else ("", False)

    def _names(self, places: tuple[tuple[Owned, ...], ...]) -> Iterator[tuple[int, int, Named]]:
        """Yield the first name at each place that others have, without overlap."""
        free = 0
        for several in places:
            if several[0].start < free:
                continue
            found = next((one for one in several if self._owner(one) and not self._is_own_name(one.words)), None)
            if found:
                free = found.end
                same = [named for named in self._known.names[found.words] if id(named.owner) in self._others]
                yield found.start, found.end, same[-1]

    def _owner(self, owned: Owned) -> Profile | None:
        return next((owner for owner in reversed(owned.owners) if id(owner) in self._others), None)

    def _is_own(self, hosts: Iterable[str]) -> bool:
        return any(within(host, domain) for host in hosts for domain in self._own_domains)

    def _is_own_name(self, words: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self._own_words) is not None

    @cached_property
    def _own_words(self) -> str:
        """What the partnership calls itself, its places and its pages, in the form in which names are compared."""
        own = self._own
        labels = [link.label for link in own.links.values()]
        glossary = [word for entry in own.glossary.items() for word in entry]
        return normal(" | ".join([own.name, own.short_name, own.area, *glossary, *labels]))

    @cached_property
    def _own_numbers(self) -> frozenset[str]:
        lines = self._known.house.support.values()
        phones = [contact.phone for contact in self._own.contacts.values()] + [line.phone for line in lines]
        return frozenset(map(digits, phones))

    def _is_foreign_number(self, number: str) -> bool:
        return number not in self._own_numbers and len(number) > 8 and not number.startswith(_national)


def belongings(subject: Subject, own: Profile, house: House) -> Belongings:
    """Return what belongs to others and not to the partnership that publishes an edition."""
    return _belongings(own, subject.others, register(house, subject.known or subject.others))


@kept
def _belongings(own: Profile, others: tuple[Profile, ...], known: Register) -> Belongings:
    return Belongings(own, others, known)
