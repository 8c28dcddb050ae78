"""The smaller house files: style switches, plain words, public names, law, topics, keywords, postcodes, helplines."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import Field

from publisher.house.entries import NONE, ReadOnly, Sourced
from publisher.house.phrases import Pattern, Phrases
from publisher.model import Family
from publisher.partnership import Jurisdiction
from publisher.schema import Strict


class SupportLine(Strict):
    """A helpline that a briefing may print."""

    label: str
    text: str
    phone: str = ""
    url: str
    source: str


class Service(Strict):
    """A national service whose number may stand in a text."""

    label: str
    phone: str
    source: str


class SupportLines(Strict):
    """``templates/house/support.yml``."""

    lines: dict[str, SupportLine]
    services: dict[str, Service] = Field(default_factory=dict)


class ExpectedSection(Strict):
    """A section of a family of briefings: a heading to start from and what to write under it."""

    heading: str
    guidance: str


class Families(Strict):
    """``templates/house/families.yml``."""

    families: dict[Family, tuple[ExpectedSection, ...]]
    single_words: tuple[str, ...] = Field((), description="Headings of one word that say enough.")


class Switch(Sourced):
    """A question on which good sources disagree, for each partnership to settle under ``style:``."""

    question: str
    choices: ReadOnly = Field(description="The choices, each with what it means.")


class Style(Strict):
    """``templates/house/style.yml``."""

    switches: dict[str, Switch]


class Latin(Sourced):
    """A Latin abbreviation or a sign, with the plain words for it."""

    term: str
    patterns: tuple[Pattern, ...] = Field(min_length=1)
    allow: tuple[Pattern, ...] = Field((), description="Longer phrases in which it is right.")
    instead: str
    replacements: ReadOnly = Field(default_factory=lambda: NONE)


class Jargon(Sourced):
    """A word of the trade, with a gloss that anyone understands."""

    term: str
    patterns: tuple[Pattern, ...] = Field(min_length=1)
    near: str = Field(
        "", description="Words of which one stands in the sentence where it is meant as a word of the trade."
    )
    gloss: str


class Spelling(Sourced):
    """Wrong or foreign spellings, each with the British one."""

    slips: bool = Field(default=False, description="Whether the words are misspelt in every country.")
    words: ReadOnly


class PlainWordsFile(Strict):
    """``templates/house/plain-words.yml``."""

    latin: tuple[Latin, ...]
    jargon: tuple[Jargon, ...]
    spelling: tuple[Spelling, ...]


class PlainWords:
    """What makes a text plain."""

    def __init__(self, file: PlainWordsFile) -> None:
        """Take what the file says."""
        self.latin = Phrases(
            ((pattern, entry) for entry in file.latin for pattern in entry.patterns),
            allowed=(pattern for entry in file.latin for pattern in entry.allow),
        )
        self.jargon = Phrases((pattern, entry) for entry in file.jargon for pattern in entry.patterns)
        self.spelling = Phrases((word, entry) for entry in file.spelling for word in entry.words)


class PublicName(Sourced):
    """A person's name, or one given by a review, that has been lawfully public for years."""

    name: Pattern
    patterns: tuple[Pattern, ...] = ()
    about: str


class Title(Sourced):
    """The title of a report, law, scheme or body that contains words to avoid elsewhere."""

    title: Pattern
    patterns: tuple[Pattern, ...] = ()


class NamesFile(Strict):
    """``templates/house/names.yml``."""

    names: tuple[PublicName, ...]
    titles: tuple[Title, ...]


class Names:
    """Names and titles that may stand in any briefing."""

    def __init__(self, file: NamesFile) -> None:
        """Take what the file says."""
        self.names = file.names
        self.titles = file.titles
        self.public = Phrases((pattern, entry) for entry in file.names for pattern in entry.patterns or (entry.name,))

    def title_patterns(self) -> tuple[str, ...]:
        """Return the patterns of all titles."""
        return tuple(pattern for title in self.titles for pattern in title.patterns or (title.title,))


class Law(Sourced):
    """An Act or other rule of law, guidance or process, and where it applies."""

    name: Pattern
    patterns: tuple[Pattern, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = Field(min_length=1)
    url: str = ""
    note: str = ""


class LawFile(Strict):
    """``templates/house/law.yml``."""

    law: tuple[Law, ...]
    other_titles: tuple[Pattern, ...] = Field((), description="Longer titles that end with the words of one listed.")


def law_phrases(file: LawFile) -> Phrases[Law]:
    """Return the law by the words that name it."""
    named = ((pattern, entry) for entry in file.law for pattern in entry.patterns or (entry.name,))
    return Phrases(named, allowed=file.other_titles)


class Topic(Strict):
    """A topic tag."""

    label: str
    support: tuple[str, ...] = Field(
        (), description="Support lines, one of which a briefing on the topic should print."
    )


class Topics(Strict):
    """``templates/house/topics.yml``."""

    topics: dict[str, Topic]


class Keywords(Sourced):
    """Words that show what a text speaks of."""

    purpose: str
    patterns: tuple[Pattern, ...] = Field(min_length=1)


class KeywordsFile(Strict):
    """``templates/house/keywords.yml``."""

    keywords: dict[str, Keywords]


class PostcodeAreas(Sourced):
    """``templates/house/postcode-areas.yml``: the letters that a postcode may begin with."""

    areas: dict[str, str]


def keyword_phrases(file: KeywordsFile) -> Mapping[str, Phrases[Keywords]]:
    """Return the phrases of each family of keywords."""
    return MappingProxyType(
        {name: Phrases((pattern, entry) for pattern in entry.patterns) for name, entry in file.keywords.items()}
    )
