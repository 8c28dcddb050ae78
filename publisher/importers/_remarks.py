"""What readers and recognisers remark, by code: the name of each, and what it tells the author."""

from __future__ import annotations

REMARKS: dict[str, tuple[str, str]] = {
    "IMP001": ("unplaced-text", "Text of the file for which there was no place stands under `unplaced:`."),
    "IMP002": ("no-title", "No title was found; none is made up."),
    "IMP003": ("sections-out-of-order", "The file tells its sections in another order than their numbers."),
    "IMP004": ("number-left-out", "A number is missing among those of the sections."),
    "IMP005": ("picture", "The file has a picture; a briefing has none."),
    "IMP006": ("unclear-date", "A date cannot be read, or is a second one."),
    "IMP007": (
        "words-without-place",
        "Words had no place, although they should; they stand at the end of `unplaced:`.",
    ),
    "IMP008": ("no-sections", "Nothing in the file looks like the beginnings of sections."),
    "IMP009": ("old-alphabet", "The file is not in UTF-8; its accents and quotation marks may be wrong."),
    "IMP010": ("pending-change", "The file has a tracked change that nobody has accepted; the text with it was read."),
    "IMP011": ("comment", "The file has a comment; comments are not published."),
    "IMP012": ("picture-without-alternative", "A picture has no words for those who do not see it."),
    "IMP013": ("ignored-content", "The file holds something that is no text, or cannot be taken over."),
    "IMP014": ("unreadable-part", "A part of the file is damaged or refused; all else was read."),
    "IMP020": ("belongs-to-the-partnership", "Text was edited that comes from the partnership or the house."),
    "IMP022": ("text-outside-the-parts", "Text was added where no part of the briefing stands."),
    "IMP023": ("missing-part", "A part of the briefing is no longer in the edited file."),
    "IMP024": ("moved-sections", "The sections stand in another order in the edited file."),
    "IMP025": ("unreadable-date", "A date was edited so that it cannot be read."),
    "IMP026": ("lost-look", "Bold or italic words cannot be written as Markdown."),
    "IMP027": ("edited-register-link", "The address of a link was edited that stands in the link register."),
    "IMP028": ("change-by-hand", "A change cannot be put into the source by the program."),
    "IMP030": ("order-by-position", "The PDF has no tags, so the order was told from where the words stand."),
    "IMP031": ("page-furniture", "Lines that are repeated on pages stand once, at the end."),
    "IMP032": ("words-outside-tags", "Words that the PDF's tags leave out stand at the end."),
    "IMP033": ("note-on-page", "The PDF has a note; notes are not published."),
    "IMP034": ("link-without-words", "A link of the PDF lies over no words."),
    "IMP035": ("ignored-in-pdf", "The PDF holds something that is no text, or cannot be taken over."),
    "IMP036": ("mended-hyphen", "Words that were broken at the end of a line were joined."),
    "IMP037": ("unreadable-sign", "The PDF does not say which letters some of its signs are."),
    "IMP040": (
        "joined-resources",
        "Titles of resources were joined from the lines of a column, and have no addresses.",
    ),
    "IMP050": ("printed-already", "A contact of the file is one that a partnership's folder prints anyway."),
}
