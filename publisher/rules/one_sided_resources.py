"""The resources are all local or all national.

What it does
    Reports two or more resources that are all national, and three or more that are all local, where the text itself
    links to nothing of the other kind. A resource with ``scope: local`` and everything from the partnership's link
    register is local; the others are national.

Why it matters
    A local procedure says what to do here; a national report says why it matters and how others do it.

Example
    three pages of the NSPCC and nothing local

Use instead
    the local procedure and one of the national pages

Source
    House rule, from a published compendium that lists local and national resources for each theme.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.edition import REGISTER
from publisher.house import House
from publisher.model import Scope as Reach
from publisher.rules._links import links
from publisher.rules._rule import Scope, Subject

CODE = "CON001"
NAME = "one-sided-resources"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING


_FEWEST = {"local": 3, "national": 2}
_SUCH_AS = {"local": "the local procedure", "national": "a national review or guidance"}


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where all of several resources are of one kind."""
    resources = subject.briefing.resources
    local = sum(resource.scope is Reach.LOCAL or resource.link is not None for resource in resources)
    if 0 < local < len(resources):
        return
    kind, other = ("local", "national") if local else ("national", "local")
    linked = {_kind(link.target) for link in links(subject) if not link.is_resource}
    if len(resources) >= _FEWEST[kind] and other not in linked:
        hint = f"Add one that is {other}, such as {_SUCH_AS[other]}."
        yield Finding(("resources",), f"all {len(resources)} resources are {kind}", hint, key=True)


def _kind(target: str) -> str:
    """Return whether a target in the text is local or national, or "" where it is neither, such as a number."""
    if target.startswith(REGISTER):
        return "local"
    return "national" if target.startswith("http") else ""
