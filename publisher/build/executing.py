"""Files put in place as they are made, by this process alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from publisher.build.work import Outcome
from publisher.files import reason, write


def execute(made: Iterable[Outcome], output: Path) -> Iterator[Outcome]:
    """Put each file in place, whole, and yield what became of it, without its content.

    Workers hand files over and write none, so what is left of a worker that was given up can spoil nothing.
    """
    for outcome in made:
        yield _placed(outcome, output) if outcome.entry else outcome


def _placed(outcome: Outcome, output: Path) -> Outcome:
    try:
        write(output / outcome.target.path, outcome.data)
    except OSError as error:
        problem = f"cannot write `{outcome.target.path}`: {reason(error)}"
        return Outcome(outcome.target, None, problem)
    return replace(outcome, data=b"")
