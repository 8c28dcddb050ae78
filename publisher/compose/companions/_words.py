"""The words of companions, in the languages a document may have. In ``{}`` stands what each says for itself."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.languages import is_welsh


@dataclass(frozen=True, slots=True)
class Words:
    """The headings, labels and sentences of one language."""

    slides: str
    facilitator: str
    action_plan: str
    read_aloud: str
    goes_with: str
    version: str
    before: str
    bring: tuple[str, ...]
    timing: str
    takes: str
    longer: str
    part: str
    length: str
    ends: str
    beforehand: str
    talk: str
    stop: str
    when_to_stop: tuple[str, ...]
    notes_on: str
    about_the_plan: str
    team: str
    meeting: str
    what: str
    who: str
    by_when: str
    done: str
    action_number: str
    other_actions: str
    other_number: str
    review: str
    look_again: str
    readers: str
    how: tuple[str, ...]
    welcome: str
    greeting: str
    leader: str
    reader: tuple[str, str]
    pause: str
    questions_follow: str
    close: str
    thanks: str
    support: str
    address: str
    in_short: str
    read_it: str
    link: str


_ENGLISH = Words(
    slides="Slides for a team meeting",
    facilitator="Facilitator’s sheet",
    action_plan="Action plan",
    read_aloud="Script to read aloud",
    goes_with="This goes with the {series} “{title}”.",
    version="Version of {date}.",
    before="Before the meeting",
    bring=(
        "Read the briefing, and choose the questions that fit your team.",
        (
            "Bring a copy of the briefing for everyone, a clock, and pens and paper. Bring the slides and the"
            " action plan if you use them."
        ),
        "Ask two people to read aloud, and one to keep time.",
        (
            "Some of those who listen may have lived through what this is about. Say at the start that anyone"
            " may leave the room, and where to find support."
        ),
    ),
    timing="Timing",
    takes=(
        "Read aloud, the sections take {aloud} of seven minutes, at {words} words a minute. That leaves {left} to talk."
    ),
    longer=(
        "The whole briefing takes longer than seven minutes. Ask everyone to read what is marked in the table"
        " before the meeting."
    ),
    part="Part",
    length="Takes",
    ends="Ends at",
    beforehand="read beforehand",
    talk="Questions",
    stop="When to stop",
    when_to_stop=(
        "Stop at seven minutes by the clock. Go on only if everyone has agreed to stay.",
        "Stop sooner if someone is upset.",
        "Do not let the talk turn to a child or family whom others could recognise. Take that to supervision.",
        "If you hear of a child who may be at risk now, follow your procedures at once.",
    ),
    notes_on="Notes on question {number}",
    about_the_plan="About this plan",
    team="Team",
    meeting="Date of the meeting",
    what="What",
    who="Who",
    by_when="By when",
    done="Done",
    action_number="action {number}",
    other_actions="Other actions that we agree",
    other_number="other action {number}",
    review="When we look again",
    look_again="We look at this plan again on",
    readers="How to use this script",
    how=(
        "Two people read in turn; the facilitator says the rest. The times are for {words} words a minute.",
        "There are no web addresses here: they stand in the briefing.",
    ),
    welcome="Welcome",
    greeting="Welcome. Our briefing today is called “{title}”.",
    leader="Facilitator",
    reader=(
        "First reader",
        "Second reader",
    ),
    pause="Pause.",
    questions_follow="Here are some questions for us.",
    close="Close",
    thanks="Thank you. The briefing has the links and contacts. {publisher} has published it.",
    support="If this has upset you, support is there: {lines}.",
    address="the address in the briefing",
    in_short="In short",
    read_it="Read it",
    link="Find the briefing on the website of {publisher}",
)

_WELSH = Words(
    slides="Sleidiau ar gyfer cyfarfod tîm",
    facilitator="Taflen yr hwylusydd",
    action_plan="Cynllun gweithredu",
    read_aloud="Sgript i’w darllen yn uchel",
    goes_with="Mae hwn yn mynd gyda’r {series} “{title}”.",
    version="Fersiwn {date}.",
    before="Cyn y cyfarfod",
    bring=(
        "Darllenwch y papur briffio, a dewiswch y cwestiynau sy’n addas i’ch tîm.",
        (
            "Dewch â chopi o’r papur briffio i bawb, cloc, a phapur a phinnau ysgrifennu. Dewch â’r sleidiau "
            "a’r cynllun gweithredu os ydych yn eu defnyddio."
        ),
        "Gofynnwch i ddau berson ddarllen yn uchel, ac i un gadw’r amser.",
        (
            "Efallai fod rhai o’r gwrandawyr wedi byw drwy’r hyn sydd dan sylw. Dywedwch ar y dechrau y caiff"
            " unrhyw un adael yr ystafell, a ble mae cymorth ar gael."
        ),
    ),
    timing="Amseru",
    takes=(
        "Wrth ddarllen yn uchel, mae’r adrannau’n cymryd {aloud} o’r saith munud, ar {words} gair y funud. "
        "Mae hynny’n gadael {left} i siarad."
    ),
    longer=(
        "Mae’r papur briffio cyfan yn cymryd mwy na saith munud. Gofynnwch i bawb ddarllen yr hyn sydd wedi’i"
        " nodi yn y tabl cyn y cyfarfod."
    ),
    part="Rhan",
    length="Hyd",
    ends="Yn gorffen am",
    beforehand="darllen ymlaen llaw",
    talk="Cwestiynau",
    stop="Pryd i stopio",
    when_to_stop=(
        "Stopiwch ar ôl saith munud yn ôl y cloc. Ewch ymlaen dim ond os yw pawb wedi cytuno i aros.",
        "Stopiwch yn gynt os oes rhywun wedi cynhyrfu.",
        (
            "Peidiwch â gadael i’r sgwrs droi at blentyn neu deulu y gallai eraill eu hadnabod. Ewch â hynny "
            "i oruchwyliaeth."
        ),
        "Os clywch am blentyn a all fod mewn perygl nawr, dilynwch eich gweithdrefnau ar unwaith.",
    ),
    notes_on="Nodiadau ar gwestiwn {number}",
    about_the_plan="Am y cynllun hwn",
    team="Tîm",
    meeting="Dyddiad y cyfarfod",
    what="Beth",
    who="Pwy",
    by_when="Erbyn pryd",
    done="Wedi’i wneud",
    action_number="cam gweithredu {number}",
    other_actions="Camau eraill rydym yn cytuno arnynt",
    other_number="cam arall {number}",
    review="Pryd byddwn yn edrych eto",
    look_again="Byddwn yn edrych ar y cynllun hwn eto ar",
    readers="Sut i ddefnyddio’r sgript hon",
    how=(
        (
            "Mae dau berson yn darllen bob yn ail; yr hwylusydd sy’n dweud y gweddill. Mae’r amseroedd ar "
            "gyfer {words} gair y funud."
        ),
        "Nid oes cyfeiriadau gwe yma: maent yn y papur briffio.",
    ),
    welcome="Croeso",
    greeting="Croeso. Enw ein papur briffio heddiw yw “{title}”.",
    leader="Hwylusydd",
    reader=(
        "Darllenydd cyntaf",
        "Ail ddarllenydd",
    ),
    pause="Saib.",
    questions_follow="Dyma rai cwestiynau i ni.",
    close="I gloi",
    thanks="Diolch. Mae’r dolenni a’r manylion cyswllt yn y papur briffio. Cyhoeddwyd gan {publisher}.",
    support="Os yw hyn wedi’ch cynhyrfu, mae cymorth ar gael: {lines}.",
    address="y cyfeiriad yn y papur briffio",
    in_short="Yn gryno",
    read_it="Darllenwch ef",
    link="Dewch o hyd i’r papur briffio ar wefan {publisher}",
)


def words(language: str) -> Words:
    """Return the words for a language tag: Welsh for ``cy``, English for every other."""
    return _WELSH if is_welsh(language) else _ENGLISH
