"""A local slot is not filled for a partnership.

What it does
    Reports a ``link:`` key that a partnership's register does not have or leaves empty, a name in ``{{ … }}`` that is
    not one of the partnership's own, a name in single braces or in a value where none is read (the type of a resource,
    the address of a contact), and braces that do not pair. As nothing unknown may be printed, this is always an error:
    it can be neither left out nor waived, and weighs the same in every project.

Why it matters
    What is local (the procedure, the referral route) must be each partnership's own; an unfilled slot would print
    as a gap or as code.

Example
    ``[our policy](link:escalation)`` where ``partnership.yml`` has no ``escalation`` under ``links``.

Use instead
    An entry ``escalation: {url: …, label: …}`` in the register of each partnership that publishes the briefing.

Source
    Referral route, escalation policy, thresholds and training link are the local parts of the briefings read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Path, Severity
from publisher.edition import NAME as LOCAL_NAME
from publisher.edition import REGISTER, Edition
from publisher.house import House
from publisher.model import Work
from publisher.partnership import Profile
from publisher.rules._links import WrittenLink, is_address, is_stand_in, links
from publisher.rules._rule import Passage, Scope, Subject

CODE = "BRD005"
NAME = "unfilled-local-slot"
SEVERITY = Severity.ERROR
SCOPE = Scope.EDITION

_name_or_brace = re.compile(
    rf"{LOCAL_NAME.pattern}|\{{\{{|\}}\}}|\{{\s{{0,9}}(?:partnership|contact)\.[\w-]{{1,60}}\s{{0,9}}\}}"
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each link key and each name that the partnership does not fill."""
    edition = subject.edition
    if edition is None:
        return
    for link in links(subject):
        if link.target.startswith(REGISTER):
            yield from _key(link, edition)
        else:
            for _, _, message, hint in _names(link.target, edition):
                yield link.about_target(message, hint)
    for passage in subject.passages:
        for start, end, message, hint in _names(passage.prose.text, edition):
            yield passage.finding(start, end, message, hint)
        yield from _with_marks(passage, subject)
    yield from _where_none_is_read(subject.work)
    for path, text in _of_profile(edition.partnership.profile):
        for start, end, message, hint in _names(text, edition):
            yield Finding(path, message, hint, start, end, in_profile=True)


def _of_profile(profile: Profile) -> Iterator[tuple[Path, str]]:
    yield ("accessible_formats",), profile.accessible_formats
    for key, contact in profile.contacts.items():
        yield ("contacts", key, "label"), contact.label


def _where_none_is_read(work: Work) -> Iterator[Finding]:
    """Yield each name, filled or not, in a value that is printed as it stands."""
    values: dict[Path, str] = {}
    for place, resource in work.placed_resources():
        values |= {(*place, "type"): resource.type, (*place, "size"): resource.size}
    for key, contact in work.contacts.items():
        values |= {("contacts", key, way): getattr(contact, way) for way in ("phone", "email", "url")}
    for path, text in values.items():
        for match in _name_or_brace.finditer(text):
            message = f"`{match.group()}` is printed as it stands, as no name is read here"
            yield Finding(path, message, "Write out what it stands for.", *match.span())


def _with_marks(passage: Passage, subject: Subject) -> Iterator[Finding]:
    """Yield each name with marks of Markdown between its braces, which is printed as it stands."""
    for match in LOCAL_NAME.finditer(passage.prose.text) if passage.prose.marks else ():
        first, last = passage.prose.in_value(*match.span())
        written = " ".join(subject.work.text_at(passage.path)[first:last].split())
        if written != " ".join(match.group().split()):
            hint = f"Write `{match.group()}`, with the marks around it."
            yield passage.finding(*match.span(), f"`{written}` is not read as a name", hint)


def _key(link: WrittenLink, edition: Edition) -> Iterator[Finding]:
    key = link.target.removeprefix(REGISTER)
    address = edition.target(link.target)
    # An empty key is LNK001's business: it is so for every partnership.
    if not is_stand_in(link.target) and (is_stand_in(address) or not is_address(address)):
        owner = edition.partnership.profile.short_name
        known = key in edition.partnership.profile.links
        leads = f"leads to `{address}`" if address else "has no address"
        message = f"`{key}` {leads if known else 'is not'} in the link register of {owner}"
        yield link.about_target(message, _link_hint(key, edition))


def _names(text: str, edition: Edition) -> Iterator[tuple[int, int, str, str]]:
    """Yield the start and end of each name that is not filled, with what is wrong and what would be right."""
    for match in _name_or_brace.finditer(text) if "{" in text or "}" in text else ():
        name = match.group(1)
        if name is None:
            what = "stands alone" if match.group() in {"{{", "}}"} else "is printed as it stands"
            hint = "Write a name with two braces on each side: `{{ partnership.name }}`."
            yield match.start(), match.end(), f"`{match.group()}` {what}", hint
        elif not edition.names().get(name):
            what = "is empty" if name in edition.names() else "is not a name"
            message = f"`{{{{ {name} }}}}` {what} for {edition.partnership.profile.short_name}"
            yield match.start(), match.end(), message, _name_hint(name, edition)


def _link_hint(key: str, edition: Edition) -> str:
    similar = edition.similar_link(key)
    if similar and similar != key:
        return f"Did you mean `{similar}`?"
    return f"Give its address under `links:` in templates/{edition.partnership.identifier}/partnership.yml."


def _name_hint(name: str, edition: Edition) -> str:
    similar = edition.similar_name(name)
    if similar and similar != name:
        return f"Did you mean `{{{{ {similar} }}}}`?"
    return f"Fill it in templates/{edition.partnership.identifier}/partnership.yml."
