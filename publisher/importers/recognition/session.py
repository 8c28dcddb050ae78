"""A learning session: a title, its aims, and a slide for each heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.diagnostics import Severity
from publisher.importers._manuscript import Form, Manuscript, Paragraph, Remark
from publisher.importers.as_markdown import body, line, tidy
from publisher.importers.recognition._recogniser import Confidence, Part, Reading, Recognised, Surroundings
from publisher.model import Kind
from publisher.source import Data

KIND = Kind.SESSION

_FEWEST_FIGURES = 3
_aims = re.compile(r"\b(?:aims?|objectives?|learning outcomes?|nodau|amcanion)\b", re.IGNORECASE)
_activity = re.compile(
    r"\b(?:group work|activity|activities|exercise|discussion|in (?:pairs|groups)|reflection|gweithgaredd)\b",
    re.IGNORECASE,
)
_slides = re.compile(r"\b(?:animation|group work|slide|aims of the session|e-?learning|speaker notes)\b", re.IGNORECASE)
_number = re.compile(r"\s*(\d{1,2})\s*[.):]\s+(?=\S)")
_percent_first = re.compile(r"\s*(?P<value>\d{1,3}(?:\.\d+)?)\s?%\s+(?:of\s+)?(?P<label>\S.*)", re.DOTALL)
_percent_last = re.compile(r"\s*(?P<label>\S.*?)\s*[:–—-]\s*(?P<value>\d{1,3}(?:\.\d+)?)\s?%\s*", re.DOTALL)


def likeness(manuscript: Manuscript) -> float:
    """Return how much a manuscript looks like a deck: many headings, few words under each."""
    headings = [one for one in manuscript.paragraphs if one.form in {Form.HEADING, Form.TITLE}]
    told = sum(bool(_slides.search(one.text)) for one in headings)
    if len(headings) < 6 or not told:
        return 0.0
    states_aims = any(_aims.search(one.text) for one in headings)
    return min(1.0, 0.4 + 0.15 * told + 0.5 * states_aims)


def recognise(manuscript: Manuscript, surroundings: Surroundings) -> Recognised:  # noqa: ARG001 - a deck names nobody
    """Return the manuscript as the data of a session."""
    groups = _by_heading(manuscript.paragraphs)
    before, titled = groups[0][1], groups[1:]
    title = ""
    aims: list[Data] = []
    slides: list[Data] = []
    readings: list[Reading] = []
    parts: list[Part] = []
    for position, (heading, under) in enumerate(titled):
        if position == 0 and not under:
            title = tidy(heading.text).strip()
        elif not aims and not slides and _aims.search(heading.text) and under:
            aims += [line(one.runs) for one in under]
            parts.append(Part(("aims",), tidy(heading.text), Confidence.HIGH, "its heading says so"))
            readings.append(Reading(heading.text, "aims"))
        else:
            slide, read, reason = _slide(heading, under)
            path = ("slides", len(slides))
            slides.append(slide)
            readings += read
            parts.append(Part(path, tidy(heading.text), Confidence.HIGH if under else Confidence.LOW, reason))
    if not title:
        title = manuscript.title
    data: dict[str, Data] = {"kind": KIND.value, "title": title, "aims": aims, "slides": slides}
    remarks = () if title else (_no_title(manuscript),)
    return Recognised(
        {key: value for key, value in data.items() if value}, tuple(before), tuple(readings), tuple(parts), remarks
    )


def _no_title(manuscript: Manuscript) -> Remark:
    hint = "Add `title:`; the file's first heading has text under it and became a slide."
    return Remark("IMP002", Severity.WARNING, f"`{manuscript.name}` has no title", hint)


def _by_heading(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, list[Paragraph]]]:
    """Return each heading with what stands under it; the first group, whose heading is nothing, stands before all."""
    groups: list[tuple[Paragraph, list[Paragraph]]] = [(Paragraph((), ""), [])]
    for one in paragraphs:
        if one.form in {Form.HEADING, Form.TITLE}:
            groups.append((one, []))
        else:
            groups[-1][1].append(one)
    return groups


def _slide(heading: Paragraph, under: list[Paragraph]) -> tuple[dict[str, Data], list[Reading], str]:
    """Return a slide, the words that became something else, and what it was recognised by."""
    words = tidy(heading.text).strip()
    number = _number.match(words)
    if number:
        slide: dict[str, Data] = {"kind": "principle", "heading": words[number.end() :], "body": body(under)}
        return _filled(slide), [Reading(number[0], "the number of a principle")], "a numbered heading"
    figures, rest, readings = _figures(under)
    if figures:
        slide = {"kind": "statistics", "heading": words, "body": body(rest), "statistics": list(figures)}
        return _filled(slide), readings, "a list of percentages"
    kind = "activity" if _activity.search(words) else "content"
    slide = {"kind": kind, "heading": words, "body": body(under)}
    return _filled(slide), [], "a heading" if under else "a heading with nothing under it"


def _filled(slide: dict[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in slide.items() if value and (key, value) != ("kind", "content")}


def _figures(under: list[Paragraph]) -> tuple[list[Data], list[Paragraph], list[Reading]]:
    """Return the percentages of a list as statistics, with what stands beside it; none unless every item is one."""
    items = [one for one in under if one.form is Form.ITEM]
    matches = [_percent_first.fullmatch(one.text) or _percent_last.fullmatch(one.text) for one in items]
    if (
        len(items) < _FEWEST_FIGURES
        or not all(matches)
        or any(run.target is not None for one in items for run in one.runs)
    ):
        return [], under, []
    found: list[Data] = []
    readings: list[Reading] = []
    for item, match in zip(items, matches, strict=True):
        if match:
            found.append({"label": tidy(match["label"]).strip(), "value": match["value"]})
            readings.append(Reading(item.text, "a statistic"))
    rest = [one for one in under if one.form is not Form.ITEM]
    return found, rest, readings
