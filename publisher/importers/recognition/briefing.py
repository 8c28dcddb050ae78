"""A briefing: a title, seven sections however they are marked, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.diagnostics import Severity
from publisher.importers._manuscript import Form, Manuscript, Paragraph, Remark
from publisher.importers.as_markdown import body, tidy
from publisher.importers.recognition._around import Around
from publisher.importers.recognition._layout import Layout, Section, lay_out
from publisher.importers.recognition._lines import addresses, even
from publisher.importers.recognition._marks import Look, find
from publisher.importers.recognition._openings import Opening, opening
from publisher.importers.recognition._recogniser import Confidence, Part, Reading, Recognised, Surroundings
from publisher.languages import is_welsh
from publisher.model import Family, Kind
from publisher.source import Data

KIND = Kind.BRIEFING

_FEWEST_LETTERS = 3
# A review of one case, or a letter that stands for a child; “learning from case reviews” is about many.
_one_review = re.compile(
    r"\b(?:case|child safeguarding practice|partnership|rapid) review\b|\bL?CSPR\b(?!s)", re.IGNORECASE
)
_letter = re.compile(r"\b(?:Baby|Child|Infant|Sibling|Young Person) [A-Z]\d?\b")

_SURE = {
    Look.NUMBERED: Confidence.HIGH,
    Look.APART: Confidence.HIGH,
    Look.HEADING: Confidence.HIGH,
    Look.RUN_IN: Confidence.MEDIUM,
    Look.BARE: Confidence.MEDIUM,
    Look.STRONG: Confidence.MEDIUM,
    Look.SHORT: Confidence.LOW,
}


def likeness(manuscript: Manuscript) -> float:
    """Return how much a manuscript looks like a briefing; what looks like nothing else is one."""
    count = len(find(even(manuscript, Surroundings())))
    return max(0.1, 1 - abs(count - 7) / 10) if count else 0.1


def recognise(manuscript: Manuscript, surroundings: Surroundings) -> Recognised:
    """Return the manuscript as the data of a briefing."""
    paragraphs = even(manuscript, surroundings)
    layout = lay_out(paragraphs, find(paragraphs), surroundings)
    if not layout.sections:
        # Without sections there is no telling what belongs where, beyond the first lines.
        layout = Layout(before=layout.before[:1], beside=layout.before[1:])
    sections = _in_order(layout.sections)
    start = opening(layout.before, layout.beside, surroundings)
    around = Around(surroundings)
    around.details(start.details)
    for block in layout.blocks:
        around.read(block)
    notes = [one for section in sections for one in section.paragraphs if one.form is Form.NOTE]
    unplaced = _in_file_order(paragraphs, [*start.rest, *around.rest, *notes])
    return Recognised(
        _data(manuscript, start, sections, around),
        unplaced,
        (*start.readings, *_numbers(sections), *_addresses(sections), *around.readings),
        tuple(_parts(sections, layout.sections)),
        (*_remarks(manuscript, start, sections, layout), *around.remarks),
    )


def _in_order(sections: Sequence[Section]) -> list[Section]:
    """Return the sections by their numbers where they have some; a layout in a circle may tell them in another."""
    numbered = all(section.mark.number is not None for section in sections)
    return sorted(sections, key=lambda section: section.mark.number or 0) if numbered else list(sections)


def _in_file_order(paragraphs: Sequence[Paragraph], chosen: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    order = {id(paragraph): position for position, paragraph in enumerate(paragraphs)}
    return tuple(sorted(chosen, key=lambda one: order.get(id(one), len(order))))


def _data(manuscript: Manuscript, start: Opening, sections: Sequence[Section], around: Around) -> dict[str, Data]:
    found: dict[str, Data] = {
        "title": start.title,
        "subtitle": start.subtitle,
        "family": Family.CASE.value if _tells_of_one_case(start, sections) else "",
        "lang": "cy" if is_welsh(manuscript.language) else "",
        **around.dates,
        "sections": [_section(section) for section in sections],
        "questions": around.questions,
        "resources": around.resources,
        "contacts": around.contacts,
        "support": around.support,
    }
    head: dict[str, Data] = {"kind": KIND.value, "status": "draft"}
    return head | {key: value for key, value in found.items() if value}


def _tells_of_one_case(start: Opening, sections: Sequence[Section]) -> bool:
    """Whether a file is about one child's case, so that what could lead to the child is looked for in its source."""
    titles = f"{start.title}\n{start.subtitle}"
    if _one_review.search(titles) or _letter.search(titles):
        return True
    text = " ".join(paragraph.text for section in sections for paragraph in section.paragraphs)
    return len(_letter.findall(text)) >= _FEWEST_LETTERS


def _section(section: Section) -> Data:
    text = [one for one in section.paragraphs if one.form is not Form.NOTE]
    return {"heading": _heading(section), "body": body(text)}


def _heading(section: Section) -> str:
    heading = section.mark.heading
    if heading is None:
        return ""
    text = tidy(heading.text).strip()
    return text.rstrip(":." if section.mark.look is Look.RUN_IN else ":").strip()


def _numbers(sections: Sequence[Section]) -> Iterator[Reading]:
    written = [section.mark.written for section in sections if section.mark.written]
    if written:
        yield Reading(" ".join(written), "the numbers of the sections, which are printed by their position")


def _addresses(sections: Sequence[Section]) -> Iterator[Reading]:
    for section in sections:
        if section.mark.heading:
            yield from addresses(section.mark.heading)


def _parts(sections: Sequence[Section], in_file: Sequence[Section]) -> Iterator[Part]:
    moved = list(sections) != list(in_file)
    for position, section in enumerate(sections):
        confidence, reason = _SURE[section.mark.look], section.mark.look.value
        if not section.paragraphs:
            confidence, reason = Confidence.LOW, f"{reason}, with no text below it"
        elif moved and sections.index(section) != in_file.index(section):
            reason += "; moved to its place by its number"
        if section.paragraphs and any(one.cell for one in section.paragraphs):
            confidence, reason = _less(confidence), f"{reason}; a table in it was taken apart"
        yield Part(("sections", position), _heading(section), confidence, reason)


def _less(confidence: Confidence) -> Confidence:
    return Confidence.MEDIUM if confidence is Confidence.HIGH else confidence


def _remarks(manuscript: Manuscript, start: Opening, sections: Sequence[Section], layout: Layout) -> Iterator[Remark]:
    if not start.title:
        known = f" The file's properties say “{manuscript.title.strip()}”." if manuscript.title.strip() else ""
        yield Remark("IMP002", Severity.WARNING, "no title was found", f"Write it at `title:`.{known}")
    if _tells_of_one_case(start, sections):
        hint = "So names, dates and places in it are looked for. Take the line out if it is about many."
        yield Remark("IMP015", Severity.INFO, "it tells of one case, and `family: case` was set", hint)
    if not sections:
        hint = (
            "Mark three or more by numbers or headings in the file and import it again, or move the text in the source."
        )
        yield Remark("IMP008", Severity.WARNING, "no sections were found", hint)
    numbers = [section.mark.number for section in layout.sections if section.mark.number]
    if numbers != sorted(numbers):
        message = f"the file tells the sections in the order {', '.join(map(str, numbers))}"
        yield Remark("IMP003", Severity.INFO, message, "They were put into the order of their numbers.")
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    for number in missing:
        hint = "Its text may stand at the end of another section; write it at its place."
        yield Remark("IMP004", Severity.WARNING, f"there is no section {number}", hint)
