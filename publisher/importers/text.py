"""Plain text, also pasted from Word or a mail: lines to paragraphs, usual marks to lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.diagnostics import Severity
from publisher.errors import PublisherError
from publisher.importers._manuscript import Form, Manuscript, Paragraph, Remark, Run
from publisher.importers._runs import runs
from publisher.importers._tabs import Piece, pieces
from publisher.source import MAXIMUM_BYTES

SUFFIXES: tuple[str, ...] = (".txt", ".text")

# The last ones are the bullets of Word's symbol fonts, which have places of their own outside of any alphabet.
_MARKS = "•●○◦▪▫■□▸►▶‣\u2043∙·➢➤✓✔❖◆◇*+–—-\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
_item = re.compile(rf"(?P<indent>\s*)(?:[{re.escape(_MARKS)}]|(?:(?<=\s)o|o(?=\s\s))|§)\s+(?P<text>\S.*)")
_numbered = re.compile(r"(?P<indent>\s*)(?P<number>\d{1,2}[.)])\s+(?P<text>\S.*)")
_hash = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<text>\S.*?)\s*#*\s*")
_underline = re.compile(r"\s*(?:={3,}|-{3,}|_{3,}|\*{3,})\s*")
_underline_tags = re.compile(r"<u>(.*?)</u>")
_WRAPPED_AT_MOST = 130
"""Characters of the longest line of a text that is broken by hand."""
_WRAPPED_AT_LEAST = 55
_GOES_ON_AFTER = 30
"""Characters of a line that ends in the middle of a sentence, where the next begins with a small letter."""
_TAB = 4


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    cells: tuple[Piece, ...] = ()
    """Where it is the row of a table."""


def decoded(data: bytes, name: str) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of a file in UTF-8 or UTF-16, or else in the old alphabet of Windows, with a remark on it.

    Raises PublisherError for a file that is too large or no text.
    """
    if len(data) > MAXIMUM_BYTES:
        raise PublisherError(f"`{name}` is larger than {MAXIMUM_BYTES // 1024} kB, which no briefing is")
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    try:
        # Markdown would put a sign into the place of a zero, and part a word.
        return data.decode("utf-16" if wide else "utf-8-sig").replace("\x00", ""), ()
    except UnicodeDecodeError:
        pass
    if b"\x00" in data:
        raise PublisherError(f"`{name}` is not a text file")
    message = "the file is not in UTF-8; it was read as text of older Windows programs"
    hint = "Look at quotation marks, dashes and accents."
    return data.decode("cp1252", errors="replace"), (Remark("IMP009", Severity.WARNING, message, hint),)


def read(data: bytes, name: str) -> Manuscript:
    """Return a text as paragraphs; raises PublisherError for what is no text or far too large."""
    text, remarks = decoded(data, name)
    written = text.splitlines()
    cells = pieces(written)
    lines = [
        _Line(position + 1, line.expandtabs(_TAB).rstrip(), cells.get(position, ()))
        for position, line in enumerate(written)
    ]
    joined = list(_joined(lines, _width(lines)))
    return Manuscript(name, tuple(_paragraphs(joined)), remarks=remarks)


def _width(lines: list[_Line]) -> int:
    """Return the width at which the author's program broke the lines, or 0 where a line is a paragraph."""
    longest = max((len(line.text) for line in lines), default=0)
    full = sum(len(line.text) >= longest - 15 for line in lines)
    return longest if _WRAPPED_AT_LEAST <= longest <= _WRAPPED_AT_MOST and full >= 3 else 0


def _joined(lines: list[_Line], width: int) -> Iterator[_Line]:
    """Yield lines with those joined that the width of a window broke, not the author."""
    current: _Line | None = None
    last = ""
    for line in lines:
        is_text = current and line.text.strip() and not current.cells and not line.cells
        if current and is_text and _goes_on(last, line.text, width):
            current = _Line(current.number, f"{current.text} {line.text.strip()}")
        else:
            if current:
                yield current
            current = line
        last = line.text
    if current:
        yield current


def _goes_on(before: str, text: str, width: int) -> bool:
    """Whether a line goes on where the one before it had no room left for its first word."""
    starts_anew = (
        _item.fullmatch(text) or _numbered.fullmatch(text) or _hash.fullmatch(text) or _underline.fullmatch(text)
    )
    if starts_anew or not before.strip():
        return False
    in_sentence = text.lstrip()[0].islower() and len(before) >= _GOES_ON_AFTER and before[-1] not in ".!?:;"
    full = bool(width) and len(before) + 1 + len(text.split(maxsplit=1)[0]) > width
    # Below the words of a list item, not below its mark.
    under_item = _item.fullmatch(before) is not None and text.startswith("  ")
    return in_sentence or full or under_item


def _paragraphs(lines: list[_Line]) -> Iterator[Paragraph]:
    indents: list[int] = []
    for position, line in enumerate(lines):
        following = lines[position + 1].text if position + 1 < len(lines) else ""
        before = lines[position - 1].text if position else ""
        if not line.text.strip() or (
            _underline.fullmatch(line.text) and (before.strip() or len(line.text.strip()) > 2)
        ):
            continue
        if line.cells:
            yield from (
                Paragraph(_underlined(piece.text), f"line {line.number}", cell=piece.cell) for piece in line.cells
            )
            continue
        item = _item.fullmatch(line.text) or _numbered.fullmatch(line.text)
        if item:
            yield _list_item(line, item, indents)
            continue
        indents.clear()
        yield _block(line, following)


def _list_item(line: _Line, item: re.Match[str], indents: list[int]) -> Paragraph:
    indent = len(item["indent"])
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    number = item.groupdict().get("number") or ""
    return Paragraph(runs(item["text"]), f"line {line.number}", Form.ITEM, len(indents) - 1, number)


def _block(line: _Line, following: str) -> Paragraph:
    place = f"line {line.number}"
    if heading := _hash.fullmatch(line.text):
        return Paragraph(runs(heading["text"]), place, Form.HEADING, len(heading["level"]))
    if re.fullmatch(r"\s*(?:={3,}|-{3,})\s*", following):
        return Paragraph(runs(line.text.strip()), place, Form.HEADING, 1 if "=" in following else 2)
    if line.text.lstrip().startswith("> "):
        return Paragraph(runs(line.text.lstrip()[2:]), place, Form.QUOTE)
    return Paragraph(_underlined(line.text.strip()), place)


def _underlined(text: str) -> tuple[Run, ...]:
    """Return a line's runs; what some programs mark as underlined was a link in the file that they read."""
    parts = _underline_tags.split(text)
    return tuple(
        replace(run, target="") if position % 2 and run.target is None else run
        for position, part in enumerate(parts)
        for run in runs(part)
    )
