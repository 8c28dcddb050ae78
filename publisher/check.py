"""Read, parse, localise, apply the rules and the waivers: the one call behind every front end."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from publisher import covering
from publisher.checked import Checked
from publisher.collection import SUFFIX, has_right_name, slug_from, slug_of
from publisher.diagnostics import Diagnostic, Edit, Finding, Fix, Severity, in_order
from publisher.edition import Edition, localise
from publisher.errors import PublisherError
from publisher.house import House
from publisher.model import Kind, Work, parse
from publisher.partnership import Partnership, Profile, identifiers, shown
from publisher.places import SourceText
from publisher.project import Project
from publisher.redaction import PRIVATE, file_name, is_private
from publisher.remembered import forget
from publisher.rules import RULES, Rule, Scope, Subject, passages, rules_for
from publisher.selection import Selection
from publisher.source import NAMES, Source, read_file
from publisher.waivers import Ledger

GARBAGE = 10_000
"""What ``gc.set_threshold`` is to be given where many files are checked.

Next to nothing of what checking makes goes round in circles; to look for such after every 700 objects, as Python does
unless told otherwise, takes a twelfth of the time.
"""
MOST_OF_ONE_RULE = 1_000
"""Findings that are told of one rule in one text; beyond that each would cost time and help nobody."""


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
    _of_profiles: Mapping[str, list[Diagnostic]] = field(init=False, repr=False)
    """The identifiers in what each partnership states."""
    _rules: Mapping[tuple[Kind, Scope], tuple[Rule, ...]] = field(init=False, repr=False)
    """The selected rules by the kind of work and by when they run."""

    def __post_init__(self) -> None:
        """Load the partnerships that are not chosen, as their names may be left over in a text."""
        object.__setattr__(self, "known", (*self.partnerships, *_not_chosen(self.project, self.partnerships)))
        object.__setattr__(self, "_profiles", tuple(one.profile for one in self.known))
        object.__setattr__(self, "_others", {own.identifier: _others(own, self.known) for own in self.partnerships})
        house = self.project.house
        profiles = {own.identifier: covering.identifiers_in_profile(own, house) for own in self.partnerships}
        told = {name: _for_partnership(self.selection.weighed(found), [], name) for name, found in profiles.items()}
        object.__setattr__(self, "_of_profiles", told)
        object.__setattr__(
            self, "_rules", {(kind, scope): self._chosen(kind, scope) for kind in Kind for scope in Scope}
        )

    def _chosen(self, kind: Kind, scope: Scope) -> tuple[Rule, ...]:
        # What is private is looked for whether it is to be told or not, as nothing else that is told may repeat it.
        return tuple(
            rule
            for rule in rules_for(kind)
            if rule.SCOPE in {scope, Scope.BOTH} and (self.selection.includes(rule.CODE) or is_private(rule.CODE))
        )

    def check(self, path: Path) -> Checked:
        """Return what is to be said about the source in a file; raises PublisherError if it cannot be opened."""
        checked = self.check_source(read_file(path, shown(path, self.project.root)), path)
        of_name = covering.identifiers_in_name(checked.source, path.stem, self.project.house)
        told = self.selection.applied(of_name)
        told += [] if has_right_name(path) else [_wrong_name(checked.source, path)]
        return replace(checked, diagnostics=(*told, *checked.diagnostics)) if told else checked

    def check_source(self, source: Source, path: Path) -> Checked:
        """Return what is to be said about a source that stands, or would stand, in the file ``path``."""
        forget()
        work, diagnostics = parse(source)
        if work is None:
            diagnostics += self._beside(source.text, source, diagnostics)
            return Checked(path, source, None, (), tuple(in_order(diagnostics)), self.project.house)
        subject = Subject(work, self.today, None, passages(work))
        common = [*diagnostics, *_unknown_support(work, source, self.project.house)]
        common += self._apply(Scope.BRIEFING, subject, source, common)
        common += self._beside(source.text, source, common)
        found, editions, local = list(common), list[Edition](), list[Source]()
        for partnership in self.partnerships:
            overlay = self.project.overlay(slug_of(path), partnership)
            localised = localise(slug_of(path), source, work, partnership, overlay)
            found += _for_partnership(self.selection.applied(localised.diagnostics), common, partnership.identifier)
            found += self._of_profiles[partnership.identifier]
            if localised.edition:
                editions.append(localised.edition)
                found += self._edition(localised.edition, subject, common)
            if overlay:
                local.append(overlay)
                merged = localised.edition.source if localised.edition else Source(overlay.text)
                of_notes = self._beside(overlay.text, merged, localised.diagnostics)
                found += _for_partnership(of_notes, common, partnership.identifier)
        private = tuple(one for one in found if is_private(one.code))
        found = [one for one in found if self.selection.includes(one.code)]
        checked = Checked(path, source, work, tuple(editions), tuple(found), self.project.house, private, tuple(local))
        if any(one.waivers for one in (work, *(edition.work for edition in editions))):
            found = self._waive(checked, work)
        return replace(checked, diagnostics=tuple(in_order(found)))

    def _beside(self, text: SourceText, source: Source, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return what is told of identifiers that stand beside the values of a source."""
        return self.selection.applied(covering.identifiers_beside(text, source, found, self.project.house))

    def _waive(self, checked: Checked, work: Work) -> list[Diagnostic]:
        """Return the diagnostics with those marked that a waiver covers, and what is wrong with the waivers."""
        texts = checked.texts()
        common = Ledger(checked.source, work.waivers, texts, self.today)
        local = {
            edition.partnership.identifier: Ledger(edition.source, edition.work.waivers, texts, self.today)
            for edition in checked.editions
            if edition.work.waivers != work.waivers
        }
        used: dict[str | None, set[int]] = {name: set() for name in (None, *local)}
        found: list[Diagnostic] = []
        for one in checked.diagnostics:
            owner = one.partnership if one.partnership in local else None
            found += local.get(owner or "", common).apply([one], used[owner])
        of_waivers: list[Diagnostic] = []
        for name, ledger in ((None, common), *local.items()):
            told = ledger.unused(used[name], self._ran(checked.path, work, whole=name is None)) + ledger.expired()
            told = self.selection.applied([*told, *ledger.faults(checked.diagnostics)])
            of_waivers += _for_partnership(told, of_waivers, name) if name else told
        return found + of_waivers

    def _ran(self, path: Path, work: Work, *, whole: bool) -> list[str]:
        """Return the codes of the rules that have spoken; those about editions only if every partnership was there.

        None has spoken to the end where a partnership that was not chosen has a local edition. A rule for other kinds
        of documents has nothing to say of this one.
        """
        everyone = whole and len(self.partnerships) == len(self.project.partnership_names())
        if whole and not everyone and any(self.project.overlay(slug_of(path), one) for one in self._not_looked_at()):
            return []
        scopes = set(Scope) if everyone else {Scope.BRIEFING}
        own = rules_for(work.kind)
        spoken = (rule for rule in RULES if rule.SCOPE in scopes or rule not in own)
        return [rule.CODE for rule in spoken if self.selection.includes(rule.CODE)]

    def _not_looked_at(self) -> Iterable[Partnership]:
        names = self.project.partnership_names()
        return (one for one in self.known if one not in self.partnerships and one.identifier in names)

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
        return _for_partnership(found, common, edition.partnership.identifier)

    def _apply(self, scope: Scope, subject: Subject, source: Source, before: list[Diagnostic]) -> list[Diagnostic]:
        """Return what the rules of that scope say, except of values that ``before`` already calls unreadable."""
        unreadable = covering.unreadable(before)
        profile = subject.edition.partnership.source if subject.edition else source
        told: list[Diagnostic] = []
        for rule in self._rules[subject.work.kind, scope]:
            # All that is private is told, as what is told is what gets covered.
            most = None if rule.CODE.startswith(PRIVATE) else MOST_OF_ONE_RULE + 1
            found = list(islice(rule.check(subject, self.project.house), most))
            if found:
                readable = [
                    _placed(finding, rule, self.selection, profile if finding.in_profile else source)
                    for finding in found
                    if finding.in_profile or not covering.is_below(finding.path, unreadable)
                ]
                told += readable if most is None else _first(readable)
        return told


def _first(found: list[Diagnostic]) -> list[Diagnostic]:
    """Return as many findings of one rule as anybody will read, the last with a word that there are more."""
    if len(found) <= MOST_OF_ONE_RULE:
        return found
    last = found[MOST_OF_ONE_RULE - 1]
    hint = f"{last.hint} There are more than {MOST_OF_ONE_RULE:,} of these; mend some and check again."
    return [*found[: MOST_OF_ONE_RULE - 1], replace(last, hint=hint.strip())]


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


def _wrong_name(source: Source, path: Path) -> Diagnostic:
    """Return the finding about a file that is called otherwise than the format asks."""
    message = f"`{file_name(Path(source.name).name)}` is not a name for a briefing's file"
    hint = f"Call it `{slug_from(file_name(path.stem)) or 'neglect'}{SUFFIX}`: small letters, digits and hyphens."
    return Diagnostic("SRC005", NAMES["SRC005"], Severity.ERROR, message, source.name, source.text.span(0, 0), hint)


def _for_partnership(found: Iterable[Diagnostic], common: list[Diagnostic], partnership: str) -> list[Diagnostic]:
    """Return the diagnostics that the common text does not have already, with the partnership's name."""
    known = set(common)
    return [_of(one, partnership) for one in found if one not in known]


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
