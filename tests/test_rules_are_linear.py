"""Twice the text takes a rule about twice the time, whatever the text is: no briefing can keep the program busy.

Of the time only the ratio is looked at, so that a slow machine passes and a rule that walks everything again for
each thing that it finds does not.
"""

from __future__ import annotations

import datetime
import time
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher import prose
from publisher.check import Checker
from publisher.edition import Edition
from publisher.model import Briefing, parse
from publisher.partnership import Partnership
from publisher.project import Project
from publisher.rules import Rule, Scope, Subject, passages, rules_for
from publisher.selection import Selection
from publisher.source import read, read_file
from tests.cases import FOLDER, write_partnership

SHORT, LONG = 2_500, 10_000
WORTH_A_LOOK = 0.03
"""Seconds; what takes less for the long text is quick, whatever its ratio."""
LINEAR = 2.2
"""Times as long as in proportion; a walk over everything for each thing found takes LONG / SHORT times as long."""

SCRAPS = [
    *(
        "1",
        "12 ",
        "A",
        "AB ",
        "a",
        "a ",
        " ",
        "\n",
        ".",
        ". ",
        "x\n\n",
        "(",
        "()",
        "[",
        "](",
        "{{",
        "{{ a }}",
        "\\",
        "é",
    ),
    *(
        '"',
        '"a" ',
        "'",
        "'a ",
        "“a” ",
        "‘",
        "&",
        "& ",
        "@",
        "a@b ",
        "*",
        "*a* ",
        "**a** ",
        "%",
        "/",
        "-",
        "a-",
        "<",
        "_a_ ",
    ),
    *("[a](b) ", "[a](link:b) ", "[a](https://example.org/a) ", "- a\n", "- a\n  - b\n", "> a\n\n", "# a\n", "1. a\n"),
    *("https://example.org/a ", "0161 496 0000 ", "07700 900123 ", "1 May 2018 ", "born 1 May 2018 ", "M1 1AA "),
    *("1 High Street ", "NHS number 1 ", "AB 12 34 56 C ", "case number 1", "CAD 1", "home office ", "passport "),
    *("Dr. ", "Mr Smith ", "social worker Jo Lee, ", "St Mary School ", "Royal Hospital ", "Jo was 4 and ", "in 2018 "),
    *(
        "CSE ",
        "CP (",
        "(CP) ",
        "CSE (child sexual exploitation) ",
        "CIN ",
        "CCG ",
        "CCG. ",
        "SCR was ",
        "LSCB ",
        "DNA. ",
    ),
    *("[CSE](a) DNA & ", "> DNA & CSE\n\n", "“CSE” DNA & "),
    *("BE ", "MUST ", "KCSIE ", "KCSIE 2018 ", "Working Together 2018 ", "Children Act 1989 ", "must section 47 "),
    *("threshold ", "the the ", "colour color ", "e.g. ", "was taken ", "it is felt that ", "she failed to comply "),
    *(
        "disguised compliance ",
        "“abscond” ",
        "not a lifestyle choice ",
        "hanged himself ",
        "suicide hanged. ",
        "mother ",
    ),
    *("1 in 4 children ", "50% ", "within 5 days ", "see the red box ", "question 1 ", "7 minute briefing 7MB "),
    *("[a]{lang=cy} ", "[a[", "|a", "e\u0301", "www.example.org ", "+44 7700 ", "x.y.", "Other and Sampleton "),
    *("1 acacia avenue ", "1 Acacia ", "1 a ", "flat 1, a ", "1-2 ", "on Acacia Avenue ", "lived at ", "A Estate "),
    *("in LS8 in 2018 ", "postcode: m999zz ", "M99 9 area "),
    *("School: Zanzibrook. ", "ZANZIBROOK SCHOOL ", "at St Mark's ", "at Sample Practice ", "A virtual school "),
    *("mobile 7700 900123 ", "07700/900123 ", "<b>999</b> ", "his a@b.org ", "snap: a_b ", "snap ", "a\u200b@b.org "),
    *("young.carers@b.org ", "@NSPCC ", "follow @a_b ", "https://youtu.be/A1234BC "),
    *("ref no ", "ref no 12/3 ", "ID 1234 ", "charity number 1234 ", "CAD1/1MAY24 ", "reg ", "NI no AB 12 ", "upn "),
    *(
        "CSA Centre ",
        "Care Leavers ",
        "promiscuous, streetwise and ",
        "not promiscuous or ",
        "what it is is ",
        "in in ",
    ),
    *("4 million children ", "20-30% ", "LSCBs are now ", "WT2018 ", "he died by hanging ", "every two weeks "),
    *("CP plan (", "CP is a way: ", "escalate the plan ", "children said that ", "boys' 5' 1\" "),
    *("“a,” Jaye said. ", "the six-year-old, ", "in Greater ", "When Jaye, a boy-", "Mum's partner ", "Child A's "),
    *("social worker Jo's ", "Jo Lee, the allocated ", "midwife, Anna, made ", "ref – 1 ", "a hostel, Kestrel "),
    *("research seven minutes ", "Sampleton Safeguarding Children Partnership ", "Other Safeguarding Board "),
]


@pytest.fixture(scope="module")
def partnership(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Partnership]:
    root = tmp_path_factory.mktemp("project")
    profile = (FOLDER / "rules" / "partnership.yml").read_text("utf-8")
    write_partnership(root, f"{profile}style: {{quotes: curly, disabled: disabled-children}}\n")
    project = Project(root)
    return project, project.partnerships()[0]


def subjects(text: str, partnership: Partnership) -> dict[Scope, Subject]:
    """Return the default briefing, which tells of a case, with a text for its third section, title and question."""
    path = FOLDER / "rules" / "default.yaml"
    source = read_file(path, path.name)
    work, _ = parse(source)
    assert isinstance(work, Briefing)
    sections = list(work.sections)
    sections[2] = sections[2].model_copy(update={"body": text})
    part = text[: len(text) // 4]
    changes = {"family": "case", "title": part, "questions": (part,), "sections": tuple(sections)}
    changed = work.model_copy(update=changes)
    common = Subject(changed, datetime.date(2026, 11, 21), None, passages(changed))
    edition = Edition("default", changed, partnership, source)
    return {
        Scope.BRIEFING: common,
        Scope.BOTH: common,
        Scope.EDITION: Subject(changed, common.today, edition, common.passages, (partnership.profile,)),
    }


def seconds(scrap: str, length: int, partnership: tuple[Project, Partnership]) -> dict[str, float]:
    """Return the CPU time of each rule on a text made of a scrap again and again."""
    project, one = partnership
    # A word of its own at the start, so that nothing is known of the text from an earlier time.
    text = f"Text {time.perf_counter_ns()}. {scrap * (length // len(scrap))}"
    given = subjects(text, one)
    return {
        rule.NAME: _seconds(rule, given[rule.SCOPE], project) for rule in rules_for(given[Scope.BRIEFING].work.kind)
    }


def _seconds(rule: Rule, subject: Subject, project: Project) -> float:
    before = time.process_time()
    for _ in rule.check(subject, project.house):
        pass
    return time.process_time() - before


@pytest.mark.parametrize("scrap", SCRAPS)
def test_no_rule_takes_more_than_its_share_of_time(scrap: str, partnership: tuple[Project, Partnership]):
    suspects = {name for name, taken in seconds(scrap, LONG, partnership).items() if taken > WORTH_A_LOOK}
    for _ in range(4):
        if not suspects:
            break
        # Something else may have run on the machine, so that each suspect is looked at again.
        short, long = seconds(scrap, SHORT, partnership), seconds(scrap, LONG, partnership)
        suspects = {name for name in suspects if long[name] > LINEAR * LONG / SHORT * max(short[name], 0.001)}
    assert not suspects


WHOLE = {
    "resources": lambda n: "resources:\n" + '  - {label: Other Safeguarding Board, url: "https://example.org/a"}\n' * n,
    "waivers": lambda n: (
        f"subtitle: {'CSE ' * n}\nwaivers:\n"
        + "".join(f"  - {{rule: ACR001, text: a{i}, reason: b, by: c, date: 2026-01-01}}\n" for i in range(n))
    ),
    "questions": lambda n: "questions:\n" + "".join(f"  - Who asked child {i}?\n" for i in range(n)),
    "keys that stand twice": lambda n: "".join(f"k{i}: a\n" for i in range(n)) + "title: b\n" * n,
    "a wide table": lambda n: (
        f"kind: practice-points\ngroups: [{{points: ['{'|a' * n}|\n\n{'|-' * n}|\n\n{'|b' * n}|']}}]\n"
    ),
    "brackets": lambda n: f"questions: ['{'[a[' * n}']\n",
    "tracking marks": lambda n: (
        f"questions: ['[a](https://example.org/?{'&'.join(f'x{i}' for i in range(n))}&utm_a)']\n"
    ),
}


@pytest.mark.parametrize("shape", WHOLE)
def test_a_whole_file_takes_no_more_than_its_share_of_time(shape: str, partnership: tuple[Project, Partnership]):
    checker = Checker(partnership[0], (partnership[1],), Selection(), datetime.date(2026, 11, 21))

    def taken(number: int) -> float:
        source = read(f"# {time.perf_counter_ns()}\n{WHOLE[shape](number)}".encode(), "a.yaml")
        before = time.process_time()
        checker.check_source(source, Path("a.yaml"))
        return time.process_time() - before

    taken(10)
    assert any(taken(1200) < LINEAR * 4 * max(taken(300), 0.005) for _ in range(4))


def test_marks_are_found_in_time_that_grows_with_their_number_only():
    def taken(number: int) -> float:
        text = prose.read("[a](b) " * number)
        before = time.process_time()
        assert all(text.inside("link", place, place + 1) for place in range(0, 2 * number, 2))
        return time.process_time() - before

    assert min(taken(8_000) for _ in range(3)) < LINEAR * 8 * max(min(taken(1_000) for _ in range(3)), 0.001)


@given(st.lists(st.sampled_from(["> ", "[a](b)", "**c** ", "- ", "\n", "\n\n", "  ", "d "]), max_size=30).map("".join))
def test_what_stands_inside_a_mark_is_what_a_walk_over_all_marks_finds(text: str):
    read = prose.read(text)
    for kind in ("quote", "link", "strong", "list", "item"):
        marks = [mark for mark in read.marks if mark.kind == kind]
        for start, end in combinations(range(min(len(read.text), 12) + 1), 2):
            assert read.inside(kind, start, end) == any(one.start <= start and end <= one.end for one in marks)
