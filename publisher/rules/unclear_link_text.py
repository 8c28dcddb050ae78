"""A link's words do not say where it leads.

What it does
    Reports link words that mean nothing by themselves (“here”, “read more”, “via this link”, “[1]”), that say “click
    here”, that are a web address, or that stand for two different targets in one briefing. The labels of resources
    count as link words, and so does a label without words. Words that only name the form (“7 Minute Briefing”) are a
    warning, and so is a web address in a section or question that is no link. The same words for the same target are
    fine.

Why it matters
    Screen readers list links by their words alone, and print shows no target.

Example
    ``Read more [here](link:escalation)``

Use instead
    ``Read the [escalation policy](link:escalation)``

Source
    WCAG 2.2, success criterion 2.4.4 Link Purpose (https://www.w3.org/TR/WCAG22/#link-purpose-in-context); a
    published briefing has four links that are all named “7 Minute Briefing”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._case import is_case
from publisher.rules._formats import names_only_the_form
from publisher.rules._links import WrittenLink, is_stand_in, links
from publisher.rules._reading import is_mentioned
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "LNK002"
NAME = "unclear-link-text"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_HINT = "Name what the reader will find there, such as “escalation policy”."
_empty_words = """
    a about access all an and at available by click continue detail details document documents download find follow
    following for from full further get go here in info information is learn link links more of on online open our out
    page pages pdf please read see site that the these this to url via video view visit watch web webpage website your
"""
_empty = frozenset(_empty_words.split())
_pointing = frozenset({"this", "these", "here"})
_pointed_at = frozenset({"form", "guidance", "guide", "leaflet", "report", "resource"})
"""Words that say nothing in “this guide” and “guide here”, and something in “the guide”."""
# The Welsh phrases are: here, click here, more, read more, more information, this link, website.
_welsh = frozenset({"yma", "cliciwch yma", "mwy", "darllen mwy", "rhagor o wybodaeth", "y ddolen hon", "gwefan"})
_no_words = re.compile(r"\[\s{0,20}\](?=\()")
_word = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# A bare host, such as GOV.UK or nspcc.org.uk, is a name that people say.
_web_address = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S+|\{\{\s*partnership\.website\s*\}\}", re.IGNORECASE
)


# A bare address: with its scheme, with “www.”, or with a path behind the host.
_bare = re.compile(
    r"(?<![\w@/.\[-])(?<!\]\()(?<!\] \()(?:https?://|www\.)[^\s<>()\[\]“”\"]{2,300}"
    r"|(?<![\w@/.\[-])(?<!\]\()(?<!\] \()(?:[a-z\d-]{1,40}\.){1,4}"
    r"(?:uk|com|org|net|be|co|cymru|eu|gd|gl|gle|info|io|ly|ms|scot|wales)/"
    r"[^\s<>()\[\]“”\"]{1,300}",
    re.IGNORECASE,
)

_SHORTEST_NUMBER = 3
"""Digits: 999 and 111 are numbers that people know, “[1]” is that of a note."""
_lost_link = re.compile(r"\bclick(?:ing)? (?:here|(?:on )?(?:this|the) link)\b", re.IGNORECASE)
_account = re.compile(
    r"(?:https?://)?(?:www\.)?(?:facebook|instagram|snapchat|threads|tiktok|twitter|x)\.com/", re.IGNORECASE
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each link whose words do not tell it apart, and each address that is no link."""
    first: dict[str, WrittenLink] = {}
    for passage in subject.of(Part.BODY, Part.QUESTION):
        yield from _addresses(passage, is_of_case=is_case(subject.work))
    for link in links(subject):
        unclear = _unclear(link, subject)
        if unclear:
            yield unclear
        elif not is_stand_in(link.target):
            yield from _ambiguous(link, first.setdefault(_normal(link.words), link))


def _addresses(passage: Passage, *, is_of_case: bool) -> Iterator[Finding]:
    """Yield each web address that stands in a text and leads nowhere."""
    text = passage.prose.text
    for match in _lost_link.finditer(text) if "click" in text.lower() else ():
        in_link = passage.prose.inside("link", match.end() - 1, match.end())
        if not in_link and not is_mentioned(passage, *match.span()):
            message = f"“{match.group()}” is no link here"
            hint = "Make it one with words that say where it leads: `[name of the page](https://…)`."
            yield replace(passage.finding(*match.span(), message, hint), severity=Severity.WARNING)
    if "/" not in text and "www." not in text.lower():
        return
    for match in _bare.finditer(text):
        end = match.start() + len(match[0].rstrip(".,;:!?'’*_"))
        # In a case, an account on social media is PRV015's business.
        account = is_of_case and _account.match(text, match.start())
        if not account and not passage.prose.inside("link", match.start(), end):
            hint = "Make it a link with words: `[name of the page](https://…)`."
            found = passage.finding(match.start(), end, "a web address stands in the text and is no link", hint)
            yield replace(found, severity=Severity.WARNING)


def _without_words(link: WrittenLink, subject: Subject) -> Finding:
    """Return the finding about a link whose words are missing, which points at its brackets."""
    value = subject.work.text_at(link.passage.path)
    near, _ = link.passage.prose.in_value(link.start, link.end)
    places = [match.start() for match in _no_words.finditer(value)]
    start = min(places, key=lambda place: abs(place - near), default=near)
    return Finding(link.passage.path, "a link has no words", _HINT, start, start + 2 if places else near + 1)


def _unclear(link: WrittenLink, subject: Subject) -> Finding | None:
    """Return what is wrong with the words by themselves."""
    words = link.words.strip()
    shown = " ".join(words.split())
    if not words:
        return _without_label(link) if link.is_resource else _without_words(link, subject)
    if _web_address.fullmatch(words):
        return link.about_words(f"the link's words are a web address, “{shown}”", _HINT)
    click = _lost_link.search(shown)
    if click and click.group() != shown:
        hint = "Link the words that name the page, and leave the others out."
        return link.about_words(f"the link's words “{shown}” say “{click.group()}”", hint)
    if _says_nothing(link):
        return link.about_words(f"the link's words “{shown}” do not say where it leads", _HINT)
    return None


def _without_label(link: WrittenLink) -> Finding:
    return Finding(link.passage.path, "a resource has no words, so that its address is printed", _HINT, key=True)


def _says_nothing(link: WrittenLink) -> bool:
    """Whether nothing is left of a link's words without those that only tell readers to follow it."""
    words = _normal(link.words).split()
    left = [word for word in words if word not in _empty and not (word.isdigit() and len(word) < _SHORTEST_NUMBER)]
    if not _pointing.isdisjoint(words):
        left = [word for word in left if word not in _pointed_at]
    return not left or " ".join(words) in _welsh


def _ambiguous(link: WrittenLink, earlier: WrittenLink) -> Iterator[Finding]:
    """Yield what is wrong with the words beside those of an earlier link."""
    words = " ".join(link.words.split())
    if _same_target(link.target) != _same_target(earlier.target):
        message = f"“{words}” leads to `{link.target}` here and to `{earlier.target}` before"
        yield link.about_words(message, "Give each target words of its own.")
    elif names_only_the_form(words):
        hint = "Put the subject into the link, such as “professional challenge: 7 minute briefing”."
        found = link.about_words(f"the link's words “{words}” name the form and no subject", hint)
        yield replace(found, severity=Severity.WARNING)


def _normal(words: str) -> str:
    return " ".join(_word.findall(words)).casefold()


def _same_target(target: str) -> str:
    return target.strip().rstrip("/")
