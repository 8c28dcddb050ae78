"""Findings as JUnit XML."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from publisher.diagnostics import Diagnostic, Severity
from publisher.report._common import Texts, redacted


def junit(diagnostics: Sequence[Diagnostic], texts: Texts, files: int) -> str:
    """Return the findings as JUnit XML: a suite for each file, a failed case for each finding that is not advice."""
    heard = [one for one in redacted(diagnostics, texts) if not one.waived and one.severity is not Severity.INFO]
    root = ElementTree.Element("testsuites", name="publisher check", tests=str(max(len(heard), files)))
    root.set("failures", str(len(heard)))
    for name, group in groupby(heard, key=lambda one: one.file):
        found = list(group)
        suite = ElementTree.SubElement(root, "testsuite", name=name, tests=str(len(found)), failures=str(len(found)))
        for one in found:
            _case(suite, one)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _case(suite: ElementTree.Element, one: Diagnostic) -> None:
    place = f"{one.file}:{one.span.line}:{one.span.column}"
    owner = f" [{one.partnership}]" if one.partnership else ""
    case = ElementTree.SubElement(suite, "testcase", classname=one.file, name=f"{one.code} {place}{owner}")
    failure = ElementTree.SubElement(case, "failure", type=one.severity.value, message=one.message)
    failure.text = f"{place}: {one.message}. {one.hint}".strip()
