"""A web address is not secure, or carries what it is tracked by.

What it does
    Reports an address that begins with ``http://``, one with tracking parameters (``utm_source``, ``fbclid``,
    ``gclid``, ``mc_cid`` and their like), and one that a mail filter has wrapped (Safe Links and others), in the text
    and in the entries of the link register that it uses. Tracking parameters are removed by ``--fix``; ``http``
    becomes ``https`` there for sites that are known to serve it.

Why it matters
    What is read over ``http://`` can be read and changed on the way, and browsers warn of it. Tracking tells others
    who read a page about abuse. A wrapped address can contain the e-mail address of the person who copied it, and
    stops working with the filter.

Example
    ``http://www.gov.uk/report-child-abuse?utm_source=newsletter``

Use instead
    ``https://www.gov.uk/report-child-abuse``

Source
    HTTPS for all services is asked for by the GOV.UK Service Manual
    (https://www.gov.uk/service-manual/technology/using-https); the rest is known from practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._addresses import Address, addresses, registered
from publisher.rules._hosts import web_host, within
from publisher.rules._rule import Scope, Subject

CODE = "LNK008"
NAME = "untidy-address"
SEVERITY = Severity.INFO
SCOPE = Scope.BOTH

# Sites that answer over HTTPS, with all their hosts; those of the house's support lines are known as well.
_known_to_be_secure = """
    www.gov.uk service.gov.uk legislation.gov.uk www.gov.wales www.gov.scot www.nidirect.gov.uk www.nhs.uk
    www.england.nhs.uk nspcc.org.uk childline.org.uk samaritans.org barnardos.org.uk childrenssociety.org.uk nice.org.uk
"""
_secure = tuple(_known_to_be_secure.split())
_query = re.compile(r"\?[^#]*")
_tracking = re.compile(
    r"(?:utm_\w{1,40}|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igshid|li_fat_id|mc_cid|mc_eid"
    r"|_ga|_gl|_hsenc|_hsmi|mkt_tok|vero_id)",
    re.IGNORECASE,
)
_mail_filters = """
    safelinks.protection.outlook.com urldefense.com urldefense.proofpoint.com mimecastprotect.com
    protect-eu.mimecast.com protect-us.mimecast.com linkprotect.cudasvc.com clicktime.symantec.com
    links.govdelivery.com lnks.gd
"""
_wrappers = tuple(_mail_filters.split())


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield what is to be tidied in each address."""
    for address in registered(subject) if subject.edition else addresses(subject):
        if address.target[:4].lower() != "http":
            continue
        host = web_host(address.target)
        wrapper = next((name for name in _wrappers if within(host, name)), "")
        if wrapper:
            message = f"{address.called} leads through `{wrapper}`, which a mail program has put around the address"
            found = address.finding(message, "Open it, and give the address of the page itself.")
            yield replace(found, severity=Severity.WARNING)
            continue
        if address.target[:7].lower() == "http://":
            yield _insecure(address, host, house)
        yield from _tracked(address)


def _insecure(address: Address, host: str, house: House) -> Finding:
    message = f"{address.called} leads to `http://`, which is not secure"
    if address.exact and any(within(host, domain) for domain in (*_secure, *_house_hosts(house))):
        return address.finding(message, "Write `https://`; the site is known to serve it.", 0, 4, "https")
    return address.finding(message, "Write `https://` if the page opens so.", 0, 4)


def _house_hosts(house: House) -> Iterator[str]:
    for line in house.support.values():
        if line.url.startswith("https:"):
            yield web_host(line.url).removeprefix("www.")


def _tracked(address: Address) -> Iterator[Finding]:
    query = _query.search(address.target)
    if not query:
        return
    parts = query.group()[1:].split("&")
    names = dict.fromkeys(part.partition("=")[0] for part in parts)
    tracking = [name for name in names if _tracking.fullmatch(name)]
    if not tracking:
        return
    set_aside = frozenset(tracking)
    kept = [part for part in parts if part.partition("=")[0] not in set_aside]
    message = f"{address.called} carries {', '.join(f'`{name}`' for name in tracking)}, by which visitors are tracked"
    replacement = f"?{'&'.join(kept)}" if kept else ""
    hint = "Give the address without it." if len(tracking) == 1 else "Give the address without them."
    yield address.finding(message, hint, query.start(), query.end(), replacement if address.exact else None)
