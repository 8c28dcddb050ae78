"""The patterns by which tinyhtml5 2 reads a page are made once.

It keeps them under a wrong key, so that each is put together anew for every word of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tinyhtml5 import inputstream


class _Patterns(dict[tuple[Iterable[str], bool], re.Pattern[str]]):
    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, is_opposite = key
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        pattern = self[key] = re.compile(f"[{'' if is_opposite else '^'}{listed}]+")
        return pattern


def take() -> None:
    """Put the shortcut in place."""
    inputstream.characters_until_regex = _Patterns()
