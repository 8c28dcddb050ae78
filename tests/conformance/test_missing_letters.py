"""Letters that no font has are never published as empty boxes, on a computer that has no fonts but the program's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.editions import REPOSITORY

FONTLESS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{}</cachedir></fontconfig>'
)
CHECK = """
import logging, sys, warnings
warnings.simplefilter("ignore")
logging.disable()
from publisher.conformance import Output, verdicts
from publisher.renderers import pdf
from tests.small_document import BRAND, briefing, section, words
document = briefing(section(1, words(sys.argv[1])))
for check, findings in verdicts(Output("pdf", pdf.render(document, BRAND), document, 2)):
    for one in findings:
        print(check.CODE, one.message)
"""


def found(text: str, folder: Path) -> list[str]:
    """Return the findings about a PDF with this text that is made where no font is installed."""
    configuration = folder / "fonts.conf"
    configuration.write_text(FONTLESS.format(folder), encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", CHECK, text],
        cwd=REPOSITORY,
        env={**os.environ, "FONTCONFIG_FILE": str(configuration), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.splitlines()


def test_words_that_no_font_can_show_are_named(tmp_path):
    (one,) = [line for line in found("The Bengali for it is শিশুদের সুরক্ষা, and so on.", tmp_path) if "ACC014" in line]

    assert one == "ACC014 no font has all letters of “শিশুদের”, “সুরক্ষা,”, which would be empty boxes in the PDF"


def test_arabic_persian_kurdish_pashto_and_urdu_need_no_other_font(tmp_path):
    assert found("مثلاً قرآن، کودکان گچپژ، ڕێزەوان ڵۆ، ښځه ټول ډېر ړومبی، بچوں کی حفاظت ہے\u06d4", tmp_path) == []
