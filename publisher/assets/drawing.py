"""Drawings in SVG: nothing that runs, no other file, no entities, no words that need a font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from publisher.assets import css
from publisher.assets._fault import Fault

_RUNNING = frozenset({"script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio", "video"})
_ADDRESSES = frozenset({"href", "src", "data", "action", "from", "to", "values"})
_picture = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_scheme = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_OUTLINES = "Turn its words into outlines (in Inkscape: Path, Object to Path), so that they look the same everywhere."
_SAVE = "Save it again as plain SVG, with nothing but the drawing in it."


def faults(name: str, data: bytes) -> Iterator[Fault]:
    """Yield what a drawing has that could run, reach out or swamp the program; reading it fetches nothing."""
    inspection = _Inspection(name)
    try:
        inspection.parser.Parse(data, True)  # noqa: FBT003 - the last part
    except _EntityError:
        inspection.report("the drawing declares an entity", _SAVE)
    except expat.ExpatError as error:
        message = f"the drawing is not well-formed XML ({expat.ErrorString(error.code)})"
        inspection.report(message, _SAVE, error.lineno)
    except (LookupError, ValueError):
        inspection.report("the drawing is in an unknown encoding", "Save it as UTF-8.")
    inspection.report_copies()
    yield from inspection.found


class _EntityError(Exception):
    """Stops the reading before an entity can grow."""


class _Inspection:
    """One pass over a drawing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Fault] = []
        self._style: list[str] | None = None
        self._style_line = 1
        self._is_first = True
        self._open: list[str] = []
        self._with_copies: set[str] = set()
        self._copied: list[tuple[str, int]] = []
        self.parser = expat.ParserCreate()
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def report(self, message: str, hint: str, line: int | None = None) -> None:
        """Add a fault, at the line that is being read where no other is given."""
        self.found.append(Fault(self.name, message, hint, line or self.parser.CurrentLineNumber))

    def _entity(self, *_declaration: object) -> None:
        raise _EntityError

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.report("the drawing asks for a style sheet", _SAVE)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        name = _local(element)
        if self._is_first and name != "svg":
            self.report(f"the drawing starts with `{element}` instead of `svg`", _SAVE)
        self._is_first = False
        if name in _RUNNING:
            self.report(f"the drawing has a `{element}`", _SAVE)
        if name == "text":
            self.report("the drawing has words that need a font", _OUTLINES)
        if name == "style":
            self._style, self._style_line = [], self.parser.CurrentLineNumber
        self._note_copy(name, attributes)
        for attribute, value in attributes.items():
            self._attribute(_local(attribute), value)

    def _note_copy(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(attributes.get("id", ""))
        if name == "use":
            self._with_copies |= {identifier for identifier in self._open if identifier}
            target = next((value for key, value in attributes.items() if _local(key) == "href"), "")
            self._copied.append((target.strip().removeprefix("#"), self.parser.CurrentLineNumber))

    def report_copies(self) -> None:
        """Report copies of what has copies itself: ten lines of that make a drawing of a million parts."""
        for target, line in self._copied:
            if target in self._with_copies:
                self.report("the drawing has a `use` of what has a `use` itself", _SAVE, line)

    def _attribute(self, name: str, value: str) -> None:
        if name.startswith("on") and len(name) > 2:
            self.report(f"the drawing has something that runs, `{name}`", _SAVE)
        elif name in _ADDRESSES and _scheme.match(value) and not _picture.match(value.strip()):
            self.report(f"the drawing leads to `{value.strip()[:60]}`", _SAVE)
        elif name in {"href", "src"} and value.strip() and not value.strip().startswith(("#", "data:")):
            self.report(f"the drawing asks for another file, `{value.strip()[:60]}`", _SAVE)
        elif "(" in value or "\\" in value:
            for _, address in css.requests(value):
                self.report(f"the drawing asks for another file, `{address[:60]}`", _SAVE)

    def _end(self, element: str) -> None:
        self._open.pop()
        if _local(element) == "style" and self._style is not None:
            for line, address in css.requests("".join(self._style)):
                self.report(f"the drawing asks for another file, `{address[:60]}`", _SAVE, self._style_line + line - 1)
            self._style = None

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)


def _local(name: str) -> str:
    """Return an element's or attribute's name in small letters, without the prefix of its namespace."""
    return name.rpartition(":")[2].lower()
