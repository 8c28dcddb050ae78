"""What the entries of all house files have in common: a source, how sure it makes us, and a weight.

What an entry says to those who keep the lists (``note``, ``purpose``, ``about``, ``domain``, ``question``) is used by
no rule. It stands under keys of its own rather than in comments, so that none is forgotten or misspelt.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from publisher.diagnostics import Severity
from publisher.schema import Strict

NONE: Mapping[str, str] = MappingProxyType({})
ReadOnly = Annotated[Mapping[str, str], AfterValidator(MappingProxyType)]
"""Words by other words, not to be changed once read."""


class Evidence(StrEnum):
    """How we know what an entry says."""

    STATED = "stated"
    """The source says so, and we have read it."""
    DERIVED = "derived"
    """We extend what the source says to a further case."""
    COPY = "copy"
    """Read only in a copy without a known owner."""
    UNVERIFIED = "unverified"
    """Known from practice; no source was read."""


class Reference(Strict):
    """An entry of ``sources.yml``: where a fact of the house data comes from."""

    name: str
    url: str = ""
    evidence: Evidence = Evidence.STATED


class References(Strict):
    """``templates/house/sources.yml``."""

    sources: dict[str, Reference]


class Sourced(Strict):
    """An entry with its source; a file names the source by its key in ``sources.yml``."""

    source: Reference
    evidence: Evidence = Evidence.STATED

    @property
    def confirmed(self) -> bool:
        """Whether a source that we have read, and whose owner we know, says what the entry says."""
        return self.evidence is Evidence.STATED and self.source.evidence is Evidence.STATED


class Weighed(Sourced):
    """An entry that findings are made of."""

    severity: Severity = Field(description="What a finding weighs once the entry is confirmed.")

    @property
    def weight(self) -> Severity:
        """What a finding weighs now: advice only until the entry is confirmed."""
        return self.severity if self.confirmed else Severity.INFO
