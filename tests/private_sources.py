"""Sources that have what leads to a person, in every place, and what to look for in all that is printed of them."""

from __future__ import annotations

import json
import re

from tests.cases import FOLDER

DEFAULT = (FOLDER / "rules" / "default.yaml").read_text(encoding="utf-8")
PROFILE = (FOLDER / "rules" / "partnership.yml").read_text(encoding="utf-8")

# Ranges kept for tests and examples, or specimens that belong to nobody.
IDENTIFIERS = {
    "PRV001": "999 000 0018",
    "PRV002": "U999123456789",
    "PRV003": "QQ 12 34 56 A",
    "PRV004": "born 14/03/2019",
    "PRV007": "M99 9ZZ",
    "PRV008": "14 Acacia Avenue",
    "PRV010": "Liquidlogic 1029384",
    "PRV011": "A9876ZX",
    "PRV014": "07700 900123",
    "PRV015": "sam.sample@council.example.org",
}
# Only what stands around these says that they lead to a person.
IN_A_CASE = {
    "PRV005": "On 23 February 2018 she was taken to hospital",
    "PRV008": "He was seen on Quenby Avenue",
    "PRV009": "Staff of Quenby Park School came",
    "PRV012": "A boy called Quenbert was not asked",
    "PRV013": "The social worker Quenda Quenby came",
}
NAMES = re.compile(r"23 February 2018|Quenby Avenue|Quenby Park School|Quenbert|Quenda Quenby")


def section(number: int, body: str, *, heading: str = "Section") -> str:
    """Return the default briefing with another section."""
    before, *rest = re.split(r"(?m)^(?=  - heading:)", DEFAULT)
    last, after = re.split(r"(?m)^(?=questions:)", rest[6])
    parts = [*rest[:6], last]
    parts[number - 1] = f"  - heading: {json.dumps(heading)}\n    body: {json.dumps(body)}\n"
    return before + "".join(parts) + after


def with_key(line: str) -> str:
    """Return the default briefing with a top-level line in the place of the one of the same key."""
    key = line.split(":", 1)[0]
    return line + "\n" + re.sub(rf"(?m)^{re.escape(key)}:.*\n(?:[ -].*\n)*", "", DEFAULT)


PLACES = {
    "in a text": lambda value: section(3, f"We know that {value} is told here."),
    "beside other faults": lambda value: section(3, f"See [here](#), committed suicide, {value}, [here](link:none)."),
    "as the words of a link": lambda value: section(3, f"See [{value}](#) and [{value}](https://example.org/other)."),
    "as the words of a bad link": lambda value: section(3, f"See [{value}](http://www.gov.uk/?utm_source={value})."),
    "in the target of a link": lambda value: section(3, f"See [here](<http://www.gov.uk/?utm_source=a&q={value}>)."),
    "over two lines": lambda value: section(3, "We know that " + value.replace(" ", "\n") + " is\ntold here."),
    "partly in bold": lambda value: section(3, f"We know that **{value[:5]}**{value[5:]} is told here."),
    "in a heading": lambda value: section(
        4, "Some words.", heading=f"3. {value} and a very long heading: " + "x " * 60
    ),
    "in a list in a list": lambda value: section(7, f"- Ask\n  - why\n    - {value} and when"),
    "in the title": lambda value: with_key(f'title: "{value}"'),
    "in a long summary": lambda value: with_key(f'summary: "{value} {"and so on " * 30}"'),
    "in a question": lambda value: with_key(f'questions: ["What of {value}, {{{{ contact.{value} }}}}?"]'),
    "in a resource": lambda value: with_key(f'resources: [{{label: "{value}", url: "http://www.gov.uk/{value}"}}]'),
    "in a contact": lambda value: with_key(f'contacts: {{"{value}": {{label: "{value}", url: "{value}"}}}}'),
    "in topics": lambda value: with_key(f'topics: ["{value}"]'),
    "as a support line": lambda value: with_key(f'support: ["{value}"]'),
    "in a permission": lambda value: with_key(f'origin: {{partnership: "{value}", permission: "{value}"}}'),
    "in a waiver": lambda value: with_key(
        f'waivers: [{{rule: "{value}", text: "{value}", reason: "{value}", by: "{value}", date: 2026-07-01}}]'
    ),
    "folded": lambda value: section(3, "x").replace(
        '"x"', f">\n      We know\n      that {value} is\n      told here."
    ),
    "after escapes": lambda value: section(3, f'\u201cSee\u201d\u00a0"it"\t{value} \u2014 and more.'),
    "in single quotes": lambda value: section(3, "x").replace('"x"', f"'It''s {value}, isn''t it?'"),
    "in a long line": lambda value: section(3, f"{'We know this. ' * 30}It is {value}, and so on. {'And more. ' * 30}"),
    "as an unknown key": lambda value: with_key(f'"{value}": x'),
    "as an unknown key inside": lambda value: with_key(f'origin: {{partnership: a, "{value}": x}}'),
    "as the value of an unknown key": lambda value: with_key(f'nots: "{value}"'),
    "as a key that stands twice": lambda value: f'"{value}": x\n"{value}": "{value}"\n' + DEFAULT,
    "in a key that stands twice": lambda value: DEFAULT + f'title: "{value}"\n',
    "as a date": lambda value: with_key(f'published: "{value}"'),
    "as a status": lambda value: with_key(f'status: "{value}"'),
    "as a family": lambda value: with_key(f"family: {value}"),
    "as a language": lambda value: with_key(f'lang: "{value}"'),
    "as a year": lambda value: with_key(f'sources: [{{kind: "{value}", year: "{value}"}}]'),
    "as a list": lambda value: with_key(f'sections: "{value}"'),
    "as a text": lambda value: with_key(f'title: ["{value}"]'),
    "escaped": lambda value: with_key('published: "' + value.replace(" ", "\\u00a0") + '"'),
    "as an anchor": lambda value: "title: &" + value.replace(" ", "-") + " x\n",
    "as a tag": lambda value: "title: !" + value.replace(" ", "-") + " x\n",
    "where the quotation mark is missing": lambda value: f'title: "{value}\nbody: x\n',
    "where the indentation is wrong": lambda value: f"title: {value}\n  body: {value}: x\n",
    "as the whole file": lambda value: value,
    "in a file of another encoding": lambda value: f"title: {value} caf\xe9\n",
}
TEXTS = [
    *("in a text", "beside other faults", "as the words of a link", "in a list in a list", "folded", "after escapes"),
    *("in single quotes", "in a long line"),
]
UNREADABLE = {"in a file of another encoding"}


def shows(printed: str, value: str) -> bool:
    """Whether a text shows a value, however its parts are set apart, or most of its digits."""
    words = re.findall(r"\w+", value.removeprefix("born ").removeprefix("Liquidlogic "))
    return re.search(r"[\W_]{0,8}".join(words), printed, re.IGNORECASE) is not None


def shown_in(text: str) -> list[str]:
    return [value for value in IDENTIFIERS.values() if shows(text, value)] + NAMES.findall(text)
