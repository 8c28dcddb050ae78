"""Telephone numbers and personal e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.identifiers._dates import is_in_date
from publisher.identifiers._found import INVISIBLE, Found, Kind, in_web_address

_GAP = r"[\s\xad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff.()*-]{0,24}"
_mobile = re.compile(
    rf"(?<![\w+])(?:(?:\(?(?:\+|00){_GAP}44{_GAP}0?{_GAP}|44(?=7)|\(?0{_GAP})7(?:{_GAP}\d){{9}}"
    r"|07\d{3}\s?/\s?\d{3}\s?\d{3})(?!\d)"
)
# Without its 0, after what says so.
_told_mobile = re.compile(
    r"\b(?:mobile|phone|tel|text|call|ring|whatsapp)\W{0,3}(?:(?:number|no|on|is|was)\W{1,3}){0,3}"
    rf"(7(?:{_GAP}\d){{9}})(?!\d)",
    re.IGNORECASE,
)
_WIDE_DIGITS = {ord("\uff10") + digit: str(digit) for digit in range(10)}
# 01 and 02 are places; 03, 08 and short numbers are services, and so is what a link calls.
_landline = re.compile(
    rf"(?<![\w+])(?<!tel:)(?:\(?(?:\+|00)44{_GAP}0?{_GAP}[12]\d{{1,4}}|\(?0[12]\d{{1,4}}){_GAP}\d{{2,8}}(?:{_GAP}\d{{2,6}}){{0,2}}(?!\d)"
)

_mail = re.compile(
    rf"(?<![\w.+-])([^\W\d_][\w.+'’{INVISIBLE}-]{{0,63}})(?:\s?[@\uff20]\s{{0,3}}|\s?[(\[]\s?at\s?[)\]]\s?)"
    rf"((?:[a-z0-9{INVISIBLE}-]{{1,63}}(?:\.|\s?[(\[]dot[)\]]\s?)){{1,6}}[a-z]{{2,18}})",
    re.IGNORECASE,
)
_at = re.compile(r"[@\uff20([](?:(?<=[@\uff20])|\s?at\s?[)\]])", re.IGNORECASE)
_private_services = re.compile(
    r"(?:aol|btinternet|gmail|gmx|googlemail|hotmail|icloud|live|mac|mail|me|msn|outlook|proton|protonmail|rocketmail|sky"
    r"|talktalk|tiscali|virginmedia|yahoo|ymail|ntlworld|blueyonder)\.(?:com|co\.uk|me|net|uk)",
    re.IGNORECASE,
)
_office_words = """
access admin administration admissions adult adults advice advisor alert alerts allegations answer apply appointment
appointments area assessment assist attendance audit board booking bookings bridge bridgepartnership briefing
briefings bulletin business care cares case cases central centre chair child children childrens civic clinic
clinical communications community complaints compliance conference conferences connect contact contacts contactus
coordinator corporate council court cpp crime customer cyp data designated desk development digital disability dpo
dspp duty early east ecaf edt education ehcp emergency enquiries enquiry escalation events example exploitation
families family feedback first firstname foster fostering freedom front frontdoor general governance governor
governors gp group head health hello help helpdesk helpline home homes hospital housing hub hubs info information
intake integrated investigations iro it joint lado lastname law lead learning legal local lscb lscp mail mailbox
manager mash maternity media mental missing multi name news newsletter nhs north notification notifications nurse
nursery nurses office online operations out partner partners partnership partnerships performance person place
planning police policy post practice press prevent primary privacy procedures professional professionals programme
project protection public quality reception record records recruitment referral referrals register registrar report
reports request requests response review reviews safeguard safeguarding sar scb school schools scp secretary secure
security sen send service services social south sscb sscp staff strategy subject supervision support surgery surname
switchboard systems tac task team teams the training trust unit urgent victim victims virtual visit visiting voice
volunteer volunteering web webmaster welfare west work workers workforce yjs yot your youth
"""
OFFICE_WORDS = frozenset(_office_words.split())
"""Words that make an address that of an office rather than of a person."""

_invisible = re.compile(f"[{INVISIBLE}]")
_parts = re.compile(r"[._+-]+")


def mobiles(text: str) -> Iterator[Found]:
    """Yield the mobile numbers: 07 and nine digits, or the same with the country's code or, where told, without 0."""
    plain = text.translate(_WIDE_DIGITS)
    yield from _telephones(_mobile, Kind.MOBILE, plain)
    yield from (Found(Kind.MOBILE, *match.span(1)) for match in _told_mobile.finditer(plain))


def landlines(text: str) -> Iterator[Found]:
    """Yield the numbers of places, which begin with 01 or 02; not those of services (03 and 08)."""
    yield from _telephones(_landline, Kind.LANDLINE, text)


def _telephones(pattern: re.Pattern[str], kind: Kind, text: str) -> Iterator[Found]:
    for match in pattern.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        national = re.sub(r"^(?:00)?44", "", digits).lstrip("0")
        start = match.start()
        elsewhere = is_in_date(text, start) or (kind is Kind.LANDLINE and in_web_address(text, start))
        if len(national) in {9, 10} and not elsewhere:
            yield Found(kind, start, match.end())


def personal_mail(text: str) -> Iterator[Found]:
    """Yield the e-mail addresses of a person: with a name before the @, or at a service for private mail."""
    if not _at.search(text):
        return
    for match in _mail.finditer(text):
        local, host = (_invisible.sub("", part) for part in match.groups())
        private = _private_services.fullmatch(host) and not set(_parts.split(local.casefold())) & OFFICE_WORDS
        if private or _is_name(local, host):
            yield Found(Kind.MAIL, match.start(), match.end())


def _is_name(local: str, host: str) -> bool:
    """Whether the part before the @ reads as first name and surname, or an initial and a surname."""
    parts = [part for part in _parts.split(re.sub(r"\d+$", "", local).casefold()) if part]
    if not 2 <= len(parts) <= 4 or not all(re.fullmatch(r"[^\W\d_]+(?:['’][^\W\d_]+)?", part) for part in parts):
        return False
    labels = set(re.split(r"[.-]", host.casefold()))
    return not (set(parts) & (OFFICE_WORDS | labels)) and any(len(part) > 2 for part in parts)
