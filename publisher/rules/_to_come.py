"""Notes that stand where text is to come, such as “TBC” and “[INSERT LOCAL NAME]”."""

from __future__ import annotations

import re

from publisher.remembered import remembered

_stuff = r"(?:text|wording|words?|details?|content|figures?|section|paragraph|comments?|input|confirmation|more)"
# What follows says who or when: “TBC by Friday”, “Text to come from health”.
_a_note = (
    rf"(?:(?:tb[acd]|todo|(?:{_stuff} (?:is |are )?)?(?:to come|to be (?:added|agreed|confirmed|written))"
    rf"|{_stuff} to follow|(?:awaiting|waiting for) (?:the )?{_stuff})\b[^.!?\n]{{0,40}}"
    r"|to follow|x{2,}|lorem ipsum.*)"
)
_note = re.compile(rf"\W*+{_a_note}\W*+", re.IGNORECASE | re.DOTALL)
_to_come = re.compile(rf"\W*+(?:{_a_note}|to do|text)?\W*+", re.IGNORECASE | re.DOTALL)

_what = r"(?:area|contact|council|link|name|number|organisation|partnership|policy|procedure)"
_kept_open = (
    rf"(?:insert|add|enter|link|date|tbc|tba|to be (?:added|confirmed)|partnership|contact\.|xx"
    rf"|name of|(?:your|local)(?: \w+)?(?: \w+)? {_what})"
)
# A link's words in brackets are read as words, so that what is left in brackets here is none.
_stand_in_words = re.compile(
    rf"\[{_kept_open}\b[^\[\]\n]{{0,60}}\](?!\()|<{_kept_open}\b[^<>\n]{{0,60}}>|(?<![^\W_])[Xx]{{3,}}(?![^\W_])"
    r"|\?{3,}|\blorem ipsum\b|\[\[[^\[\]\n]{1,60}\]\]|<<[^<>\n]{1,60}>>",
    re.IGNORECASE,
)
_signs_of_stand_ins = ("[", "<", "xxx", "???", "lorem")


def is_note(text: str) -> bool:
    """Whether a text is only a note that it is to come; “To do” and “Text” may be all that a heading says."""
    return _note.fullmatch(text) is not None


def is_to_come(text: str) -> bool:
    """Whether a text has no words, or only a note that they are to come."""
    return _to_come.fullmatch(text) is not None


@remembered
def stand_ins(text: str) -> list[tuple[int, int]]:
    """Return where words stand that only keep a place for others."""
    small = text.lower()
    if not any(sign in small for sign in _signs_of_stand_ins):
        return []
    return [match.span() for match in _stand_in_words.finditer(text)]
