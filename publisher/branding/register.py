"""The link register, the contacts and the names as a whole: what the briefings need of them, and what is there.

The rules look at one briefing after the other. Here a made-up briefing stands before them that uses everything the
register has and everything that any of the briefings needs, so that what they say is about the folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from publisher.branding._brand_check import Folder
from publisher.check import Checker
from publisher.checked import Checked
from publisher.diagnostics import Diagnostic, Severity
from publisher.diagnostics import Path as Keys
from publisher.edition import NAME, REGISTER
from publisher.model import Work
from publisher.rules import passages, unfilled_local_slot
from publisher.source import read

_NAME = "what the briefings need"
"""Shown nowhere: findings about the made-up briefing itself are put where they can be mended."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What briefings print of a partnership, each with the names of the briefings that do."""

    links: dict[str, list[str]]
    names: dict[str, list[str]]
    """What stands in ``{{ … }}``."""


def needs(works: Iterable[tuple[str, Work]]) -> Needs:
    """Return what works need, in their order; each comes with the name of its file."""
    found = Needs({}, {})
    for file, work in works:
        _add(work, file, found)
    return found


def _add(work: Work, file: str, found: Needs) -> None:
    read = passages(work)
    resources = [resource for _, resource in work.placed_resources()]
    texts = [*(passage.prose.text for passage in read), *(resource.url or "" for resource in resources)]
    used = [mark.target for passage in read for mark in passage.prose.of("link")]
    used += [f"{REGISTER}{resource.link}" for resource in resources if resource.link]
    for key in (target.removeprefix(REGISTER) for target in used if target.startswith(REGISTER)):
        if key and file not in found.links.setdefault(key, []):
            found.links[key].append(file)
    for match in NAME.finditer(" ".join([*texts, *used])):
        if file not in found.names.setdefault(match.group(1), []):
            found.names[match.group(1)].append(file)


def diagnostics(folders: list[Folder], checker: Checker, checked: list[Checked]) -> dict[str, list[Diagnostic]]:
    """Return what the rules say of each folder's register, contacts and names, by partnership."""
    needed = {folder.identifier: needs(_published(folder, checked)) for folder in folders}
    keys = list(dict.fromkeys(key for one in folders for key in (*needed[one.identifier].links, *one.profile.links)))
    names = list(dict.fromkeys(name for one in needed.values() for name in one.names))
    found = checker.check_source(read(_source(keys, names), _NAME), Path("-.yaml")).diagnostics
    given: dict[str, list[Diagnostic]] = {}
    for folder in folders:
        own = [one for one in found if one.partnership == folder.identifier]
        here = (_placed(one, folder, needed[folder.identifier], keys, names) for one in own if one.file == _NAME)
        given[folder.identifier] = [
            *(one for one in own if one.file != _NAME),
            *(one for one in here if one),
            *(_to_fill(path, folder) for path in unfilled(folder)),
        ]
    return given


def _published(folder: Folder, checked: list[Checked]) -> Iterator[tuple[str, Work]]:
    for result in checked:
        for edition in result.editions:
            if edition.partnership.identifier == folder.identifier:
                yield result.source.name, edition.work


def _source(keys: list[str], names: list[str]) -> bytes:
    """Return a briefing that uses these keys of the register and these names; JSON is YAML too."""
    return json.dumps(
        {
            "title": "x",
            "questions": [f"{{{{ {name} }}}}" for name in names],
            "resources": [{"label": f"x {key}", "link": key, "scope": "local"} for key in keys],
        }
    ).encode()


def _placed(one: Diagnostic, folder: Folder, needed: Needs, keys: list[str], names: list[str]) -> Diagnostic | None:
    """Return a finding about an unfilled slot where it can be mended; None for what is said of the made-up text."""
    if one.code != unfilled_local_slot.CODE or len(one.path) < 2 or not isinstance(one.path[1], int):
        return None
    path: Keys
    if one.path[0] == "resources":
        key = keys[one.path[1]]
        files, path, is_there = needed.links.get(key, []), ("links", key, "url"), key in folder.profile.links
    else:
        name = names[one.path[1]]
        files, path, is_there = needed.names.get(name, []), _place_of(name), False
    if not files and not is_there:
        return None
    place = folder.profile_source.place(path if is_there else path[:1], key=not is_there)
    hint = one.hint if is_there or len(path) == 1 else f"Add it under `{path[0]}:`."
    used = f"{files[0]}{f' and {len(files) - 1} more need' if len(files) > 1 else ' needs'} it." if files else ""
    return replace(one, file=place.text.name, span=place.span(), path=path, hint=f"{hint} {used}".strip())


def _place_of(name: str) -> Keys:
    """Return where in ``partnership.yml`` a name is filled: ``contact.referral`` under ``contacts``."""
    kind, _, key = name.partition(".")
    return ("contacts", key) if kind == "contact" else (key,)


def unfilled(folder: Folder) -> list[Keys]:
    """Return the addresses that are the website's, where ``publisher brand new`` lets them lead at first."""
    profile = folder.profile
    website = profile.website.rstrip("/")
    links: list[Keys] = [("links", key, "url") for key, one in profile.links.items() if one.url.rstrip("/") == website]
    contacts: list[Keys] = [
        ("contacts", key, "url")
        for key, one in profile.contacts.items()
        if one.url.rstrip("/") == website and not one.phone and not one.email
    ]
    return [*links, *contacts] if website else []


def _to_fill(path: Keys, folder: Folder) -> Diagnostic:
    place = folder.profile_source.place(path)
    return Diagnostic(
        unfilled_local_slot.CODE,
        unfilled_local_slot.NAME,
        Severity.WARNING,
        f"`{path[1]}` leads to the front page of {folder.profile.short_name}",
        place.text.name,
        place.span(),
        "Give the address of the page itself.",
        path,
        folder.identifier,
    )
