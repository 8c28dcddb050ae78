"""Which addresses can be followed: those become links in a published file, and others are an author's mistake."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_link = re.compile(r"https?://[^/?#\s]|mailto:[^\s@]+@|tel:[+0-9]", re.IGNORECASE)
_scheme = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
_never_in_an_address = re.compile(r'[\s<>"{}|\\^`]')
_LONGEST = 2083
"""Characters: Word takes a file with a longer address for damaged."""


def is_link(target: str) -> bool:
    """Whether the address, without space around it, may be followed: a web page, an email address or a number."""
    target = target.strip()
    if not _link.match(target) or len(target) > _LONGEST:
        return False
    try:
        # A port that is not a number, or a bracket left open, is found only when it is asked for.
        urlsplit(target).port  # noqa: B018
    except ValueError:
        return False
    return True


def bare(address: str) -> str:
    """Return an address without what people leave out, or put in, when they print it."""
    return "".join(_scheme.sub("", address, count=1).split()).rstrip("/")


def escaped(target: str) -> str:
    """Return the address with the characters that no address may have percent-encoded."""
    return _never_in_an_address.sub(lambda match: quote(match[0]), target.strip())
