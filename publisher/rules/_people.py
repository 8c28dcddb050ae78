"""Words in which a person's name can be known without a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.house import House

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
NAME = rf"[{_CAPITAL}](?:[a-z’']?[{_CAPITAL}])?[a-zß-ž]+(?:-[{_CAPITAL}][a-zß-ž]+)?"
"""A word that may be a name: a capital and small letters, as Smith, O'Neill, McDonald, Łukasz and Anne-Marie have."""

_not_names = """
A About Academy Action Acts Adoptive Adult Adults Afghan African After Albanian All Also An And Annual Any Apply April
Are As Asian Ask Assessment At August Autumn Babies Baby Bangladeshi Barnardo Be Because Before Being Birth Black
Board Both British Brother But By Cafcass Care Carer Carers Caribbean Case Centre Chair Check Chief Child Childline
Children Chinese Christian Christmas Clinic College Community Conference Contact Council County Court Covid Crown Dad
Daily Day December Department Designated Director Domestic Drug Duty Each Early Easter Education Elder Emergency
England English Essex Europe European Every Everybody Everyone Families Family Father February Female Find Five Foster
Four Friday From General Gillick Girl Good Government Grandfather Grandmother Group Gypsy Had Half Has Have He Head
Health Helpline Her Hindu His Home Hospital House Housing How However Hub I If In Independent Indian Information
Inspector Ireland Irish It Its January Jewish Joint July June Key Kurdish Later Lead Learning Let Levels Listen Local
London Look Lord Make Male Management Manager March Maternity May Mental Monday Most Mother Mum Muslim My Name Names
National Neglect Never New Nigerian No Nobody Northern Not Notice November Now Nurse Nursery October Of Officer Ofsted
Older On Once One Only Operation Or Other Our Out Pakistani Panel Parent Parents Partner Partners Partnership People
Plan Police Polish Practice Practitioner Practitioners Primary Prime Probation Professional Professionals Professor
Programme Project Protection Public Pupil Quality Read Reception Record Recording Refer Referral Report Research
Review Roma Romanian Royal Safe Safeguarding Safer Samaritans Saturday School Scotland Scottish Secondary Section See
Senior September Serious Service Services Seven She Sibling Sikh Sister Six Social Somali Some Somebody Someone Speak
Staff Stage Standard Standards State Statutory Step Strategy Student Subject Summer Sunday Supervision Support Sure
Surgery Talk Teacher Team Ten That The Their Then There These They This Those Three Thursday Together Training
Traveller Trust Tuesday Two Ukrainian Unborn Unit United University Use Victim Vietnamese Virtual Visitor Voice Wales
Ward We Wednesday Welsh West What When Where Which While White Who Why Will Winter With Work Worker Workers Working
Write Year You Young Younger Your Youth
"""
NOT_NAMES = frozenset(_not_names.split())
"""Words that often have a capital and are no names of persons or small places."""


def public_words(house: House, texts: Iterable[str]) -> frozenset[str]:
    """Return the words of the names in the texts that have long been public."""
    return frozenset(
        word for text in texts for found in house.names.public.find(text) for word in re.findall(r"\w+", found.text)
    )
