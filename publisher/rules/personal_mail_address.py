"""A person's e-mail address, or their account on social media, stands in the file.

What it does
    Reports an e-mail address with a name before the @, such as an initial and a surname, and one at a service for
    private mail, in any part of the file, contacts and ``mailto:`` links included. In a briefing about a case it
    reports an account on social media, too. Neither is ever repeated.

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
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.identifiers import Kind
from publisher.rules._case import is_case, telling
from publisher.rules._private import found_in
from publisher.rules._rule import Scope, Subject

CODE = "PRV015"
NAME = "personal-mail-address"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_account = re.compile(
    r"(?<![\w.])(?:https?://)?(?:www\.)?(?:facebook|instagram|snapchat|threads|tiktok|twitter|x)\.com/(?:add/)?@?[\w.-]{3,60}"
    r"|(?<![\w.@/])@[A-Za-z_][\w.]{2,30}\b(?!@)",
    re.IGNORECASE,
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each e-mail address of a person."""
    for one in found_in(subject, Kind.MAIL):
        yield one.finding("a person's e-mail address", "Give the mailbox of a team.")
    for passage in telling(subject) if is_case(subject.work) else ():
        for match in _account.finditer(passage.prose.text):
            hint = "Say “on social media”, and no more."
            yield passage.finding(*match.span(), "an account on social media stands here", hint)
