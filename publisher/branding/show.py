"""What a partnership's folder comes to: each value, and the file and line that it comes from. Items count from 1."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from pathlib import Path

from publisher import covering
from publisher.brand import find
from publisher.diagnostics import Path as Keys
from publisher.partnership import BRAND, PROFILE, Profile, inherited, load, merged, shown, with_base
from publisher.project import Project, built_in
from publisher.redaction import file_name, without_identifiers
from publisher.renderers.palette import palette
from publisher.source import Data, Source

_FILES = ("briefing.html.j2", "screen.css", "print.css", "layouts/{layout}.css", "reference.docx")
_DEFAULT = "the program’s default"


@dataclass(frozen=True, slots=True)
class Shown:
    """A value, under a heading, and where it comes from: a file and perhaps a line."""

    heading: str
    name: str
    value: str
    origin: str


def show(project: Project, identifier: str) -> Iterator[Shown]:
    """Yield everything that a partnership's folder comes to, inherited values and defaults too.

    Raises PublisherError where the folder cannot be used.
    """
    own = list(inherited(identifier, project.templates, project.root))
    partnership = load(identifier, project.templates, built_in("templates"), project.root)
    folders = with_base(own, project.templates, built_in("templates"))
    found = covering.identifiers_in_profile(partnership, project.house)
    private = {(one.file, line) for one in found for line in range(one.span.line, one.span.end_line + 1)}
    yield from _values(PROFILE, merged(PROFILE, folders, project.root), private)
    yield from _defaults(partnership.profile, partnership.source)
    yield from _values(BRAND, merged(BRAND, folders, project.root), set())
    for name, colour in asdict(palette(partnership.brand)).items():
        yield Shown("Colours of a light page", name.replace("_", " "), colour, "worked out from `color`")
    for pattern in _FILES:
        name = pattern.format(layout=partnership.profile.layout.value)
        path = find(folders, name)
        if path:
            yield Shown("Files", name, "", _shown(path, project))
    for path in sorted(path for folder in own for path in (folder / "briefings").glob("*.yaml")):
        yield Shown("Local editions", file_name(path.stem), "", file_name(_shown(path, project)))


def _values(heading: str, source: Source, private: AbstractSet[tuple[str, int]]) -> Iterator[Shown]:
    """Yield each value; on lines that are ``private`` no identifier is repeated."""
    for keys, value in _leaves(source.data, ()):
        place = source.place(keys)
        file, span = place.text.name, place.span()
        name = ".".join(str(key + 1 if isinstance(key, int) else key) for key in keys)
        written = " ".join(value.split())
        if any((file, line) in private for line in range(span.line, span.end_line + 1)):
            name, written = without_identifiers(name), without_identifiers(written)
        yield Shown(heading, name, written, f"{file}:{span.line}")


def _leaves(data: Data, keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(data, dict):
        for key, below in data.items():
            yield from _leaves(below, (*keys, key))
    elif isinstance(data, list):
        for index, below in enumerate(data):
            yield from _leaves(below, (*keys, index))
    elif data is not None:
        yield keys, data


def _defaults(profile: Profile, source: Source) -> Iterator[Shown]:
    """Yield the texts of a profile that no file gives."""
    written = source.data if isinstance(source.data, dict) else {}
    for name, value in profile.model_dump(mode="json").items():
        if isinstance(value, str) and value and name not in written:
            yield Shown(PROFILE, name, value, _DEFAULT)


def _shown(path: Path, project: Project) -> str:
    """Return a file's name; those that come with the program are named from its own folder."""
    base = built_in("templates")
    if path.is_relative_to(base.resolve()) and not path.is_relative_to(project.root.resolve()):
        return f"{path.relative_to(base.resolve().parent).as_posix()} (comes with the program)"
    return shown(path, project.root)
