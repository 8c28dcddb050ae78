"""The rules, listed: a rule is a module with a code, a name, a severity, a scope and ``check``."""

from __future__ import annotations

from publisher.rules import (
    deeply_nested_list,
    duplicate_heading,
    empty_section,
    heading_in_body,
    heading_length,
    impossible_publication_date,
    missing_or_foreign_contact,
    missing_publication_date,
    missing_title,
    placeholder_link,
    section_count,
    section_without_heading,
    title_without_topic,
    typed_section_number,
    unclear_link_text,
    unfilled_local_slot,
    unknown_language,
)
from publisher.rules._rule import Part, Passage, Rule, Scope, Subject, passages

__all__ = ["RULES", "Part", "Passage", "Rule", "Scope", "Subject", "passages"]

RULES: tuple[Rule, ...] = (
    section_count,
    typed_section_number,
    section_without_heading,
    heading_length,
    duplicate_heading,
    empty_section,
    missing_title,
    title_without_topic,
    deeply_nested_list,
    missing_publication_date,
    impossible_publication_date,
    missing_or_foreign_contact,
    unknown_language,
    placeholder_link,
    unclear_link_text,
    heading_in_body,
    unfilled_local_slot,
)
