"""Findings that stay on purpose: which waiver covers which finding, and which are wrong or have had their day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from publisher.codes import ALWAYS_TOLD, KNOWN, similar
from publisher.dates import PartialDate
from publisher.diagnostics import Diagnostic, Path, Severity
from publisher.model import Waiver
from publisher.places import SourceText
from publisher.redaction import PRIVATE
from publisher.source import NAMES as OF_READING
from publisher.source import READING, Source
from publisher.unchecked import NOT_CHECKED

UNUSED, EXPIRED = "WVR001", "WVR002"
NAMES = {UNUSED: "unused-waiver", EXPIRED: "expired-waiver"}
_ABOUT_WAIVERS = "WVR"
_FEWEST_SIGNS = 3
"""Letters and digits by which something private must be named at least."""

_word = re.compile(r"[^\W_]+")
# What has a word in it is no number, and neither is a date, which ends as all others of its year do.
_a_word = re.compile(r"[^\W\d_]{3}|\d[./]\d")
_NEEDED = ("rule", "reason", "by", "date")
LASTS_MONTHS = 24
"""A waiver is looked at again when its briefing is: the longest review period is 24 months (MET003)."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The waivers of one source and the findings they may cover."""

    source: Source
    waivers: tuple[Waiver, ...]
    texts: Mapping[str, SourceText]
    today: datetime.date
    usable: Mapping[int, Waiver] = field(init=False)
    """Those with which nothing is wrong, by their position; the others cover nothing."""
    _by_rule: Mapping[str, Mapping[str, list[int]]] = field(init=False, compare=False, repr=False)
    """The positions of the usable waivers by their rules and their words."""

    def __post_init__(self) -> None:
        """Leave out what is wrong, and sort the rest, as each finding is compared with those of its rule."""
        sound = {number: one for number, one in enumerate(self.waivers) if not any(self._faults_of(number, one))}
        by_rule: dict[str, dict[str, list[int]]] = {}
        for position, waiver in sound.items():
            by_rule.setdefault(waiver.code, {}).setdefault(_plain(waiver.text), []).append(position)
        object.__setattr__(self, "usable", sound)
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
        private = one.code.startswith(PRIVATE)
        named = (
            several
            for wanted, several in waivers.items()
            # A finding about a whole value quotes the words that it is about.
            if (_is_all_of(wanted, words) if private else wanted in words or f"“{wanted}”" in message)
        )
        return {position for several in named for position in several}

    def unused(self, used: set[int], ran: Iterable[str]) -> list[Diagnostic]:
        """Return a finding for each waiver that covers nothing, if its rule is among those that ``ran``."""
        codes = set(ran)
        hint = "Delete it; the words it was for are gone, or its `text` is not what the finding is about."
        return [
            self._about(position, UNUSED, f"the waiver for {waiver.code} covers no finding", hint)
            for position, waiver in self.usable.items()
            if position not in used and waiver.code in codes
        ]

    def expired(self) -> list[Diagnostic]:
        """Return a finding for each waiver that was given longer ago than a briefing may go without review."""
        month = PartialDate(self.today.year, self.today.month)
        hint = "Look at it again: mend the text, or give the waiver a new date."
        return [
            self._about(position, EXPIRED, f"the waiver for {waiver.code} dates from {waiver.date}", hint)
            for position, waiver in self.usable.items()
            if waiver.date and waiver.date.months_until(month) > LASTS_MONTHS
        ]

    def faults(self, told: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return what is wrong with the waivers, but for what is ``told`` already of the same values."""
        known = {one.path for one in told if one.code.startswith(READING)}
        return [
            fault
            for position, waiver in enumerate(self.waivers)
            for fault in self._faults_of(position, waiver)
            if known.isdisjoint(fault.path[:length] for length in range(1, len(fault.path) + 1))
        ]

    def _faults_of(self, position: int, waiver: Waiver) -> Iterator[Diagnostic]:
        for key in _NEEDED:
            if not str(getattr(waiver, key) or "").strip():
                message = f"`{key}` is missing from item {position + 1} of `waivers`, which covers nothing without it"
                yield self._unreadable("SRC006", (position, key), message, f"Add `{key}: …`.")
        if waiver.code.startswith(PRIVATE) and len(_signs(waiver.text)) < _FEWEST_SIGNS:
            what = "is missing from" if not waiver.text.strip() else "is too short in"
            message = f"`text` {what} item {position + 1} of `waivers`, so that it would cover all that is private"
            hint = "Add `text:` with all the words that may stay; of a number, with its last three characters."
            yield self._unreadable("SRC006", (position, "text"), message, hint)
        if waiver.code:
            for message, hint in _not_a_rule(waiver):
                yield self._unreadable("SRC005", (position, "rule"), message, hint)
        if waiver.date and waiver.date.first_day() > self.today:
            message = f"the waiver is of {waiver.date}, which is still to come"
            yield self._unreadable("SRC005", (position, "date"), message, "Write when it was decided.")

    def _unreadable(self, code: str, below: Path, message: str, hint: str) -> Diagnostic:
        path = ("waivers", *below)
        place = self.source.place(path)
        return Diagnostic(
            code, OF_READING[code], Severity.ERROR, message, place.text.name, place.span(), hint, path=path
        )

    def _about(self, position: int, code: str, message: str, hint: str) -> Diagnostic:
        path = ("waivers", position)
        place = self.source.place(path)
        return Diagnostic(code, NAMES[code], Severity.WARNING, message, place.text.name, place.span(), hint, path=path)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _signs(words: str) -> str:
    """Return the letters and digits of a text, which spaces and marks only set apart."""
    return "".join(filter(str.isalnum, words.casefold()))


def _is_all_of(wanted: str, words: str) -> bool:
    """Whether a waiver names what is private: a number by its end, anything else by all of its words."""
    if _a_word.search(words):
        return _word.findall(wanted) == _word.findall(words)
    return _signs(words).endswith(_signs(wanted))


def _not_a_rule(waiver: Waiver) -> Iterator[tuple[str, str]]:
    """Yield a message and a hint where a waiver names no rule whose findings can be waived."""
    if waiver.code not in KNOWN and waiver.code not in NOT_CHECKED:
        meant = similar(waiver.code)
        hint = f"{meant[:1].upper()}{meant[1:]}{'' if meant.endswith('?') else '.'}"
        yield f"`{waiver.rule}` is not the code of a rule", hint
    elif waiver.code not in KNOWN or waiver.code.startswith((*ALWAYS_TOLD, _ABOUT_WAIVERS)):
        hint = f"Delete the waiver; `publisher rules {waiver.code}` says what the code is about."
        yield f"`{waiver.rule}` is nothing that can be waived", hint
