"""What stands before the sections: the title with the series in it, a subtitle, a date, the partnership's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from publisher.importers._manuscript import Form, Paragraph
from publisher.importers.as_markdown import tidy
from publisher.importers.recognition._dates import date_lines
from publisher.importers.recognition._furniture import SERIES, furniture
from publisher.importers.recognition._lines import addresses, count, is_series, is_strong, without_series
from publisher.importers.recognition._recogniser import Reading, Surroundings

_TITLE_WORDS = 20
_SUBTITLE_WORDS = 15


@dataclass(slots=True)
class Opening:
    """The title and what stands around it."""

    title: str = ""
    subtitle: str = ""
    readings: list[Reading] = field(default_factory=list)
    details: list[Paragraph] = field(default_factory=list)
    """Lines with dates, which the lines at the end are read with."""
    rest: list[Paragraph] = field(default_factory=list)


def opening(before: Sequence[Paragraph], beside: Sequence[Paragraph], surroundings: Surroundings) -> Opening:
    """Return what the paragraphs before the sections, or else those in boxes beside them, say of the whole."""
    result = Opening()
    chosen = _title(before, surroundings) or _title_beside(beside)
    after_title = False
    for paragraph in (*before, *beside):
        if paragraph is chosen:
            title, series = without_series(tidy(paragraph.text).strip())
            result.title = title
            result.readings += [*([Reading(series, SERIES)] if series else []), *addresses(paragraph)]
            after_title = True
            continue
        if not _furniture(paragraph, result, surroundings):
            if after_title and not result.subtitle and _is_subtitle(paragraph, before):
                result.subtitle = tidy(paragraph.text).strip()
            else:
                result.rest.append(paragraph)
            after_title = False
    return result


def _furniture(paragraph: Paragraph, result: Opening, surroundings: Surroundings) -> bool:
    """Note a line that is not text of the briefing; return whether it is one."""
    text = tidy(paragraph.text).strip()
    if any(run.target is not None for run in paragraph.runs):
        return False
    if meaning := furniture(text, surroundings):
        result.readings.append(Reading(text, meaning))
    elif date_lines(text):
        result.details.append(paragraph)
    else:
        return False
    return True


def _title(before: Sequence[Paragraph], surroundings: Surroundings) -> Paragraph | None:
    """Return the title: what the file calls so, else its highest heading, else the first line if it may be one."""
    text = [one for one in before if not _is_other(one, surroundings)]
    titles = [one for one in text if one.form is Form.TITLE]
    headings = sorted((one for one in text if one.form is Form.HEADING), key=lambda one: one.level)
    named = [one for one in text if without_series(one.text)[1] and _may_be(one)]
    return next(iter([*titles, *headings, *named, *[one for one in text[:1] if _may_be(one)]]), None)


def _title_beside(beside: Sequence[Paragraph]) -> Paragraph | None:
    """Return a title that stands in a box of its own, as in the middle of a ring: the file or the series says so."""
    titles = [one for one in beside if one.form is Form.TITLE]
    named = [one for one in beside if without_series(one.text)[1] and not is_series(one.text) and _may_be(one)]
    return next(iter([*titles, *named]), None)


def _is_other(paragraph: Paragraph, surroundings: Surroundings) -> bool:
    text = paragraph.text.strip()
    return bool(date_lines(text) or furniture(text, surroundings))


def _may_be(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    marked = is_strong(paragraph) or not text.endswith((".", ";", ","))
    plain = paragraph.form is Form.PLAIN and all(run.target is None for run in paragraph.runs)
    return plain and marked and 0 < count(text) <= _TITLE_WORDS and any(map(str.isalpha, text))


def _is_subtitle(paragraph: Paragraph, before: Sequence[Paragraph]) -> bool:
    text = paragraph.text.strip()
    short = count(text) <= _SUBTITLE_WORDS and not text.endswith((".", ";", ",", ":")) and not text[:1].isdigit()
    return short and any(paragraph is one for one in before) and _may_be_words(paragraph)


def _may_be_words(paragraph: Paragraph) -> bool:
    plain = paragraph.form in {Form.PLAIN, Form.TITLE, Form.HEADING} and not paragraph.number
    return plain and any(map(str.isalpha, paragraph.text)) and all(run.target is None for run in paragraph.runs)
