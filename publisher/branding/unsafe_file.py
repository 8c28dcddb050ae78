"""A file of a partnership's folder runs, leads outside, or is too large.

What it does
    Reports in a partnership's folder: links to files outside it; files and pictures that are too large; scripts,
    event handlers, entities and addresses of other files in drawings, style sheets, page templates and Word files;
    words in drawings that need a font, which the PDF would lose; templates that reach into the program; and in
    ``_brand.yml`` paths that climb out of the folder and fonts from the web. A folder with such a file is neither
    published nor read further.

Why it matters
    Folders are passed from one partnership to another, and what they hold goes into files that are published in the
    partnership's name. A page that asks for a font elsewhere tells that place who reads about what.

Example
    ``logo: ../../other/logo.svg``, or an SVG with a ``<script>`` in it

Use instead
    ``logo: logo.svg``, a file of the folder, saved as plain SVG

Source
    OWASP File Upload Cheat Sheet
    (https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html); SVG Integration, “secure static
    mode” (https://www.w3.org/TR/svg-integration/#secure-static-mode).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.brand import BrandFile
from publisher.branding._brand_check import Folder
from publisher.diagnostics import Finding, Path, Severity

CODE = "BRD007"
NAME = "unsafe-brand-file"
SEVERITY = Severity.ERROR

_outside = re.compile(r"[/\\~]|[A-Za-z][A-Za-z0-9+.-]*:|(?:.*[/\\])?\.\.(?:[/\\]|$)")
_FROM_THE_WEB = frozenset({"google", "bunny"})
"""The sources of fonts in the brand.yml convention that are web services."""


def check(folder: Folder) -> Iterator[Finding]:
    """Yield each path that leads out of the folder and each font that would be fetched."""
    yield from in_brand(folder.brand)


def in_brand(brand: BrandFile) -> Iterator[Finding]:
    """Yield what is unsafe in a ``_brand.yml``."""
    for path, written in _paths(brand):
        if leads_outside(written):
            message = f"`{written[:80]}` leads out of the folder"
            yield Finding(path, message, "Put the file into the folder, and write its path from there.")
    for index, source in enumerate(brand.typography.fonts):
        if source.source.lower() in _FROM_THE_WEB:
            message = f"the fonts of {source.family} would come from the web (`{source.source}`)"
            hint = "Put the font files into the folder with their licence, and write `source: file`."
            yield Finding(("typography", "fonts", index, "source"), message, hint)


def leads_outside(path: str) -> bool:
    """Whether a path, as written in a folder's file, is absolute, an address, or climbs out of the folder."""
    return _outside.match(path.strip()) is not None


def _paths(brand: BrandFile) -> Iterator[tuple[Path, str]]:
    logo = brand.logo
    for name, image in logo.images.items():
        yield ("logo", "images", name, "path"), image.path
    for role in ("small", "medium", "large"):
        written = getattr(logo, role)
        if written and written not in logo.images:
            yield ("logo", role), written
    for index, source in enumerate(brand.typography.fonts):
        for position, file in enumerate(source.files):
            yield ("typography", "fonts", index, "files", position, "path"), file.path
