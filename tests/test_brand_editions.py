"""``publisher diff``: a local edition beside the common text, and the common text that has changed since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher.overlay import lay_over
from publisher.source import read_file
from tests.brands import findings, make_project, publisher

SLUG = "professional-challenge"
LOCAL = """\
# Ours.
sections:
  4:
    body: |
      Only here do we print these words about our own way of doing it.
resources:
  1: {label: Our page, link: escalation, scope: local}
  9: {label: Another page, link: escalation, scope: local}
contacts: {office: {label: Office, phone: 01632 960003}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make_project(tmp_path, SLUG)
    (folder / "briefings").mkdir()
    count = (tmp_path / "briefings" / f"{SLUG}.yaml").read_text("utf-8").partition("\nresources:")[2].count("label:")
    local = LOCAL.replace("  9:", f"  {count + 1}:")
    (folder / "briefings" / f"{SLUG}.yaml").write_text(local, "utf-8")
    links = "links: {escalation: {url: 'https://sampleton.example.org/e', checked: 2026-11-01}}"
    profile = folder / "partnership.yml"
    profile.write_text(profile.read_text("utf-8").replace("links: {}", links), "utf-8")
    return folder


def diff(capsys, folder: Path, *options: str) -> tuple[int, str, str]:
    return publisher(capsys, folder.parents[1], "diff", SLUG, "--partnership", "sampleton", *options)


def change_common(folder: Path, old: str, new: str) -> None:
    path = folder.parents[1] / "briefings" / f"{SLUG}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def section_4(folder: Path) -> str:
    """Return the first line of the common section 4."""
    text = (folder.parents[1] / "briefings" / f"{SLUG}.yaml").read_text("utf-8")
    return text.split("  - heading:")[4].split("body: |\n")[1].split("\n")[0].strip()


def again(capsys, folder: Path) -> list[dict]:
    root = folder.parents[1]
    _, out, _ = publisher(capsys, root, "check", "--output-format", "json")
    return [one for one in json.loads(out)["findings"] if one["code"] == "BRD011"]


def test_each_changed_key_is_shown_with_both_places(folder, capsys):
    code, out, err = diff(capsys, folder)

    assert (code, err) == (0, "")
    assert "+++ templates/sampleton/briefings/professional-challenge.yaml:5\tsections.4.body" in out
    assert "--- briefings/professional-challenge.yaml:" in out
    assert f"-{section_4(folder)}" in out
    assert "+Only here do we print these words about our own way of doing it." in out
    assert "+Our page" in out
    assert "+label: Another page" in out
    assert "sections.5" not in out


def test_a_local_link_takes_the_place_of_a_public_address(folder, capsys):
    added = "  - {label: A guide, url: 'https://www.gov.uk/x.pdf', scope: national, type: PDF, size: 1 MB}\n"
    change_common(folder, "\nresources:\n", f"\nresources:\n{added}")
    common = read_file(folder.parents[1] / "briefings" / f"{SLUG}.yaml", "common.yaml")
    local = read_file(folder / "briefings" / f"{SLUG}.yaml", "local.yaml")

    laid = lay_over(common, local)

    assert laid.data["resources"][0] == {"label": "Our page", "link": "escalation", "scope": "local"}
    _, out, _ = publisher(capsys, folder.parents[1], "check", "--output-format", "json")
    assert [one for one in json.loads(out)["findings"] if one["code"] == "SRC005"] == []


def test_a_common_text_that_changes_under_a_local_edition_is_reported_at_its_key(folder, capsys):
    assert diff(capsys, folder, "--accept")[0] == 0
    assert again(capsys, folder) == []

    change_common(folder, section_4(folder), "New guidance says something else.")

    (found,) = again(capsys, folder)
    assert (found["severity"], found["partnership"]) == ("warning", "sampleton")
    assert (found["file"], found["line"]) == ("templates/sampleton/briefings/professional-challenge.yaml", 4)
    assert found["message"].startswith("look again")
    assert [one["code"] for one in findings(capsys, folder) if one["code"] == "BRD011"] == ["BRD011"]
    assert "look again" in diff(capsys, folder)[2]

    diff(capsys, folder, "--accept")
    assert again(capsys, folder) == []


def test_what_to_look_at_again_is_named_from_the_current_folder(folder, capsys, monkeypatch):
    diff(capsys, folder, "--accept")
    change_common(folder, section_4(folder), "New guidance says something else.")
    monkeypatch.chdir(folder.parents[2])

    told = diff(capsys, folder)[2]

    assert told.startswith(f"{folder.parents[1].name}/templates/sampleton/briefings/professional-challenge.yaml:4:")


def test_what_changes_elsewhere_or_only_in_its_line_breaks_is_not_reported(folder, capsys):
    diff(capsys, folder, "--accept")
    line = section_4(folder)
    first, _, rest = line.partition(" ")

    change_common(folder, line, f"{first}\n      {rest}")
    change_common(folder, "title:", "subtitle: New\ntitle:")

    assert again(capsys, folder) == []


def test_an_item_that_was_added_is_looked_at_again_once_the_common_list_has_its_number(folder, capsys):
    diff(capsys, folder, "--accept")

    change_common(
        folder, "\nresources:\n", "\nresources:\n  - {label: New, url: 'https://www.gov.uk/x', scope: national}\n"
    )

    lines = (folder / "briefings" / f"{SLUG}.yaml").read_text("utf-8").splitlines()
    reported = {lines[one["line"] - 1].strip() for one in again(capsys, folder)}
    assert "Another page" in " ".join(reported), "it would now stand in the place of a common item"


def test_without_digests_nothing_is_said(folder, capsys):
    change_common(folder, section_4(folder), "Something else.")

    assert again(capsys, folder) == []


def test_accepting_keeps_the_file_as_it_is_but_for_the_digests(folder, capsys):
    path = folder / "briefings" / f"{SLUG}.yaml"
    written = path.read_text("utf-8")

    diff(capsys, folder, "--accept")
    once = path.read_text("utf-8")
    path.write_text(f"{once}# after\nsummary: Ours.\n", "utf-8")
    diff(capsys, folder, "--accept")
    twice = path.read_text("utf-8")

    assert once.startswith(written)
    assert twice.startswith(once.rstrip("\n"))
    assert twice.endswith("# after\nsummary: Ours.\n")
    assert twice.count("based_on:") == 1
    assert "  summary: " in twice


@pytest.mark.parametrize(
    "written",
    [
        "based_on: {sections.4.body: abc}\n",
        "based_on: {sections.4.body: abc}   # a note\n",
        "based_on: {\n  sections.4.body: abc,\n  title: new\n}\n",
        "based_on: {}\n",
        "based_on: yesterday\n",
        "based_on:\n",
        "based_on:   # a note\n",
        "based_on:\n- yesterday\n",
        '"based_on":\n  sections.4.body: abc\n',
    ],
)
def test_digests_are_renewed_however_they_are_written(folder, capsys, written):
    path = folder / "briefings" / f"{SLUG}.yaml"
    before = path.read_text("utf-8")
    path.write_text(f"{written}{before}summary: Ours.\n", "utf-8")

    assert diff(capsys, folder, "--accept")[0] == 0

    local = read_file(path, path.name)
    assert local.diagnostics == ()
    assert local.values["based_on", "sections.4.body"].value not in {"abc", ""}
    assert path.read_text("utf-8").endswith(f"{before}summary: Ours.\n")
    assert path.read_text("utf-8").count("# a note") == written.count("# a note")
    assert again(capsys, folder) == []


@pytest.mark.parametrize("key", ["word " * 30 + "end", "it's: one", "a #b", "-", "a\\u2028b", "{x}", '\\"x\\"'])
def test_a_key_of_any_length_and_signs_has_its_digest(folder, capsys, key):
    path = folder / "briefings" / f"{SLUG}.yaml"
    path.write_text(path.read_text("utf-8").replace("  4:\n", f'  4:\n    "{key}": Other\n'), "utf-8")
    other, body = [one[2] for one in read_file(path, path.name).keys if one[:2] == ("sections", "4") and one[2:]]
    assert body == "body"

    diff(capsys, folder, "--accept")

    local = read_file(path, path.name)
    assert local.diagnostics == ()
    assert ("based_on", f"sections.4.{other}") in local.keys


def test_an_edition_on_one_line_is_left_as_it_is(folder, capsys):
    path = folder / "briefings" / f"{SLUG}.yaml"
    path.write_text("{summary: Ours.}\n", "utf-8")

    code, _, err = diff(capsys, folder, "--accept")

    assert (code, err.count("\n")) == (2, 1)
    assert path.read_text("utf-8") == "{summary: Ours.}\n"


def test_digests_that_are_none_are_a_finding(folder, capsys):
    path = folder / "briefings" / f"{SLUG}.yaml"
    path.write_text(f"{path.read_text('utf-8')}based_on: yesterday\n", "utf-8")

    _, out, _ = publisher(capsys, folder.parents[1], "check", "--output-format", "json")

    (found,) = [one for one in json.loads(out)["findings"] if one["path"] == ["based_on"]]
    assert (found["severity"], found["code"]) == ("error", "SRC005")


@pytest.mark.parametrize(
    ("local", "sentence"),
    [("exclude: true\n", "SAMP leaves this briefing out.\n"), (None, "SAMP publishes the common text.\n")],
)
def test_a_briefing_that_is_left_out_or_not_changed_is_said_to_be(folder, capsys, local, sentence):
    path = folder / "briefings" / f"{SLUG}.yaml"
    path.unlink() if local is None else path.write_text(local, "utf-8")

    assert diff(capsys, folder) == (0, sentence, "")


def test_there_is_nothing_to_accept_without_a_local_edition(folder, capsys):
    (folder / "briefings" / f"{SLUG}.yaml").unlink()

    code, _, err = diff(capsys, folder, "--accept")

    assert (code, err.count("\n")) == (2, 1)


def test_an_inherited_edition_is_accepted_where_it_is_written(folder, capsys):
    child = folder.parent / "child"
    child.mkdir()
    (child / "partnership.yml").write_text("short_name: CHILD\nextends: sampleton\n", "utf-8")

    code, _, err = publisher(capsys, folder.parents[1], "diff", SLUG, "--partnership", "child", "--accept")

    assert (code, "it inherits `templates/sampleton/briefings/professional-challenge.yaml`" in err) == (2, True)


def test_no_identifier_is_repeated(folder, capsys):
    path = folder / "briefings" / f"{SLUG}.yaml"
    path.write_text("summary: The number 999 000 0018 stands here.\n", "utf-8")

    _, out, _ = diff(capsys, folder)

    assert "stands here" in out
    assert "000 0018" not in out
