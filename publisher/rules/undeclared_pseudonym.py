"""A person in a case has a first name, and nothing says that it is not the real one.

What it does
    In a briefing about a case, reports the first use of what reads as a person's first name (“a boy, Jaye”, “Jaye was
    14”, “Jaye's mother”, “was called Jaye”) where no part of the briefing says that names were changed. Letters such
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

_declared = re.compile(
    r"\b(?:names?|details|identit(?:y|ies))\b[^.\n]{0,60}\b(?:chang|alter|disguis|replac|invent|fictional|withheld)"
    r"|\bpseudonym|\banonymis|\banonymiz|\bfictitious|\breal names?\b|\bknown (?:here|in this briefing) as\b"
    r"|\bcall(?:ed)?\b[^.\n]{0,30}\bin this briefing",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:boy|girl|child|baby|infant|toddler|teenager|young person|young man|young woman|brother|sister|sibling|twin"
    r"|mother|father|mum|dad|stepfather|stepmother|son|daughter|grandmother|grandfather)"
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
_NOT_PLACE = r"(?<!\bfrom\s)(?<!\bin\s)(?<!\bat\s)(?<!\bnear\s)(?<!\baround\s)(?<!\boutside\s)"
_things = "app course form game group hub meeting plan programme project scheme service team tool"
_NOT_A_THING = "".join(rf"(?<!\b{thing} )" for thing in _things.split())
# A person's word before it, or an age, a relation or something that only people do after it.
_named = re.compile(
    rf"\b{_PERSON},? (?:called |named )?[“\"‘']?(?P<a>{A_NAME})\b(?!\s[A-Z])"
    rf"|\b(?=(?:was|is) ){_NOT_A_THING}(?:was|is) (?:called|named|known as) [“\"‘']?(?P<e>{A_NAME})\b(?!\s[A-Z])"
    rf"|\b(?=[A-Z]){_NOT_PLACE}(?P<b>{A_NAME})[”\"’']?(?:,|\swas|\sis|\s\()\s?{_AGE}(?:[,.)]|\s(?:years?|months?|weeks?|when|and|at)\b)"
    rf"|\b(?P<c>{A_NAME})['’]s\s(?:(?:own|older|younger|maternal|paternal)\s)?{_KIN}\b"
    rf"|(?=[A-Z])(?<=[a-z,]\s){_NOT_PLACE}(?<!\bcity of\s)(?<!\btown of\s)(?P<d>{A_NAME})\s{_DID}\b"
)


def check(subject: Subject, house: House) -> Iterator[Finding]:
    """Yield the first use of each name."""
    if not is_case(subject.work) or not is_english(subject.work):
        return
    texts = [passage.prose.text for passage in subject.passages]
    named = [(passage, match) for passage in telling(subject) for match in _named.finditer(passage.prose.text)]
    if not named or any(_declared.search(text) for text in texts):
        return
    known = set(NOT_NAMES | public_words(house, texts))
    hint = "Say once that names and details have been changed; if the name is real, take it out."
    for passage, match in named:
        name = match[match.lastgroup or 0]
        if name.partition("-")[0] not in known:
            known.add(name)
            start = match.start(match.lastgroup or 0)
            message = "somebody in the case has a first name here, and nothing says that names were changed"
            yield passage.finding(start, start + len(name), message, hint)
