"""Other tools inside one Python process, run by the Python that has them: ``in_process.py TOOL FOLDER``.

``typst`` compiles each of the folder's ``.typ`` files, as pandoc has written them, with one set of fonts, and prints as
JSON the CPU seconds for each at the first time and the megabytes of memory. ``template`` writes a Word template, and
``docxtpl`` fills it with the texts of a briefing.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from measure import KILOBYTE


def typst(folder: Path) -> None:
    import typst as library

    fonts = library.Fonts(include_system_fonts=False, font_paths=[str(folder / "fonts")])
    compiler = library.Compiler(root=str(folder), font_paths=fonts)
    first, *sources = sorted(folder.glob("*.typ"))
    compiler.compile(str(first), output=str(folder / "out.pdf"), pdf_standards=["ua-1"])
    before = time.process_time()
    for source in sources:
        compiler.compile(str(source), output=str(folder / "out.pdf"), pdf_standards=["ua-1"])
    cpu = (time.process_time() - before) / len(sources)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 2**20
    print(json.dumps({"cpu": cpu, "peak": peak}))


def template(folder: Path) -> None:
    import docx

    file = docx.Document()
    file.add_heading("{{ title }}", 1)
    for line in ("{%p for paragraph in paragraphs %}", "{{ paragraph }}", "{%p endfor %}"):
        file.add_paragraph(line)
    file.save(str(folder / "template.docx"))


def docxtpl(folder: Path) -> None:
    from docxtpl import DocxTemplate

    template = DocxTemplate(folder / "template.docx")
    template.render(json.loads((folder / "briefing.json").read_text("utf-8")))
    template.save(folder / "docxtpl.docx")


if __name__ == "__main__":
    {"typst": typst, "template": template, "docxtpl": docxtpl}[sys.argv[1]](Path(sys.argv[2]))
