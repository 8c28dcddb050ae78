"""A link or resource has no real target.

What it does
    Reports a link in a text, or a resource, whose target is empty, ``#`` or a stand-in such as ``TODO``; a target
    (also that of a contact) that is not a web, e-mail or telephone address or a ``link:`` key; and link markup
    that is not read as a link at all: with a space in its target or before it, with its brackets open or the wrong way
    round, or with a number for an address (``[guidance][1]``). A picture (``![photo](…)``) is one of them, as a
    briefing has none.

Why it matters
    A dead link costs the reader the procedure they were sent to. Links lose their targets when a briefing is
    copied out of a PDF, and ``www.example.org`` without ``https://`` leads to a page that does not exist.

Example
    ``[guidance](#)``

Use instead
    ``[guidance on sharing information](link:information-sharing)``, or the public address.

Source
    All 49 links of three published briefings had lost their targets when their text was taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.diagnostics import Finding, Severity
from publisher.house import House
from publisher.rules._links import WrittenLink, is_address, is_stand_in, links
from publisher.rules._rule import Part, Passage, Scope, Subject

CODE = "LNK001"
NAME = "placeholder-link"
SEVERITY = Severity.ERROR
SCOPE = Scope.BRIEFING

_HINT = "Give the public address, or a key of the link register as `link:<key>`."
_unread = re.compile(r"\[[^\[\]]*\]\((?:[^()]*\)|[^()\s]*)")
_ADDRESS = r"(?:https?://|www\.|mailto:|link:)[^\s()\[\]]{1,300}"
_spaced = re.compile(rf"\[[^\[\]\n]{{1,200}}\]\s{{1,3}}\({_ADDRESS}\)")
_turned = re.compile(rf"\([^()\n]{{1,200}}\)\s?\[{_ADDRESS}\]")
_referred = re.compile(r"\[(?=[^\[\]\n]*[^\W\d_])[^\[\]\n]{1,200}\]\[[\w-]{0,40}\]")
_host = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_mailbox = re.compile(r"[^\s@/:]{1,100}@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_PICTURE = r"\.(?:png|jpe?g|gif|svg|webp)"
_file = re.compile(rf"[^/]+(?:{_PICTURE}|\.(?:pdf|docx?|xlsx?|pptx?|od[pst]|csv|zip|mp[34]|txt|html?))", re.IGNORECASE)
_picture = re.compile(rf".*{_PICTURE}", re.IGNORECASE)


def check(subject: Subject, _house: House) -> Iterator[Finding]:
    """Yield each link, resource and contact without a target that a reader can open."""
    for link in links(subject):
        yield from _about(link)
    for passage in subject.of(Part.BODY, Part.QUESTION):
        for match in _unread.finditer(passage.prose.text):
            message = f"`{match.group()}` is not read as a link"
            hint = "Leave the spaces out of the target, and those inside `{{ … }}` there too."
            if not match.group().endswith(")"):
                hint = "Close the round bracket right behind the address."
            yield passage.finding(match.start(), match.end(), message, hint)
        yield from _in_wrong_order(passage)
    for key, contact in subject.work.contacts.items():
        if contact.url and not is_address(contact.url):
            message = f"the contact “{contact.label}” leads to `{contact.url}`, which is not an address"
            yield Finding(("contacts", key, "url"), message, _address_hint(contact.url))


def _in_wrong_order(passage: Passage) -> Iterator[Finding]:
    text = passage.prose.text
    for pattern in (_spaced, _turned, _referred) if "]" in text else ():
        for match in pattern.finditer(text):
            message = "the words and the address here are not read as a link"
            hint = "Write the words in square brackets and the address right behind them: `[words](https://…)`."
            yield passage.finding(match.start(), match.end(), message, hint)


def _about(link: WrittenLink) -> Iterator[Finding]:
    name = f"the {'resource' if link.is_resource else 'link'} “{link.words}”"
    if _is_picture(link):
        message = "a picture cannot stand in a briefing; its words are printed as a link behind a “!”"
        hint = "Take it out, and say in words what it shows."
        yield link.passage.finding(link.start - 1, link.end, message, hint)
    elif is_stand_in(link.target):
        shown = f" (`{link.target}`)" if link.target else ""
        yield link.about_target(f"{name} leads nowhere{shown}", _HINT)
    elif not is_address(link.target):
        message = f"{name} leads to `{link.target}`, which is not an address"
        yield link.about_target(message, _address_hint(link.target))


def _is_picture(link: WrittenLink) -> bool:
    """Whether a link is written as Markdown writes a picture, and not as the next word of a cry."""
    text, start = link.passage.prose.text, link.start
    if text[max(0, start - 1) : start] != "!":
        return False
    return not text[max(0, start - 2) : start - 1].strip() or _picture.fullmatch(link.target) is not None


def _address_hint(target: str) -> str:
    if _file.fullmatch(target):
        return (
            "Give the whole address of the file on a page that is open to all, such as `https://www.example.org/a.pdf`."
        )
    if _mailbox.fullmatch(target):
        return f"Write `mailto:{target}`."
    return f"Write the whole address: `https://{target}`." if _host.fullmatch(target) else _HINT
