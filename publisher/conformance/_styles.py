"""The style sheets of a web page, rule by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2

# Fonts stand in the page as long addresses, which say nothing here.
_data = re.compile(r'url\(\s*"data:[^"]*"\s*\)')


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for some elements."""

    media: str
    """The conditions under which it holds, such as ``screen and (width >= 64em)``; "" for none."""
    selector: str
    declarations: tuple[tuple[str, str], ...]
    """Property and value, in the order in which they are written."""

    def value(self, name: str) -> str:
        """Return the value of a property, or "" where the rule does not have it."""
        return dict(self.declarations).get(name, "")


@lru_cache(maxsize=1)
def rules(sheet: str) -> tuple[Rule, ...]:
    """Return the rules of a style sheet, those inside media queries too."""
    return tuple(_rules(tinycss2.parse_stylesheet(_data.sub("url()", sheet), True, True), ""))  # noqa: FBT003


def _rules(nodes: list[Any], media: str) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield Rule(media, tinycss2.serialize(node.prelude).strip(), _declarations(node.content))
        elif node.type == "at-rule" and node.content is not None:
            within = " and ".join(part for part in (media, tinycss2.serialize(node.prelude).strip()) if part)
            if node.lower_at_keyword in {"media", "supports", "layer", "container"}:
                yield from _rules(tinycss2.parse_rule_list(node.content, True, True), within)  # noqa: FBT003


def _declarations(content: list[Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (node.lower_name if not node.name.startswith("--") else node.name, tinycss2.serialize(node.value).strip())
        for node in tinycss2.parse_blocks_contents(content)
        if node.type == "declaration"
    )
