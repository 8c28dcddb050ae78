"""What was meant by somebody who does not know YAML: its commonest slips, told by what stands where the reader gave up.

The reader's own words help nobody (“mapping values are not allowed in this context”), and it often gives up long after
the slip. So what stands there is looked at again as text. Where nothing is recognised, its words have to do.
"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from publisher.slips import _layout, _marks
from publisher.slips._error import Error, Slip

__all__ = ["Slip", "slip"]

_RECOGNISERS: tuple[Callable[[Error], Slip | None], ...] = (
    _layout.tab,
    _marks.open_quote,
    _marks.after_quote,
    _marks.curly_quote,
    _marks.first_character,
    _layout.text_beside_bar,
    _marks.bracket,
    _layout.missing_space,
    _layout.missing_bar,
    _layout.unindented_text,
    _layout.missing_dash,
    _marks.colon,
    _layout.missing_colon,
    _layout.indentation,
)
"""The first that recognises something is told."""


def slip(text: str, error: yaml.MarkedYAMLError) -> Slip | None:
    """Return which slip an error of the YAML reader comes from, or None where it is none of the common ones."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    if mark is None or context is None:
        return None
    last = max(0, len(text) - 1)
    says = f"{error.context or ''}; {error.problem or ''}"
    found = Error(text, min(mark.index, last), min(context.index, last), says)
    return next((told for recognise in _RECOGNISERS if (told := recognise(found))), None)
