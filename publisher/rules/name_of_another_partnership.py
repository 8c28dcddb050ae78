"""The text names another safeguarding partnership where its publisher should stand.

What it does
    Finds names such as “Otherborough Safeguarding Partnership” and short ones such as “MSCB” and “Otherborough SCP”,
    and reports those that are not the publisher's own, in its glossary or in its link register. A name in a link or
    in quotation marks may stand. Beside words such as “review” or “report” it is advice only, as it may be the source
    of the learning. Adults' boards of the same place are left alone, and so are partnerships that the project or the
    house list knows by name, which are another rule's business (BRD004).

Why it matters
    A briefing that was taken over still sends its readers to the wrong partnership.

Example
    “Contact MSCB” in a briefing that Salford publishes.

Use instead
    “Contact {{ partnership.short_name }}”

Source
    Briefings are widely shared and renamed: Manchester thanks three other partnerships
    (https://www.manchestersafeguardingboards.co.uk/resource/seven-minute-briefings/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.edition import Edition
from publisher.house import House
from publisher.remembered import remembered
from publisher.rules._belongings import Belongings, belongings
from publisher.rules._reading import is_mentioned, sentence_around
from publisher.rules._rule import OWN_WORDS, Passage, Scope, Subject

CODE = "MET005"
NAME = "name-of-another-partnership"
SEVERITY = Severity.ERROR
SCOPE = Scope.EDITION

_short = r"(?:[A-Z]{1,4}(?:SCP|SCB|SPP)|LRSB)"
# Neither a short name nor a word of a whole one, so that two names in a row are two.
_place = rf"(?!(?:{_short}|Safeguarding|Partnership|Boards?)\b)[A-Z][\w'’-]{{0,30}}"
_plain = r"[A-Z][a-z][\w'’-]{1,30}"
_name = re.compile(
    rf"\b{_place}(?:,? (?:(?:and|&|of|upon) )?{_place}){{0,5}}"
    r" Safeguarding (?:(?:Child|Children|Adult|Adults)(?:['’]?s)? (?:and (?:Adults|Children)(?:['’]s)? )?"
    r"(?:(?!(?:Partnership|Boards?)\b)[A-Z][\w-]{1,20} ){0,2})?"
    r"(?:Partnership Board|Partnership|Boards?)\b"
    # Short names of children's partnerships and of the boards before them; HSCP is a Scottish health body.
    rf"|\b(?!HSC){_short}\b"
    rf"|\b{_plain}(?: (?:and |& )?{_plain}){{0,2}} L?SC[PB]\b"
)
_parts_of_a_name = (" Safeguarding ", "SCP", "SCB", "SPP", "LRSB")
# Words that are no part of a name: the first of a sentence, and those of a general name.
_not_a_place = re.compile(
    r"(?:(?:a|all|an|and|ask|at|by|contact|each|email|every|for|from|if|in|local|many|multi-agency|multi|national|our"
    r"|regional|tell|the|this|visit|when|with|your)\b[ -]?){1,6}",
    re.IGNORECASE,
)
_source = re.compile(
    r"\b(?:audit|commission|inspect|inquir|learn|neighbour|publish|report|research|review|thank)", re.IGNORECASE
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each name of a partnership that does not publish the edition."""
    edition = subject.edition
    if edition is None:
        return
    own = _own_names(edition)
    known: Belongings | None = None
    for passage in subject.of(*OWN_WORDS):
        for start, end in _names(passage, own, edition, house):
            # A partnership that the project or the house list knows by name is BRD004's business.
            known = known or belongings(subject, edition.partnership.profile, house)
            if not any(known.in_text(passage.prose.text[start:end])):
                yield _finding(passage, start, end, edition)


def _names(passage: Passage, own: tuple[str, ...], edition: Edition, house: House) -> Iterator[tuple[int, int]]:
    """Yield where the names of other partnerships stand, unless they are only mentioned."""
    if not any(part in passage.prose.text for part in _parts_of_a_name):
        return
    for match in _name.finditer(passage.prose.text):
        start, end = _after_general_words(match), match.end()
        name = " ".join(match.string[start:end].split())
        if _is_another(name, own, edition, house) and not is_mentioned(passage, start, end):
            yield start, end


def _finding(passage: Passage, start: int, end: int, edition: Edition) -> Finding:
    name = " ".join(passage.prose.text[start:end].split())
    message = f"“{name}” is not the name of {edition.partnership.profile.short_name}"
    kind = "name" if " " in name else "short_name"
    hint = f"Write `{{{{ partnership.{kind} }}}}`, or waive this where another partnership is meant."
    found = passage.finding(start, end, message, hint)
    is_source = _tells_of_learning(passage.prose.text, *sentence_around(passage.prose.text, start))
    return replace(found, severity=Severity.INFO) if is_source else found


@remembered
def _tells_of_learning(text: str, first: int, last: int) -> bool:
    """Whether a sentence speaks of a review or the like; kept, as a sentence may have many names."""
    return _source.search(text, first, last) is not None


def _after_general_words(match: re.Match[str]) -> int:
    """Return where the name starts, behind words such as “Contact” and “the Local”."""
    general = _not_a_place.match(match.string, match.start(), match.end())
    return general.end() if general else match.start()


def _own_names(edition: Edition) -> tuple[str, ...]:
    profile = edition.partnership.profile
    labels = (link.label for link in profile.links.values())
    names = (profile.name, profile.short_name, *profile.glossary, *profile.glossary.values(), *labels)
    return tuple(_normal(name) for name in names if name.strip())


def _is_another(name: str, own: tuple[str, ...], edition: Edition, house: House) -> bool:
    written = _normal(name)
    place = written.partition(" safeguarding")[0]
    if written.endswith((" scp", " scb", " lscp", " lscb")):
        place = written.rpartition(" ")[0]
        profile = edition.partnership.profile
        return written not in own and place not in _normal(f"{profile.name} {profile.area}")
    if " " not in name:
        return written not in own and house.acronyms.get(name) is None
    if written.startswith("safeguarding ") or any(written in one or written.endswith(f" {one}") for one in own):
        return False
    area = _normal(edition.partnership.profile.area)
    return "adult" not in written or place != area


def _normal(name: str) -> str:
    return " ".join(name.replace("&", "and").replace("’", "'").casefold().split())
