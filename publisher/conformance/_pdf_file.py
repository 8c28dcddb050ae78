"""A PDF that is opened once for all the checks that look into it."""

from __future__ import annotations

import io
from functools import lru_cache

import pikepdf


# All checks look at one file before the next file's turn comes.
@lru_cache(maxsize=1)
def opened(data: bytes) -> pikepdf.Pdf:
    """Return the file, which nobody changes; raises for bytes that are not a PDF."""
    return pikepdf.open(io.BytesIO(data))
