"""A page template, style sheet, layout or ``reference.docx`` cannot be used.

What it does
    Makes a short document with everything that a briefing may have, in every format, in the partnership's look.
    Reports the file and line of a mistake in a template, a layout that does not exist, and whatever else keeps a file
    from being made. What comes out is then checked as every finished file is, under the codes of those checks.

Why it matters
    Otherwise the mistake shows when a briefing has to go out.

Example
    ``<h1>{{ documnt.title }}</h1>`` in ``templates/example/briefing.html.j2``

Use instead
    ``<h1>{{ document.title }}</h1>``

Source
    Jinja, template designer documentation (https://jinja.palletsprojects.com/en/stable/templates/).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from publisher import conformance
from publisher.brand import Brand, find
from publisher.branding import unsafe_file
from publisher.branding._brand_check import Folder
from publisher.branding.trial import compendium, document
from publisher.conformance import Output
from publisher.diagnostics import Finding, Severity
from publisher.document import Document, Form
from publisher.errors import PublisherError
from publisher.partnership import BRAND
from publisher.renderers import RENDERERS
from publisher.renderers.templates import TemplateError

CODE = "BRD009"
NAME = "unusable-template"
SEVERITY = Severity.ERROR

_TEMPLATE = "briefing.html.j2"
_OF_COMPENDIA = ("compendium.html.j2", "layouts/compendium.css")
"""Files that practice points alone are made with; they are tried only where a partnership has its own."""
_LOADED = {
    "img": "src",
    "source": "src",
    "link": "href",
    "video": "src",
    "audio": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "use": "href",
    "image": "href",
    "input": "src",
}
"""Elements of HTML that ask for a file, and the attribute that says which."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a file that was made, and the partnership's file that it most likely comes from."""

    code: str
    name: str
    severity: Severity
    finding: Finding
    file: Path
    line: int = 1


def troubles(folder: Folder, budget: int) -> Iterator[Trouble]:
    """Yield what goes wrong where a document is made in the partnership's look; ``budget`` is its pages of PDF."""
    if folder.look is None:
        return
    tried = document(folder.profile)
    for name in ("html", "pdf", "docx"):
        yield from _tried(name, tried, folder, folder.look, budget)
    if any(find(folder.own, file) for file in _OF_COMPENDIA):
        for name in ("html", "pdf"):
            yield from _tried(name, compendium(folder.profile), folder, folder.look, budget)


def _tried(name: str, tried: Document, folder: Folder, brand: Brand, budget: int) -> Iterator[Trouble]:
    source = _likely_source(name, folder, brand, tried.form)
    try:
        data = RENDERERS[name].render(tried, brand)
    except TemplateError as error:
        # The PDF is printed from the same page, and would tell the same again.
        if name == "html":
            hint = f"Compare it with templates/base/{_template(tried.form)}, which lists what a page is made of."
            path = error.path or source
            yield Trouble(CODE, NAME, SEVERITY, Finding((), error.what, hint), path, error.line)
        return
    except PublisherError as error:
        yield Trouble(CODE, NAME, SEVERITY, Finding((), str(error), "Add it, or leave the choice to the base."), source)
        return
    except Exception as error:  # noqa: BLE001 - a style sheet or reference document may break the libraries in any way
        message = f"the {name.upper()} cannot be made ({type(error).__name__}: {str(error)[:80]})"
        yield Trouble(
            CODE, NAME, SEVERITY, Finding((), message, "Take this file away to see whether it is why."), source
        )
        return
    if name == "html":
        yield from (replace(one, file=source) for one in _requests(data))
    for check, findings in conformance.verdicts(Output(name, data, tried, budget)):
        yield from (Trouble(check.CODE, check.NAME, check.SEVERITY, one, source) for one in findings)


def _template(form: Form) -> str:
    return _OF_COMPENDIA[0] if form is Form.COMPENDIUM else _TEMPLATE


def _likely_source(name: str, folder: Folder, brand: Brand, form: Form) -> Path:
    """Return the partnership's own file that shapes a format, or its ``_brand.yml`` where it has none."""
    layout = _OF_COMPENDIA[1] if form is Form.COMPENDIUM else f"layouts/{brand.layout}.css"
    shaping = {
        "html": (_template(form), "screen.css"),
        "pdf": (layout, "print.css", _template(form)),
        "docx": ("reference.docx",),
    }
    own = (find(folder.own, file) for file in shaping[name])
    return next((path for path in own if path), folder.own[0] / BRAND)


def _requests(page: bytes) -> Iterator[Trouble]:
    """Yield what runs in the finished page and what it asks for: a template can put that together from parts."""
    import lxml.html

    for element in lxml.html.document_fromstring(page).iter("*"):
        if element.tag == "script" and element.get("type") != "application/ld+json":
            yield _unsafe("the finished page has a script")
        address = (element.get(_LOADED.get(element.tag, "src")) or "").strip()
        if address and not address.lower().startswith(("data:", "#")):
            yield _unsafe(f"the finished page asks for another file, `{address[:60]}`")
        for attribute in map(str, element.attrib):
            if attribute.lower().startswith("on"):
                yield _unsafe(f"the finished page has something that runs, `{attribute}`")


def _unsafe(message: str) -> Trouble:
    finding = Finding((), message, "A page has words, markup and styles; what it needs stands in the page itself.")
    return Trouble(unsafe_file.CODE, unsafe_file.NAME, Severity.ERROR, finding, Path())
