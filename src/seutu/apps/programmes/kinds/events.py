"""The kind of records that are events: what is arranged for many, when and where, by whom, for whom.

Not for conversations with one actor: those are the register's log, the kind ``meetings``.
"""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from seutu.apps.places.kinds import GROUP_FILTER
from seutu.apps.programmes.choices import EVENT_TYPES
from seutu.apps.programmes.models import Event
from seutu.apps.records.sheets.clocks import ClockColumn
from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Filter, Kind
from seutu.apps.records.sheets.references import LinkColumn, MunicipalityColumn, ReferenceColumn
from seutu.apps.register.kinds.shared_columns import SOURCE, SOURCE_PLACE
from seutu.core.text import Text

TEXT_LENGTH: Final = 20000


def _in_order(values: dict[str, Any]) -> dict[str, Text]:
    """Refuse an event that ends before it begins, or that has a clock time without its day."""
    start, end = values.get("start"), values.get("end")
    if isinstance(start, date) and isinstance(end, date) and end < start:
        return {
            "end": Text(
                fi="Tapahtuma päättyy ennen kuin se alkaa. Tarkista päivät.",
                sv="Evenemanget slutar innan det börjar. Kontrollera dagarna.",
                en="The event ends before it begins. Check the days.",
            )
        }
    begins, ends = values.get("starts_at"), values.get("ends_at")
    if begins and ends and end in {None, start} and ends < begins:
        return {
            "ends_at": Text(
                fi="Tapahtuma päättyy ennen kuin se alkaa. Tarkista kellonajat tai kirjoita päättymispäivä.",
                sv="Evenemanget slutar innan det börjar. Kontrollera klockslagen eller skriv slutdagen.",
                en="The event ends before it begins. Check the times or write the last day.",
            )
        }
    return {}


EVENTS: Final = Kind(
    name="events",
    model=Event,
    singular=Text(fi="tapahtuma", sv="evenemang", en="event"),
    plural=Text(fi="Tapahtumat", sv="Evenemang", en="Events"),
    purpose=Text(
        fi="Mitä järjestetään, milloin ja missä: koulutukset, työpajat, vierailut, messut.",
        sv="Vad som ordnas, när och var: utbildningar, workshoppar, besök, mässor.",
        en="What is arranged, when and where: training, workshops, visits, fairs.",
    ),
    columns=(
        TextColumn(
            name="name",
            label=Text(fi="nimi", sv="namn", en="name"),
            synonyms=("tapahtuma", "tapahtuman nimi", "otsikko", "evenemang", "rubrik", "event", "event name", "title"),
            required=True,
            searchable=True,
            listed=True,
        ),
        ChoiceColumn(
            name="event_type",
            choices=EVENT_TYPES,
            label=Text(fi="laji", sv="slag", en="kind"),
            synonyms=("tapahtuman laji", "tapahtumatyyppi", "tyyppi", "evenemangstyp", "typ", "type"),
            listed=True,
        ),
        DateColumn(
            name="start",
            label=Text(fi="alkaa", sv="börjar", en="starts"),
            synonyms=("päivä", "päivämäärä", "pvm", "alkamispäivä", "datum", "date", "start date"),
            required=True,
            listed=True,
        ),
        ClockColumn(
            name="starts_at",
            label=Text(fi="alkaa klo", sv="börjar kl.", en="starts at"),
            synonyms=("klo", "kello", "kellonaika", "alkamisaika", "klockslag", "tid", "time", "start time"),
        ),
        DateColumn(
            name="end",
            label=Text(fi="päättyy", sv="slutar", en="ends"),
            synonyms=("päättymispäivä", "loppupäivä", "slutdatum", "end date"),
        ),
        ClockColumn(
            name="ends_at",
            label=Text(fi="päättyy klo", sv="slutar kl.", en="ends at"),
            synonyms=("päättymisaika", "sluttid", "end time"),
        ),
        MunicipalityColumn(
            name="municipality",
            label=Text(fi="kunta", sv="kommun", en="municipality"),
            synonyms=("paikkakunta", "kaupunki", "ort", "town", "city"),
            searchable=True,
            listed=True,
        ),
        TextColumn(
            name="venue",
            label=Text(fi="paikka", sv="plats", en="venue"),
            synonyms=("tapahtumapaikka", "tila", "osoite", "lokal", "address"),
            help=Text(
                fi="Rakennus, sali tai osoite; verkkotapahtumassa ”verkossa”.",
                sv="Byggnad, sal eller adress; för ett webbevenemang ”på webben”.",
                en="Building, room or address; for an online event “online”.",
            ),
        ),
        ReferenceColumn(
            name="organiser",
            kind="actors",
            label=Text(fi="järjestäjä", sv="arrangör", en="organiser"),
            synonyms=("järjestävä taho", "organisoija", "organizer"),
            listed=True,
        ),
        ReferenceColumn(name="project", kind="projects", label=Text(fi="hanke", sv="projekt", en="project")),
        ReferenceColumn(
            name="survey",
            kind="surveys",
            label=Text(fi="palautekysely", sv="responsenkät", en="feedback survey"),
            help=Text(
                fi="Kysely, jolla osallistujilta kysytään palautetta. Sama kysely voi olla monen tapahtuman.",
                sv="Enkäten som deltagarna ger respons med. Flera evenemang kan ha samma enkät.",
                en="The survey by which participants give feedback. Several events may have the same survey.",
            ),
        ),
        TextColumn(
            name="target_group",
            label=Text(fi="kohderyhmä", sv="målgrupp", en="audience"),
            synonyms=("kenelle", "för vem", "for whom"),
        ),
        NumberColumn(
            name="participant_count",
            decimals=0,
            minimum=Decimal(0),
            maximum=Decimal(999_999_999),
            label=Text(fi="osallistujia", sv="deltagare", en="participants"),
            synonyms=("osallistujamäärä", "osallistujien määrä", "antal deltagare", "number of participants"),
        ),
        TextColumn(
            name="programme",
            label=Text(fi="ohjelma", sv="program", en="programme"),
            synonyms=("ohjelman sisältö", "agenda"),
            wide=True,
            max_length=TEXT_LENGTH,
        ),
        TextColumn(
            name="description",
            label=Text(fi="kuvaus", sv="beskrivning", en="description"),
            wide=True,
            searchable=True,
            max_length=TEXT_LENGTH,
        ),
        LinkColumn(
            name="url",
            label=Text(fi="verkko-osoite", sv="webbadress", en="web address"),
            synonyms=("linkki", "www", "ilmoittautuminen", "länk", "link"),
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name", "start"),),
    order=("-start", "name"),
    filters=(
        Filter(
            name="event_type",
            label=Text(fi="laji", sv="slag", en="kind"),
            narrow=lambda records, value: records.filter(event_type=value),
            options=lambda: [(choice.code, choice.label) for choice in EVENT_TYPES],
        ),
        GROUP_FILTER,
    ),
    area="activity",
    check=_in_order,
)
