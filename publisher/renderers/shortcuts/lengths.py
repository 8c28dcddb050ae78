"""Lengths that are known before anything is laid out are taken as they are."""

from __future__ import annotations

import sys
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import percent, preferred

_SIDES = ("top", "right", "bottom", "left")
_LENGTHS = (
    *(f"{name}_{side}" for name in ("margin", "padding") for side in _SIDES),
    *(f"{least_or_most}{name}" for least_or_most in ("", "min_", "max_") for name in ("width", "height")),
)
_USED = (*_LENGTHS, *(f"border_{side}_width" for side in _SIDES))
"""What a box is given as used values."""


def take() -> None:
    """Put the shortcuts in place."""
    _resolve_one_at_once()
    _resolve_all_at_once()
    _measure_narrowest_only_where_it_matters()


def put(name: str, before: Any, after: Any) -> None:
    """Put a function in the place of another, in whichever module of WeasyPrint it is known by that name."""
    for module in [*sys.modules.values()]:
        if getattr(module, name, None) is before:
            setattr(module, name, after)


def _resolve_one_at_once() -> None:
    """Take a length in pixels, or a percentage of what is known, as it is."""
    in_full = percent.resolve_one_percentage

    def resolve_one_percentage(box: Any, name: str, whole: Any) -> None:
        value = box.style[name]
        if value.__class__ is Dimension and value.unit is not None:
            setattr(box, name, whole * value.value / 100 if value.unit == "%" else value.value)
        else:
            in_full(box, name, whole)

    percent.resolve_one_percentage = resolve_one_percentage


def _resolve_all_at_once() -> None:
    """Give all boxes of a style the same lengths where none is a part of what is around the box.

    CSS 2.1, sections 8.3, 8.4, 10.2 and 10.4, has only percentages depend on the containing block; the borders of
    tables that collapse are no matter of the style alone.
    """
    in_full = percent.resolve_percentages

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        known = box.style.computed
        used = known.noted.get("used") if known is not None else None
        if used:
            box.__dict__.update(used)
            return
        in_full(box, containing_block)
        if known is not None and used is None:
            known.noted["used"] = {name: box.__dict__[name] for name in _USED} if _is_known(box) else {}

    put("resolve_percentages", in_full, resolve_percentages)


def _is_known(box: Any) -> bool:
    values = (box.style[name] for name in _LENGTHS)
    are_known = all(
        value in ("auto", None) or (value.__class__ is Dimension and value.unit == "px") for value in values
    )
    return are_known and isinstance(box, Box) and box.style["border_collapse"] != "collapse"


def _measure_narrowest_only_where_it_matters() -> None:
    """Make a box that fits without a line break as wide as that, and set its words one by one only where it does not.

    CSS 2.1, section 10.3.5: the width is min(max(narrowest, available), widest).
    """
    in_full = preferred.shrink_to_fit

    def shrink_to_fit(context: Any, box: Any, available: float) -> float:
        widest: float = preferred.max_content_width(context, box, outer=False)
        return widest if widest <= available else float(in_full(context, box, available))

    put("shrink_to_fit", in_full, shrink_to_fit)
