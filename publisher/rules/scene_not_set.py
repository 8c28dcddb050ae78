"""The first section does not set the scene.

What it does
    Reports a first section whose heading names the end of a briefing (what to do, things to remember, questions,
    resources, contacts) or what was learned. A round-up of themes may begin with what was learned. Any other
    heading is taken to set the scene.

Why it matters
    A reader has to know what the subject is before they can take in what was learned and what to do.

Example
    “Resources” as the first section.

Use instead
    “Background”, or a heading that says what the subject is, such as “What is professional curiosity?”

Source
    The usual order is background, why it matters, information, things to remember, what to do: iSORT, University of
    Bedfordshire (https://staging.isort-frontend.pages.dev/toolkit/learning/quick-wins/using-seven-minute-briefings).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.model import Family
from publisher.rules._rule import Scope, Subject
from publisher.rules._slots import Slot, slot

CODE = "STR009"
NAME = "scene-not-set"
SEVERITY = Severity.INFO
SCOPE = Scope.BRIEFING


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield one finding where the first heading names a later place."""
    if len(subject.briefing.sections) < 2:
        return
    heading = subject.briefing.sections[0].heading
    named = slot(heading)
    is_theme = named is Slot.LEARNING and subject.briefing.family is Family.THEMES
    if named is not None and not is_theme:
        message = f"the first section, “{heading.strip()}”, does not set the scene"
        hint = "Begin with what the subject is or what happened, under a heading such as “Background”."
        yield Finding(("sections", 0, "heading"), message, hint, 0, len(heading))
