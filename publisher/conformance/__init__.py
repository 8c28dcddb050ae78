"""Checks of finished files, listed: a check is a module with a code, a name, a severity, its formats and ``check``."""

from __future__ import annotations

from publisher.conformance import (
    another_layout,
    fixed_width_page,
    lost_or_moved_text,
    low_contrast,
    missing_alternative_text,
    missing_letters,
    missing_plain_text,
    number_not_in_text,
    overfull_slide,
    page_budget,
    pdf_without_web_page,
    personal_metadata,
    small_or_serif_type,
    table_without_header_cells,
    untagged_or_untitled_file,
)
from publisher.conformance._check import Check, EditionCheck, Output, UnreadableError
from publisher.diagnostics import Finding

__all__ = ["CHECKS", "EDITION_CHECKS", "Check", "EditionCheck", "Output", "verdicts"]

CHECKS: tuple[Check, ...] = (
    untagged_or_untitled_file,
    missing_letters,
    lost_or_moved_text,
    low_contrast,
    missing_alternative_text,
    table_without_header_cells,
    small_or_serif_type,
    fixed_width_page,
    number_not_in_text,
    personal_metadata,
    page_budget,
    overfull_slide,
    another_layout,
)

EDITION_CHECKS: tuple[EditionCheck, ...] = (pdf_without_web_page, missing_plain_text)
"""Checks of the files of an edition together."""


def verdicts(output: Output) -> list[tuple[Check, list[Finding]]]:
    """Return each check that looks at the output's format with what it finds.

    A file that cannot be read is one finding, and no check after it has anything to say.
    """
    given: list[tuple[Check, list[Finding]]] = []
    for check in CHECKS:
        if output.format not in check.FORMATS or output.document.form not in check.FORMS:
            continue
        try:
            given.append((check, list(check.check(output))))
        except UnreadableError as error:
            message = f"{output.noun} cannot be read ({error})"
            hint = "Please report it as a fault of the program."
            return [*given, (check, [Finding((), message, hint)])]
    return given
