"""Companions of the sample, made once for all tests, and of changed editions of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from publisher.compose import compose
from publisher.conformance import Output, verdicts
from publisher.document import Block, Document, Section
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Briefing
from publisher.model import Section as Written
from publisher.project import Project
from publisher.renderers import RENDERERS
from publisher.words import block_text
from tests.editions import REPOSITORY, editions

FORMATS = ("html", "pdf", "docx", "txt", "pptx", "large-print")


def sample(slug: str = "professional-challenge", partnership: str = "example") -> Edition:
    return next(one for one in editions(REPOSITORY) if (one.slug, one.partnership.identifier) == (slug, partnership))


def briefing(edition: Edition) -> Briefing:
    """Return the briefing that an edition is of."""
    assert isinstance(edition.work, Briefing)
    return edition.work


def changed(**values: object) -> Edition:
    """Return the sample with other values of its source."""
    edition = sample()
    return replace(edition, work=edition.work.model_copy(update=values))


def with_bodies(*bodies: str) -> Edition:
    sections = tuple(Written(heading=f"Heading {number}", body=body) for number, body in enumerate(bodies, 1))
    return changed(sections=sections)


@cache
def house() -> House:
    return Project(REPOSITORY).house


def made(name: str, edition: Edition | None = None) -> Document:
    return compose(edition or sample(), house(), [name])[1]


@cache
def rendered(name: str, format_: str) -> bytes:
    return RENDERERS[format_].render(made(name), sample().partnership.brand)


def faults(document: Document, format_: str) -> list[str]:
    data = RENDERERS[format_].render(document, sample().partnership.brand)
    return [one.message for _, findings in verdicts(Output(format_, data, document, 2)) for one in findings]


def text(blocks: tuple[Block, ...]) -> str:
    return " ".join(block_text(blocks).split())


def section(document: Document, name: str) -> Section:
    return next(one for one in document.sections if one.identifier == name)
