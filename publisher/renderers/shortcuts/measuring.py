"""Text that has been measured without a width is not measured again where it fits.

CSS 2.1, section 10.3.5, has a box that is as wide as its words measured on one line before it is laid out, and
WeasyPrint 70 shapes these words twice. Signs before list items and spaces are the same again and again.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from weasyprint.text import line_break

from publisher.renderers.shortcuts.lengths import put

_SHORT = 3
"""Up to so many characters, a text is kept with its style, for all documents: a bullet, a number, a space."""
_MOST = 50
"""Short texts of a style, and ten times as many longer ones of a document."""


def take() -> None:
    """Put the shortcut in place."""
    in_full = line_break.split_first_line

    def split_first_line(
        text: str, style: Any, context: Any, width: float | None, spacing: float, *args: Any, **options: Any
    ) -> Any:
        if style.computed is not None and context is not None and not spacing and "\t" not in text:
            is_short = len(text) <= _SHORT
            measured = _measured(style, context, is_short=is_short)
            key = text if is_short else (style.computed, text)
            found = measured.get(key)
            if found is None and (is_short or width is None):
                found = in_full(text, style, context, None, 0)
                # A text with an end of a line in it goes on.
                if found[2] is None:
                    measured[key] = found
            if found and found[2] is None and (width is None or found[3] <= width):
                # Each box has a view of its own of what Pango has laid out; all only read it.
                layout = copy(found[0])
                layout.max_width = width
                return layout, *found[1:]
        return in_full(text, style, context, width, spacing, *args, **options)

    put("split_first_line", in_full, split_first_line)


def _measured(style: Any, context: Any, *, is_short: bool) -> dict[Any, Any]:
    """Return what has been measured: of a style, or of a document."""
    place = style.computed.noted if is_short else context.__dict__
    measured: dict[Any, Any] = place.setdefault("measured", {})
    if len(measured) >= (_MOST if is_short else _MOST * 10):
        measured.clear()
    return measured
