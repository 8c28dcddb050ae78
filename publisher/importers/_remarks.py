"""What readers and recognisers remark, by code: the name of each, and what it tells the author."""

from __future__ import annotations

REMARKS: dict[str, tuple[str, str]] = {
    "IMP001": ("unplaced-text", "Text of the file for which there was no place stands under `unplaced:`."),
}
