"""What every kind of document states: who may read it, from when, where its learning comes from."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from pydantic import ConfigDict, Field, ValidationInfo, field_validator

from publisher.dates import WrittenDate
from publisher.diagnostics import Path
from publisher.schema import Strict, wrong


class Kind(StrEnum):
    """Which kind of document a source describes."""

    BRIEFING = "briefing"
    PRACTICE_POINTS = "practice-points"
    SESSION = "session"


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
    """A finding that stays on purpose, with who decided so and why; what is missing is told with what else is wrong."""

    model_config = ConfigDict(json_schema_extra={"required": ["rule", "reason", "by", "date"]})

    rule: str = ""
    text: str = Field("", description="The words concerned; without them, every finding of the rule.")
    reason: str = ""
    by: str = Field("", description="A role, not a person's name.")
    date: WrittenDate | None = None

    @property
    def code(self) -> str:
        """The rule's code, however it is written."""
        return self.rule.strip().upper()


class Work(Strict):
    """What an author states in a source of any kind."""

    kind: Kind
    title: str = ""
    subtitle: str = ""
    summary: str = Field("", description="One sentence of at most 40 words.")
    lang: str = "en-GB"
    status: Status = Status.DRAFT
    published: WrittenDate | None = None
    review: WrittenDate | None = None
    topics: tuple[str, ...] = ()
    sources: tuple[LearningSource, ...] = ()
    origin: Origin | None = None
    contacts: dict[str, Contact] = {}
    support: tuple[str, ...] = Field((), description="Keys of the house list of support lines.")
    waivers: tuple[Waiver, ...] = ()
    unplaced: tuple[str, ...] = Field((), description="Text that an import could not place; never printed.")

    def placed_resources(self) -> Iterator[tuple[Path, Resource]]:
        """Yield every resource of the work with its place, in reading order."""
        raise NotImplementedError

    def text_at(self, path: Path) -> str:
        """Return the text that stands at a path of keys and positions."""
        value: object = self
        for part in path:
            value = value[part] if isinstance(value, tuple | dict) else getattr(value, str(part))  # type: ignore[index]
        return str(value)
