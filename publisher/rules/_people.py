"""Words in which a person's name can be known without a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.house import House

NAME = r"[A-Z](?:[a-z’']?[A-Z])?[a-zà-ž]+(?:-[A-Z][a-zà-ž]+)?"
"""A word that may be a name: a capital and small letters, as Smith, O'Neill, McDonald and Anne-Marie have."""

_not_names = """
A About Academy Action Acts Adult Adults After All Also An And Annual Any Apply April Are As Ask Assessment At August
Autumn Babies Baby Barnardo Be Because Before Being Black Board Both British Brother But By Cafcass Care Carer Carers
Case Centre Chair Check Chief Child Childline Children Christian Christmas Clinic College Community Conference Contact
Council County Court Covid Crown Dad Daily Day December Department Designated Director Domestic Drug Duty Each Early
Easter Education Emergency England English Essex Europe European Every Everyone Families Family Father February Find
Five Foster Four Friday From General Gillick Girl Good Government Grandfather Grandmother Group Had Has Have He Head
Health Helpline Her His Home Hospital House Housing How However Hub I If In Independent Indian Information Inspector
Ireland Irish It Its January Joint July June Key Lead Learning Let Levels Listen Local London Look Lord Make Manager
March Maternity May Mental Monday Most Mother Mum Muslim My National Neglect Never New No Nobody Northern Not Notice
November Now Nurse Nursery October Of Officer Ofsted On Once One Only Operation Or Other Our Out Panel Parent Parents
Partner Partners Partnership People Plan Police Polish Practice Practitioner Primary Prime Probation Professional
Professor Programme Project Protection Public Pupil Quality Read Reception Record Recording Refer Referral Report
Research Review Romanian Royal Safe Safeguarding Safer Samaritans Saturday School Scotland Scottish Secondary Section
See Senior September Serious Service Services Seven She Sibling Sister Six Social Some Someone Speak Staff Stage
Standard Standards State Statutory Step Strategy Student Summer Sunday Supervision Support Sure Surgery Talk Teacher
Team Ten That The Their Then There These They This Those Three Thursday Together Training Trust Tuesday Two Unit
United University Use Victim Virtual Visitor Voice Wales Ward We Wednesday Welsh West What When Where Which While
White Who Why Will Winter With Work Worker Workers Working Write Year You Young Your Youth
"""
NOT_NAMES = frozenset(_not_names.split())
"""Words that often have a capital and are no names of persons or small places."""


def public_words(house: House, texts: Iterable[str]) -> frozenset[str]:
    """Return the words of the names in the texts that have long been public."""
    return frozenset(
        word for text in texts for found in house.names.public.find(text) for word in re.findall(r"\w+", found.text)
    )
