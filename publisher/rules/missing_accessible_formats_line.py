"""The partnership does not say how to ask for a briefing in another format.

What it does
    Reports a partnership whose ``accessible_formats`` is missing, or has no words but a stand-in such as “TBC”.

Why it matters
    Some readers need large print, easy read, audio, braille or another language. Public bodies have to make
    reasonable adjustments, and a reader has to know whom to ask.

Example
    A ``partnership.yml`` without ``accessible_formats:``

Use instead
    ``accessible_formats: If you need this in large print, easy read, audio or braille, email scp@example.org.``

Source
    Equality Act 2010, section 20 (https://www.legislation.gov.uk/ukpga/2010/15/section/20); Equality and Human Rights
    Commission, accessible formats policy (http://equalityhumanrights.com./about-us/accessible-formats-policy).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "ACC013"
NAME = "missing-accessible-formats-line"
SEVERITY = Severity.WARNING
SCOPE = Scope.EDITION

_stand_in = re.compile(r"(?:tb[acd]|to be (?:added|confirmed)|to ?do|none|n/a|x+)?\W*", re.IGNORECASE)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the partnership's line is missing."""
    if subject.edition is None:
        return
    partnership = subject.edition.partnership
    if _stand_in.fullmatch(partnership.profile.accessible_formats.strip()):
        message = f"{partnership.profile.short_name} does not say how to ask for another format"
        hint = f"Write it under `accessible_formats:` in templates/{partnership.identifier}/partnership.yml."
        yield Finding(("accessible_formats",), message, hint, in_profile=True)
