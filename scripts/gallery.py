"""Show one sample in every layout of every partnership: output/gallery.html, with its pages as pictures beside it."""  # noqa: INP001 - run by path

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from markupsafe import Markup

from publisher.check import Checker
from publisher.compose import compose
from publisher.document import Document
from publisher.edition import Edition
from publisher.model import Layout
from publisher.project import Project
from publisher.renderers import large_print, pdf
from publisher.selection import Selection

SAMPLE = "child-protection-visits"
LAYOUTS = (*(layout.value for layout in Layout), large_print.NAME)
SCALE = 1.5
"""Pixels for a point."""

PAGE = Markup("""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Layouts and partnerships</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ margin: 0 auto; max-width: 90rem; padding: 1rem; font-family: system-ui, sans-serif; line-height: 1.5; }}
figure {{ display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; margin: 0; }}
img {{ width: auto; max-width: 100%; height: auto; max-height: 30rem; border: 1px solid #767676; }}
figcaption {{ flex-basis: 100%; }}
</style>
</head>
<body>
<main>
<h1>Layouts and partnerships</h1>
<p>The sample “{title}” as a PDF, in every layout.</p>
{partnerships}
</main>
</body>
</html>
""")
PARTNERSHIP = Markup("<h2>{name}</h2>\n{layouts}")
LAYOUT = Markup(
    '<h3>{layout}</h3>\n<figure>\n{pictures}\n<figcaption><a href="{file}">{name}: {layout}, PDF</a></figcaption>\n'
    "</figure>\n"
)
PICTURE = Markup('<img src="{file}" width="{width}" height="{height}" alt="{alternative}">')


def main() -> None:
    """Write the gallery into the project that this script stands in."""
    root = Path(__file__).parent.parent
    folder = root / "output" / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    project = Project(root)
    documents = [(edition, compose(edition, project.house)[0]) for edition in editions(project)]
    shown = Markup("\n").join(partnership(edition, document, folder) for edition, document in documents)
    page = PAGE.format(title=documents[0][1].title, partnerships=shown)
    (folder.parent / "gallery.html").write_text(page, encoding="utf-8")


def editions(project: Project) -> Iterator[Edition]:
    """Yield the sample as every partnership publishes it."""
    today = datetime.datetime.now(datetime.UTC).date()
    checker = Checker(project, tuple(project.partnerships()), Selection(), today)
    yield from checker.check(project.briefings / f"{SAMPLE}.yaml").editions


def partnership(edition: Edition, document: Document, folder: Path) -> Markup:
    """Return the part of the page about one partnership; its files are written."""
    name = edition.partnership.profile.name
    layouts = []
    for layout in LAYOUTS:
        path = folder / f"{edition.partnership.identifier}-{layout}.pdf"
        path.write_bytes(pdf.render(document, replace(edition.partnership.brand, layout=layout)))
        pictures = Markup("\n").join(pages(path, f"in the layout “{layout}” for {name}"))
        layouts.append(LAYOUT.format(layout=layout, name=name, pictures=pictures, file=f"gallery/{path.name}"))
    return PARTNERSHIP.format(name=name, layouts=Markup("").join(layouts))


def pages(path: Path, described: str) -> Iterator[Markup]:
    """Yield a picture for each page of a PDF; the files are written beside it."""
    with pypdfium2.PdfDocument(path) as file:
        for number, page in enumerate(file, 1):
            picture = page.render(scale=SCALE).to_pil()
            picture.save(path.with_name(f"{path.stem}-{number}.png"), optimize=True)
            yield PICTURE.format(
                file=f"gallery/{path.stem}-{number}.png",
                width=picture.width,
                height=picture.height,
                alternative=f"Page {number} of {len(file)}, {described}",
            )


if __name__ == "__main__":
    main()
