"""What a file is made from, as digests: its text, the brand's files that its format uses, options and tools."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from importlib.metadata import version
from pathlib import Path

from publisher import __version__
from publisher.brand import Brand, find
from publisher.build.work import Job, Target
from publisher.document import Document
from publisher.manifest import MadeFrom, Parts

TOOLS = (
    *("weasyprint", "pydyf", "python-docx", "python-pptx", "xlsxwriter", "jinja2", "markdown-it-py"),
    *("pikepdf", "fonttools", "page-validation", "pillow", "pypdfium2", "lxml", "tinycss2"),
)

# Their words stand in the document and the brand; or they are for people.
_NEVER = ("*.yml", "*.yaml", "*.md", "accessibility.*")
_FONTS = ("*.ttf", "*.otf", "*.woff2", "fonts/*")
_PICTURES = ("*.svg", "*.png", "*.jpg", "*.jpeg")
_PDF = ("screen.css", "*.docx")
_UNUSED: dict[str, tuple[str, ...]] = {
    "html": ("print.css", "layouts/*", "*.docx"),
    "fragment": ("*.css", *_FONTS, *_PICTURES, "*.docx"),
    "pdf": _PDF,
    "large-print": _PDF,
    "docx": ("*.css", "*.j2", *_FONTS, *_PICTURES),
    "pptx": ("*.css", "*.j2", "*.docx"),
    "txt": ("*",),
}
"""For a format, the files of a brand that it is known not to use; one that is not listed here uses all."""
_WITHOUT_LOOK = frozenset({"txt", "fragment"})
_WITHOUT_TEMPLATES = frozenset({"txt", "docx", "pptx"})
_WITH_STANDARD = frozenset({"pdf", "large-print"})


def digest(value: object) -> str:
    """Return a digest of anything that JSON can hold; 32 hexadecimal digits."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:32]


def text_digest(document: Document) -> str:
    """Return a digest of all that a document says, as the manifest has it."""
    return hashlib.sha256(repr(document).encode()).hexdigest()[:32]


class Ingredients:
    """Digests of one build: each file of a brand is read once."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.parts: Parts = {}
        """What the digests stand for."""
        self._files: dict[tuple[Path, ...], dict[str, str]] = {}
        self._free: dict[tuple[Path, ...], bool] = {}
        self._looks: dict[tuple[object, ...], str] = {}
        self._tools = self._known({"publisher": __version__} | {name: version(name) for name in TOOLS})

    def of(self, job: Job, format_: str) -> MadeFrom:
        """Return what a job's file of that format is made from."""
        return MadeFrom(
            text_digest(job.document), self._brand(job.brand, format_), self._options(job, format_), self._tools
        )

    def behind(self, targets: Iterable[Target]) -> Parts:
        """Return what the digests of some targets stand for."""
        digests = {digest for target in targets for digest in target.made_from.parts().values()}
        return {digest: self.parts[digest] for digest in digests & self.parts.keys()}

    def _known(self, table: dict[str, str]) -> str:
        key = digest(table)
        self.parts[key] = table
        return key

    def _brand(self, brand: Brand, format_: str) -> str:
        key = (brand.identifier, brand.folders, brand.layout, format_)
        if key not in self._looks:
            self._looks[key] = self._known(self._look(brand, format_) | self._used(brand, format_))
        return self._looks[key]

    def _look(self, brand: Brand, format_: str) -> dict[str, str]:
        if format_ == "txt":
            return {}
        layout = {"layout": brand.layout}
        if format_ in _WITHOUT_LOOK:
            return layout
        logo = hashlib.sha256(brand.logo.data).hexdigest()[:12] if brand.logo else "none"
        return layout | {
            "colours": digest(dict(brand.colors))[:12],
            "type faces": digest([brand.base_family, brand.headings_family, brand.headings_weight])[:12],
            "font files": digest([[font.family, font.path.name, font.weight, font.style] for font in brand.fonts])[:12],
            "logo": logo,
            "logo’s words": brand.logo.alternative if brand.logo else "",
        }

    def _used(self, brand: Brand, format_: str) -> dict[str, str]:
        """Return the short digests of the files that a format may use, by their names."""
        files = self._nearest(brand.folders)
        unused = _UNUSED.get(format_, ())
        if format_ not in _WITHOUT_TEMPLATES and not self._keep_to_themselves(brand.folders):
            # A template may bring in any file by its name.
            unused = ()
        return {
            name: short
            for name, short in files.items()
            if not any(fnmatchcase(name, pattern) for pattern in (*_NEVER, *unused))
        }

    def _nearest(self, folders: tuple[Path, ...]) -> dict[str, str]:
        """Return the short digest of each file that the brand's folders give, the nearest where several have it."""
        if folders not in self._files:
            names = sorted({name for folder in folders for name in _names(folder)})
            paths = {name: find(folders, name) for name in names}
            self._files[folders] = {
                name: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for name, path in paths.items() if path
            }
        return self._files[folders]

    def _keep_to_themselves(self, folders: tuple[Path, ...]) -> bool:
        """Whether the templates of these folders bring in no file that is not a template."""
        if folders not in self._free:
            names = [name for name in self._nearest(folders) if name.endswith(".j2")]
            paths = [path for name in names if (path := find(folders, name))]
            self._free[folders] = all(
                name is not None and name.endswith(".j2") for path in paths for name in _brought_in(path)
            )
        return self._free[folders]

    def _options(self, job: Job, format_: str) -> str:
        from publisher.conformance import CHECKS

        about = {check.CODE for check in CHECKS if format_ in check.FORMATS}
        table = {
            "format": format_,
            "page budget": str(job.page_budget),
            "checks": " ".join(sorted(about)),
            "waived or lighter checks": " ".join(sorted(job.allowed & about)),
        }
        if format_ in _WITH_STANDARD:
            table["PDF standard"] = job.brand.pdf_standard
        return self._known(table)


def _names(folder: Path) -> Iterator[str]:
    """Yield the files below a folder, named relative to it; links to folders are followed no more than by ``find``."""
    for parent, _, names in os.walk(folder):
        for name in names:
            yield (Path(parent) / name).relative_to(folder).as_posix()


def _brought_in(path: Path) -> Iterator[str | None]:
    """Yield the names that a template brings in; None for one that is found out only when it runs."""
    from jinja2 import Environment, TemplateSyntaxError
    from jinja2.meta import find_referenced_templates

    try:
        # Only read, never run.
        yield from find_referenced_templates(Environment(autoescape=True).parse(path.read_text("utf-8")))
    except (TemplateSyntaxError, UnicodeDecodeError, RecursionError):
        yield None
