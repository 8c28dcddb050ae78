"""Pages to be printed with and without the shortcuts through WeasyPrint, one after the other in one process.

``python -m tests.pages_for_shortcuts`` prints what identifies each file as WeasyPrint makes it; with an argument, as
it makes it by the shortcuts. What is remembered of a page must be right for the pages after it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from publisher.renderers import shortcuts

_ORDINARY = """
@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) "/" counter(pages); font-size: 8pt } }
@page :first { @bottom-right { content: string(title) } }
:root { --ink: #123; --gap: 3mm }
body { font: 12pt/1.4 sans-serif; color: var(--ink) }
h1 { string-set: title content(text); break-after: avoid }
p, li { white-space: pre-wrap; overflow-wrap: break-word; margin: 0 0 var(--gap) }
.short { display: inline-block; padding: 2% 1em; margin-inline-start: 3mm; max-width: 100% }
.float { float: right; width: 30%; min-height: 2em; border: 1px solid }
.share { width: calc(50% + 1cm); box-sizing: border-box; padding: inherit }
.mark::before { content: attr(title) " "; color: red }
a { text-decoration: underline }
td { width: 40%; border-collapse: collapse }
#place + p { font-weight: bold }
"""
_UNUSUAL = """
@page { size: A5; margin: 10% }
@page wide { size: A4 landscape; background: #eee }
html { --one: var(--two); --two: var(--one, 9pt); --three: var(--two) }
body { font: 9pt/1.3 serif; overflow: hidden }
article { overflow: inherit; margin: 2lh; padding: 1ex 1ch }
h1 { page: wide; color: var(--three, green); font-size: larger; letter-spacing: 2px }
p { text-align: justify; hyphens: manual; word-spacing: 2px; text-indent: 5% }
p::first-letter { font-size: 200%; font-weight: bold }
p::first-line { color: blue; font-variant: small-caps }
.float { float: left; margin: inherit; shape-outside: none; font-feature-settings: "liga" 0 }
.short { position: relative; left: 1mm; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 20% }
.share { position: running(head) }
table { border-collapse: collapse } td { padding: 3mm; margin: 1mm; border: 1px solid }
ul { list-style: square inside } li::marker { content: ">> "; font-weight: 900 }
li { float: footnote }
.mark { background: linear-gradient(1em, red, blue); display: flex }
a::after { content: leader(".") target-counter(attr(href), page) }
"""
_OF_THE_PAGE = """
@page wide { size: A4 landscape } @page { size: A5 } body { font-size: 4vw } p { margin: 2vh; letter-spacing: 1px }
.mark { page: wide; width: 30vmin; display: inline-block } .share { direction: rtl; float: left }
"""
_OTHERS = """
.short { color: red } .float { font-size: 8pt } .mark { display: grid } p { line-height: 2; max-lines: 3 }
li { break-inside: avoid } a { page: wide } @page wide { size: A3 } td { height: 3em; vertical-align: middle }
"""
_WORDS = "Children who are seen are heard, and AV \u00adTo office f\u0301lags \u0634\u0644\u0648\u0645 are waved. " * 6


def _pages() -> Iterator[str]:
    for words, style in ((_WORDS, ""), ("Seen.\tHeard.\u2028Helped. ", "margin: inherit; --gap: 9mm; color: #456")):
        yield f"""<html lang="en"><article style="padding: 5mm; {style}"><h1 id="place">Seen</h1>
<p class="float">{words}<p>{words}<a href="#end">{words}</a></p>
<p><span class="short">Now</span> <span class="short">{words}</span> 1
<ul dir="rtl"><li>One<li class="mark" title="Two">{words}<ol start="7"><li>Three<li></ol></ul>
<div class="share">{words}</div><p class="mark" title="{words[:9]}" lang="cy"><strong>{words}</strong> <em> </em>of
<table border="1"><caption>{words}<tr><th width="20%">A<td>{words}<td>No<tr><td colspan="2">{words}</table>
<p id="end" style="{style}">{words * 3}</article>"""
    yield f"<style>p {{ color: green }} .short {{ width: 5em }}</style><p class='short'>{_WORDS}<p>{_WORDS}"


def main() -> None:
    """Print a line for each file."""
    if len(sys.argv) > 1:
        shortcuts.take()
    fonts = FontConfiguration()
    sheets = [CSS(string=text, font_config=fonts) for text in (_ORDINARY, _UNUSUAL, _OF_THE_PAGE, _OTHERS)]
    for chosen in (sheets[:1], sheets[1:2], sheets[2:3], sheets[:1], sheets[3:], sheets[1:], sheets[:1]):
        for page in _pages():
            document = HTML(string=page).render(
                stylesheets=chosen, font_config=fonts, pdf_variant="pdf/ua-1", presentational_hints=True
            )
            printed = document.write_pdf(uncompressed_pdf=True, pdf_variant="pdf/ua-1")
            print(len(document.pages), hashlib.sha256(printed).hexdigest())  # noqa: T201


if __name__ == "__main__":
    main()
