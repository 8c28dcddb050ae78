"""This kind of document has two names in one briefing.

What it does
    Reports the first place where a briefing calls the format by another name than before, such as “7MB” after
    “7 Minute Briefing”. Capitals and plurals do not count, nor does a short form that was introduced in brackets.
    Resources are left alone: their labels are titles.

Why it matters
    A reader who meets two names looks for two things.

Example
    “Read this 7 Minute Briefing … and this 7MB”

Use instead
    “Read this 7 minute briefing (7MB) … and this 7MB”

Source
    A published briefing has “7 Minute Briefing” four times and “7MB” once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.rules._english import is_english
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import OWN_WORDS, Scope, Subject

CODE = "LNG007"
NAME = "inconsistent-format-name"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING

_name = re.compile(
    r"\b(?:(?:7|seven)[\s-]?minutes?[\s-]brief(?:ing)?s?|7[\s-]?mbs?)\b"
    r"(?P<introduced>\s?\((?:or |an? )?[“\"]?7[\s-]?MBs?\b)?",
    re.IGNORECASE,
)
_any_name = frozenset({"brief", "briefs", "briefing", "briefings", "7mb", "7mbs", "mb", "mbs"})
_short = re.compile(r"7[\s-]?mb")


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield the first use of each name that is not the first one."""
    if not is_english(subject.work):
        return
    known: dict[str, str] = {}
    for passage in subject.of(*OWN_WORDS):
        if _any_name.isdisjoint(words_in(passage.prose.text)):
            continue
        for match in _name.finditer(passage.prose.text):
            written = match.group().partition("(")[0].strip()
            if is_quoted(passage.prose, match.start(), match.end()):
                continue
            if known and _form(written) not in known:
                first = next(iter(known.values()))
                message = f"the text says “{written}” here, and “{first}” before"
                hint = f"Keep to “{first}”, or bring in the short form once: “7 minute briefing (7MB)”."
                yield passage.finding(match.start(), match.start() + len(written), message, hint)
            known.setdefault(_form(written), written)
            if match["introduced"]:
                known.setdefault("7mb", "7MB")


def _form(words: str) -> str:
    """Return a name without capitals or plural; "7mb" for every short form."""
    form = " ".join(words.casefold().split()).removesuffix("s")
    return "7mb" if _short.fullmatch(form) else form
