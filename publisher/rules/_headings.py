"""What several rules need to know of a section's heading."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from publisher.remembered import remembered

# A number with a mark after it, as in "3. Learning", "(3) Learning" or "3 – Learning"; not "10 principles",
# "3.5 million", "12 - 18 months" or "16-year-olds". The last mark is that of a keycap emoji. Or "3.1 Learning",
# "III. Learning" and "③ Learning", and "Section 3: Learning", where higher numbers are those of a law.
_mark = r"\s*(?:[.):]|[-–—](?=\s)|\ufe0f?\u20e3)\s*(?![\d\s])"
_typed = re.compile(
    rf"\s*(?:\(?\s*(?P<number>\d{{1,2}}){_mark}|(?i:section|point|minute|number|no\.?)\s*(?P<named>[1-7]){_mark}"
    r"|[Nn]o\.\s*(?P<short>\d)\s+(?=[A-Z])|(?P<whole>\d)\.\d\.?\s+(?=[A-Z][a-z])"
    r"|\(?(?P<roman>(?i:i{1,3}|iv|vi{0,3}))[.)]\s+(?=\S)|(?P<circled>[①-⑳❶-❿➀-➉])\s*(?=\S))"
)
_roman = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number typed before a heading, and where the heading's own words begin."""

    number: int
    end: int


def typed_number(text: str) -> TypedNumber | None:
    """Return the number that is typed before a heading, if there is one."""
    match = _typed.match(text)
    if not match:
        return None
    written = str(match[str(match.lastgroup)]).lower()
    if written in _roman:
        return TypedNumber(_roman.index(written), match.end())
    return TypedNumber(int(written if written.isdecimal() else unicodedata.numeric(written)), match.end())


_word = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@remembered
def words(text: str) -> tuple[str, ...]:
    """Return the words of a heading or title in small letters, without a number typed before them."""
    typed = typed_number(text)
    return tuple(word.casefold() for word in _word.findall(text, typed.end if typed else 0))


def says_something(text: str) -> bool:
    """Whether a heading has words besides a number typed before it."""
    return any(character.isalpha() for word in words(text) for character in word)
