"""A link leads to a place that does not open for everybody.

What it does
    Reports a link, resource or contact that leads to SharePoint, OneDrive, Teams or another place for those who are
    signed in, to a name that works inside one network only, or to a bare number; and a file share or a disk of
    somebody's computer in the text. Forms and pages that are published to the web are fine. The entries of a link
    register are looked at by LNK004; an address of another kind, such as ``file:`` or ``javascript:``, by LNK001.

Why it matters
    A briefing is read by schools, health, police and charities. To most of them such a link shows a sign-in page, or
    nothing.

Example
    ``[our form](https://council.sharepoint.com/sites/safeguarding/form)``

Use instead
    ``[our form](https://safeguarding.example.org/form)``, on a public page.

Source
    GOV.UK asks for content on public pages rather than in files in closed places
    (https://gds.blog.gov.uk/2018/07/16/why-gov-uk-content-should-be-published-in-html-and-not-pdf/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._addresses import addresses
from publisher.rules._closed_places import closed_place
from publisher.rules._rule import Scope, Subject

CODE = "LNK005"
NAME = "intranet-link"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

# \\server\share (in Markdown its first two signs are one) and S:\Safeguarding; not his\her.
_share = re.compile(r"(?<![\w\\])(?:\\{1,2}[A-Za-z][\w.-]{0,60}\\[\w$.-]{1,60}|[A-Z]:\\[\w$.-]{1,60})")
_HINT = "Publish the page or file where everybody can open it, and link to it there."


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each address that most readers cannot open."""
    for address in addresses(subject):
        closed = closed_place(address.target)
        if closed:
            yield address.finding(f"{address.called} leads to {closed}", _HINT)
    for passage in subject.passages:
        for match in _share.finditer(passage.prose.text) if "\\" in passage.prose.text else ():
            message = f"`{match.group()}` is a place on one organisation's own disks"
            yield passage.finding(match.start(), match.end(), message, _HINT)
