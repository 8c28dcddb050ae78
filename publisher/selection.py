"""Which rules speak, and how much their findings weigh: from the settings and the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from publisher.codes import ALWAYS_TOLD, refuse_always_told, refuse_unknown
from publisher.collection import SETTINGS
from publisher.diagnostics import Diagnostic, Severity
from publisher.project import Settings


def _in_capitals(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in codes)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run and how much they weigh; a code or its first letters names rules."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()

    @classmethod
    def of(cls, settings: Settings, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Selection:
        """Return the settings' selection with what the command line adds or puts in its place.

        Raises PublisherError for a code that there is not, and for one that cannot be left out.
        """
        chosen, left_out = map(_in_capitals, (settings.select, settings.ignore))
        weights = dict(zip(_in_capitals(settings.severities), settings.severities.values(), strict=True))
        named = {"select": chosen, "ignore": left_out, "severities": tuple(weights)}
        where = {f"`{key}` in `{SETTINGS}`": codes for key, codes in named.items()}
        for place, codes in {"`--select`": select, "`--ignore`": ignore, **where}.items():
            refuse_unknown(codes, place)
            if "select" not in place:
                refuse_always_told(codes, place)
        return cls(select or chosen, (*left_out, *ignore), tuple(weights.items()))

    def includes(self, code: str) -> bool:
        """Whether the rule of that code runs."""
        if code.startswith(ALWAYS_TOLD):
            return True
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))

    def severity(self, code: str, usual: Severity) -> Severity:
        """Return the weight of a rule's findings: that of the longest beginning of its code, else the usual one."""
        fitting = [one for one in self.severities if code.startswith(one[0]) and not code.startswith(ALWAYS_TOLD)]
        return max(fitting, key=lambda one: len(one[0]))[1] if fitting else usual

    def applied(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return what is told of findings that come from no rule, with their weight."""
        return self.weighed(one for one in found if self.includes(one.code))

    def weighed(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return findings with their weight, be they told or not."""
        return [replace(one, severity=self.severity(one.code, one.severity)) for one in found]
