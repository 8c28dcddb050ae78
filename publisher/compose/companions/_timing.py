"""How long a briefing takes to read aloud, and when each of its sections ends."""

from __future__ import annotations

import math
from dataclasses import dataclass

from publisher.document import Section
from publisher.readability import ALOUD, MEETING, minutes
from publisher.words import block_text, count

_STEP = 5
"""Seconds; nobody reads by a stop-watch."""
LIMIT = MEETING * 60


@dataclass(frozen=True, slots=True)
class Timing:
    """When a section is read out."""

    section: Section
    seconds: int
    """0 where it is to be read beforehand."""
    ends: int
    """Seconds from the start of the meeting."""


def timings(sections: tuple[Section, ...]) -> tuple[Timing, ...]:
    """Return the timing of each section, so that what is read out ends within seven minutes.

    Where there are too many words for that, the longest sections are left to be read beforehand, never the last one,
    which says what to do.
    """
    lengths = {number: seconds(section) for number, section in enumerate(sections)}
    aloud = dict(lengths)
    for number in sorted(list(lengths)[:-1], key=lambda one: lengths[one], reverse=True):
        if sum(aloud.values()) <= LIMIT:
            break
        aloud[number] = 0
    found, ends = [], 0
    for number, section in enumerate(sections):
        ends += aloud[number]
        found.append(Timing(section, aloud[number], ends))
    return tuple(found)


def seconds(section: Section) -> int:
    """Return how long it takes to read a section aloud with its heading, in seconds."""
    words = count(section.heading) + count(block_text(section.blocks))
    return max(_STEP, math.ceil(minutes(words, ALOUD) * 60 / _STEP) * _STEP)


def clock(time: int) -> str:
    """Return a time in seconds as a clock shows it, such as 1:20."""
    return f"{time // 60}:{time % 60:02}"
