"""The words of a text as the house lists are compared with them, read once for all that ask."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate

from publisher.remembered import remembered

# A word with its apostrophes, or a mark that ends a phrase. A final 's belongs to a word, but not to its form.
_token = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.,;:!?…/&–—\n]")
_parted = re.compile(f"({_token.pattern})")
_possessive = re.compile(r"(?<=[^\W_])'s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text, one after the other."""

    forms: list[str]
    """In small letters, with straight apostrophes."""
    capitals: dict[int, str]
    """Those that are abbreviations such as DNA, as written, by their positions among the forms."""
    words: AbstractSet[str]
    """The forms and the abbreviations."""


@remembered
def tokens_of(text: str) -> Tokens:
    """Return the words and marks of a text; kept, because several rules ask for the same passages."""
    written = _token.findall(_readable(text))
    forms = "\0".join(written).lower().split("\0") if written else []
    words = set(forms)
    abbreviations = {word for word in {*written} - words if len(word) > 1 and word.isupper()}
    capitals = (
        {position: word for position, word in enumerate(written) if word in abbreviations} if abbreviations else {}
    )
    return Tokens(forms, capitals, words | abbreviations)


@remembered
def spans_of(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each word and mark; few texts are asked for them."""
    # What stands between words and marks, and they themselves, by turns.
    ends = list(accumulate(map(len, _parted.split(_readable(text)))))
    return list(zip(ends[0::2], ends[1::2], strict=False))


def _readable(text: str) -> str:
    straight = text.replace("’", "'")
    return _possessive.sub("  ", straight) if "'" in straight else straight


def forms_in(text: str) -> list[str]:
    """Return the words of a text, and the marks that end a phrase, in small letters and in their order."""
    return tokens_of(text).forms


def words_in(text: str) -> AbstractSet[str]:
    """Return the words of a text in small letters, and its abbreviations as written.

    A rule whose regular expression needs certain words asks for them here first, which takes less time.
    """
    return tokens_of(text).words
