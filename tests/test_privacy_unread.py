"""What leads to a person is kept out of the output where no rule speaks of it too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.check import Checker
from publisher.cli import run
from publisher.model import Family
from publisher.project import Project
from publisher.report import FORMATS
from publisher.roundtrip.form import make
from publisher.selection import Selection
from tests import edited_word_files as word
from tests.cases import TODAY, write_partnership
from tests.editions import REPOSITORY
from tests.private_sources import DEFAULT, IN_A_CASE, NAMES, PROFILE, section, with_key
from tests.test_word_form import fill


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_partnership(tmp_path, PROFILE)
    (tmp_path / "briefings").mkdir()
    return tmp_path


def written(project: Path, source: str) -> Path:
    path = project / "briefings" / "told.yaml"
    path.write_text(source, "utf-8")
    return path


def printed(capsys, project: Path, *arguments: str) -> str:
    run(["--root", str(project), *arguments])
    captured = capsys.readouterr()
    return str(captured.out + captured.err)


IN_ONE_LINE = ", *".join([*IN_A_CASE.values(), "x*"])
CASE = section(3, f"See [here](#), e.g. [more](http://www.gov.uk/?utm_source=a): {IN_ONE_LINE}.").replace(
    "family: topic", "family: case"
)


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize(
    "options", [["--select", "PLN,LNK"], ["--ignore", "PRV"], ["--ignore", "PRV009,PRV013"], ["--ignore", "PRV005"]]
)
def test_rules_on_privacy_that_are_not_to_speak_still_keep_words_out(capsys, project, options, output_format):
    written(project, CASE)

    told = printed(capsys, project, "check", "--output-format", output_format, *options)

    assert "LNK" in told
    assert NAMES.findall(told) == []


@pytest.mark.parametrize("command", [["check"], ["check", "--fix", "--dry-run"], ["build", "--jobs", "1"]])
def test_settings_that_leave_out_a_rule_uncover_nothing(capsys, project, command):
    (project / "publisher.yml").write_text("ignore: [PRV]\n", "utf-8")
    written(project, CASE)

    told = printed(capsys, project, *command)

    assert "████████" in told
    assert NAMES.findall(told) == []


def test_a_family_that_is_mistyped_uncovers_nothing(capsys, project):
    written(project, CASE.replace("family: case", "family: cases"))

    told = printed(capsys, project, "check")

    assert "`family` is `cases`" in told
    assert "PRV009" not in told
    assert NAMES.findall(told) == []


def test_a_rule_that_is_not_to_speak_says_nothing(capsys, project):
    written(project, CASE)

    assert "PRV" not in printed(capsys, project, "check", "--select", "PLN,LNK")


def found(project: Path, source: str) -> list[tuple[str, str, str]]:
    """Return the code, the words pointed at and the message of each finding about an identifier in a source."""
    checker = Checker(Project(project), tuple(Project(project).partnerships()), Selection(), TODAY)
    checked = checker.check(written(project, source))
    texts = checked.texts()
    private = [one for one in checked.diagnostics if one.code.startswith("PRV")]
    return [(one.code, texts[one.file].words(one.span), one.message) for one in private]


NOT_PRINTED = "stands in a part that is not printed"
NUMBER = [("PRV001", "999 000 0018", f"an NHS number {NOT_PRINTED}")]


@pytest.mark.parametrize(
    "source",
    [
        f"# NHS 999 000 0018\n{DEFAULT}",
        f"{DEFAULT}# NHS 999 000 0018",
        DEFAULT.replace("title:", "# 999 000 0018\ntitle:"),
        DEFAULT.replace("family: topic", "family: topic   # 999 000 0018"),
        DEFAULT.replace("sections:", "sections:   # 999 000 0018"),
        DEFAULT.replace("questions:", "# 999 000 0018\nquestions:"),
        f"{DEFAULT}notes: 999 000 0018\n",
        f'{DEFAULT}notes: [{{a: "His number is 999 000 0018"}}]\n',
        f'{DEFAULT}"999 000 0018": x\n',
        f"{DEFAULT}title: 999 000 0018\n",
        DEFAULT.replace("family: topic", "family: 999 000 0018"),
        f"{DEFAULT}  no: [yaml, 999 000 0018\n",
        "999 000 0018",
    ],
)
def test_an_identifier_is_found_once_in_what_no_rule_reads(project, source):
    assert source != DEFAULT

    assert found(project, source) == NUMBER


def test_a_number_over_two_lines_of_a_note_is_found(project):
    assert found(project, f"# His number is 999 000\n#   0018, born 14 March 2019.\n{DEFAULT}") == [
        ("PRV001", "999 000\n#   0018", f"an NHS number {NOT_PRINTED}"),
        ("PRV004", "14 March 2019", f"a full date of birth {NOT_PRINTED}"),
    ]


def test_a_figure_is_looked_at_as_its_digits(project):
    sources = "sources: [{kind: audit, year: 9990000018}]"

    assert found(project, with_key(sources)) == [("PRV001", "9990000018", f"an NHS number {NOT_PRINTED}")]


def test_a_note_is_quiet_where_it_names_nobody(project):
    assert found(project, f"# A sample of 20 November 2026; see https://www.example.org/999.\n{DEFAULT}") == []


def test_a_note_in_a_local_edition_is_found_for_its_partnership(capsys, project):
    written(project, DEFAULT)
    local = project / "templates" / "sample" / "briefings"
    local.mkdir()
    (local / "told.yaml").write_text("# 999 000 0018\ntitle: Neglect here\nnotes: 07700 900123\n", "utf-8")

    told = printed(capsys, project, "check", "--select", "PRV")

    assert "told.yaml:1:3: error PRV001 [sample] an NHS number" in told
    assert "told.yaml:3:8: warning PRV014 [sample] a mobile number" in told


def test_a_note_that_is_left_out_of_the_findings_is_covered_in_the_line(capsys, project):
    written(project, with_key("title: A very good   # Social worker Zebedee Quagmire of Quillmoor Surgery says so"))

    told = printed(capsys, project, "check", "--select", "STR,TTL,MET,CON")

    assert "PRV" not in told
    assert not {"Zebedee", "Quagmire", "Quillmoor"} & set(re.findall(r"\w+", told))


def test_what_an_author_wrote_for_the_contacts_of_a_form_is_found(capsys, project):
    data = make(Project(REPOSITORY), "Neglect", "neglect", Family.TOPIC)
    words = "Ring Jaxxon's gran on 07700 900123, child's NHS 999 000 0018, 14 Acacia Avenue M99 9ZZ"
    filled = word.edited(data, lambda file: fill(file, "Contacts", words))
    (project / "form.docx").write_bytes(filled)

    told = printed(capsys, project, "import", str(project / "form.docx"))

    source = (project / "briefings" / "neglect.yaml").read_text("utf-8")
    assert "999 000 0018" in source
    assert {"PRV001", "PRV007", "PRV008", "PRV014"} <= set(re.findall(r"PRV\d+", told))
    assert not re.search(r"900123|999 000|Acacia|M99", told)


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_single_word_of_a_name_is_kept_out_of_what_other_rules_say(capsys, project, output_format):
    long = "had come to live near the school and the park and the shops in the town with all of the children " * 2
    words = (
        "Zanzibrook Primary School raised concerns. They said *Zanzibrook* was busy. See [Zanzibrook’s](#)."
        f" The family from ZANZIBROOK {long}. Zanzibrook’s head wrote."
    )
    written(project, section(3, words, heading="ZANZIBROOK").replace("family: topic", "family: case"))

    told = printed(capsys, project, "check", "--output-format", output_format)

    assert {"PLN003", "PLN004", "LEN004", "LNK001"} <= set(re.findall(r"[A-Z]{3}\d{3}", told))
    assert not re.search("Zanzibrook", told, re.IGNORECASE)


def test_the_programs_own_words_stay_where_a_name_has_them_too(capsys, project):
    words = "Social worker Give Quagmire came. See *Give* and [the *toolkit* for all](link:none)."
    written(project, section(3, words).replace("family: topic", "family: case"))

    told = printed(capsys, project, "check")

    assert "“[identifier]” is in italics" in told
    assert "= Give its address under `links:`" in told


LANDLINES = section(
    3, "Ring his gran, Nan, on 0161 496 0000 or 0300 496 0000, see [here](#). Or *0161 496 0000* at\n01632\n960001."
)


@pytest.mark.parametrize("command", [["check"], ["check", "--select", "LNK,PLN"], ["build", "--format", "txt"]])
def test_a_number_of_a_place_is_covered_where_it_is_typed_in_a_text(capsys, project, command):
    written(project, LANDLINES)

    told = printed(capsys, project, *command)

    assert "on ████████ or ████████, see [here](#). Or *████████* at" in told
    assert "“[identifier]” is in italics" in told
    assert not re.search(r"0161|496|960001", told)


def test_the_number_of_a_service_among_the_contacts_is_shown(capsys, project):
    contact = 'contacts: {team: {label: "Ring", phone: 0161 496 0009, url: "http://x.example.org/?utm_source=a"}}'
    written(project, with_key(contact))

    assert "phone: 0161 496 0009" in printed(capsys, project, "check")


PLACED = "Social worker Zebedee Quagmire of Zanzibrook Primary School"
UNREAD = {
    "after a colon too many": f"title: {PLACED}: {PLACED} 9990000018\n",
    "behind a quotation mark too many": f"title: 'They asked '{PLACED}' on 3 February 2018'\n",
    "in the whole file": f"{PLACED} on 3 February 2018",
    "in a list that is not closed": f"title: [{PLACED}\nbody: x\n",
    "as a kind": with_key("kind: Zanzibrook Primary School"),
    "as a status": with_key(f"status: {PLACED}"),
    "as a language": with_key("lang: Zanzibrook Primary School"),
    "as a date": with_key("published: Zanzibrook Primary School"),
    "as an unknown key": with_key(f"{PLACED}: {PLACED}"),
    "as an unknown key with hyphens": with_key("Zanzibrook-Primary-School: x"),
    "as a key that stands twice": f"{DEFAULT}title: {PLACED}\n",
    "as a list": with_key(f"sections: {PLACED}"),
    "as an anchor": "title: &Zanzibrook-Primary-School x\n",
    "as a tag": "title: !Zanzibrook_Primary_School x\n",
    "as a topic": with_key(f"topics: [Zanzibrook Primary School, {PLACED}]"),
    "as a support line": with_key("support: [Zanzibrook Primary School]"),
    "as the rule of a waiver": with_key(f"waivers: [{{rule: Zanzibrook Primary School, text: {PLACED}}}]"),
    "as a name that stands for a contact": section(3, f"{PLACED} came. Ask {{{{ contact.Quagmire }}}}.").replace(
        "family: topic", "family: case"
    ),
}


@pytest.mark.parametrize("output_format", ["text", "json"])
@pytest.mark.parametrize("place", UNREAD)
def test_what_only_its_place_makes_private_is_covered_where_no_rule_can_read_it(capsys, project, place, output_format):
    written(project, UNREAD[place])

    told = printed(capsys, project, "check", "--output-format", output_format)

    assert re.search("SRC|MET01|BRD005", told)
    assert not re.search("Zanzibrook|Quagmire|Zebedee|3 February|0018", told)


def test_a_message_about_what_cannot_be_read_stays_useful(capsys, project):
    (project / "briefings" / "word.yaml").write_text(with_key("status: finished"), "utf-8")
    (project / "briefings" / "key.yaml").write_text(with_key("summry: A text"), "utf-8")
    (project / "briefings" / "colon.yaml").write_text("title: Neglect: what to do\n", "utf-8")

    told = printed(capsys, project, "check", "--select", "SRC")

    assert "`status` is `finished`" in told
    assert "`summry`" in told
    assert "| title: Neglect: what to do" in told


def test_what_is_said_beside_a_source_covers_its_words_in_another_sentence_and_nothing_else(project):
    path = written(project, DEFAULT)
    checked = Checker(Project(project), (), Selection(), TODAY).check(path)

    redaction = checked.redaction("A picture of 999 000 0018 was left out")

    assert redaction.text("Wrote briefings/told.yaml.") == "Wrote briefings/told.yaml."
    assert redaction.text("It is of 999 000 0018.") == "It is of ████████."


def test_a_report_on_accessibility_names_nobody_whom_no_rule_is_to_speak_of(capsys, project):
    told = (
        "The social worker Quenda Quenby came: [Quenda Quenby](https://www.gov.uk/a), [Quenda Quenby](https://x.org)."
    )
    written(project, section(3, told).replace("family: topic", "family: case"))
    (project / "publisher.yml").write_text("ignore: [PRV]\nseverities: {LNK: warning}\n", "utf-8")
    printed(capsys, project, "build", "--format", "txt", "--jobs", "1")

    printed(capsys, project, "report")
    page = (project / "output" / "sample" / "accessibility.html").read_text("utf-8")

    assert "“[identifier]” leads to" in page
    assert NAMES.findall(page) == []
