"""A briefing that another partnership wrote first does not say so.

What it does
    Reports an ``origin`` without ``credit``. As a warning, it reports a credit that gives no year, or that does not
    name the partnership given under ``origin``.

Why it matters
    The credit thanks those who did the work, and lets readers go back to the text that was adapted.

Example
    ``origin: {partnership: salford, permission: "Email, June 2024"}``

Use instead
    The same with ``credit: Adapted with permission from Salford Safeguarding Children Partnership, July 2024.``

Source
    Manchester's page thanks the partnerships whose idea it took
    (https://www.manchestersafeguardingboards.co.uk/resource/seven-minute-briefings/); other pages share whole
    paragraphs and name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.model import Origin
from publisher.rules._rule import Scope, Subject

CODE = "BRD002"
NAME = "reuse-without-credit"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_year = re.compile(r"\b(?:19|20)\d\d\b")
_word = re.compile(r"[^\W_]{3,}")
# Every partnership may have these in its name, so they name none.
_common_words = """
    adults and assurance board boards borough child children childrens city council county for lscb lscp partnership
    people safeguarding the
"""
_common = frozenset(_common_words.split())
_EXAMPLE = "as in “Adapted with permission from Salford Safeguarding Children Partnership, July 2024”."
_path = ("origin", "credit")


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield what is missing from the credit line."""
    origin = subject.work.origin
    if origin is None:
        return
    credit = origin.credit.strip()
    if not credit:
        message = f"the briefing comes from “{origin.partnership}”, and no credit line says so"
        yield Finding(_path, message, f"Add `credit:`, {_EXAMPLE}")
        return
    for missing in _missing(origin):
        yield Finding(
            _path,
            f"the credit line does not give {missing}",
            f"Give it, {_EXAMPLE}",
            0,
            len(origin.credit),
            severity=Severity.WARNING,
        )


def _missing(origin: Origin) -> Iterator[str]:
    """Yield what a credit line should give and does not."""
    names = {word.casefold() for word in _word.findall(origin.partnership)} - _common
    written = origin.credit.casefold()
    # The partnership may be given by the letters of its name, which the credit writes in full.
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]+", origin.credit) if word[0].isupper())
    named = any(name in written or name.upper() in letters for name in names)
    if names and not named:
        yield f"the partnership that the briefing comes from, “{origin.partnership}”"
    if not _year.search(origin.credit):
        yield "the year"
