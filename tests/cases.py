"""Case files: Markdown in which each flagged line of a source carries what is expected of it.

A case is a heading with fenced blocks under it:

- ``yaml``: keys that take the place of those in ``rules/default.yaml``, or with ``kind: practice-points`` of those in
  ``rules/practice-points.yaml``. Single sections go by number, as in a local edition (``sections:``, ``3:``).
  ``# without: published`` takes keys away.
- ``yaml alone`` or ``bytes``: a whole file; ``bytes`` may have escapes such as ``\\x00``.
- ``yaml partnership.yml``: keys that take the place of those in ``rules/partnership.yml``; expectations may stand there
  too, and the source may then be left out.
- ``yaml`` with the path of another file, such as ``publisher.yml``: that file of the project, as it stands.

An expectation is a comment, ``# error: LNK001 "here" leads nowhere``: severity, code, the words that the finding points
at, and a part of its message; the last two may be left out. It stands at the end of its line or on lines of its own
above; on the line of a ``|`` it is about the text that follows, and after the last line about the file as a whole.
"""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from publisher.check import Checker
from publisher.checked import Checked
from publisher.diagnostics import Diagnostic
from publisher.places import SourceText
from publisher.project import Project
from publisher.selection import Selection

FOLDER = Path(__file__).parent
TODAY = datetime.date(2026, 11, 20)
LENGTHS = {"briefing-length": "LEN001", "section-length": "LEN002"}
"""Rules that are tried in their own case files only, as the texts of most other cases are shorter than a briefing's."""

_expectation = re.compile(r'\s*# (error|warning|info): ([A-Z]{3}\d{3})(?: "([^"]*)")?(?: (.+))?$')
_without = re.compile(r"# without: (.+)")
_top_key = re.compile(r"(\w+):")
_kind = re.compile(r"^kind: ([a-z-]+)$", re.MULTILINE)
_section_number = re.compile(r"  (\d):$")
_another_file = re.compile(r"yaml (?!partnership\.yml$)(\S+\.yml)")


@dataclass(frozen=True, slots=True)
class Expectation:
    """A finding that a case expects between two lines of its file."""

    line: int
    last_line: int
    severity: str
    code: str
    words: str | None
    message: str
    file: str

    def meets(self, found: Diagnostic, text: SourceText) -> bool:
        return (
            self.file == found.file
            and self.line <= found.span.line <= self.last_line
            and (self.severity, self.code) == (found.severity, found.code)
            and self.words in {None, text.words(found.span).split("\n")[0]}
            and self.message in found.message
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A source, the partnership that publishes it, and everything that is to be found."""

    name: str
    source: bytes
    partnership: str
    expected: tuple[Expectation, ...]
    files: tuple[tuple[str, str], ...] = ()
    """Other files of the project: paths and texts."""
    ignored: tuple[str, ...] = ()
    """Codes of the rules that are not tried."""

    def check(self, root: Path) -> Checked:
        """Check the case in a project of its own under ``root``, as every front end does."""
        write_partnership(root, self.partnership)
        for path, text in self.files:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        source = root / "case.yaml"
        source.write_bytes(self.source)
        project = Project(root)
        return Checker(project, tuple(project.partnerships()), Selection(ignore=self.ignored), TODAY).check(source)

    def differences(self, checked: Checked) -> list[str]:
        """Return a line for each finding that was not expected and for each expectation that was not met."""
        texts = checked.texts()
        missing, unexpected = list(self.expected), []
        for found in checked.diagnostics:
            text = texts[found.file]
            met = next((one for one in missing if one.meets(found, text)), None)
            if met:
                missing.remove(met)
            else:
                place, words = f"{found.file}:{found.span.line}:{found.span.column}", text.words(found.span)
                unexpected.append(f'not expected: {place} {found.severity}: {found.code} "{words}" {found.message}')
        return unexpected + [f"not found: {one}" for one in missing]


def write_partnership(root: Path, profile: str) -> None:
    """Write the partnership that publishes the cases, with a logo, into a project."""
    folder = root / "templates" / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "partnership.yml").write_text(profile, encoding="utf-8")
    (folder / "_brand.yml").write_text("logo: logo.svg\n", encoding="utf-8")
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', encoding="utf-8")


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a case file."""
    blocks: dict[str, dict[str, str]] = {}
    heading = ""
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            heading = token.content
        elif token.type == "fence":
            blocks.setdefault(heading, {})[token.info] = token.content
    ignored = tuple(code for name, code in LENGTHS.items() if name != path.stem)
    cases = [_case(f"{path.stem}: {heading}", written) for heading, written in blocks.items()]
    return [replace(case, ignored=ignored) for case in cases]


def _case(name: str, written: dict[str, str]) -> Case:
    profile = _Composition("templates/sample/partnership.yml", _default("partnership.yml"))
    partnership = profile.of(written.pop("yaml partnership.yml", ""))
    files = {match[1]: written.pop(info) for info in list(written) if (match := _another_file.fullmatch(info))}
    ((kind, block),) = written.items() or [("yaml", "")]
    other = _kind.search(block)
    default = f"{other[1]}.yaml" if other and other[1] != "briefing" else "default.yaml"
    composition = _Composition("case.yaml", {} if kind in {"yaml alone", "bytes"} else _default(default))
    text = composition.of(block)
    source = ast.literal_eval(f'b"""{text}"""') if kind == "bytes" else text.encode()
    return Case(name, source, partnership, (*composition.expected, *profile.expected), tuple(files.items()))


def _default(name: str) -> dict[str, list[str]]:
    """Return the lines of a default file by their first key."""
    chunks: dict[str, list[str]] = {}
    for line in (FOLDER / "rules" / name).read_text(encoding="utf-8").splitlines():
        key = _top_key.match(line)
        chunks.setdefault(key[1] if key else list(chunks)[-1], []).append(line)
    return chunks


@dataclass
class _Composition:
    """A block laid over a default, line by line, so that its lines come first and its columns stay."""

    file: str
    default: dict[str, list[str]]
    lines: list[str] = field(default_factory=list)
    expected: list[Expectation] = field(default_factory=list)
    next_section: int | None = None

    def of(self, block: str) -> str:
        pending: list[re.Match[str]] = []
        left = dict(self.default)
        for line in block.splitlines():
            found = _expectation.search(line)
            text = line[: found.start()] if found else line
            pending += [found] if found else []
            if without := _without.match(text):
                left = {key: chunk for key, chunk in left.items() if key not in without[1].split(", ")}
            elif text or not found:
                if key := _top_key.match(text):
                    self._end_sections()
                    left.pop(key[1], None)
                self._add(text)
                self._expect(pending, len(self.lines))
                pending = []
        self._end_sections()
        self.lines += [line for chunk in left.values() for line in chunk]
        self._expect(pending, 1)
        self.expected = [_with_text(one, self.lines) for one in self.expected]
        return "\n".join(self.lines) + "\n" if self.lines else ""

    def _add(self, text: str) -> None:
        """Add a line; a section's number becomes the mark of a list item, with the sections before it."""
        number = _section_number.match(text)
        if number and self.lines:
            self._default_sections(self.next_section or 1, int(number[1]))
            self.next_section = int(number[1]) + 1
            text = "  -"
        self.lines.append(text)

    def _end_sections(self) -> None:
        if self.next_section:
            self._default_sections(self.next_section, 8)
        self.next_section = None

    def _default_sections(self, first: int, end: int) -> None:
        number = 0
        for line in self.default["sections"][1:]:
            number += line.startswith("  - ")
            if first <= number < end:
                self.lines.append(line)

    def _expect(self, found: list[re.Match[str]], line: int) -> None:
        for match in found:
            severity, code, words, message = match.groups()
            self.expected.append(Expectation(line, line, severity, code, words, message or "", self.file))


def _with_text(expected: Expectation, lines: list[str]) -> Expectation:
    """Return the expectation with the lines of the block scalar that starts on its line, where one does."""
    last = expected.line
    if lines and re.search(r": [|>][-+]?\d?$", lines[last - 1]):
        header = _indentation(lines[last - 1])
        while last < len(lines) and (not lines[last].strip() or _indentation(lines[last]) > header):
            last += 1
    return replace(expected, last_line=last)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def case_files(folder: str) -> Iterator[Path]:
    """Yield the case files of a folder of the tests."""
    yield from sorted((FOLDER / folder).glob("*.md"))
