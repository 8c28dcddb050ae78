"""Which place in the form a section's heading names, such as its beginning or its end."""

from __future__ import annotations

import re
from enum import StrEnum

from publisher.rules._headings import words


class Slot(StrEnum):
    """A place in the form that a heading can name; most headings name none."""

    LEARNING = "learning"
    REMEMBER = "remember"
    ACTION = "action"
    QUESTIONS = "questions"
    RESOURCES = "resources"
    CONTACTS = "contacts"


# The headings of published briefings and their near relations, in small letters and without marks. The Welsh
# ones are: what to do, questions, resources, more information, links, contact us.
_who = "(?:i|you|we|managers|practitioners|professionals|agencies|staff|teams|everyone)"
_patterns = {
    Slot.LEARNING: (
        r"(?:(?:key|the|our|main|local) )?(?:learning|findings|lessons|recommendations|themes)"
        r"(?: (?:points?|themes?|learned|learnt|identified|(?:from|for|and) .*))?|what we (?:have )?(?:learned|learnt)"
    ),
    Slot.REMEMBER: r"(?:things|points) to (?:note and )?remember|key (?:messages|points)|remember|in summary|summary",
    Slot.ACTION: (
        rf"what (?:to|needs to|has to|should|{_who} (?:can|should|must|need to)|(?:can|could|should|must) {_who}) "
        r"(?:do|happen|change)(?: .*)?|(?:key |your )?(?:actions?|next steps)(?: (?:for|to|and|points) ?.*)?"
        r"|implications? for (?:your )?practice|beth i'w wneud"
    ),
    Slot.QUESTIONS: (
        r"(?:(?:some|key|challenge|discussion|reflective|team) )?questions(?: (?:to|for) .*)?"
        r"|(?:points for )?(?:discussion|reflection)(?: points)?|cwestiynau(?: .*)?"
    ),
    Slot.RESOURCES: (
        r"(?:(?:further|useful|local|national|more|other|additional|key|helpful) )?(?:[^ ]+ )?(?:resources|links)"
        r"(?: (?:and|for) .*)?|(?:further|more|additional) (?:information|reading|help|support|guidance|training)"
        r"(?: (?:and|on) .*)?|find out more|where to find (?:out )?more|training|references|adnoddau"
        r"|rhagor o wybodaeth|dolenni(?: .*)?"
    ),
    Slot.CONTACTS: (
        r"(?:(?:key|useful|local) )?contacts?|contact (?:us|details|information)|who to (?:contact|call)"
        r"|cysylltu(?: .*)?"
    ),
}
_LONGEST = 200
"""Characters of a heading that are looked at."""

_compiled = {slot: re.compile(pattern) for slot, pattern in _patterns.items()}


def slot(heading: str) -> Slot | None:
    """Return the place that a heading names, or None."""
    joined = " ".join(words(heading.strip()[:_LONGEST]))
    return next((slot for slot, pattern in _compiled.items() if pattern.fullmatch(joined)), None)
