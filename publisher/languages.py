"""Language tags of BCP 47, such as en-GB."""

from __future__ import annotations

_COUNTRIES = {
    "ar": "SA",
    "bn": "BD",
    "cy": "GB",
    "en": "GB",
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


def primary(language: str) -> str:
    """Return the part of a tag that names the language itself, in small letters: ``cy`` of ``cy-GB``."""
    return language.partition("-")[0].lower()


def is_welsh(language: str) -> bool:
    """Return whether a tag is of Welsh; the program prints its own words in English for every other."""
    return primary(language) == "cy"


def with_country(language: str) -> str:
    """Return a tag as Office knows them: with a country, where one is known for the language."""
    country = _COUNTRIES.get(language.lower())
    return f"{language}-{country}" if country else language
