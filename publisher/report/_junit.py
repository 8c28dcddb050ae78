"""Findings as JUnit XML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from publisher.diagnostics import Diagnostic, Severity
from publisher.report._common import Texts, redacted

# XML has no way to write these, and a key in double quotes may stand for any of them.
_not_in_xml = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(diagnostics: Sequence[Diagnostic], texts: Texts, files: Sequence[str], *, strict: bool = False) -> str:
    """Return the findings as JUnit XML: a suite for each file, a case for each finding that is not advice.

    The case of an error has failed; so has that of a warning where ``strict`` lets it count as one, else it is told
    with a case that passes. A file without such findings has one case, which passes.
    """
    fails = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    heard = [one for one in redacted(diagnostics, texts) if not one.waived and one.severity is not Severity.INFO]
    root = ElementTree.Element("testsuites", name="publisher check")
    by_file: dict[str, list[Diagnostic]] = {name: [] for name in files}
    for one in heard:
        by_file.setdefault(one.file, []).append(one)
    for name, found in by_file.items():
        suite = ElementTree.SubElement(root, "testsuite", name=name)
        for one in found:
            _case(suite, one, fails=one.severity in fails)
        if not found:
            ElementTree.SubElement(suite, "testcase", classname=name, name="no errors and no warnings")
        _count(suite)
    _count(root)
    ElementTree.indent(root)
    return _not_in_xml.sub(
        "\N{REPLACEMENT CHARACTER}", ElementTree.tostring(root, encoding="unicode", xml_declaration=True)
    )


def _count(element: ElementTree.Element) -> None:
    """Write how many cases there are below an element, and how many of them failed."""
    element.set("tests", str(sum(1 for _ in element.iter("testcase"))))
    element.set("failures", str(sum(1 for _ in element.iter("failure"))))


def _case(suite: ElementTree.Element, one: Diagnostic, *, fails: bool) -> None:
    place = f"{one.file}:{one.span.line}:{one.span.column}"
    owner = f" [{one.partnership}]" if one.partnership else ""
    key = f" {'.'.join(map(str, one.path))}" if one.path else ""
    case = ElementTree.SubElement(suite, "testcase", classname=one.file, name=f"{one.code} {place}{key}{owner}")
    told = f"{place}: {one.message}. {one.hint}".strip()
    if fails:
        ElementTree.SubElement(case, "failure", type=one.severity.value, message=one.message).text = told
    else:
        ElementTree.SubElement(case, "system-out").text = told
