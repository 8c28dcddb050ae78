"""What no rule reads of a source, looked at for what leads to a person.

A rule goes by the place of a value. What has none, as the file cannot be read, the key is unknown or the words are a
note beside the values, is looked at as if it told of a case: better a word too many is covered than one too few. So is
what is said beside a source, unless the source states another family.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from publisher import prose
from publisher.diagnostics import Diagnostic, Path, Severity
from publisher.house import House
from publisher.identifiers import find, spellings
from publisher.model import Briefing, Contact, Family
from publisher.partnership import Partnership
from publisher.places import Place, SourceText
from publisher.redaction import is_private
from publisher.rules import RULES, Part, Passage, Subject
from publisher.source import READING, Source

_RULES = tuple(rule for rule in RULES if is_private(rule.CODE))
_KEY = "unplaced"
_CONTACTS: Path = ("contacts",)
_NOTE = "#"
_notes, _joints = str.maketrans(_NOTE, " "), str.maketrans("-_'\"", "    ")
_last_number = re.compile(r"[-_]\d{1,4}$")
# Names have capitals, dates and numbers have digits; most of what stands beside values is keys.
_telling = re.compile(r"[^\W_a-z]|@")


def unreadable(found: Iterable[Diagnostic]) -> frozenset[Path]:
    """Return the paths of the values that findings call unreadable, which no rule has looked at."""
    return frozenset(one.path for one in found if one.code.startswith(READING) and one.path)


def is_below(path: Path, above: Container[Path]) -> bool:
    """Whether a path leads to one of those above, or on from there."""
    return any(path[:length] in above for length in range(1, len(path) + 1))


def identifiers_beside(text: SourceText, source: Source, found: Iterable[Diagnostic], house: House) -> list[Diagnostic]:
    """Return what the rules say of identifiers where they had no value of a source to look at.

    That is in notes, and in what ``found`` calls unreadable.
    """
    wrong = unreadable(found)
    is_readable = isinstance(source.data, dict)
    if text is source.text and is_readable and not wrong and _NOTE not in text.text:
        return []
    places = chain(source.values.items(), source.keys.items()) if is_readable else ()
    read = (place for path, place in places if place.value and not (wrong and is_below(path, wrong)))
    return _said_of({(_KEY, index): one for index, one in enumerate(beside(text, read))}, house)


def identifiers_in_name(source: Source, stem: str, house: House) -> list[Diagnostic]:
    """Return a finding for each kind of identifier in the name of a source's file, which all its outputs share."""
    # A number of its own at the end is a version or a year.
    if not any(sign.isdecimal() or sign == "@" for sign in _last_number.sub("", stem)):
        return []
    texts = [SourceText(source.name, one) for one in spellings(stem) if find(one)]
    places: dict[Path, Place] = {
        (_KEY, index): Place(one, 0, len(stem), "", one.text) for index, one in enumerate(texts)
    }
    kinds = {one.code: one.name for one in _said_of(places, house)}
    span = source.text.span(0, 0)
    message = "what leads to a person stands in the name of the file"
    hint = "Name it after its topic; its outputs have the name."
    return [Diagnostic(code, name, Severity.ERROR, message, source.name, span, hint) for code, name in kinds.items()]


def identifiers_in_profile(owner: Partnership, house: House) -> list[Diagnostic]:
    """Return what the rules say of identifiers in ``partnership.yml``, where a service may state how it is reached."""
    source, profile = owner.source, owner.profile
    own = {("accessible_formats",): "label", ("website",): "url", ("email",): "email"}
    itself = Contact(label=profile.accessible_formats, url=profile.website)
    places = {path: place for path, place in chain(source.keys.items(), source.values.items()) if path[:1] == _CONTACTS}
    places |= {(*_CONTACTS, "", key): source.values[path] for path, key in own.items() if path in source.values}
    texts = {place.text.name: place.text for place in source.values.values()}
    read = [place for place in places.values() if place.value]
    stretches = [stretch for text in texts.values() for stretch in beside(text, read)]
    # Of mailboxes there is a rule on partnerships.
    contacts = {"": itself} | {key: one.model_copy(update={"email": ""}) for key, one in profile.contacts.items()}
    return _said_of(places | {(_KEY, index): one for index, one in enumerate(stretches)}, house, contacts=contacts)


def beside(text: SourceText, read: Iterable[Place]) -> Iterator[Place]:
    """Yield what stands in a text beside the places that were read, each stretch on one line."""
    plain = SourceText(text.name, text.text.translate(_notes))
    spans = sorted((place.start, place.end) for place in read if place.text.name == text.name)
    position = 0
    for start, end in [*spans, (len(plain.text), 0)]:
        if _telling.search(plain.text, position, start):
            yield Place(plain, position, start, "", " ".join(plain.text[position:start].split()))
        position = max(position, end)


def found_in(stretches: Iterable[Place], house: House, family: Family = Family.CASE) -> list[Diagnostic]:
    """Return what leads to a person in stretches of text: what a rule would say of them in a text of that family."""
    places: dict[Path, Place] = {(_KEY, index): one for index, one in enumerate(_with_joints(stretches))}
    told = tuple(Passage(path, Part.SUMMARY, prose.plain(place.value)) for path, place in places.items())
    return _said_of(places, house, told, family)


def _with_joints(stretches: Iterable[Place]) -> Iterator[Place]:
    """Yield stretches, and once more those with hyphens or quotes, with spaces for them: a name may be among them."""
    apart: dict[int, SourceText] = {}
    for one in stretches:
        yield one
        words = " ".join(one.value.translate(_joints).split())
        if words != one.value:
            text = apart.setdefault(id(one.text), SourceText(one.text.name, one.text.text.translate(_joints)))
            yield Place(text, one.start, one.end, "", words)


def _said_of(
    places: Mapping[Path, Place],
    house: House,
    told: tuple[Passage, ...] = (),
    family: Family = Family.CASE,
    contacts: Mapping[str, Contact] = MappingProxyType({}),
) -> list[Diagnostic]:
    """Return what the rules on privacy say of texts; without passages to read, that is the identifiers."""
    if not places:
        return []
    texts = tuple(place.value for path, place in places.items() if path[0] == _KEY)
    work = Briefing(family=family, unplaced=texts, contacts=dict(contacts))
    # No day is still to come then: better a date too many is covered.
    subject = Subject(work, datetime.date.max, None, told)
    return [
        Diagnostic(
            rule.CODE,
            rule.NAME,
            one.severity or rule.SEVERITY,
            one.message,
            places[one.path].text.name,
            places[one.path].span(one.start, one.end),
            one.hint,
        )
        for rule in _RULES
        for one in rule.check(subject, house)
    ]
