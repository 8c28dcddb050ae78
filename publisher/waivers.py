"""Findings that stay on purpose: which waiver covers which finding, and which waivers have had their day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

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
    _by_rule: Mapping[str, Mapping[str, list[int]]] = field(init=False, compare=False, repr=False)
    """The positions of the waivers by their rules and their words."""

    def __post_init__(self) -> None:
        """Sort the waivers, as each finding is compared with those of its rule."""
        by_rule: dict[str, dict[str, list[int]]] = {}
        for position, waiver in enumerate(self.waivers):
            by_rule.setdefault(waiver.rule, {}).setdefault(_plain(waiver.text), []).append(position)
        object.__setattr__(self, "_by_rule", by_rule)

    def apply(self, found: Iterable[Diagnostic], used: set[int]) -> list[Diagnostic]:
        """Return the findings, those that a waiver covers marked; ``used`` collects the waivers' positions."""
        applied: list[Diagnostic] = []
        for one in found:
            # What is wrong with a waiver itself is never waived.
            waivers = {} if one.path[:1] == ("waivers",) else self._by_rule.get(one.code, {})
            covering = self._covering(waivers, one) if waivers else set()
            used |= covering
            applied.append(replace(one, waived=True) if covering else one)
        return applied

    def _covering(self, waivers: Mapping[str, list[int]], one: Diagnostic) -> set[int]:
        """Return the waivers of the finding's rule that name the words that the finding is about."""
        text = self.texts.get(one.file)
        words = _plain(text.words(one.span)) if text else ""
        message = one.message.casefold()
        # A finding about a whole value quotes the words that it is about.
        named = (several for wanted, several in waivers.items() if wanted in words or f"“{wanted}”" in message)
        return {position for several in named for position in several}

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


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
