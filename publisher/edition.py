"""A work as one partnership publishes it: the local edition laid over, links and names resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches

from publisher import changed_common_text
from publisher.diagnostics import Diagnostic
from publisher.model import Contact, Status, Work, parse
from publisher.overlay import lay_over
from publisher.partnership import Partnership
from publisher.source import Source

NAME = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""A name that stands for one of the partnership's own words: ``{{ partnership.short_name }}``."""

REGISTER = "link:"
_PROFILE_NAMES = ("name", "short_name", "area", "website", "email")


@dataclass(frozen=True, slots=True)
class Edition:
    """A work and the partnership that publishes it; ``source`` has the place of every value."""

    slug: str
    work: Work
    partnership: Partnership
    source: Source

    def contacts(self) -> dict[str, Contact]:
        """Return the partnership's contacts, with the work's own in the place of those they replace."""
        return {**self.partnership.profile.contacts, **self.work.contacts}

    def names(self) -> dict[str, str]:
        """Return every name that may stand in ``{{ … }}`` with its words; a contact gives its first way to reach it."""
        profile = self.partnership.profile
        names = {f"partnership.{name}": getattr(profile, name) for name in _PROFILE_NAMES}
        for key, contact in self.contacts().items():
            names[f"contact.{key}"] = contact.phone or contact.email or contact.url
        return names

    def words(self, text: str) -> str:
        """Return ``text`` with its names replaced; an unknown one stays as written (BRD005 reports it)."""
        names = self.names()
        return NAME.sub(lambda match: names.get(match.group(1)) or match.group(), text)

    def target(self, written: str) -> str:
        """Return where a link leads; "" for a key that the register does not have or leaves empty."""
        if written.startswith(REGISTER):
            entry = self.partnership.profile.links.get(written.removeprefix(REGISTER))
            return entry.url if entry else ""
        return self.words(written)

    def similar_link(self, key: str) -> str:
        """Return the key of the register that looks most like ``key``, or ""."""
        return next(iter(get_close_matches(key, self.partnership.profile.links, n=1)), "")

    def similar_name(self, name: str) -> str:
        """Return the known name that looks most like ``name``, or ""."""
        return next(iter(get_close_matches(name, self.names(), n=1)), "")


@dataclass(frozen=True, slots=True)
class Localised:
    """What became of a work for one partnership: an edition, or none where it is left out."""

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...] = ()


def localise(slug: str, source: Source, work: Work, partnership: Partnership, overlay: Source | None) -> Localised:
    """Return the edition of a work for a partnership.

    ``overlay`` is the partnership's local edition, where it has one. There is no edition where the
    overlay says ``exclude: true``, where the work is withdrawn, or where the two do not fit together.
    """
    if overlay is None:
        edition = Edition(slug, work, partnership, source)
        return Localised(None if work.status is Status.WITHDRAWN else edition)
    if isinstance(overlay.data, dict) and str(overlay.data.get("exclude", "")).lower() in {"true", "yes"}:
        return Localised(None, overlay.diagnostics)
    merged = lay_over(source, _without_settings(overlay))
    local, diagnostics = parse(merged)
    diagnostics += changed_common_text.check(source, overlay, slug, partnership.identifier)
    if local is None or local.status is Status.WITHDRAWN:
        return Localised(None, tuple(diagnostics))
    return Localised(Edition(slug, local, partnership, merged), tuple(diagnostics))


def _without_settings(overlay: Source) -> Source:
    if not isinstance(overlay.data, dict):
        return overlay
    kept = {key: value for key, value in overlay.data.items() if key not in changed_common_text.SETTINGS}
    return replace(overlay, data=kept)
