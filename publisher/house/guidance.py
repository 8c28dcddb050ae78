"""Guidance that comes in editions, and bodies and processes that have been replaced (``superseded.yml``)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from publisher.dates import WrittenDate
from publisher.house.entries import Sourced, Weighed
from publisher.house.phrases import Found, Pattern, Phrases
from publisher.partnership import Jurisdiction
from publisher.remembered import remembered
from publisher.schema import Strict

# A year just after a title, perhaps with the rest of the title and who published it: "Working Together (DfE, 2018)",
# "… Education: September 2025", "…: statutory guidance (HM Government, December 2023)", "Working Together's 2018
# edition", "Working Together 2018 (updated 2020)".
_RELEASE = r"(?:updated|revised|amended|edition|published|version)"
_PUBLISHER = rf"(?:HM Government|HMG|DfE|Department for Education|(?:the )?Government|{_RELEASE})"
_MONTH = r"(?:[A-Z][a-z]{2,8}\s)?"
_year_after = re.compile(
    r"(?:['’]s)?"
    r"(?:[:,–-]?\s(?:(?:the )?statutory )?guidance(?: for [a-z][a-z ]{2,60})?|[:,–-]\sa guide to [a-z, -]{3,140})?"
    rf"[\s(:,–-]{{0,3}}(?:{_PUBLISHER}[\s,]{{1,2}}){{0,2}}{_MONTH}((?:19|20)\d\d)\b"
    rf"(?:[\s(,]{{1,3}}{_RELEASE}(?: in)? {_MONTH}(?:19|20)\d\d\b)?"
)
_year_before = re.compile(r"\b((?:19|20)\d\d)\s(?:(?:edition|version|update)\sof\s)?$")
_before = 24
# As in "LSCBs are now safeguarding partnerships".
_any_year = re.compile(r"(?:19|20)\d\d\b")
_letters_before = re.compile(r"\b[A-Za-z]+$")
_is_now = re.compile(r"[\s,]{0,3}(?:is|are) now((?:\s[\w’'-]{1,30}){1,4})")
_long_word = re.compile(r"[a-z]{5,}")
_same_sentence = r"[^.;!?\n]{0,30}"


class Edition(Sourced):
    """One edition of a document; dates without a day or month are the last that the source allows."""

    year: int
    valid_from: WrittenDate | None = None
    superseded_on: WrittenDate | None = None
    note: str = ""


class Document(Strict):
    """Guidance that is named with the year of its edition."""

    name: str
    titles: tuple[Pattern, ...] = Field(description="Found with and without a year.")
    short: tuple[Pattern, ...] = Field((), description="Common words, found only beside a year.")
    jurisdictions: tuple[Jurisdiction, ...]
    renewed_in: int | None = Field(None, ge=1, le=12, description="The month in which each year's edition begins.")
    editions: tuple[Edition, ...] = Field(min_length=1)

    def edition(self, year: int) -> Edition | None:
        """Return the edition of a year, if the list has it."""
        return next((edition for edition in self.editions if edition.year == year), None)

    def current_year(self, day: datetime.date) -> int:
        """Return the year of the edition that is current on a day."""
        if self.renewed_in is not None:
            return day.year if day.month >= self.renewed_in else day.year - 1
        begun = [edition for edition in self.editions if edition.valid_from and edition.valid_from.first_day() <= day]
        return max((edition.year for edition in begun), default=min(edition.year for edition in self.editions))


class Kind(StrEnum):
    """What it is that has been replaced."""

    BODY = "body"
    PROCESS = "process"
    GUIDANCE = "guidance"


class Superseded(Weighed):
    """A body, process or guidance that has been replaced."""

    name: str
    kind: Kind
    patterns: tuple[Pattern, ...] = Field(min_length=1)
    superseded_on: WrittenDate | None = None
    replaced_by: str
    jurisdictions: tuple[Jurisdiction, ...]
    note: str = ""


class GuidanceFile(Strict):
    """``templates/house/superseded.yml``."""

    documents: tuple[Document, ...]
    superseded: tuple[Superseded, ...]
    said_before: tuple[str, ...] = Field(description="Words before a name that mark it as a former one.")
    said_after: tuple[str, ...] = Field(description="Words after a name that mark it as a former one.")


@dataclass(frozen=True, slots=True)
class Mention:
    """A document named in a text, with the year of its edition where one is given."""

    document: Document
    year: int | None
    start: int
    end: int
    text: str


class Guidance:
    """The documents and what has been superseded."""

    def __init__(self, file: GuidanceFile) -> None:
        """Take what the file says."""
        self.documents = file.documents
        self.superseded = file.superseded
        self._documents = Phrases(
            (pattern, (document, short))
            for document in file.documents
            for short, patterns in ((False, document.titles), (True, document.short))
            for pattern in patterns
        )
        self._by_letters = {
            name.casefold(): one for one in file.documents for name in (*one.titles, *one.short) if name.isalpha()
        }
        self._superseded = Phrases((pattern, entry) for entry in file.superseded for pattern in entry.patterns)
        self._said_before = re.compile(rf"\b(?:{_either(file.said_before)})\b{_same_sentence}$", re.IGNORECASE)
        self._said_after = re.compile(rf"[\s,]{{0,3}}(?:{_either(file.said_after)})\b", re.IGNORECASE)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the documents that a text names; ``start`` and ``end`` take in a year that stands beside the name."""
        return _mentions(self, text)

    def named_with_year_apart(self, text: str) -> Iterator[Mention]:
        """Yield the documents that a text names in words, with or without a year."""
        for found in self._documents.find(text):
            document, short = found.item
            after = _year_after.match(text, found.end)
            before = _year_before.search(text[max(0, found.start - _before) : found.start])
            year = after or before
            if year is None and short:
                continue
            end = after.end() if after else found.end
            start = found.start if after or not before else found.start - len(before[0])
            yield Mention(document, int(year[1]) if year else None, start, end, text[start:end])

    def named_with_year_joined(self, text: str) -> Iterator[Mention]:
        """Yield the documents whose letters have the year right behind them, such as “WT2018”."""
        for match in _any_year.finditer(text):
            letters = _letters_before.search(text, max(0, match.start() - _before), match.start())
            if letters and (named := self._by_letters.get(letters[0].casefold())) is not None:
                start, end = letters.start(), match.end()
                yield Mention(named, int(match[0]), start, end, text[start:end])

    def find_superseded(self, text: str) -> Iterator[Found[Superseded]]:
        """Yield what has been replaced and is not marked in the text as a former name."""
        for found in self._superseded.find(text):
            before = text[max(0, found.start - 2 * _before) : found.start]
            after = text[found.end : found.end + 2 * _before]
            is_former = self._said_before.search(before) or self._said_after.match(after)
            if not is_former and not _is_now_called(found.item, after):
                yield found


@remembered
def _mentions(guidance: Guidance, text: str) -> tuple[Mention, ...]:
    """Return the documents that a text names; remembered, as several rules ask for them."""
    return (*guidance.named_with_year_apart(text), *guidance.named_with_year_joined(text))


def _is_now_called(entry: Superseded, after: str) -> bool:
    """Whether the words after a name say that it is now what has replaced it."""
    said = _is_now.match(after)
    return said is not None and not _long_words(said[1]).isdisjoint(_long_words(entry.replaced_by))


def _long_words(text: str) -> set[str]:
    return {word.rstrip("s") for word in _long_word.findall(text.casefold())}


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in words)
