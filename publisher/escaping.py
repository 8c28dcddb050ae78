"""Words and addresses as Markdown that reads back as them, in lines that begin nothing else."""

from __future__ import annotations

import re
from urllib.parse import quote

_punctuation = re.compile(r"([!-/:-@\[-`{-~])")
_special = re.compile(r"\\|\*|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z]|[^\s<>]+@)|&(?=#?\w+;)|(?<=\])[({]")
_opening = re.compile(r"(?:[-+>](?=\s|$)|>|#{1,6}(?=\s|$)|[=-]+\s*$)")
_numbered_opening = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_not_in_destination = re.compile(r"[\x00-\x20\x7f\s<>\\]")
_piece = re.compile(r"[^ \n]*\]\(<[^>]*>\)[^ \n]*|[^ \n]+")
_risky_start = re.compile(r"[-+*=>#]|\d{1,9}[.)]$")


def escaped(text: str) -> str:
    """Return words with a backslash before each sign that would be taken for a mark where it stands."""
    return _special.sub(r"\\\g<0>", text)


def all_escaped(text: str) -> str:
    """Return words with a backslash before each sign that could be a mark anywhere."""
    return _punctuation.sub(r"\\\1", text)


def guarded(text: str) -> str:
    """Return a block's text with a first character escaped that would make it a list, heading or quotation."""
    if _opening.match(text):
        return f"\\{text}"
    return _numbered_opening.sub(r"\1\\\2", text, count=1) if _numbered_opening.match(text) else text


def destination(address: str) -> str:
    """Return an address as it stands between the round brackets of a link."""
    safe = _not_in_destination.sub(lambda match: quote(match[0]), address)
    safe = re.sub(r"&(?=#?\w+;)", "&amp;", safe)
    return f"<{safe}>" if re.search(r"[()]", safe) else safe


def wrapped(text: str, width: int) -> list[str]:
    """Return a text as lines; none begins with what Markdown would take for the start of something else."""
    lines: list[str] = []
    for piece in _piece.findall(text):
        if lines and (len(lines[-1]) + 1 + len(piece) <= width or _risky_start.match(piece)):
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines
