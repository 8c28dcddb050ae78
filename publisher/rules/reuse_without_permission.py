"""A briefing is adapted from another partnership's, and its permission is not recorded.

What it does
    Reports an ``origin`` whose ``permission`` is empty or a stand-in such as “unknown” or “to be asked”; and, as
    advice, one that does not say when it was given. The name of an open licence needs no date. Permissions are never
    printed.

Why it matters
    Briefings are under copyright like any text, and hardly any page states a licence. Without a record, nobody can
    tell later whether anyone asked.

Example
    ``permission: unknown``

Use instead
    ``permission: Email from the partnership's business manager, June 2024``

Source
    None of the 27 listing pages read shows a licence or a permission, such as
    https://www.manchestersafeguardingboards.co.uk/resource/seven-minute-briefings/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "BRD003"
NAME = "reuse-without-permission"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_stand_in = re.compile(
    r"\W*(?:(?:not (?:yet )?|to be )?(?:asked|agreed|confirmed|given|granted|known|recorded|requested|sought)"
    r"|unknown|none|no|yes|n/?a|pending|requested|awaited|awaiting|tb[ac]|to ?do|x{2,}|assumed|verbal)?\W*",
    re.IGNORECASE,
)
_year = re.compile(r"\b(?:19|20)\d\d\b")
_licence = re.compile(r"\blicen[cs]ed?\b|\bOGL\b|\bCC[ -]BY\b|\bpublic domain\b", re.IGNORECASE)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield what is missing from the record of the permission."""
    origin = subject.work.origin
    if origin is None:
        return
    written = origin.permission
    finding = Finding(("origin", "permission"), "", "Say who agreed, how and when; it is never printed.")
    if _stand_in.fullmatch(written):
        shown = f" (“{written.strip()}”)" if written.strip() else ""
        message = f"no permission of “{origin.partnership}” is recorded{shown}"
        yield replace(finding, message=message, start=0 if shown else None, end=len(written) if shown else None)
    elif not _year.search(written) and not _licence.search(written):
        message = "the record of the permission does not say when it was given"
        yield replace(finding, message=message, start=0, end=len(written), severity=Severity.INFO)
