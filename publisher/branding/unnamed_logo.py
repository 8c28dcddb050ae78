"""The logo has no words of its own for those who cannot see it: the code and name are those of finished files."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.branding._brand_check import Folder
from publisher.conformance.missing_alternative_text import CODE, NAME
from publisher.diagnostics import Finding, Severity

__all__ = ["CODE", "NAME", "SEVERITY", "check"]

SEVERITY = Severity.WARNING


def check(folder: Folder) -> Iterator[Finding]:
    """Yield one finding where the logo has no ``alt``, for which files then use the partnership's name."""
    place, image = folder.logo()
    if image is not None and not image.alt.strip():
        message = f"the logo has no `alt`; “{folder.profile.name}” is read in its place"
        hint = "Write what it says beside its path: `images: {main: {path: …, alt: …}}`."
        yield Finding(place, message, hint)
