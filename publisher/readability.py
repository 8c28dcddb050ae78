"""Sentences, reading time and reading grade, by formulas that need no download."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from publisher.remembered import remembered
from publisher.words import words_of

ALOUD = 183
"""Words a minute read aloud; Brysbaert (2019), a review and meta-analysis of 190 studies."""

MEETING = 7
"""Minutes that a briefing may take, talk included."""

SILENT = 238
"""Words a minute read silently, English non-fiction; the same study."""

# A full stop after one of these does not end a sentence.
_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vol", "para", "paras", "s", "ss", "ch", "chap", "art"}
    | {"reg", "p", "pp", "eg", "e.g", "ie", "i.e", "etc", "viz", "cf", "v", "vs", "approx"}
)
# Looking behind keeps a long row of full stops from being tried again from each of them.
_end = re.compile(r"[.!?…\n](?:(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*[\"'”’)\]]*(?=\s|$)|(?<=\n)\n+)")
_blank_or_bracket = re.compile(r"[\s(]")
_address = re.compile(r"@|\.[^\W\d_]")
_apostrophe = re.compile(r"['’]")
_letters = re.compile(r"[^\W\d_]+")
_vowels = re.compile(r"[aeiouy]+")
_ends_of_syllables = "(?<![bcdfgkpstz]l)(?<![cdt]r)"
# “home”, “homes” and “lived”, but not “table”, “cases”, “wanted” and “hundred”; “safely”, “involvement”; “league”;
# “everybody”.
_silent = re.compile(
    rf"(?<=[^aeiouy]){_ends_of_syllables}e$|(?<=[^aeiouyscgzx])(?<!ch)(?<!sh){_ends_of_syllables}es$"
    rf"|(?<=[^aeiouytd]){_ends_of_syllables}ed$|(?<=[aeiou][gq])ues?$"
    r"|(?<!el)(?:(?<=[aeiouy][^aeiouy])|(?<=[dnr][cg])|(?<=[lr]s)|(?<=lv)|(?<=st))e"
    r"(?=ly|ments?$|ful|less|ness|guard|where|thing|time|body|hold|line|style|giver|work|ground|ty$)"
    r"|(?<=^ev)e(?=ry[^aeiouy])|(?<=bus)i(?=ness)"
)
# “being”, “serious”, “barrier”, “quiet”, “science”, “sexual”, “influence”, “create”, “idea”, “racism”, “isn’t”,
# “suicide”, “association”, “dyslexia”, “beyond”, “anyone”, “chaotic”.
_both_heard = re.compile(
    r"(?<=[aeiouy])ing|(?<![ctsgxnl])i(?=o(?!ur))|(?<![ctsgx])i(?=a(?!ge))|i(?=u[ms])|(?<![ct])i(?=en[ct]|ers?$|est$)"
    r"|i(?=et)|sci(?=en)|(?<![gq])u(?=a|ous)|(?<!q)u(?=en[ct])|cre(?=at)|(?<=ar)ea|(?<=id)ea(?!l$)|de(?=o)"
    r"|^re(?=ac[^h]|ass|ali[ts]|us)|isms?$|(?<=[ds])nt$|u(?=ici)|(?<=ssoc)i(?=a)|(?<=ex)i(?=a)"
    r"|(?<=[aeo])y(?=a[lm]|on|ou|ers?$)|(?<=an)y(?=o)|(?<=ch)a(?=o)|(?<=os)a(?=ic)"
)


# Read out letter by letter: “NHS” and “GP”, but not “MASH”.
_spelt = re.compile(r"([A-Z]{2}|[B-DF-HJ-NP-TV-XZ]{3,6})s?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in a text: its place and the number of its words."""

    start: int
    end: int
    words: int


@remembered
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; an empty line ends one too, so a heading or list item stands by itself.

    They are kept, because many rules ask for those of the same texts.
    """
    return tuple(sentence for sentence, _ in _with_words(text))


@remembered
def _with_words(text: str) -> list[tuple[Sentence, list[str]]]:
    """Return the sentences, each with its words, for those who count the one and those who need the other."""
    found: list[tuple[Sentence, list[str]]] = []
    start = 0
    for end in _ends(text):
        written = text[start:end]
        words = words_of(written)
        if words:
            begin = end - len(written.lstrip())
            found.append((Sentence(begin, start + len(written.rstrip()), len(words)), words))
        start = end
    return found


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in _end.finditer(text):
        if text[match.start()] == "\n" or not _is_abbreviation(text, start, match.start()):
            start = match.end()
            yield start
    yield len(text)


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    # The word before the full stop; a bounded look back keeps this linear on any text.
    word = _blank_or_bracket.split(text[max(start, stop - 12) : stop])[-1].casefold()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return about how many syllables an English word has; an address, which nobody reads out, counts as one.

    They are its groups of vowels, less those that are not heard, as in “safely”, and one more where two vowels
    that stand together are both heard, as in “period”; an acronym has those of its letters. In the
    samples 3 words of 4,000 have another number than in the CMU Pronouncing Dictionary (``bench/readability.py``).
    """
    if _address.search(word):
        return 1
    parts = _letters.findall(_apostrophe.sub("", word))
    return max(1, sum(_syllables_of(part) for part in parts))


def _syllables_of(part: str) -> int:
    if spelt := _spelt.fullmatch(part):
        return len(spelt[1]) + 2 * spelt[1].count("W")
    letters = part.casefold()
    heard = len(_vowels.findall(letters)) - len(_silent.findall(letters)) + len(_both_heard.findall(letters))
    return max(1, heard)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a text's grade is made of; the measures of several texts can be added."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Measure) -> Measure:
        """Return the measure of both texts together."""
        return Measure(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade (Kincaid and others, 1975): years of schooling, US; 0 without words.

        Syllables are estimated. On the samples the grade is within 0.1 of that with the syllables of the CMU
        Pronouncing Dictionary; textstat without a dictionary comes out 0.6 lower, as it counts by hyphens: one
        syllable for “about”, “record” and “any”.
        """
        if not self.sentences or not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


@remembered
def measure(text: str) -> Measure:
    """Return the words, sentences and syllables of an English text; kept, because several rules ask for them."""
    read = _with_words(text)
    words = [word for _, several in read for word in several]
    return Measure(len(words), len(read), sum(map(syllables, words)))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of an English text."""
    return measure(text).grade


def minutes(words: int, words_a_minute: int) -> float:
    """Return the minutes that a number of words takes to read."""
    return words / words_a_minute
