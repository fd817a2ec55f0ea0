"""Contacts: people in a role at an actor."""

from typing import Final

from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import EmailColumn, ReferenceColumn
from seutu.apps.register.choices import CONSENTS, LAWFUL_BASES
from seutu.apps.register.filters import CONTACT_FILTERS
from seutu.apps.register.kinds.shared_columns import ACTOR, NOTE, SOURCE, SOURCE_PLACE
from seutu.apps.register.models import Contact
from seutu.core.text import Text

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
