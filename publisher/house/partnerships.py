"""Partnerships by their names and the hosts of their pages (``partnerships.yml``)."""

from __future__ import annotations

from pydantic import Field

from publisher.house.phrases import Pattern, Phrases
from publisher.schema import Strict

_LABELS = 6
"""Labels of a host that are looked at, from its end; none of the list has more."""


class KnownPartnership(Strict):
    """A partnership or board that publishes briefings."""

    name: Pattern
    former: tuple[Pattern, ...] = Field((), description="Names that it had before.")
    domains: tuple[str, ...] = Field(min_length=1, description="Hosts that are its own; those below them count too.")
    source: str = Field(description="The page on which its briefings were found.")


class PartnershipFile(Strict):
    """``templates/house/partnerships.yml``."""

    partnerships: tuple[KnownPartnership, ...]


class KnownPartnerships:
    """The partnerships, to be found by a name in a text or by a host."""

    def __init__(self, file: PartnershipFile) -> None:
        """Take what the file says."""
        self.entries = file.partnerships
        self.names = Phrases((name, entry) for entry in file.partnerships for name in (entry.name, *entry.former))
        self._by_domain = {domain: entry for entry in file.partnerships for domain in map(_council, entry.domains)}
        self._by_domain |= {domain: entry for entry in file.partnerships for domain in entry.domains}

    def at(self, host: str) -> KnownPartnership | None:
        """Return the partnership to which a host in small letters belongs, or None."""
        labels = host.split(".")[-_LABELS:]
        domains = (".".join(labels[first:]) for first in range(len(labels)))
        return next((self._by_domain[domain] for domain in domains if domain in self._by_domain), None)


def _council(domain: str) -> str:
    """Return the domain of the council whose site holds a partnership's, or the same."""
    labels = domain.split(".")
    return ".".join(labels[-3:]) if domain.endswith(".gov.uk") and len(labels) > 3 else domain
