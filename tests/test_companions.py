"""What goes with a briefing in a team meeting: its words, its fields in every format, and how it is asked for."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from lxml import html as lxml_html

from publisher.cli.build import COMPANIONS as ON_THE_COMMAND_LINE
from publisher.compose import compose
from publisher.compose.companions import COMPANIONS
from publisher.conformance import Output, verdicts
from publisher.dates import PartialDate
from publisher.document import (
    Block,
    BulletList,
    Document,
    Entry,
    Form,
    Link,
    OrderedList,
    Paragraph,
    Table,
    inlines,
    walk,
)
from publisher.edition import Edition
from publisher.model import Briefing, Contact, Resource
from publisher.model import Origin as Borrowed
from publisher.model import Section as Written
from publisher.partnership import Companion
from publisher.project import Project
from publisher.renderers import RENDERERS
from publisher.words import block_text, count
from tests.builds import change, entries, files, make_project, run
from tests.editions import REPOSITORY, editions
from tests.test_pptx import shown

EXPECTED = Path(__file__).parent / "documents" / "companions"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMATS = ("html", "pdf", "docx", "txt", "pptx")


def sample(slug: str = "professional-challenge", partnership: str = "example") -> Edition:
    return next(one for one in editions(REPOSITORY) if (one.slug, one.partnership.identifier) == (slug, partnership))


def changed(**values: object) -> Edition:
    """Return the sample with other values of its source."""
    edition = sample()
    return replace(edition, work=edition.work.model_copy(update=values))


def with_bodies(*bodies: str) -> Edition:
    sections = tuple(Written(heading=f"Heading {number}", body=body) for number, body in enumerate(bodies, 1))
    return changed(sections=sections)


@cache
def house():
    return Project(REPOSITORY).house


def made(name: str, edition: Edition | None = None) -> Document:
    return compose(edition or sample(), house(), [name])[1]


@cache
def rendered(name: str, format_: str) -> bytes:
    return RENDERERS[format_].render(made(name), sample().partnership.brand)


def faults(document: Document, format_: str) -> list[str]:
    data = RENDERERS[format_].render(document, sample().partnership.brand)
    return [one.message for _, findings in verdicts(Output(format_, data, document, 2)) for one in findings]


def text(blocks: tuple[Block, ...]) -> str:
    return " ".join(block_text(blocks).split())


def section(document: Document, name: str):
    return next(one for one in document.sections if one.identifier == name)


def test_all_places_know_the_same_companions():
    assert [*COMPANIONS] == [*Companion] == [*ON_THE_COMMAND_LINE]


def test_a_briefing_has_those_that_are_chosen_once_and_in_the_order_of_the_table():
    documents = compose(sample(), house(), ["email", "slides", "email"])
    assert [one.stem for one in documents] == [
        "professional-challenge",
        "professional-challenge-slides",
        "professional-challenge-email",
    ]
    assert len(compose(sample(), house())) == 1


def test_only_a_briefing_has_companions():
    session = next(one for one in editions(REPOSITORY) if one.slug == "ten-principles")
    assert compose(session, house(), COMPANIONS) == compose(session, house())


@pytest.mark.parametrize(
    ("name", "formats"),
    [
        ("slides", {"html", "pdf", "pptx"}),
        ("facilitator", {"html", "pdf", "docx", "txt"}),
        ("action-plan", {"html", "pdf", "docx", "txt"}),
        ("read-aloud", {"html", "pdf", "docx", "txt"}),
        ("email", {"html", "txt"}),
    ],
)
def test_each_has_the_formats_that_it_is_of_use_in(name, formats):
    assert {one for one in FORMATS if made(name).form in RENDERERS[one].FORMS} == formats


@pytest.mark.parametrize(("name", "format_"), [*product(COMPANIONS, (*FORMATS, "large-print"))])
def test_every_file_passes_its_checks(name, format_):
    document = made(name)
    if document.form not in RENDERERS[format_].FORMS:
        pytest.skip(f"there is no {format_} of it")
    assert faults(document, format_) == []


@pytest.mark.parametrize("name", COMPANIONS)
def test_a_companion_reads_as_expected(name, accepted):
    if name == "slides":
        import pptx

        slides = pptx.Presentation(io.BytesIO(rendered(name, "pptx"))).slides
        words = "\n".join(line.rstrip() for slide in slides for line in shown(slide)) + "\n"
    else:
        words = rendered(name, "txt").decode()
    accepted(EXPECTED / f"{name}.txt", words)


@pytest.mark.parametrize("name", COMPANIONS)
def test_in_welsh_its_own_words_are_welsh(name):
    english, welsh = made(name), made(name, changed(lang="cy"))
    own = {one.heading for one in english.sections if not one.number}
    assert own.isdisjoint(one.heading for one in welsh.sections if not one.number)
    assert {one.label for one in english.fields}.isdisjoint(one.label for one in welsh.fields)
    assert name == "email" or english.series != welsh.series
    for format_ in ("html", "docx", "txt"):
        if welsh.form in RENDERERS[format_].FORMS:
            assert faults(welsh, format_) == []


@pytest.mark.parametrize("name", COMPANIONS)
def test_it_says_which_version_and_whose_words_it_has(name):
    credit = "Adapted with permission from another partnership."
    document = made(name, changed(origin=Borrowed(partnership="other", credit=credit), published=PartialDate(2026, 9)))
    words = " ".join(text(one.blocks) for one in document.sections)
    assert credit in words
    assert "September 2026" in f"{words} {document.published_in_words}"


@pytest.mark.parametrize(("name", "format_"), [("action-plan", "pdf"), ("action-plan", "docx"), ("slides", "pptx")])
def test_the_same_companion_is_the_same_file(name, format_):
    assert RENDERERS[format_].render(made(name), sample().partnership.brand) == rendered(name, format_)


class TestSlides:
    """Slides for a team meeting."""

    def test_what_is_shown_are_the_sections_own_words_and_the_rest_is_in_the_notes(self):
        whole = {one.number: text(one.blocks) for one in compose(sample(), house())[0].sections if one.number}
        for one in made("slides").sections:
            if one.number:
                lines = block_text(one.blocks).splitlines()
                assert lines
                assert all(" ".join(line.split()) in whole[one.number] for line in lines)
                assert text(one.notes or one.blocks) == whole[one.number]

    def test_a_list_is_shown_whole_or_not_at_all(self):
        short = "Ask these:\n\n- Who?\n- When?\n- Where?"
        long = "First say why. Then act.\n\n" + "\n".join(f"- {'word ' * 20}{number}" for number in range(5))
        document = made("slides", with_bodies(short, long, f"{'word ' * 75}.\n\n- One\n- Two"))
        lines = [block_text(one.blocks).splitlines() for one in document.sections[:3]]
        assert lines[0] == ["Ask these:", "Who?", "When?", "Where?"]
        assert lines[1] == ["First say why.", "Then act."]
        assert lines[2] == ["One", "Two"]

    def test_links_and_strong_words_stay_in_their_sentence(self):
        body = "Read [the policy. It is short](link:escalation) and **act now. Do** so."
        listed = made("slides", with_bodies(body)).sections[0].blocks[0]
        assert isinstance(listed, BulletList)
        links = [
            [one.text for one in inlines(block.children) if isinstance(one, Link)]
            for item in listed.items
            for block in item.blocks
            if isinstance(block, Paragraph)
        ]
        assert links == [["the policy."], ["It is short"], []]

    def test_what_is_too_much_for_a_slide_goes_on_to_the_next_or_into_the_notes(self):
        sentence = "Every one of these words takes room that no slide has for so many of them. "
        edition = with_bodies(*[sentence * 12] * 6, "word " * 400)
        more = changed(
            sections=edition.work.sections,
            questions=tuple(f"{number}: {sentence * 3}" for number in range(12)),
            resources=tuple(Resource(label=sentence.strip(), url="https://example.org/a") for _ in range(20)),
            contacts={f"c{number}": Contact(label=sentence, phone="01632 960 000") for number in range(9)},
        )
        document = made("slides", more)
        assert not section(document, "section-7").blocks
        assert text(section(document, "section-7").notes) == " ".join(["word"] * 400)
        questions = [one for one in document.sections if one.identifier.startswith("questions")]
        lists = [block for one in questions for block in one.blocks if isinstance(block, OrderedList)]
        numbers = [number for one in lists for number in range(one.start, one.start + len(one.items))]
        assert len(questions) > 1
        assert numbers == [*range(1, 13)]
        assert len({one.title for one in document.sections}) == len(document.sections)
        assert faults(document, "pptx") == []
        assert faults(document, "pdf") == []


class TestFacilitator:
    """The facilitator's sheet."""

    def rows(self, edition: Edition) -> list[list[str]]:
        table = next(one for one in section(made("facilitator", edition), "timing").blocks if isinstance(one, Table))
        return [[text(cell.blocks) for cell in row.cells] for row in table.rows]

    def test_each_part_ends_where_the_next_begins_and_all_ends_at_seven_minutes(self):
        edition = with_bodies(*["word " * 90] * 7)
        rows = self.rows(edition)
        # 92 words at 183 a minute are 30.2 seconds.
        assert rows[0] == ["1 Heading 1", "0:35", "0:35"]
        assert rows[6] == ["7 Heading 7", "0:35", "4:05"]
        assert rows[7] == ["Questions", "2:55", "7:00"]

    def test_what_cannot_be_read_out_in_seven_minutes_is_read_beforehand(self):
        rows = self.rows(with_bodies("word " * 700, *["word " * 100] * 5, "word " * 900))
        assert rows[0] == ["1 Heading 1", "read beforehand", "–"]
        assert rows[6][1:] == ["5:00", rows[6][2]]
        ends = [int(row[2][0]) * 60 + int(row[2][2:]) for row in rows if row[2] != "–"]
        assert ends == sorted(ends)
        assert ends[-1] == 7 * 60

    def test_every_question_has_room_for_notes(self):
        fields = made("facilitator").fields
        assert [one.entry for one in fields] == [Entry.LINES] * len(sample().work.questions)
        assert fields[0].label == "Notes on question 1"


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
            assert len(font.Widths) == font.LastChar - font.FirstChar + 1
            assert all(str(one.DA).startswith("/Write ") for one in form.Fields if one.FT == "/Tx")
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
        import pypdfium2

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


def local(element) -> str:
    return etree.QName(element).localname


class TestReadAloud:
    """The script to read aloud."""

    def test_links_are_words_and_no_address_is_read_out(self):
        body = "See [the policy](link:escalation), <https://example.org/long/address> or <a@example.org>."
        document = made("read-aloud", with_bodies(body))
        words = text(section(document, "section-1").blocks)
        assert words == (
            "First reader (0:05): See the policy, the address in the briefing or the address in the briefing."
        )
        for one in document.sections:
            for block in walk(one.blocks):
                if isinstance(block, Paragraph):
                    assert not any(isinstance(child, Link) for child in inlines(block.children))
        assert "http" not in rendered("read-aloud", "txt").decode()

    def test_a_list_is_sentences(self):
        document = made("read-aloud", with_bodies("Do this:\n\n- ask\n- tell us!\n  - at once\n- rest."))
        assert [text((block,)) for block in section(document, "section-1").blocks] == [
            "First reader (0:05): Do this:",
            "ask. tell us! at once. rest.",
        ]

    def test_two_people_read_in_turn_and_pause_after_each_question(self):
        document = made("read-aloud")
        who = [text(one.blocks).partition(" (")[0] for one in document.sections if one.number]
        assert who == ["First reader", "Second reader"] * 3 + ["First reader"]
        lines = block_text(section(document, "questions").blocks).splitlines()
        assert lines[2::2] == ["Pause."] * len(sample().work.questions)


class TestEmail:
    """The e-mail."""

    def test_the_subject_is_the_series_and_the_title(self):
        subject = "7 Minute Briefing: Professional challenge and escalation"
        assert rendered("email", "txt").decode().startswith(f"Subject: {subject}\n")
        page = lxml_html.fromstring(rendered("email", "html"))
        assert page.findtext(".//title").startswith(subject)

    def test_without_a_summary_it_has_the_first_sentences_up_to_forty_words(self):
        body = "One two three. " + "word " * 30 + "end. " + "more " * 20 + "words."
        edition = with_bodies(body)
        edition = replace(edition, work=edition.work.model_copy(update={"summary": ""}))
        words = text(section(made("email", edition), "summary").blocks)
        assert words.endswith("end.")
        assert count(words) == 34

    def test_its_looks_go_with_it_when_it_is_pasted(self):
        page = lxml_html.fromstring(rendered("email", "html"))
        assert not [*page.iter("style", "table", "link", "script", "img")]
        assert not page.xpath("//@class")
        assert all(one.get("style") for one in page.iter("h1", "h2", "p", "a", "ul"))
        links = [one.get("href") for one in page.iter("a")]
        assert links[0] == sample().partnership.profile.website


class TestCommand:
    """Companions as they are asked for."""

    def test_they_are_built_when_asked_for_and_go_when_no_longer_asked_for(self, tmp_path):
        root = make_project(tmp_path / "p")
        first = run(root, "--companions", "action-plan", "--companions", "email", "--jobs", "1")
        assert first.returncode == 0, first.stderr
        made_files = {
            name.removeprefix("example/challenge-") for name in files(root / "output") if "challenge-" in name
        }
        assert made_files == {f"action-plan.{one}" for one in ("html", "pdf", "docx", "txt")} | {
            "email.html",
            "email.txt",
        }
        entry = entries(root / "output")["example/challenge-action-plan.pdf"]
        assert (entry["source"], entry["format"]) == ("briefings/challenge.yaml", "pdf")
        assert {"ACC001", "ACC002"} <= set(entry["checks"])

        again = run(root, "--companions", "email", "--companions", "action-plan", "--jobs", "1")
        assert "0 files made" in again.stderr
        change(root / "briefings" / "challenge.yaml", "Say what worries you", "Say clearly what worries you")
        run(root, "--companions", "all", "--format", "txt", "--jobs", "1")
        assert b"clearly" in (root / "output" / "example" / "challenge-action-plan.txt").read_bytes()
        assert b"clearly" in (root / "output" / "example" / "challenge-read-aloud.txt").read_bytes()

        last = run(root, "--jobs", "1")
        assert last.returncode == 0
        assert not [name for name in files(root / "output") if "challenge-" in name]

    def test_a_partnership_may_want_some_always(self, tmp_path):
        root = make_project(tmp_path / "p")
        change(root / "templates" / "example" / "partnership.yml", "layout: ", "companions: [slides]\nlayout: ")
        assert run(root, "--jobs", "1", "--strict").returncode == 0
        assert {one for one in files(root / "output") if "slides" in one} == {
            f"example/challenge-slides.{one}" for one in ("html", "pdf", "pptx")
        }

    def test_a_name_that_is_unknown_is_told_with_those_that_are_known(self, tmp_path):
        root = make_project(tmp_path / "p")
        asked = run(root, "--companions", "leaflet")
        assert asked.returncode == 2
        assert all(name in asked.stderr for name in COMPANIONS)
        change(root / "templates" / "example" / "partnership.yml", "layout: ", "companions: [slide]\nlayout: ")
        written = run(root)
        assert written.returncode == 2
        assert "partnership.yml" in written.stderr
        assert all(name in written.stderr for name in COMPANIONS)

    @pytest.mark.parametrize("alone", [False, True], ids=["in one build", "in two builds"])
    def test_two_sources_never_write_one_file(self, tmp_path, alone):
        root = make_project(tmp_path / "p", "challenge", "challenge-slides")
        if alone:
            assert run(root, "challenge-slides", "--format", "html").returncode == 0
        before = files(root / "output") if alone else {}
        done = run(root, *(["challenge"] if alone else []), "--companions", "slides", "--format", "html")
        assert done.returncode == 2
        assert "`briefings/challenge-slides.yaml`" in done.stderr
        assert "`briefings/challenge.yaml`" in done.stderr
        assert "`example/challenge-slides.html`" in done.stderr
        after = {name: data for name, data in files(root / "output").items() if name != ".lock"}
        assert after == {name: data for name, data in before.items() if name != ".lock"}


def test_forms_have_a_form_of_their_own():
    assert [made(name).form for name in COMPANIONS] == [Form.SLIDES, Form.SHEET, Form.FORM, Form.SHEET, Form.MESSAGE]
