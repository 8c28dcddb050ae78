"""A source that was checked: what is to be said about it, and what is to be kept out of all that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publisher import covering
from publisher.diagnostics import Diagnostic, Severity
from publisher.diagnostics import Path as Keys
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Briefing, Family, Work
from publisher.places import Place, SourceText
from publisher.redaction import Redaction
from publisher.rules import passages
from publisher.source import Source

_CONTACTS: Keys = ("contacts",)
_FAMILY: Keys = ("family",)
_UNKNOWN_KEY = "SRC004"
_date = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Checked:
    """A source with all that is to be said about it, and its editions."""

    path: Path
    source: Source
    work: Work | None
    editions: tuple[Edition, ...]
    diagnostics: tuple[Diagnostic, ...]
    house: House
    private: tuple[Diagnostic, ...] = ()
    """What the rules on privacy say, whether they are to speak or not."""
    local: tuple[Source, ...] = ()
    """The local editions as read, without the common text."""

    def blocked(self, partnership: str, *, strict: bool = False) -> bool:
        """Whether a finding keeps the edition of that partnership from being published."""
        return any(
            (found.blocks or (strict and found.severity is Severity.WARNING and not found.waived))
            and found.partnership in {None, partnership}
            for found in self.diagnostics
        )

    def texts(self) -> dict[str, SourceText]:
        """Return the text of each file that the source and its editions were read from, by name."""
        sources = [source for edition in self.editions for source in (edition.source, edition.partnership.source)]
        return {place.text.name: place.text for source in sources for place in source.values.values()} | {
            source.name: source.text for source in (*self.local, self.source)
        }

    def redaction(self, *said: str) -> Redaction:
        """Return what is to be kept out of all that is printed of the source, whichever rules are to speak.

        ``said`` is what may come of it, or belongs to it, and stands in no file that was checked.
        """
        read = list(self._read())
        unread = [place for one in (self.source, *self.local) for place in covering.beside(one.text, read)]
        text = SourceText("", " ¶ ".join(said))
        beside = covering.found_in(covering.beside(text, ()), self.house, self._stated_family())
        private = (*self.private, *covering.found_in(unread, self.house), *beside)
        return Redaction.of(private, {**self.texts(), text.name: text})

    def _stated_family(self) -> Family:
        """Return the family that the source gives itself; without one, anything may be about a case."""
        stated = _FAMILY in self.source.values and _FAMILY not in covering.unreadable(self.diagnostics)
        return self.work.family if isinstance(self.work, Briefing) and stated else Family.CASE

    def _read(self) -> Iterator[Place]:
        """Yield the places of what the rules could read as what it is, and of the file's own dates and contacts."""
        wrong = covering.unreadable(self.diagnostics)
        unknown = {one.path for one in self.diagnostics if one.code == _UNKNOWN_KEY}
        editions = [(edition.source, edition.work) for edition in self.editions]
        for source, work in [(self.source, self.work), *editions]:
            for path, place in source.values.items():
                is_date, is_contact = _date.fullmatch(place.value), path[:1] == _CONTACTS and place.value
                # A date that is wrong itself is still the file's own.
                above = path[:-1] if is_date and path not in unknown else path
                if (is_date or is_contact) and not covering.is_below(above, wrong):
                    yield place
            for one in passages(work) if work and _FAMILY not in wrong else ():
                if one.path in source.values and not covering.is_below(one.path, wrong):
                    yield source.values[one.path]
