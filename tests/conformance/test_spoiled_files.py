"""Each check finds its fault in a real file that was spoiled on purpose, and nothing in one that was not."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from publisher.conformance import CHECKS, Output, verdicts
from publisher.diagnostics import Finding
from publisher.document import Document
from publisher.renderers import RENDERERS
from tests.conformance import spoiled_look, spoiled_privacy, spoiled_structure
from tests.conformance.spoiled_privacy import NOBODY
from tests.conformance.spoils import Spoiled, pdf, xmp
from tests.editions import REPOSITORY, briefings

DOCUMENT, BRAND = next(
    (document, brand)
    for document, brand in briefings(REPOSITORY)
    if (brand.identifier, document.identifier) == ("example", "professional-challenge")
)
FORMATS = [name for name, renderer in RENDERERS.items() if DOCUMENT.form in renderer.FORMS]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """One document in every format."""
    return {name: RENDERERS[name].render(DOCUMENT, BRAND) for name in FORMATS}


def found(name: str, data: bytes, document: Document = DOCUMENT, page_budget: int = 2) -> dict[str, list[Finding]]:
    """Return the findings by the code of the check."""
    given = verdicts(Output(name, data, document, page_budget))
    return {check.CODE: findings for check, findings in given if findings}


SPOILED: dict[str, Spoiled] = {**spoiled_structure.SPOILED, **spoiled_look.SPOILED, **spoiled_privacy.SPOILED}


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_as_it_is_built_has_no_finding(files, name):
    assert found(name, files[name]) == {}


@pytest.mark.parametrize("case", SPOILED)
def test_a_spoiled_file_is_found_out(files, case):
    name, spoil, code, words = SPOILED[case]
    given = found(name, spoil(files[name]))

    assert code in given, given
    assert any(words in one.message for one in given[code]), given[code]
    for one in given[code]:
        assert not one.message.endswith("."), "a message is not a sentence"
        assert one.hint.endswith("."), "a hint is its own sentence"
        assert NOBODY not in f"{one.message}{one.hint}", "a name must not be repeated"


def test_every_check_of_a_briefings_files_has_a_file_that_fails_it():
    # The checks of slides have nothing to say of a briefing.
    looked_at = {check.CODE for check in CHECKS if DOCUMENT.form in check.FORMS}

    assert {code for _, _, code, _ in SPOILED.values()} | {"LEN005"} == looked_at


def test_a_pdf_over_its_pages_is_found_out(files):
    given = found("pdf", files["pdf"], page_budget=1)

    assert set(given) == {"LEN005"}


def test_a_finding_about_a_section_leads_to_it_in_the_source(files):
    name, spoil, _, _ = SPOILED["a PDF that leaves a section out"]
    paths = [one.path for one in found(name, spoil(files[name]))["ACC002"]]

    assert ("sections", 2, "heading") in paths
    assert all(path[:2] == ("sections", 2) for path in paths if path)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kept", [0, 1, 10, 1000, 0.5, -60])
def test_a_file_that_is_cut_off_is_a_finding_and_never_raises(files, name, kept):
    data = files[name]
    length = int(len(data) * kept) if isinstance(kept, float) else kept
    given = found(name, data[:length])

    assert given
    assert next(iter(given)) in {"ACC001", "ACC002"}


@pytest.mark.parametrize("name", FORMATS)
def test_no_change_of_bytes_raises(files, name):
    data = bytearray(files[name])
    for step in range(1, 40):
        place = step * len(data) // 40
        spoiled = data[:place] + bytes([data[place] ^ 0x55, 0]) + data[place + 1 :]
        found(name, bytes(spoiled))


def test_what_is_not_the_file_of_its_name_cannot_be_read(files):
    for name, other in (("pdf", "docx"), ("docx", "pdf")):
        (findings,) = found(name, files[other]).values()
        assert "cannot be read" in findings[0].message


def test_a_pdf_that_claims_an_unknown_standard_is_found_out(files):
    spoil = pdf(
        xmp(
            "</rdf:RDF>",
            '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="9"/></rdf:RDF>',
        )
    )
    data = xmp_free_of_pdfa(files["pdf"])

    assert any("PDF/A-9" in one.message for one in found("pdf", spoil(data))["ACC001"])


def xmp_free_of_pdfa(data: bytes) -> bytes:
    """Return a PDF that does not claim PDF/A."""

    def change(file: pikepdf.Pdf) -> None:
        packet = file.Root.Metadata.read_bytes()
        if b"pdfaid:part" in packet:
            xmp(r'pdfaid:(part|conformance)="\w"|<pdfaid:(part|conformance)>\w</pdfaid:\w*>', "")(file)

    return pdf(change)(data)


def test_a_pdf_is_held_to_the_pdf_a_that_it_claims(files):
    spoil = pdf(
        xmp(
            "</rdf:RDF>",
            '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" '
            'pdfaid:conformance="A"/></rdf:RDF>',
        )
    )
    without_identifier = spoil(xmp_free_of_pdfa(files["pdf"])).replace(b"/ID", b"/XX")

    assert any("is not PDF/A-3a: " in one.message for one in found("pdf", without_identifier)["ACC001"])


def test_another_documents_file_does_not_pass_for_this_one(files):
    other = replace(DOCUMENT, title="Another title", sections=DOCUMENT.sections[::-1])
    for name, data in files.items():
        assert "ACC002" in found(name, data, other)
