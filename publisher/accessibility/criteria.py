"""The success criteria of WCAG 2.2, levels A and AA, and how the files meet those that concern them.

The numbers, names and levels are those of https://www.w3.org/TR/WCAG22/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion that concerns briefings, or what some of them have in them."""

    number: str
    name: str
    level: str
    ensured: str = ""
    """How files of every kind meet it; empty where it is about places to fill in alone."""
    codes: tuple[str, ...] = ()
    """The rules of sources and the checks of files that look at it."""
    by_eye: str = ""
    """What a person has to look at."""
    of_charts: str = ""
    """How charts meet it."""
    of_fields: str = ""
    """How places to fill in meet it."""

    def met_by(self, *, charts: bool, fields: bool) -> str:
        """Return how the files meet it, with charts and fields or without; empty where it does not concern them."""
        told = (self.ensured, self.of_charts if charts else "", self.of_fields if fields else "")
        return " ".join(words for words in told if words)

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
        "The words under `alt`, or else the partnership's name, stand for the logo.",
        ("ACC004", "BRD001"),
        "That the words under `alt` name the organisation of the logo.",
        "The words for a chart name each bar and its figure, and a table with the same figures follows.",
    ),
    Criterion(
        "1.3.1",
        "Info and Relationships",
        "A",
        "All formats but plain text mark headings, lists, tables and links as such; the PDF is tagged to PDF/UA.",
        ("ACC001", "ACC002", "ACC006", "ACC007", "ACC012"),
        of_fields="Places to fill in are form fields in the web page, the PDF and the Word file.",
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
        "1.3.5",
        "Identify Input Purpose",
        "AA",
        of_fields="Fields ask about a team and its plans, and for nothing about the person who fills them in.",
    ),
    Criterion(
        "1.4.1",
        "Use of Color",
        "A",
        "Colour only repeats what numbers and headings say, and links are underlined.",
        ("ACC011",),
        "A partnership's own style sheet, where it has one.",
        "The bars of a chart have one colour, and each stands with its label and its figure.",
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
        "All text is text but the lettering of the logo, which the criterion exempts.",
        (),
        "That the logo is a logo and not a banner with the title in it.",
        "The labels in a chart are part of a picture, which the criterion exempts, and stand in its table as text.",
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
        "No line or shape says what words do not; the mark of the keyboard's focus has the colour of the text.",
        of_charts="The bars of a chart have the colour of links, which has the contrast of text.",
        of_fields="Places to fill in have a frame in the colour of the text, or the browser's own.",
    ),
    Criterion(
        "1.4.12",
        "Text Spacing",
        "AA",
        "No text of the web page stands in a fixed height, so wider spacing pushes nothing out of sight.",
        (),
        "A partnership's own page template or style sheet.",
    ),
    Criterion(
        "2.1.1",
        "Keyboard",
        "A",
        "Links, and all else on the web page that reacts, are HTML's own, which every browser lets the keyboard reach.",
        of_fields="So are its fields; those of the PDF and the Word file are the form fields of these formats.",
    ),
    Criterion("2.1.2", "No Keyboard Trap", "A", "The web page has no scripts and nothing that keeps the focus."),
    Criterion(
        "2.4.1",
        "Bypass Blocks",
        "A",
        "A web page with something before its text starts with a link past it; headings and bookmarks do the rest.",
    ),
    Criterion(
        "2.4.2",
        "Page Titled",
        "A",
        "The briefing's title is in the title of the web page, the PDF, the Word and the PowerPoint file.",
        ("ACC001", "STR007", "STR008"),
    ),
    Criterion(
        "2.4.3",
        "Focus Order",
        "A",
        "Links follow the order of the text in every format.",
        ("ACC002",),
        of_fields="So do places to fill in.",
    ),
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
        "Sections, slides and groups without a heading are reported, and two with the same.",
        ("STR003", "STR005", "PPT003", "PPT006", "SES003", "SES004"),
        "That each heading says what its section is about.",
        of_fields="The label of each field says what goes into it, in a table also in which row.",
    ),
    Criterion("2.4.7", "Focus Visible", "AA", "On the web page a line is drawn around what has the focus."),
    Criterion("2.4.11", "Focus Not Obscured (Minimum)", "AA", "Nothing lies over the text of the web page."),
    Criterion(
        "2.5.3",
        "Label in Name",
        "A",
        by_eye="With speech input: can the spaces for notes be reached?",
        of_fields="What a field is called starts with the label before it or the head of its column; a space for notes "
        "is called by the number of its question.",
    ),
    Criterion(
        "2.5.8",
        "Target Size (Minimum)",
        "AA",
        "Links stand in sentences, which the criterion exempts, or are 24 pixels high.",
        of_fields="Places to fill in are as high or, in the PDF, as far apart as the criterion asks of smaller ones.",
    ),
    Criterion(
        "3.1.1",
        "Language of Page",
        "A",
        "The language of the briefing is stated in the web page, the PDF, the Word and the PowerPoint file.",
        ("ACC001", "MET012"),
    ),
    Criterion(
        "3.1.2",
        "Language of Parts",
        "AA",
        "Words that the author marks as another language are so in every format but plain text.",
        ("ACC014", "MET012"),
        "Words in another language: are all of them marked? A whole text in another language is a briefing of its own.",
    ),
    Criterion(
        "3.2.2",
        "On Input",
        "A",
        of_fields="There are no scripts: what is filled in changes nothing else.",
    ),
    Criterion("3.2.3", "Consistent Navigation", "AA", "Web pages of a kind have their parts in the same order."),
    Criterion("3.2.4", "Consistent Identification", "AA", "Dates, contacts and resources have the same words in all."),
    Criterion(
        "3.2.6",
        "Consistent Help",
        "A",
        "How to reach the partnership, and how to ask for another format, stands at the end of each briefing; "
        "it is reported where the partnership does not say so.",
        ("ACC013", "MET006"),
    ),
    Criterion(
        "3.3.2",
        "Labels or Instructions",
        "A",
        of_fields="Each place to fill in stands beside or under the words that ask for it.",
    ),
    Criterion(
        "4.1.2",
        "Name, Role, Value",
        "A",
        "The web page has only HTML's own elements; links in the PDF are tagged as links and have names.",
        ("ACC001", "ACC002"),
        of_fields="Places to fill in have names in the web page, the PDF and the Word file.",
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
    "Nothing that is filled in is checked or sent, and there are no accounts or status messages.": (
        "3.3.1 Error Identification",
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
"""Why the other criteria concern no briefing, and which they are."""

NOTHING_TO_FILL_IN = "There is nothing to fill in."
"""Why criteria that are about places to fill in alone do not concern files without any."""
