"""The shortcuts through WeasyPrint change nothing: with them a process prints the same bytes as without."""

from __future__ import annotations

import subprocess
import sys

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from publisher.renderers import shortcuts
from publisher.renderers.shortcuts import styles
from tests.editions import REPOSITORY


def test_pages_are_printed_alike_with_and_without_the_shortcuts():
    assert _printed() == _printed("with shortcuts")


def _printed(*arguments: str) -> list[str]:
    # A process for each, as the shortcuts are taken for good.
    command = [sys.executable, "-m", "tests.pages_for_shortcuts", *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.splitlines()


def test_a_style_is_computed_once_for_all_documents_of_a_sheet_and_anew_for_another():
    shortcuts.take()
    fonts = FontConfiguration()
    blue, red = (CSS(string=f"p {{ color: {name} }}", font_config=fonts) for name in ("blue", "red"))

    first, again, other = (_paragraph(sheet, fonts) for sheet in (blue, blue, red))

    assert first is not again
    assert first.computed is again.computed
    assert first["color"] == again["color"] != other["color"]


def test_nothing_is_remembered_of_lengths_that_hang_together_with_the_size_of_the_page():
    shortcuts.take()
    fonts = FontConfiguration()
    sheet = CSS(string="@page wide { size: 2000px } p { width: 10vw }", font_config=fonts)

    assert _paragraph(sheet, fonts).computed
    assert _paragraph(sheet, fonts).computed is None


def test_no_more_is_remembered_than_a_worker_has_room_for(monkeypatch):
    monkeypatch.setattr(styles, "_MOST", 20)
    shortcuts.take()
    fonts = FontConfiguration()
    sheet = CSS(string="p { color: blue }", font_config=fonts)

    for number in range(30):
        style = _paragraph(sheet, fonts, f"<p style='margin: {number}px'>")

    family = style.computed.family
    assert max(len(family._styles), len(family._rules)) <= 20  # noqa: SLF001


def _paragraph(sheet, fonts, page="<p>Words."):
    """Return the style of the only paragraph of a page."""
    document = HTML(string=page).render(stylesheets=[sheet], font_config=fonts)
    boxes = document.pages[0]._page_box.descendants()  # noqa: SLF001
    return next(box.style for box in boxes if box.element_tag == "p")
