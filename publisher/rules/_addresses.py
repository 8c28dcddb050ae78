"""Every address that an author writes into a briefing, and where its characters stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.diagnostics import Finding, Path
from publisher.edition import REGISTER
from publisher.model import Work
from publisher.rules._kept import kept
from publisher.rules._links import WrittenLink, links
from publisher.rules._rule import Subject


@dataclass(frozen=True, slots=True)
class Address:
    """A target, what leads there, and its place in the source."""

    called: str
    """What leads there, such as ``the link “escalation policy”``."""
    target: str
    path: Path
    start: int
    end: int
    exact: bool
    """Whether the target stands letter for letter between ``start`` and ``end``; else its words stand there."""
    in_profile: bool = False
    """Whether the place is one in the partnership's own ``partnership.yml``."""

    def finding(
        self, message: str, hint: str, start: int = 0, end: int | None = None, replacement: str | None = None
    ) -> Finding:
        """Return a finding about the target's characters from ``start`` to ``end``, or about its words."""
        if not self.exact:
            return Finding(self.path, message, hint, self.start, self.end)
        last = len(self.target) if end is None else end
        first, last = self.start + start, self.start + last
        return Finding(self.path, message, hint, first, last, replacement, in_profile=self.in_profile)


@kept
def addresses(subject: Subject) -> tuple[Address, ...]:
    """Return the addresses of links, resources and contacts; keys of the link register are none."""
    return tuple(_addresses(subject))


def _addresses(subject: Subject) -> Iterator[Address]:
    for link in links(subject):
        if not link.target.startswith(REGISTER):
            yield _of_link(link, subject.work)
    for key, contact in subject.work.contacts.items():
        if contact.url:
            path = ("contacts", key, "url")
            yield Address(f"the contact “{contact.label}”", contact.url, path, 0, len(contact.url), exact=True)


def registered(subject: Subject) -> Iterator[Address]:
    """Yield the addresses of the link register that the work uses; none where the subject has no edition."""
    register = subject.edition.partnership.profile.links if subject.edition else {}
    used = dict.fromkeys(link.target.removeprefix(REGISTER) for link in links(subject))
    for key in used:
        if entry := register.get(key):
            called = f"the entry `{key}` of the link register"
            yield Address(called, entry.url, ("links", key, "url"), 0, len(entry.url), exact=True, in_profile=True)


def _of_link(link: WrittenLink, work: Work) -> Address:
    words = " ".join(link.words.split())
    if link.target_path is not None:
        called = f"the resource “{words}”"
        return Address(called, link.target, link.target_path, 0, len(link.target), exact=True)
    called = f"the {'resource' if link.is_resource else 'link'} “{words}”"
    path = link.passage.path
    start, end = link.passage.prose.in_value(link.start, link.end)
    found = -1 if link.is_resource else _find(work.text_at(path), start, end, link.target)
    if found >= 0:
        return Address(called, link.target, path, found, found + len(link.target), exact=True)
    return Address(called, link.target, path, start, end, exact=False)


def _find(body: str, start: int, end: int, target: str) -> int:
    """Return where a target stands in the body whose characters ``start`` to ``end`` are its link's words, or -1."""
    if body[start - 1 : end + 1] == f"<{target}>":
        return start
    # Between the words and the target: the end of strong words, brackets, perhaps a space.
    opening = body.find("](", end, end + 8)
    if opening < 0 or not target:
        return -1
    return body.find(target, opening + 2, opening + 4 + len(target))
