"""What slides, the facilitator's sheet, the script and the e-mail make of a briefing's words."""

from __future__ import annotations

from dataclasses import replace

from lxml import html as lxml_html

from publisher.compose import compose
from publisher.document import BulletList, Entry, Link, OrderedList, Paragraph, Table, inlines, walk
from publisher.edition import Edition
from publisher.model import Contact, Resource
from publisher.words import block_text, count
from tests.companions import briefing, changed, faults, house, made, rendered, sample, section, text, with_bodies


class TestSlides:
    """Slides for a team meeting."""

    def test_what_is_shown_are_the_sections_own_words_and_the_rest_is_in_the_notes(self):
        whole = {one.number: text(one.blocks) for one in compose(sample(), house())[0].sections if one.number}
        shown = {one.number: one for one in made("slides").sections if one.number}
        assert shown.keys() == whole.keys() == set(range(1, 8))
        for number, one in shown.items():
            lines = block_text(one.blocks).splitlines()
            assert lines
            assert all(" ".join(line.split()) in whole[number] for line in lines)
            assert text(one.notes or one.blocks) == whole[number]

    def test_a_list_is_shown_whole_or_not_at_all(self):
        short = "Ask these:\n\n- Who?\n- When?\n- Where?"
        long = "First say why. Then act.\n\n" + "\n".join(f"- {'word ' * 20}{number}" for number in range(5))
        document = made("slides", with_bodies(short, long, f"{'word ' * 75}.\n\n- One\n- Two"))
        lines = [block_text(one.blocks).splitlines() for one in document.sections[:3]]
        assert lines[0] == ["Ask these:", "Who?", "When?", "Where?"]
        assert lines[1] == ["First say why.", "Then act."]
        assert lines[2] == ["One", "Two"]

    def test_a_long_list_with_nothing_before_it_goes_on_over_further_slides(self):
        items = [f"Ask about {number} and {'write it down, ' * 4}please." for number in range(12)]
        document = made("slides", with_bodies("\n".join(f"- {item}" for item in items)))
        slides = [one for one in document.sections if one.number == 1]
        assert len(slides) > 1
        assert [line for one in slides for line in block_text(one.blocks).splitlines()] == items
        assert [one.heading for one in slides[:2]] == [slides[0].heading, f"{slides[0].heading} (2)"]
        assert faults(document, "pptx") == []
        assert faults(document, "pdf") == []

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
            sections=briefing(edition).sections,
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
        assert [one.entry for one in fields] == [Entry.LINES] * len(briefing(sample()).questions)
        assert fields[0].label == "Notes on question 1"


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
        assert lines[2::2] == ["Pause."] * len(briefing(sample()).questions)


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
        styled = list(page.iter("h1", "h2", "p", "a", "ul"))
        assert {one.tag for one in styled} >= {"h1", "p", "a"}
        assert all(one.get("style") for one in styled)
        links = [one.get("href") for one in page.iter("a")]
        assert links[0] == sample().partnership.profile.website
