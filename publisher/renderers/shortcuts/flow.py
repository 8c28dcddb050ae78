"""What is asked of every box again and again, answered at once for a box in the normal flow."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import Box, ParentBox


def take() -> None:
    """Put the shortcuts in place."""
    _know_the_flow()
    _name_no_pages()


def _know_the_flow() -> None:
    """Tell a box that neither floats nor is positioned from what the flow leaves out (CSS 2.1, section 9.3)."""
    in_full = Box.is_in_normal_flow

    def is_in_normal_flow(box: Any) -> bool:
        style = box.style
        if style["float"] == "none" and style["position"] in ("static", "relative"):
            return True
        return bool(in_full(box))

    Box.is_in_normal_flow = is_in_normal_flow


def _name_no_pages() -> None:
    """Look for no names of pages in boxes where no element has one.

    CSS Paged Media 3, section 5.3: without a name on an element or one around it, a page has the empty name. WeasyPrint
    looks down to the first and the last box at each border between two boxes.
    """
    in_full = ParentBox.page_values

    def page_values(box: Any) -> Any:
        known = box.style.computed
        if known is None or known.family.names_pages:
            return in_full(box)
        return "", ""

    ParentBox.page_values = page_values
