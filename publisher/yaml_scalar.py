"""A text as a scalar of YAML on one line; whatever the text, the program's own reader reads it back."""

from __future__ import annotations

import json
import re

from publisher.source import Data, read

# What needs no trial: a letter, then letters, digits and signs that mean nothing to YAML where they stand.
_plain = re.compile(r"[^\W\d_](?:[\w .,;!?()'’“”–…/&-]*[\w.!?)’”…])?")
_refused = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def scalar(text: str) -> str:
    """Return a text as it stands after a colon or a dash, in quotes only where it would be read as something else."""
    if _plain.fullmatch(text) or (text and "\n" not in text and reads_as(f"{text}: {text}\n", {text: text})):
        return text
    return quoted(text)


def flow_scalar(text: str) -> str:
    """Return a text as it stands between brackets, in quotes where it is an address or would be read otherwise."""
    is_plain = _plain.fullmatch(text) and "," not in text
    is_tried = text and "\n" not in text and "://" not in text
    if is_plain or (is_tried and reads_as(f"{{{text}: [{text}, {text}]}}\n", {text: [text, text]})):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes."""
    # JSON's escapes are YAML's; these characters YAML refuses unless they are escaped, and JSON does not escape them.
    safe = json.dumps(text, ensure_ascii=False)
    return _refused.sub(lambda match: f"\\u{ord(match.group()):04x}", safe)


def reads_as(written: str, data: Data) -> bool:
    """Return whether a text is YAML of exactly these data."""
    found = read(written.encode("utf-8", "surrogatepass"), "")
    return found.data == data and not found.diagnostics
