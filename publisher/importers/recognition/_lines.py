"""The paragraphs of a manuscript made even, and what can be told from one of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.edition import REGISTER
from publisher.importers._manuscript import Form, Manuscript, Paragraph, Run
from publisher.importers.as_markdown import tidy
from publisher.importers.recognition._recogniser import Reading, Surroundings

# YAML refuses these, and they are no part of any word: controls, surrogates, non-characters; the others break lines.
_refused = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_breaks = re.compile(r"[\x0b\x0c\x85\u2028\u2029\r]+")
_word = re.compile(r"[^\W_]+")
_HEADING_WORDS = 14
_SHORT_WORDS = 9
_series = re.compile(
    r"(?:(?:7|seven)[\s-]*(?:minutes?|mins?)[\s-]*(?:briefings?|briefs?)|7[\s-]?MBs?)(?:\s+papers?)?", re.IGNORECASE
)
_SERIES_EDGE = r"[\s:|,.–—-]*"
_series_first = re.compile(
    rf"{_SERIES_EDGE}({_series.pattern})(?:\s*[:|,–—-]+\s*|\s+(?:on|about)\s*:?\s+|\s+)", re.IGNORECASE
)
_series_last = re.compile(rf"(?:\s*[:|,(–—-]+\s*|\s+)({_series.pattern})[\s)]*$", re.IGNORECASE)


def even(manuscript: Manuscript, surroundings: Surroundings) -> tuple[Paragraph, ...]:
    """Return the paragraphs without empty ones, each line of its own a paragraph of its own.

    A link whose target is lost leads to the link register where its words are exactly a label of that.
    """
    parts = (part for paragraph in manuscript.paragraphs for part in _parts(paragraph))
    return tuple(
        replace(part, runs=tuple(_registered(run, surroundings) for run in part.runs))
        for part in parts
        if part.text.strip() or part.number or _leads(part)
    )


def _registered(run: Run, surroundings: Surroundings) -> Run:
    key = surroundings.registered(run.text) if run.target == "" else None
    return replace(run, target=f"{REGISTER}{key}") if key else run


def without_refused(text: str) -> str:
    """Return a text without the characters that YAML refuses."""
    return _refused.sub("", text)


def _leads(paragraph: Paragraph) -> bool:
    return any(run.target for run in paragraph.runs)


def _parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    runs = _with_words([_clean(run) for run in paragraph.runs])
    number = without_refused(paragraph.number).strip()
    lines = list(_lines(runs))
    whole = len(lines) < 2 or paragraph.form in {Form.TITLE, Form.ITEM, Form.QUOTE, Form.NOTE}
    if paragraph.form is Form.HEADING and not is_number_alone(lines[0]):
        whole = True
    if whole:
        joined = tuple(replace(run, text=tidy(run.text)) for run in runs)
        yield replace(paragraph, runs=joined, number=number)
        return
    for position, part in enumerate(lines):
        yield replace(paragraph, runs=part, number=number if position == 0 else "")


def _clean(run: Run) -> Run:
    """Return a run without what YAML refuses."""
    text = _breaks.sub("\n", without_refused(run.text))
    if run.target is None:
        return replace(run, text=text)
    target = re.sub(r"[\n\r\t\x0b\x0c\x85\u2028\u2029]", "", without_refused(run.target)).strip()
    target = re.sub(r"\s", "%20", target)
    # Where a link has neither words nor an address, nothing is left of it.
    return replace(run, text=text, target=target if target or text.strip() else None)


def _with_words(runs: list[Run]) -> tuple[Run, ...]:
    """Return runs with the addresses to which no words lead at the end, each once, as their own words."""
    targets = {run.target for run in runs if run.target and run.text.strip()}
    bare = dict.fromkeys(run.target for run in runs if run.target and run.target not in targets)
    kept = (run if run.text.strip() else replace(run, target=None) for run in runs)
    return (*kept, *(Run(f" {target}", target=target) for target in bare))


def addresses(paragraph: Paragraph) -> Iterator[Reading]:
    """Yield the addresses that the words of a paragraph lead to, where a source has the words only."""
    for run in paragraph.runs:
        if run.target:
            yield Reading(run.target, f"where “{tidy(run.text).strip()}” led to; a heading has no links")


def _lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    current: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        current.append(_piece(run, first))
        for text in rest:
            yield tuple(current)
            current = [_piece(run, text)]
    yield tuple(current)


def _piece(run: Run, text: str) -> Run:
    """Return a part of a run; where a link has no words in it, it is none there."""
    return replace(run, text=text, target=run.target if text.strip() else None)


def is_number_alone(runs: tuple[Run, ...]) -> bool:
    """Whether words are a number of one or two digits and nothing else."""
    return re.fullmatch(r"\s*\d{1,2}\s*[.):]?\s*", "".join(run.text for run in runs)) is not None


def is_strong(paragraph: Paragraph) -> bool:
    """Whether all words of a paragraph are strong."""
    visible = [run for run in paragraph.runs if run.text.strip()]
    return bool(visible) and all(run.strong for run in visible)


def words(text: str) -> list[str]:
    """Return the words of a text in small letters: runs of letters and digits, whatever stands between them."""
    return [word.casefold() for word in _word.findall(without_refused(text))]


def count(text: str) -> int:
    """Return how many words a text has, counted by the blanks between them."""
    return len(text.split())


def is_headinglike(text: str) -> bool:
    """Whether a text could be a heading: short, and no sentence."""
    stated = text.strip()
    return (
        0 < count(stated) <= _HEADING_WORDS and not stated.endswith((".", ";", ",")) and any(map(str.isalpha, stated))
    )


def is_short_line(text: str) -> bool:
    """Whether a text stands out by its shortness alone: a few words that begin with a capital and end openly."""
    stated = text.strip()
    return is_headinglike(stated) and count(stated) <= _SHORT_WORDS and stated[0].isupper()


def is_series(text: str) -> bool:
    """Whether a text is the name of the series and nothing else."""
    return _series.fullmatch(text.strip(" :|-–—.,()")) is not None


def is_title_with_series(paragraph: Paragraph) -> bool:
    """Whether a line is a title with the name of the series, such as ``7MB: Neglect``."""
    plain = paragraph.form is Form.PLAIN and all(run.target is None for run in paragraph.runs)
    return plain and is_headinglike(paragraph.text) and bool(without_series(paragraph.text)[1])


def without_series(text: str) -> tuple[str, str]:
    """Return a title without the name of the series at its beginning or end, and that name ("" if there is none)."""
    for pattern in (_series_first, _series_last):
        match = pattern.search(text) if pattern is _series_last else pattern.match(text)
        if match:
            rest = (text[: match.start()] + text[match.end() :]).strip(" :|–—-")
            if rest:
                return rest, match[1]
    return text.strip(), ""


def without_beginning(paragraph: Paragraph, length: int) -> Paragraph:
    """Return a paragraph without its first characters and the blanks after them."""
    runs: list[Run] = []
    for run in paragraph.runs:
        rest = run.text[min(length, len(run.text)) :]
        length = max(0, length - len(run.text))
        if rest and not runs:
            rest = rest.lstrip()
        if rest:
            runs.append(replace(run, text=rest))
    return replace(paragraph, runs=tuple(runs), number="")
