"""A local link does not lead to the partnership's own public pages.

What it does
    Reports an entry of the link register that a briefing uses, and a resource of ``scope: local``, whose host is not
    on one of the partnership's ``domains`` (nor that of its website), or does not open for everybody. Where the
    domains are those of another partnership of the project, the message says so.

Why it matters
    Readers follow the procedure that a briefing leads them to. That of another area has other forms, other numbers
    and other thresholds.

Example
    ``escalation: {url: "https://llrscb.proceduresonline.com/"}`` in Salford's register.

Use instead
    The address of the partnership's own procedure; its host stands under ``domains:`` in ``partnership.yml``.

Source
    Adapted briefings keep the links of those who wrote them; the procedures of a whole region may move to another
    host at once (https://safeguardingchildren.salford.gov.uk/news/june-2024).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.edition import REGISTER, Edition
from publisher.house import House
from publisher.model import Scope as Reach
from publisher.partnership import Profile
from publisher.rules._closed_places import closed_place
from publisher.rules._hosts import web_host, within
from publisher.rules._links import links
from publisher.rules._rule import Scope, Subject

CODE = "LNK004"
NAME = "foreign-local-link"
SEVERITY = Severity.ERROR
SCOPE = Scope.EDITION


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each used entry of the register and each local resource that leads elsewhere."""
    edition = subject.edition
    if edition is None:
        return
    for path, resource in subject.work.placed_resources():
        if resource.url is not None and resource.scope is Reach.LOCAL:
            wrong = _elsewhere(edition.words(resource.url), edition, subject.others)
            if wrong:
                hint = "Give each partnership's own page with `link:`, or mark the resource `scope: national`."
                message = f"the local resource “{resource.label}” leads to {wrong}"
                yield Finding((*path, "url"), message, hint, 0, len(resource.url))
    used = dict.fromkeys(link.target for link in links(subject) if link.target.startswith(REGISTER))
    for target in used:
        yield from _entry(target.removeprefix(REGISTER), edition, subject.others)


def _entry(key: str, edition: Edition, others: tuple[Profile, ...]) -> Iterator[Finding]:
    entry = edition.partnership.profile.links.get(key)
    if entry is None:
        return
    closed = closed_place(entry.url)
    wrong = closed or _elsewhere(entry.url, edition, others)
    if wrong:
        profile = edition.partnership.profile
        hint = f"Give the page of {profile.short_name}, or add the host to `domains:` if its pages are there."
        if closed:
            hint = "Give the address of a page that everybody can open."
        message = f"`{key}` in the link register of {profile.short_name} leads to {wrong}"
        yield Finding(("links", key, "url"), message, hint, 0, len(entry.url), in_profile=True)


def _elsewhere(address: str, edition: Edition, others: tuple[Profile, ...]) -> str:
    """Return where an address is if not on the partnership's domains, else ""."""
    profile = edition.partnership.profile
    host = web_host(address)
    own = [domain for domain in (*profile.domains, web_host(profile.website).removeprefix("www.")) if domain]
    if not host or not own or any(within(host, domain) for domain in own):
        return ""
    owner = next((other for other in others if any(within(host, domain) for domain in other.domains)), None)
    whose = f"a domain of {owner.short_name}" if owner else f"none of {profile.short_name}'s domains"
    return f"`{host}`, {whose}"
