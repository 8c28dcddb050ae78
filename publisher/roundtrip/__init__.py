"""A briefing that was edited in Word, brought back into its source: read, compared, merged, written as text edits."""

from __future__ import annotations

from publisher.roundtrip.changes import Comparison, compare, source_of
from publisher.roundtrip.identity import FORM, Identity, identity
from publisher.roundtrip.showing import lines, words
from publisher.roundtrip.writing_back import applied

__all__ = ["FORM", "Comparison", "Identity", "applied", "compare", "identity", "lines", "source_of", "words"]
