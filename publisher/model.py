"""What an author states in a briefing source; see section 1 of ``docs/format.md``.

A key that a rule asks for has a default here, so that its absence is that rule's finding and the
rest of the briefing is still checked.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field, ValidationInfo, field_validator

from publisher.dates import WrittenDate
from publisher.diagnostics import Diagnostic
from publisher.schema import Strict, validate, wrong
from publisher.source import Source


class Kind(StrEnum):
    """Which kind of document a source describes."""

    BRIEFING = "briefing"


class Family(StrEnum):
    """Which headings a briefing is expected to have."""

    CASE = "case"
    TOPIC = "topic"
    THEMES = "themes"
    PROCESS = "process"


class Layout(StrEnum):
    """How the PDF's page is laid out."""

    RIBBON = "ribbon"
    CARDS = "cards"
    RING = "ring"


class Status(StrEnum):
    """How far a briefing is on its way; only what is not withdrawn is built."""

    DRAFT = "draft"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Scope(StrEnum):
    """Whether a resource belongs to one partnership or to all."""

    LOCAL = "local"
    NATIONAL = "national"


class LearningSource(Strict):
    """Where the learning comes from."""

    kind: str = Field(description="For example local-review, national-review, audit, procedure or research.")
    year: int | None = None
    title: str = ""


class Origin(Strict):
    """The partnership that wrote the briefing first, and its leave to adapt it."""

    partnership: str
    permission: str = Field("", description="Who agreed, how and when; never printed.")
    credit: str = Field("", description="The line printed under the briefing.")


class Section(Strict):
    """One of the seven; its position is its number."""

    heading: str = ""
    body: str = Field("", description="CommonMark: paragraphs, lists, quotes, strong words and links.")


class Resource(Strict):
    """Something to read or use next."""

    label: str
    link: str | None = Field(None, description="A key of the partnership's link register.")
    url: str | None = Field(None, description="A public address; use `link` for local pages.")
    scope: Scope = Scope.NATIONAL
    type: str = Field("", description="The kind of file where it is not a page, such as PDF.")
    size: str = Field("", description="The file's size, such as 410 KB.")

    @field_validator("url")
    @classmethod
    def _one_target(cls, url: str | None, info: ValidationInfo) -> str | None:
        if url is not None and info.data.get("link") is not None:
            message = "the resource has both `link` and `url`"
            raise wrong(message, "Keep `link` for a local page from the register, `url` for a public one.")
        return url


class Contact(Strict):
    """A way to reach a service, as printed under the briefing."""

    label: str
    phone: str = ""
    email: str = ""
    url: str = ""


class Waiver(Strict):
    """A finding that stays on purpose, with who decided so and why."""

    rule: str
    text: str = Field("", description="The words concerned; without them, every finding of the rule.")
    reason: str
    by: str = Field(description="A role, not a person's name.")
    date: WrittenDate


class Briefing(Strict):
    """A 7 Minute Briefing as its author states it."""

    model_config = ConfigDict(
        title="7 Minute Briefing", json_schema_extra={"required": ["title", "published", "sections"]}
    )

    kind: Kind = Kind.BRIEFING
    title: str = ""
    subtitle: str = ""
    summary: str = Field("", description="One sentence of at most 40 words.")
    family: Family = Family.TOPIC
    lang: str = "en-GB"
    layout: Layout | None = Field(None, description="How the PDF is laid out, where not as the partnership does.")
    status: Status = Status.DRAFT
    published: WrittenDate | None = None
    review: WrittenDate | None = None
    topics: tuple[str, ...] = ()
    sources: tuple[LearningSource, ...] = ()
    origin: Origin | None = None
    sections: tuple[Section, ...] = Field((), json_schema_extra={"minItems": 7, "maxItems": 7})
    questions: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    contacts: dict[str, Contact] = {}
    support: tuple[str, ...] = Field((), description="Keys of the house list of support lines.")
    waivers: tuple[Waiver, ...] = ()


def parse(source: Source) -> tuple[Briefing | None, list[Diagnostic]]:
    """Return the briefing that a source states and what is wrong with its keys and values.

    The briefing is None when the source could not be read at all.
    """
    if source.diagnostics and source.data is None:
        return None, list(source.diagnostics)
    briefing, found = validate(Briefing, source, source.data)
    return briefing, [*source.diagnostics, *found]
