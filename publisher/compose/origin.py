"""What a briefing was written as, kept with its document so that an edited copy can be brought back."""

from __future__ import annotations

from collections.abc import Iterator

from publisher import markdown
from publisher.document import Block, Inline, Link, Origin, Writing, Written, inlines, lines
from publisher.edition import NAME, Edition
from publisher.model import Briefing

# What a briefing prints of itself and may be changed in a copy; nothing else of a source is ever given away.
_LINES = ("title", "subtitle")
_DATES = ("published", "review")
_OF_A_RESOURCE = {
    "label": Writing.LINE,
    "link": Writing.WORD,
    "url": Writing.WORD,
    "scope": Writing.WORD,
    "type": Writing.WORD,
    "size": Writing.WORD,
}


def origin(edition: Edition, briefing: Briefing) -> Origin:
    """Return what the printed parts of an edition were written as, and what stood for its names and links."""
    values = tuple(written(briefing))
    known = edition.names()
    names: dict[str, str] = {}
    for value in values:
        names |= {name: known[name] for name in NAME.findall(value.text) if known.get(name)}
    targets = {target: edition.target(target) for value in values for target in _targets(value)}
    resolved = {target: led for target, led in targets.items() if led and led != target}
    return Origin(edition.partnership.identifier, values, tuple(names.items()), tuple(resolved.items()))


def written(briefing: Briefing) -> Iterator[Written]:
    """Yield every value of a briefing that may be changed in a copy, in reading order."""
    for key in _LINES:
        if text := getattr(briefing, key):
            yield Written((key,), Writing.LINE, text)
    for number, section in enumerate(briefing.sections):
        yield Written(("sections", number, "heading"), Writing.LINE, section.heading)
        yield Written(("sections", number, "body"), Writing.BODY, section.body)
    for number, question in enumerate(briefing.questions):
        yield Written(("questions", number), Writing.PHRASE, question)
    for number, resource in enumerate(briefing.resources):
        for key, kind in _OF_A_RESOURCE.items():
            if value := getattr(resource, key):
                yield Written(("resources", number, key), kind, str(value))
    for key in _DATES:
        if date := getattr(briefing, key):
            yield Written((key,), Writing.DATE, str(date))


def _targets(value: Written) -> Iterator[str]:
    match value.kind, value.path[-1]:
        case Writing.BODY, _:
            yield from (link.target for link in _links(markdown.blocks(value.text)))
        case Writing.PHRASE, _:
            yield from (link.target for link in _links_in(markdown.phrase(value.text)))
        case Writing.WORD, "link":
            yield f"link:{value.text}"
        case Writing.WORD, "url":
            yield value.text


def _links(blocks: tuple[Block, ...]) -> Iterator[Link]:
    for children in lines(blocks):
        yield from _links_in(children)


def _links_in(children: tuple[Inline, ...]) -> Iterator[Link]:
    yield from (inline for inline in inlines(children) if isinstance(inline, Link))
