"""Safe fixes change the words concerned and nothing else, and twice is the same as once."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from publisher.cli import run
from publisher.diagnostics import Edit, Span
from publisher.fixing import apply
from publisher.places import SourceText
from tests.cases import FOLDER, write_partnership

SOURCE = """\
# a comment stays
title:    Neglect   # with its odd spaces
sections:
  - heading: "1. Background"   # the number goes
    body: |
      Text that stays as it is.
"""


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    return tmp_path / "briefings" / "x.yaml"


def fix(briefing: Path, *options: str) -> int:
    return run(["--root", str(briefing.parent.parent), "check", "--fix", *options, str(briefing)])


@pytest.mark.parametrize(
    ("data", "fixed"),
    [
        (SOURCE.encode(), SOURCE.replace("1. ", "").encode()),
        (SOURCE.replace("\n", "\r\n").encode(), SOURCE.replace("1. ", "").replace("\n", "\r\n").encode()),
        (b"\xef\xbb\xbf" + SOURCE.encode(), b"\xef\xbb\xbf" + SOURCE.replace("1. ", "").encode()),
    ],
    ids=["as written here", "with Windows line ends", "with a byte order mark"],
)
def test_every_other_byte_stays_and_a_second_time_changes_nothing(briefing, data, fixed, capsys):
    briefing.write_bytes(data)

    fix(briefing)
    assert briefing.read_bytes() == fixed
    assert capsys.readouterr().err.startswith("1 fix made\n")

    fix(briefing)
    assert briefing.read_bytes() == fixed
    assert capsys.readouterr().err.startswith("0 fixes made\n")


def test_a_check_says_how_many_findings_could_be_mended_so(briefing, capsys):
    briefing.write_text(SOURCE)
    without_fixes = ["--root", str(briefing.parent.parent), "check", str(briefing)]

    run(without_fixes)
    assert "`publisher check --fix` can mend 1 of these" in capsys.readouterr().err
    run([*without_fixes, "--output-format", "json"])
    assert "--fix" not in capsys.readouterr().err
    fix(briefing)
    run(without_fixes)
    assert "--fix" not in capsys.readouterr().err.partition("made\n")[2]


STRAIGHT = """\
# the author's own comment, with "marks"
title: What's a 'quote'?
subtitle: 'It''s "so"'
summary: "The \\"child's\\" day: https://example.org/it's"
sections:
  - heading: "Children's words"
    body: |
      She said "I'm fine" and [the child's own page](https://example.org/a "the child's").
      A "lone mark is for a person to place.
waivers:
  - {rule: LNG002, text: "child's play", reason: the author's choice, by: Officer, date: 2026-06-01}
"""
CURLY = (
    STRAIGHT.replace("What's a 'quote'", "What’s a ‘quote’")
    .replace("""'It''s "so"'""", """'It’s “so”'""")
    .replace("""The \\"child's\\" day""", "The “child’s” day")
    .replace("Children's words", "Children’s words")
    .replace('"I\'m fine"', "“I’m fine”")
    .replace("[the child's own", "[the child’s own")
)


def test_straight_marks_become_curly_where_the_house_style_asks(briefing, capsys):
    folder = briefing.parent.parent
    style = "style: {quotes: curly}\n"
    write_partnership(folder, (FOLDER / "rules" / "partnership.yml").read_text("utf-8") + style)
    briefing.write_text(STRAIGHT, "utf-8")

    fix(briefing, "--select", "LNG005")
    assert briefing.read_text("utf-8") == CURLY
    fix(briefing, "--select", "LNG005")

    assert briefing.read_text("utf-8") == CURLY
    assert capsys.readouterr().err.endswith("0 fixes made\n")


def test_a_dry_run_shows_the_change_and_makes_none(briefing, capsys):
    briefing.write_text(SOURCE, "utf-8")

    assert fix(briefing, "--dry-run") == 0

    printed = capsys.readouterr()
    assert '-  - heading: "1. Background"   # the number goes\n+  - heading: "Background"' in printed.out
    assert printed.err == "1 fix possible\n"
    assert briefing.read_text("utf-8") == SOURCE


def test_an_unreadable_file_is_left_alone(briefing, capsys):
    briefing.write_bytes(b"\x89PNG\x00")

    assert fix(briefing) == 1

    assert briefing.read_bytes() == b"\x89PNG\x00"
    assert "0 fixes made" in capsys.readouterr().err


def test_edits_are_made_from_the_end_so_that_earlier_places_stay_right():
    text = SourceText("x", "one two\nthree\n")

    assert apply(text, [Edit(Span(1, 1, 1, 4), "1"), Edit(Span(2, 1, 2, 6), "33333 3")]) == "1 two\n33333 3\n"


def test_an_escape_at_the_end_of_the_words_is_replaced_whole(briefing):
    briefing.write_text('title: "A talk with with caf\\u00e9 caf\\u00e9 owners"\n', "utf-8")

    fix(briefing)

    assert briefing.read_text("utf-8") == 'title: "A talk with café owners"\n'


def test_a_fix_that_would_spoil_the_file_keeps_no_other_from_being_made(briefing, capsys):
    # “For example,” would part the list in two; the doubled word can go all the same.
    briefing.write_text("title: Neglect of of babies\nquestions: [e.g. what would you do?, Why?]\n", "utf-8")

    fix(briefing)

    assert briefing.read_text("utf-8") == "title: Neglect of babies\nquestions: [e.g. what would you do?, Why?]\n"
    assert capsys.readouterr().err.startswith("1 fix made\n")


def test_quotation_marks_that_are_part_of_the_words_stay(briefing, capsys):
    # Without the number before them YAML would take them for its own.
    source = "title: Neglect of of babies\nsections:\n  - {heading: 1. 'Neglect', body: One.}\n"
    briefing.write_text(source, "utf-8")

    fix(briefing)

    assert briefing.read_text("utf-8") == source.replace("of of", "of")
    assert capsys.readouterr().err.startswith("1 fix made\n")


def test_a_link_is_followed_and_a_file_keeps_its_rights(briefing):
    real = briefing.parent.parent / "real.yaml"
    real.write_text(SOURCE, "utf-8")
    real.chmod(0o660)
    briefing.symlink_to(real)

    fix(briefing)

    assert briefing.is_symlink()
    assert real.read_text("utf-8") == SOURCE.replace("1. ", "")
    assert stat.S_IMODE(real.stat().st_mode) == 0o660


def test_a_long_name_in_any_script_can_be_written_again(briefing):
    # Three bytes for each letter; a system allows 255.
    path = briefing.with_name("\N{BENGALI LETTER BA}" * 80 + ".yaml")
    path.write_text(SOURCE, "utf-8")

    fix(path)

    assert path.read_text("utf-8") == SOURCE.replace("1. ", "")


def test_a_file_that_nobody_may_write_is_left_alone(briefing, capsys):
    briefing.write_text(SOURCE, "utf-8")
    briefing.chmod(0o444)

    assert fix(briefing) == 2
    assert briefing.read_text("utf-8") == SOURCE
    assert capsys.readouterr().err == "Cannot write `briefings/x.yaml`: permission denied.\n"


def test_a_dry_run_takes_for_lines_what_editors_do(briefing, capsys):
    briefing.write_text('title: "Neglect of\u2028small small babies"\nlang: en\n', "utf-8")

    fix(briefing, "--dry-run")

    shown = capsys.readouterr().out
    assert '+title: "Neglect of\u2028small babies"\n lang: en\n' in shown
    assert "No newline" not in shown


def test_a_dry_run_says_where_no_line_end_follows(briefing, capsys):
    briefing.write_text("title: Neglect of of babies", "utf-8")

    fix(briefing, "--dry-run")

    told = "\\ No newline at end of file"
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "-title: Neglect of of babies",
        told,
        "+title: Neglect of babies",
        told,
    ]


PROFILE = """\
name: Sample Safeguarding Children Partnership
short_name: SSP
area: Sampleshire
website: https://www.example.org/
links:
  escalation: {url: "https://www.example.org/e", label: Escalation policy, checked: 2026-11}
"""
WITH_LOCAL_LINK = """\
title: Speaking up
sections:
  - {heading: One, body: "Read [the escalation policy](link:escalation)."}
  - {heading: Two, body: Two.}
  - {heading: Three, body: Three.}
  - {heading: Four, body: Four.}
  - {heading: Five, body: Five.}
  - {heading: Six, body: Six.}
  - {heading: Seven, body: Seven.}
"""
LOCAL = """\
# what Sample says
sections:
  7:
    body: |
      Ring the the front door.
"""


def test_fixes_are_made_in_local_editions_and_link_registers_too(tmp_path, capsys):
    write_partnership(tmp_path, PROFILE.replace("https://www.example.org/e", "https://www.example.org/e?utm_source=a"))
    local = tmp_path / "templates" / "sample" / "briefings" / "x.yaml"
    local.parent.mkdir()
    local.write_text(LOCAL, "utf-8")
    (tmp_path / "briefings").mkdir()
    for slug in ("x", "y"):
        (tmp_path / "briefings" / f"{slug}.yaml").write_text(WITH_LOCAL_LINK, "utf-8")

    run(["--root", str(tmp_path), "check", "--fix", "--dry-run"])
    shown = capsys.readouterr()
    assert (shown.err, local.read_text("utf-8")) == ("2 fixes possible\n", LOCAL)
    assert "+      Ring the front door." in shown.out.splitlines()

    run(["--root", str(tmp_path), "check", "--fix"])
    assert capsys.readouterr().err == "2 fixes made\n"
    assert local.read_text("utf-8") == LOCAL.replace("the the", "the")
    assert (tmp_path / "templates" / "sample" / "partnership.yml").read_text("utf-8") == PROFILE


def test_all_is_mended_elsewhere_at_once_and_nothing_that_is_mended_is_told(tmp_path, capsys):
    write_partnership(tmp_path, PROFILE.replace("https://www.example.org/e", "https://www.example.org/e?utm_source=a"))
    local = tmp_path / "templates" / "sample" / "briefings" / "x.yaml"
    local.parent.mkdir()
    # Of three that touch only one can go at a time.
    local.write_text(LOCAL.replace("the the", "the the the"), "utf-8")
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "x.yaml").write_text(WITH_LOCAL_LINK, "utf-8")

    run(["--root", str(tmp_path), "check", "--fix"])
    told = capsys.readouterr()
    fixed = local.read_text("utf-8")
    run(["--root", str(tmp_path), "check", "--fix"])

    assert (told.err, fixed) == ("3 fixes made\n", LOCAL.replace("the the", "the"))
    assert "LNK008" not in told.out
    assert capsys.readouterr() == (told.out, "0 fixes made\n")
