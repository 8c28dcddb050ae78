"""A new partnership's folder: what is asked for, and the files with a note on every key."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from publisher import assets
from publisher.brand import LOGO_TYPES
from publisher.branding import register
from publisher.branding.placing import place
from publisher.check import Checker
from publisher.errors import PublisherError
from publisher.partnership import BASE, BRAND, HOUSE, IDENTIFIER, PROFILE, is_identifier, shown
from publisher.project import Project, built_in
from publisher.selection import Selection
from publisher.source import read_file
from publisher.yaml_scalar import flow_scalar, quoted, scalar

_BLANK = Path(__file__).parent / "blank"
_email = re.compile(r"[^\s@,;:<>\"]+@[^\s@,;:<>\"/]+\.[^\s@,;:<>\"/.]+")
_CONTACTS = {
    "referral": ("Worried about a child?", ""),
    "emergency": ("If a child is in immediate danger", "999"),
}
"""What every folder has: the label, and the number where it is the same everywhere."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new partnership says of itself."""

    name: str
    short_name: str
    area: str
    website: str
    email: str
    primary: str
    logo: Path | None = None


def line(written: str) -> str:
    """Return a line of text; raises PublisherError where there is none."""
    words = " ".join(written.split())
    if not words or not words.isprintable():
        raise PublisherError("write at least a word, on one line")
    return words


def website(written: str) -> str:
    """Return a web address in full; raises PublisherError where it is none."""
    address = written.strip() if "://" in written else f"https://{written.strip()}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not re.fullmatch(r"https?://[^\s\"<>\\^`{|}]+", address) or "." not in host:
        raise PublisherError(f"`{written}` is not a web address; write it as https://www.example.org/")
    return address if parts.path else f"{address}/"


def email(written: str) -> str:
    """Return an e-mail address; raises PublisherError where it is none."""
    if not _email.fullmatch(written.strip()):
        raise PublisherError(f"`{written}` is not an e-mail address; write it as name@example.org")
    return written.strip()


def colour(written: str) -> str:
    """Return a colour as ``#rrggbb``; raises PublisherError where it is none."""
    from coloraide import Color

    bare = written.strip()
    try:
        found = Color(f"#{bare}" if re.fullmatch(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}", bare) else bare)
    except ValueError:
        raise PublisherError(f"`{written}` is not a colour; write it as #rrggbb") from None
    if found.alpha() < 1:
        raise PublisherError(f"`{written}` lets the paper through; write a solid colour as #rrggbb")
    return found.convert("srgb").to_string(hex=True, fit=True, compress=False)


def logo(written: str | Path) -> Path:
    """Return the path of a logo; raises PublisherError for a file that cannot be one."""
    path = Path(written)
    if path.suffix.lower() not in LOGO_TYPES:
        raise PublisherError(f"the logo `{path}` is not an SVG, PNG or JPEG file")
    if not path.is_file():
        raise PublisherError(f"there is no file `{path}`")
    assets.readable(path, str(path))
    for first in assets.faults_in(path.name, path.read_bytes()):
        raise PublisherError(f"{path}:{first.line}: {first.message}. {first.hint}")
    return path


def new_folder(project: Project, identifier: str, answers: Answers, today: datetime.date) -> list[str]:
    """Write the folder of a new partnership and return the names of its files as they are shown.

    Raises PublisherError for a name that a folder may not have, or that one has already.
    """
    refuse_taken(project, identifier)
    own_logo = answers.logo is not None
    logo_name = f"logo{answers.logo.suffix.lower()}" if answers.logo else "logo.svg"
    values = {
        **{name: getattr(answers, name) for name in ("name", "short_name", "area", "website", "email", "primary")},
        "identifier": identifier,
        "heading": answers.name,
        "domains": _domains(answers),
        "own_logo": own_logo,
        "logo": logo_name,
        "visible": _visible(answers.primary),
        **_entries(project, today),
    }
    drawn = answers.logo.read_bytes() if answers.logo else _filled("logo.svg", values)
    files = {PROFILE: _filled(PROFILE, values), BRAND: _filled(BRAND, values), logo_name: drawn}
    place(project.templates, {identifier: files})
    return [shown(project.templates / identifier / name, project.root) for name in files]


def refuse_taken(project: Project, identifier: str) -> None:
    """Raise PublisherError for a name that a partnership's folder may not have, or that one has already."""
    if not is_identifier(identifier):
        kept = "that is the folder of what all partnerships share"
        hint = kept if identifier in {BASE, HOUSE} else IDENTIFIER
        raise PublisherError(f"a partnership's folder cannot be called `{identifier}`; {hint}")
    if (project.templates / identifier).exists():
        raise PublisherError(f"`{shown(project.templates / identifier, project.root)}` is there already")


def _entries(project: Project, today: datetime.date) -> dict[str, Any]:
    """Return the contacts and the entries of the register that the project's briefings need."""
    checker = Checker(project, (), Selection(select=("SRC",)), today)
    sources = project.sources() if project.briefings.is_dir() and any(project.briefings.rglob("*.yaml")) else []
    checked = [checker.check(path) for path in sources]
    needed = register.needs((one.source.name, one.work) for one in checked if one.work)
    labels = _labels() | {
        resource.link: resource.label
        for result in checked
        if result.work
        for _, resource in result.work.placed_resources()
        if resource.link and resource.link not in _labels()
    }
    contacts = [name.removeprefix("contact.") for name in needed.names if name.startswith("contact.")]
    return {
        "contacts": [_contact(key) for key in dict.fromkeys(["referral", *contacts, "emergency"])],
        "links": [{"key": key, "label": labels.get(key, _in_words(key))} for key in sorted(needed.links)],
    }


def _contact(key: str) -> dict[str, str]:
    label, phone = _CONTACTS.get(key, (_in_words(key), ""))
    return {"key": key, "label": label, "phone": phone}


def _labels() -> dict[str, str]:
    """Return what the example's register calls its pages, which are the ones that every partnership has."""
    path = built_in("templates") / "example" / PROFILE
    data = read_file(path, PROFILE).data if path.is_file() else None
    links = data.get("links") if isinstance(data, dict) else None
    entries = links.items() if isinstance(links, dict) else ()
    return {key: str(entry.get("label", "")) for key, entry in entries if isinstance(entry, dict)}


def _in_words(key: str) -> str:
    words = key.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def _domains(answers: Answers) -> list[str]:
    """Return the hosts of the website and the mailbox; one that stands under the other is left out."""
    web = (urlsplit(answers.website).hostname or "").removeprefix("www.")
    mail = answers.email.rpartition("@")[2].lower()
    hosts = list(dict.fromkeys([web, mail]))
    return [host for host in hosts if not any(host != other and host.endswith(f".{other}") for other in hosts)]


def _visible(primary: str) -> str:
    """Return the main colour, or black where it can hardly be seen on white."""
    from coloraide import Color

    return primary if Color(primary).contrast("white", method="wcag21") >= 3 else "#1a1a1a"


def _filled(name: str, values: dict[str, Any]) -> bytes:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    filters: dict[str, Callable[[str], str]] = {"scalar": scalar, "flow_scalar": flow_scalar, "quoted": quoted}
    environment = Environment(  # noqa: S701 - YAML is written; the drawing escapes for itself
        loader=FileSystemLoader(_BLANK),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= filters
    return environment.get_template(f"{name}.j2").render(values).encode()
