"""``publisher brand``: a partnership's folder started, checked, shown and passed on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli._options import codes, open_project, print_findings, refuse_missing_folder, strict_option, today
from publisher.cli._told import exit_code
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from publisher.branding.check import Examination


@click.group()
def brand() -> None:
    """Start, check, show and share partnerships' folders."""


@brand.command()
@click.argument("identifier", metavar="ID")
@click.option("--name", metavar="TEXT", help="The name in full.")
@click.option("--short-name", metavar="TEXT", help="The name for short.")
@click.option("--area", metavar="TEXT", help="The place that it serves.")
@click.option("--website", metavar="URL", help="Its own site.")
@click.option("--email", metavar="ADDRESS", help="Its shared mailbox.")
@click.option("--primary", metavar="COLOUR", help="The main colour, as #rrggbb.")
@click.option("--logo", metavar="FILE", help="The logo as SVG, PNG or JPEG; without it, a stand-in is drawn.")
@click.pass_context
def new(context: click.Context, /, identifier: str, **given: str | None) -> None:
    """Start the folder of the partnership ID.

    Asks for what the options do not say. The link register has the keys that the project's briefings need.
    """
    from publisher.branding.new import Answers, logo, new_folder, refuse_taken

    project = open_project(context)
    refuse_taken(project, identifier)
    answered = _answers(given)
    answers = Answers(**answered, logo=logo(given["logo"]) if given["logo"] else None)
    for file in new_folder(project, identifier, answers, today()):
        click.echo(f"Wrote {file}")
    click.echo(f"Fill what is marked “to be filled”, then run: publisher brand check {identifier}")


def _answers(given: Mapping[str, str | None]) -> dict[str, str]:
    """Return what the options say, and on a terminal what is answered to a question for each that is missing."""
    from publisher.branding import new

    wanted: dict[str, tuple[str, Callable[[str], str]]] = {
        "name": ("Name in full", new.line),
        "short_name": ("Name for short", new.line),
        "area": ("The place that it serves", new.line),
        "website": ("Website", new.website),
        "email": ("Shared mailbox", new.email),
        "primary": ("Main colour, as #rrggbb", new.colour),
    }
    missing = [f"`--{key.replace('_', '-')}`" for key in wanted if not given[key]]
    if missing and not sys.stdin.isatty():
        raise PublisherError(f"give {', '.join(missing)}, as there is no terminal to ask on")
    return {
        key: read(given[key] or "") if given[key] else click.prompt(question, value_proc=_asking_again(read))
        for key, (question, read) in wanted.items()
    }


def _asking_again(read: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function for prompts, which ask again after an answer that cannot be used."""

    def answer(written: str) -> str:
        try:
            return read(written)
        except PublisherError as error:
            raise click.UsageError(str(error)) from None

    return answer


@brand.command()
@click.argument("identifier", metavar="[ID]", required=False)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "github", "sarif", "junit"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--select", multiple=True, callback=codes, metavar="CODES", help="Only these rules; BRD means all brand rules."
)
@click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Not these rules.")
@strict_option
@click.pass_context
def check(
    context: click.Context,
    identifier: str | None,
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    strict: bool,
) -> int:
    """Check the folder of the partnership ID, or all of them.

    Colours, logo, fonts, templates, names, contacts and the link register are looked at.
    """
    from publisher.branding.check import examine
    from publisher.partnership import identifiers
    from publisher.selection import Selection

    project = open_project(context)
    chosen = (identifier,) if identifier else tuple(identifiers(project.templates))
    if not chosen:
        raise PublisherError("there is no partnership in `templates`; `publisher brand new ID` starts one")
    with _working("Checking"):
        examination = examine(project, chosen, Selection.of(project.settings, select, ignore), today())
    _print(examination, output_format)
    return exit_code(examination.diagnostics, strict=strict)


def _print(examination: Examination, output_format: str) -> None:
    from publisher.report import FORMATS

    found, texts, files = examination.diagnostics, examination.texts, examination.files
    if output_format == "text":
        print_findings(found, texts, files)
    elif printed := FORMATS[output_format](found, texts, files):
        click.echo(printed)


@brand.command()
@click.argument("identifier", metavar="ID")
@click.pass_context
def show(context: click.Context, identifier: str) -> None:
    """Print what the folder of the partnership ID comes to.

    Each value stands with the file and line that it comes from, be it inherited or a default.
    """
    from itertools import groupby

    from publisher.branding import show as showing

    for heading, group in groupby(showing.show(open_project(context), identifier), key=lambda one: one.heading):
        click.echo(heading)
        for one in group:
            click.echo(f"  {one.name}: {f'{one.value}  ' if one.value else ''}[{one.origin}]")


@brand.command()
@click.argument("identifier", metavar="ID")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write FILE instead of ID.zip."
)
@click.pass_context
def pack(context: click.Context, identifier: str, output: Path | None) -> None:
    """Pack the folder of the partnership ID into one file to hand on.

    The zip has only the files that the brand needs, those of the folders that it extends among them.
    """
    from publisher.branding import pack as packing
    from publisher.files import reason, write

    refuse_missing_folder(output)
    contents = packing.files(open_project(context), identifier)
    target = output or Path(f"{identifier}.zip")
    try:
        write(target, packing.packed(contents))
    except OSError as error:
        raise PublisherError(f"cannot write `{target}`: {reason(error)}") from error
    for name in contents:
        click.echo(f"Packed {name}")
    click.echo(f"Wrote {target}. To take it over elsewhere: publisher brand add {target.name}")


@brand.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE.zip")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and add nothing.")
@click.pass_context
def add(context: click.Context, file: Path, *, dry_run: bool) -> int:
    """Add the partnership that FILE.zip holds.

    It is looked at as a whole before anything is written. What has a script, asks for other files or climbs out of its
    folder is refused.
    """
    from publisher.branding import add as adding

    project = open_project(context)
    parcel = adding.opened(file)
    if parcel.diagnostics:
        print_findings(parcel.diagnostics, {}, (file.name,), to_stderr=True)
        click.echo("Nothing was added.", err=True)
        return 1
    wanted = adding.missing(project, parcel)
    for folder, files in wanted.items():
        for name, data in files.items():
            click.echo(f"{'Would add' if dry_run else 'Adding'} templates/{folder}/{name} ({len(data):,} bytes)")
    if not wanted:
        click.echo("Everything in it is there already.")
    elif not dry_run:
        adding.add(project, wanted)
        click.echo(f"Next: publisher brand check {next(iter(wanted))}")
    return 0


@brand.command()
@click.argument("slug", metavar="[SLUG]", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write FILE, not output/brands.html.",
)
@click.pass_context
def gallery(context: click.Context, slug: str | None, output: Path | None) -> None:
    """Show one briefing in the look of every partnership.

    A web page is written with pictures of the pages side by side, and the findings about each folder. SLUG names the
    briefing; without it, the first one is shown.
    """
    from publisher.branding import gallery as showing
    from publisher.files import reason, write
    from publisher.selection import Selection

    project = open_project(context)
    refuse_missing_folder(output)
    target = output or project.root / "output" / "brands.html"
    with _working("Making the pages"):
        page = showing.page(project, slug, Selection.of(project.settings), today())
    try:
        write(target, page)
    except OSError as error:
        raise PublisherError(f"cannot write `{target}`: {reason(error)}") from error
    click.echo(f"Wrote {target}")


@contextmanager
def _working(on: str) -> Iterator[None]:
    """Show on a terminal that something is being worked on, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(on):
        yield
