"""An entry of the link register has not been opened for a year.

What it does
    Looks at the entries of the link register that a briefing uses, and reports those whose ``checked`` is missing
    (as advice), lies more than 12 months back, or lies in the future. Whether an address opens today is not looked
    at: checking needs no network, and somebody who opens the page also sees whether it still says the same.

Why it matters
    Procedures move. A register is the one place to mend, but only if somebody opens its addresses now and then.

Example
    ``escalation: {url: …, label: Escalation policy, checked: 2024-01-15}`` in November 2026.

Use instead
    ``escalation: {url: …, label: Escalation policy, checked: 2026-11-01}`` after opening the page.

Source
    The Greater Manchester procedures moved to another host in June 2024, and readers were asked to delete their
    bookmarks (https://safeguardingchildren.salford.gov.uk/news/june-2024).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.dates import PartialDate
from publisher.diagnostics import Finding, Severity
from publisher.edition import REGISTER
from publisher.house import House
from publisher.rules._links import is_address, is_stand_in, links
from publisher.rules._rule import Scope, Subject

CODE = "LNK003"
NAME = "unchecked-link"
SEVERITY = Severity.WARNING
SCOPE = Scope.EDITION

LASTS_MONTHS = 12


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each used entry of the register that somebody should open again."""
    if subject.edition is None:
        return
    profile = subject.edition.partnership.profile
    today = PartialDate(subject.today.year, subject.today.month, subject.today.day)
    used = dict.fromkeys(
        link.target.removeprefix(REGISTER) for link in links(subject) if link.target.startswith(REGISTER)
    )
    for key in used:
        entry = profile.links.get(key)
        if entry is None or is_stand_in(entry.url) or not is_address(entry.url):
            continue
        name = f"`{key}` in the link register of {profile.short_name}"
        path = ("links", key, "checked")
        if entry.checked is None:
            hint = "Open its address, and add the day as `checked`."
            yield Finding(
                path, f"{name} does not say when it was last opened", hint, in_profile=True, severity=Severity.INFO
            )
        elif entry.checked > today:
            message = f"{name} is said to have been opened in the future, `{entry.checked}`"
            yield Finding(path, message, "Write the day on which somebody opened its address.", in_profile=True)
        elif entry.checked.months_until(today) > LASTS_MONTHS:
            when = f"{'on' if entry.checked.day else 'in'} {entry.checked.in_words('en')}"
            message = f"{name} was last opened {when}"
            hint = "Open its address, mend it if the page has moved, and change `checked` to today."
            yield Finding(path, message, hint, in_profile=True)
