"""Style sheets: they may ask for no other file, as pages carry all that they need."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from publisher.assets._fault import Fault

# The functions of CSS whose arguments are addresses.
_OF_ADDRESSES = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"})
_HINT = "Leave it out, or put the picture itself there as a `data:` address; a page carries all that it needs."


def faults(name: str, data: bytes) -> Iterator[Fault]:
    """Yield each place where a style sheet asks for another file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Fault(name, "the style sheet is not text in UTF-8", "Save it as UTF-8.", line)
        return
    for line, address in requests(text):
        yield Fault(name, f"the style sheet asks for another file, `{address[:60]}`", _HINT, line)


def requests(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and address of each file that a style sheet, or a list of declarations, asks for."""
    import tinycss2

    for node in _walk(tinycss2.parse_component_value_list(text)):
        if node.type == "at-keyword" and node.lower_value == "import":
            yield node.source_line, "@import"
        elif node.type == "url" and not _is_carried(node.value):
            yield node.source_line, node.value
        elif node.type == "function" and node.lower_name in _OF_ADDRESSES:
            for argument in node.arguments:
                if argument.type == "string" and not _is_carried(argument.value):
                    yield node.source_line, argument.value


def _walk(nodes: Iterable[Any]) -> Iterator[Any]:
    """Yield all nodes with those inside them; a loop, as a hostile sheet may be nested deeper than Python calls."""
    waiting = deque(nodes)
    while waiting:
        node = waiting.popleft()
        yield node
        waiting += getattr(node, "content", None) or getattr(node, "arguments", None) or []


def _is_carried(address: str) -> bool:
    """Whether an address leads to data that it contains itself, or into the same file."""
    return not address.strip() or address.strip().lower().startswith(("data:", "#"))
