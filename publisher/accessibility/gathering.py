"""From the manifest of a build, and the sources as they are now, to what a report says."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from publisher.accessibility.criteria import CRITERIA
from publisher.accessibility.facts import Briefing, Facts, File, Made, Remark
from publisher.build.ingredients import text_digest
from publisher.check import Checker
from publisher.checked import Checked
from publisher.collection import slug_of
from publisher.compose import compose
from publisher.compose.companions import COMPANIONS
from publisher.conformance import EDITION_CHECKS
from publisher.dates import PartialDate
from publisher.document import Chart, Document, Form, walk
from publisher.edition import Edition
from publisher.manifest import Entry, Manifest
from publisher.partnership import Partnership
from publisher.project import Project
from publisher.renderers import RENDERERS
from publisher.selection import Selection

ROLES = {
    "slides": "slides for a team meeting",
    "facilitator": "facilitator’s sheet",
    "action-plan": "action plan",
    "read-aloud": "script to read aloud",
    "email": "email",
    "handout": "handout",
}
"""What the report calls companions."""
_LANGUAGE = "en-GB"
"""The language of the report."""
_CODES = frozenset(code for criterion in CRITERIA for code in criterion.codes)


def gather(
    project: Project, partnerships: tuple[Partnership, ...], manifest: Manifest, today: datetime.date
) -> list[Facts]:
    """Return for each partnership what the manifest says of its files, and what the rules find in their sources.

    Raises PublisherError for settings that cannot be used, and for a source that cannot be opened.
    """
    checker = Checker(project, partnerships, Selection.of(project.settings), today)
    left_out = frozenset(code for code in _CODES if not checker.selection.includes(code))
    briefings: dict[str, list[Briefing]] = {one.identifier: [] for one in partnerships}
    entries = [one for one in manifest.entries.values() if one.partnership in briefings]
    for name, briefing in _briefings(checker, entries):
        briefings[name].append(briefing)
    for several in briefings.values():
        several.sort(key=lambda one: one.title.casefold())
    return [Facts(one, tuple(briefings[one.identifier]), left_out) for one in partnerships]


def _briefings(checker: Checker, entries: Iterable[Entry]) -> Iterator[tuple[str, Briefing]]:
    """Yield each briefing with its partnership; a source is checked once, as most of its text is common to all."""
    ordered = sorted(entries, key=attrgetter("source", "partnership"))
    for source, of_source in groupby(ordered, attrgetter("source")):
        path = checker.project.root / source
        checked = checker.check(path) if path.is_file() else None
        for name, of_partnership in groupby(of_source, attrgetter("partnership")):
            yield name, _briefing(checker, checked, list(of_partnership))


def _briefing(checker: Checker, checked: Checked | None, entries: list[Entry]) -> Briefing:
    """Return what was made of a source, which may have gone, for one partnership."""
    slug, owner = slug_of(Path(entries[0].source)), entries[0].partnership
    editions = checked.editions if checked else ()
    edition = next((one for one in editions if one.partnership.identifier == owner), None)
    work = edition.work if edition else None
    return Briefing(
        edition.words(edition.work.title) if edition else slug,
        work.lang if work else _LANGUAGE,
        _in_words(work.published if work else None),
        _in_words(work.review if work else None),
        tuple(_made(slug, entries, _documents(checker, checked, edition))),
        tuple(_about_formats(slug, entries)),
        tuple(_remarks(checked, owner)) if checked and edition else (),
    )


def _documents(checker: Checker, checked: Checked | None, edition: Edition | None) -> dict[str, Document]:
    """Return the documents of an edition by their stems; none where it may not be published as it is now."""
    if checked is None or edition is None or checked.blocked(edition.partnership.identifier):
        return {}
    return {document.stem: document for document in compose(edition, checker.project.house, COMPANIONS)}


def _made(slug: str, entries: Iterable[Entry], documents: dict[str, Document]) -> Iterator[Made]:
    """Yield the documents that there are files of, the main one first."""
    for stem, several in groupby(sorted(entries, key=_stem), _stem):
        document = documents.get(stem)
        said = text_digest(document) if document else ""
        yield Made(
            ROLES[stem.removeprefix(f"{slug}-")] if stem != slug else "",
            tuple(File.of(entry, is_current=entry.made_from.text == said) for entry in several),
            has_charts=document is None or _has_charts(document),
            has_fields=document is None or bool(document.fields),
        )


def _stem(entry: Entry) -> str:
    """Return what the files of a document have in common in their names."""
    return entry.file.rpartition("/")[2].removesuffix(RENDERERS[entry.format].SUFFIX)


def _has_charts(document: Document) -> bool:
    blocks = (block for section in document.sections for block in walk(section.blocks))
    return any(isinstance(block, Chart) for block in blocks)


def _about_formats(slug: str, entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the formats of the main document; what slides say stands in their handout."""
    formats = frozenset(one.format for one in entries if _stem(one) == slug and one.form != Form.SLIDES)
    for check in EDITION_CHECKS:
        for finding in check.check(formats):
            yield check.CODE, finding.message


def _remarks(checked: Checked, owner: str) -> Iterator[Remark]:
    """Yield once each what the rules behind the criteria found, without what leads to a person."""
    redaction = checked.redaction()
    found = (one for one in checked.diagnostics if one.code in _CODES and one.partnership in {None, owner})
    yield from dict.fromkeys(Remark(one.code, redaction.words(one.message), one.waived) for one in found)


def _in_words(date: PartialDate | None) -> str:
    return date.in_words(_LANGUAGE) if date else ""
