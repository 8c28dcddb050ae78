"""The accessibility conformance report: what was found in a partnership's files, and what a person has to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from publisher.accessibility.criteria import CRITERIA, NOT_APPLICABLE, NOTHING_TO_FILL_IN, Criterion
from publisher.accessibility.facts import Facts, File
from publisher.accessibility.gathering import gather
from publisher.brand import Brand
from publisher.conformance import CHECKS, Check
from publisher.errors import PublisherError
from publisher.reference import offences
from publisher.renderers import html, templates, typefaces
from publisher.renderers.palette import dark_palette, palette

__all__ = ["NAME", "gather", "report"]

NAME = "accessibility.html"
_TEMPLATE = "accessibility.html.j2"
_OF_FILES = frozenset(check.CODE for check in CHECKS)
_code = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of one check, or of the rules and checks behind one criterion."""

    sentence: str
    is_fault: bool = False


def report(facts: Facts) -> bytes:
    """Return a partnership's report as a web page that asks for no other file.

    Raises PublisherError where nothing was built for the partnership, and for a template that cannot be used.
    """
    brand, values = facts.partnership.brand, _values(facts)
    if not facts.files:
        raise PublisherError(
            f"nothing has been built for `{brand.identifier}`; "
            f"run `publisher build --partnership {brand.identifier}` first"
        )
    words = templates.render(_TEMPLATE, values | {"styles": ""}, brand)
    return templates.render(_TEMPLATE, values | {"styles": _styles(brand, words)}, brand).encode()


def _values(facts: Facts) -> dict[str, Any]:
    holds = {
        "charts": any(document.has_charts for document in facts.documents),
        "fields": any(document.has_fields for document in facts.documents),
    }
    concerned = {one: told for one in CRITERIA if (told := one.met_by(**holds))}
    others = tuple(f"{one.number} {one.name}" for one in CRITERIA if one not in concerned)
    return {
        "partnership": facts.partnership.profile,
        "briefings": facts.briefings,
        "documents": facts.documents,
        "formats": facts.formats,
        "files": facts.files,
        "faulty": [file for file in facts.files if file.is_faulty],
        "remarks": facts.remarks,
        "programs": facts.programs,
        "checks": [(check, _code_words(offences()[check.CODE]), _checked(facts, check)) for check in CHECKS],
        "criteria": [(one, _code_words(told), _met(facts, one)) for one, told in concerned.items()],
        "by_eye": [(one, _code_words(one.by_eye)) for one in concerned if one.by_eye],
        "not_applicable": NOT_APPLICABLE | ({NOTHING_TO_FILL_IN: others} if others else {}),
        "offences": {code: _code_words(offence) for code, offence in offences().items()},
    }


def _checked(facts: Facts, check: Check) -> _Result:
    """Return how many files passed a check, of those of its formats."""
    of = sum(file.format in check.FORMATS and file.form in check.FORMS for file in facts.files)
    passed = facts.passed(check.CODE)
    return _Result(f"{passed} of {of}", is_fault=passed < of)


def _met(facts: Facts, criterion: Criterion) -> _Result:
    """Return what the rules and checks behind a criterion found, and where they did not look."""
    if not criterion.codes:
        return _Result("By design; no machine check")
    faults = "; ".join(_faults(facts, frozenset(criterion.codes)))
    return _Result(f"{faults[:1].upper()}{faults[1:]}" or "No fault found", is_fault=bool(faults))


def _faults(facts: Facts, codes: frozenset[str]) -> Iterator[str]:
    rules = codes - _OF_FILES
    faulty = sum(not codes.isdisjoint(dict(file.findings)) for file in facts.files)
    remarked = sum(any(remark.code in rules for remark in briefing.remarks) for briefing in facts.briefings)
    unseen = sum(_is_unseen(file, codes) for file in facts.files)
    if faulty:
        yield f"findings in {_count(faulty, 'file')}"
    if remarked:
        yield f"findings of rules in {_count(remarked, 'briefing')}"
    if unseen:
        yield f"{_count(unseen, 'file')} not checked"
    if left_out := sorted(rules & facts.left_out):
        yield f"{', '.join(left_out)} not in use"


def _is_unseen(file: File, codes: frozenset[str]) -> bool:
    """Whether a check did not look at the file, or the rules looked at another text than it has."""
    return not codes.isdisjoint(file.unseen) or (not file.is_current and not codes <= _OF_FILES)


def _count(number: int, of: str) -> str:
    return f"{number} {of if number == 1 else f'{of}s'}"


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
