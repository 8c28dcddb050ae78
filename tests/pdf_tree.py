"""A PDF as a screen reader meets it: the elements of its tags with their words, read apart from the program."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

ELSEWHERE = "(not on the page itself)"
"""In the place of words that are painted in an object of their own."""


@dataclass
class Annotation:
    """Where a link is met, and what it is called there."""

    name: str
    rectangle: list[float]
    corners: list[float]


@dataclass
class Node:
    """An element of the tags; words and elements in it stand in reading order."""

    role: str
    kids: list[Node | str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    annotations: list[Annotation] = field(default_factory=list)
    identifiers: list[tuple[int, int]] = field(default_factory=list)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def read(file: pikepdf.Pdf) -> Node:
    """Return the document's element."""
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    painted = [words(page) for page in file.pages]

    def node(element: pikepdf.Object) -> Node:
        made = Node(str(element.S)[1:])
        for owner in (element, element.get("/A", pikepdf.Dictionary())):
            for key in {"/ActualText", "/Alt", "/BBox", "/Lang", "/ListNumbering", "/Scope"} & set(owner.keys()):
                value = owner[key]
                made.marks[key[1:]] = " ".join(map(str, value)) if isinstance(value, pikepdf.Array) else str(value)
        for kid in element.K:
            if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
                rectangle, corners = kid.Obj.Rect, kid.Obj.get("/QuadPoints", pikepdf.Array())
                made.annotations.append(
                    Annotation(str(kid.Obj.Contents), [*map(float, rectangle)], [*map(float, corners)])
                )
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                assert element == kid.P
                made.kids.append(node(kid))
            else:
                where = kid.Pg if isinstance(kid, pikepdf.Dictionary) else element.Pg
                page, number = pages[where.objgen], kid.MCID if isinstance(kid, pikepdf.Dictionary) else kid
                made.identifiers.append((page, int(number)))
                made.kids.append(painted[page].get(int(number), ELSEWHERE))
        return made

    (document,) = file.Root.StructTreeRoot.K
    return node(document)


def words(page: pikepdf.Page) -> dict[int | None, str]:
    """Return the words that are painted on a page by their identifiers, those of artifacts by None."""
    fonts = {
        name: {
            bytes.fromhex(glyph): bytes.fromhex(text).decode("utf-16-be")
            for glyph, text in re.findall("<(.{4})> <(.*)>", font.ToUnicode.read_bytes().decode())
        }
        for name, font in page.resources.Font.items()
    }
    found: dict[int | None, str] = {None: ""}
    marked: list[int | None] = []
    actual: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        match operator:
            case "BDC" if "/ActualText" in operands[1]:
                actual[len(marked)] = str(operands[1].ActualText)
                marked.append(marked[-1])
            case "BDC" | "BMC":
                artifact = str(operands[0]) == "/Artifact"
                marked.append(None if artifact else int(operands[1].MCID))
                found.setdefault(marked[-1], "")
            case "EMC":
                marked.pop()
                found[marked[-1] if marked else None] += actual.pop(len(marked), "")
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ" | "Tj" if not actual:
                for string in operands[0] if operator == "TJ" else operands:
                    if isinstance(string, pikepdf.String):
                        shown = bytes(string)
                        found[marked[-1]] += "".join(font[shown[at : at + 2]] for at in range(0, len(shown), 2))
    return found


def walk(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from walk(kid)


def text(node: Node) -> str:
    return "".join(kid if isinstance(kid, str) else text(kid) for kid in node.kids)


def dump(node: Node, depth: int = 0) -> str:
    """Return the tags as lines: the element, how it is marked, and its words."""
    marks = "".join(f" {key}={value}" for key, value in sorted(node.marks.items()))
    own = text(node) if all(isinstance(kid, str) for kid in node.kids) else ""
    lines = "  " * depth + node.role + marks + (f' "{own}"' if own else "") + "\n"
    if own:
        return lines
    for kid in node.kids:
        lines += dump(kid, depth + 1) if isinstance(kid, Node) else "  " * (depth + 1) + f'"{kid}"\n'
    return lines
