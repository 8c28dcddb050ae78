"""Where things stand on a slide of 16:9, in inches; slides are made, and checked, by these figures."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 13.333, 7.5


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on the slide."""

    left: float
    top: float
    width: float
    height: float


RAIL = Frame(0, 0, 0.3, HEIGHT)
"""The band of the brand's colour at the left."""
TITLE = Frame(0.75, 0.4, 11.83, 1.15)
BODY = Frame(0.75, 1.7, 11.83, 4.95)
ABOVE_CHART = Frame(0.75, 1.7, 11.83, 0.9)
"""A line or two before a chart or table."""
BELOW_TEXT = Frame(0.75, 2.65, 11.83, 4.0)
"""A chart or table that such lines stand before."""
NUMBER = Frame(11.58, 6.8, 1.0, 0.45)
FOOTER = Frame(0.75, 6.8, 9.0, 0.45)

OPENING_TITLE = Frame(1.1, 2.35, 11.1, 2.1)
OPENING_SUBTITLE = Frame(1.1, 4.6, 11.1, 2.0)
LOGO = Frame(1.1, 0.75, 4.6, 1.1)
"""The most that a logo takes; it keeps its proportions."""
LOGO_GROUND = Frame(0, 0.45, 6.2, 1.7)
