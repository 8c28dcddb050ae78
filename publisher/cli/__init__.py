"""The command line: click commands, one module each; everything heavy is imported inside the command that needs it."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
import traceback
from pathlib import Path

import click

from publisher import __version__
from publisher.cli.brand import brand
from publisher.cli.build import build
from publisher.cli.check import check
from publisher.cli.diff import diff
from publisher.cli.import_ import import_
from publisher.cli.init import init
from publisher.cli.new import new
from publisher.cli.report import report
from publisher.cli.rules import rules
from publisher.cli.schema import schema
from publisher.errors import PublisherError

_path = re.compile(r"\S*[./\\:_]\w")
"""A file's name is written as it is, at the beginning of a sentence too."""
_OF_THE_SYSTEM = frozenset(
    {errno.ENAMETOOLONG, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.ELOOP, errno.ENOENT}
    | {errno.ENOTDIR, errno.EISDIR, errno.EBADF, errno.EIO}
)
"""What the system refuses, so that it is no bug: names, rights, disks and folders that have gone."""
ISSUES = "the address under “Report a bug” in README.md"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="publisher")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Work on the project in DIR instead of this folder or the project around it.",
)
@click.pass_context
def cli(context: click.Context, root: Path | None) -> None:
    """Check, brand and publish 7 Minute Briefings."""
    context.obj = root


for command in (new, import_, check, build, report, rules, schema, init, brand, diff):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the program and exit: 0 fine, 1 findings, 2 the operator's mistake, 3 a bug."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code."""
    _open_streams()
    try:
        code = cli.main(arguments, prog_name="publisher", standalone_mode=False)
    except Exception as error:  # noqa: BLE001 - the one place where every error becomes an exit code
        return _ending(error)
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
        return 130
    return code if isinstance(code, int) else 0


def _open_streams() -> None:
    """Put something in the place of streams that are closed; what a stream has no letters for is written as escapes."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _ending(error: Exception) -> int:
    """Tell the person what happened and return the exit code for it."""
    from publisher.redaction import without_identifiers

    error = _of_the_operator(error)
    match error:
        case PublisherError():
            return _operator(str(error))
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.ctx.get_help())
            return 2
        case click.ClickException():
            return _operator(error.format_message().rstrip("."))
        case click.Abort():
            click.echo("Stopped.", err=True)
            return 130
        case BrokenPipeError():
            # Whoever read our output has gone; without this, Python would complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
    click.echo(without_identifiers("".join(traceback.format_exception(error))), err=True)
    message = f"This is a bug in publisher {__version__}. Please report it, with the text above, at {ISSUES}."
    click.echo(f"\n{message}", err=True)
    return 3


def _of_the_operator(error: Exception) -> Exception:
    """Return what the system refused as an operator's mistake, and any other error as it is."""
    from publisher.files import reason

    if not isinstance(error, OSError) or error.errno not in _OF_THE_SYSTEM:
        return error
    what = f"`{error.filename}`" if error.filename else "cannot read or write"
    return PublisherError(f"{what}: {reason(error)}")


def _operator(sentence: str) -> int:
    from publisher.diagnostics import printable
    from publisher.redaction import without_identifiers

    sentence = without_identifiers(sentence)
    message = sentence if _path.match(sentence) else sentence[:1].upper() + sentence[1:]
    ending = "" if message.endswith((".", "?", "?)")) else "."
    click.echo(printable(f"{' '.join(message.split())}{ending}"), err=True)
    return 2
