"""Fields of a Word file: content controls, each with a title, which a screen reader says.

The order of the elements is that of ECMA-376 part 1, 17.5.2, which Word insists on.
"""

from __future__ import annotations

from itertools import count
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from publisher.document import Entry, Field
from publisher.renderers.labels import Labels

_FIRST = 0x37B20001
"""Word wants a number for each control; any will do."""
_CHECKBOX = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_SIGNS = "Segoe UI Symbol"
_UNTICKED, _TICKED = "2610", "2612"
"""Ballot boxes, in hexadecimal digits of Unicode."""
_ROOM = Pt(60)
"""Kept free below notes, for those who print the file."""
STYLE = "PlaceholderText"
_PROMPT_COLOUR = "595959"
"""Seven to one on white."""


def add(paragraph: Paragraph, field: Field, words: Labels, language: str, numbers: count[int]) -> None:
    """Add a field at the paragraph's end; ``words`` are those that ask for what is to be written there."""
    # A lone check box says nothing that a prompt could add.
    prompt = "" if field.entry is Entry.TICK else "<w:showingPlcHdr/>"
    element = parse_xml(
        f"<w:sdt {nsdecls('w')} {_CHECKBOX}><w:sdtPr><w:alias w:val={quoteattr(field.label)}/>"
        f'<w:tag w:val={quoteattr(field.name)}/><w:id w:val="{_FIRST + next(numbers)}"/>{prompt}'
        f"{_kind(field.entry, language)}</w:sdtPr><w:sdtContent>{_content(field.entry, words)}</w:sdtContent></w:sdt>"
    )
    paragraph.paragraph_format.element.append(element)
    if field.entry is Entry.LINES:
        paragraph.paragraph_format.space_after = _ROOM


def _kind(entry: Entry, language: str) -> str:
    match entry:
        case Entry.LINE:
            return "<w:text/>"
        case Entry.LINES:
            return '<w:text w:multiLine="1"/>'
        case Entry.DATE:
            return (
                f'<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="{language}"/>'
                '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
            )
        case Entry.TICK:
            states = (("checkedState", _TICKED), ("uncheckedState", _UNTICKED))
            signs = "".join(f'<w14:{name} w14:val="{sign}" w14:font="{_SIGNS}"/>' for name, sign in states)
            return f'<w14:checkbox><w14:checked w14:val="0"/>{signs}</w14:checkbox>'


def _content(entry: Entry, words: Labels) -> str:
    if entry is Entry.TICK:
        family = f'<w:rFonts w:ascii="{_SIGNS}" w:hAnsi="{_SIGNS}" w:eastAsia="{_SIGNS}" w:cs="{_SIGNS}"/>'
        return f"<w:r><w:rPr>{family}</w:rPr><w:t>{chr(int(_UNTICKED, 16))}</w:t></w:r>"
    prompt = words.choose_date if entry is Entry.DATE else words.write
    return f'<w:r><w:rPr><w:rStyle w:val="{STYLE}"/></w:rPr><w:t>{escape(prompt)}</w:t></w:r>'


def add_style(file: WordFile) -> None:
    """Add the style of prompts, where a reference document has none."""
    if STYLE not in {style.style_id for style in file.styles}:
        file.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="character" w:styleId="{STYLE}"><w:name w:val="Placeholder Text"/>'
                f'<w:uiPriority w:val="99"/><w:rPr><w:color w:val="{_PROMPT_COLOUR}"/></w:rPr></w:style>'
            )
        )
