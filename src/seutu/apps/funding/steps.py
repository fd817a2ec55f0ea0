"""The steps of an application: which state may follow which, what each step is called and what it asks for.

Words and rules only. Not for taking a step (application_operations.py).
"""

from typing import Final

from seutu.apps.funding.choices import APPLICATION_STATES
from seutu.core.text import LANGUAGES, Text

_OPEN: Final = {
    "draft": ("submitted",),
    "submitted": ("supplement_requested", "scored"),
    "supplement_requested": ("supplemented",),
    "supplemented": ("supplement_requested", "scored"),
    "scored": ("proposed",),
    "proposed": ("approved", "approved_with_conditions", "rejected"),
    "approved": ("contracted",),
    "approved_with_conditions": ("contracted",),
    "contracted": ("closed",),
}
FOLLOWING: Final[dict[str, tuple[str, ...]]] = {
    **{state: (*after, "withdrawn") for state, after in _OPEN.items()},
    "rejected": ("closed",),
    "withdrawn": (),
    "closed": (),
}
"""What may follow each state. An application is withdrawn from any state in which it is still open."""
NEW_STATES: Final = ("draft", "submitted")
"""States in which anybody who writes may add an application; one in another has been handled somewhere already."""
SUBMITTING: Final = ("submitted", "supplemented")
"""Steps at which the applicant hands in: a version is kept, and that is what the funder sees."""
SCORING_OPEN: Final = ("submitted", "supplement_requested", "supplemented")
DECIDING: Final = ("approved", "approved_with_conditions", "rejected")
DAY_OF: Final = {
    "submitted": "submitted_on",
    "scored": "handled_on",
    "approved": "decided_on",
    "approved_with_conditions": "decided_on",
    "rejected": "decided_on",
}
"""The application's own day that a step fills in, unless it is known already."""
STATE_NAMES: Final = {each.code: each.label for each in APPLICATION_STATES}
STEP_NAMES: Final = {
    "submitted": Text(fi="Jätä hakemus", sv="Lämna in ansökan", en="Submit the application"),
    "supplement_requested": Text(fi="Pyydä täydennystä", sv="Begär komplettering", en="Request supplements"),
    "supplemented": Text(
        fi="Lähetä täydennetty hakemus", sv="Sänd den kompletterade ansökan", en="Send the supplemented application"
    ),
    "scored": Text(fi="Päätä pisteytys", sv="Avsluta poängsättningen", en="Close the scoring"),
    "proposed": Text(fi="Esitä ratkaistavaksi", sv="Föreslå för avgörande", en="Propose for decision"),
    "approved": Text(fi="Kirjaa hyväksytyksi", sv="Anteckna som godkänd", en="Record as approved"),
    "approved_with_conditions": Text(
        fi="Kirjaa hyväksytyksi ehdoin", sv="Anteckna som godkänd med villkor", en="Record as approved with conditions"
    ),
    "rejected": Text(fi="Kirjaa hylätyksi", sv="Anteckna som avslagen", en="Record as rejected"),
    "contracted": Text(fi="Kirjaa sopimus tehdyksi", sv="Anteckna avtalet som ingånget", en="Record the contract"),
    "withdrawn": Text(fi="Peru hakemus", sv="Återta ansökan", en="Withdraw the application"),
    "closed": Text(fi="Päätä asia", sv="Avsluta ärendet", en="Close the case"),
}
STEP_MEANS: Final = {
    "submitted": Text(
        fi="Hakemuksesta ja hankkeen suunnitelmasta tallennetaan versio. Rahoittaja näkee vain sen.",
        sv="En version av ansökan och projektplanen sparas. Finansiären ser bara den.",
        en="A version of the application and of the project's plan is kept. The funder sees that version only.",
    ),
    "supplement_requested": Text(
        fi="Hakija saa täydennyspyynnöt. Pisteitä voi antaa koko ajan.",
        sv="Sökanden får begärandena om komplettering. Poäng kan ges hela tiden.",
        en="The applicant gets the supplement requests. Scores can be given all the time.",
    ),
    "supplemented": Text(
        fi="Täydennetystä hakemuksesta tallennetaan uusi versio. Rahoittaja näkee sen.",
        sv="En ny version av den kompletterade ansökan sparas. Finansiären ser den.",
        en="A new version of the supplemented application is kept. The funder sees it.",
    ),
    "scored": Text(
        fi="Pisteet eivät enää muutu, ja työtilan omistaja näkee ne kaikki.",
        sv="Poängen ändras inte längre, och arbetsytans ägare ser alla.",
        en="Scores change no more, and the owner of the workspace sees them all.",
    ),
    "proposed": Text(
        fi="Hakemus siirtyy päättäjän ratkaistavaksi.",
        sv="Ansökan går vidare till beslutsfattaren.",
        en="The application goes to whoever decides.",
    ),
    "approved": Text(
        fi="Päätös perusteluineen on kirjattu.", sv="Beslutet är antecknat.", en="The decision has been recorded."
    ),
    "approved_with_conditions": Text(
        fi="Päätös ehtoineen on kirjattu.",
        sv="Beslutet med villkor är antecknat.",
        en="The decision with its conditions has been recorded.",
    ),
    "rejected": Text(
        fi="Kielteinen päätös perusteluineen on kirjattu.",
        sv="Det negativa beslutet är antecknat.",
        en="The negative decision has been recorded.",
    ),
    "contracted": Text(
        fi="Rahoitus on sovittu ja työ voi alkaa.",
        sv="Finansieringen är avtalad och arbetet kan börja.",
        en="The funding is agreed and the work can begin.",
    ),
    "withdrawn": Text(
        fi="Hakemusta ei enää käsitellä.", sv="Ansökan behandlas inte längre.", en="The application is handled no more."
    ),
    "closed": Text(fi="Asiassa ei tehdä enää mitään.", sv="Inget mer görs i ärendet.", en="Nothing more is done."),
}
_NEXT: Final = Text(
    fi="Tilasta ”{state}” voi siirtyä näin: {steps}.",
    sv="Från läget ”{state}” kommer man vidare så här: {steps}.",
    en="From “{state}” the next step is one of these: {steps}.",
)
_END: Final = Text(
    fi="Tilasta ”{state}” ei siirrytä enää mihinkään.",
    sv="Från läget ”{state}” går man inte vidare.",
    en="Nothing follows “{state}”.",
)
_BY_ITSELF: Final = Text(
    fi="Tila vaihtuu hakemuksen omalla sivulla, jossa vaihe saa päivän ja hakemuksesta tallennetaan versio. {next} "
    "Väärän vaiheen voit kumota tapahtumista.",
    sv="Läget ändras på ansökans egen sida, där steget får en dag och en version sparas. {next} Ett felaktigt steg kan "
    "du ångra i händelserna.",
    en="The state changes on the application's own page, where the step gets its day and a version is kept. {next} A "
    "wrong step can be undone in the activity log.",
)
_NOT_NOW: Final = Text(
    fi="Tilasta ”{state}” ei voi siirtyä tilaan ”{to}”. {next}",
    sv="Från läget ”{state}” kan man inte gå till ”{to}”. {next}",
    en="“{to}” cannot follow “{state}”. {next}",
)


def may_follow(state: str, to: str) -> bool:
    """Return whether a state may follow another."""
    return to in FOLLOWING.get(state, ())


def leads_to(state: str, to: str) -> bool:
    """Return whether a state can be reached from another by steps, so that returning to it takes steps back."""
    seen, ahead = {state}, [state]
    while ahead:
        after = set(FOLLOWING.get(ahead.pop(), ())) - seen
        seen |= after
        ahead += after
    return to in seen - {state}


def what_next(state: str) -> Text:
    """Say which steps can be taken from a state."""
    after = FOLLOWING.get(state, ())
    if not after:
        return _END.filled(state=STATE_NAMES[state])
    steps = {language: ", ".join(STEP_NAMES[each].in_language(language) for each in after) for language in LANGUAGES}
    return _NEXT.filled(state=STATE_NAMES[state], steps=Text(**steps))


def told_next(state: str) -> Text:
    """Say that a form does not change the state, and where it changes."""
    return _BY_ITSELF.filled(next=what_next(state))


def not_possible(state: str, to: str) -> Text:
    """Say that a step cannot be taken, and what can."""
    return _NOT_NOW.filled(state=STATE_NAMES[state], to=STATE_NAMES.get(to, Text.same(to)), next=what_next(state))
