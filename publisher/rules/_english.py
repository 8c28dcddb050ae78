"""Whether a text is in English, as rules about English words need it to be."""

from __future__ import annotations

from publisher.model import Briefing


def is_english(briefing: Briefing) -> bool:
    """Whether a briefing says that it is in English, or does not say."""
    language = briefing.lang.strip().casefold().replace("_", "-").partition("-")[0]
    return language in {"", "en", "eng", "english"}
