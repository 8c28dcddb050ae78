"""Former names of bodies and processes that a text uses as if they were current."""

from __future__ import annotations

from publisher.house import Found, House, Superseded
from publisher.rules._history import is_history, names_a_study
from publisher.rules._kept import kept
from publisher.rules._mentions import is_quoted
from publisher.rules._reading import sentence_around
from publisher.rules._rule import Part, Passage, Subject


@kept
def former_names(subject: Subject, house: House) -> tuple[tuple[Passage, Found[Superseded]], ...]:
    """Return each former name that is used as if it were current, with its passage; rules on acronyms ask, too."""
    known: dict[str, bool] = {}
    names = []
    for passage in subject.passages:
        if passage.part is Part.CREDIT:
            continue
        for found in house.guidance.find_superseded(passage.prose.text):
            if found.text not in known:
                known[found.text] = _means_another(found, subject, house)
            if not known[found.text] and not _is_told_of(found, passage, house):
                names.append((passage, found))
    return tuple(names)


@kept
def former_acronyms(subject: Subject, house: House) -> frozenset[str]:
    """Return the acronyms whose former names CUR002 speaks of, which nobody should write in full instead."""
    names = {found.item.name for _, found in former_names(subject, house)}
    if not names:
        return frozenset()
    return frozenset(entry.acronym for entry in house.acronyms.entries if any(f"({entry.acronym})" in n for n in names))


def _is_told_of(found: Found[Superseded], passage: Passage, house: House) -> bool:
    """Whether the name is quoted, belongs to a case that is publicly known, or stands in a sentence about the past."""
    text = passage.prose.text
    if is_quoted(passage.prose, found.start, found.end):
        return True
    first, last = sentence_around(text, found.start)
    if any(house.names.public.find(text[first:last])):
        return True
    if names_a_study(text, found.start):
        return True
    changed = found.item.superseded_on
    return is_history(text, found.start, found.end, changed.year if changed else 0)


def _means_another(found: Found[Superseded], subject: Subject, house: House) -> bool:
    """Whether the letters stand for something else in this briefing, as SCR does for a single central record."""
    acronym = house.acronyms.get(found.text)
    if acronym is None:
        return False
    name = found.item.name.casefold()
    meanings = [words.casefold() for words in acronym.expansions if words.casefold() not in name]
    return any(words in passage.prose.text.casefold() for words in meanings for passage in subject.passages)
