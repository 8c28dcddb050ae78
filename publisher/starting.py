"""Where work starts: a new source with its blanks, and a new project folder that builds."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from publisher.collection import slug_from
from publisher.dates import PartialDate
from publisher.errors import PublisherError
from publisher.files import reason
from publisher.house import House
from publisher.model import Family
from publisher.project import built_in
from publisher.yaml_scalar import quoted

REVIEW_AFTER_MONTHS = 24
"""The longest time between publication and review that the format allows."""


def slug_for(title: str) -> str:
    """Return the file name for a title, in letters, digits and hyphens; raises PublisherError if none are left."""
    slug = slug_from(title)
    if not slug:
        raise PublisherError(f"the title `{title}` has no letters to make a file name of")
    return slug


def _head(kind: str, title: str, today: datetime.date, more: str = "") -> str:
    """Return the keys that a source of any kind starts with; ``more`` comes after the summary."""
    published = PartialDate(today.year, today.month)
    review = PartialDate(today.year + REVIEW_AFTER_MONTHS // 12, today.month)
    return f"""\
# Fill the blanks, then run `publisher check`. Lines that start with # are notes and are not printed.
kind: {kind}
title: {quoted(" ".join(title.split()))}
summary: ""   # one sentence of at most 40 words, for lists and search engines
{more}status: draft   # approved once it is signed off
published: {published}
review: {review}   # at most {REVIEW_AFTER_MONTHS} months after publication
topics: []
sources: []   # where the learning comes from, such as {{kind: local-review, year: {today.year}}}
"""


def briefing_source(title: str, family: Family, house: House, today: datetime.date) -> str:
    """Return the YAML of a new briefing: its keys, seven headings with guidance, and blanks to fill."""
    head = (
        _head("briefing", title, today, f"family: {family.value}\n")
        + """\
sections:   # exactly seven, 30 to 120 words each
"""
    )
    sections = "".join(
        f"  - heading: {quoted(section.heading)}\n    # {section.guidance}\n    body: |\n\n"
        for section in house.families[family]
    )
    return head + sections + _TAIL


def practice_points_source(title: str, today: datetime.date) -> str:
    """Return the YAML of new practice points: their keys, and blanks for two groups."""
    return (
        _head("practice-points", title, today)
        + """\
introduction: |   # what was learned from, and how to use the points

groups:   # each is printed as a table: its points at the left, its resources at the right
  - part: ""   # a heading over this group and those that follow it, where groups belong together
    heading: ""
    points:   # each is one thought, at most 80 words; a list may stand below its first sentence
      - ""
    resources: []   # such as {label: Neglect toolkit, link: neglect-toolkit, scope: local}
  - heading: ""
    points:
      - ""
    resources: []
support: []   # keys of the house list of support lines, such as nspcc-helpline
"""
    )


def session_source(title: str, today: datetime.date) -> str:
    """Return the YAML of a new learning session: its keys, and blanks for a slide of each kind."""
    return (
        _head("session", title, today)
        + """\
aims:   # two to four things that people will know or do afterwards
  - ""
slides:   # about 20 for an hour; the points in a few words, what is said about them under notes
  - heading: ""
    body: |

    notes: ""
  - kind: activity   # something to do, with how long it takes
    heading: ""
    body: |

  - kind: principle   # numbered by their order
    heading: ""
    body: |

# A slide of kind: statistics also has statistics: [{label: A child was harmed, value: 48}], drawn as a bar chart.
resources: []   # such as {label: E-learning on neglect, url: "https://www.example.org/", scope: national}
support: []   # keys of the house list of support lines, such as nspcc-helpline
"""
    )


_TAIL = """\
questions: []   # for the team, such as: - What would you do differently for a child you work with now?
resources: []   # such as {label: Neglect toolkit, link: neglect-toolkit, scope: local}
support: []   # keys of the house list of support lines, such as samaritans
"""


def start_project(folder: Path) -> list[Path]:
    """Write a project that builds into ``folder`` and return its files.

    Raises PublisherError where the folder has something in it or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(one.name != ".git" for one in folder.iterdir())):
        raise PublisherError(f"`{folder}` is not an empty folder")
    try:
        shutil.copytree(Path(__file__).parent / "starter", folder, dirs_exist_ok=True)
        (folder / "dot-gitignore").rename(folder / ".gitignore")
        (folder / "dot-github").rename(folder / ".github")
        for sample in sorted(built_in("briefings").glob("*.yaml")):
            (folder / "briefings").mkdir(exist_ok=True)
            shutil.copyfile(sample, folder / "briefings" / sample.name)
        shutil.copytree(built_in("templates") / "example", folder / "templates" / "example")
    except OSError as error:
        raise PublisherError(f"cannot write into `{folder}`: {reason(error)}") from error
    own = (path for path in folder.rglob("*") if ".git" not in path.relative_to(folder).parts)
    return sorted(path for path in own if path.is_file())
