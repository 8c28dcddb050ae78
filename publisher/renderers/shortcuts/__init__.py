"""Shorter ways through WeasyPrint 70 to the same result.

Each stands in the place of functions of WeasyPrint's that are called thousands of times for a document, and leaves to
them all but the usual case. ``tests/test_shortcuts.py`` compares documents with and without them.
"""

from __future__ import annotations

import gc
from functools import cache


@cache
def take() -> None:
    """Put the shortcuts in place, for good."""
    # WeasyPrint loads slowly.
    from publisher.renderers.shortcuts import drawing, flow, lengths, measuring, parsing, text, values

    parsing.take()
    values.take()
    flow.take()
    lengths.take()
    text.take()
    measuring.take()
    drawing.take()
    # What is loaded by now stays; the collector of garbage need not look through it for each document.
    gc.freeze()
