"""What was changed in a Word file, as changes of the source that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from publisher.compose.origin import origin
from publisher.dates import parse_date
from publisher.diagnostics import Severity
from publisher.document import Writing, Written
from publisher.edition import Edition, localise
from publisher.errors import PublisherError
from publisher.importers._manuscript import Remark
from publisher.importers.recognition._dates import read_date
from publisher.model import Briefing, parse
from publisher.project import Project
from publisher.roundtrip import items
from publisher.roundtrip.comparing import edited
from publisher.roundtrip.identity import Identity, Path
from publisher.roundtrip.items import Kept, Keys
from publisher.roundtrip.lines import HEADING
from publisher.roundtrip.merging import merge
from publisher.roundtrip.reading import Edited, Entry, read
from publisher.source import Source, read_file

_PARTNERSHIP = "It belongs to `templates/{partnership}/partnership.yml`; change it there for all briefings."
_BELONGS = {
    "support": "It belongs to the house list of support lines, `templates/house/support.yml`.",
    "top": "It belongs to `partnership.yml` or to the program.",
    "questions": "The program prints this line itself.",
    "resources": "The program prints this line itself.",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is to be another one."""

    path: Path
    file: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ListChange:
    """A list that is to have other items, or the same ones in another order."""

    path: Path
    file: str
    before: tuple[Keys, ...]
    after: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the source and the edited file changed both, since the file was made."""

    path: Path
    ours: str
    """What the source has now."""
    theirs: str
    """What the edited file has."""


@dataclass(slots=True)
class Comparison:
    """An edited file beside the source that it was made from."""

    edition: Edition
    source: FilePath
    moved_on: bool
    """Whether the source has changed since the file was made."""
    changes: list[Change] = field(default_factory=list)
    lists: list[ListChange] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def source_of(project: Project, identity: Identity) -> FilePath | None:
    """Return the file of the source that a Word file was made from; None where this project has none."""
    found = sorted(project.briefings.rglob(f"{identity.slug}.yaml")) if _is_name(identity.slug) else []
    return found[0] if found else None


def _is_name(slug: str) -> bool:
    return bool(slug) and all(sign.isalnum() or sign in "-_" for sign in slug)


def compare(project: Project, data: bytes, name: str, identity: Identity) -> Comparison:
    """Return what an edited Word file changes; raises PublisherError where its source or partnership is not here."""
    path = source_of(project, identity)
    if path is None:
        raise PublisherError(f"`{name}` was made from the briefing `{identity.slug}`, which this project does not have")
    edition = _edition(project, path, identity)
    comparing = _Comparing(identity, read(data, name, identity), edition, path)
    comparing.values()
    for key in (items.QUESTIONS, items.RESOURCES):
        comparing.entries(key)
    comparing.rest()
    return comparing.result


def _edition(project: Project, path: FilePath, identity: Identity) -> Edition:
    from publisher.partnership import shown

    (owner,) = project.partnerships((identity.partnership,))
    source = read_file(path, shown(path, project.root))
    work, _ = parse(source)
    overlay = project.overlay(identity.slug, owner)
    edition = localise(identity.slug, source, work, owner, overlay).edition if work else None
    if edition is None or not isinstance(edition.work, Briefing):
        message = f"`{source.name}` is no briefing that `{identity.partnership}` publishes; see `publisher check`"
        raise PublisherError(message)
    return edition


class _Comparing:
    def __init__(self, identity: Identity, found: Edited, edition: Edition, path: FilePath) -> None:
        self._identity = identity
        self._edited = found
        self._source: Source = edition.source
        assert isinstance(edition.work, Briefing)  # noqa: S101 - what _edition returns
        now = origin(edition, edition.work)
        self._now = {one.path: one.text for one in now.written}
        self.result = Comparison(edition, path, moved_on=now.digest != identity.digest)
        self.result.remarks += found.remarks

    def values(self) -> None:
        """Compare what stands by itself: title, dates, headings and bodies."""
        for value in self._identity.written:
            if value.path[0] not in {items.QUESTIONS, items.RESOURCES}:
                self._value(value)

    def _value(self, value: Written) -> None:
        theirs = self._theirs(value)
        ours = self._now.get(value.path)
        if theirs is None or theirs == value.text:
            return
        if ours is None:
            self.result.conflicts.append(Conflict(value.path, "", theirs))
            return
        merged = merge(value.text, ours, theirs, one_line=value.kind is not Writing.BODY)
        self.result.conflicts += [Conflict(value.path, *both) for both in merged.conflicts]
        if not merged.conflicts and merged.text != ours:
            self.result.changes.append(Change(value.path, self._file(value.path), ours, merged.text))

    def _theirs(self, value: Written) -> str | None:
        """Return how a value is written as it stands in the edited file; None where the file does not say."""
        lines = self._edited.parts.get(value.path, [])
        if not lines and not self._is_emptied(value):
            if value.text.strip():
                self._remark("IMP023", f"The file no longer has {named(value.path)}.", "The source keeps it.")
            return None
        if value.kind is Writing.DATE:
            return self._date(value, lines[0].text)
        text, is_exact = edited(value, lines, self._identity)
        if not is_exact:
            message = f"Some bold or italic words of {named(value.path)} cannot be written as Markdown."
            self._remark("IMP026", message, "Mark whole words in Word, or mend the source.", lines[0].place)
        return text

    def _is_emptied(self, value: Written) -> bool:
        """Whether a body has no text any more although its heading is there."""
        heading = (*value.path[:2], "heading")
        return value.kind is Writing.BODY and heading in self._edited.parts

    def _date(self, value: Written, line: str) -> str | None:
        stated = line.rpartition(":")[2].strip()
        before = parse_date(value.text)
        if stated == before.in_words(self._identity.language):
            return value.text
        date = read_date(stated)
        if date is None:
            message = f"“{stated}” is not a date that can be read."
            self._remark("IMP025", message, "Write the month and the year, such as July 2026.")
        return None if date is None else str(date)

    def entries(self, name: str) -> None:
        """Compare the questions, or the resources."""
        base = items.published(self._identity, name)
        ours = _keys(self._now, name)
        theirs = [self._listed(one, name) for one in items.matched(self._edited.entries[name], self._identity, name)]
        merged = items.merged(base, ours, theirs, _as_shown(base))
        self.result.conflicts += [Conflict((name,), *both) for both in merged.conflicts]
        wanted = [(one.at, one.keys) for one in merged.items]
        if merged.conflicts or wanted == list(enumerate(ours)):
            return
        if [one.at for one in merged.items] == list(range(len(ours))):
            self._same_items(name, ours, merged.items)
        else:
            self.result.lists.append(ListChange((name,), self._file((name,)), tuple(ours), merged.items))

    def _same_items(self, name: str, ours: list[Keys], after: tuple[Kept, ...]) -> None:
        """Note changes inside of items; where one gets other keys, the list is written anew for it."""
        if any(self._has_other_keys(before, one) for before, one in zip(ours, after, strict=True)):
            self.result.lists.append(ListChange((name,), self._file((name,)), tuple(ours), after))
            return
        for index, (before, one) in enumerate(zip(ours, after, strict=True)):
            for key, text in one.keys.items():
                if text != before[key]:
                    path: Path = (name, index, key) if key else (name, index)
                    self.result.changes.append(Change(path, self._file(path), before[key], text))

    def _has_other_keys(self, before: Keys, after: Kept) -> bool:
        """Whether an item gets or loses a key, or one changes that stands in the source only by default."""
        changed = {key for key in (*before, *after.keys) if before.get(key) != after.keys.get(key)}
        known = self._source.values
        return any(
            key not in before or key not in after.keys or (key and (items.RESOURCES, after.at, key) not in known)
            for key in changed
        )

    def _listed(self, entry: Entry, name: str) -> items.Listed:
        if name == items.QUESTIONS:
            return items.question(entry, self._identity)[0]
        listed, register = items.resource(entry, self._identity)
        if register:
            message = f"The address of “{listed.shown}” was changed, but it is `{register}` of the link register."
            self._remark("IMP027", message, _PARTNERSHIP.format(partnership=self._identity.partnership))
        return listed

    def rest(self) -> None:
        """Note what stands elsewhere, what belongs to others, and sections in another order."""
        for line in self._edited.unplaced:
            message = f"“{line.text}” stands in none of the briefing's parts, and is not taken over."
            hint = "Move it into the text of a section; a briefing has no headings but those of its sections."
            self._remark("IMP022", message, hint if line.form == HEADING else hint.partition(";")[0] + ".", line.place)
        order = self._edited.order
        if order != sorted(order):
            shown = ", ".join(str(number + 1) for number in order)
            message = f"The sections stand in the order {shown}; each keeps its number."
            self._remark("IMP024", message, "Change the order in the source.")
        for place, message in _elsewhere(self._identity, self._edited):
            usual = _PARTNERSHIP.format(partnership=self._identity.partnership)
            self._remark("IMP020", message, _BELONGS.get(place, usual))

    def _remark(self, code: str, message: str, hint: str, place: str = "") -> None:
        self.result.remarks.append(Remark(code, Severity.WARNING, message, hint, place))

    def _file(self, path: Path) -> str:
        return self._source.place(path).text.name


def _elsewhere(identity: Identity, found: Edited) -> Iterator[tuple[str, str]]:
    """Yield what was changed between the parts, with where it stands."""
    for place in dict.fromkeys(place for place, _ in identity.fixed):
        before = [_single(text) for other, text in identity.fixed if other == place]
        after = [_single(line.text) for line in found.fixed.get(place, [])]
        for text in before:
            if text not in after:
                yield place, f"“{text}” was changed or taken out."
        for text in after:
            if text not in before:
                yield place, f"“{text}” is new."


def _single(text: str) -> str:
    return " ".join(text.split())


def _keys(now: dict[Path, str], name: str) -> list[Keys]:
    found: dict[int, Keys] = {}
    for path, text in now.items():
        if path[0] == name:
            found.setdefault(int(path[1]), {})[str(path[2]) if len(path) > 2 else ""] = text
    return [found[index] for index in sorted(found)]


def _as_shown(base: list[Keys]) -> list[int]:
    """Return the items in the order of the file: local resources stand first."""
    return sorted(range(len(base)), key=lambda index: base[index].get("scope") == "national")


def named(path: Path) -> str:
    """Return what a part is called, such as ``the text of section 3``."""
    match path:
        case ("sections", int(number), "heading"):
            return f"the heading of section {number + 1}"
        case ("sections", int(number), "body"):
            return f"the text of section {number + 1}"
        case ("questions" | "resources" as name, int(number), *_):
            return f"{name.removesuffix('s')} {number + 1}"
    return {"published": "the date of publication", "review": "the review date"}.get(str(path[0]), f"the {path[0]}")
