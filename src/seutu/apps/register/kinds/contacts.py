"""Contacts, meetings with actors, and tasks."""

from typing import Any, Final

from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import EmailColumn, ReferenceColumn
from seutu.apps.register.choices import CONSENTS, LAWFUL_BASES, TASK_STATES
from seutu.apps.register.filters import CONTACT_FILTERS, TASK_FILTERS
from seutu.apps.register.kinds.sources import SOURCE, SOURCE_PLACE
from seutu.apps.register.models import Contact, Meeting, Task
from seutu.core.text import Text

ACTOR: Final = ReferenceColumn(
    name="actor",
    kind="actors",
    label=Text(fi="toimija", sv="aktör", en="actor"),
    synonyms=(
        "toimijan nimi",
        "organisaatio",
        "organisaation nimi",
        "yritys",
        "yrityksen nimi",
        "yritys/organisaatio",
        "työnantaja",
        "organisation",
        "företag",
        "arbetsgivare",
        "company",
        "employer",
    ),
    required=True,
    listed=True,
)
NOTE: Final = TextColumn(
    name="note",
    label=Text(fi="muistiinpano", sv="anteckning", en="note"),
    synonyms=("muistiinpanot", "huom", "huomautus", "huomioita", "lisätiedot", "lisätieto", "kommentti", "notes"),
    wide=True,
    max_length=5000,
)
CONTACTS: Final = Kind(
    name="contacts",
    model=Contact,
    singular=Text(fi="yhteyshenkilö", sv="kontaktperson", en="contact"),
    plural=Text(fi="Yhteyshenkilöt", sv="Kontaktpersoner", en="Contacts"),
    purpose=Text(
        fi="Kenen kanssa asioidaan, missä roolissa ja millä perusteella tietoja käsitellään.",
        sv="Vem vi har kontakt med, i vilken roll och på vilken grund uppgifterna behandlas.",
        en="Whom we deal with, in what role and on what basis their data are processed.",
    ),
    columns=(
        ACTOR,
        TextColumn(
            name="name",
            label=Text(fi="nimi", sv="namn", en="name"),
            synonyms=(
                "yhteyshenkilö",
                "yhteyshenkilön nimi",
                "kontakti",
                "kontaktihenkilö",
                "henkilö",
                "henkilön nimi",
                "kontaktperson",
                "contact",
                "contact person",
                "person",
            ),
            required=True,
            personal=True,
            searchable=True,
            listed=True,
            max_length=200,
        ),
        TextColumn(
            name="role",
            label=Text(fi="rooli", sv="roll", en="role"),
            synonyms=("titteli", "tehtävä", "tehtävänimike", "nimike", "asema", "titel", "befattning", "title"),
            listed=True,
            max_length=200,
        ),
        EmailColumn(
            name="email",
            label=Text(fi="sähköposti", sv="e-post", en="e-mail"),
            synonyms=("email", "sähköpostiosoite", "s-posti", "sposti", "meili", "epost", "e-postadress", "mail"),
            personal=True,
            searchable=True,
        ),
        TextColumn(
            name="phone",
            label=Text(fi="puhelin", sv="telefon", en="phone"),
            synonyms=(
                "puh",
                "puhelinnumero",
                "puhelinnro",
                "matkapuhelin",
                "kännykkä",
                "gsm",
                "mobil",
                "mobile",
                "telefonnummer",
                "tel",
            ),
            personal=True,
            max_length=40,
        ),
        ChoiceColumn(
            name="lawful_basis",
            choices=LAWFUL_BASES,
            label=Text(fi="käsittelyperuste", sv="rättslig grund", en="lawful basis"),
        ),
        DateColumn(name="basis_noted", label=Text(fi="peruste kirjattu", sv="grunden antecknad", en="basis noted on")),
        ChoiceColumn(
            name="consent",
            choices=CONSENTS,
            label=Text(fi="suostumus viesteihin", sv="samtycke till utskick", en="consent to mailings"),
            listed=True,
        ),
        DateColumn(
            name="consent_noted", label=Text(fi="suostumus kirjattu", sv="samtycket antecknat", en="consent noted on")
        ),
        DateColumn(name="active_from", label=Text(fi="alkaen", sv="från", en="from")),
        DateColumn(name="active_to", label=Text(fi="saakka", sv="till", en="until")),
        ReferenceColumn(
            name="successor", kind="contacts", label=Text(fi="seuraaja", sv="efterträdare", en="successor")
        ),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("actor", "name"),),
    order=("name",),
    filters=CONTACT_FILTERS,
    personal=True,
    area="network",
)
MEETINGS: Final = Kind(
    name="meetings",
    model=Meeting,
    singular=Text(fi="tapaaminen", sv="möte", en="meeting"),
    plural=Text(fi="Tapaamiset", sv="Möten", en="Meetings"),
    purpose=Text(
        fi="Mitä toimijan kanssa on puhuttu ja sovittu.",
        sv="Vad som har diskuterats och avtalats med aktören.",
        en="What was discussed and agreed with an actor.",
    ),
    columns=(
        ACTOR,
        DateColumn(name="held", label=Text(fi="päivä", sv="dag", en="date"), required=True, listed=True),
        TextColumn(
            name="subject", label=Text(fi="aihe", sv="ämne", en="subject"), required=True, searchable=True, listed=True
        ),
        NOTE,
        TextColumn(name="next_step", label=Text(fi="seuraava askel", sv="nästa steg", en="next step"), listed=True),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("actor", "held", "subject"),),
    order=("-held",),
    personal=True,
    area="activity",
)


def _owned(values: dict[str, Any]) -> dict[str, Text]:
    if values.get("state") == "open" and not values.get("owner") and not values.get("member"):
        return {
            "owner": Text(
                fi="Avoimella tehtävällä on oltava omistaja. Valitse yhteyshenkilö tai kirjoita jäsenen sähköposti.",
                sv="En öppen uppgift måste ha en ägare. Välj en kontaktperson eller skriv medlemmens e-post.",
                en="An open task must have an owner. Choose a contact or write a member's e-mail.",
            )
        }
    return {}


TASKS: Final = Kind(
    name="tasks",
    model=Task,
    singular=Text(fi="tehtävä", sv="uppgift", en="task"),
    plural=Text(fi="Tehtävät", sv="Uppgifter", en="Tasks"),
    purpose=Text(
        fi="Mitä on tehtävä, mihin mennessä ja kenen.",
        sv="Vad som ska göras, senast när och av vem.",
        en="What is to be done, by when and by whom.",
    ),
    columns=(
        TextColumn(
            name="name", label=Text(fi="tehtävä", sv="uppgift", en="task"), required=True, searchable=True, listed=True
        ),
        DateColumn(
            name="due",
            label=Text(fi="määräpäivä", sv="tidsfrist", en="due"),
            synonyms=("sista dag",),
            listed=True,
        ),
        ChoiceColumn(
            name="state", choices=TASK_STATES, label=Text(fi="tila", sv="läge", en="state"), required=True, listed=True
        ),
        ReferenceColumn(
            name="owner",
            kind="contacts",
            label=Text(fi="omistaja (yhteyshenkilö)", sv="ägare (kontaktperson)", en="owner (contact)"),
            listed=True,
        ),
        EmailColumn(
            name="member",
            label=Text(
                fi="omistaja (jäsenen sähköposti)", sv="ägare (medlemmens e-post)", en="owner (member's e-mail)"
            ),
            personal=True,
        ),
        ReferenceColumn(name="actor", kind="actors", label=Text(fi="toimija", sv="aktör", en="actor")),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name", "due", "actor", "owner", "member"),),
    order=("due", "name"),
    filters=TASK_FILTERS,
    personal=True,
    area="activity",
    check=_owned,
)
