"""The action plan: its rows, and its fields in every format."""

from __future__ import annotations

import io
import re
import zipfile

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from lxml import html as lxml_html

from publisher.conformance import Output, verdicts
from publisher.document import Entry, Table
from publisher.model import Briefing
from tests.companions import made, rendered, sample, section, text, with_bodies

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def local(element) -> str:
    return etree.QName(element).localname


class TestActionPlan:
    """The action plan, a form in every format."""

    document = made("action-plan")
    labels = tuple(one.label for one in document.fields)

    def test_each_item_of_the_last_section_is_a_row(self):
        own = section(self.document, "section-7")
        tables = [block for block in own.blocks if isinstance(block, Table)]
        actions = [text(row.cells[0].blocks) for row in tables[0].rows]
        work = sample().work
        assert isinstance(work, Briefing)
        written = [line.removeprefix("- ") for line in work.sections[6].body.splitlines()]
        numbered = [f"Action {number}: {one}" for number, one in enumerate(written, 1)]
        assert actions[:4] == numbered[:4]
        assert actions[4].startswith("Action 5: Tell Example Safeguarding")
        assert self.labels[2:5] == ("Who, action 1", "By when, action 1", "Done, action 1")

    def test_without_a_list_each_paragraph_is_an_action(self):
        document = made("action-plan", with_bodies(*["Words."] * 6, "Ask **now**.\n\nTell us."))
        (table,) = section(document, "section-7").blocks
        assert isinstance(table, Table)
        assert [text(row.cells[0].blocks) for row in table.rows] == ["Action 1: Ask now.", "Action 2: Tell us."]

    def test_what_stands_around_a_list_stays(self):
        document = made("action-plan", with_bodies(*["Words."] * 6, "Do this:\n\n1. Ask\n2. Tell\n\nThen rest."))
        assert text(section(document, "section-7").blocks[:2]) == "Do this: Then rest."

    def test_the_fields_of_the_pdf_have_names_looks_and_tags(self):
        with pikepdf.open(io.BytesIO(rendered("action-plan", "pdf"))) as file:
            form = file.Root.AcroForm
            assert "/NeedAppearances" not in form
            assert [str(one.TU) for one in form.Fields] == [*self.labels]
            assert len({str(one.T) for one in form.Fields}) == len(self.labels)
            kinds = ["/Btn" if one.entry is Entry.TICK else "/Tx" for one in self.document.fields]
            assert [str(one.FT) for one in form.Fields] == kinds
            assert all("/N" in one.AP for one in form.Fields)
            assert {str(one.AS) for one in form.Fields if one.FT == "/Btn"} == {"/Off"}
            assert all(page.Tabs == "/S" for page in file.pages)
            font = form.DR.Font["/Write"]
            assert "/FontFile2" in font.FontDescriptor
            assert len(font.Widths) == int(font.LastChar) - int(font.FirstChar) + 1
            assert {str(one.DA) for one in form.Fields if one.FT == "/Tx"} == {"/Write 11 Tf 0 g"}
            tagged = [*self._tagged(file.Root.StructTreeRoot.K)]
            assert [one.objgen for one in tagged] == [one.objgen for one in form.Fields]
            parents = dict(zip(*[iter(file.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
            assert all(parents[one.StructParent].S == "/Form" for one in tagged)

    def _tagged(self, kids):
        """Yield the fields below an element, in the order in which they are read."""
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" and kid.Obj.Subtype == "/Widget":
                yield kid.Obj
            elif isinstance(kid, pikepdf.Dictionary) and "/K" in kid:
                yield from self._tagged(kid.K)

    def test_what_is_written_into_the_pdf_is_shown(self):
        """A program that shows PDFs draws the words in the field's own font."""
        data = rendered("action-plan", "pdf")
        empty = pypdfium2.PdfDocument(data)
        empty.init_forms()
        before = empty[0].render(may_draw_forms=True).to_pil()
        with pikepdf.open(io.BytesIO(data)) as file:
            field = file.Root.AcroForm.Fields[0]
            field.V = pikepdf.String("Team of the north")
            del field.AP
            file.Root.AcroForm.NeedAppearances = True
            file.save(target := io.BytesIO())
        filled = pypdfium2.PdfDocument(target.getvalue())
        filled.init_forms()
        after = filled[0].render(may_draw_forms=True).to_pil()
        empty.close()
        filled.close()
        assert before.size == after.size
        assert before.tobytes() != after.tobytes()

    def test_the_controls_of_the_word_file_have_titles_and_kinds(self):
        package = zipfile.ZipFile(io.BytesIO(rendered("action-plan", "docx")))
        tree = etree.fromstring(package.read("word/document.xml"))
        controls = [*tree.iter(f"{W}sdtPr")]
        assert [one.find(f"{W}alias").get(f"{W}val") for one in controls] == [*self.labels]
        numbers = [one.find(f"{W}id").get(f"{W}val") for one in controls]
        assert len(set(numbers)) == len(numbers)
        kinds = {"text": Entry.LINE, "date": Entry.DATE, "checkbox": Entry.TICK}
        found = [next(kinds[name] for name in map(local, one) if name in kinds) for one in controls]
        assert found == [one.entry for one in self.document.fields]

    def test_the_fields_of_the_web_page_have_names(self):
        page = lxml_html.fromstring(rendered("action-plan", "html"))
        fields = [*page.iter("input")]
        assert [one.get("aria-label") for one in fields] == [*self.labels]
        assert {one.get("type") for one in fields} == {"text", "date", "checkbox"}

    @pytest.mark.parametrize("attribute", ["aria-label", "type"])
    def test_a_field_without_its_name_or_lost_is_found_out(self, attribute):
        written = rendered("action-plan", "html").decode()
        field = re.search(r'<input type="text" name="team"[^>]*>', written)
        assert field
        instead = "" if attribute == "type" else '<input type="text" name="team">'
        spoiled = written.replace(field[0], instead).encode()
        given = verdicts(Output("html", spoiled, self.document, 2))
        assert [(check.CODE, one.message) for check, found in given for one in found] == [
            ("ACC002", "the web page has no field called “Team”")
        ]
