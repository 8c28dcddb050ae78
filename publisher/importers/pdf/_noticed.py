"""What is to be said about a PDF beside its words."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.diagnostics import Severity
from publisher.importers._manuscript import Remark, excerpt
from publisher.importers.pdf._file import File
from publisher.redaction import without_identifiers

_HELD = {
    "script": ("the PDF has something that runs when it is opened; it was not run", ""),
    "attachment": ("the PDF has other files attached; they were not read", ""),
    "picture": ("pictures of the PDF were not taken over", "Take them from the document that the PDF was made of."),
}


def remarks(file: File, *, is_tagged: bool, outside: bool, repeated: bool, mended: int) -> Iterator[Remark]:
    """Yield the remarks on a file that has been read."""
    if not is_tagged:
        hint = "Look whether the paragraphs are in order and each is whole."
        yield _remark("IMP030", "the PDF has no tags; the order was told from where the words stand", hint)
    if outside:
        message = "words that the PDF's tags leave out stand at the end"
        yield _remark("IMP032", message, "They are mostly headers, footers and page numbers.")
    if repeated:
        message = "lines that pages repeat stand once, at the end"
        yield _remark("IMP031", message, "Delete them if the partnership's name and contacts say the same.")
    if mended:
        words = "1 word broken at the end of a line was" if mended == 1 else f"{mended} words broken at line ends were"
        message = f"{words} joined"
        yield _remark("IMP036", message, "")
    if file.unreadable:
        signs = f"{file.unreadable} {'sign' if file.unreadable == 1 else 'signs'}"
        message = f"{signs} could not be told; `\ufffd` stands for each"
        yield _remark("IMP037", message, "Compare with the PDF and type them.", Severity.WARNING)
    for kind in sorted(file.holds):
        yield _remark("IMP035", *_HELD[kind])
    yield from _over(file)


def _over(file: File) -> Iterator[Remark]:
    for number, page in enumerate(file.annotations):
        place = f"page {number + 1}"
        for link in page.links:
            if link.target and not link.is_used:
                message = f"a link to <{without_identifiers(link.target)}> lies over no words"
                yield _remark("IMP034", message, "Write the link into the text.", Severity.WARNING, place)
        for note in page.notes:
            yield _remark("IMP033", f"a note stands here: “{excerpt(note)}”", "Notes are not published.", place=place)


def _remark(code: str, message: str, hint: str, severity: Severity = Severity.INFO, place: str = "") -> Remark:
    return Remark(code, severity, message, hint, place)
