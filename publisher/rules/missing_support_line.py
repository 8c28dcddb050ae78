"""A briefing on suicide, abuse or death prints no support line.

What it does
    Reports a briefing without a line of support that fits: for each topic tag to which the house list gives support
    lines, for a text that speaks of suicide or self-harm, and for a title, subtitle or summary that speaks of abuse,
    violence or death. A support line that the text itself gives by name counts too.

Why it matters
    Among those who read and discuss a briefing there are always people who have lived through what it is about.

Example
    ``topics: [suicide]`` without ``support:``

Use instead
    ``topics: [suicide]`` with ``support: [samaritans]``

Source
    Public Health Dorset's wordbook asks for signposting beside every text on suicide
    (https://publichealthdorset.org.uk/w/partner-information/suicide-prevention/suicide-safely-wordbook).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._english import is_english
from publisher.rules._keywords import keywords_of
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "PKG004"
NAME = "missing-support-line"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_subject_matter = re.compile(
    r"\b(?:abus(?:e|ed|ing|ive)|assault(?:ed|s)?|bereave(?:d|ment)|dea(?:d|th|ths)|died|dying|exploitation|killed|murder(?:ed|s)?"
    r"|neglect(?:ed)?|rape[ds]?|violen(?:ce|t))\b",
    re.IGNORECASE,
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield what a support line is missing for: one topic, or one mention in the text."""
    shown = _shown(subject, house)
    for index, topic in enumerate(subject.work.topics):
        wanted = house.topics[topic].support if topic in house.topics else ()
        if wanted and not shown & set(wanted):
            message = f"the briefing is about `{topic}`, and prints no support line for it"
            yield Finding(("topics", index), message, _hint(wanted), 0, len(topic))
            return
    if is_english(subject.work):
        yield from _in_text(subject, house, shown)


def _shown(subject: Subject, house: House) -> set[str]:
    """Return the support lines that the briefing prints, under ``support`` or by name in its text."""
    text = "\n".join(passage.prose.text for passage in subject.passages).casefold()
    named = {key for key, line in house.support.items() if line.label.casefold() in text}
    return named | {key for key in subject.work.support if key in house.support}


def _in_text(subject: Subject, house: House, shown: set[str]) -> Iterator[Finding]:
    lines = house.topics["suicide"].support if "suicide" in house.topics else tuple(house.support)
    if not shown & set(lines):
        for passage in subject.passages:
            for found in keywords_of(passage.prose.text, house, "suicide"):
                yield _about(passage, found.start, found.end, lines)
                return
    if not shown:
        for passage in subject.of(Part.TITLE, Part.SUBTITLE, Part.SUMMARY):
            match = _subject_matter.search(passage.prose.text)
            if match:
                yield _about(passage, match.start(), match.end(), tuple(house.support))
                return


def _about(passage: Passage, start: int, end: int, lines: tuple[str, ...]) -> Finding:
    message = f"the briefing speaks of “{passage.prose.text[start:end]}”, and prints no support line"
    return passage.finding(start, end, message, _hint(lines))


def _hint(lines: tuple[str, ...]) -> str:
    return f"Add one or more to `support`: {', '.join(f'`{line}`' for line in lines)}."
