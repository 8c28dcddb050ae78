"""What is worked out of a text once, at least while the file that it stands in is checked.

Rules ask for the words or sentences of the same passages one after the other. A file may have thousands of passages,
so that room for a few would be used up by each rule in turn. What has become much is forgotten before the next file.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

_MOST = 10_000
"""Texts that are remembered at most; a source has no more values."""

_MANY = 500
"""Texts that may be remembered from file to file: headings, names and dates come again."""

Function = TypeVar("Function", bound=Callable[..., Any])
_remembering: list[Any] = []


def remembered(function: Function) -> Function:
    """Return the function with what it returned remembered at least until ``forget`` is called."""
    kept = lru_cache(maxsize=_MOST)(function)
    _remembering.append(kept)
    return kept  # type: ignore[return-value] # it is called as the function is


def forget() -> None:
    """Forget what functions have returned where it has become much, before another file is looked at."""
    for kept in _remembering:
        if kept.cache_info().currsize > _MANY:
            kept.cache_clear()
