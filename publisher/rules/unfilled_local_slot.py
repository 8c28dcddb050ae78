"""A local slot is not filled for a partnership.

What it does
    Reports a ``link:`` key that a partnership's register does not have or leaves empty, a name in ``{{ … }}``
    that is not one of the partnership's own, and braces that do not pair. In what the author wrote it reports what
    only keeps a place: “[INSERT LOCAL NAME]”, “<partnership name>”, “XXXX”, “???” and “Lorem ipsum”.

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

from publisher.diagnostics import Finding, Severity
from publisher.edition import NAME as LOCAL_NAME
from publisher.edition import REGISTER, Edition
from publisher.house import House
from publisher.rules._links import WrittenLink, is_address, is_stand_in, links
from publisher.rules._mentions import is_quoted
from publisher.rules._rule import Part, Scope, Subject
from publisher.rules._to_come import is_to_come, stand_ins

CODE = "BRD005"
NAME = "unfilled-local-slot"
SEVERITY = Severity.ERROR
SCOPE = Scope.BOTH

_name_or_brace = re.compile(rf"{LOCAL_NAME.pattern}|\{{\{{|\}}\}}")


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each link key and each name that the partnership does not fill, and what only keeps a place."""
    edition = subject.edition
    if edition is None:
        yield from _stand_ins(subject)
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
    for _, _, message, hint in _names(edition.partnership.profile.accessible_formats, edition):
        yield Finding(("accessible_formats",), message, hint, in_profile=True)


def _stand_ins(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        # A section with nothing else is STR006's business.
        if passage.part is Part.BODY and is_to_come(passage.prose.text):
            continue
        for start, end in stand_ins(passage.prose.text):
            if passage.prose.text[start] == "?" and is_quoted(passage.prose, start, end):
                continue
            message = f"“{passage.prose.text[start:end]}” only keeps a place"
            hint = "Write what is meant, or a name such as `{{ partnership.name }}` that each partnership fills."
            yield passage.finding(start, end, message, hint)


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
    for match in _name_or_brace.finditer(text) if "{{" in text or "}}" in text else ():
        name = match.group(1)
        if name is None:
            hint = "Write a name with two braces on each side: `{{ partnership.name }}`."
            yield match.start(), match.end(), f"`{match.group()}` stands alone", hint
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
