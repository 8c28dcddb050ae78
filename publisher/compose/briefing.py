"""A 7 Minute Briefing as a document: seven sections, questions, resources, support, additional information."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.compose.localised import Localiser
from publisher.compose.words import Words, words
from publisher.document import (
    Block,
    BulletList,
    Document,
    Inline,
    Link,
    ListItem,
    OrderedList,
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
from publisher.model import Briefing, Contact, Resource, Scope, Status


def compose(edition: Edition, briefing: Briefing, house: House) -> Document:
    """Return the document of a briefing's edition that has no errors."""
    return _Composition(edition, briefing, house).document()


class _Composition:
    def __init__(self, edition: Edition, briefing: Briefing, house: House) -> None:
        self.edition = edition
        self.briefing = briefing
        self.house = house
        self.localiser = Localiser(edition)
        self.words: Words = words(edition.work.lang)

    def document(self) -> Document:
        briefing, profile = self.briefing, self.edition.partnership.profile
        published = briefing.published
        return Document(
            identifier=self.edition.slug,
            title=self.localiser.line(briefing.title),
            subtitle=self.localiser.line(briefing.subtitle),
            series=profile.series,
            summary=self.localiser.line(briefing.summary),
            language=briefing.lang,
            publisher=Publisher(profile.name, profile.short_name, profile.website, profile.email),
            published=str(published) if published else "",
            published_in_words=published.in_words(briefing.lang) if published else "",
            topics=briefing.topics,
            sections=tuple(self._sections()),
            draft=briefing.status is Status.DRAFT,
        )

    def _sections(self) -> Iterator[Section]:
        sections = self.briefing.sections
        for number, section in enumerate(sections, 1):
            role = Role.ACTION if number == len(sections) else Role.SECTION
            yield Section(role, self.localiser.line(section.heading), self.localiser.body(section.body), number)
        for role, heading, blocks in (
            (Role.QUESTIONS, self.words.questions, self._questions()),
            (Role.RESOURCES, self.words.resources, self._resources()),
            (Role.SUPPORT, self.words.support, self._support()),
            (Role.INFORMATION, self.words.information, self._information()),
        ):
            if blocks:
                yield Section(role, heading, blocks)

    def _questions(self) -> tuple[Block, ...]:
        questions = self.briefing.questions
        if not questions:
            return ()
        return (OrderedList(tuple(_item(*self.localiser.phrase(question)) for question in questions)),)

    def _resources(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for scope, heading in (
            (Scope.LOCAL, self.words.local_resources),
            (Scope.NATIONAL, self.words.national_resources),
        ):
            items = [self._resource(item) for item in self.briefing.resources if item.scope is scope]
            if items:
                blocks.extend((Subheading((Text(heading),)), BulletList(tuple(items))))
        return tuple(blocks)

    def _resource(self, resource: Resource) -> ListItem:
        written = f"link:{resource.link}" if resource.link is not None else resource.url or ""
        link = Link(self.localiser.line(resource.label), self.edition.target(written))
        details = ", ".join(part for part in (resource.type, resource.size) if part)
        return _item(link, Text(f" ({details})")) if details else _item(link)

    def _support(self) -> tuple[Block, ...]:
        lines = [self.house.support[key] for key in self.briefing.support if key in self.house.support]
        items = [
            _item(Strong((Link(line.label, line.url),)), Text(f". {line.text} {_unbroken(line.phone)}".rstrip()))
            for line in lines
        ]
        return (BulletList(tuple(items)),) if items else ()

    def _information(self) -> tuple[Block, ...]:
        briefing, profile = self.briefing, self.edition.partnership.profile
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
        if briefing.origin and briefing.origin.credit:
            blocks.append(Paragraph(self.localiser.phrase(briefing.origin.credit)))
        return tuple(blocks)

    def _dates(self) -> Iterator[ListItem]:
        briefing = self.briefing
        for label, date in ((self.words.published, briefing.published), (self.words.review, briefing.review)):
            if date:
                yield _entry(Text(label), Text(date.in_words(briefing.lang)))

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


def _item(*children: Inline) -> ListItem:
    return ListItem((Paragraph(children),))


def _entry(label: Text | Link, *value: Inline) -> ListItem:
    """Return an item that starts with its label; one that asks a question keeps its own mark."""
    mark = () if label.text.endswith("?") else (Text(":"),)
    return _item(Strong((label, *mark)), Text(" "), *value)


def _unbroken(phone: str) -> str:
    """Return a phone number that no line ends in."""
    return phone.replace(" ", "\u00a0")


def _short(url: str) -> str:
    """Return a web address as it is printed: without its scheme and last slash."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
