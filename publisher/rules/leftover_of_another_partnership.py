"""Something in an edition belongs to another partnership.

What it does
    Reports names, short names, web and mail hosts, telephone numbers and places of the other partnerships whose
    folders the project has, and names and hosts of those on the house list, in a partnership's edition: in its
    texts, addresses, contacts and its own ``partnership.yml``. The credit line is left alone. Places, and what stands
    in quotations, in the names of links and of national resources, in a sentence that gives credit, or belongs to a
    partnership of the house list alone, weigh less; it may be meant.

Why it matters
    A number or a procedure left over from another area sends a reader with a worry about a child to the wrong
    service.

Example
    “Tell the SSCP what you see.” in the edition of a partnership that is not Salford's.

Use instead
    “Tell {{ partnership.short_name }} what you see.”

Source
    Pages of several partnerships share whole paragraphs; the published briefings read name their partnership, area
    and procedures within the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Path, Severity
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Scope as Reach
from publisher.rules._addresses import Address, addresses
from publisher.rules._belongings import Belonging, Belongings, Kind, belongings
from publisher.rules._hosts import mail_host, web_host
from publisher.rules._links import placed_resources
from publisher.rules._mentions import is_quoted
from publisher.rules._reading import sentence_around
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "BRD004"
NAME = "leftover-of-another-partnership"
SEVERITY = Severity.ERROR
SCOPE = Scope.EDITION

_weights = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_gives_credit = re.compile(
    r"\b(?:adapted|based on|by permission|developed by|first published|produced by|reproduced|shared by|taken from"
    r"|thank(?:s| you)|with permission|written by)\b",
    re.IGNORECASE,
)
_hints = {
    Kind.NAME: "Write `{{ partnership.name }}` or `{{ partnership.short_name }}`, or take it out.",
    Kind.PLACE: "Write `{{ partnership.area }}` if your own area is meant; let it stay with a waiver if it is right.",
    Kind.HOST: "Give your own page as `link:<key>`, or mark the resource `scope: national` if it is for everyone.",
    Kind.TELEPHONE: "Write `{{ contact.<key> }}`, so that each partnership's own number is printed.",
}


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield what is left over from another partnership."""
    edition = subject.edition
    if edition is None:
        return
    foreign = belongings(subject, edition.partnership.profile, house)
    for passage in subject.passages:
        if passage.part is not Part.CREDIT:
            for one in foreign.in_text(passage.prose.text):
                yield _in_passage(one, passage, subject)
    for address in addresses(subject):
        yield from _in_address(address, foreign, subject)
    for key, contact in subject.work.contacts.items():
        for name, text in (("phone", contact.phone), ("email", contact.email)):
            yield from _in_value(("contacts", key, name), text, foreign, in_profile=False)
    for path, text in _profile_texts(edition):
        yield from _in_value(path, text, foreign, in_profile=True)


def _in_passage(one: Belonging, passage: Passage, subject: Subject) -> Finding:
    words = passage.prose.text[one.start : one.end]
    lighter = [one.kind is Kind.PLACE, not one.in_project, _is_mentioned(one, passage, subject)]
    finding = passage.finding(one.start, one.end, _message(one, words), _hints[one.kind])
    return replace(finding, severity=_weight(sum(lighter)))


def _is_mentioned(one: Belonging, passage: Passage, subject: Subject) -> bool:
    """Whether another partnership may be named on purpose."""
    text = passage.prose.text
    if passage.part is Part.RESOURCE:
        return placed_resources(subject)[passage.path[:-1]].scope is Reach.NATIONAL
    in_link = passage.prose.inside("link", one.start, one.end)
    first, last = sentence_around(text, one.start)
    credited = _gives_credit.search(text, first, last) is not None
    return in_link or credited or is_quoted(passage.prose, one.start, one.end)


def _in_address(address: Address, foreign: Belongings, subject: Subject) -> Iterator[Finding]:
    target = address.target.strip()
    host = mail_host(target[7:].partition("?")[0]) if target[:7].lower() == "mailto:" else web_host(target)
    owner, in_project = foreign.of_host(host)
    if owner:
        resource = "resources" in address.path
        national = resource and placed_resources(subject)[address.path[:-1]].scope is Reach.NATIONAL
        message = f"{address.called} leads to `{host}`, which belongs to {owner}"
        finding = address.finding(message, _hints[Kind.HOST])
        # A local resource elsewhere is LNK004's business.
        if national or not resource:
            yield replace(finding, severity=_weight(sum([national, not in_project])))


def _in_value(path: Path, text: str, foreign: Belongings, *, in_profile: bool) -> Iterator[Finding]:
    for one in foreign.in_text(text):
        hint = "Give your own."
        severity = _weight(sum([one.kind is Kind.PLACE, not one.in_project]))
        message = _message(one, text[one.start : one.end])
        if in_profile and path[0] == "name":
            message = f"the description of the logo: {message}"
            yield Finding(path, message, hint, in_profile=True, severity=severity)
        else:
            yield Finding(path, message, hint, one.start, one.end, in_profile=in_profile, severity=severity)


def _profile_texts(edition: Edition) -> Iterator[tuple[Path, str]]:
    """Yield what a partnership's own files say in words; its addresses are looked at by LNK004 and MET006."""
    profile, logo = edition.partnership.profile, edition.partnership.brand.logo
    yield ("accessible_formats",), profile.accessible_formats
    for key, contact in profile.contacts.items():
        yield ("contacts", key, "label"), contact.label
    if logo:
        yield ("name",), logo.alternative


def _message(one: Belonging, words: str) -> str:
    shown = f"“{' '.join(words.split())}”"
    match one.kind:
        case Kind.NAME:
            return f"{shown} is another partnership's name"
        case Kind.PLACE:
            return f"{shown} is in the area of {one.owner}"
        case Kind.HOST:
            return f"{shown} belongs to {one.owner}"
        case Kind.TELEPHONE:
            return f"a telephone number of {one.owner} stands here"


def _weight(steps: int) -> Severity | None:
    """Return the weight so many steps below the usual one; None for the usual one."""
    return _weights[min(steps, len(_weights) - 1)] if steps else None
