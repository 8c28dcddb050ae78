"""What somebody would take instead: the same texts, with the same fonts and styles, made by other tools."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import REPOSITORY
from measure import least

PYTHON = Path(sys.prefix) / "bench" / "bin" / "python"
FORMATS = ("pdf", "docx", "html")

# The `typst` program is in no package registry that Python or Node installs from; the library is the same compiler.
_TYPST = """#!{python}
import sys, typst
options = dict(one.lstrip("-").split("=", 1) for one in sys.argv[2:] if one.startswith("--"))
source, target = (one for one in sys.argv[2:] if not one.startswith("--"))
fonts, standard = options.get("font-path"), options.get("pdf-standard")
typst.compile(source, output=target, font_paths=[fonts] if fonts else [], pdf_standards=standard or [])
"""


@dataclass(slots=True)
class Row:
    """A line of the table: CPU seconds for a briefing by format, the largest memory in megabytes, and a remark."""

    name: str
    cpu: dict[str, float] = field(default_factory=dict)
    peak: float = 0
    note: str = ""


def prepare(folder: Path, built: Path, count: int) -> list[str]:
    """Write the texts of ``count`` built briefings for the other tools; returns their names."""
    shutil.copytree(REPOSITORY / "templates" / "base" / "fonts", folder / "fonts")
    (folder / "typst").write_text(_TYPST.format(python=PYTHON), "utf-8")
    (folder / "typst").chmod(0o755)
    names = [path.name.removesuffix("-fragment.html") for path in sorted(built.glob("*-fragment.html"))[:count]]
    page = (built / f"{names[0]}.html").read_text("utf-8")
    (folder / "style.css").write_text(re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0], "utf-8")
    shutil.copy(built / f"{names[0]}.docx", folder / "reference.docx")
    for name in names:
        fragment = str(built / f"{name}-fragment.html")
        to_markdown = ("-f", "html", "-t", "markdown", "--shift-heading-level-by=-1")
        _run(folder, "pandoc", *to_markdown, fragment, "-o", f"{name}.body.md")
        body = (folder / f"{name}.body.md").read_text("utf-8")
        (folder / f"{name}.md").write_text(f"---\ntitle: Briefing {name}\nlang: en-GB\n---\n\n{body}", "utf-8")
        _run(folder, "pandoc", "-s", f"{name}.md", "-o", f"{name}.typ", *_TYPE_FACE)
    paragraphs = [line for line in body.split("\n\n") if line.strip()]
    (folder / "briefing.json").write_text(json.dumps({"title": names[0], "paragraphs": paragraphs}), "utf-8")
    subprocess.run([PYTHON, REPOSITORY / "bench" / "in_process.py", "template", folder], check=True)
    return names


_TYPE_FACE = ("-V", "mainfont=Source Sans 3")


def pandoc() -> str:
    """Return where pandoc is, as the package ``pypandoc_binary`` brings it; "" where that is not installed."""
    return next((str(path) for path in (PYTHON.parent.parent).glob("lib/*/site-packages/pypandoc/files/pandoc")), "")


def _run(folder: Path, program: str, *options: str) -> None:
    subprocess.run([pandoc() if program == "pandoc" else program, *options], cwd=folder, check=True)


def rows(folder: Path, names: Sequence[str], runs: int) -> Iterator[Row]:
    """Yield what each tool costs; a tool that is not there is a row that says so."""
    yield _whole("pandoc 3.9 (PDF by typst 0.15)", folder, _pandoc(names), runs, _THROUGH_LIBRARY)
    yield _whole(
        "pandoc, no brand and no tags", folder, _bare(names), min(runs, 2), "its own look, no fonts or styles inside"
    )
    yield _typst(folder)
    office = shutil.which("soffice") or ""
    fill = [str(PYTHON), str(REPOSITORY / "bench" / "in_process.py"), "docxtpl", str(folder)]
    convert = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    commands = {"docx": [fill], "pdf": [[*convert, "docxtpl.docx"]] if office else []}
    note = "PDF from the Word file" if office else "no PDF: LibreOffice is not installed"
    yield _whole("docxtpl 0.20, LibreOffice", folder, commands, min(runs, 2), note)
    weasyprint = str(PYTHON.with_name("weasyprint"))
    commands = {"pdf": [[weasyprint, "--quiet", "--pdf-variant", "pdf/ua-1", f"{names[0]}.html", "weasyprint.pdf"]]}
    yield _whole("WeasyPrint 70, its command", folder, commands, min(runs, 2), "of pandoc's web page")


_THROUGH_LIBRARY = "typst by a wrapper of its Python module: 0.01 s of the PDF is Python's start"


def _pandoc(names: Sequence[str]) -> dict[str, list[list[str]]]:
    program = pandoc()
    typst = ["--pdf-engine=./typst", "--pdf-engine-opt=--font-path=fonts", "--pdf-engine-opt=--pdf-standard=ua-1"]
    options = {
        "pdf": [*typst, *_TYPE_FACE],
        "docx": ["--reference-doc=reference.docx"],
        "html": ["--standalone", "--embed-resources", "--css=style.css"],
    }
    return {
        name: [[program, f"{text}.md", "-o", f"{text}.{name}", *more] for text in names]
        for name, more in options.items()
    }


def _bare(names: Sequence[str]) -> dict[str, list[list[str]]]:
    more = {"pdf": ["--pdf-engine=./typst"], "docx": [], "html": ["--standalone"]}
    return {
        name: [[pandoc(), f"{text}.md", "-o", f"bare.{name}", *options] for text in names]
        for name, options in more.items()
    }


def _whole(name: str, folder: Path, commands: Mapping[str, list[list[str]]], runs: int, note: str = "") -> Row:
    """Return what a tool costs that is started anew for each briefing."""
    row = Row(name, note=note)
    for made, tried in commands.items():
        if not tried:
            continue
        try:
            cost = least(tried, folder, runs, {})
        except OSError as error:
            return Row(name, note=f"cannot be had: {error}")
        row.cpu[made], row.peak = cost.cpu, max(row.peak, cost.peak)
    return row


def _typst(folder: Path) -> Row:
    name = "typst 0.15 in one process"
    command = [str(PYTHON), str(REPOSITORY / "bench" / "in_process.py"), "typst", str(folder)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        return Row(name, note=f"cannot be had: {found.stderr.strip().splitlines()[-1]}")
    told = json.loads(found.stdout)
    return Row(name, {"pdf": told["cpu"]}, told["peak"], "PDF/UA-1 from typst source; not checked")
