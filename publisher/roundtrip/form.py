"""The Word form: made for an author to fill in, and read as the data of a source."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from publisher.brand import Brand, BrandFile, resolve
from publisher.dates import PartialDate
from publisher.diagnostics import Severity
from publisher.document import Document, Publisher
from publisher.house import House
from publisher.importers._manuscript import Remark
from publisher.importers.recognition._dates import read_date
from publisher.importers.writing import written
from publisher.model import Family, Layout
from publisher.partnership import BRAND, merged, with_base
from publisher.project import Project, built_in
from publisher.renderers.docx.form import Box, Field, Form, render
from publisher.roundtrip import writing
from publisher.roundtrip.identity import Identity, Path
from publisher.roundtrip.lines import Line, Shown, tidied
from publisher.roundtrip.pieces import Piece, joined
from publisher.roundtrip.reading import Edited, Entry, read
from publisher.schema import validate
from publisher.source import Data

_QUESTIONS, _RESOURCES = 3, 2
_SERIES = "7 Minute Briefing"
_GUIDANCE = (
    "Click into a box and write; the words in it go as you type. Use bold, lists and links as in any Word file.",
    "Write 30 to 120 words in each of the seven sections, about 500 in all: what can be read in seven minutes.",
    "Name no child, family member or worker, and no place or date that could lead to one.",
)
_address = re.compile(r"(?:https?://|www\.)\S+|link:[\w-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled-in form as a source."""

    title: str
    text: str
    """The YAML of the source."""
    remarks: tuple[Remark, ...]


def make(project: Project, title: str, slug: str, family: Family) -> bytes:
    """Return the form for a new briefing: in the look of the project's one partnership, else in that of the house.

    Raises PublisherError where a folder of the project cannot be used.
    """
    names = project.partnership_names()
    if len(names) == 1:
        (owner,) = project.partnerships(names)
        profile, brand = owner.profile, owner.brand
        publisher = Publisher(profile.name, profile.short_name, profile.website, profile.email)
    else:
        brand, publisher = _house_look(project), Publisher("", "", "", "")
    return render(*new_form(title, slug, family, project.house, publisher), brand)


def _house_look(project: Project) -> Brand:
    folders = with_base([], project.templates, built_in("templates"))
    source = merged(BRAND, folders, project.root)
    file, _ = validate(BrandFile, source, source.data or {})
    return resolve(file or BrandFile(), "house", folders, Layout.RIBBON.value, "")


def new_form(title: str, slug: str, family: Family, house: House, publisher: Publisher) -> tuple[Form, Document]:
    """Return the form for a new briefing, and the document that gives it its name and language."""
    sections = tuple(
        Box(
            str(number + 1),
            (Field(("sections", number, "body"), f"Text of section {number + 1}", section.guidance),),
            Field(
                ("sections", number, "heading"),
                f"Heading of section {number + 1}",
                "The section's heading",
                section.heading,
            ),
        )
        for number, section in enumerate(house.families[family])
    )
    form = Form(
        Field(("title",), "Title", "The title of the briefing", " ".join(title.split())),
        _GUIDANCE,
        (*_about(), *sections, _questions(), *_resources(), _contacts()),
        family.value,
    )
    document = Document(
        identifier=slug,
        title=form.title.text,
        subtitle="",
        series=_SERIES,
        summary="",
        language="en-GB",
        publisher=publisher,
        published="",
        published_in_words="",
        topics=(),
        sections=(),
    )
    return form, document


def _about() -> tuple[Box, ...]:
    summary = "One sentence of at most 40 words that says what the briefing is about."
    date = "The day or month of publication, such as July 2026."
    return (
        Box("Summary", (Field(("summary",), "Summary", summary),)),
        Box("Date published", (Field(("published",), "Date published", date, is_date=True),)),
    )


def _questions() -> Box:
    prompt = "A question for the team, such as: What would you do differently?"
    fields = (Field(("questions", number), f"Question {number + 1}", prompt) for number in range(_QUESTIONS))
    return Box("Questions for your team", tuple(fields), marked="List Number")


def _resources() -> tuple[Box, ...]:
    boxes = []
    for place, name in enumerate(("Local", "National")):
        prompt = f"The name of a {name.lower()} page, then its address, such as: Neglect toolkit, https://example.org/"
        numbers = range(place * _RESOURCES, (place + 1) * _RESOURCES)
        fields = (
            Field(("resources", number), f"{name} resource {number % _RESOURCES + 1}", prompt) for number in numbers
        )
        boxes.append(Box(f"{name} resources", tuple(fields), marked="List Bullet"))
    return tuple(boxes)


def _contacts() -> Box:
    prompt = "Whom readers can ask, where that is not the partnership itself. The editor puts it in."
    return Box("Contacts", (Field(("contacts",), "Contacts", prompt),))


def filled(data: bytes, name: str, identity: Identity) -> Filled:
    """Return a filled-in form as a source; raises PublisherError for a file that is refused."""
    found = read(data, name, identity)
    remarks = list(found.remarks)
    title = _words(found, ("title",))
    source: dict[str, Data] = {"kind": "briefing", "title": title, "summary": _words(found, ("summary",))}
    source |= {"family": identity.family or Family.TOPIC.value, "lang": identity.language, "status": "draft"}
    source |= _dates(found, name, remarks)
    sections = [one.path[1] for one in identity.written if one.path[-1] == "heading"]
    source["sections"] = [_section(found, int(number), remarks) for number in sections]
    source["questions"] = [_phrase(one.line) for one in found.entries["questions"]]
    source["resources"] = [_resource(one) for one in found.entries["resources"]]
    if found.unplaced:
        source["unplaced"] = [_phrase(line) for line in found.unplaced]
        message = f"{len(found.unplaced)} paragraphs stand outside of the boxes; they are under `unplaced:`."
        remarks.append(Remark("IMP022", Severity.WARNING, message, "Put them where they belong.", name))
    notes = [f"Made from the form {name}. Lines that start with # are notes and are not printed."]
    if contacts := _words(found, ("contacts",)):
        notes.append(f"Contacts, as the author has them: {contacts}")
        message = "The author's note about contacts stands as a comment at the head of the source."
        remarks.append(
            Remark("IMP029", Severity.INFO, message, "Give them under `contacts:`, if they are to be printed.")
        )
    return Filled(
        title, written({key: value for key, value in source.items() if value not in ("", [])}, notes), tuple(remarks)
    )


def _words(found: Edited, path: Path) -> str:
    """Return the words of a box, with those of further paragraphs that its control does not enclose any more."""
    further = found.fixed.get(str(path[0]), [])[1:]
    return " ".join(line.text for line in (*found.parts.get(path, []), *further)).replace("\n", " ")


def _dates(found: Edited, name: str, remarks: list[Remark]) -> dict[str, Data]:
    stated = _words(found, ("published",))
    date: PartialDate | None = read_date(stated) if stated else None
    if stated and date is None:
        remarks.append(Remark("IMP025", Severity.WARNING, f"“{stated}” is not a date that can be read.", "", name))
    return {"published": str(date)} if date else {}


def _section(found: Edited, number: int, remarks: list[Remark]) -> dict[str, Data]:
    heading, lines = (found.parts.get(("sections", number, key), []) for key in ("heading", "body"))
    parts = []
    for group in writing.groups(lines):
        text, is_exact = writing.block(group, Shown({}, {}), {})
        if not is_exact:
            message = f"Some bold or italic words of section {number + 1} cannot be written as Markdown."
            remarks.append(Remark("IMP026", Severity.WARNING, message, "Mark whole words.", group[0].place))
        parts.append(Piece(text, kind=group[0].form if group[0].form in {"bullet", "number"} else ""))
    body = joined(parts)
    return {"heading": " ".join(line.text for line in heading), "body": f"{body}\n" if body else ""}


def _phrase(line: Line) -> str:
    return writing.phrase(replace(line, signs=tidied(line.signs)), Shown({}, {}), {})[0]


def _resource(entry: Entry) -> dict[str, Data]:
    """Return a resource of a line such as ``Neglect toolkit, https://example.org/``, or of words with a link."""
    match = _address.search(entry.line.text)
    linked = next((sign.look.target for sign in entry.line.signs if sign.look.target), "")
    address = linked or (match[0].rstrip(".,;)") if match else "")
    label = entry.line.text[: match.start()] + entry.line.text[match.end() :] if match else entry.line.text
    key, target = ("link", address.removeprefix("link:")) if address.startswith("link:") else ("url", address)
    if target.startswith("www."):
        target = f"https://{target}"
    resource: dict[str, Data] = {"label": " ".join(label.split()).strip(" ,;:–-()") or address}
    return resource | ({key: target} if target else {}) | {"scope": entry.scope}
