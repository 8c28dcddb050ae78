"""The documentation of rules and checks: one for ``publisher rules CODE``, all as a table and as ``docs/rules.md``."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from publisher import changed_common_text
from publisher.branding import unsafe_file, unusable_font, unusable_logo, unusable_template
from publisher.codes import similar
from publisher.conformance import CHECKS, EDITION_CHECKS
from publisher.diagnostics import Severity
from publisher.errors import PublisherError
from publisher.remarks import REMARKS
from publisher.rules import RULES, Scope
from publisher.unchecked import NOT_CHECKED, PARTLY

FAMILIES = {
    "SRC": "Reading the source",
    "STR": "Structure",
    "LEN": "Length",
    "LAY": "Layout",
    "MET": "Dates, contacts and language",
    "PRV": "Privacy",
    "LNG": "Language about children and families",
    "PLN": "Plain English",
    "ACR": "Acronyms",
    "LNK": "Links",
    "CUR": "Current guidance",
    "ACC": "Accessibility",
    "BRD": "Partnership and reuse",
    "PKG": "What belongs to a briefing",
    "CON": "Content",
    "PPT": "Practice points",
    "SES": "Learning sessions",
    "WVR": "Waivers",
    "IMP": "Import",
}
"""What the first three letters of a code stand for, in the order of the page."""

HEADINGS = ("What it does", "Why it matters", "Example", "Use instead", "Source")
"""The headings that the docstring of every rule and check has, in this order."""

_SCOPES = {
    Scope.BRIEFING: "once for each briefing, and for each local edition",
    Scope.EDITION: "for each partnership that publishes the briefing",
    Scope.BOTH: "once for each briefing and local edition, and for each partnership on what it adds",
}

_FORMATS = ("html", "pdf", "docx", "pptx", "txt", "large-print", "fragment")

_TOP = """\
# The rules

<!-- Written by the program from the rules' own documentation: `make accept` brings it up to date. -->

An **error** keeps a document from being published, a **warning** asks for a mend or a waiver, and **info** is advice.
Most rules look at a source; what is checked of a finished file says so, and is told by `publisher build`.
`publisher rules CODE` prints one entry. How to let a finding stay is told in [editors.md](editors.md)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is printed about one code."""

    code: str
    name: str
    severity: Severity
    offence: str
    when: str
    parts: dict[str, str]

    def markdown(self, level: int) -> str:
        """Return the entry with its heading at ``level``; its parts are paragraphs that start with their name."""
        facts = f"{self.offence}\n\n**Severity:** {self.severity}. **Checked:** {self.when}."
        parts = [f"**{heading}:** {text}" for heading, text in self.parts.items()]
        return "\n\n".join([f"{'#' * level} {self.code} {self.name}", facts, *parts])


_READING = "as the file is read"
_WAIVING = "after the rules, against the findings"

# The findings that come from no rule.
_OTHERS = (
    Entry(
        "SRC001",
        "unreadable-yaml",
        Severity.ERROR,
        "The file is not YAML in UTF-8.",
        _READING,
        {
            "Example": "`title: Neglect: what to look for`, or a Word file that was given the ending .yaml",
            "Use instead": '`title: "Neglect: what to look for"`, saved as plain text',
        },
    ),
    Entry(
        "SRC002",
        "duplicate-key",
        Severity.ERROR,
        "A key stands twice; the first is used.",
        _READING,
        {"Example": "two lines that start with `title:`", "Use instead": "one of the two"},
    ),
    Entry(
        "SRC003",
        "refused-yaml-feature",
        Severity.ERROR,
        "The file has what briefings have no use for: a YAML anchor, alias, tag, list as a key, or second document.",
        _READING,
        {
            "Example": "`body: &text …` and `body: *text`",
            "Use instead": "the text written out; text that starts with `&`, `*`, `!` or `{{` in quotes",
        },
    ),
    Entry(
        "SRC004",
        "unknown-key",
        Severity.ERROR,
        "A key is not known here.",
        _READING,
        {"Example": "`publised: 2026-07`", "Use instead": "`published: 2026-07`; `publisher schema` lists the keys"},
    ),
    Entry(
        "SRC005",
        "wrong-value",
        Severity.ERROR,
        "A value is of the wrong kind or not one of those allowed, or the file's name is not as the format asks.",
        _READING,
        {
            "Example": "`published: 2026-02-30`, `status: finished`, or a file called `Bad Name.yaml`",
            "Use instead": "`published: 2026-02-28`, `status: approved`, and `bad-name.yaml`",
        },
    ),
    Entry(
        "SRC006",
        "missing-key",
        Severity.ERROR,
        "A key is missing without which its neighbours mean nothing.",
        _READING,
        {"Example": "a resource without `label`", "Use instead": "`{label: Neglect toolkit, link: neglect-toolkit}`"},
    ),
    Entry(
        "SRC007",
        "too-large",
        Severity.ERROR,
        "The file is larger than 1 MB, nested deeper than 20 levels, or takes too long to check in a build.",
        _READING,
        {"Example": "a thousand opening brackets", "Use instead": "a briefing of about 5 kB with four levels"},
    ),
    Entry(
        "WVR001",
        "unused-waiver",
        Severity.WARNING,
        "A waiver covers no finding.",
        _WAIVING,
        {
            "Example": "a waiver whose `text` is no longer in the briefing",
            "Use instead": "no waiver, or one with the words that the finding is about",
        },
    ),
    Entry(
        "WVR002",
        "expired-waiver",
        Severity.WARNING,
        "A waiver is older than the 24 months within which a briefing is reviewed.",
        _WAIVING,
        {"Example": "`date: 2022-03-01`", "Use instead": "a mended text, or a new date after looking at it again"},
    ),
)


def explained(asked: str) -> str:
    """Return the documentation of a code or name, or the table of the codes that begin so.

    Raises PublisherError where there is none.
    """
    several = table(asked.strip().upper())
    return rule(asked) if asked.strip().upper() in entries() or not several else several


def rule(code: str) -> str:
    """Return the documentation of one code or name as Markdown; raises PublisherError for one that there is not."""
    known = entries()
    by_name = {entry.name: entry.code for entry in known.values()}
    wanted = by_name.get(code.strip().lower(), code.strip().upper())
    if wanted in NOT_CHECKED:
        asked, reason = NOT_CHECKED[wanted]
        return f"# {wanted} (not checked by machine)\n\n{asked}. {reason}"
    if wanted not in known:
        raise PublisherError(f"there is no rule `{code}`; {similar(code)}")
    return known[wanted].markdown(1)


def table(first: str = "") -> str:
    """Return a line for each code that begins with ``first``: its severity, its name and what it reports."""
    listed = [entry for code, entry in entries().items() if code.startswith(first)]
    width = max((len(entry.name) for entry in listed), default=0)
    lines = [f"{entry.code}  {entry.severity:<7}  {entry.name:<{width}}  {entry.offence}" for entry in listed]
    return "\n".join(lines)


def offences() -> dict[str, str]:
    """Return for each code the sentence that says what it reports."""
    return {code: entry.offence for code, entry in entries().items()}


def page() -> str:
    """Return ``docs/rules.md``: every code with its documentation, by family."""
    parts = [_TOP]
    for prefix, title in FAMILIES.items():
        family = [entry.markdown(3) for code, entry in entries().items() if code.startswith(prefix)]
        if family:
            parts += [f"## {title}", *family]
    return "\n\n".join([*parts, *_unchecked()]) + "\n"


def _unchecked() -> Iterator[str]:
    """Yield the end of the page: what is left to people, and why."""
    yield "## Not checked by machine"
    yield "\n".join(f"- **{code}** {asked}. {reason}" for code, (asked, reason) in NOT_CHECKED.items())
    yield "Of what is checked, this is left to people:"
    yield "\n".join(f"- **{code}** {reason}" for code, reason in PARTLY.items())


@cache
def entries() -> dict[str, Entry]:
    """Return what is known of each code, by family, and by code within one."""
    families = list(FAMILIES)
    ordered = sorted(_entries(), key=lambda entry: (families.index(entry.code[:3]), entry.code))
    return {entry.code: entry for entry in ordered}


def _entries() -> Iterator[Entry]:
    """Yield an entry for every code: those of neither rule nor check, then the rules, then the checks."""
    yield from _OTHERS
    for rule in RULES:
        yield _entry(rule, _SCOPES[rule.SCOPE])
    for check in CHECKS:
        formats = sorted(check.FORMATS, key=_FORMATS.index)
        yield _entry(check, f"on each finished file, as it is built ({', '.join(formats)})")
    for edition_check in EDITION_CHECKS:
        yield _entry(edition_check, "on the files of each edition together")
    for brand_check in (unsafe_file, unusable_font, unusable_template, unusable_logo):
        yield _entry(brand_check, "on a partnership's folder, by `publisher brand check`")
    yield _entry(changed_common_text, "for each local edition")
    for code, (name, severity, offence) in REMARKS.items():
        yield Entry(code, name, severity, offence, "by `publisher import`, of the file that is brought in", {})


class _Documented(Protocol):
    """A module that documents a code."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    __doc__: str | None


def _entry(module: _Documented, when: str) -> Entry:
    offence, parts = _documentation(module.__doc__ or "")
    return Entry(module.CODE, module.NAME, module.SEVERITY, offence, when, parts)


def _documentation(docstring: str) -> tuple[str, dict[str, str]]:
    """Return the first sentence of a module's docstring, and its parts by heading, each as one paragraph."""
    text = re.sub(r"``([^`]+)``", r"`\1`", inspect.cleandoc(docstring))
    offence, *blocks = text.split("\n\n")
    parts: dict[str, str] = {}
    for block in blocks:
        heading, _, body = block.partition("\n")
        parts[heading.strip()] = " ".join(body.split())
    return offence, parts
