"""``publisher brand check`` without a terminal: everything that is to be said about partnerships' folders."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from publisher import assets, covering
from publisher.brand import find
from publisher.branding import CHECKS, Folder, Letters, register, unusable_template
from publisher.branding.reading import read
from publisher.check import Checker
from publisher.checked import Checked
from publisher.diagnostics import Diagnostic, Severity, Span, in_order
from publisher.edition import Edition
from publisher.partnership import shown
from publisher.places import SourceText
from publisher.project import Project
from publisher.rules import Part, passages, unchecked_link
from publisher.selection import Selection
from publisher.source import NAMES

_FAMILIES = ("SRC", "BRD", "LNK", "MET", "ACC")
"""The rules that are about what stands in a partnership's folder."""
_TEXTS = frozenset({".yml", ".yaml", ".css", ".j2", ".svg"})


@dataclass(frozen=True, slots=True)
class Examination:
    """What is to be said about some folders, and the texts that it is about."""

    diagnostics: list[Diagnostic]
    texts: dict[str, SourceText]
    files: tuple[str, ...]
    """The names of those that were looked at."""


def examine(project: Project, identifiers: tuple[str, ...], selection: Selection, today: datetime.date) -> Examination:
    """Return what is wrong with the partnerships' folders, and with what the briefings make of them.

    Raises PublisherError for a partnership that has no folder.
    """
    readings = {identifier: read(project, identifier) for identifier in identifiers}
    folders = [folder for folder, _ in readings.values() if folder]
    chosen = replace(selection, select=selection.select or _FAMILIES)
    checker = Checker(project, tuple(folder.partnership for folder in folders), chosen, today)
    checked = [checker.check(path) for path in _sources(project)]
    by_register = register.diagnostics(folders, checker, checked)
    found: list[Diagnostic] = []
    for identifier, (folder, of_files) in readings.items():
        of_folder = [one for one in of_files if selection.includes(one.code)]
        if folder:
            complete = replace(folder, letters=_letters(checked, folder))
            of_folder += _by_checks(complete, selection)
            # With a part that cannot be used, the look would only tell the same again.
            if not any(one.blocks for one in of_folder):
                of_folder += [_without_look(folder)] if folder.problem else _by_trial(folder, project, selection)
            by_rules = [*by_register.get(identifier, []), *_by_rules(folder, checked, project.root)]
            of_folder += [one for one in by_rules if selection.includes(one.code)]
            of_folder = _without_unopened(of_folder, folder)
            of_notes = covering.identifiers_in_profile(folder.partnership, project.house)
            of_folder += [one for one in selection.applied(of_notes) if one not in of_folder]
        found += [replace(one, partnership=identifier) for one in of_folder]
    files = tuple(name for identifier in identifiers for name in _files(project, identifier))
    return _redacted(Examination(in_order(found), _texts(found, project.root), files), checked)


def _redacted(examination: Examination, checked: list[Checked]) -> Examination:
    """Return what is to be said without what leads to a person, be it in a local edition."""
    spoken_of = {one.file for one in examination.diagnostics}
    found, texts = examination.diagnostics, examination.texts
    for result in checked:
        if any(local.name in spoken_of for local in result.local):
            redaction = result.redaction()
            found = list(map(redaction.diagnostic, found))
            texts = {name: redaction.source(text) for name, text in texts.items()}
    return replace(examination, diagnostics=found, texts=texts)


def _sources(project: Project) -> list[Path]:
    """Return the briefings; a project may have partnerships before it has any."""
    return project.sources() if project.briefings.is_dir() and any(project.briefings.rglob("*.yaml")) else []


def _letters(checked: list[Checked], folder: Folder) -> Letters:
    """Return the characters of a partnership's editions and of what it states of itself."""
    profile = folder.profile
    labels = [contact.label for contact in profile.contacts.values()]
    text = set("".join([profile.name, profile.short_name, profile.series, profile.accessible_formats, *labels]))
    headings = set(profile.series)
    for edition in (edition for result in checked for edition in result.editions):
        if edition.partnership.identifier == folder.identifier:
            of_edition = _letters_of(edition)
            text |= of_edition.text
            headings |= of_edition.headings
    return Letters(frozenset(text), frozenset(headings))


def _letters_of(edition: Edition) -> Letters:
    printed = passages(edition.work)
    headings = (one.prose.text for one in printed if one.part in {Part.TITLE, Part.HEADING})
    return Letters(frozenset("".join(one.prose.text for one in printed)), frozenset("".join(headings)))


def _by_checks(folder: Folder, selection: Selection) -> Iterator[Diagnostic]:
    """Yield what the checks of folders say."""
    for check in CHECKS:
        for one in check.check(folder) if selection.includes(check.CODE) else ():
            place = folder.place(one.path, in_profile=one.in_profile)
            weight = selection.severity(check.CODE, one.severity or check.SEVERITY)
            file, span = place.text.name, place.span()
            yield Diagnostic(check.CODE, check.NAME, weight, one.message, file, span, one.hint, one.path)


def _by_trial(folder: Folder, project: Project, selection: Selection) -> Iterator[Diagnostic]:
    """Yield what is wrong with a document made in the partnership's look."""
    for trouble in unusable_template.troubles(folder, project.settings.page_budget):
        if selection.includes(trouble.code):
            weight = selection.severity(trouble.code, trouble.severity)
            file, span = shown(trouble.file, project.root), Span(trouble.line, 1, trouble.line, 1)
            told = trouble.finding
            yield Diagnostic(trouble.code, trouble.name, weight, told.message, file, span, told.hint, told.path)


def _without_look(folder: Folder) -> Diagnostic:
    """Return what keeps the look from being used, where no check has a place for it: colours that name each other."""
    place = folder.place(("color",))
    hint = "Mend it; the look cannot be tried before."
    name, span = NAMES["SRC005"], place.span()
    return Diagnostic("SRC005", name, Severity.ERROR, folder.problem, place.text.name, span, hint, ("color",))


def _by_rules(folder: Folder, checked: list[Checked], root: Path) -> Iterator[Diagnostic]:
    """Yield what the rules say of files of the folder, the local editions among them."""
    places = tuple(f"{shown(own, root)}/" for own in folder.own)
    for result in checked:
        for one in result.diagnostics:
            if one.partnership == folder.identifier and one.file.startswith(places) and not one.waived:
                yield one


def _without_unopened(found: list[Diagnostic], folder: Folder) -> list[Diagnostic]:
    """Return the findings without those on when an address was last opened that is still to be filled."""
    keys = {path[:2] for path in register.unfilled(folder)}
    return [one for one in found if one.code != unchecked_link.CODE or one.path[:2] not in keys]


def _texts(found: list[Diagnostic], root: Path) -> dict[str, SourceText]:
    """Return the texts of the files that are spoken of, as far as they are text and may be read."""
    texts: dict[str, SourceText] = {}
    for name in {one.file for one in found}:
        path = find((root,), name)
        if path and path.suffix in _TEXTS and path.stat().st_size <= assets.limit(path):
            text = path.read_text("utf-8", errors="replace")
            shown_text = (character if character.isprintable() or character in "\r\n\t" else "�" for character in text)
            texts[name] = SourceText(name, "".join(shown_text))
    return texts


def _files(project: Project, identifier: str) -> list[str]:
    return [shown(path, project.root) for path in sorted((project.templates / identifier).rglob("*")) if path.is_file()]
