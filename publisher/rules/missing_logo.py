"""The partnership has no logo, or its description names nobody.

What it does
    Reports a partnership whose ``_brand.yml`` gives no logo, and a logo whose ``alt`` is a file name or a word such as
    “logo”. It is a warning, not an error: without a logo the partnership's name is printed in its place, and without
    ``alt`` the name is read. The size and the clear space of the logo are set by the page's layout.

Why it matters
    The logo tells readers whose briefing they hold. A screen reader says the ``alt`` in its place.

Example
    A ``_brand.yml`` without ``logo:``

Use instead
    ``logo: {images: {main: {path: logo.svg, alt: Salford Safeguarding Children Partnership}}, medium: main}``

Source
    WCAG 2.2, success criterion 1.1.1 Non-text Content (https://www.w3.org/TR/WCAG22/#non-text-content); the
    briefings read all carry the partnership's name block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._rule import Scope, Subject

CODE = "BRD001"
NAME = "missing-logo"
SEVERITY = Severity.WARNING
SCOPE = Scope.EDITION

_names_nobody = re.compile(
    r"\s*(?:\S{0,80}\.(?:svg|png|jpe?g|gif)|(?:our |the |company |partnership )?(?:logo|image|picture|icon|emblem|alt)"
    r"|to ?do|tb[ac])\s*",
    re.IGNORECASE,
)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield what is wrong with the partnership's logo; it stands at the partnership's name."""
    if subject.edition is None:
        return
    partnership = subject.edition.partnership
    owner, logo = partnership.profile.short_name, partnership.brand.logo
    file = f"templates/{partnership.identifier}/_brand.yml"
    if logo is None:
        hint = f"Put it into the folder, and name it under `logo:` in {file}."
        yield Finding(("name",), f"{owner} has no logo", hint, in_profile=True)
    elif _names_nobody.fullmatch(logo.alternative):
        message = f"the logo of {owner} is described as “{logo.alternative.strip()}”"
        hint = f"Give the name of the organisation as `alt` in {file}, or leave `alt` out."
        yield Finding(("name",), message, hint, in_profile=True)
