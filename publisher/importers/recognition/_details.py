"""Addresses and telephone numbers with what is said beside them, as contacts of a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from publisher.importers._manuscript import Form, Paragraph, Run
from publisher.importers.as_markdown import tidy
from publisher.importers.recognition._recogniser import folded

_LABELS = {
    "website": "visit|website|web|web site|webpage|web page|online|internet|our website|visit us|visit our website"
    "|gwefan",
    "email": "email|e-mail|mail|email us|e-mail us|email address|e-bost|ebost",
    "phone": "tel|telephone|phone|call|call us|ring|telephone number|phone number|ffon|ffôn",
}
_known = {name: key for key, names in _LABELS.items() for name in names.split("|")}
_DEFAULT = {"website": "Website", "email": "Email", "phone": "Telephone"}
_KEY_OF_VALUE = {"url": "website", "email": "email", "phone": "phone"}
_MOST_WORDS = 25
"""A longer text beside an address is a sentence that needs an editor."""

_value = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>()]*[^\s<>().,;:])"
    r"|(?P<email>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<phone>(?<![\w+])(?:\+44[\s()0-9-]{8,16}\d|\(?0\d{2,5}\)?[\s-]?\d{3,4}(?:[\s-]?\d{2,4}){0,2}|116\s?\d{3}|999|101|111)(?!\w))",
    re.ASCII,
)
_edge = " \t\n:|,;–—-•·"


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach somebody, as one line of the file states it."""

    key: str
    label: str
    values: tuple[tuple[str, str], ...]
    """Each with its kind: ``url``, ``email`` or ``phone``."""

    def data(self) -> dict[str, str]:
        """Return the contact as it stands in a source."""
        return {"label": self.label, **dict(self.values)}

    def joined(self, other: Contact) -> Contact:
        """Return the contact with the label and values of another."""
        return Contact(self.key, f"{self.label} {other.label}".strip(), (*self.values, *other.values))


def is_detail(paragraph: Paragraph, *, named: bool = False) -> bool:
    """Whether a line is an address or number with at most its name before it, such as ``Email: team@example.org``.

    With ``named``, the name has to be there.
    """
    if paragraph.form not in {Form.PLAIN, Form.HEADING}:
        return False
    found = contacts(paragraph)
    return bool(found) and all(folded(one.label) in _known or not (one.label or named) for one in found)


def contacts(paragraph: Paragraph) -> list[Contact]:
    """Return the contacts that a line states, all its words among their labels; none where it is something else."""
    if any(run.target == "" for run in paragraph.runs):
        return []
    values = list(_values(paragraph.runs))
    if not values:
        return []
    text = "".join(tidy(run.text) for run in paragraph.runs)
    found: list[Contact] = []
    position = 0
    for kind, value, start, end, own_label in values:
        label = f"{text[position:start].lstrip(_edge + '.').rstrip(_edge)} {own_label}".strip()
        position = end
        one = _contact(kind, value, label)
        if found and _belongs_to(one, found[-1]):
            found[-1] = found[-1].joined(one)
        else:
            found.append(one)
    rest = text[position:].strip(_edge + ".")
    if rest:
        found[-1] = replace(found[-1], label=f"{found[-1].label} {rest}".strip())
    return found if all(len(one.label.split()) <= _MOST_WORDS for one in found) else []


def _contact(kind: str, value: str, label: str) -> Contact:
    key = _known.get(folded(label)) or (_KEY_OF_VALUE[kind] if not label else _key(label))
    return Contact(key or _KEY_OF_VALUE[kind], label, ((kind, value),))


def _belongs_to(one: Contact, before: Contact) -> bool:
    """Whether an address goes on with the contact before it on the line: another way to reach the same service."""
    other_kind = {kind for kind, _ in one.values}.isdisjoint(kind for kind, _ in before.values)
    return other_kind and bool(before.label) and folded(before.label) not in _known and folded(one.label) not in _known


def _key(label: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"\(.*?\)", "", label.lower()))[:4])


def _values(runs: Iterable[Run]) -> Iterator[tuple[str, str, int, int, str]]:
    """Yield each address and number: kind, value, where its words stand, and the words where they are a name."""
    position = 0
    for run in _joined(runs):
        text = tidy(run.text)
        if run.target:
            kind, value = _of_target(run.target)
            # The words of a link are often its address, or the middle of it.
            is_address = " " not in text.strip() and folded(text) in run.target.lower()
            own_label = "" if is_address else text.strip()
            yield kind, value, position, position + len(text), own_label
        else:
            for match in _value.finditer(text):
                kind = match.lastgroup or "url"
                yield kind, match.group(), position + match.start(), position + match.end(), ""
        position += len(text)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs without regard to looks, so that an address of several looks is one."""
    text, target = "", None
    for run in runs:
        if text and (run.target != target or target is not None):
            yield Run(text, target=target)
            text = ""
        text, target = text + run.text, run.target
    if text:
        yield Run(text, target=target)


def _of_target(target: str) -> tuple[str, str]:
    scheme, _, rest = target.partition(":")
    kinds = {"mailto": "email", "tel": "phone"}
    return (kinds[scheme.lower()], rest) if scheme.lower() in kinds else ("url", target)


def named(found: Contact) -> Contact:
    """Return a contact with a label, as a source asks for one."""
    label = found.label or _DEFAULT[_KEY_OF_VALUE[found.values[0][0]]]
    return replace(found, label=label[:1].upper() + label[1:])
