"""Findings that stay on purpose: which waiver covers which finding, and which waivers have had their day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from publisher.dates import PartialDate
from publisher.diagnostics import Diagnostic, Severity
from publisher.model import Waiver
from publisher.places import SourceText
from publisher.source import Source

UNUSED, EXPIRED = "WVR001", "WVR002"
NAMES = {UNUSED: "unused-waiver", EXPIRED: "expired-waiver"}
LASTS_MONTHS = 24
"""A waiver is looked at again when its briefing is: the longest review period is 24 months (MET003)."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The waivers of one source and the findings they may cover."""

    source: Source
    waivers: tuple[Waiver, ...]
    texts: Mapping[str, SourceText]

    def apply(self, found: Iterable[Diagnostic], used: set[int]) -> list[Diagnostic]:
        """Return the findings, those that a waiver covers marked; ``used`` collects the waivers' positions."""
        applied: list[Diagnostic] = []
        for one in found:
            covering = {position for position, waiver in enumerate(self.waivers) if self._covers(waiver, one)}
            used |= covering
            applied.append(replace(one, waived=True) if covering else one)
        return applied

    def _covers(self, waiver: Waiver, one: Diagnostic) -> bool:
        """Whether a waiver names the finding's rule and the words that the finding is about."""
        # What is wrong with a waiver itself is never waived.
        if waiver.rule != one.code or one.path[:1] == ("waivers",):
            return False
        text = self.texts.get(one.file)
        words = text.words(one.span) if text else ""
        wanted = " ".join(waiver.text.casefold().split())
        # A finding about a whole value quotes the words that it is about.
        return wanted in " ".join(words.casefold().split()) or f"“{wanted}”" in one.message.casefold()

    def unused(self, used: set[int], ran: Iterable[str]) -> list[Diagnostic]:
        """Return a finding for each waiver that covers nothing, if its rule is among those that ``ran``."""
        codes = set(ran)
        hint = "Delete it; the words it was for are gone, or its `text` is not what the finding is about."
        return [
            self._about(position, UNUSED, f"the waiver for {waiver.rule} covers no finding", hint)
            for position, waiver in enumerate(self.waivers)
            if position not in used and waiver.rule in codes
        ]

    def expired(self, today: datetime.date) -> list[Diagnostic]:
        """Return a finding for each waiver that was given longer ago than a briefing may go without review."""
        month = PartialDate(today.year, today.month)
        hint = "Look at it again: mend the text, or give the waiver a new date."
        return [
            self._about(position, EXPIRED, f"the waiver for {waiver.rule} dates from {waiver.date}", hint)
            for position, waiver in enumerate(self.waivers)
            if waiver.date.months_until(month) > LASTS_MONTHS
        ]

    def _about(self, position: int, code: str, message: str, hint: str) -> Diagnostic:
        path = ("waivers", position)
        place = self.source.place(path)
        return Diagnostic(code, NAMES[code], Severity.WARNING, message, place.text.name, place.span(), hint, path=path)
