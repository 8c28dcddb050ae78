"""Text, a link, a heading or a field of the briefing is lost or in another place.

What it does
    Reads each file as a program does that shows no layout: the PDF by its tags, the Word file by its paragraphs, the
    web page by its elements. Reports words of the briefing that are not there, that do not follow what they should
    follow, or that stand together without a space; links that lead elsewhere; headings of another level; bookmarks
    of a PDF that are not its headings; and places to be filled in that are missing or have no name.

Why it matters
    This is the order in which a screen reader reads, and it need not be the order that the eye sees. Advice that is
    lost in one format is not missed by those who read another.

Example
    A ring of seven boxes that is read as 1, 2, 3, 4, 7, 6, 5.

Use instead
    A layout that places the sections and leaves their order in the file alone; where no template of the partnership's
    own is in use, please report it as a fault of the program.

Source
    WCAG 2.2, success criteria 1.3.1 Info and Relationships, 1.3.2 Meaningful Sequence and 2.4.5 Multiple Ways
    (https://www.w3.org/TR/WCAG22/#meaningful-sequence); accessibility statements of hospital trusts list the order
    of PDFs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from urllib.parse import unquote

from publisher.conformance._check import Output
from publisher.conformance._passages import Passage, Words, headings, passages, targets
from publisher.conformance._reading import Reading, read
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "ACC002"
NAME = "lost-or-moved-text"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"html", "pdf", "large-print", "docx", "pptx", "txt", "fragment"})
FORMS = frozenset(Form)

_MOST = 3
"""So many passages are named; where one is out of place, all after it may be."""
_HINT = "Look at the partnership's own templates; without any, please report it as a fault of the program."


def check(output: Output) -> Iterator[Finding]:
    """Yield the passages, links and headings that are not where the document has them."""
    reading = read(output)
    yield from islice(_text(output, reading), _MOST)
    if output.format == "txt":
        yield from _addresses(output, reading)
        return
    yield from _links(output, reading)
    yield from _fields(output, reading)
    yield from _headings(output, reading)


def _text(output: Output, reading: Reading) -> Iterator[Finding]:
    """Yield each passage that does not follow the one before it."""
    words = Words(reading.text)
    cursor = 0
    # Plain text has addresses among its words.
    for passage in passages(output.shown, whole=output.format != "txt"):
        start = words.find(passage.words, cursor)
        if start < 0:
            elsewhere = words.find(passage.words, 0) >= 0
            what = "does not stand where it should" if elsewhere else "is missing"
            yield Finding(passage.path, f"“{_shown(passage)}” {what} in {output.noun}", _HINT)
            continue
        cursor = start + len(passage.words.bare)
        if glued := words.glued(passage.words, start):
            yield Finding(passage.path, f"“{glued}” is without its space in {output.noun}", _HINT)


def _shown(passage: Passage) -> str:
    text = " ".join(passage.text.split())
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"


def _links(output: Output, reading: Reading) -> Iterator[Finding]:
    # A web page shows the presenter's notes as well.
    expected = _normal(targets(output.document, notes=output.format == "html"))
    found = _normal(reading.links)
    if output.medium == "pdf":
        # A link that is broken over two lines may stand there twice.
        expected, found = ([target for target, _ in groupby(links)] for links in (expected, found))
    if expected == found:
        return
    lost = [target for target in expected if expected.count(target) > found.count(target)]
    strange = [target for target in found if target not in expected]
    if lost:
        yield Finding((), f"the link to `{lost[0]}` is missing in {output.noun}", _HINT)
    elif strange:
        yield Finding((), f"{output.noun} has a link to `{strange[0]}`, which the briefing does not have", _HINT)
    else:
        yield Finding((), f"the links of {output.noun} are not in the briefing's order", _HINT)


def _fields(output: Output, reading: Reading) -> Iterator[Finding]:
    """Yield the places to be filled in that are not there, or not by their names."""
    expected, found = [field.label for field in output.document.fields], list(reading.fields)
    lost = [label for label in expected if label not in found]
    if lost:
        yield Finding((), f"{output.noun} has no field called “{lost[0]}”", _HINT)
    elif expected != found:
        yield Finding((), f"the fields of {output.noun} are not those of the document, in its order", _HINT)


def _normal(links: Iterable[str]) -> list[str]:
    """Return addresses so that they can be compared: without percent signs and the last slash."""
    return [unquote(link.strip()).rstrip("/") for link in links]


def _addresses(output: Output, reading: Reading) -> Iterator[Finding]:
    printed = Words(unquote(reading.text)).bare
    for target in dict.fromkeys(_normal(targets(output.document))):
        scheme, _, rest = target.partition(":")
        address = (
            rest.partition("?")[0] if scheme in {"mailto", "tel"} else rest.removeprefix("//").removeprefix("www.")
        )
        if Words(address).bare not in printed:
            yield Finding((), f"the address `{target}` is missing in {output.noun}", _HINT)


def _headings(output: Output, reading: Reading) -> Iterator[Finding]:
    # The page that a fragment is pasted into has a first heading of its own.
    first = 2 if output.format == "fragment" else 1
    expected = list(headings(output.document, first))
    if output.medium == "pptx":
        # A slide has one heading, its title.
        expected = [(level, words) for level, words in expected if level <= first + 1]
    found = [(block.level, Words(block.text).bare) for block in reading.headings]
    if [level for level, _ in found] != [level for level, _ in expected]:
        levels = ", ".join(str(level) for level, _ in found) or "none"
        message = f"the levels of the headings of {output.noun} are {levels}"
        right = ", ".join(str(level) for level, _ in expected)
        yield Finding((), message, f"Those of the briefing are {right}.")
    elif any(not text.endswith(words.bare) for (_, text), (_, words) in zip(found, expected, strict=True)):
        yield Finding((), f"the headings of {output.noun} are not the briefing's", _HINT)
    titles = None if reading.bookmarks is None else [Words(title).bare for title in reading.bookmarks]
    if titles is not None and titles != [text for _, text in found]:
        yield Finding((), f"the bookmarks of {output.noun} are not its headings", _HINT)
