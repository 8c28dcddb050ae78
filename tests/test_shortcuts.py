"""The shortcuts through WeasyPrint change nothing: with them a process prints the same bytes as without."""

from __future__ import annotations

import subprocess
import sys

_PRINT = """
import hashlib
from weasyprint import CSS, HTML
{take}
styles = '''
@page {{ size: A4; margin: 20mm }}
body {{ font: 12pt/1.4 sans-serif; color: #123 }}
.short {{ display: inline-block; padding: 2% 1em; margin-inline-start: 3mm; max-width: 100% }}
.float {{ float: right; width: 30%; min-height: 2em; border: 1px solid }}
.share {{ width: calc(50% + 1cm); box-sizing: border-box; padding: inherit }}
td {{ width: 40% }}
'''
words = "Children who are seen are heard. " * 12
page = f'''<article style="padding: 5mm"><h1>Seen</h1><p class="float">{{words}}</p><p>{{words}}</p>
<p><span class="short">Now</span> <span class="short">{{words}}</span></p><ul dir="rtl"><li>One<li>Two</ul>
<div class="share">{{words}}</div><table><tr><td>{{words}}<td>No</table></article>'''
sheet = CSS(string=styles)
printed = HTML(string=page).write_pdf(stylesheets=[sheet], uncompressed_pdf=True, pdf_variant="pdf/ua-1")
print(hashlib.sha256(printed).hexdigest(), called)
"""
_COUNTING = """
from weasyprint.layout import absolute, percent
from publisher.renderers import shortcuts
shortcuts.take()
called = percent.resolve_one_percentage.__module__, absolute.shrink_to_fit.__module__
"""


def test_a_page_is_printed_alike_with_and_without_the_shortcuts():
    plain, _, _ = _printed("called = ''").partition(" ")
    shorter, _, taken = _printed(_COUNTING).partition(" ")
    assert taken.count("publisher.renderers.shortcuts") == 2
    assert shorter == plain


def _printed(take: str) -> str:
    # A process for each, as the shortcuts are taken for good.
    code = _PRINT.format(take=take)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
