"""A column of resources whose titles are cut over lines, each title made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from publisher.importers._manuscript import Paragraph, Run
from publisher.importers.as_markdown import tidy
from publisher.model import Scope

SCOPES = re.compile(r"\b(?P<scope>local|national)\s+resources\s*(?::|$)", re.IGNORECASE)
"""What stands above the resources of one scope; in the middle of a line, its colon tells it from a title."""

# A bracket that closes, or the kind of thing that it is, ends a title where the next word begins another.
_END = re.compile(
    r"(?:(?<=\))|(?<=\bprocedure)|(?<=\bvideos)|(?<=\bvideo)|(?<=\bwebpage)|(?<=\bfilm)|(?<=\bblogs)|(?<=\bresource))"
    r"\s+(?=[\"“'‘]?[A-Z0-9])"
)
_goes_on = re.compile(
    r"(?:[,:&/–-]|\b(?:a|about|and|around|as|at|by|for|from|in|into|of|on|or|part|the|their|to|under|with))$",
    re.IGNORECASE,
)
_TOGETHER = frozenset({("learning", "disabilities"), ("practice", "review"), ("young", "people")})
"""Words with capitals that belong together across a line's end."""
_begins = re.compile(r"[\"“]\S|['‘(]*[A-Z0-9]")
_loose = re.compile(r"(?<=\()\s+|\s+(?=[,.)])")
"""Blanks where a link's words began or ended."""


@dataclass(frozen=True, slots=True)
class Title:
    """The words of one resource, where they lead, and the scope that was announced above them."""

    text: str
    target: str | None
    scope: Scope | None


def titles(lines: Iterable[Paragraph]) -> list[Title]:
    """Return the titles of a column, every word of it among them but the names of the scopes."""
    found: list[Title] = []
    scope: Scope | None = None
    is_new = True
    for part in _parts(lines):
        if isinstance(part, Scope):
            scope, is_new = part, True
        elif not part.text.strip():
            continue
        elif is_new or _is_another(found[-1], part):
            found.append(Title(part.text, part.target, scope))
            is_new = False
        else:
            found[-1] = _longer(found[-1], part)
    return [replace(one, text=_loose.sub("", tidy(one.text)).strip()) for one in found]


def _parts(lines: Iterable[Paragraph]) -> Iterator[Run | Scope]:
    """Yield the words of a column in pieces that may each begin a title, and the scopes that are announced."""
    for line in lines:
        for number, run in enumerate(line.runs):
            position = 0
            for match in SCOPES.finditer(run.text):
                if not match[0].endswith(":") and (number or match.start()):
                    continue
                yield from _pieces(replace(run, text=run.text[position : match.start()]))
                yield Scope(match["scope"].lower())
                position = match.end()
            yield from _pieces(replace(run, text=run.text[position:]))
        yield Run(" ")


def _pieces(run: Run) -> Iterator[Run]:
    return (replace(run, text=text) for text in _END.split(run.text))


def _is_another(title: Title, part: Run) -> bool:
    """Whether a piece begins a title of its own after this one."""
    before, after = title.text.rstrip(), part.text.strip()
    if title.target and part.target and title.target != part.target:
        return True
    if _is_open(before) or _goes_on.search(before) or not _begins.match(after) or after.startswith("("):
        return False
    edge = before.split()[-1].lower(), re.sub(r"\W", "", after.split()[0]).lower()
    return edge not in _TOGETHER


def _is_open(text: str) -> bool:
    """Whether a quotation or bracket has begun and not ended."""
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”") or text.count("(") > text.count(")")


def _longer(title: Title, part: Run) -> Title:
    before, after = title.text.rstrip(), part.text.strip()
    # A hyphen at a line's end is that of a word with one.
    space = "" if re.search(r"[^\W_]-$", before) else " "
    target = title.target or (title.target if part.target is None else part.target)
    return replace(title, text=f"{before}{space}{after}", target=target)
