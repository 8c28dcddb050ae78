"""A person's e-mail address, or their account on social media, stands in the file.

What it does
    Reports an e-mail address with a name before the @, such as an initial and a surname, and one at a service for
    private mail, in any part of the file, contacts and ``mailto:`` links included. In a text it reports one word before
    the @, too, where a person is spoken of just before and no word of a team is in it; in a briefing about a case also
    an account on social media. Mailboxes of teams and the accounts of organisations, by ``team-mailboxes`` and
    ``organisations`` in ``templates/house/keywords.yml``, and accounts to follow are left alone. What is found is never
    repeated.

Why it matters
    It is personal data, it invites readers to send what is confidential to one person, and people leave.

Example
    ``sam.sample@council.example.org``

Use instead
    ``duty.team@council.example.org``

Source
    The published briefings read give a shared mailbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publisher import identifiers
from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.identifiers import Kind
from publisher.rules._case import is_case, telling
from publisher.rules._keywords import keywords_of
from publisher.rules._mailboxes import is_of_team, may_be_of_team
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV015"
NAME = "personal-mail-address"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_HINT = "Give the mailbox of a team."
_one_word = re.compile(
    r"(?<![\w.+'’-])(?P<word>[a-z]{4,24})\d{0,4}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,18}", re.IGNORECASE
)
_person_before = re.compile(
    r"\b(?:his|her|mother|father|mum|dad|grandmother|grandfather|worker|teacher|doctor|visitor|midwife|officer|carer)"
    r"\b[^.\n@]{0,60}\Z",
    re.IGNORECASE,
)
_REACH = 80
_account = re.compile(
    r"(?<![\w.])(?:https?://)?(?:www\.)?(?:facebook|instagram|snapchat|threads|tiktok|twitter|x)\.com/(?:add/)?@?[\w.-]{3,60}"
    r"|(?<![\w.@/])@[A-Za-z_][\w.]{2,30}\b(?!@)",
    re.IGNORECASE,
)
_to_follow = re.compile(r"\bfollow(?: us)?(?: (?:on|at))? \Z", re.IGNORECASE)
_NETWORKS = ("instagram", "insta", "snap", "snapchat", "tiktok", "facebook", "twitter", "discord", "telegram")
_networks = frozenset(_NETWORKS)
# “His Instagram was sample_99”: what no word of a text looks like, and no web address.
_account_told = re.compile(
    rf"\b(?:{'|'.join(_NETWORKS)})(?: (?:name|account|handle|username|ID))?(?: (?:is|was)|:)? "
    r"((?=[\w.]{0,30}[\d_]|\w{1,30}\.\w)(?!www\.|[\w.]{0,30}\.(?:com|net|org|uk)\b)[a-z][\w.]{2,29}\w)\b",
    re.IGNORECASE,
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each e-mail address of a person."""
    for one in found_in(subject, Kind.MAIL):
        if not is_of_team(one.words, house):
            yield one.finding("a person's e-mail address", _HINT)
    for passage in telling(subject):
        text = passage.prose.text
        for place in _apart(text, _of_one_word(text, house)) if "@" in text else ():
            yield passage.finding(*place, "a person's e-mail address stands here", _HINT)
        for place in _apart(text, _accounts(text, house)) if is_case(subject.work) else ():
            hint = "Say “on social media”, and no more."
            yield passage.finding(*place, "an account on social media stands here", hint)


def _apart(text: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the places that do not begin within an identifier, of which there is a finding already."""
    several = list(places)
    taken = {place for one in identifiers.find(text) for place in range(one.start, one.end)} if several else ()
    yield from (place for place in several if place[0] not in taken)


def _of_one_word(text: str, house: House) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each address with one word before the @ where a person is spoken of just before."""
    for match in _one_word.finditer(text):
        spoken_of = _person_before.search(text, max(0, match.start() - _REACH), match.start())
        if spoken_of and not may_be_of_team(match["word"].lower(), house):
            yield match.span()


def _accounts(text: str, house: House) -> Iterator[tuple[int, int]]:
    for match in _account.finditer(text):
        followed = _to_follow.search(text, max(0, match.start() - _REACH), match.start())
        if not followed and not any(keywords_of(match[0], house, "followed-accounts")):
            yield match.span()
    if not _networks.isdisjoint(words_in(text)):
        yield from (match.span(1) for match in _account_told.finditer(text))
