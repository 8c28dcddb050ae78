"""Every code that a finding may have, and which one is meant by a code that there is not.

What names codes, be it an option, ``publisher.yml`` or a waiver, is compared with these, as a slip would otherwise
choose nothing and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from publisher import changed_common_text, source
from publisher.errors import PublisherError
from publisher.rules import RULES, unfilled_local_slot
from publisher.unchecked import NOT_CHECKED

# Written out, as checking a source loads nothing of what looks at finished files and at partnerships' folders.
_OF_NO_RULE = {
    "ACC001": "untagged-or-untitled-file",
    "ACC002": "lost-or-moved-text",
    "ACC003": "low-contrast",
    "ACC004": "missing-alternative-text",
    "ACC007": "table-without-header-cells",
    "ACC008": "small-or-serif-type",
    "ACC009": "pdf-without-web-page",
    "ACC010": "fixed-width-page",
    "ACC012": "number-not-in-text",
    "ACC014": "missing-letters",
    "BRD007": "unsafe-brand-file",
    "BRD008": "unusable-font",
    "BRD009": "unusable-template",
    "BRD010": "unusable-logo",
    "LAY001": "another-layout",
    "LEN005": "over-page-budget",
    "PKG001": "missing-plain-text",
    "PRV018": "personal-metadata",
    "SES009": "overfull-slide",
    "WVR001": "unused-waiver",
    "WVR002": "expired-waiver",
}

KNOWN: dict[str, str] = {
    **source.NAMES,
    **{rule.CODE: rule.NAME for rule in RULES},
    changed_common_text.CODE: changed_common_text.NAME,
    **_OF_NO_RULE,
}
"""Code to name."""

ALWAYS_TOLD = (source.READING, unfilled_local_slot.CODE)
"""What begins a code that no setting and no waiver reaches: what cannot be read, and what would be printed as a gap."""

_WAIVERS = "WVR"
_LIKE_DIGITS = str.maketrans("OIL", "011")
_A_SLIP = 0.9
"""How alike two codes are of which one has a character too many or too few."""


def similar(written: str) -> str:
    """Return which code is meant by one that there is not, as the end of a sentence."""
    wanted = written.strip().upper()
    by_name = {name.upper(): code for code, name in KNOWN.items()}
    slip = by_name.get(wanted) or _slip(wanted)
    family = [f"`{code}`" for code in KNOWN if code[:3] == wanted[:3]]
    if family and not slip:
        return f"those of its family are {', '.join(sorted(family))}"
    meant = slip or next((by_name[name] for name in get_close_matches(wanted, by_name, n=1)), "")
    return f"did you mean `{meant}`?" if meant else "`publisher rules` lists them all"


def _slip(wanted: str) -> str:
    """Return the code, or the first letters of codes, of which ``wanted`` is a slip of the keys, or ""."""
    families = sorted({code[:3] for code in KNOWN})
    letters, digits = wanted[:3], wanted[3:].translate(_LIKE_DIGITS)
    swapped = [one for one in families if sorted(one) == sorted(letters)]
    for family in [*swapped, *get_close_matches(letters, families)]:
        meant = family + digits
        if meant != wanted and (meant in KNOWN or meant in families):
            return meant
    return next(iter(get_close_matches(wanted, list(KNOWN), n=1, cutoff=_A_SLIP)), "")


def refuse_unknown(written: Iterable[str], where: str) -> None:
    """Raise PublisherError for the first of some codes, or first letters of codes, that no code has."""
    for one in written:
        if one in NOT_CHECKED:
            raise PublisherError(f"{where} names `{one}`, which is not checked by machine: `publisher rules {one}`")
        if not one or not any(code.startswith(one) for code in KNOWN):
            raise PublisherError(f"{where} names `{one}`, and no code begins with that; {similar(one)}")


def refuse_of_files(written: Iterable[str], where: str) -> None:
    """Raise PublisherError for the first of some codes that is never told of a source."""
    of_sources = [code for code in KNOWN if code not in _OF_NO_RULE or code.startswith(_WAIVERS)]
    for one in written:
        if not any(code.startswith(one) for code in of_sources):
            raise PublisherError(f"{where} names `{one}`, which looks at no source; see `publisher rules {one}`")


def refuse_always_told(written: Iterable[str], where: str) -> None:
    """Raise PublisherError where codes that are always told are to be left out or to weigh something else."""
    for one in written:
        if one.startswith(ALWAYS_TOLD):
            what = "cannot be read" if one.startswith(source.READING) else "is not filled"
            raise PublisherError(f"{where} names `{one}`, but what {what} is always told as an error")
