"""What several rules ask of the same subject is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from publisher.rules._rule import Subject

Result = TypeVar("Result")
_SUBJECTS = 4
"""Rules look at one subject after the other, so that few need to be remembered."""


class Same:
    """Objects as a key by which they are found again: the same ones, not others that are equal."""

    __slots__ = ("objects",)

    def __init__(self, *objects: object) -> None:
        """Take the objects; the key keeps them, so that no other object can take their place."""
        self.objects = objects

    def __hash__(self) -> int:
        """Return the same number for the same objects."""
        return hash(tuple(map(id, self.objects)))

    def __eq__(self, other: object) -> bool:
        """Whether the other key is of the same objects."""
        return (
            isinstance(other, Same)
            and len(self.objects) == len(other.objects)
            and all(one is another for one, another in zip(self.objects, other.objects, strict=True))
        )


def kept(function: Callable[[Subject], Result]) -> Callable[[Subject], Result]:
    """Return the function with what it last returned kept; it must depend on the subject alone."""

    @lru_cache(maxsize=_SUBJECTS)
    def of(key: Same) -> Result:
        (subject,) = key.objects
        assert isinstance(subject, Subject)  # noqa: S101 - as `asked` makes the key
        return function(subject)

    @wraps(function)
    def asked(subject: Subject) -> Result:
        return of(Same(subject))

    return asked
