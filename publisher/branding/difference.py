"""A local edition beside the common text: what differs, and what the common text was when the local one was written."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

import yaml

from publisher.changed_common_text import BASED_ON, Replacement, check, replacements
from publisher.collection import slug_of
from publisher.diagnostics import Diagnostic, Path
from publisher.errors import PublisherError
from publisher.files import reason, rewrite
from publisher.partnership import Partnership, shown
from publisher.project import Project
from publisher.redaction import Redaction
from publisher.source import Data, Source, read, read_file
from publisher.yaml_scalar import scalar

_NOTE = "# What the common text was when this was written; `publisher diff … --accept` renews it.\n"


@dataclass(frozen=True, slots=True)
class Difference:
    """A partnership's local edition of a briefing, None where it has none, and the common text."""

    path: FilePath
    partnership: str
    common: Source
    local: Source | None

    @property
    def slug(self) -> str:
        """The slug of the briefing."""
        return slug_of(self.path)

    @property
    def leaves_out(self) -> bool:
        """Whether the partnership does not publish the briefing."""
        data = self.local.data if self.local else None
        return isinstance(data, dict) and str(data.get("exclude", "")).lower() in {"true", "yes"}

    def lines(self, redaction: Redaction) -> Iterator[str]:
        """Yield what differs as lines of a unified diff, a block for each key that the local edition has.

        ``redaction`` says what is to be covered in them; where nothing else differs, a line says so.
        """
        if self.local is None:
            return
        for one in replacements(self.common, self.local):
            name = redaction.words(one.name)
            before, after = _place(self.common, one.common_path), _place(self.local, one.path)
            old = [] if one.is_new else _written(_covered(one.before, redaction))
            new = _written(_covered(one.after, redaction))
            lines = list(difflib.unified_diff(old, new, before, after, name, name, 2, ""))
            yield from lines
            if not lines and one.before != one.after:
                yield f"{after} {name}: all that differs leads to a person, and is not shown"

    def look_again(self) -> list[Diagnostic]:
        """Return a finding for each key whose common text has changed since."""
        return list(check(self.common, self.local, self.slug, self.partnership)) if self.local else []


def _place(source: Source, path: Path) -> str:
    return f"{source.name}:{source.place(path).span().line}"


def difference(project: Project, slug: str, owner: Partnership) -> Difference:
    """Return a partnership's edition beside the common text; raises PublisherError for a briefing that is not there."""
    path, *others = project.named((slug,))
    if others:
        raise PublisherError(f"`{slug}` is a folder; name one briefing")
    common = read_file(path, shown(path, project.root))
    return Difference(path, owner.identifier, common, project.overlay(slug_of(path), owner))


def accept(project: Project, found: Difference) -> list[Replacement]:
    """Write the digests of the common text into a local edition and return what they are of.

    Raises PublisherError where there is no local edition, where it is another folder's, or cannot be written.
    """
    path = project.templates / found.partnership / "briefings" / f"{found.slug}.yaml"
    name = shown(path, project.root)
    if found.local is None or found.local.name != name:
        where = f"; it inherits `{found.local.name}`" if found.local else ""
        raise PublisherError(f"`{found.partnership}` has no local edition `{name}`{where}")
    replaced = replacements(found.common, found.local)
    text = _with_digests(found.local, replaced)
    try:
        rewrite(path, text.encode())
    except OSError as error:
        raise PublisherError(f"cannot write `{name}`: {reason(error)}") from error
    return replaced


def _with_digests(local: Source, replaced: list[Replacement]) -> str:
    """Return the local edition's text with its digests renewed, and all else as it is.

    Raises PublisherError where they cannot be put in as lines of their own.
    """
    digests = {one.name: one.digest for one in replaced}
    block = f"{BASED_ON}:\n" + "".join(f"  {scalar(name)}: {digest}\n" for name, digest in digests.items())
    text = local.text.text
    key = local.keys.get((BASED_ON,))
    if key is None:
        text = f"{text.rstrip()}\n{_NOTE}{block}"
    else:
        text = f"{text[: key.start]}{block}{text[_end_of_digests(local) :].removeprefix(chr(10))}"
    kept = local.data if isinstance(local.data, dict) else {}
    if read(text.encode(), local.name).data != {**kept, BASED_ON: digests or None}:
        raise PublisherError(
            f"`{BASED_ON}` cannot be written into `{local.name}` as it stands; "
            "put each key of the file at the start of a line of its own"
        )
    return text


def _end_of_digests(local: Source) -> int:
    """Return where the text of what stands under ``based_on:`` ends."""
    whole = local.values[BASED_ON,]
    inside = [place.end for path, place in local.values.items() if path[:1] == (BASED_ON,) and len(path) > 1]
    # Without brackets, a set of keys ends where the next key begins; notes in between would count as part of it.
    return max(inside) if inside and local.text.text[whole.start] not in "{[" else whole.end


def _covered(value: Data, redaction: Redaction) -> Data:
    """Return a value with each of its texts as anybody may see it."""
    if isinstance(value, dict):
        return {redaction.text(key): _covered(below, redaction) for key, below in value.items()}
    if isinstance(value, list):
        return [_covered(below, redaction) for below in value]
    return redaction.text(value) if value is not None else None


def _written(value: Data) -> list[str]:
    """Return a value as lines: a text as it stands, anything else as YAML."""
    if isinstance(value, str):
        return value.rstrip("\n").split("\n")
    written: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)
    return written.rstrip("\n").split("\n")
