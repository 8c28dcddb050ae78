"""One briefing in every way in which its sections may be marked: the same seven sections come out."""

from __future__ import annotations

import pytest

from publisher import importers
from publisher.importers.imported import bring_in
from publisher.importers.recognition import Surroundings

HEADINGS = [
    *("Background", "Why it matters", "What we know", "Signs to look for", "Good practice", "Things to remember"),
    "What to do",
]
TEXT = "Somebody has to ask the question that everyone in the room is thinking about the child."
LIST = "1. Ask\n2. Listen\n3. Write"

SHAPES = {
    # How a section is written, whether the file is Markdown, and how sure the recogniser may be.
    "{n}. {h}\n\n{t}": ("txt", "high"),
    "{n}.\t{h}\n{t}": ("txt", "high"),
    "{n}.{h}\n{t}": ("txt", "high"),
    "{n}) {h}\n{t}": ("txt", "high"),
    "({n}) {h}\n{t}": ("txt", "high"),
    "{n} - {h}\n{t}": ("txt", "high"),
    "{n}: {h}\n{t}": ("txt", "high"),
    "{n} {h}\n{t}": ("txt", "high"),
    "0{n} {h}\n{t}": ("txt", "high"),
    "#{n} {h}\n{t}": ("txt", "high"),
    "{n}/7 {h}\n{t}": ("txt", "high"),
    "{n} of 7: {h}\n{t}": ("txt", "high"),
    "Minute {n}: {h}\n{t}": ("txt", "high"),
    "Step {n} – {h}\n{t}": ("txt", "high"),
    "Q{n} {h}\n{t}": ("txt", "high"),
    "{n}\n\n{h}\n\n{t}": ("txt", "high"),
    "{n}.\n{h}\n{t}": ("txt", "high"),
    "{n}. {h}: {t}": ("txt", "medium"),
    "{h}\n{t}": ("txt", "low"),
    "{h}:\n\n{t}": ("txt", "low"),
    "## {h}\n\n{t}": ("md", "high"),
    "# {h}\n\n{t}": ("md", "high"),
    "## {n}. {h}\n\n{t}": ("md", "high"),
    "**{n}. {h}**\n\n{t}": ("md", "high"),
    "**{n}.** **{h}**\n\n{t}": ("md", "high"),
    "**{n}** {h}\n\n{t}": ("md", "high"),
    "**{n}. {h}.** {t}": ("md", "medium"),
    "**{h}**\n{t}": ("md", "medium"),
    "{n}. **{h}**\n   {t}": ("md", "high"),
    "{n}. {h}\n\n    {t}": ("md", "high"),
    "<h2>{h}</h2>\n\n<p>{t}</p>": ("md", "low"),
}


@pytest.mark.parametrize("listed", [False, True], ids=["text", "lists"])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_seven_sections_are_found(shape, listed):
    suffix, confidence = SHAPES[shape]
    sections = [shape.format(n=number, h=heading, t=TEXT) for number, heading in enumerate(HEADINGS, 1)]
    # A numbered list in a section may not be taken for sections, nor a section for an item of the list.
    sections = [f"{section}\n\n{LIST}" for section in sections] if listed else sections
    title = "# Neglect" if suffix == "md" else "Neglect"
    text = "\n\n".join([f"{title}\n\n7 Minute Briefing", *sections])

    imported = bring_in(importers.read(text.encode(), f"case.{suffix}"), Surroundings())

    body = f"{TEXT}\n\n{LIST}\n" if listed else f"{TEXT}\n"
    assert imported.data["sections"] == [{"heading": heading, "body": body} for heading in HEADINGS]
    assert (imported.title, imported.data.get("unplaced")) == ("Neglect", None)
    assert {part.confidence.value for part in imported.parts} == {confidence}
