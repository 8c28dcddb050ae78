"""Words that a text only mentions: in a quotation, in the name of a page, or as words that are spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left

from publisher.prose import Prose
from publisher.remembered import remembered
from publisher.rules._rule import Part, Passage

# An apostrophe within or after a word neither opens nor closes a quotation.
_quotation = re.compile(
    r"“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"|(?<!\w)‘[^‘\n]{1,300}?’(?!\w)|(?<!\w)'(?=\S)[^\n]{1,200}?(?<=\S)'(?!\w)"
)
_judged = r"(?:seen|viewed|regarded|treated|described|dismissed|perceived|portrayed|judged|labell?ed)"
_who = (
    r"(?:(?:he|she|they|you|somebody|someone|children|boys|girls|young people|parents|mothers|fathers"
    r"|(?:an?|the|this|their) (?:child|boy|girl|young person|parent|mother|father))"
    r"(?: (?:is|are|was|were|has|have|had)(?: been)?)?)"
)
_not = r"(?:\b(?:not|never|no(?: longer)?|nor|stop)|n['’]t)"
_shall_not = rf"(?:{_not}|\b(?:nobody|no one) (?:should|must|may|ought to))"
_others = r"(?:(?: [\w’'-]{1,15}){1,2}(?:,|,? and|,? or))?"
_spoken_of = re.compile(
    rf"(?:\b(?:terms?|words?|phrases?|labels?|expressions?)(?: (?:such as|like|of|or|and){_others})?"
    rf"|\b{_judged}(?: \w{{1,15}}){{0,2}} as(?: being)?{_others}"
    rf"|\b(?:is|are|was|were|be|been|being|often)(?: \w{{3,12}})? (?:called|labell?ed)"
    rf"|\b(?:people|some|many|others|records|reports|files)(?: (?:may|might|still|often|sometimes|used to)){{0,2}}"
    rf" (?:say|said|write|wrote)(?: that(?: {_who})?)?"
    rf"|\bso[- ]called|\binstead of|\brather than|\bavoid(?:ing)?(?: (?:saying|writing|using)(?: that(?: {_who})?)?)?"
    rf"|{_not} that {_who}"
    rf"|{_shall_not} (?:use|using|(?:say|saying|write|writing)(?: that(?: {_who})?)?"
    rf"|(?:call|describe|label)(?: \w{{1,15}}){{1,2}}(?: as)?)(?:(?: [\w’'-]{{1,15}}){{1,4}},? (?:or|nor))?)"
    rf"(?: (?:a|an|the))?[\s:]{{1,2}}$",
    re.IGNORECASE,
)
# Parts of these words, of which few texts have any.
_parts_of_speaking = (
    *(
        "term",
        "word",
        "phrase",
        "label",
        "expression",
        "seen",
        "view",
        "regard",
        "treat",
        "descri",
        "dismiss",
        "perceiv",
    ),
    *("portray", "judg", "call", "instead", "rather", "avoid", " us", "say", "writ", "t that"),
)
_called_a_word = re.compile(
    r"[”\"’']? (?:is|are|was|were|isn['’]t|aren['’]t)(?: (?:not|never|no))?"
    r"(?:(?: \w{2,14})? (?:words|terms|phrases|labels|expressions)"
    r"| an?(?: \w{2,14})? (?:word|term|phrase|label|expression))\b",
    re.IGNORECASE,
)
_denied = re.compile(rf"{_not}(?: (?:a|an|the|any|in|simply|just|such thing as a)){{0,2}}\s$", re.IGNORECASE)
_behind_a_quotation = re.compile(r"[”\"]\s?\($")
_look_back = 60


def is_quoted(prose: Prose, start: int, end: int) -> bool:
    """Whether the characters stand in a block quote, or some of them in quotation marks."""
    if prose.inside("quote", start, end):
        return True
    spans = _quotations(prose.text)
    # They do not overlap, so only the last that begins before the end can hold the characters.
    following = bisect_left(spans, (end, end))
    return following > 0 and start < spans[following - 1][1]


@remembered
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _quotation.finditer(text))


def is_short_for_quoted(prose: Prose, start: int) -> bool:
    """Whether what begins at ``start`` stands in a bracket behind a quotation, as in “did not attend” (DNA)."""
    return _behind_a_quotation.search(prose.text, max(0, start - 4), start) is not None


def is_spoken_of(prose: Prose, start: int) -> bool:
    """Whether the words just before ``start`` say that those after it are words, or somebody's view."""
    before = prose.text[max(0, start - _look_back) : start]
    small = before.lower()
    return any(part in small for part in _parts_of_speaking) and _spoken_of.search(before) is not None


def is_called_a_word(prose: Prose, end: int) -> bool:
    """Whether the words just behind ``end`` say that those before it are words, as in “is a label”."""
    return _called_a_word.match(prose.text, end) is not None


def is_denied(prose: Prose, start: int) -> bool:
    """Whether the words just before ``start`` deny what follows, as in “never a”."""
    return _denied.search(prose.text[max(0, start - _look_back) : start]) is not None


def in_a_name(passage: Passage, start: int, end: int) -> bool:
    """Whether the characters are words of a link or a resource, which are often the title of a page."""
    return passage.part is Part.RESOURCE or passage.prose.inside("link", start, end)
