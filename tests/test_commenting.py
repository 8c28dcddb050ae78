"""Findings about a Word file as comments in it, through the rules and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher import commenting
from publisher.check import Checker
from publisher.cli import main
from publisher.cli import run as command
from publisher.importers.recognition import Surroundings
from publisher.project import Project
from publisher.selection import Selection
from tests.editions import REPOSITORY, TODAY
from tests.foreign_word_parts import box, paragraph, run, word_file
from tests.round_trips import published
from tests.test_word_comments import W, comments, document, marked

SECTIONS = (
    "Background",
    "Why it matters",
    "What happened",
    "What was learned",
    "What helps",
    "Questions",
    "What to do",
)


def briefing(*last: str) -> bytes:
    """Return a draft whose sections all say the same first sentence, and ``last`` in the last section."""
    body = [paragraph("Neglect of older children", style="Titel")]
    for number, heading in enumerate(SECTIONS, 1):
        body += [paragraph(f"{number}. {heading}", style="berschrift1"), paragraph("They saw the child. Then more.")]
    return word_file("".join([*body, paragraph(*last)]))


def with_comments(data: bytes, *select: str) -> commenting.Commented:
    project = Project(REPOSITORY)
    checker = Checker(project, tuple(project.partnerships()), Selection(select=select), TODAY)
    return commenting.with_findings(data, "draft.docx", checker, Surroundings.of(project))


def told(data: bytes, *select: str) -> list[tuple[str, str]]:
    """Return the words of each comment with the words that it stands at."""
    made = with_comments(data, *select)
    words = marked(made.data)
    assert len(words) == made.comments
    return [(text, words[number]) for number, text in comments(made.data).items()]


def test_a_finding_stands_at_its_words_even_where_they_are_met_in_other_places():
    data = briefing("They saw the child. Then they were ", run("hard to ", "<w:b/>"), run("reach", "<w:b/><w:i/>"), ".")
    ((words, place),) = told(data, "LNG002")
    assert words.startswith("Warning LNG002: ")
    assert place == "hard to reach"


def test_the_same_words_are_told_apart_by_those_around_them():
    sentence = "He was hard to reach. She was also hard to reach by day."
    assert [place for _, place in told(briefing(sentence), "LNG002")] == ["hard to reach", "hard to reach"]
    root = document(with_comments(briefing(sentence), "LNG002").data)
    before = ["".join(start.xpath("preceding-sibling::*//text()")) for start in root.iter(f"{W}commentRangeStart")]
    assert before == ["He was ", "He was hard to reach. She was also "]


def test_a_sentence_that_stands_in_two_sections_has_its_comment_in_each():
    body = [paragraph("Neglect of older children", style="Titel")]
    for number, heading in enumerate(SECTIONS, 1):
        body += [paragraph(f"{number}. {heading}", style="berschrift1"), paragraph("They were hard to reach.")]

    root = document(with_comments(word_file("".join(body)), "LNG002").data)

    assert len(list(root.iter(f"{W}commentRangeStart"))) == len(SECTIONS)
    assert all(one.find(f"{W}commentRangeStart") is not None for one in list(root.iter(f"{W}p"))[2::2])


def test_words_in_a_text_box_are_found():
    boxed = paragraph(box(paragraph("8") + paragraph("The mother is a frequent flyer."), 10, 250))
    data = briefing("Last words.", boxed.removeprefix("<w:p><w:pPr></w:pPr>").removesuffix("</w:p>"))
    assert [place for _, place in told(data, "LNG001")] == ["frequent flyer"]


def test_what_is_missing_stands_at_the_beginning():
    ((words, place),) = told(briefing("Last words."), "MET003")
    assert "review date" in words
    assert place == ""


def test_a_privacy_finding_never_repeats_what_it_found():
    found = told(briefing("His NHS number is 999 000 0018, and his telephone 07700 900123."), "PRV")
    assert {place for _, place in found} >= {"999 000 0018", "07700 900123"}
    assert not any("0018" in words or "900123" in words for words, _ in found)


def test_the_command_writes_another_file_and_leaves_the_first(tmp_path, capsys):
    draft = tmp_path / "draft.docx"
    draft.write_bytes(briefing("They were hard to reach."))
    before = draft.read_bytes()
    with pytest.raises(SystemExit) as ended:
        main(["--root", str(REPOSITORY), "check", str(draft), "--comments", "--select", "LNG002"])
    assert ended.value.code == 0
    assert draft.read_bytes() == before
    assert list(marked((tmp_path / "draft-comments.docx").read_bytes()).values()) == ["hard to reach"]
    assert "draft-comments.docx with 1 comment.\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--comments"], "one Word file"),
        (["a.yaml", "--comments"], "one Word file"),
        (["nowhere.docx", "--comments"], "cannot read"),
        (["--output", "x.docx"], "--output is for --comments"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_sentence(arguments, said, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--root", str(REPOSITORY), "check", *arguments])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err.replace("C", "c", 1)


def test_comments_are_written_over_no_file(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("briefings").mkdir()
    written = briefing("They were hard to reach.")
    Path("mine.docx").write_bytes(written)

    refused = command(["check", "mine.docx", "--comments", "--output", "mine.docx"])
    printed = capsys.readouterr().err
    first = command(["check", "mine.docx", "--comments"])
    made = Path("mine-comments.docx").read_bytes()
    second = command(["check", "mine.docx", "--comments"])

    assert (refused, first, second) == (2, 1, 2)
    assert printed == "`mine.docx` exists already; name another file with --output, or take it away.\n"
    assert (Path("mine.docx").read_bytes(), Path("mine-comments.docx").read_bytes()) == (written, made)


def test_a_published_file_is_not_checked_as_a_strangers(tmp_path: Path, monkeypatch, capsys):
    (tmp_path / "professional-challenge.docx").write_bytes(published("professional-challenge"))
    monkeypatch.chdir(REPOSITORY)

    code = command(["check", str(tmp_path / "professional-challenge.docx"), "--comments"])
    printed = capsys.readouterr()

    assert (code, printed.out) == (2, "")
    assert "`publisher check briefings/professional-challenge.yaml` says what is wrong with it" in printed.err
