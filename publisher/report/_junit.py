"""Findings as JUnit XML."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from publisher.diagnostics import Diagnostic, Severity
from publisher.report._common import Texts, redacted


def junit(diagnostics: Sequence[Diagnostic], texts: Texts, files: Sequence[str]) -> str:
    """Return the findings as JUnit XML: a suite for each file, a failed case for each finding that is not advice.

    A file without such findings has one case, which passes.
    """
    heard = [one for one in redacted(diagnostics, texts) if not one.waived and one.severity is not Severity.INFO]
    root = ElementTree.Element("testsuites", name="publisher check")
    by_file: dict[str, list[Diagnostic]] = {name: [] for name in files}
    for one in heard:
        by_file.setdefault(one.file, []).append(one)
    for name, found in by_file.items():
        suite = ElementTree.SubElement(root, "testsuite", name=name)
        for one in found:
            _case(suite, one)
        if not found:
            ElementTree.SubElement(suite, "testcase", classname=name, name="no errors and no warnings")
        _count(suite)
    _count(root)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _count(element: ElementTree.Element) -> None:
    """Write how many cases there are below an element, and how many of them failed."""
    element.set("tests", str(sum(1 for _ in element.iter("testcase"))))
    element.set("failures", str(sum(1 for _ in element.iter("failure"))))


def _case(suite: ElementTree.Element, one: Diagnostic) -> None:
    place = f"{one.file}:{one.span.line}:{one.span.column}"
    owner = f" [{one.partnership}]" if one.partnership else ""
    case = ElementTree.SubElement(suite, "testcase", classname=one.file, name=f"{one.code} {place}{owner}")
    failure = ElementTree.SubElement(case, "failure", type=one.severity.value, message=one.message)
    failure.text = f"{place}: {one.message}. {one.hint}".strip()
