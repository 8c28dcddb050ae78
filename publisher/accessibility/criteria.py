"""The success criteria of WCAG 2.2, levels A and AA, and how the files meet those that concern them.

The numbers, names and levels are those of https://www.w3.org/TR/WCAG22/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion that concerns briefings."""

    number: str
    name: str
    level: str
    ensured: str
    """How the files meet it."""
    codes: tuple[str, ...] = ()
    """The rules of sources and the checks of files that look at it."""
    by_eye: str = ""
    """What a person has to look at."""

    @property
    def address(self) -> str:
        """Where the W3C explains it."""
        slug = re.sub(r"[^a-z]+", "-", self.name.lower()).strip("-")
        return f"https://www.w3.org/WAI/WCAG22/Understanding/{slug}"


CRITERIA = (
    Criterion(
        "1.1.1",
        "Non-text Content",
        "A",
        "The only picture is the logo, and the partnership's name stands for it in words.",
        ("ACC004", "BRD001"),
        "That the words under `alt` name the organisation of the logo.",
    ),
    Criterion(
        "1.3.1",
        "Info and Relationships",
        "A",
        "Headings, lists, quotations and links are marked as such in every format; the PDF is tagged to PDF/UA.",
        ("ACC001", "ACC002", "ACC006", "ACC007", "ACC012"),
    ),
    Criterion(
        "1.3.2",
        "Meaningful Sequence",
        "A",
        "Every format is made of one text and read back in its reading order, the PDF by its tags.",
        ("ACC002", "STR002"),
    ),
    Criterion(
        "1.3.3",
        "Sensory Characteristics",
        "A",
        "Sections are named by number and heading; words such as “see the red box” are reported.",
        ("ACC011",),
        "Text that points to a place on the page, such as “on the left”.",
    ),
    Criterion("1.3.4", "Orientation", "AA", "The web page has one layout that fits upright and sideways screens."),
    Criterion(
        "1.4.1",
        "Use of Color",
        "A",
        "Colour only repeats what numbers and headings say, and links are underlined.",
        ("ACC011",),
        "A partnership's own style sheet, where it has one.",
    ),
    Criterion(
        "1.4.3",
        "Contrast (Minimum)",
        "AA",
        "All colours are made from the brand's so that text has 4.5:1 or more, on light and dark screens and on paper.",
        ("ACC003",),
        "The logo's own lettering, which the criterion exempts.",
    ),
    Criterion("1.4.4", "Resize Text", "AA", "Sizes on the web page follow the reader's own text size.", ("ACC010",)),
    Criterion(
        "1.4.5",
        "Images of Text",
        "AA",
        "Briefings have no pictures but the logo, so their text is text.",
        (),
        "That the logo is a logo and not a banner with the title in it.",
    ),
    Criterion(
        "1.4.10",
        "Reflow",
        "AA",
        "The web page is one column on narrow screens, with no width of its own.",
        ("ACC010",),
        "A partnership's own page template or style sheet, at 400 %.",
    ),
    Criterion(
        "1.4.11",
        "Non-text Contrast",
        "AA",
        "Nothing but text carries meaning; the mark of the keyboard's focus has the colour of the text.",
    ),
    Criterion(
        "1.4.12",
        "Text Spacing",
        "AA",
        "No part of the web page has a fixed height, so wider spacing pushes nothing out of sight.",
        (),
        "A partnership's own page template or style sheet.",
    ),
    Criterion("2.1.1", "Keyboard", "A", "The web page has only links, which every browser lets the keyboard reach."),
    Criterion("2.1.2", "No Keyboard Trap", "A", "The web page has no scripts and nothing that keeps the focus."),
    Criterion(
        "2.4.1",
        "Bypass Blocks",
        "A",
        "The web page starts with a link to its content; headings and bookmarks do the rest.",
    ),
    Criterion(
        "2.4.2",
        "Page Titled",
        "A",
        "The briefing's title is the title of the page, the PDF and the Word file.",
        ("ACC001", "STR007", "STR008"),
    ),
    Criterion("2.4.3", "Focus Order", "A", "Links follow the order of the text in every format.", ("ACC002",)),
    Criterion(
        "2.4.4",
        "Link Purpose (In Context)",
        "A",
        "Link words such as “click here”, and the same words for two pages, are reported.",
        ("LNK001", "LNK002"),
        "That the words of each link fit the page it leads to.",
    ),
    Criterion(
        "2.4.6",
        "Headings and Labels",
        "AA",
        "Each section has a heading of its own, and no two are the same.",
        ("STR003", "STR005"),
        "That each heading says what its section is about.",
    ),
    Criterion("2.4.7", "Focus Visible", "AA", "The web page draws a line around the link that has the focus."),
    Criterion("2.4.11", "Focus Not Obscured (Minimum)", "AA", "Nothing lies over the text of the web page."),
    Criterion(
        "2.5.8",
        "Target Size (Minimum)",
        "AA",
        "Links stand in sentences, which the criterion exempts, or are 24 pixels high.",
    ),
    Criterion(
        "3.1.1",
        "Language of Page",
        "A",
        "The language of the briefing is stated in the web page, the PDF and the Word file.",
        ("ACC001", "MET012"),
    ),
    Criterion(
        "3.1.2",
        "Language of Parts",
        "AA",
        "Words that the author marks as another language are so in the web page, the PDF and the Word file.",
        ("ACC014", "MET012"),
        "Words in another language: are all of them marked? A whole text in another language is a briefing of its own.",
    ),
    Criterion("3.2.3", "Consistent Navigation", "AA", "All briefings of a partnership have one layout."),
    Criterion("3.2.4", "Consistent Identification", "AA", "Dates, contacts and resources have the same words in all."),
    Criterion(
        "3.2.6",
        "Consistent Help",
        "A",
        "How to reach the partnership, and how to ask for another format, stands at the end of each briefing.",
        ("ACC013", "MET006"),
    ),
    Criterion(
        "4.1.2",
        "Name, Role, Value",
        "A",
        "The web page has only HTML's own elements; links in the PDF are tagged as links and have names.",
        ("ACC001", "ACC002"),
    ),
)

NOT_APPLICABLE = {
    "There is no sound, film or animation.": (
        "1.2.1 Audio-only and Video-only (Prerecorded)",
        "1.2.2 Captions (Prerecorded)",
        "1.2.3 Audio Description or Media Alternative (Prerecorded)",
        "1.2.4 Captions (Live)",
        "1.2.5 Audio Description (Prerecorded)",
        "1.4.2 Audio Control",
        "2.2.2 Pause, Stop, Hide",
        "2.3.1 Three Flashes or Below Threshold",
    ),
    "There are no forms, accounts or messages.": (
        "1.3.5 Identify Input Purpose",
        "2.5.3 Label in Name",
        "3.2.2 On Input",
        "3.3.1 Error Identification",
        "3.3.2 Labels or Instructions",
        "3.3.3 Error Suggestion",
        "3.3.4 Error Prevention (Legal, Financial, Data)",
        "3.3.7 Redundant Entry",
        "3.3.8 Accessible Authentication (Minimum)",
        "4.1.3 Status Messages",
    ),
    "There are no scripts, time limits, gestures or shortcuts.": (
        "1.4.13 Content on Hover or Focus",
        "2.1.4 Character Key Shortcuts",
        "2.2.1 Timing Adjustable",
        "2.5.1 Pointer Gestures",
        "2.5.2 Pointer Cancellation",
        "2.5.4 Motion Actuation",
        "2.5.7 Dragging Movements",
        "3.2.1 On Focus",
    ),
    "It is about the website that the files are published on.": ("2.4.5 Multiple Ways",),
}
"""Why the other criteria do not concern briefings, and which they are."""
