"""What several rules ask of the same objects is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
_MOST = 32
"""Rules look at one subject after the other, for one partnership after the other, so that few need to be remembered."""


class _Same:
    """Objects as a key by which they are found again: the same ones, not others that are equal."""

    __slots__ = ("objects",)

    def __init__(self, objects: tuple[Any, ...]) -> None:
        # The key keeps the objects, so that no other object can take the number of one of them.
        self.objects = objects

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.objects)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same) or len(self.objects) != len(other.objects):
            return False
        return all(one is another for one, another in zip(self.objects, other.objects, strict=True))


def kept(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Return the function with what it returned for the last objects kept.

    The objects are told apart by what they are, not by what they contain, and must not change.
    """

    @lru_cache(maxsize=_MOST)
    def of(key: _Same) -> Result:
        return function(*key.objects)  # type: ignore[call-arg] # as `asked` was called

    @wraps(function)
    def asked(*objects: Parameters.args, **named: Parameters.kwargs) -> Result:
        return of(_Same((*objects, *named.values())))

    return asked
