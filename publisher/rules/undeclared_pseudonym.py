"""A person in a case, or a child with an age, has a name, and nothing says that it is not the real one.

What it does
    In a briefing about a case, reports the first use of what reads as a person's name (“a boy, Jaye”, “Jaye was 14”,
    “Jaye was a happy boy”, “Jaye's mother”, “was called Jaye”, “Child A (Jaye)”), with a surname behind it, where no
    part of the briefing says that names were changed. In other texts only a name with an age in full is reported
    (“Jaye, aged 14”, “Jaye, 14, was”). Letters such as Child A, names that have long been public, and places
    behind words such as “from” are left alone. The name itself is never repeated.

Why it matters
    Readers need to know that the name protects somebody; and a real name left in by mistake is seen in time.

Example
    “Jaye was 14”, with no note

Use instead
    The same, and in the first section: “Names and details have been changed.”

Source
    Leicestershire and Rutland's partnership states that names, ages and family make-up in its briefings were changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.house.tokens import words_in
from publisher.rules._case import is_case, telling
from publisher.rules._english import is_english
from publisher.rules._people import NAME as A_NAME
from publisher.rules._people import NOT_NAMES, SENTENCE_START, public_words
from publisher.rules._rule import Scope, Subject

CODE = "PRV012"
NAME = "undeclared-pseudonym"
SEVERITY = Severity.WARNING
SCOPE = Scope.BRIEFING

_CHANGED = r"(?:chang|alter|disguis|replac|invent|fictional|withheld|made up)"
_declared = re.compile(
    # “Names and some details have been changed”, “we have changed names”, “(name changed)”.
    r"\b(?:names?|(?<!contact )details|identities)\b[^.\n]{0,60}"
    rf"\b(?:are|have|has|is|was|were)(?: all| both)?(?: been)? {_CHANGED}"
    rf"|\b{_CHANGED}(?:ed|ing|d) (?:the |all |some |their |his |her )?(?:names?|details|identit)"
    rf"|\(names? {_CHANGED}|\bnames? changed (?:to|for)\b|\bnot (?:\w+['’]?s? ){{0,2}}real names?\b"
    r"|\breal names? (?:\w+ ){1,3}not\b|\bpseudonym|\bfictitious|\bknown (?:here|in this briefing) as\b"
    r"|\b(?:is|are|been|fully|were) anonymi[sz]ed\b"
    r"|\banonymi[sz]ed (?:account|briefing|case|example|names?|story|summary|version)\b"
    r"|\bcall(?:ed)?\b[^.\n]{0,30}\bin this briefing",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:boy|girl|child|baby|infant|toddler|teenager|young person|young man|young woman|brothers?|sisters?|siblings?"
    r"|twins?|mother|father|mum|dad|stepfather|stepmother|sons?|daughters?|grandmother|grandfather|nan|gran|aunt|auntie"
    r"|uncle|cousin|boyfriend|girlfriend|stepbrother|stepsister"
    r"|(?:his|her|their|(?:[Mm]other|[Ff]ather|[Mm]um|[Dd]ad)['’]s) partner)"
)
_PERSON_FIRST = (
    r"(?:Brothers|Siblings|Sisters|Twins|(?:(?:Her|His|Their) (?:partner|nan|gran)|Mother|Father|Mum|Dad|Nan|Gran),)"
)
_AGE = r"(?:aged )?(?:\d{1,2}|[a-z]{3,9}teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IS = r"(?:,(?: then| who (?:was|is))?|\s(?:was|is)(?: just| only| nearly)?|\s\()"
# After an age. “Sign-up was two weeks late” and “The app is 13 and over” tell no age of a person.
_OLD = (
    r"(?:[,.)]|\s(?:when|at|he|she|they|and(?! (?:above|older|over|under|up)\b)"
    r"|(?:years?|months?|weeks?)\b(?! (?:after|ahead|ago|apart|away|before|behind|earlier|later?|long|overdue)\b))\b"
    r"|\s*$|\n)"
)
_KIN = (
    r"(?:mother|father|mum|dad|parents|step\w{3,8}|sisters?|brothers?|siblings?|grand\w{3,8}|aunt|uncle|bedroom|death"
    r"|injuries|birth|birthday|baby|partner|teacher|social worker|health visitor|GP|doctor|midwife|nursery|key ?worker"
    r"|foster (?:carers?|family|home))"
)
_DID = (
    r"(?:lived|lives|died|was born|was admitted|was found|was taken to|was placed|loved|liked|felt|went missing"
    r"|disclosed|cried|ran away)"
)
# What a single person does, so that a word that begins a sentence is a name: “Practitioners lived” it is not.
_DID_ALONE = (
    r"(?:died\b|(?:lived|lives|stayed|went|came|moved|played) (?:\w+ ){0,2}(?:with|to) (?:his|her) "
    r"|told (?:his|her|us|staff|the)\b"
    r"|was (?:born|aged|admitted to hospital|placed with|taken (?:to hospital|into care)"
    r"|seen (?:alone|by (?:his|her)))\b)"
)
_NOT_PLACE = (
    r"(?<!\b[Ff]rom\s)(?<!\b[Ii]n\s)(?<!\b[Aa]t\s)(?<!\b[Nn]ear\s)(?<!\b[Aa]round\s)(?<!\b[Oo]utside\s)"
    r"(?<!\bacross\s)(?<!\bmoved\sto\s)(?<!\bwent\sto\s)(?<!\bback\sto\s)(?<!\bcame\sto\s)(?<!\breturned\sto\s)"
)
# “When Jaye was 14”: a word that begins a sentence is no part of the name behind it.
_OPENING = r"(?:(?:After|Although|As|Baby|Because|Before|Father|If|Mother|Once|Since|Though|Until|When|While)\s)?"
# “Jaye, a boy who”, but not “Sample, a young person's service”.
_APART = r"(?=[,.;)]|\s(?:aged|and|at|by|from|in|known|living|of|since|that|to|until|was|who|whose|with)\b|\s*$)"
# “Upstairs was a baby” says where, and no name.
_NO_PLACE = (
    r"(?!(?:Absent|Asleep|Central|Downstairs|Hidden|Indoors|Inside|Missing|Nearby|Present|Underneath|Upstairs)\b)"
)
_WHOLE = rf"{A_NAME}(?:\s{A_NAME})?"
# A person's word before it, or an age, a relation or something that only people do after it.
# Beside what somebody said or an age, then all that begins with a word, which most characters do not.
_named = re.compile(
    rf",[”\"] (?P<l>{_WHOLE})(?<!s) (?:said|says)\b|[”\"] (?:said|says) (?P<j>{_WHOLE})\b"
    rf"|-(?<!age-)old,? (?P<m>{_WHOLE})\b"
    rf"|\b(?:(?:{_PERSON},?|{_PERSON_FIRST}) (?:called |named )?[“\"‘']?(?P<a>{_WHOLE})\b(?: and (?P<i>{_WHOLE})\b)?"
    rf"|(?:{_PERSON}|[Hh]e|[Ss]he|who) (?:was|is) (?:called|named|known as) [“\"‘']?(?P<e>{_WHOLE})\b"
    rf"|(?=[^\W\d_a-z])(?:{_NOT_PLACE}{_OPENING}(?:(?P<k>{_WHOLE}), (?:an?|the|his|her|their) (?:[\w-]+ )?"
    rf"(?:(?:mother|father|mum|dad|child|baby)['’]s (?:\w+ )?)?{_PERSON}{_APART}"
    rf"|(?P<b>{_WHOLE})[”\"’']?{_IS}\s?{_AGE}{_OLD})"
    rf"|(?!(?:Baby|Child|Dad|Father|Mother|Mum)['’])(?P<c>{A_NAME})['’]s\s"
    rf"(?:(?:own|older|younger|maternal|paternal)\s)?{_KIN}\b(?! (?:and baby|places|provision)\b)"
    rf"|(?<=[a-z,]\s){_NOT_PLACE}(?<!\bcity of\s)(?<!\btown of\s)(?P<d>{_WHOLE})\s{_DID}\b"
    rf"|{SENTENCE_START}{_OPENING}(?P<f>{_WHOLE})(?<!s)\s{_DID_ALONE})"
    r"|(?:(?:Her|His|Their) partner|(?:Adult|Baby|Child|Father|Mother|Sibling|Young Person)(?: [A-Z]\d?)?"
    rf"|{_PERSON})\s\((?P<g>{_WHOLE})\)"
    rf"|{_PERSON}['’]s (?:first |full )?name(?: is|:| was) (?P<h>{_WHOLE}))"
)
# “Jaye was a happy boy.”, looked for from its rarer end.
_was_a_child = re.compile(
    rf" (?:is|was) an? (?:[\w-]+ ){{0,3}}(?:baby|boy|child|girl|teenager|toddler|young (?:man|person|woman)){_APART}"
)
_who_was = re.compile(rf"{SENTENCE_START}{_OPENING}[“\"‘']?{_NO_PLACE}(?P<o>{_WHOLE})(?<!s)[”\"’']?$")
# Elsewhere a number may stand behind any name (“Annex, 3”), so that the age has to be said in full. Groups are plural.
_NUMBER = _AGE.removeprefix("(?:aged )?")
_aged = re.compile(
    rf"{_NOT_PLACE}{_OPENING}\b(?P<n>{_WHOLE})(?<!s)[”\"’']?(?:,|,? who (?:is|was)|\s(?:is|was))?\s\(?"
    rf"(?:just |nearly |now |only |then )?(?:aged {_NUMBER}\b(?!\s?(?:to|or|and|[-–+])\s?(?:\d|above|over|under|up))"
    rf"|{_NUMBER}[\s-](?:years?|months?|weeks?)(?: and {_NUMBER} (?:months?|weeks?))?[\s-]old\b"
    r"|(?<=, )1?\d, (?:had|has|is|lived|lives|said|told|was|went|who)\b)"
)
_in_place = re.compile(rf"\b(?:across|around|at|from|in|near|outside|to) ((?-i:{A_NAME})) $", re.IGNORECASE)
_PLACE_REACH = 30
_NAME_REACH = 60
_between_commas = re.compile(r", 1?\d, ")
_words_of_age = frozenset({"aged", "old"})
_HINT = "Say once that names and details have been changed; if the name is real, take it out."
_MAY_BE_PLACES = frozenset("bdkn")
"""The groups of names with nothing before them that says that they are a person's."""
_quarters = frozenset({"East", "New", "North", "Royal", "South", "West"})


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield the first use of each name."""
    if not is_english(subject.work):
        return
    case = is_case(subject.work)
    found = [(passage, match) for passage in telling(subject) for match in _names(passage.prose.text, case=case)]
    texts = [passage.prose.text for passage in subject.passages] if found else []
    if not found or any(_declared.search(text) for text in texts):
        return
    no_names, known = NOT_NAMES | public_words(house, texts), set[str]()
    who = "somebody in the case has a name here" if case else "a person's name and age stand here"
    for passage, match in found:
        for group in (name for name, part in match.groupdict().items() if part):
            words = {word.partition("-")[0] for word in match[group].split()}
            if not words & no_names and not words <= known:
                known |= words
                yield passage.finding(*match.span(group), f"{who}, and nothing says that names were changed", _HINT)


def _names(text: str, *, case: bool) -> Iterator[re.Match[str]]:
    """Yield what may be the name of a person; outside a case only beside an age, of which most texts have none."""
    if not case and _words_of_age.isdisjoint(words_in(text)) and not _between_commas.search(text):
        return
    for match in (_named if case else _aged).finditer(text):
        if match.lastgroup not in _MAY_BE_PLACES or not _is_second_of_place(text, match.start()):
            yield match
    for match in _was_a_child.finditer(text) if case else ():
        if who := _who_was.search(text, max(0, match.start() - _NAME_REACH), match.start()):
            yield who


def _is_second_of_place(text: str, start: int) -> bool:
    """Whether a word ends the name of a place that has two, as in “in Greater Manchester”, but not “in May Jaye”."""
    place = _in_place.search(text, max(0, start - _PLACE_REACH), start)
    return place is not None and (place[1] not in NOT_NAMES or place[1] in _quarters)
