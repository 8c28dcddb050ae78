"""The file has no tags, no title or no language, or does not keep to the standard that it claims.

What it does
    Checks the PDF, with an independent validator, against what it says that it is: PDF/UA-1 (ISO 14289-1), and PDF/A
    (ISO 19005) if it says so. A PDF that does not say that it is PDF/UA is reported; one of PDF/UA-2 is taken at its
    word. Checks that the PDF, the web page and the Word file have the briefing's title and language, and can be read
    at all.

Why it matters
    Without tags a screen reader guesses what is a heading, a list or a link; without a title it reads out a file's
    name; without a language it speaks with the wrong voice.

Example
    A PDF printed from a browser or exported from a drawing program.

Use instead
    The PDF as it is built; where no template of the partnership's own is in use, please report it as a fault of the
    program.

Source
    PDF/UA-1; WCAG 2.2, success criteria 1.3.1, 2.4.2 Page Titled, 3.1.1 Language of Page and 4.1.2
    (https://www.w3.org/TR/WCAG22/); Tees, Esk and Wear Valleys NHS Trust lists such PDFs
    (https://www.tewv.nhs.uk/about/publications/disproportionate-burden/).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.conformance._check import Output, UnreadableError
from publisher.conformance._passages import Words
from publisher.conformance._reading import read
from publisher.diagnostics import Finding, Severity
from publisher.document import Form
from publisher.languages import primary

CODE = "ACC001"
NAME = "untagged-or-untitled-file"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"html", "pdf", "large-print", "docx", "pptx"})
FORMS = frozenset(Form)

_HINT = "Look at the partnership's own templates; without any, please report it as a fault of the program."
_UA = frozenset({"ua1", "ua2"})
_NOT_COVERED = "ua2"
"""The validator has no profile for it; what the other checks look at in the tags is the same."""


def check(output: Output) -> Iterator[Finding]:
    """Yield what is wrong with the file's title, language and tags."""
    reading, document = read(output), output.document
    if not reading.title.strip():
        yield Finding(("title",), f"{output.noun} has no title", _HINT)
    elif Words(document.title).bare not in Words(reading.title).bare:
        yield Finding(("title",), f"the title of {output.noun} is “{reading.title}”", "It starts with the briefing's.")
    # Word states a country with every language.
    if primary(reading.language) != primary(document.language):
        stated = f"`{reading.language}`" if reading.language else "not stated"
        hint = f"It is `{document.language}` for this briefing."
        yield Finding(("lang",), f"the language of {output.noun} is {stated}", hint)
    if output.medium == "pdf":
        yield from _standards(output.data, reading.claims)


def _standards(data: bytes, claims: tuple[str, ...]) -> Iterator[Finding]:
    """Yield where the PDF is not what it says that it is."""
    if not _UA & set(claims):
        yield Finding((), "the PDF does not say that it is PDF/UA", _HINT)
    for claim in claims:
        if claim != _NOT_COVERED:
            yield from _against(claim, data)


def _against(profile: str, data: bytes) -> Iterator[Finding]:
    """Yield what the validator finds: the first fault, and how many there are."""
    import page

    try:
        failures = page.validate_pdf_bytes(data, profile=profile).failures
    except ValueError:
        yield Finding((), f"the PDF says that it is {_standard(profile)}, which is no known standard", _HINT)
        return
    except page.PageError as error:
        raise UnreadableError(type(error).__name__) from error
    faults = list(dict.fromkeys(one.message for one in failures if not _is_false_alarm(one.rule_id, data)))
    if faults:
        more = f" and {len(faults) - 1} more faults" if len(faults) > 1 else ""
        yield Finding((), f"the PDF is not {_standard(profile)}: {faults[0]}{more}", _HINT)


def _is_false_alarm(rule: str, data: bytes) -> bool:
    """Whether the validator takes for a fault what PDF/A-2 and PDF/A-3 allow."""
    if "STREAM-LENGTH" in rule:
        # It takes a carriage return that a stream ends with, as any byte may, for a part of the line's end after it.
        return b"\r\nendstream" in data
    # PDF/A-1 alone forbids compressed metadata.
    return "METADATA-FILTER" in rule


def _standard(profile: str) -> str:
    return f"PDF/UA-{profile[2:]}" if profile.startswith("ua") else f"PDF/A-{profile}"
