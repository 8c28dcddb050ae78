"""Sources to jobs: checked, localised, composed. Loaded only when something has to be checked or made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from publisher.build.ingredients import Ingredients
from publisher.build.order import Order
from publisher.build.planning import plan
from publisher.build.record import Edition as PlannedEdition
from publisher.build.record import Record
from publisher.build.work import Job
from publisher.check import Checker
from publisher.checked import Checked
from publisher.collection import slug_of
from publisher.compose import compose
from publisher.conformance import CHECKS, EDITION_CHECKS, Check, EditionCheck
from publisher.diagnostics import Diagnostic, Severity
from publisher.document import Form
from publisher.edition import Edition, localise
from publisher.manifest import Noted
from publisher.model import Briefing, parse
from publisher.partnership import Partnership, shown
from publisher.redaction import Redaction, is_private, may_show_line
from publisher.selection import Selection
from publisher.source import read_file


class Sources:
    """The sources of one order, with all that is the same for each."""

    def __init__(self, order: Order) -> None:
        """Read nothing yet: what is not asked for need not be read."""
        self._order = order
        self._project = order.project
        self._selection = Selection.of(order.project.settings)
        self._partnerships: dict[str, Partnership] = {}
        self.ingredients = Ingredients()

    @cached_property
    def _checker(self) -> Checker:
        names = tuple(dict.fromkeys(self._order.partnerships)) or self._project.partnership_names()
        return Checker(self._project, self._chosen(names), self._selection, self._order.today)

    def _chosen(self, names: tuple[str, ...]) -> tuple[Partnership, ...]:
        missing = tuple(name for name in names if name not in self._partnerships)
        if missing:
            self._partnerships |= {one.identifier: one for one in self._project.partnerships(missing)}
        return tuple(self._partnerships[name] for name in names)

    def record(self, path: Path) -> Record:
        """Check a source and return what is found and what is to be made of it.

        Raises PublisherError for a source, and for a partnership's folder, that cannot be read.
        """
        checked = self._checker.check(path)
        redaction = checked.redaction()
        told = tuple(
            replace(redaction.diagnostic(one), fix=None)
            for one in checked.diagnostics
            if one.severity is not Severity.INFO
        )
        strict = self._order.strict
        editions = tuple(
            self._planned(edition, job)
            for edition in checked.editions
            if not checked.blocked(edition.partnership.identifier, strict=strict)
            for job in self._of(edition)
        )
        faulty = any(self._blocks(one) for one in checked.diagnostics)
        return Record(checked.source.name, faulty, told, _lines(checked, told, redaction), editions)

    def _blocks(self, one: Diagnostic) -> bool:
        return one.blocks or (self._order.strict and one.severity is Severity.WARNING and not one.waived)

    def _planned(self, edition: Edition, job: Job) -> PlannedEdition:
        document = job.document
        # A companion has the formats that it is of use in, and what slides say stands in their handout.
        alone = not document.companion and document.form is not Form.SLIDES
        found = self._about_formats(job, edition) if self._order.whole and alone else ()
        return PlannedEdition(job.brand.identifier, document.identifier, document.stem, job.targets, tuple(found))

    def jobs(self, path: Path, partnerships: tuple[str, ...] = ()) -> Iterator[Job]:
        """Yield the jobs of a source, planned but not checked, for all partnerships or for some.

        Raises PublisherError as ``record`` does.
        """
        for edition in self._editions(path, partnerships):
            yield from self._of(edition)

    def _editions(self, path: Path, partnerships: tuple[str, ...] = ()) -> Iterator[Edition]:
        source = read_file(path, shown(path, self._project.root))
        work, _ = parse(source)
        slug = slug_of(path)
        chosen = self._chosen(partnerships) if partnerships else self._checker.partnerships
        for partnership in chosen if work else ():
            overlay = self._project.overlay(slug, partnership)
            if work and (edition := localise(slug, source, work, partnership, overlay).edition):
                yield edition

    def _of(self, edition: Edition) -> Iterator[Job]:
        order, project = self._order, self._project
        budget = project.settings.page_budget
        brand = replace(edition.partnership.brand, pdf_standard=order.pdf_standard, page_budget=budget)
        if isinstance(edition.work, Briefing) and edition.work.layout:
            brand = replace(brand, layout=edition.work.layout.value)
        allowed = self._allowed(edition)
        companions = (*edition.partnership.profile.companions, *order.companions)
        for document in compose(edition, project.house, companions):
            job = Job(document, brand, edition.source.name, budget, allowed)
            yield plan(job, order.formats, self.ingredients)

    def _allowed(self, edition: Edition) -> frozenset[str]:
        """Return the codes of the checks of files that do not keep this edition from being published."""
        selection = self._selection
        blocking = {Severity.ERROR, Severity.WARNING} if self._order.strict else {Severity.ERROR}
        waived = {waiver.code for waiver in edition.work.waivers}
        return frozenset(
            check.CODE
            for check in CHECKS
            if check.CODE in waived
            or not selection.includes(check.CODE)
            or selection.severity(check.CODE, check.SEVERITY) not in blocking
        )

    def _about_formats(self, job: Job, edition: Edition) -> Iterator[Diagnostic]:
        formats = frozenset(target.format for target in job.targets)
        for check in EDITION_CHECKS:
            if self._selection.includes(check.CODE):
                for one in check.check(formats):
                    yield self._diagnostic(Noted(check.CODE, one.path, one.message, one.hint), edition)

    def about_files(self, path: Path, noted: dict[tuple[str, str], list[Noted]]) -> Iterator[Diagnostic]:
        """Yield what was found in the files of a source, given by partnership and slug, with its place."""
        for edition in self._editions(path, tuple(dict.fromkeys(partnership for partnership, _ in noted))):
            for one in noted.get((edition.partnership.identifier, edition.slug), ()):
                yield self._diagnostic(one, edition)

    def _diagnostic(self, noted: Noted, edition: Edition) -> Diagnostic:
        checks: tuple[Check | EditionCheck, ...] = (*CHECKS, *EDITION_CHECKS)
        check = next(one for one in checks if noted.code == one.CODE)
        place = edition.source.place(noted.path)
        return Diagnostic(
            noted.code,
            check.NAME,
            self._selection.severity(noted.code, check.SEVERITY),
            noted.message,
            place.text.name,
            place.span(),
            noted.hint,
            noted.path,
            edition.partnership.identifier,
            waived=any(waiver.code == noted.code for waiver in edition.work.waivers),
        )


def _lines(checked: Checked, told: tuple[Diagnostic, ...], redaction: Redaction) -> dict[str, dict[int, str]]:
    """Return the lines that findings stand on, covered, but for those that may not be shown at all."""
    wanted: dict[str, set[int]] = {}
    for one in told:
        if not one.waived and may_show_line(one.code):
            # What is covered is found again by all of its lines.
            last = one.span.end_line if is_private(one.code) else one.span.line
            wanted.setdefault(one.file, set()).update(range(one.span.line, last + 1))
    texts = {name: redaction.source(text) for name, text in checked.texts().items() if name in wanted}
    return {name: {number: text.line(number) for number in sorted(wanted[name])} for name, text in texts.items()}
