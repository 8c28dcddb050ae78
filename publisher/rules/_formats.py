"""The names of the form itself, which say nothing of what a briefing is about."""

from __future__ import annotations

import re

from publisher.edition import NAME

# The names that partnerships give the form: 7 Minute Briefing, 7MB, Seven Minute Brief (Swindon), Safer7 (Dudley),
# 5 Minute Briefing (Cumberland), One Minute Guide (Portsmouth), and the Welsh "sesiwn friffio 7 munud".
_number = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|saith)"
_form = re.compile(
    rf"\b(?:{_number}[\s-]*minutes?[\s-]+(?:brief(?:ing)?s?|guides?)|\d{{1,2}}[\s-]?mbs?|safer[\s-]?7"
    rf"|(?:sesiwn |papur |nodyn )?[bf]?r?iff\w* {_number} munud|brief(?:ing)?s?)\b",
    re.IGNORECASE,
)
_months = "january february march april may june july august september october november december"
_filler = frozenset(f"a an the our this new no number issue edition version final draft series {_months}".split())
_word = re.compile(r"[^\W\d_]{2,}")


def names_only_the_form(text: str) -> bool:
    """Whether ``text`` has the form's name or a partnership's, perhaps a date or version, and no other words."""
    rest = _form.sub(" ", NAME.sub(" ", text))
    return rest != text and all(word.casefold() in _filler for word in _word.findall(rest))
