"""Folders from strangers: what is refused, and that nothing outside is read, written or fetched."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from publisher.assets import faults, faults_in
from tests.brands import BRAND, REPOSITORY, SAFE, findings, make_project, publisher


def svg(content: str = "", attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" {attributes}>\n{content}</svg>'.encode()


DRAWINGS = {
    "a script": (svg("<script>alert(1)</script>"), 2),
    "a script under another prefix": (
        svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
        2,
    ),
    "an event handler": (svg(attributes='onload="alert(1)"'), 1),
    "foreign content": (svg("<foreignObject><p/></foreignObject>"), 2),
    "a picture from elsewhere": (svg('<image href="https://example.org/x.png"/>'), 2),
    "a picture from the disk": (svg('<image xlink:href="file:///etc/passwd"/>').replace(b"xlink:", b""), 2),
    "a picture beside it": (svg('<image href="../other.png"/>'), 2),
    "a drawing in a drawing": (svg('<image href="data:image/svg+xml,x"/>'), 2),
    "a link": (svg('<a href="https://example.org/"><g/></a>'), 2),
    "a link set by an animation": (svg('<set attributeName="href" to="javascript:alert(1)"/>'), 2),
    "a style sheet from elsewhere": (svg("<style>\n@import 'https://example.org/x.css';</style>"), 3),
    "an address in escapes": (svg('<g style="fill: \\75rl(https://example.org/#x)"/>'), 2),
    "an instruction for a style sheet": (b'<?xml-stylesheet href="x.css"?>' + svg(), 1),
    "an external entity": (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("&x;"), 1),
    "entities that grow": (
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + svg("&b;"),
        1,
    ),
    "copies of copies": (svg('<use href="#b"/>\n<g id="b"><use href="#c"/></g>\n<g id="c"/>'), 2),
    "words that need a font": (svg('<text x="1" y="5" font-family="Arial">SCP</text>'), 2),
    "no drawing": (b"<html/>", 1),
    "half a drawing": (svg()[:-3], 2),
}


@pytest.mark.parametrize(("data", "line"), DRAWINGS.values(), ids=DRAWINGS)
def test_a_drawing_that_could_run_or_reach_out_is_refused_with_its_line(data, line):
    found = list(faults_in("logo.svg", data))

    assert found
    assert {one.line for one in found} == {line}


@pytest.mark.parametrize(
    "data",
    [
        SAFE,
        svg(
            '<defs><linearGradient id="a"/></defs><g fill="url(#a)"/><use href="#a"/><style>g { fill: url(#a) }</style>'
        ),
        svg('<image href="data:image/png;base64,AAAA"/>'),
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + svg(),
        *(path.read_bytes() for path in sorted((REPOSITORY / "templates").glob("*/logo.svg"))),
    ],
)
def test_an_ordinary_drawing_is_not(data):
    assert list(faults_in("logo.svg", data)) == []


@pytest.mark.parametrize(
    "text",
    [
        '@import "https://example.org/x.css";',
        "@font-face { font-family: x; src: url(https://example.org/x.woff2) }",
        "a { background: url('../secret.png') }",
        'a { background: image-set("https://example.org/x.png" 1x) }',
        "a { background: \\75 rl(https://example.org/x) }",
        "@media print { a { cursor: url(//example.org/x) } }",
    ],
)
def test_a_style_sheet_that_asks_for_a_file_is_refused(text):
    (found, *_) = faults_in("screen.css", f"/* ours */\n{text}".encode())

    assert found.line == 2


def test_a_style_sheet_that_carries_what_it_needs_is_not():
    text = '/* url(x) */ a { background: url("data:image/png;base64,AA"); content: "url(x)"; mask: url(#m) }'

    assert list(faults_in("screen.css", text.encode())) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<script src="https://example.org/x.js" type="text/javascript"></script>',
        '<p onclick="x()">',
        '<img src="https://example.org/x.png" alt="">',
        '<link rel="stylesheet" href="//example.org/x.css">',
        '<iframe srcdoc="x"></iframe>',
        '<a href="javascript:x()">x</a>',
        "<style>@import 'x.css';</style>",
        "{{ document.__class__ }}",
        "{{ ''|attr('__class__') }}",
    ],
)
def test_a_template_that_runs_reaches_out_or_reaches_in_is_refused(text):
    (found, *_) = faults_in("briefing.html.j2", f"<!DOCTYPE html>\n{text}".encode())

    assert found.line == 2


def test_the_common_files_pass_their_own_test():
    base = REPOSITORY / "templates" / "base"
    assert list(base.rglob("*.html.j2")), "there is nothing to look at"
    assert list(faults(base)) == []


def test_a_picture_of_too_many_dots_is_refused():
    buffer = io.BytesIO()
    Image.new("1", (6000, 6000)).save(buffer, "PNG")

    (found,) = faults_in("logo.png", buffer.getvalue())

    assert "25 million dots" in found.message
    assert len(buffer.getvalue()) < 100_000


def test_what_is_said_of_a_file_cannot_write_to_the_terminal():
    (found,) = faults_in("screen.css", b"a { background: url(https://x/\\1b [31m) }")

    assert found.message.isprintable()


def hostile(folder: Path, outside: Path) -> None:
    """Make the folder of the issue: everything in it that could do harm."""
    outside.mkdir()
    (outside / "secret.svg").write_bytes(SAFE)
    (outside / "secret.css").write_text("p {}", "utf-8")
    brand = BRAND.replace("path: logo.svg", "path: ../../../outside/secret.svg")
    fonts = "typography:\n  fonts:\n    - {family: Remote, source: google}\n"
    web = '    - {family: Web, source: file, files: ["https://example.org/x.woff2", /etc/hostname]}\n'
    (folder / "_brand.yml").write_text(brand + fonts + web, "utf-8")
    (folder / "logo.svg").write_bytes(svg("<script>alert(1)</script>"))
    (folder / "briefing.html.j2").write_text("<h1>{{ document.__class__.__mro__ }}</h1>", "utf-8")
    (folder / "print.css").symlink_to(outside / "secret.css")
    (folder / "briefings").symlink_to(outside)
    with (folder / "photo.png").open("wb") as file:
        file.truncate(100 * 1_048_576)


# Tells every file that is opened, and every connection, to a file; runs the program in a process of its own.
# Python runs this file first, in the program and in its workers.
WATCHED = """
import os, socket, sys
opened = open(os.environ["OPENED"], "a")
def watch(event, arguments):
    if event in {"open", "os.listdir", "os.scandir", "socket.connect", "socket.getaddrinfo"}:
        if event != "socket.connect" or arguments[0].family != socket.AF_UNIX:
            opened.write(f"{event} {arguments[0]}\\n"); opened.flush()
sys.addaudithook(watch)
"""


def watched(tmp_path: Path, *arguments: str) -> tuple[int, str, str]:
    """Run the program and return its exit code, all it printed, and what it and its workers opened."""
    first = tmp_path.with_name(f"{tmp_path.name}-first")
    first.mkdir()
    (first / "sitecustomize.py").write_text(WATCHED, "utf-8")
    log = first / "opened.log"
    environment = {**os.environ, "PYTHONPATH": f"{first}:{REPOSITORY}", "OPENED": str(log)}
    command = [sys.executable, "-m", "publisher", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False, env=environment)
    return done.returncode, done.stdout + done.stderr, log.read_text("utf-8")


@pytest.mark.parametrize(
    "command", [["brand", "check", "sampleton"], ["build"], ["check"], ["brand", "pack", "sampleton"]]
)
def test_a_hostile_folder_is_refused_and_nothing_outside_is_read(tmp_path, command):
    root = tmp_path / "project"
    root.mkdir()
    folder = make_project(root, "professional-challenge")
    hostile(folder, tmp_path / "outside")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}

    code, printed, opened = watched(tmp_path, "--root", str(root), *command)

    assert code in {1, 2}, printed
    assert "Traceback" not in printed
    assert [
        line for line in opened.splitlines() if "outside" in line or "photo.png" in line or "hostname" in line
    ] == []
    assert [line for line in opened.splitlines() if line.startswith("socket")] == []
    assert str(folder) in opened, "the watch has seen nothing"
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before


def test_every_fault_of_a_hostile_folder_is_told_at_its_place(tmp_path, capsys):
    root = tmp_path / "project"
    root.mkdir()
    folder = make_project(root)
    hostile(folder, tmp_path / "outside")

    found = findings(capsys, folder)

    unsafe = {(one["file"].rpartition("/")[2], one["line"]) for one in found if one["code"] == "BRD007"}
    assert unsafe == {
        ("_brand.yml", 3),
        ("_brand.yml", 8),
        ("_brand.yml", 9),
        ("logo.svg", 2),
        ("briefing.html.j2", 1),
        ("print.css", 1),
        ("briefings", 1),
        ("photo.png", 1),
    }
    (large,) = [one for one in found if one["file"].endswith("photo.png")]
    assert large["message"] == "it has 100 MB instead of at most 2.0 MB"


@pytest.mark.parametrize("template", ["{{ ''|attr('__cla' ~ 'ss__') }}", "{{ (document|attr('__init'~'__')).x }}"])
def test_a_template_that_hides_what_it_reaches_for_meets_the_sandbox(tmp_path, capsys, template):
    folder = make_project(tmp_path)
    (folder / "briefing.html.j2").write_text(f"<p>\n{template}", "utf-8")

    (found,) = [one for one in findings(capsys, folder) if one["severity"] == "error"]

    assert (found["code"], found["file"], found["line"]) == ("BRD009", "templates/sampleton/briefing.html.j2", 2)


def test_a_page_that_a_template_puts_a_script_into_is_found_when_it_is_made(tmp_path, capsys):
    folder = make_project(tmp_path)
    base = (REPOSITORY / "templates" / "base" / "briefing.html.j2").read_text("utf-8")
    hidden = base.replace("<main>", '<main>{{ ("<scr" ~ "ipt>1</scr" ~ "ipt>") | safe }}')
    (folder / "briefing.html.j2").write_text(hidden, "utf-8")

    found = findings(capsys, folder)

    assert ("BRD007", "the finished page has a script") in {(one["code"], one["message"]) for one in found}


def test_a_pipe_in_the_folder_does_not_make_the_program_wait(tmp_path, capsys):
    folder = make_project(tmp_path)
    os.mkfifo(folder / "screen.css")

    assert {one["file"] for one in findings(capsys, folder)} == {"templates/sampleton/screen.css"}


def test_a_link_that_stays_inside_the_folder_is_fine(tmp_path, capsys):
    folder = make_project(tmp_path)
    (folder / "other.svg").symlink_to(folder / "logo.svg")

    assert publisher(capsys, tmp_path, "brand", "check", "sampleton")[0] == 0


def test_a_folder_of_too_many_files_is_refused(tmp_path, capsys):
    folder = make_project(tmp_path)
    for number in range(500):
        (folder / f"note-{number}.md").touch()

    assert json.dumps(findings(capsys, folder)).count("more than 500 files") == 1
