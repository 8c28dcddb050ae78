"""The words of diagrams (SmartArt) and charts, which stand in parts of their own."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.importers.docx._names import CHART, DIAGRAM, DRAWING, RELATIONS, Element
from publisher.importers.docx._package import Package, Relation
from publisher.word_parts import UnreadablePartError

_DEEPEST = 50


def words(drawing: Element, relations: dict[str, Relation], package: Package) -> Iterator[tuple[str, str]]:
    """Yield each text of the diagrams and charts of a drawing with ``diagram`` or ``chart``.

    Raises UnreadablePartError.
    """
    for reference in drawing.iter(f"{{{DIAGRAM}}}relIds", f"{{{CHART}}}chart"):
        is_diagram = reference.tag == f"{{{DIAGRAM}}}relIds"
        relation = relations.get(reference.get(f"{{{RELATIONS}}}{'dm' if is_diagram else 'id'}", ""))
        if relation is None or relation.is_external:
            continue
        tree = package.tree(relation.target)
        if tree is None:
            raise UnreadablePartError("it is not there")
        for text in _of_diagram(tree) if is_diagram else _of_chart(tree):
            yield text, "diagram" if is_diagram else "chart"


def _of_diagram(tree: Element) -> Iterator[str]:
    """Yield the words of a diagram's points, each before those that hang on it."""
    points = {one.get("modelId", ""): one for one in tree.iter(f"{{{DIAGRAM}}}pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in tree.iter(f"{{{DIAGRAM}}}cxn"):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd", "0")
            position = int(order) if order.isascii() and order.isdigit() and len(order) < 9 else 0
            below.setdefault(link.get("srcId", ""), []).append((position, link.get("destId", "")))
    roots = [name for name, one in points.items() if one.get("type") == "doc"]
    order = list(dict.fromkeys([name for root in roots for name in _under(root, below, 0)] + list(points)))
    for name in order:
        if name in points:
            for paragraph in points[name].iter(f"{{{DRAWING}}}p"):
                yield "".join(text.text or "" for text in paragraph.iter(f"{{{DRAWING}}}t"))


def _under(name: str, below: dict[str, list[tuple[int, str]]], depth: int) -> Iterator[str]:
    for _, child in sorted(below.pop(name, [])) if depth < _DEEPEST else []:
        yield child
        yield from _under(child, below, depth + 1)


def _of_chart(tree: Element) -> Iterator[str]:
    """Yield a chart's titles and the names of its series and categories, each once."""
    titles = ["".join(one.itertext(f"{{{DRAWING}}}t")) for one in tree.iter(f"{{{DRAWING}}}p")]
    names = [value.text or "" for cache in tree.iter(f"{{{CHART}}}strCache") for value in cache.iter(f"{{{CHART}}}v")]
    yield from dict.fromkeys(name for name in (*titles, *names) if name.strip())
