"""Read, parse, localise, apply the rules and the waivers: the one call behind every front end."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from publisher.diagnostics import Diagnostic, Edit, Finding, Fix, Severity, in_order
from publisher.edition import Edition, localise
from publisher.errors import PublisherError
from publisher.house import House
from publisher.model import Kind, Work, parse
from publisher.partnership import Partnership, Profile, identifiers, shown
from publisher.places import SourceText
from publisher.project import Project, Settings, slug_of
from publisher.remembered import forget
from publisher.rules import Rule, Scope, Subject, passages, rules_for
from publisher.source import NAMES, Source, read_file
from publisher.waivers import Ledger


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run and how much they weigh; a code or its first letters names rules."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()

    @classmethod
    def of(cls, settings: Settings, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Selection:
        """Return the settings' selection with what the command line adds or puts in its place."""
        severities = tuple(settings.severities.items())
        return cls(select or settings.select, (*settings.ignore, *ignore), severities)

    def includes(self, code: str) -> bool:
        """Whether the rule of that code runs."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))

    def severity(self, code: str, usual: Severity) -> Severity:
        """Return the weight of a rule's findings."""
        return dict(self.severities).get(code, usual)


@dataclass(frozen=True, slots=True)
class Checked:
    """A source with all that is to be said about it, and its editions."""

    path: Path
    source: Source
    work: Work | None
    editions: tuple[Edition, ...]
    diagnostics: tuple[Diagnostic, ...]

    def blocked(self, partnership: str, *, strict: bool = False) -> bool:
        """Whether a finding keeps the edition of that partnership from being published."""
        return any(
            (found.blocks or (strict and found.severity is Severity.WARNING and not found.waived))
            and found.partnership in {None, partnership}
            for found in self.diagnostics
        )

    def texts(self) -> dict[str, SourceText]:
        """Return the text of each file that the source and its editions were read from, by name."""
        sources = [self.source, *(edition.source for edition in self.editions)]
        sources += [edition.partnership.source for edition in self.editions]
        return {place.text.name: place.text for source in sources for place in source.values.values()} | {
            self.source.name: self.source.text
        }


@dataclass(frozen=True, slots=True)
class Checker:
    """Everything that stays the same from one source to the next."""

    project: Project
    partnerships: tuple[Partnership, ...]
    selection: Selection
    today: datetime.date
    known: tuple[Partnership, ...] = field(init=False, repr=False)
    """The partnerships, and those that the project has a folder of but are not chosen."""
    _profiles: tuple[Profile, ...] = field(init=False, repr=False)
    _others: Mapping[str, tuple[Profile, ...]] = field(init=False, repr=False)
    """What the others than each partnership and those that it inherits from state."""
    _rules: Mapping[tuple[Kind, Scope], tuple[Rule, ...]] = field(init=False, repr=False)
    """The selected rules by the kind of work and by when they run."""

    def __post_init__(self) -> None:
        """Load the partnerships that are not chosen, as their names may be left over in a text."""
        object.__setattr__(self, "known", (*self.partnerships, *_not_chosen(self.project, self.partnerships)))
        object.__setattr__(self, "_profiles", tuple(one.profile for one in self.known))
        object.__setattr__(self, "_others", {own.identifier: _others(own, self.known) for own in self.partnerships})
        object.__setattr__(
            self, "_rules", {(kind, scope): self._chosen(kind, scope) for kind in Kind for scope in Scope}
        )

    def _chosen(self, kind: Kind, scope: Scope) -> tuple[Rule, ...]:
        return tuple(
            rule for rule in rules_for(kind) if rule.SCOPE in {scope, Scope.BOTH} and self.selection.includes(rule.CODE)
        )

    def check(self, path: Path) -> Checked:
        """Return what is to be said about the source in a file; raises PublisherError if it cannot be opened."""
        return self.check_source(read_file(path, shown(path, self.project.root)), path)

    def check_source(self, source: Source, path: Path) -> Checked:
        """Return what is to be said about a source that stands, or would stand, in the file ``path``."""
        forget()
        work, diagnostics = parse(source)
        if work is None:
            return Checked(path, source, None, (), tuple(in_order(diagnostics)))
        common = [*diagnostics, *_unknown_support(work, source, self.project.house)]
        subject = Subject(work, self.today, None, passages(work))
        common += self._apply(Scope.BRIEFING, subject, source, common)
        editions: list[Edition] = []
        found = list(common)
        for partnership in self.partnerships:
            overlay = self.project.overlay(slug_of(path), partnership)
            localised = localise(slug_of(path), source, work, partnership, overlay)
            told = [
                one for one in localised.diagnostics if one.code.startswith("SRC") or self.selection.includes(one.code)
            ]
            found += _for_partnership(told, common, partnership)
            if localised.edition:
                editions.append(localised.edition)
                found += self._edition(localised.edition, subject, common)
        checked = Checked(path, source, work, tuple(editions), tuple(found))
        if any(one.waivers for one in (work, *(edition.work for edition in editions))):
            found = self._waive(checked, work)
        return replace(checked, diagnostics=tuple(in_order(found)))

    def _waive(self, checked: Checked, work: Work) -> list[Diagnostic]:
        """Return the diagnostics with those marked that a waiver covers, and what is wrong with the waivers."""
        texts = checked.texts()
        common = Ledger(checked.source, work.waivers, texts)
        local = {
            edition.partnership.identifier: Ledger(edition.source, edition.work.waivers, texts)
            for edition in checked.editions
            if edition.work.waivers != work.waivers
        }
        used: dict[str | None, set[int]] = {name: set() for name in (None, *local)}
        found: list[Diagnostic] = []
        for one in checked.diagnostics:
            owner = one.partnership if one.partnership in local else None
            found += local.get(owner or "", common).apply([one], used[owner])
        for name, ledger in ((None, common), *local.items()):
            found += ledger.unused(used[name], self._ran(work, whole=name is None)) + ledger.expired(self.today)
        return found

    def _ran(self, work: Work, *, whole: bool) -> list[str]:
        """Return the codes of the rules that have spoken; those about editions only if every partnership was there."""
        everyone = whole and len(self.partnerships) == len(self.project.partnership_names())
        scopes = set(Scope) if everyone else {Scope.BRIEFING}
        return [
            rule.CODE for rule in rules_for(work.kind) if rule.SCOPE in scopes and self.selection.includes(rule.CODE)
        ]

    def _edition(self, edition: Edition, common_subject: Subject, common: list[Diagnostic]) -> list[Diagnostic]:
        """Return what is wrong with one partnership's edition beyond what is wrong with the common text."""
        same = edition.work is common_subject.work
        subject = replace(
            common_subject,
            work=edition.work,
            edition=edition,
            passages=common_subject.passages if same else passages(edition.work),
            others=self._others[edition.partnership.identifier],
            known=self._profiles,
        )
        found = self._apply(Scope.EDITION, subject, edition.source, common)
        if not same:
            found += self._apply(
                Scope.BRIEFING, replace(subject, edition=None, others=(), known=()), edition.source, common
            )
            found += _unknown_support(edition.work, edition.source, self.project.house)
        return _for_partnership(found, common, edition.partnership)

    def _apply(self, scope: Scope, subject: Subject, source: Source, before: list[Diagnostic]) -> list[Diagnostic]:
        """Return what the rules of that scope say, except of values that ``before`` already calls unreadable."""
        unreadable = {one.path for one in before if one.code.startswith("SRC") and one.path}
        profile = subject.edition.partnership.source if subject.edition else source
        return [
            _placed(finding, rule, self.selection, profile if finding.in_profile else source)
            for rule in self._rules[subject.work.kind, scope]
            for finding in rule.check(subject, self.project.house)
            if finding.in_profile or not any(finding.path[: len(path)] == path for path in unreadable)
        ]


def _others(own: Partnership, known: tuple[Partnership, ...]) -> tuple[Profile, ...]:
    family = {own.identifier, *(folder.name for folder in own.brand.folders)}
    return tuple(one.profile for one in known if one.identifier not in family)


def _not_chosen(project: Project, chosen: tuple[Partnership, ...]) -> list[Partnership]:
    """Return the partnerships of the project's other folders; one that cannot be used is left out."""
    found: list[Partnership] = []
    names = {one.identifier for one in chosen}
    for name in identifiers(project.templates):
        if name not in names:
            with suppress(PublisherError):
                found += project.partnerships((name,))
    return found


def _for_partnership(
    found: Iterable[Diagnostic], common: list[Diagnostic], partnership: Partnership
) -> list[Diagnostic]:
    """Return the diagnostics that the common text does not have already, with the partnership's name."""
    known = set(common)
    return [_of(one, partnership.identifier) for one in found if one not in known]


def _of(one: Diagnostic, partnership: str) -> Diagnostic:
    # A text may have as many of these as it has marks, and `replace` takes five times as long.
    return Diagnostic(
        one.code,
        one.name,
        one.severity,
        one.message,
        one.file,
        one.span,
        one.hint,
        one.path,
        partnership,
        one.waived,
        one.fix,
    )


def _placed(finding: Finding, rule: Rule, selection: Selection, source: Source) -> Diagnostic:
    place = source.place(finding.path, key=finding.key)
    span = place.span(finding.start, finding.end)
    severity = selection.severity(rule.CODE, finding.severity or rule.SEVERITY)
    fix = Fix("safe", (Edit(span, finding.replacement),)) if finding.replacement is not None else None
    return Diagnostic(
        rule.CODE, rule.NAME, severity, finding.message, place.text.name, span, finding.hint, finding.path, fix=fix
    )


def _unknown_support(work: Work, source: Source, house: House) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for index, key in enumerate(work.support):
        if key not in house.support:
            place = source.place(("support", index))
            message = f"`{key}` is not a support line of the house list"
            hint = f"It is one of {', '.join(f'`{name}`' for name in house.support)}."
            found.append(
                Diagnostic(
                    "SRC005",
                    NAMES["SRC005"],
                    Severity.ERROR,
                    message,
                    place.text.name,
                    place.span(),
                    hint,
                    ("support", index),
                )
            )
    return found
