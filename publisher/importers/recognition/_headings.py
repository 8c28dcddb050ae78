"""Headings that say what stands below them: contacts and dates, resources, questions, support lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publisher.importers.recognition._recogniser import folded
from publisher.model import Scope


class Block(StrEnum):
    """What stands below a heading that is no section's."""

    DETAILS = "details"
    RESOURCES = "resources"
    QUESTIONS = "questions"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class Special:
    """What a heading announces."""

    block: Block
    scope: Scope | None = None


# Headings of published briefings and the words that people use in their place.
_DETAILS = """
additional information|further information|more information|other information|contacts|contact|contact us|key contacts
useful contacts|contact details|contact information|for more information|for further information|about this briefing
get in touch|publication details|document details|contacts and further information|further information and contacts
gwybodaeth ychwanegol|cysylltiadau
"""
_RESOURCES = """
resources|useful links|links|further reading|reading|references|useful resources|further resources|key resources
resources and links|links and resources|resources and further reading|further reading and resources|useful websites
websites|tools and resources|tools|training|training and resources|resources and training|useful links and resources
useful resources and links|read more|learn more|find out more|where to find out more|additional resources
more resources|bibliography|adnoddau
"""
_QUESTIONS = """
questions|questions to consider|questions for reflection|questions for discussion|questions for your team
questions for the team|questions for your practice|questions to ask|questions to ask yourself|reflect|reflection
reflections|reflective questions|reflection questions|reflection points|points for reflection|points to consider
time to reflect|discussion|discussion points|points for discussion|discussion questions|challenge questions
questions and discussion|for discussion|team discussion|things to discuss|think about|consider|cwestiynau
"""
_SUPPORT = """
support|support lines|helplines|help and support|support and helplines|getting support|where to get support
where to get help|support for you|support for practitioners|sources of support|national helplines|useful helplines
"""
_scopes = {"local": Scope.LOCAL, "national": Scope.NATIONAL}


def _phrases(written: str) -> frozenset[str]:
    return frozenset(phrase for line in written.split("\n") for phrase in line.split("|") if phrase)


_blocks = {
    Block.DETAILS: _phrases(_DETAILS),
    Block.RESOURCES: _phrases(_RESOURCES),
    Block.QUESTIONS: _phrases(_QUESTIONS),
    Block.SUPPORT: _phrases(_SUPPORT),
}


def special(text: str) -> Special | None:
    """Return what a heading announces, or None where it is a heading like any other."""
    stated = folded(text)
    first, _, rest = stated.partition(" ")
    if scope := _scopes.get(first):
        block = special(rest)
        return Special(block.block, scope) if block and block.block in {Block.RESOURCES, Block.SUPPORT} else None
    return next((Special(block) for block, phrases in _blocks.items() if stated in phrases), None)
