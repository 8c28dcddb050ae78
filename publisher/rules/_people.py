"""Words in which a person's name can be known without a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.house import House

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
NAME = rf"[{_CAPITAL}](?:[a-z’']?[{_CAPITAL}])?[a-zß-ž]+(?:-[{_CAPITAL}][a-zß-ž]+)?"
"""A word that may be a name: a capital and small letters, as Smith, O'Neill, McDonald, Łukasz and Anne-Marie have."""
SENTENCE_START = r"(?:^|(?<=[.!?\n]\s)|(?<=\n))"
"""Where a sentence begins, and any word has a capital."""

_not_names = """
A About Academy Across Action Acts Adoption Adoptive Adult Adultification Adults Afghan African After Afterwards Again
Against Ahead Albanian Algerian All Also Although American Amharic An And Anglican Angolan Annual Another Any Apgar
Apply April Arab Arabic Are Around As Asian Ask Assessment At August Aunt Auntie Australian Autistic Autumn Babies Baby
Band Bangladeshi Barnardo Be Because Before Behind Being Bengali Besides Between Beyond Birth Black Board Body Bosnian
Both Brazilian British Brother Buddhist Bulgarian But By Cafcass Canadian Care Carer Carers Caribbean Case Catholic
Centre Chair Check Chief Child Childline Children Chinese Christian Christmas Clinic College Colombian Community
Conference Congolese Contact Council County Court Cousin Covid Crimestoppers Croatian Crown Czech Dad Daily Dari
Daughter Day Deaf December Department Deputy Designated Despite Director Diwali Domestic Dr Drug Dual During Dutch Duty
Each Early Easter Education Egyptian Eid Eight Either Elder Eleven Elsewhere Emergency England English Eritrean Essex
Estonian Ethiopian Europe European Every Everybody Everyone Facebook Families Family Farsi Father February Female Few
Filipino Find Finnish First Five Following Forum Foster Fostering Four French Friday From Furthermore Gambian General
German Ghanaian Gillick Girl Good Google Googled Government Gran Grandad Grandfather Grandma Grandmother Granny Greek
Group Gujarati Gypsy Had Half Has Have He Head Health Helpline Hence Her Here Hindu His Home Hospital House Housing How
However Hub Hungarian I If In Independent Indian Information Inspector Instagram Instead Iranian Iraqi Ireland Irish
Israeli It Italian Its Jamaican January Japanese Jewish Joint Jordanian July June Kenyan Key Kooth Korean Kosovan
Kurdish Kuwaiti Later Latvian Lead Learning Lebanese Let Levels Libyan Likewise Listen Lithuanian Local Lockdown Locum
London Look Looked Lord Make Malawian Male Management Manager Many March Maternity Maths May Meanwhile Men Mental
Methodist Mexican Miss Mixed Moldovan Monday More Moreover Moroccan Most Mother Mr Mrs Ms Mum Muslim Mx My Name Names
Nan Nana National Near Neglect Neither Nepalese Nepali Never Nevertheless New Next Nigerian Nine No Nobody None
Nonetheless Northern Norwegian Not Notice November Now Nurse Nursery October Of Officer Ofsted Often Older On Once One
Only Operation Or Orthodox Other Others Otherwise Our Out Outside Overall Overnight Pakistani Palestinian Panel Papyrus
Parent Parents Partner Partners Partnership Pashto Pentecostal People Perhaps Plan Please Police Polish Portuguese
Practice Practitioner Practitioners Prevent Primary Prime Probation Professional Professionals Professor Programme
Project Protection Public Punjabi Pupil Quality Ramadan Read Reception Record Recording Refer Referral Registrar
Remember Report Research Review Roblox Roma Romanian Royal Russian Rwandan Safe Safeguarding Safer Samaritans Saturday
Scheme School Scotland Scottish Second Secondary Section See Senegalese Senior September Serbian Serious Service
Services Seven Several She Shia Sibling Siblings Sikh Since Sister Six Slovak Snapchat Social Somali Some Somebody
Someone Sometimes Son Soon Spanish Speak Staff Stage Standard Standards State Statutory Step Stepdad Stepfather
Stepmother Stepmum Still Strategy Student Subject Sudanese Summer Sunday Sunni Supervision Support Sure Surgery Swedish
Swiss Syrian Talk Tamil Tanzanian Teacher Team Teams Ten Thai That The Their Then There Therefore These They Third This
Those Though Three Through Throughout Thursday Thus Tigrinya Today Together Tomorrow Toward Towards Training Traveller
Trust Tuesday Tunisian Turkish Twelve Twin Twins Two Ugandan Ukrainian Unborn Uncle Under Unit United Universal
University Unlike Until Urdu Use Victim Vietnamese Virtual Visitor Visits Voice Wales Ward We Wednesday Welsh West What
When Where Whether Which While White Who Whoever Why Will Winter With Within Without Women Work Worker Workers Working
Write Year Yemeni Yesterday You Young Younger Your Youth Zimbabwean
"""
NOT_NAMES = frozenset(_not_names.split())
"""Words that often have a capital and are no names of persons or small places."""


def public_words(house: House, texts: Iterable[str]) -> frozenset[str]:
    """Return the words of the names in the texts that have long been public."""
    return frozenset(
        word for text in texts for found in house.names.public.find(text) for word in re.findall(r"\w+", found.text)
    )
