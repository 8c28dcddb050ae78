"""The partnership's e-mail address or website is missing or not its own.

What it does
    Reports a partnership without ``email`` or ``website``; an address that is not on one of its ``domains`` (for
    e-mail also the website's host; a council's mail domain above the website's counts as its own); a contact at a
    free mail service; a contact of the partnership whose ``url`` is not a web, e-mail or telephone address; and a
    contact whose ``phone`` has no digits, or begins with 0 and has too few or too many. Short numbers such as 999
    and 101, and Childline's 0800 1111, are left alone.

Why it matters
    Every briefing ends with both, and readers trust and use what they find there. A private mailbox is read by one
    person and leaves with them. A number with a digit too few reaches nobody when a child needs help.

Example
    ``email: partnership@gmail.com``

Use instead
    ``email: sscp@salford.gov.uk`` with ``domains: [salford.gov.uk]``

Source
    The published briefings read all end with “Visit” and “Email”, both on the council's domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.edition import Edition
from publisher.house import House
from publisher.rules._hosts import mail_host, related, web_host
from publisher.rules._links import is_address
from publisher.rules._rule import Scope, Subject

CODE = "MET006"
NAME = "missing-or-foreign-contact"
SEVERITY = Severity.ERROR
SCOPE = Scope.EDITION

_services = (
    "aol btinternet gmail gmx googlemail hotmail icloud live mail me msn outlook proton protonmail sky talktalk "
    "virginmedia yahoo ymail"
)
_NUMBER = "Compare it with the service's own page, and call it once."
_free_services = frozenset(_services.split())
_free_endings = frozenset({"co.uk", "com", "me", "net"})
# What stands behind a number: an extension, a choice or another number.
_after_number = re.compile(r"[^\W\d_]|[,/;]|\(?#")
_trunk = re.compile(r"\s*(?:\+44[\s-]*(?:\(0\))?|\(?0(?!0))(?=[\s\d()-])")
_lengths = frozenset({9, 10})
"""How many digits a number of the United Kingdom has after its 0."""
_short_numbers = frozenset({"8001111", "8454647"})


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield what is wrong with the partnership's own addresses and with the contacts that are printed."""
    edition = subject.edition
    if edition is None:
        return
    yield from _website(edition)
    yield from _email(edition)
    for key, contact in edition.contacts().items():
        host = mail_host(contact.email)
        in_profile = key not in edition.work.contacts
        if in_profile and contact.url and not is_address(contact.url):
            message = f"the contact “{contact.label}” of {_owner(edition)} leads to `{contact.url}`, not an address"
            yield Finding(("contacts", key, "url"), message, "Give the public address.", in_profile=True)
        if contact.phone and (wrong := _what_is_wrong(contact.phone)):
            message = f"the telephone number of the contact “{contact.label}” of {_owner(edition)} {wrong}"
            yield Finding(("contacts", key, "phone"), message, _NUMBER, in_profile=in_profile)
        if _is_free(host):
            message = f"the contact “{contact.label}” of {_owner(edition)} is at the free mail service `{host}`"
            hint = "Give the service's own shared mailbox."
            yield Finding(("contacts", key, "email"), message, hint, in_profile=in_profile)


def _what_is_wrong(phone: str) -> str:
    """Return what keeps a number from being called, as the end of a sentence, or nothing."""
    if "{{" in phone:
        return ""
    if not any(map(str.isdigit, phone)):
        return "has no digits"
    trunk = _trunk.match(phone)
    if trunk is None:
        return ""
    end = _after_number.search(phone, trunk.end())
    digits = re.sub(r"\D", "", phone[trunk.end() : end.start() if end else None])
    if len(digits) in _lengths or digits in _short_numbers:
        return ""
    return f"has {len(digits) + 1} digits, where 10 or 11 are usual"


def _website(edition: Edition) -> Iterator[Finding]:
    profile = edition.partnership.profile
    host = web_host(profile.website)
    if not profile.website.strip():
        yield _about("website", f"{_owner(edition)} has no website", f"Add `website:` to {_file(edition)}.")
    elif not host:
        hint = f"Write the whole address in {_file(edition)}, such as `https://safeguarding.example.org/`."
        yield _about("website", f"the website of {_owner(edition)}, `{profile.website}`, is not a web address", hint)
    elif profile.domains and not any(related(host, domain) for domain in profile.domains):
        yield _about(
            "website", f"the website of {_owner(edition)} is on `{host}`, none of its domains", _own(edition, host)
        )


def _email(edition: Edition) -> Iterator[Finding]:
    profile = edition.partnership.profile
    host = mail_host(profile.email)
    own = [domain for domain in (*profile.domains, web_host(profile.website)) if domain]
    if not profile.email.strip():
        yield _about("email", f"{_owner(edition)} has no e-mail address", f"Add `email:` to {_file(edition)}.")
    elif not host:
        hint = f"Write it in {_file(edition)} as `name@council.gov.uk`."
        yield _about("email", f"the e-mail address of {_owner(edition)} is not one", hint)
    elif _is_free(host):
        hint = f"Give the partnership's shared mailbox in {_file(edition)}."
        yield _about("email", f"the e-mail address of {_owner(edition)} is at the free mail service `{host}`", hint)
    elif own and not any(related(host, domain) for domain in own):
        message = f"the e-mail address of {_owner(edition)} is on `{host}`, none of its domains"
        yield _about("email", message, _own(edition, host))


def _about(key: str, message: str, hint: str) -> Finding:
    return Finding((key,), message, hint, in_profile=True)


def _is_free(host: str) -> bool:
    service, _, ending = host.partition(".")
    return service in _free_services and ending in _free_endings


def _owner(edition: Edition) -> str:
    return edition.partnership.profile.short_name


def _file(edition: Edition) -> str:
    return f"templates/{edition.partnership.identifier}/partnership.yml"


def _own(edition: Edition, host: str) -> str:
    return f"Mend it, or add `{host}` to `domains:` in {_file(edition)} if it is the partnership's own."
