"""The partnership's mailbox, or that of one of its contacts, is a person's.

What it does
    Looks at the e-mail addresses in ``partnership.yml`` and reports one with a person's name before the @; words of
    topics and of ``team-mailboxes`` in ``templates/house/keywords.yml`` are none. An address in a briefing is another
    rule's business (PRV015), and so is a free mail service (MET006).

Why it matters
    People leave, and nobody reads their mail. A worker's address is also their personal data.

Example
    ``jane.smith@council.gov.uk``

Use instead
    ``sscp@council.gov.uk``

Source
    The published briefings read all give a shared mailbox.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher import identifiers
from publisher.diagnostics import Finding, Path, Severity
from publisher.house import House
from publisher.partnership import Profile
from publisher.rules._mailboxes import is_of_team
from publisher.rules._rule import Scope, Subject

CODE = "MET008"
NAME = "personal-mailbox"
SEVERITY = Severity.WARNING
SCOPE = Scope.EDITION


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield each address that is a person's; it is personal data, so it is not repeated."""
    if subject.edition is None:
        return
    profile = subject.edition.partnership.profile
    for path, whose, address in _addresses(profile):
        if _is_personal(address) and not is_of_team(address, house):
            message = f"the e-mail address of {whose} is a person's"
            yield Finding(path, message, "Give a shared mailbox that several people read.", in_profile=True)


def _addresses(profile: Profile) -> Iterator[tuple[Path, str, str]]:
    yield ("email",), profile.short_name, profile.email
    for key, contact in profile.contacts.items():
        yield ("contacts", key, "email"), f"the contact “{contact.label}”", contact.email


def _is_personal(address: str) -> bool:
    name = address.strip().partition("@")[0]
    # A host of our own leaves out the free mail services, which are errors already.
    return any(found.kind is identifiers.Kind.MAIL for found in identifiers.find(f"{name}@example.org"))
