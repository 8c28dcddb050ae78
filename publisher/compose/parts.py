"""The parts that documents of every kind have: title, resources, support, dates and contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from publisher.compose.localised import Localiser
from publisher.compose.words import Words, words
from publisher.diagnostics import Path
from publisher.document import (
    Block,
    BulletList,
    Document,
    Form,
    Inline,
    Link,
    ListItem,
    Paragraph,
    Publisher,
    Role,
    Section,
    Strong,
    Subheading,
    Text,
)
from publisher.edition import Edition
from publisher.house import House
from publisher.model import Contact, Resource, Scope, Status


class Parts:
    """The parts of one edition's documents."""

    def __init__(self, edition: Edition, house: House) -> None:
        """Keep what the parts are made from."""
        self.edition = edition
        self.house = house
        self.localiser = Localiser(edition)
        self.words: Words = words(edition.work.lang)

    def document(self, sections: Iterable[Section], form: Form = Form.BRIEFING, companion: str = "") -> Document:
        """Return a document of these sections; those without a block are left out."""
        work, profile = self.edition.work, self.edition.partnership.profile
        published = work.published
        return Document(
            identifier=self.edition.slug,
            title=self.localiser.line(work.title),
            subtitle=self.localiser.line(work.subtitle),
            series=profile.series,
            summary=self.localiser.line(work.summary),
            language=work.lang,
            publisher=Publisher(profile.name, profile.short_name, profile.website, profile.email),
            published=str(published) if published else "",
            published_in_words=published.in_words(work.lang) if published else "",
            topics=work.topics,
            sections=tuple(sections),
            draft=work.status is Status.DRAFT,
            form=form,
            companion=companion,
        )

    def closing(self, resources: Iterable[Resource]) -> Iterator[Section]:
        """Yield the sections at a document's end, those that have something to say."""
        for role, heading, blocks in (
            (Role.RESOURCES, self.words.resources, self.resources(resources, ("resources",))),
            (Role.SUPPORT, self.words.support, self.support()),
            (Role.INFORMATION, self.words.information, self.information()),
        ):
            if blocks:
                yield Section(role, heading, blocks)

    def resources(self, resources: Iterable[Resource], path: Path = ()) -> tuple[Block, ...]:
        """Return the resources, local ones first, each kind under its heading; ``path`` leads to their list."""
        every = list(enumerate(resources))
        blocks: list[Block] = []
        for scope, heading in (
            (Scope.LOCAL, self.words.local_resources),
            (Scope.NATIONAL, self.words.national_resources),
        ):
            items = [self._resource(one, path and (*path, at)) for at, one in every if one.scope is scope]
            if items:
                blocks.extend((Subheading((Text(heading),)), BulletList(tuple(items))))
        return tuple(blocks)

    def _resource(self, resource: Resource, path: Path) -> ListItem:
        written = f"link:{resource.link}" if resource.link is not None else resource.url or ""
        link = Link(self.localiser.line(resource.label), self.edition.target(written))
        details = ", ".join(part for part in (resource.type, resource.size) if part)
        return item(link, Text(f" ({details})"), path=path) if details else item(link, path=path)

    def support(self) -> tuple[Block, ...]:
        """Return the support lines that the source names."""
        lines = [self.house.support[key] for key in self.edition.work.support if key in self.house.support]
        items = [
            item(Strong((Link(line.label, line.url),)), Text(f". {line.text} {_unbroken(line.phone)}".rstrip()))
            for line in lines
        ]
        return (BulletList(tuple(items)),) if items else ()

    def information(self) -> tuple[Block, ...]:
        """Return dates, contacts, the line about other formats and the credit."""
        work, profile = self.edition.work, self.edition.partnership.profile
        entries = [
            *self._dates(),
            _entry(Text(self.words.website), Link(_short(profile.website), profile.website))
            if profile.website
            else None,
            _entry(Text(self.words.email), Link(profile.email, f"mailto:{profile.email}")) if profile.email else None,
            *(self._contact(contact) for contact in self.edition.contacts().values()),
        ]
        blocks: list[Block] = [BulletList(tuple(entry for entry in entries if entry))]
        if profile.accessible_formats:
            blocks.append(Paragraph(self.localiser.phrase(profile.accessible_formats)))
        if work.origin and work.origin.credit:
            blocks.append(Paragraph(self.localiser.phrase(work.origin.credit)))
        return tuple(blocks)

    def _dates(self) -> Iterator[ListItem]:
        work = self.edition.work
        for key, label, date in (
            ("published", self.words.published, work.published),
            ("review", self.words.review, work.review),
        ):
            if date:
                yield replace(_entry(Text(label), Text(date.in_words(work.lang))), path=(key,))

    def _contact(self, contact: Contact) -> ListItem:
        """Return a contact; its label is the link where a number or mail address follows, to spare a long address."""
        label = self.localiser.line(contact.label)
        ways: list[Inline] = []
        if contact.phone:
            ways.append(Text(_unbroken(contact.phone)))
        if contact.email:
            ways.append(Link(contact.email, f"mailto:{contact.email}"))
        if contact.url and not ways:
            return _entry(Text(label), Link(_short(contact.url), contact.url))
        spaced = [part for way in ways for part in (Text(", "), way)][1:]
        return _entry(Link(label, contact.url) if contact.url else Text(label), *spaced)


def item(*children: Inline, path: Path = ()) -> ListItem:
    """Return a list item of one paragraph, and the keys that it was made from."""
    return ListItem((Paragraph(children),), path)


def _entry(label: Text | Link, *value: Inline) -> ListItem:
    """Return an item that starts with its label; one that asks a question keeps its own mark."""
    mark = () if label.text.endswith("?") else (Text(":"),)
    return item(Strong((label, *mark)), Text(" "), *value)


def _unbroken(phone: str) -> str:
    """Return a phone number that no line ends in."""
    return phone.replace(" ", "\u00a0")


def _short(url: str) -> str:
    """Return a web address as it is printed: without its scheme and last slash."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
