"""The accessibility conformance report: what was checked in a partnership's files, and what a person has to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from publisher.accessibility.criteria import CRITERIA, NOT_APPLICABLE, Criterion
from publisher.accessibility.facts import Facts, gather
from publisher.brand import Brand
from publisher.conformance import CHECKS, Check
from publisher.errors import PublisherError
from publisher.manifest import Manifest
from publisher.partnership import Partnership
from publisher.project import Project
from publisher.reference import offences
from publisher.renderers import html, templates, typefaces
from publisher.renderers.palette import dark_palette, palette

NAME = "accessibility.html"
_TEMPLATE = "accessibility.html.j2"
_code = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of one check, or of the checks behind one criterion."""

    sentence: str
    is_fault: bool = False


def report(project: Project, partnership: Partnership, manifest: Manifest) -> bytes:
    """Return a partnership's report as a web page that asks for no other file, from the manifest of a build.

    Raises PublisherError where nothing was built for the partnership, and for a template that cannot be used.
    """
    facts = gather(project, partnership, manifest)
    if not facts.files:
        name = partnership.identifier
        raise PublisherError(f"nothing has been built for `{name}`; run `publisher build --partnership {name}` first")
    brand, values = partnership.brand, _values(facts)
    words = templates.render(_TEMPLATE, values | {"styles": ""}, brand)
    return templates.render(_TEMPLATE, values | {"styles": _styles(brand, words)}, brand).encode()


def _values(facts: Facts) -> dict[str, Any]:
    faulty = [file for file in facts.files if file.findings or file.unseen]
    return {
        "partnership": facts.partnership.profile,
        "briefings": facts.briefings,
        "formats": facts.formats,
        "files": facts.files,
        "faulty": faulty,
        "programs": facts.programs,
        "checks": [(check, _code_words(offences()[check.CODE]), _checked(facts, check)) for check in CHECKS],
        "criteria": [(criterion, _met(facts, criterion)) for criterion in CRITERIA],
        "by_eye": [(criterion, _code_words(criterion.by_eye)) for criterion in CRITERIA if criterion.by_eye],
        "not_applicable": NOT_APPLICABLE,
        "offences": {code: _code_words(offence) for code, offence in offences().items()},
    }


def _checked(facts: Facts, check: Check) -> _Result:
    """Return how many files passed a check, of those of its formats."""
    of = sum(file.format in check.FORMATS and file.form in check.FORMS for file in facts.files)
    passed = facts.passed(check.CODE)
    return _Result(f"{passed} of {of}", is_fault=passed < of)


def _met(facts: Facts, criterion: Criterion) -> _Result:
    """Return what the checks behind a criterion say; the rules of sources have let everything pass that was built."""
    codes = [check.CODE for check in CHECKS if check.CODE in criterion.codes]
    if not criterion.codes:
        return _Result("By design; no machine check")
    faulty = sum(any(code in dict(file.findings) for code in codes) for file in facts.files)
    unseen = sum(any(code in file.unseen for code in codes) for file in facts.files)
    if faulty:
        return _Result(f"Findings in {_files(faulty)}", is_fault=True)
    if unseen:
        return _Result(f"{_files(unseen).capitalize()} not checked", is_fault=True)
    return _Result("No fault found")


def _files(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"


def _code_words(text: str) -> Markup:
    """Return a sentence of our own with its code marked as such."""
    return Markup(_code.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped


def _styles(brand: Brand, words: str) -> Markup:
    """Return the brand's colours, and its fonts as far as a page of these words needs them."""
    sheets = (
        html.variables(palette(brand), brand),
        f"@media screen and (prefers-color-scheme: dark) {{{html.variables(dark_palette(brand), brand)}}}",
        typefaces.for_web(brand, words),
        html.stylesheet(brand, "accessibility.css"),
    )
    # A style sheet ends where the browser meets its end tag, even inside a comment or a string.
    return Markup("\n".join(sheets).replace("</", r"<\/"))  # noqa: S704 - our own files and a partnership's
