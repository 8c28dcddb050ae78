"""What ``publisher import`` remarks, by code: its name, what it weighs at most, and what it tells the author."""

from __future__ import annotations

from publisher.diagnostics import Severity

REMARKS: dict[str, tuple[str, Severity, str]] = {
    "IMP002": (
        "no-title",
        Severity.WARNING,
        "No title was found; none is made up.",
    ),
    "IMP003": (
        "sections-out-of-order",
        Severity.INFO,
        "The file tells its sections in another order than their numbers.",
    ),
    "IMP004": (
        "number-left-out",
        Severity.WARNING,
        "A number is missing among those of the sections.",
    ),
    "IMP005": (
        "picture",
        Severity.INFO,
        "The file has a picture; a briefing has none.",
    ),
    "IMP006": (
        "unclear-date",
        Severity.WARNING,
        "A date cannot be read, or is a second one.",
    ),
    "IMP007": (
        "words-without-place",
        Severity.WARNING,
        "Words had no place, although they should; they stand at the end of `unplaced:`.",
    ),
    "IMP008": (
        "no-sections",
        Severity.WARNING,
        "Nothing in the file looks like the beginnings of sections.",
    ),
    "IMP009": (
        "old-alphabet",
        Severity.WARNING,
        "The file is not in UTF-8; its accents and quotation marks may be wrong.",
    ),
    "IMP010": (
        "pending-change",
        Severity.WARNING,
        "The file has a tracked change that nobody has accepted; the text with it was read.",
    ),
    "IMP011": (
        "comment",
        Severity.INFO,
        "The file has a comment; comments are not published.",
    ),
    "IMP012": (
        "picture-without-alternative",
        Severity.WARNING,
        "A picture has no words for those who do not see it.",
    ),
    "IMP013": (
        "ignored-content",
        Severity.WARNING,
        "The file holds something that is no text, or cannot be taken over.",
    ),
    "IMP014": (
        "unreadable-part",
        Severity.ERROR,
        "A part of the file is damaged or refused; all else was read.",
    ),
    "IMP015": (
        "told-as-a-case",
        Severity.INFO,
        "The file tells of one case; `family: case` was set.",
    ),
    "IMP020": (
        "belongs-to-the-partnership",
        Severity.WARNING,
        "Text was edited that comes from the partnership or the house.",
    ),
    "IMP022": (
        "text-outside-the-parts",
        Severity.WARNING,
        "Text was added where no part of the briefing stands.",
    ),
    "IMP023": (
        "missing-part",
        Severity.WARNING,
        "A part of the briefing is no longer in the edited file.",
    ),
    "IMP024": (
        "moved-sections",
        Severity.WARNING,
        "The sections stand in another order in the edited file.",
    ),
    "IMP025": (
        "unreadable-date",
        Severity.WARNING,
        "A date was edited so that it cannot be read.",
    ),
    "IMP026": (
        "lost-look",
        Severity.WARNING,
        "Bold or italic words cannot be written as Markdown.",
    ),
    "IMP027": (
        "edited-register-link",
        Severity.WARNING,
        "The address of a link was edited that stands in the link register.",
    ),
    "IMP028": (
        "change-by-hand",
        Severity.WARNING,
        "A change cannot be put into the source by the program.",
    ),
    "IMP029": (
        "contacts-as-a-comment",
        Severity.INFO,
        "Contacts that an author wrote into a form stand as a comment at the head of the source.",
    ),
    "IMP030": (
        "order-by-position",
        Severity.WARNING,
        "The PDF has no tags, so the order was told from where the words stand.",
    ),
    "IMP031": (
        "page-furniture",
        Severity.INFO,
        "Lines that are repeated on pages stand once, at the end.",
    ),
    "IMP032": (
        "words-outside-tags",
        Severity.WARNING,
        "Words that the PDF's tags leave out stand at the end.",
    ),
    "IMP033": (
        "note-on-page",
        Severity.INFO,
        "The PDF has a note; notes are not published.",
    ),
    "IMP034": (
        "link-without-words",
        Severity.WARNING,
        "A link of the PDF lies over no words.",
    ),
    "IMP035": (
        "ignored-in-pdf",
        Severity.WARNING,
        "The PDF holds something that is no text, or cannot be taken over.",
    ),
    "IMP036": (
        "mended-hyphen",
        Severity.INFO,
        "Words that were broken at the end of a line were joined.",
    ),
    "IMP037": (
        "unreadable-sign",
        Severity.WARNING,
        "The PDF does not say which letters some of its signs are.",
    ),
    "IMP040": (
        "joined-resources",
        Severity.WARNING,
        "Titles of resources were joined from the lines of a column, and have no addresses.",
    ),
    "IMP050": (
        "printed-already",
        Severity.INFO,
        "A contact of the file is one that a partnership's folder prints anyway.",
    ),
}
