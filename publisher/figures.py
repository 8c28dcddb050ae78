"""The figures that an author wants to see: words, reading time, readability; points and resources of each group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher import prose
from publisher.model import Briefing, PracticePoints
from publisher.readability import ALOUD, MEETING, SILENT, Sentence, grade, minutes, sentences
from publisher.words import count


@dataclass(frozen=True, slots=True)
class SectionFigures:
    """The figures of one section."""

    number: int
    heading: str
    words: int
    longest_sentence: int
    """In words."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a briefing's seven sections together."""

    sections: tuple[SectionFigures, ...]
    words: int
    sentences: int
    grade: float
    """Flesch-Kincaid grade."""
    longest: str
    """The longest sentence."""

    @property
    def minutes_aloud(self) -> float:
        """Minutes to read the sections aloud, at 183 words a minute."""
        return minutes(self.words, ALOUD)

    @property
    def minutes_silent(self) -> float:
        """Minutes to read the sections silently, at 238 words a minute."""
        return minutes(self.words, SILENT)

    @property
    def minutes_to_talk(self) -> float:
        """What is left of seven minutes once the sections are read out."""
        return max(0.0, MEETING - self.minutes_aloud)


def figures(briefing: Briefing) -> Figures:
    """Return the figures of a briefing."""
    bodies = [prose.read(section.body).text for section in briefing.sections]
    everything = "\n\n".join(bodies)
    found = sentences(everything)
    longest = max(found, key=lambda one: one.words, default=Sentence(0, 0, 0))
    return Figures(
        sections=tuple(_sections(briefing, bodies)),
        words=count(everything),
        sentences=len(found),
        grade=grade(everything),
        longest=" ".join(everything[longest.start : longest.end].split()),
    )


def _sections(briefing: Briefing, bodies: list[str]) -> Iterator[SectionFigures]:
    for number, (section, body) in enumerate(zip(briefing.sections, bodies, strict=True), 1):
        longest = max((sentence.words for sentence in sentences(body)), default=0)
        yield SectionFigures(number, section.heading, count(body), longest)


def lines(name: str, one: Figures) -> Iterator[str]:
    """Yield the figures as lines of text."""
    yield name
    yield f"  {'words':>5}  {'longest sentence':>16}  section"
    for section in one.sections:
        yield f"  {section.words:5}  {section.longest_sentence:16}  {section.number} {section.heading}".rstrip()
    yield f"  {one.words:5}  words in {one.sentences} sentences"
    yield (
        f"  {one.minutes_aloud:5.1f}  minutes to read aloud, leaving {one.minutes_to_talk:.1f} of {MEETING} to talk; "
        f"{one.minutes_silent:.1f} to read silently"
    )
    yield f"  {one.grade:5.1f}  Flesch-Kincaid grade (aim for 8, at most 10)"
    if one.longest:
        yield f"  longest sentence: {one.longest}"


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The figures of one group of practice points."""

    heading: str
    points: int
    words: int
    """Of the points together."""
    longest_point: int
    """In words."""
    resources: int


def group_figures(work: PracticePoints) -> tuple[GroupFigures, ...]:
    """Return the figures of each group of practice points."""
    found = []
    for group in work.groups:
        lengths = [count(prose.read(point, tables=True).text) for point in group.points]
        longest = max(lengths, default=0)
        found.append(GroupFigures(group.heading, len(lengths), sum(lengths), longest, len(group.resources)))
    return tuple(found)


def group_lines(name: str, groups: tuple[GroupFigures, ...]) -> Iterator[str]:
    """Yield the figures of practice points as lines of text."""
    yield name
    yield f"  {'points':>6}  {'words':>5}  {'longest point':>13}  {'resources':>9}  group"
    for number, one in enumerate(groups, 1):
        figures = f"{one.points:6}  {one.words:5}  {one.longest_point:13}  {one.resources:9}"
        yield f"  {figures}  {number} {one.heading}".rstrip()
    points, words = sum(one.points for one in groups), sum(one.words for one in groups)
    resources = sum(one.resources for one in groups)
    yield f"  {points:6}  {words:5}  {'':13}  {resources:9}  in {len(groups)} groups"
