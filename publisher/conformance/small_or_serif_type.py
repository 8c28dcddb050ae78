"""The type is small, has serifs, is set in justified lines or is set too tight.

What it does
    Reports text of the numbered sections below 12 point, and any other below 10 point, in the PDF and the Word file
    (page headers and footers are not read); any text below 18 point in large print and on slides; running text of a
    web page that is smaller than the reader's own size; a family known to have serifs; justified lines; and lines of a
    PDF or web page closer than 1.3 times the size of the type.

Why it matters
    Many readers cannot manage smaller type, and on paper nobody can enlarge it. Justified lines have gaps that make
    reading harder for people with dyslexia.

Example
    10 point, justified, to fit one page.

Use instead
    12 point or more, aligned left. A briefing that is then too long has to lose words.

Source
    GOV.UK, “Publishing accessible documents” (https://www.gov.uk/guidance/publishing-accessible-documents); British
    Dyslexia Association, style guide; UK Association for Accessible Formats, on large print. That 10 point is the
    least for dates and lists of resources is a house rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.conformance._check import Output
from publisher.conformance._passages import Words
from publisher.conformance._reading import Block, Reading, read
from publisher.conformance._styles import rules
from publisher.diagnostics import Finding, Path, Severity
from publisher.document import Form

CODE = "ACC008"
NAME = "small-or-serif-type"
SEVERITY = Severity.ERROR
FORMATS = frozenset({"html", "pdf", "large-print", "docx", "pptx"})
FORMS = frozenset(Form)

_TEXT, _LEAST, _LARGE_PRINT = 12.0, 10.0, 18.0
"""Points: in the numbered sections, anywhere, and anywhere in large print."""
_LEADING = 1.3
_ROUNDING = 0.05
_HINT = "Mend the partnership's own style sheet, template or `reference.docx`."
_serif = re.compile(
    r"\b(?:(?<!sans[ -])serif|times|georgia|garamond|cambria|palatino|book antiqua|bookman|baskerville|caslon|didot|"
    r"bodoni|century schoolbook|constantia|merriweather|lora|playfair)\b",
    re.IGNORECASE,
)
_font_size = re.compile(r"([\d.]+)(px|pt|rem|em|%)")
_OWN_SIZE = {"px": 16.0, "pt": 12.0, "rem": 1.0, "em": 1.0, "%": 100.0}
"""The reader's own size in each unit, as browsers have it before the reader changes it."""


def check(output: Output) -> Iterator[Finding]:
    """Yield what makes the text hard to read: each kind of fault once."""
    reading = read(output)
    if output.format == "html":
        yield from _page(reading)
        return
    families = {run.family for block in reading.blocks for run in block.runs}
    yield from _families(families, output.noun)
    yield from _sizes(output, reading)
    for path, block in _of_sections(output, reading):
        if block.justified:
            yield Finding(path, f"the lines of {output.noun} are justified", _HINT)
            break
    for path, block in _of_sections(output, reading):
        if block.leading and block.leading < _LEADING - _ROUNDING:
            message = f"the lines of {output.noun} are {block.leading:.2f} times the size of the type apart"
            yield Finding(path, message, f"It is {_LEADING} or more.")
            break


def _families(families: set[str], noun: str) -> Iterator[Finding]:
    for family in sorted(family for family in families if _serif.search(family.replace("-", " "))):
        yield Finding((), f"the font {family} in {noun} has serifs", "Choose a sans serif in `_brand.yml`.")


def _of_sections(output: Output, reading: Reading) -> Iterator[tuple[Path, Block]]:
    """Yield the blocks of the numbered sections with the place of the section."""
    numbers = {Words(section.title).bare: section.number for section in output.document.sections}
    number: int | None = None
    for block in reading.blocks:
        if block.level in {1, 2}:
            number = numbers.get(Words(block.text).bare)
        elif number:
            yield ("sections", number - 1, "body"), block


def _sizes(output: Output, reading: Reading) -> Iterator[Finding]:
    is_large = output.format == "large-print" or output.document.form is Form.SLIDES
    of_text, of_rest = (_LARGE_PRINT, _LARGE_PRINT) if is_large else (_TEXT, _LEAST)
    for path, block in _of_sections(output, reading):
        if _least(block) < of_text - _ROUNDING:
            yield Finding(path, f"text of {output.noun} is {_least(block):g} point", f"It is {of_text:g} or more.")
            return
    least = min((_least(block) for block in reading.blocks), default=of_text)
    if least < of_rest - _ROUNDING:
        yield Finding((), f"the smallest text of {output.noun} is {least:g} point", f"It is {of_rest:g} or more.")


def _least(block: Block) -> float:
    return min((run.size for run in block.runs if run.text.strip()), default=_LARGE_PRINT)


def _page(reading: Reading) -> Iterator[Finding]:
    """Yield what the style sheets of a web page make hard to read."""
    on_screens = [rule for rule in rules(reading.styles) if "print" not in rule.media]
    if any(rule.value("text-align") == "justify" for rule in on_screens):
        yield Finding((), "the lines of the web page are justified", _HINT)
    for rule in on_screens:
        if rule.selector not in {"html", ":root", "body", "p", "main", "li"}:
            continue
        size = _font_size.fullmatch(rule.value("font-size"))
        if size and float(size[1]) < _OWN_SIZE[size[2]]:
            hint = "Leave the size of running text to the reader: `1rem` or more."
            yield Finding((), f"text of the web page is set to {size[0]}", hint)
        leading = rule.value("line-height")
        if re.fullmatch(r"[\d.]+", leading) and float(leading) < _LEADING:
            yield Finding(
                (), f"the lines of the web page are {leading} times the size apart", f"It is {_LEADING} or more."
            )
        yield from _families({rule.value("font-family")}, "the web page")
