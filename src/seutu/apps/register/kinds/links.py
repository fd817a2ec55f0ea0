"""Links between actors."""

from decimal import Decimal
from typing import Any, Final

from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.choices import LINK_TYPES
from seutu.apps.register.filters import LINK_FILTERS
from seutu.apps.register.kinds.shared_columns import SOURCE, SOURCE_PLACE
from seutu.apps.register.models import Link
from seutu.core.text import Text


def _two_ends(values: dict[str, Any]) -> dict[str, Text]:
    if values.get("from_actor") == values.get("to_actor"):
        return {
            "to_actor": Text(
                fi="Yhteyden molemmat päät ovat sama toimija. Valitse toinen toimija.",
                sv="Kopplingens båda ändar är samma aktör. Välj en annan aktör.",
                en="Both ends of the link are the same actor. Choose another actor.",
            )
        }
    if values.get("date_from") and values.get("date_to") and values["date_to"] < values["date_from"]:
        return {
            "date_to": Text(
                fi="Loppupäivä on ennen alkupäivää. Korjaa jompikumpi.",
                sv="Slutdagen är före startdagen. Rätta den ena.",
                en="The last day is before the first. Correct one of them.",
            )
        }
    return {}


LINKS: Final = Kind(
    name="links",
    model=Link,
    singular=Text(fi="yhteys", sv="koppling", en="link"),
    plural=Text(fi="Yhteydet", sv="Kopplingar", en="Links"),
    purpose=Text(
        fi="Miten toimijat liittyvät toisiinsa: tyyppi, aika ja näyttö.",
        sv="Hur aktörerna hör ihop: typ, tid och belägg.",
        en="How actors are connected: type, time and evidence.",
    ),
    columns=(
        ReferenceColumn(
            name="from_actor",
            kind="actors",
            label=Text(fi="toimijasta", sv="från aktör", en="from actor"),
            required=True,
            listed=True,
        ),
        ReferenceColumn(
            name="to_actor",
            kind="actors",
            label=Text(fi="toimijaan", sv="till aktör", en="to actor"),
            required=True,
            listed=True,
        ),
        ChoiceColumn(
            name="link_type",
            choices=LINK_TYPES,
            label=Text(fi="tyyppi", sv="typ", en="type"),
            required=True,
            listed=True,
        ),
        DateColumn(name="date_from", label=Text(fi="alkaen", sv="från", en="from"), listed=True),
        DateColumn(name="date_to", label=Text(fi="saakka", sv="till", en="until"), listed=True),
        NumberColumn(
            name="weight",
            decimals=12,
            maximum=Decimal(999_999_999_999),
            label=Text(fi="paino", sv="vikt", en="weight"),
            help=Text(
                fi="Yhteisissä hankkeissa summa 1/(n−1), jossa n on hankkeen kaikki osallistujat.",
                sv="I gemensamma projekt summan av 1/(n−1), där n är alla deltagare i projektet.",
                en="In shared projects the sum of 1/(n−1), where n is all participants of the project.",
            ),
            listed=True,
        ),
        TextColumn(
            name="evidence",
            label=Text(fi="näyttö", sv="belägg", en="evidence"),
            wide=True,
            searchable=True,
            max_length=20000,
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("from_actor", "to_actor", "link_type", "source", "source_place"),),
    order=("from_actor__name", "to_actor__name"),
    filters=LINK_FILTERS,
    area="network",
    check=_two_ends,
)
