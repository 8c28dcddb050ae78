"""One briefing in the look of every partnership, as a page to look at: pictures of its pages, and what was found."""

from __future__ import annotations

import datetime
import io
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.branding import unusable_template
from publisher.branding.check import examine
from publisher.check import Checker
from publisher.checked import Checked
from publisher.compose import compose
from publisher.diagnostics import Diagnostic
from publisher.edition import Edition
from publisher.errors import PublisherError
from publisher.partnership import Partnership, identifiers
from publisher.project import Project
from publisher.renderers import pdf
from publisher.report import summary
from publisher.selection import Selection

_BLANK = Path(__file__).parent / "blank"
_SCALE = 96 / 72
"""Dots a point: a page of A4 is 794 dots wide."""
_COLOURS = 128


@dataclass(frozen=True, slots=True)
class Look:
    """What a partnership makes of the briefing: pictures of its pages, or why there are none."""

    identifier: str
    name: str
    summary: str
    findings: tuple[Diagnostic, ...]
    pages: tuple[str, ...]
    """Addresses that carry a PNG picture each."""
    problem: str


def page(project: Project, slug: str | None, selection: Selection, today: datetime.date) -> bytes:
    """Return the page as HTML that asks for no other file.

    ``slug`` names the briefing, the first one without it. Raises PublisherError where there is no such briefing, or
    no partnership.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    names = tuple(identifiers(project.templates))
    if not names:
        raise PublisherError("there is no partnership in `templates`; `publisher brand new ID` starts one")
    path = project.named((slug,) if slug else ())[0]
    examination = examine(project, names, selection, today)
    usable = tuple(_usable(project, names))
    checked = Checker(project, usable, selection, today).check(path)
    looks = [_look(name, checked, examination.diagnostics, project) for name in names]
    title = checked.work.title if checked.work else checked.source.name
    environment = Environment(
        loader=FileSystemLoader(_BLANK), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("gallery.html.j2").render(title=title, looks=looks).encode()


def _usable(project: Project, names: tuple[str, ...]) -> Iterator[Partnership]:
    for name in names:
        try:
            yield from project.partnerships((name,))
        except PublisherError:
            # What is wrong with it stands among the findings.
            continue


def _look(identifier: str, checked: Checked, found: list[Diagnostic], project: Project) -> Look:
    findings = tuple(one for one in found if one.partnership == identifier)
    edition = next((one for one in checked.editions if one.partnership.identifier == identifier), None)
    pages: tuple[str, ...] = ()
    if edition is None:
        problem = "There is nothing to show: the folder cannot be used, or leaves this briefing out."
    elif any(one.code == unusable_template.CODE and one.blocks for one in findings):
        problem = "The pages cannot be made before its files are mended."
    elif checked.blocked(identifier):
        problem = "The briefing has errors for this partnership; `publisher check` lists them."
    else:
        pages, problem = _pages(edition, project)
    name = edition.partnership.profile.name if edition else identifier
    told = summary(findings, (identifier,)).partition(": ")[2]
    return Look(identifier, name, told, findings, pages, problem)


def _pages(edition: Edition, project: Project) -> tuple[tuple[str, ...], str]:
    """Return pictures of the PDF's pages, or why there are none."""
    import pypdfium2

    try:
        data = pdf.render(compose(edition, project.house)[0], edition.partnership.brand)
    except PublisherError as error:
        return (), f"The PDF cannot be made: {error}."
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_picture(one) for one in document), ""
    finally:
        document.close()


def _picture(one: Any) -> str:
    buffer = io.BytesIO()
    one.render(scale=_SCALE).to_pil().convert("RGB").quantize(_COLOURS).save(buffer, "PNG", optimize=True)
    return f"data:image/png;base64,{b64encode(buffer.getvalue()).decode()}"
