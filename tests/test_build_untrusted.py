"""Sources and folders from strangers: what they say stays words, nothing is fetched, nothing takes for ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import lxml.html
import pikepdf
import pytest

from publisher.cli import run as run_here
from tests.builds import REPOSITORY, change, entries, make_project, run

ADDRESSES = [
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "vbscript:x", "file:///etc/hosts"),
    *("data:text/html,x", "ftp://example.org/x", "chrome://x", "//example.org/x"),
]
WORDS = " ".join(["More words about it."] * 20)


def put(root: Path, place: str, address: str) -> None:
    """Write an address into one of the places that may have one."""
    source = root / "briefings" / "challenge.yaml"
    profile = root / "templates" / "example" / "partnership.yml"
    quoted = json.dumps(address)
    link = f"\n    body: |\n      See [our long guidance]({address}) now.\n"
    if place == "text":
        change(source, "\n    body: |\n", link)
    elif place == "resource":
        change(source, "\nresources:\n", f"\nresources:\n  - {{label: Good guidance, url: {quoted}}}\n")
    elif place == "contact":
        source.write_text(
            f"{source.read_text('utf-8')}\ncontacts:\n  extra: {{label: Extra, url: {quoted}}}\n", "utf-8"
        )
    elif place == "partnership's contact":
        change(profile, "\ncontacts:\n", f"\ncontacts:\n  extra: {{label: Extra, url: {quoted}}}\n")
    elif place == "website":
        change(profile, "\nwebsite: https://www.example.org/\n", f"\nwebsite: {quoted}\n")
    elif place == "register":
        change(source, "\n    body: |\n", link.replace(address, "link:bad"))
        change(profile, "\nlinks:\n", f"\nlinks:\n  bad: {{url: {quoted}, label: x, checked: 2026-11-01}}\n")
    else:
        local = root / "templates" / "example" / "briefings" / "challenge.yaml"
        local.parent.mkdir()
        local.write_text(f"sections:\n  4:{link}      {WORDS}\n", "utf-8")


@pytest.mark.parametrize(
    "place", ["text", "resource", "contact", "partnership's contact", "website", "register", "local edition"]
)
def test_an_address_that_is_none_of_the_web_is_a_finding_wherever_it_stands(tmp_path, capsys, place):
    for number, address in enumerate(ADDRESSES):
        root = make_project(tmp_path / str(number))
        put(root, place, address)

        code = run_here(["--root", str(root), "check", "--output-format", "json"])

        found = json.loads(capsys.readouterr().out)["findings"]
        errors = {one["code"] for one in found if one["severity"] == "error"}
        assert code == 1
        assert errors & {"LNK001", "BRD005", "MET006"}, (address, errors)


def test_the_renderers_make_no_link_of_such_an_address_where_the_findings_are_ignored(tmp_path):
    text = "\n      ".join(f"- See [our long guidance number {n}]({one}) now." for n, one in enumerate(ADDRESSES))
    root = make_project(tmp_path / "project")
    (root / "publisher.yml").write_text("ignore: [LNK, STR, LEN, ACC]\npage_budget: 9\n", "utf-8")
    change(root / "briefings" / "challenge.yaml", "\n    body: |\n", f"\n    body: |\n      {text}\n\n      ")

    done = run(root, "--edition", "large-print", "--fragment")

    assert done.returncode == 0, done.stderr
    folder = root / "output" / "example"
    targets = [str(one) for path in folder.glob("*.html") for one in lxml.html.parse(path).xpath("//@href | //@src")]
    for path in folder.glob("*.pdf"):
        with pikepdf.open(path) as pdf:
            for page in pdf.pages:
                targets += [str(one.A.URI) for one in page.get("/Annots", []) if "/A" in one and "/URI" in one.A]
    with zipfile.ZipFile(folder / "challenge.docx") as package:
        for name in package.namelist():
            if name.endswith(".rels"):
                tree = lxml.html.fromstring(package.read(name))
                targets += [str(one) for one in tree.xpath("//*[@targetmode='External']/@target")]
    assert len(targets) > 20
    usual = ("https://", "mailto:", "tel:", "#", "data:image/", "data:font/", "data:,")
    assert [one for one in targets if not one.startswith(usual)] == []


def test_html_in_a_text_is_shown_as_it_is_written(tmp_path):
    written = "A <script>alert(1)</script> <img src=x onerror=alert(1)> <b>word</b> here."
    root = make_project(tmp_path / "project")
    change(root / "briefings" / "challenge.yaml", "\n    body: |\n", f"\n    body: |\n      {written}\n\n      ")

    done = run(root, "--format", "html", "--format", "txt")

    assert done.returncode == 0, done.stderr
    page = lxml.html.parse(root / "output" / "example" / "challenge.html")
    assert written in " ".join(page.getroot().text_content().split())
    assert not page.xpath("//img[@src='x'] | //b | //script[not(@type='application/ld+json')]")


# Python runs this file first, in the program and in its workers.
NO_NETWORK = """
import os, socket, sys
def watch(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}:
        if event == "socket.getaddrinfo" or getattr(arguments[0], "family", None) != socket.AF_UNIX:
            with open(os.environ["TOLD"], "a") as file:
                print(event, arguments[1:], file=file)
            raise OSError("no network")
sys.addaudithook(watch)
"""
# Put together when it runs, so that whoever reads the template does not see what it asks for.
HIDDEN = """{{ ('<im' ~ 'g alt="" src="ht' ~ 'tps://example.org/x.png">') | safe }}
{{ ('<im' ~ 'g alt="" src="fi' ~ 'le:///etc/hosts">') | safe }}
{{ ('<li' ~ 'nk rel="stylesheet" href="ht' ~ 'tps://example.org/x.css">') | safe }}
{{ ('<sty' ~ 'le>@imp' ~ 'ort "ht' ~ 'tps://example.org/y.css";</sty' ~ 'le>') | safe }}"""


def test_nothing_is_fetched_whatever_a_template_asks_for(tmp_path):
    root = make_project(tmp_path / "project", partnerships=("example", "hostile"))
    base = (REPOSITORY / "templates" / "base" / "briefing.html.j2").read_text("utf-8")
    (root / "templates" / "hostile" / "briefing.html.j2").write_text(base.replace("<main>", f"<main>{HIDDEN}"), "utf-8")
    (root / "publisher.yml").write_text("ignore: [LNK]\n", "utf-8")
    picture = "\n    body: |\n      ![a picture](https://example.org/x.png) of [a page](https://example.org/page)\n"
    change(root / "briefings" / "challenge.yaml", "\n    body: |\n", picture)
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
    told = tmp_path / "told"

    done = run(
        *(root, "--edition", "large-print", "--fragment"),
        PYTHONPATH=f"{tmp_path / 'first'}:{REPOSITORY}",
        TOLD=str(told),
    )

    assert "Traceback" not in done.stderr
    assert {name for name in entries(root / "output") if name.startswith("example/")} >= {
        "example/challenge.html",
        "example/challenge.pdf",
        "example/challenge.docx",
    }
    assert not told.exists(), told.read_text("utf-8")
    hosts = Path("/etc/hosts").read_bytes().splitlines()[0]
    for path in (root / "output").rglob("*.pdf"):
        assert hosts not in path.read_bytes()


def test_the_watch_on_the_network_sees_a_connection(tmp_path):
    """The test above would find something."""
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "TOLD": str(tmp_path / "told")}
    program = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env=environment)

    assert done.returncode == 1
    assert "socket." in (tmp_path / "told").read_text("utf-8")


def test_a_briefing_that_is_a_link_out_of_the_folder_is_not_followed(tmp_path, capsys):
    root = make_project(tmp_path / "project")
    (tmp_path / "secret.yaml").write_text("title: The secret words\n", "utf-8")
    (root / "briefings" / "linked.yaml").symlink_to(tmp_path / "secret.yaml")

    for command in ("check", "build"):
        assert run_here(["--root", str(root), command]) == 2
        told = capsys.readouterr()
        assert "`linked.yaml` in `briefings` is a link that leads out of it; put the file itself there." in told.err
        assert "secret words" not in told.out + told.err


def test_a_briefing_that_is_a_link_inside_the_folder_is_fine(tmp_path):
    root = make_project(tmp_path / "project")
    (root / "briefings" / "again.yaml").symlink_to("challenge.yaml")

    assert run(root, "--format", "txt").returncode == 0


SIZES = {
    "topics": ("topics: [", f"topics: [{'a, ' * 20_000}"),
    "sections": ("\nsections:\n", "\nsections:\n" + "  - {heading: A, body: b}\n" * 20_000),
    "questions": ("\nquestions:\n", "\nquestions:\n" + "  - Why not?\n" * 20_000),
    "a text": ("\n    body: |\n", f"\n    body: |\n      {'word ' * 20_000}\n"),
}


@pytest.mark.parametrize("what", SIZES)
def test_a_source_of_too_much_is_one_finding_and_no_rule_looks_at_it(tmp_path, capsys, what):
    root = make_project(tmp_path / "project")
    change(root / "briefings" / "challenge.yaml", *SIZES[what])

    assert run_here(["--root", str(root), "check", "--output-format", "json"]) == 1

    assert [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["SRC007"]


TEXTS = ["[a](https://example.org/a) ", "[", "word ", "{{ a }} ", "1234567890 ", "*a ", "- a\n      ", "“", "A.b@c.d "]


@pytest.mark.parametrize("piece", TEXTS)
def test_a_hostile_text_of_the_largest_size_is_checked_in_seconds_of_work(tmp_path, piece):
    root = make_project(tmp_path / "project")
    text = piece * (19_000 // len(piece))
    change(root / "briefings" / "challenge.yaml", "\n    body: |\n", f"\n    body: |\n      {text}\n")
    before = time.process_time()

    code = run_here(["--root", str(root), "check", "--output-format", "json"])

    assert code in {0, 1}
    # Less than one second of this process alone, whatever else the machine does; the square of the size takes minutes.
    assert time.process_time() - before < 15


def test_a_folder_of_the_output_that_is_a_link_is_written_into_by_no_build(tmp_path, capsys):
    root = make_project(tmp_path / "project")
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "challenge.txt").write_text("mine", "utf-8")
    (root / "output").mkdir()
    (root / "output" / "example").symlink_to(victim)

    code = run_here(["--root", str(root), "build", "--format", "txt", "--jobs", "1"])

    assert code == 2
    assert "is a link to another folder, where a build would write; take it away.\n" in capsys.readouterr().err
    assert [(path.name, path.read_text("utf-8")) for path in victim.iterdir()] == [("challenge.txt", "mine")]
