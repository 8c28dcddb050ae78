"""Words in which a person's name can be known without a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.house import House

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
NAME = rf"[{_CAPITAL}](?:[a-z’']?[{_CAPITAL}])?[a-zß-ž]+(?:-[{_CAPITAL}][a-zß-ž]+)?"
"""A word that may be a name: a capital and small letters, as Smith, O'Neill, McDonald, Łukasz and Anne-Marie have."""

_not_names = """
A About Academy Action Acts Adoptive Adult Adultification Adults Afghan African After Afterwards Again Albanian All
Also American An And Anglican Annual Any Apgar Apply April Are As Asian Ask Assessment At August Aunt Auntie
Australian Autumn Babies Baby Band Bangladeshi Barnardo Be Because Before Being Birth Black Board Both Brazilian
British Brother Buddhist Bulgarian But By Cafcass Care Carer Carers Caribbean Case Catholic Centre Chair Check Chief
Child Childline Children Chinese Christian Christmas Clinic College Community Conference Contact Council County Court
Cousin Covid Crown Czech Dad Daily Daughter Day December Department Designated Director Domestic Drug Dutch Duty Each
Early Easter Education Elder Emergency England English Eritrean Essex Ethiopian Europe European Every Everybody
Everyone Families Family Father February Female Find Five Following Forum Foster Four French Friday From General
German Ghanaian Gillick Girl Good Government Gran Grandad Grandfather Grandma Grandmother Granny Greek Group Gypsy Had
Half Has Have He Head Health Helpline Her Hindu His Home Hospital House Housing How However Hub Hungarian I If In
Independent Indian Information Inspector Instead Iranian Iraqi Ireland Irish It Italian Its Jamaican January Japanese
Jewish Joint July June Kenyan Key Kurdish Later Latvian Lead Learning Let Levels Listen Lithuanian Local London Look
Looked Lord Make Male Management Manager March Maternity May Meanwhile Mental Monday Most Mother Mum Muslim My Name
Names Nan Nana National Neglect Never New Next Nigerian No Nobody Northern Not Notice November Now Nurse Nursery
October Of Officer Ofsted Often Older On Once One Only Operation Or Other Our Out Overnight Pakistani Panel Parent
Parents Partner Partners Partnership People Plan Police Polish Portuguese Practice Practitioner Practitioners Prevent
Primary Prime Probation Professional Professionals Professor Programme Project Protection Public Pupil Quality Read
Reception Record Recording Refer Referral Report Research Review Roma Romanian Royal Russian Safe Safeguarding Safer
Samaritans Saturday School Scotland Scottish Secondary Section See Senior September Serious Service Services Seven She
Sibling Siblings Sikh Sister Six Slovak Social Somali Some Somebody Someone Sometimes Son Spanish Speak Staff Stage
Standard Standards State Statutory Step Stepdad Stepfather Stepmother Stepmum Still Strategy Student Subject Sudanese
Summer Sunday Supervision Support Sure Surgery Talk Teacher Team Ten That The Their Then There These They This Those
Three Thursday Today Together Tomorrow Training Traveller Trust Tuesday Turkish Twin Twins Two Ugandan Ukrainian
Unborn Uncle Unit United University Use Victim Vietnamese Virtual Visitor Voice Wales Ward We Wednesday Welsh West
What When Where Which While White Who Why Will Winter With Work Worker Workers Working Write Year Yesterday You Young
Younger Your Youth Zimbabwean
"""
NOT_NAMES = frozenset(_not_names.split())
"""Words that often have a capital and are no names of persons or small places."""


def public_words(house: House, texts: Iterable[str]) -> frozenset[str]:
    """Return the words of the names in the texts that have long been public."""
    return frozenset(
        word for text in texts for found in house.names.public.find(text) for word in re.findall(r"\w+", found.text)
    )
