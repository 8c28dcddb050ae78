"""The tags of a PDF: that it reads right aloud, whole and in order, and says what it is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pikepdf

from publisher.addresses import is_link
from publisher.document import (
    Block,
    BlockQuote,
    BulletList,
    Document,
    Emphasis,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Role,
    Section,
    Strong,
    Subheading,
    Text,
    inlines,
    plain_text,
    walk,
)
from publisher.renderers import pdf
from tests import pdf_tree
from tests.editions import REPOSITORY, briefings
from tests.pdf_tree import Node, opened
from tests.small_document import BRAND, SENTENCE, briefing, item, words
from tests.small_document import section as numbered

GUIDE = Link("the long guide to visits for all who see children at home", "https://example.org/guide")


def read(document: Document) -> Node:
    with opened(pdf.render(document, BRAND)) as file:
        return pdf_tree.read(file)


def section(*blocks: Block) -> Node:
    """Return the element of a section with these blocks."""
    (found,) = [node for node in pdf_tree.walk(read(briefing(numbered(1, *blocks)))) if node.role == "Sect"]
    return found


def dumped(*blocks: Block) -> str:
    """Return the tags of blocks, without the section's own and its heading's."""
    return "".join(pdf_tree.dump(kid) for kid in section(*blocks).kids[1:] if isinstance(kid, Node))


def of_role(node: Node, role: str) -> list[Node]:
    return [found for found in pdf_tree.walk(node) if found.role == role]


def one_line(text: str) -> str:
    return " ".join(text.split())


SMALL = """\
Sect
  H2 "1 Heading number 1"
  P
    "See the "
    Strong "child"
    ", "
    Em
      Strong "alone"
      " if you can"
    ". Read "
    Link "the guide"
    "."
  L ListNumbering=/Disc
    LI
      Lbl "• "
      LBody
        "one"
        L ListNumbering=/Decimal
          LI
            Lbl "3. "
            LBody "three"
        P "one, after the list"
    LI
      Lbl "• "
      LBody "two"
  BlockQuote
    P "Said"
    P "and said"
"""


def test_a_small_document_has_these_tags():
    paragraph = Paragraph(
        (
            Text("See the "),
            Strong((Text("child"),)),
            Text(", "),
            Emphasis((Strong((Text("alone"),)), Text(" if you can"))),
            Text(". Read "),
            Link("the guide", "https://example.org/"),
            Text("."),
        )
    )
    bullets = BulletList((item("one", OrderedList((item("three"),), 3), "one, after the list"), item("two")))
    quote = BlockQuote((words("Said"), words("and said")))
    tree = read(briefing(numbered(1, paragraph, bullets, quote)))

    assert [pdf_tree.dump(node) for node in of_role(tree, "Sect")] == [SMALL]
    assert pdf_tree.dump(tree).startswith("Document Lang=en-GB\n")
    assert [pdf_tree.text(node) for node in of_role(tree, "H1")] == ["Child protection visits"]


@cache
def samples() -> tuple[tuple[Document, bytes], ...]:
    return tuple((document, pdf.render(document, brand)) for document, brand in briefings(REPOSITORY))


def test_every_sample_reads_word_for_word():
    for document, data in samples():
        with opened(data) as file:
            heard = one_line(pdf_tree.text(pdf_tree.read(file)))
        blocks = [block for section in document.sections for block in walk(section.blocks)]
        place = 0
        for block in blocks:
            said = one_line(plain_text(block.children)) if isinstance(block, Paragraph) else ""
            assert said in heard[place:], f"{document.identifier}: {said}"
            place = heard.index(said, place)
        assert len(blocks) > 30


def test_every_link_of_every_sample_is_whole_and_named():
    for document, data in samples():
        blocks = (block for section in document.sections for block in walk(section.blocks))
        nodes = (node for block in blocks if isinstance(block, Paragraph) for node in inlines(block.children))
        wanted = [one_line(node.text) for node in nodes if isinstance(node, Link) and is_link(node.target)]
        assert wanted
        with opened(data) as file:
            links = of_role(pdf_tree.read(file), "Link")
            names = [[note.name for note in link.annotations] for link in links]
            notes = [note for page in file.pages for note in page.get("/Annots", ())]

            assert [one_line(pdf_tree.text(link)) for link in links] == wanted
            assert names == [[name] for name in wanted]
            # PDF/A lets no link be left out in print.
            assert [int(note.F) for note in notes] == [4] * len(wanted)


def test_all_that_is_painted_in_every_sample_is_tagged_once_or_furniture():
    for document, data in samples():
        with opened(data) as file:
            tagged = [place for node in pdf_tree.walk(pdf_tree.read(file)) for place in node.identifiers]
            painted = [(number, each) for number, page in enumerate(file.pages) for each in pdf_tree.words(page)]
            furniture = [pdf_tree.words(page)[None] for page in file.pages]

        assert sorted(tagged) == sorted(place for place in painted if place[1] is not None)
        assert all(document.publisher.name in margin and document.published_in_words in margin for margin in furniture)


def test_every_sample_states_its_language_its_lists_and_where_its_content_belongs():
    for document, data in samples():
        with opened(data) as file:
            tree = pdf_tree.read(file)
            assert tree.marks["Lang"] == str(file.Root.Lang) == document.language
            lists = [found.marks.get("ListNumbering", "") for found in of_role(tree, "L") if of_role(found, "Lbl")]
            assert set(lists) == {"/Disc", "/Decimal"}
            assert all(pdf_tree.text(node).strip() or node.role == "Figure" for node in pdf_tree.walk(tree))
            assert_parents(file)


def assert_parents(file: pikepdf.Pdf) -> None:
    """Check that the way from content to its element ends where the way back begins."""
    entries = list(file.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(number): found for number, found in zip(entries[::2], entries[1::2], strict=True)}
    for page in file.pages:
        for number, element in enumerate(parents[int(page.obj.StructParents)]):
            kids = [kid.get("/MCID") if isinstance(kid, pikepdf.Dictionary) else kid for kid in element.K]
            assert number in kids
        for note in page.get("/Annots", ()):
            element = parents[int(note.StructParent)]
            assert element.S == "/Link"
            assert any(isinstance(kid, pikepdf.Dictionary) and kid.get("/Obj") == note for kid in element.K)


def test_what_a_page_cuts_is_one():
    long = Paragraph((Text(SENTENCE * 60), Strong((Text(SENTENCE * 3),)), Text(SENTENCE * 15)))
    bullets = BulletList(tuple(item(f"{number} {SENTENCE * 2}") for number in range(30)))
    quote = BlockQuote((words("Said " * 700),))
    with opened(pdf.render(briefing(numbered(1, long, bullets, quote)), BRAND)) as file:
        tree = pdf_tree.read(file)
        pages = len(file.pages)

    assert pages > 3
    assert len(of_role(tree, "Sect")) == len(of_role(tree, "L")) == len(of_role(tree, "BlockQuote")) == 1
    assert len(of_role(tree, "LI")) == len(of_role(tree, "Lbl")) == 30
    assert [one_line(pdf_tree.text(node)) for node in of_role(tree, "Strong")] == [one_line(SENTENCE * 3)]
    assert plain_text(long.children).strip() in {pdf_tree.text(node).strip() for node in of_role(tree, "P")}


def test_paragraphs_that_say_the_same_stay_apart_at_a_pages_end():
    tree = section(*[words(SENTENCE) for _ in range(60)])

    assert [pdf_tree.text(node) for node in of_role(tree, "P")] == [SENTENCE.strip()] * 60


def test_an_item_with_a_list_in_it_is_one_over_pages():
    inner = BulletList((item("inner " + SENTENCE * 40), item("second")))
    tree = section(BulletList((item("outer " + SENTENCE * 40, inner, "after"), item("last"))))
    items = [re.findall("outer|inner|second|after|last", pdf_tree.text(node)) for node in of_role(tree, "LI")]

    assert items == [["outer", "inner", "second", "after"], ["inner"], ["second"], ["last"]]


def test_lists_side_by_side_are_read_one_after_the_other_over_pages():
    lists = [BulletList(tuple(item(f"{area} {number}") for number in range(60))) for area in ("local", "national")]
    blocks = (Subheading((Text("Local"),)), lists[0], Subheading((Text("National"),)), lists[1])
    tree = read(briefing(Section(Role.RESOURCES, "Resources", blocks)))

    assert [re.findall("local|national", pdf_tree.text(node)) for node in of_role(tree, "L")] == [
        ["local"] * 60,
        ["national"] * 60,
    ]


def test_a_link_over_lines_is_met_once():
    tree = section(*[Paragraph((Text("The worker reads " + "x " * length), GUIDE, Text("."))) for length in range(40)])
    notes = [link.annotations for link in of_role(tree, "Link")]

    assert {len(note.corners) // 8 for (note,) in notes} == {0, 2}
    assert {note.name for (note,) in notes} == {GUIDE.text}
    for (note,) in notes:
        left, lower, right, upper = note.rectangle
        assert all(left <= x <= right for x in note.corners[::2])
        assert all(lower <= y <= upper for y in note.corners[1::2])


def test_a_link_over_lines_does_not_cover_another():
    tree = section(
        Paragraph(
            (Link("one", "https://example.org/1"), Text(" and, before the next visit that is planned, read "), GUIDE)
        )
    )
    short, long = of_role(tree, "Link")

    assert (len(short.annotations), len(long.annotations)) == (1, 2)
    assert [note.name for note in long.annotations] == [GUIDE.text] * 2


def test_a_space_between_marked_words_is_read():
    strong, stressed = Strong((Text("Strong"),)), Emphasis((Text("stressed"),))
    link = Link("link", "https://example.org/")
    paragraph = Paragraph(
        (strong, Text(" "), link, Text(" "), stressed, Text(" "), strong, LineBreak(), link, LineBreak(), strong)
    )

    (found,) = of_role(section(paragraph), "P")
    assert pdf_tree.text(found) == "Strong link stressed Strong link Strong"


def test_an_empty_item_is_not_read():
    assert dumped(BulletList((item(""), item("full")))) == (
        'L ListNumbering=/Disc\n  LI\n    Lbl "• "\n    LBody "full"\n'
    )


def test_headers_and_footers_are_furniture_of_the_page():
    document = replace(briefing(numbered(1, words(SENTENCE * 80))), draft=True)
    with opened(pdf.render(document, BRAND)) as file:
        second = furniture(file.pages[1])

    assert sorted(set(second)) == [("/Pagination", "/Footer", "/Bottom"), ("/Pagination", "/Header", "/Top")]


def furniture(page: pikepdf.Page) -> list[tuple[str, str, str]]:
    """Return how each artifact with words is described."""
    begun = [each.operands for each in pikepdf.parse_content_stream(page) if str(each.operator) == "BDC"]
    marks = [operands[1] for operands in begun if str(operands[0]) == "/Artifact"]
    return [(str(mark.Type), str(mark.Subtype), str(mark.Attached[0])) for mark in marks]


def test_a_picture_has_its_place_on_the_page():
    (picture,) = of_role(read(briefing(numbered(1, words("Words.")))), "Figure")
    left, lower, right, upper = map(float, re.findall(r"[\d.]+", picture.marks["BBox"]))

    assert (round(left), round(upper)) == (40, 811)
    assert left < right < 595
    assert 700 < lower < upper
