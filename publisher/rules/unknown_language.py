"""The language is not a known language tag.

What it does
    Reports a ``lang`` that is not a language tag of the right form with a known language, such as ``english``,
    ``en_GB`` or ``en-UK``: that of the whole, and that of words in another language. A briefing without ``lang`` is in
    British English.

Why it matters
    Screen readers choose their voice by it, and the program the words that it prints itself.

Example
    ``lang: english``, or ``[croeso]{lang=welsh}`` in a text

Use instead
    ``lang: en-GB``, or ``lang: cy`` for Welsh; ``[croeso]{lang=cy}``

Source
    WCAG 2.2, success criteria 3.1.1 Language of Page and 3.1.2 Language of Parts
    (https://www.w3.org/TR/WCAG22/#language-of-page); the form of a tag is that of RFC 5646, the languages are those of
    ISO 639-1 and a few more that are spoken in the UK.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "MET012"
NAME = "unknown-language"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

# RFC 5646, section 2.1: language, script, region, variants, private use.
_tag = re.compile(
    r"([a-z]{2,3})(?:-[a-z]{4})?(?:-(?!uk\b)(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_iso_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
# British Sign Language, Central Kurdish, Dari, Romani, Scots.
_others = "bfi ckb prs rom sco"
_known = frozenset(f"{_iso_639_1} {_others}".split())
_meant = {
    "british": "en-GB",
    "british english": "en-GB",
    "cymraeg": "cy",
    "eng": "en-GB",
    "english": "en-GB",
    "english (uk)": "en-GB",
    "gb": "en-GB",
    "wales": "cy",
    "welsh": "cy",
}


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield a finding for each language that cannot be understood."""
    yield from _of_whole(subject.work.lang)
    for passage in subject.passages:
        for mark in passage.prose.of("foreign"):
            if not _is_known(mark.target):
                meant = _suggestion(mark.target)
                hint = f"Write `{{lang={meant}}}`." if meant else "Write a tag such as `{lang=cy}` for Welsh."
                yield passage.finding(mark.start, mark.end, f"`{mark.target}` is not a language tag", hint)


def _of_whole(written: str) -> Iterator[Finding]:
    if _is_known(written):
        return
    meant = _suggestion(written.strip())
    hint = f"Write `lang: {meant}`." if meant else "Write `lang: en-GB`, or `lang: cy` for Welsh."
    message = f"`{written}` is not a language tag" if written.strip() else "`lang` is empty"
    yield Finding(("lang",), message, hint, 0, len(written), replacement=meant or None)


def _is_known(written: str) -> bool:
    tag = _tag.fullmatch(written)
    return tag is not None and tag.group(1).lower() in _known


def _suggestion(written: str) -> str:
    """Return the tag that was meant, or "" where that cannot be told."""
    hyphenated = re.sub(r"-uk\b", "-GB", re.sub(r"[_\s]+", "-", written), flags=re.IGNORECASE)
    return _meant.get(written.casefold()) or (hyphenated if _is_known(hyphenated) else "")
