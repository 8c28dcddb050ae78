"""What several rules ask of the same objects is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
_MOST = 32
"""Rules look at one subject after the other, for one partnership after the other, so that few need to be remembered."""


def kept(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Return the function with what it returned for the last objects kept.

    The objects are told apart by what they are, not by what they contain, and must not change.
    """
    # With each result the objects are kept, so that no other object can take the number of one of them.
    results: dict[tuple[int, ...], tuple[Result, tuple[Any, ...]]] = {}

    @wraps(function)
    def asked(*objects: Parameters.args, **named: Parameters.kwargs) -> Result:
        same = (*objects, *named.values()) if named else objects
        key = tuple(map(id, same))
        if key not in results:
            results[key] = function(*objects, **named), same
            if len(results) > _MOST:
                del results[next(iter(results))]
        return results[key][0]

    return asked
