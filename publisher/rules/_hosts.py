"""Web and mail hosts, compared by whole labels: ``notsalford.gov.uk`` is not part of ``salford.gov.uk``."""

from __future__ import annotations

from urllib.parse import urlsplit

# Second levels of .uk under which anybody may register, so that they belong to no partnership.
_open_suffixes = frozenset(
    f"{label}.uk" for label in ("ac", "co", "gov", "ltd", "me", "net", "nhs", "org", "plc", "police", "sch")
)

_LABELS = 6
"""No name that hosts are compared with has more."""


def web_host(address: str) -> str:
    """Return the host of a web address in small letters, or "" where it has none."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".") if parts.scheme in {"http", "https"} and "." in host else ""


def mail_host(address: str) -> str:
    """Return the host of an e-mail address in small letters, or "" where it is not one."""
    name, _, host = address.strip().rpartition("@")
    plain = name and "@" not in name and not any(character.isspace() for character in address.strip())
    return host.rstrip(".").lower() if plain and "." in host.strip(".") else ""


def within(host: str, domain: str) -> bool:
    """Whether ``host`` is ``domain`` or stands under it."""
    whole = domain.strip().lower().strip(".")
    return bool(whole) and (host == whole or host.endswith(f".{whole}"))


def above(host: str) -> list[str]:
    """Return what a host stands under, itself included, the longest first; of a long name its last labels only."""
    labels = host.split(".")[-_LABELS:]
    return [".".join(labels[first:]) for first in range(len(labels))]


def related(host: str, domain: str) -> bool:
    """Whether one of the two stands under the other, as council mail does for a partnership's website."""
    return within(host, domain) or (within(domain.strip().lower(), host) and host not in _open_suffixes)
