"""What no rule reads of a source, looked at for what leads to a person.

A rule goes by the place of a value. What has none, as the file cannot be read, the key is unknown or the words are a
note beside the values, is looked at as if it told of a case: better a word too many is covered than one too few. So is
what is said beside a source, unless the source states another family.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from publisher import prose
from publisher.diagnostics import Diagnostic, Path
from publisher.house import House
from publisher.model import Briefing, Family
from publisher.places import Place, SourceText
from publisher.redaction import is_private
from publisher.rules import RULES, Part, Passage, Subject

_RULES = tuple(rule for rule in RULES if is_private(rule.CODE))
_KEY = "unplaced"
_note = str.maketrans("#", " ")
_joined = str.maketrans("#-_", "   ")
# Names have capitals, dates and numbers have digits; most of what stands beside values is keys.
_telling = re.compile(r"[^\W_a-z]|@")


def beside(text: SourceText, read: Iterable[Place]) -> Iterator[Place]:
    """Yield what stands in a text beside the places that were read, each stretch on one line and without marks.

    A name may be set apart by hyphens, so that each stretch comes a second time with spaces for them.
    """
    spans = sorted((place.start, place.end) for place in read if place.text.name == text.name)
    for spaces in (_note, _joined):
        plain = SourceText(text.name, text.text.translate(spaces))
        position = 0
        for start, end in [*spans, (len(plain.text), 0)]:
            words = " ".join(plain.text[position:start].split())
            if _telling.search(words):
                yield Place(plain, position, start, "", words)
            position = max(position, end)


def found_in(stretches: Iterable[Place], house: House, family: Family = Family.CASE) -> list[Diagnostic]:
    """Return what leads to a person in stretches of text: what a rule would say of them in a text of that family."""
    places: dict[Path, Place] = {(_KEY, index): place for index, place in enumerate(stretches)}
    work = Briefing(family=family, unplaced=tuple(place.value for place in places.values()))
    told = tuple(Passage(path, Part.SUMMARY, prose.plain(place.value)) for path, place in places.items())
    return list(_said(Subject(work, datetime.date.min, None, told), places, house)) if places else []


def _said(subject: Subject, places: dict[Path, Place], house: House) -> Iterator[Diagnostic]:
    for rule in _RULES:
        for one in rule.check(subject, house):
            place = places[one.path]
            span = place.span(one.start, one.end)
            yield Diagnostic(rule.CODE, rule.NAME, rule.SEVERITY, one.message, place.text.name, span, one.hint)
