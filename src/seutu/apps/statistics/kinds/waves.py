"""The kinds of records that belong to a survey: waves, links by which they are answered, and quotas."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import (
    BooleanColumn,
    ChoiceColumn,
    DateColumn,
    NumberColumn,
    TextColumn,
    choices_of,
)
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import MunicipalityColumn, ReferenceColumn
from seutu.apps.statistics.kinds.surveys import GROUP
from seutu.apps.statistics.kinds.towns import TownsColumn
from seutu.apps.statistics.models import SurveyLink, SurveyQuota, SurveyWave
from seutu.core.text import Text

WAVE_STATES: Final = choices_of(
    ("draft", "luonnos", "utkast", "draft"),
    ("open", "auki", "öppen", "open"),
    ("closed", "suljettu", "stängd", "closed"),
)
LINK_TYPES: Final = choices_of(
    ("open", "yhteinen linkki", "gemensam länk", "one link for all"),
    ("personal", "henkilökohtaiset linkit", "personliga länkar", "personal links"),
)
_NAME: Final = TextColumn(
    name="name",
    label=Text(fi="nimi", sv="namn", en="name"),
    required=True,
    searchable=True,
    listed=True,
    max_length=200,
)
_WAVE: Final = ReferenceColumn(
    name="wave",
    kind="survey-waves",
    label=Text(fi="kierros", sv="omgång", en="wave"),
    required=True,
    listed=True,
)
_GROUP: Final = TextColumn(
    name="respondent_group",
    label=Text(fi="vastaajaryhmä", sv="svarandegrupp", en="respondent group"),
    help=Text(
        fi="Ryhmän tunnus, esimerkiksi residents. Sama tunnus yhdistää linkit, kiintiöt ja lomakkeen ryhmäkysymyksen.",
        sv="Gruppens kod, till exempel residents. Samma kod förenar länkar, kvoter och formulärets gruppfråga.",
        en="The group’s code, for example residents. The same code joins links, quotas and the group question.",
    ),
    listed=True,
    max_length=40,
)
_TOWN: Final = MunicipalityColumn(
    name="municipality",
    label=Text(fi="kunta", sv="kommun", en="municipality"),
    listed=True,
)


_NOT_AGAIN: Final = Text(
    fi="Kierroksella on henkilökohtaisia linkkejä ja se on suljettu, joten sitä ei avata uudelleen: muuten voisi "
    "nähdä, kuka vastasi myöhemmin. Tee uusi kierros.",
    sv="Omgången har personliga länkar och är stängd, så den öppnas inte igen: annars kunde man se vem som svarade "
    "senare. Gör en ny omgång.",
    en="The wave has personal links and is closed, so it is not opened again: it could be seen who answered later. "
    "Make a new wave.",
)
_CLOSE_BY_PAGE: Final = Text(
    fi="Kierroksella on henkilökohtaisia linkkejä. Sulje se kierroksen sivun painikkeella, niin vastaukset "
    "sinetöidään.",
    sv="Omgången har personliga länkar. Stäng den med knappen på omgångens sida, så förseglas svaren.",
    en="The wave has personal links. Close it by the button on its page, which seals the answers.",
)


def _in_order(values: dict[str, Any]) -> dict[str, Text]:
    """Refuse a wave that closes before it opens."""
    opens, closes = values.get("opens"), values.get("closes")
    if isinstance(opens, date) and isinstance(closes, date) and closes < opens:
        return {
            "closes": Text(
                fi="Kierros päättyy ennen kuin se alkaa. Tarkista päivät.",
                sv="Omgången slutar innan den börjar. Kontrollera dagarna.",
                en="The wave closes before it opens. Check the days.",
            )
        }
    if values.get("state") == "open" and not values.get("form_number"):
        return {
            "form_number": Text(
                fi="Avoin kierros tarvitsee julkaistun lomakkeen. Julkaise lomake ja kirjoita sen numero.",
                sv="En öppen omgång behöver ett publicerat formulär. Publicera formuläret och skriv dess nummer.",
                en="An open wave needs a published questionnaire. Publish it and write its number.",
            )
        }
    return {}


def _once_answered(record: OwnedRecord, values: Mapping[str, Any]) -> dict[str, Text]:
    """Refuse another survey, questionnaire or towns for a wave that has answers: they would mean something else.

    A closed wave with personal links is not opened again: its answers have been looked at, and who came after would be
    told by a second look. It is closed by ``close_wave`` alone, which cannot be undone.
    """
    from seutu.apps.statistics.surveys.queries import has_personal_links, has_responses

    states = {getattr(record, "state", ""), values.get("state", getattr(record, "state", ""))}
    if len(states) > 1 and "closed" in states and has_personal_links(record):
        return {"state": _CLOSE_BY_PAGE if values["state"] == "closed" else _NOT_AGAIN}
    kept = {
        "form_number": getattr(record, "form_number", None),
        "towns": tuple(getattr(record, "towns", ())) or None,
    }
    changed = [name for name, old in kept.items() if name in values and values[name] != old]
    changed += _moved(record, values, ("survey",))
    if not changed or not has_responses(record):
        return {}
    return {
        changed[0]: Text(
            fi="Kierrokseen on jo vastattu, joten sen kysely, lomake ja kunnat pysyvät. Tee muutoksille uusi kierros.",
            sv="Omgången har redan svar, så dess enkät, formulär och kommuner står fast. Gör en ny omgång för "
            "ändringarna.",
            en="The wave has answers, so its survey, questionnaire and towns stay. Make a new wave for the changes.",
        )
    }


def _once_made(record: OwnedRecord, values: Mapping[str, Any]) -> dict[str, Text]:
    """Refuse another wave, kind, group or town for a link whose personal links are made.

    Elsewhere the wave would no longer wait for its close, and another group would mark whoever answers next.
    """
    from seutu.apps.statistics.models import PersonalLink

    changed = _moved(record, values, ("wave", "link_type", "respondent_group", "municipality"))
    if not changed or not PersonalLink.objects.filter(link_id=record.pk).exists():
        return {}
    return {
        changed[0]: Text(
            fi="Linkistä on jo tehty henkilökohtaisia linkkejä, joten sen kierros, laji, ryhmä ja kunta pysyvät. Tee "
            "uusi vastauslinkki.",
            sv="Personliga länkar har redan gjorts av länken, så dess omgång, slag, grupp och kommun står fast. Gör en "
            "ny svarslänk.",
            en="Personal links have been made of the link, so its wave, kind, group and municipality stay. Make a new "
            "survey link.",
        )
    }


def _moved(record: OwnedRecord, values: Mapping[str, Any], names: Sequence[str]) -> list[str]:
    """Return the columns whose values are others than the record's; a blank one is a blank one."""
    keys = {name: (getattr(values.get(name), "pk", values.get(name)), _held(record, name)) for name in names}
    return [name for name, (new, old) in keys.items() if name in values and str(new or "") != str(old or "")]


def _held(record: OwnedRecord, name: str) -> object:
    return getattr(record, f"{name}_id", None) or getattr(record, name)


SURVEY_WAVES: Final = Kind(
    name="survey-waves",
    model=SurveyWave,
    singular=Text(fi="kyselykierros", sv="enkätomgång", en="survey wave"),
    plural=Text(fi="Kyselykierrokset", sv="Enkätomgångar", en="Survey waves"),
    purpose=Text(
        fi="Milloin kyselyyn vastataan ja mistä kunnista siinä kysytään.",
        sv="När enkäten besvaras och vilka kommuner den gäller.",
        en="When a survey is answered, and of which towns it asks.",
    ),
    columns=(
        ReferenceColumn(
            name="survey",
            kind="surveys",
            label=Text(fi="kysely", sv="enkät", en="survey"),
            required=True,
            listed=True,
        ),
        _NAME,
        DateColumn(name="opens", label=Text(fi="alkaa", sv="börjar", en="opens"), required=True, listed=True),
        DateColumn(name="closes", label=Text(fi="päättyy", sv="slutar", en="closes"), required=True, listed=True),
        ChoiceColumn(
            name="state",
            choices=WAVE_STATES,
            label=Text(fi="tila", sv="läge", en="state"),
            required=True,
            listed=True,
        ),
        NumberColumn(
            name="form_number",
            decimals=0,
            minimum=Decimal(1),
            maximum=Decimal(99_999),
            label=Text(fi="lomakkeen numero", sv="formulärets nummer", en="questionnaire number"),
            help=Text(
                fi="Julkaistun kyselylomakkeen numero kyselyn sivulta.",
                sv="Det publicerade frågeformulärets nummer på enkätens sida.",
                en="The number of the published questionnaire on the survey’s page.",
            ),
        ),
        TownsColumn(
            name="towns",
            label=Text(fi="kunnat", sv="kommuner", en="towns"),
            help=Text(
                fi="Kunnat, joista kysytään, puolipisteellä erotettuina.",
                sv="Kommunerna som frågorna gäller, åtskilda med semikolon.",
                en="The towns asked about, with semicolons between them.",
            ),
            wide=True,
        ),
    ),
    identity=(("survey", "name"),),
    order=("-opens", "name"),
    area="activity",
    group=GROUP,
    check=_in_order,
    steps=_once_answered,
    steps_undone=False,
)
SURVEY_LINKS: Final = Kind(
    name="survey-links",
    model=SurveyLink,
    singular=Text(fi="vastauslinkki", sv="svarslänk", en="survey link"),
    plural=Text(fi="Vastauslinkit", sv="Svarslänkar", en="Survey links"),
    purpose=Text(
        fi="Millä linkeillä kierrokseen vastataan, ja minkä ryhmän vastauksia niistä tulee.",
        sv="Med vilka länkar omgången besvaras och vilken grupps svar de ger.",
        en="By which links a wave is answered, and which group’s answers come by them.",
    ),
    columns=(
        _WAVE,
        _NAME,
        ChoiceColumn(
            name="link_type",
            choices=LINK_TYPES,
            label=Text(fi="laji", sv="slag", en="kind"),
            required=True,
            listed=True,
        ),
        _GROUP,
        _TOWN,
        BooleanColumn(
            name="shared_device",
            label=Text(fi="yhteinen laite", sv="gemensam enhet", en="shared device"),
            help=Text(
                fi="Kyllä, jos samalla laitteella vastaa moni, esimerkiksi kirjastossa.",
                sv="Ja, om många svarar på samma enhet, till exempel på ett bibliotek.",
                en="Yes, where many answer on one device, as in a library.",
            ),
        ),
        BooleanColumn(name="ended", label=Text(fi="lopetettu", sv="avslutad", en="ended"), listed=True),
    ),
    identity=(("wave", "name"),),
    order=("wave__name", "name"),
    area="activity",
    group=GROUP,
    steps=_once_made,
    steps_undone=False,
)
SURVEY_QUOTAS: Final = Kind(
    name="survey-quotas",
    model=SurveyQuota,
    singular=Text(fi="vastauskiintiö", sv="svarskvot", en="survey quota"),
    plural=Text(fi="Vastauskiintiöt", sv="Svarskvoter", en="Survey quotas"),
    purpose=Text(
        fi="Kuinka monta vastausta ryhmältä tai kunnasta tavoitellaan, ja loppuuko vastaaminen siihen.",
        sv="Hur många svar som eftersträvas av en grupp eller en kommun, och om svarandet slutar där.",
        en="How many answers are wanted of a group or a town, and whether answering ends there.",
    ),
    columns=(
        _WAVE,
        _NAME,
        _GROUP,
        _TOWN,
        NumberColumn(
            name="target",
            decimals=0,
            minimum=Decimal(1),
            maximum=Decimal(999_999_999),
            label=Text(fi="tavoite", sv="mål", en="target"),
            unit=Text(fi="vastausta", sv="svar", en="answers"),
            required=True,
            listed=True,
        ),
        BooleanColumn(
            name="closes",
            label=Text(fi="sulkeutuu täyttyessään", sv="stängs när den är full", en="closes when full"),
            help=Text(
                fi="Kyllä, jos vastauksia ei oteta tavoitteen täytyttyä. Muuten kiintiötä vain seurataan.",
                sv="Ja, om inga svar tas emot efter att målet nåtts. Annars bara följs kvoten.",
                en="Yes, if no answers are taken once the target is reached. Otherwise the quota is only watched.",
            ),
            listed=True,
        ),
    ),
    identity=(("wave", "name"),),
    order=("wave__name", "name"),
    area="activity",
    group=GROUP,
)
