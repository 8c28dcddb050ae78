"""What is noticed while a Word file is read, and becomes remarks."""

from __future__ import annotations

from dataclasses import dataclass, field

from publisher.diagnostics import Severity
from publisher.importers._manuscript import Image, Remark, excerpt
from publisher.redaction import without_identifiers

_IGNORED = {
    "macro": ("the file has macros; they were not read", "Save it as a document without macros (.docx)."),
    "object": (
        "the file has embedded objects, such as a spreadsheet; they were not read",
        "Copy their words into the text.",
    ),
    "template": ("the file asks for a template on another computer; it was not fetched", ""),
    "linked picture": ("a picture stands outside the file; it was not fetched", "Insert the picture itself."),
    "other file": (
        "another file is inserted in this one as a whole; it was not read",
        "Open the file in Word, save it, and import it again.",
    ),
    "live field": (
        "a field fetches its words from another program or file; the words that it last showed were taken",
        "Check that these words are right.",
    ),
    "hidden text": (
        "the file has hidden text; it was left out",
        "Make it visible in Word if it is to be published, or delete it.",
    ),
    "prompt": ("a field of the form is not filled in; its prompt was left out", ""),
    "contents": ("the table of contents was left out", "It is made again from the headings."),
    "file link": (
        "a link leads to a file on somebody's computer; its address was left out",
        "Give the address of a web page.",
    ),
    "chart": ("a chart was not taken over; only its words were", "State its figures in the text or in a table."),
    "sign": ("a sign of a picture font has no letter; `\ufffd` stands for it", "Replace it by a word."),
}
_CHANGES = {
    "insertion": ("words marked as inserted were taken as text", "Accept or reject the change in Word."),
    "deletion": ("words marked as deleted were left out", "Accept or reject the change in Word."),
    "move here": ("words marked as moved here were taken as text", "Accept or reject the change in Word."),
    "move away": ("words marked as moved away were left out here", "Accept or reject the change in Word."),
}


@dataclass(slots=True)
class Journal:
    """Collects remarks and pictures; a kind of ignored content is told once."""

    remarks: list[Remark] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)

    def ignored(self, kind: str, place: str = "") -> None:
        """Note that something of a kind was left out."""
        if kind not in self._told:
            self._told.add(kind)
            self.remarks.append(Remark("IMP013", Severity.INFO, *_IGNORED[kind], place))

    def linked_picture(self, address: str, place: str) -> None:
        """Note the address that a picture or shape leads to, as it has no words to carry it."""
        message = f"a picture or shape is a link to <{without_identifiers(address)}>; pictures carry no links here"
        self.remarks.append(Remark("IMP013", Severity.WARNING, message, "Write the link into the text.", place))

    def change(self, kind: str, place: str) -> None:
        """Note a tracked change; its words are not repeated, as they may have been deleted for a reason."""
        self.remarks.append(Remark("IMP010", Severity.WARNING, *_CHANGES[kind], place))

    def comment(self, words: str, place: str) -> None:
        """Note a comment with its words, but not who wrote it."""
        told = excerpt(words)
        message = f"a comment stands here: “{told}”" if told else "an empty comment stands here"
        self.remarks.append(Remark("IMP011", Severity.INFO, message, "Comments are not published.", place))

    def picture(self, image: Image, *, is_decorative: bool) -> None:
        """Keep a picture; one without alternative text is asked about."""
        self.images.append(image)
        if not image.alternative and not is_decorative:
            message = f"the picture `{image.name}` has no alternative text"
            hint = "Say in a sentence what it shows, or mark it as decorative."
            self.remarks.append(Remark("IMP012", Severity.WARNING, message, hint, image.place))

    def unused_picture(self, name: str, reason: str, place: str) -> None:
        """Note a picture that was not taken over."""
        message = f"the picture `{name}` was not taken over: {reason}"
        self.remarks.append(Remark("IMP013", Severity.WARNING, message, "", place))

    def unreadable(self, what: str, reason: str) -> None:
        """Note a part that cannot be read."""
        hint = "Open the file in Word, save it, and import it again."
        self.remarks.append(Remark("IMP014", Severity.ERROR, f"the {what} could not be read: {reason}", hint))
