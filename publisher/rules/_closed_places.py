"""Places on the web that do not open for everybody."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from publisher.remembered import remembered
from publisher.rules._hosts import above

# Public forms and pages published to the web, on services that otherwise ask for an account.
_public = re.compile(r"docs\.google\.com/(?:forms/|\w+/d/e/|\w+/d/[\w-]+/pub\b)", re.IGNORECASE)
_services = {
    "sharepoint.com": "SharePoint",
    "sharepoint.us": "SharePoint",
    "onedrive.com": "OneDrive",
    "onedrive.live.com": "OneDrive",
    "1drv.ms": "OneDrive",
    "teams.microsoft.com": "Teams",
    "teams.live.com": "Teams",
    "teams.cloud.microsoft": "Teams",
    "outlook.office.com": "Outlook",
    "outlook.office365.com": "Outlook",
    "yammer.com": "Yammer",
    "drive.google.com": "Google Drive",
    "docs.google.com": "Google Drive",
    "dropbox.com": "Dropbox",
    "icloud.com": "iCloud",
    "wetransfer.com": "WeTransfer",
    "we.tl": "WeTransfer",
}
# Names that work inside one network only; the last is that of RFC 8375.
_inside = frozenset(
    {"local", "localdomain", "localhost", "internal", "intranet", "lan", "corp", "private", "home.arpa"}
)


@remembered
def closed_place(address: str) -> str:
    """Return what is wrong with the place of a web address, to follow “leads to”, or "" where anyone can go there."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or _public.search(address):
        return ""
    for domain in above(host):
        if domain in _services:
            return f"{_services[domain]} (`{host}`), which does not open for everybody"
    if _is_number(host):
        return f"the computer with the number `{host}`, not to a public site"
    if "." not in host or not _inside.isdisjoint(above(host)) or _has_inside_label(host):
        return f"`{host}`, which opens only inside one organisation's network"
    return ""


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _has_inside_label(host: str) -> bool:
    return any("intranet" in label or label == "sharepoint" for label in host.split("."))
