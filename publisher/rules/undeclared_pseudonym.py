"""A person in a case has a name, and nothing says that it is not the real one.

What it does
    In a briefing about a case, reports the first use of what reads as a person's name (“a boy, Jaye”, “Jaye was 14”,
    “Jaye's mother”, “was called Jaye”, “Child A (Jaye)”), with a surname behind it, where no part of the briefing
    says that names were changed. Letters such
    as Child A, names that have long been public, and places behind words such as “from” are left alone. The name
    itself is never repeated.

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
from publisher.rules._case import is_case, telling
from publisher.rules._english import is_english
from publisher.rules._people import NAME as A_NAME
from publisher.rules._people import NOT_NAMES, public_words
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
    r"|(?:his|her|their|mother['’]s|father['’]s|mum['’]s) partner)"
)
_PERSON_FIRST = (
    r"(?:Brothers|Siblings|Sisters|Twins|(?:(?:Her|His|Their) (?:partner|nan|gran)|Mother|Father|Mum|Dad|Nan|Gran),)"
)
_AGE = r"(?:aged )?(?:\d{1,2}|[a-z]{3,9}teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
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
    r"(?:(?:lived|lives|stayed|went|came|moved|played) (?:\w+ ){0,2}(?:with|to) (?:his|her) "
    r"|told (?:his|her|us|staff|the)\b"
    r"|was (?:born|aged|admitted to hospital|placed with|taken (?:to hospital|into care)"
    r"|seen (?:alone|by (?:his|her)))\b)"
)
_NOT_PLACE = r"(?<!\bfrom\s)(?<!\bin\s)(?<!\bat\s)(?<!\bnear\s)(?<!\baround\s)(?<!\boutside\s)"
_WHOLE = rf"{A_NAME}(?:\s{A_NAME})?"
# A person's word before it, or an age, a relation or something that only people do after it.
_named = re.compile(
    rf"\b(?:{_PERSON},?|{_PERSON_FIRST}) (?:called |named )?[“\"‘']?(?P<a>{_WHOLE})\b(?: and (?P<i>{_WHOLE})\b)?"
    rf"|\b(?:{_PERSON}|[Hh]e|[Ss]he|who) (?:was|is) (?:called|named|known as) [“\"‘']?(?P<e>{_WHOLE})\b"
    rf"|(?<=[”\"] )(?:said|says) (?P<j>{_WHOLE})\b"
    rf"|\b(?=[^\W\d_a-z]){_NOT_PLACE}(?P<k>{_WHOLE}), (?:an?|the|his|her|their) (?:\w+ )?{_PERSON}\b"
    rf"|\b(?=[^\W\d_a-z]){_NOT_PLACE}(?P<b>{_WHOLE})[”\"’']?(?:,|\swas|\sis|\s\()\s?{_AGE}"
    rf"(?:[,.)]|\s(?:years?|months?|weeks?|when|and|at)\b|\s*$|\n)"
    rf"|\b(?P<c>{A_NAME})['’]s\s(?:(?:own|older|younger|maternal|paternal)\s)?{_KIN}\b"
    rf"|(?=[^\W\d_a-z])(?<=[a-z,]\s){_NOT_PLACE}(?<!\bcity of\s)(?<!\btown of\s)(?P<d>{_WHOLE})\s{_DID}\b"
    rf"|(?:^|(?<=[.!?\n]\s)|(?<=\n))(?P<f>{_WHOLE})(?<!s)\s{_DID_ALONE}"
    r"|\b(?:(?:Her|His|Their) partner|(?:Adult|Baby|Child|Father|Mother|Sibling|Young Person)(?: [A-Z]\d?)?"
    rf"|{_PERSON})\s\((?P<g>{_WHOLE})\)"
    rf"|\b{_PERSON}['’]s (?:first |full )?name(?: is|:| was) (?P<h>{_WHOLE})"
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield the first use of each name."""
    if not is_case(subject.work) or not is_english(subject.work):
        return
    texts = [passage.prose.text for passage in subject.passages]
    named = [(passage, match) for passage in telling(subject) for match in _named.finditer(passage.prose.text)]
    if not named or any(_declared.search(text) for text in texts):
        return
    no_names, known = NOT_NAMES | public_words(house, texts), set[str]()
    hint = "Say once that names and details have been changed; if the name is real, take it out."
    message = "somebody in the case has a name here, and nothing says that names were changed"
    for passage, match in named:
        for group in (name for name, found in match.groupdict().items() if found):
            words = {word.partition("-")[0] for word in match[group].split()}
            if not words & no_names and not words <= known:
                known |= words
                yield passage.finding(*match.span(group), message, hint)
