"""A Markdown body in pieces that can be kept or replaced one by one: blocks, and the items of lists."""

from __future__ import annotations

from dataclasses import dataclass

from publisher import markdown
from publisher.roundtrip.lines import Line, Shown


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or an item of a list, as it is written."""

    text: str
    before: str = ""
    """The line breaks that part it from the piece before it."""
    kind: str = ""
    """``bullet`` or ``number`` for an item of a list."""

    @property
    def key(self) -> str:
        """The words, however they are wrapped."""
        return " ".join(self.text.split())


_KINDS = {"bullet_list_open": "bullet", "ordered_list_open": "number"}


def pieces(text: str) -> list[Piece]:
    """Return the pieces of a body; together with what stands before each they are the body, but for its end."""
    lines = text.rstrip().split("\n")
    starts = [(begin, kind) for begin, kind in _starts(text) if begin < len(lines)]
    found: list[Piece] = []
    end_before = 0
    for index, (begin, kind) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(lines)
        while end > begin + 1 and not lines[end - 1].strip():
            end -= 1
        before = "".join(f"\n{line}" for line in lines[end_before:begin]) + ("\n" if index else "")
        found.append(Piece("\n".join(lines[begin:end]), before, kind))
        end_before = end
    return found


def _starts(text: str) -> list[tuple[int, str]]:
    """Return the line on which each piece begins, and of what kind of list it is an item."""
    found: list[tuple[int, str]] = []
    kind = ""
    for token in markdown.tokens(text):
        if token.level == 0:
            kind = _KINDS.get(token.type, kind)
        is_item = token.type == "list_item_open" and token.level == 1
        is_block = token.level == 0 and token.nesting >= 0 and token.type not in _KINDS and token.type != "inline"
        if token.map and (is_item or is_block):
            found.append((token.map[0], kind if is_item else ""))
    return found


def lines_of(piece: Piece, shown: Shown) -> tuple[Line, ...]:
    """Return what a piece shows."""
    return shown.body(piece.text)


def joined(parts: list[Piece]) -> str:
    """Return pieces as a body without its end; a piece that has no line breaks before it is given some."""
    text = ""
    for index, piece in enumerate(parts):
        if index:
            tight = piece.kind and piece.kind == parts[index - 1].kind
            text += piece.before or ("\n" if tight else "\n\n")
        text += piece.text
    return text
