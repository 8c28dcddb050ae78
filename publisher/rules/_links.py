"""Every link that an author writes, in a text or under ``resources``, in one shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from publisher import prose
from publisher.addresses import is_link
from publisher.diagnostics import Finding, Path
from publisher.edition import NAME, REGISTER
from publisher.model import Resource
from publisher.remembered import remembered
from publisher.rules._kept import kept
from publisher.rules._rule import Part, Passage, Subject

# "#" and "#top" lead nowhere as documents have no named places that an author could know.
_stand_in = re.compile(
    r"(?:#.*|link:|https?:/*[.…]*|[?.…]+|x{3,}|(?:todo|tbc|tba|url|link)(?:[ _-]?here)?\W*)?", re.IGNORECASE
)
_named = re.compile(r"(?:(?:https?://|mailto:|tel:|link:)\S+|\{\{.*)", re.IGNORECASE)
"""An address that takes a name of the partnership: whether it can be followed is seen in each edition."""


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """Words that lead somewhere, and where their target is written."""

    passage: Passage
    start: int
    end: int
    target: str
    target_path: Path | None = None
    """Where the target is a value of its own; in a text it stands beside the words."""

    @property
    def words(self) -> str:
        """The words of the link."""
        return self.passage.prose.text[self.start : self.end]

    @property
    def is_resource(self) -> bool:
        """Whether the words are a resource's label rather than part of a text."""
        return self.passage.part is Part.RESOURCE

    def about_words(self, message: str, hint: str) -> Finding:
        """Return a finding that points at the words."""
        return self.passage.finding(self.start, self.end, message, hint)

    def about_target(self, message: str, hint: str) -> Finding:
        """Return a finding that points at the target where it is a value of its own, else at the words."""
        if self.target_path is None:
            return self.about_words(message, hint)
        written = self.target if self.target_path[-1] == "url" else self.target.removeprefix(REGISTER)
        return Finding(self.target_path, message, hint, 0, len(written))


@kept
def links(subject: Subject) -> tuple[WrittenLink, ...]:
    """Return every link of a work, in reading order; kept, as many rules ask for them."""
    return tuple(_links(subject))


@kept
def placed_resources(subject: Subject) -> Mapping[Path, Resource]:
    """Return the resources of a work by their places."""
    return dict(subject.work.placed_resources())


def _links(subject: Subject) -> Iterator[WrittenLink]:
    for passage in subject.of(Part.BODY, Part.QUESTION):
        for mark in passage.prose.of("link"):
            yield WrittenLink(passage, mark.start, mark.end, mark.target)
    for place, resource in subject.work.placed_resources():
        yield _of_resource(place, resource)


def _of_resource(place: Path, resource: Resource) -> WrittenLink:
    label = Passage((*place, "label"), Part.RESOURCE, prose.plain(resource.label))
    if resource.link is not None:
        return WrittenLink(label, 0, len(resource.label), f"{REGISTER}{resource.link}", (*place, "link"))
    path = (*place, "url") if resource.url is not None else None
    return WrittenLink(label, 0, len(resource.label), resource.url or "", path)


@remembered
def is_stand_in(target: str) -> bool:
    """Whether a target is empty or only keeps a place for one, such as ``#`` or ``TODO``."""
    return _stand_in.fullmatch(target.strip()) is not None


@remembered
def is_address(target: str) -> bool:
    """Whether a target has a form that may be printed: web, e-mail, telephone, register, or a partnership's name."""
    if "{{" in target or target.lower().startswith(REGISTER):
        return _named.fullmatch(target if target.startswith("{{") else NAME.sub("name", target)) is not None
    return is_link(target) and not re.search(r"\s", target)
