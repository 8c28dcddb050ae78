"""The fields of a Word file: which words are their codes, and where their links lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from publisher.importers.docx._names import Element, of_word

_argument = re.compile(r'"((?:[^"\\]|\\.)*)"|“([^”]*)”|(\S+)')
_DEEPEST = 20
"""Fields within each other; no more are read as fields."""
_LIVE = frozenset({"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DATABASE", "RD"})
"""Fields that fetch something from outside the file."""


@dataclass(slots=True)
class Field:
    """A field that is being read."""

    code: str = ""
    shows_result: bool = False


def whole_fields(root: Element) -> set[Element]:
    """Return the marks of fields that are begun and ended, each in its own story.

    Those of a broken field are not among them, as words after it would be taken for its code.
    """
    stacks: dict[Element | None, list[list[Element]]] = {}
    found: set[Element] = set()
    for mark in root.iter(of_word("fldChar")):
        story = next(mark.iterancestors(of_word("txbxContent"), of_word("footnote"), of_word("endnote")), None)
        stack = stacks.setdefault(story, [])
        match mark.get(of_word("fldCharType")):
            case "begin":
                stack.append([mark])
            case "separate" if stack:
                stack[-1].append(mark)
            case "end" if stack:
                marks = stack.pop()
                found |= {*marks, mark} if len(stack) < _DEEPEST else set()
    return found


@lru_cache(maxsize=256)
def link_of(code: str) -> str | None:
    """Return where a field leads: None where it is no link, "" where it leads to a place in the file itself."""
    name, _, rest = code.strip().partition(" ")
    if name.upper() != "HYPERLINK":
        return None
    target, switch, anchor = "", "", ""
    for quoted, curly, bare in _argument.findall(rest):
        word = re.sub(r"\\(.)", r"\1", quoted) if quoted else curly or bare
        if bare.startswith("\\"):
            switch = bare[1:2].lower()
        elif switch == "l":
            anchor, switch = word, ""
        elif switch in {"o", "t"}:
            switch = ""
        elif not target:
            target = word
    return f"{target}#{anchor}" if target and anchor else target


def is_live(code: str) -> bool:
    """Whether a field takes its words from another program or file."""
    return code.strip().partition(" ")[0].upper() in _LIVE
