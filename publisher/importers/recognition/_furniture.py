"""Lines that are no text of the briefing: the name of the series, the partnership's name, numbers of pages."""

from __future__ import annotations

import re

from publisher.importers.recognition._dates import date_line
from publisher.importers.recognition._lines import is_series
from publisher.importers.recognition._recogniser import Surroundings

SERIES = "the name of the series, which is printed from the partnership's folder"
PARTNERSHIP = "the partnership's name, which is printed from its folder"
_RUNNING = "a line at the edge of the page, which is printed anew"
_page = re.compile(r"(?:page|tudalen)\s+\d{1,3}(?:\s+(?:of|/|o)\s+\d{1,3})?", re.IGNORECASE)
_between = re.compile(r"\s*[·|•]\s*|\s+[–—-]\s+")


def furniture(text: str, surroundings: Surroundings) -> str:
    """Return what a line is that the partnership's folder or the page prints anyway, or ""."""
    stated = text.strip()
    if is_series(stated):
        return SERIES
    if surroundings.is_partnership(stated):
        return PARTNERSHIP
    parts = [part for part in _between.split(stated) if part]
    known = [is_series(part) or surroundings.is_partnership(part) or bool(_page.fullmatch(part)) for part in parts]
    # A date alone is for the source; beside the name or the page's number it is a repetition.
    if any(known) and all(one or date_line(part) for one, part in zip(known, parts, strict=True)):
        return _RUNNING
    return ""
