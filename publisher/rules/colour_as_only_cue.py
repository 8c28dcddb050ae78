"""The text tells things apart by their colour alone.

What it does
    Reports words that send readers to something by its colour (“see the red box”), and to a “coloured” or “shaded” box
    in the same way. “The points in green” and “marked in yellow” may be said of another document, and are a warning. A
    number or a name beside the colour (“the red box, 4”) is enough. Colours that are names (red flag, amber alert, the
    Red Book, blue light) are left alone, as are quotations and the words of links.

Why it matters
    One man in twelve and one woman in two hundred see colours differently, a screen reader says nothing of them, and
    briefings are printed in black and white. Partnerships print the same text in different colours.

Example
    “See the red box.”

Use instead
    “See section 4.”

Source
    WCAG 2.2, success criteria 1.4.1 Use of Color and 1.3.3 Sensory Characteristics
    (https://www.w3.org/TR/WCAG22/#use-of-color); NHS, “Colour vision deficiency”
    (https://www.nhs.uk/conditions/colour-vision-deficiency/); Bury's accessibility statement
    (https://www.bury.gov.uk/index.aspx?articleid=11162).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.rules._english import is_english
from publisher.rules._mentions import in_a_name, is_quoted
from publisher.rules._rule import OWN_WORDS, Passage, Scope, Subject

CODE = "ACC011"
NAME = "colour-as-only-cue"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_colour = (
    r"(?:red|green|amber|blue|yellow|orange|purple|pink|gr[ea]y|brown|teal|turquoise|colou?red|shaded|highlighted)"
)
_any_colour = frozenset(
    {"red", "green", "amber", "blue", "yellow", "orange", "purple", "pink", "grey", "gray", "brown", "teal"}
    | {"turquoise", "coloured", "colored", "shaded", "highlighted"}
)
_colours = rf"(?:(?:dark|light|pale|bright)[ -])?{_colour}(?:(?:,| or| and|/) ?{_colour}){{0,2}}"
_thing = (
    r"(?:box|panel|section|segment|circle|tile|ring|ribbon|arrow|icon|heading|text|word|column|row|cell|band|bar|stripe"
    r"|triangle|bubble|tab|banner|item|point|bullet|link)(?:es|s)?"
)
_sends = (
    r"(?:see|read|use|check|follow|complete|consider|choose|select|click|find|look (?:at|in|for|under)|listed in"
    r"|turn to|refer to|go to|shown in|described in|set out in|given in)"
)
_shown = r"(?:marked|highlighted|shown|printed|displayed|coloured|shaded|underlined|picked out)"
_place = r"(?:above|below|opposite|overleaf|on (?:the )?(?:left|right|next page|page))"
_says = r"(?:says|tells|shows|lists|gives|sets out|contains|explains|describes|show|list|give|contain|explain)"
_sent = re.compile(
    rf"\b{_sends} (?:also )?(?:the|each|any|every|all the|those|these) {_colours} (?:\w{{1,15}} )?{_thing}\b"
    rf"|\bthe {_colours} {_thing} (?:{_place}|{_says})\b",
    re.IGNORECASE,
)
# This may be said of another document or program, which has to be looked at.
_told = re.compile(
    rf"\b{_shown} (?:\w{{1,15}} )?in {_colours}\b(?! (?:ink|pen))|\b{_thing} in {_colours}\b(?! [a-z]{{3,}}ing\b)",
    re.IGNORECASE,
)
# “the red box, 4”, “the green section (What to do)”, “the blue panel headed Support”
_another_cue = re.compile(
    r"\s{0,2}[,(]?\s{0,2}(?:\(|“|\"|‘|(?:number|no\.|section|box|point|step) )?\s{0,2}\d"
    r"|\s{0,2}\([^()\n]{2,80}\)|,? (?:headed|called|titled|labelled|named)\b|\s{0,2}[“‘\"]",
    re.IGNORECASE,
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each place where a colour is the only way to find what is meant."""
    if not is_english(subject.work):
        return
    for passage in subject.of(*OWN_WORDS):
        if _any_colour.isdisjoint(words_in(passage.prose.text)):
            continue
        yield from (_finding(passage, match) for match in _sent.finditer(passage.prose.text) if _is_cue(passage, match))
        for match in _told.finditer(passage.prose.text):
            if _is_cue(passage, match):
                yield replace(_finding(passage, match), severity=Severity.WARNING)


def _is_cue(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the words are the text's own, and nothing but the colour tells what is meant."""
    place = match.span()
    spoken = is_quoted(passage.prose, *place) or in_a_name(passage, *place)
    return not spoken and not _another_cue.match(passage.prose.text, match.end())


def _finding(passage: Passage, match: re.Match[str]) -> Finding:
    message = f"“{' '.join(match[0].split())}” names something by its colour alone"
    hint = "Name it by its number, its heading or its place in the text."
    return passage.finding(*match.span(), message, hint)
