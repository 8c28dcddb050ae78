"""Languages as Word knows them: with a country."""

from __future__ import annotations

_COUNTRIES = {
    "ar": "SA",
    "bn": "BD",
    "cy": "GB",
    "es": "ES",
    "fa": "IR",
    "gu": "IN",
    "it": "IT",
    "pa": "IN",
    "pl": "PL",
    "pt": "PT",
    "ro": "RO",
    "so": "SO",
    "ur": "PK",
}
"""For the languages that most people in England and Wales speak (Census 2021, main language)."""


def of_word(language: str) -> str:
    """Return a language tag of BCP 47 with its country, where one is known."""
    country = _COUNTRIES.get(language)
    return f"{language}-{country}" if country else language
