"""Whether a text is in English, as rules about English words need it to be."""

from __future__ import annotations

from publisher.model import Work


def is_english(work: Work) -> bool:
    """Whether a work says that it is in English, or does not say."""
    language = work.lang.strip().casefold().replace("_", "-").partition("-")[0]
    return language in {"", "en", "eng", "english"}
