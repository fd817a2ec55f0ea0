"""Calls, their criteria, and applications."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from seutu.apps.funding.case_guards import guard_application, keep_state
from seutu.apps.funding.choices import APPLICATION_STATES
from seutu.apps.funding.kinds.appropriations import QUALIFIER
from seutu.apps.funding.models import Application, Call, Criterion
from seutu.apps.programmes.kinds.shared_columns import (
    CALLS_GROUP,
    PROJECT,
    actor,
    by_choice,
    choice,
    long_text,
    money,
    percentage,
)
from seutu.apps.records.sheets.columns import DateColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NAME, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_CLOSES_FIRST: Final = Text(
    fi="Haku päättyy ennen kuin se alkaa. Tarkista päivät.",
    sv="Utlysningen slutar innan den börjar. Kontrollera dagarna.",
    en="The call closes before it opens. Check the days.",
)
_TOO_MANY: Final = Text(
    fi="Pisteitä on enemmän kuin enimmäismäärä. Tarkista pisteet.",
    sv="Poängen är fler än det högsta antalet. Kontrollera poängen.",
    en="There are more points than the most possible. Check the points.",
)
STATE: Final = choice("state", Text(fi="tila", sv="läge", en="state"), APPLICATION_STATES, required=True)


def points(name: str, label: Text, *, required: bool = False) -> NumberColumn:
    """Return a column of points: zero or more, with at most two decimals."""
    return NumberColumn(
        name=name,
        label=label,
        decimals=2,
        minimum=Decimal(0),
        maximum=Decimal(9999),
        required=required,
        listed=True,
    )


def _opens_before_closing(values: dict[str, Any]) -> dict[str, Text]:
    opens, closes = values.get("opens"), values.get("closes")
    backwards = isinstance(opens, date) and isinstance(closes, date) and closes < opens
    return {"closes": _CLOSES_FIRST} if backwards else {}


def _within_most(values: dict[str, Any]) -> dict[str, Text]:
    given, most = values.get("points"), values.get("max_points")
    over = isinstance(given, Decimal) and isinstance(most, Decimal) and given > most
    return {"points": _TOO_MANY} if over else {}


CALLS: Final = Kind(
    name="calls",
    model=Call,
    singular=Text(fi="haku", sv="utlysning", en="call"),
    plural=Text(fi="Haut", sv="Utlysningar", en="Calls"),
    purpose=Text(
        fi="Haut, joihin hakemuksia jätetään: ajat, raha, tavoitteet.",
        sv="Utlysningar som ansökningar lämnas in till: tider, pengar, mål.",
        en="Calls for applications: times, money, objectives.",
    ),
    columns=(
        NAME,
        actor("funder", Text(fi="rahoittaja", sv="finansiär", en="funder"), listed=True),
        TextColumn(name="fund", label=Text(fi="rahasto", sv="fond", en="fund"), max_length=60),
        TextColumn(
            name="legal_basis", label=Text(fi="säädösperusta", sv="rättslig grund", en="legal basis"), max_length=60
        ),
        DateColumn(name="opens", label=Text(fi="alkaa", sv="öppnar", en="opens"), listed=True),
        DateColumn(name="closes", label=Text(fi="päättyy", sv="stänger", en="closes"), listed=True),
        QUALIFIER,
        money("amount", Text(fi="jaettavana", sv="att fördela", en="to be granted"), listed=True),
        percentage(
            "aid_ceiling",
            Text(fi="tuki enintään", sv="stöd högst", en="aid at most"),
            told=Text(
                fi="Haun oma katto prosentteina hyväksytyistä kustannuksista. Menee säädöksen edelle.",
                sv="Utlysningens eget tak i procent av de godkända kostnaderna. Går före rättsakten.",
                en="The call's own ceiling as a percentage of the approved costs. Goes before the legal act.",
            ),
            decimals=2,
        ),
        money(
            "highest_aid",
            Text(fi="tuki hanketta kohti enintään", sv="stöd per projekt högst", en="aid a project at most"),
        ),
        points("max_points", Text(fi="enimmäispisteet", sv="högsta poäng", en="most points")),
        long_text("objective", Text(fi="tavoite", sv="mål", en="objective")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name",),),
    order=("-closes", "name"),
    area="plans",
    group=CALLS_GROUP,
    check=_opens_before_closing,
)
CRITERIA: Final = Kind(
    name="criteria",
    model=Criterion,
    singular=Text(fi="arviointiperuste", sv="bedömningsgrund", en="criterion"),
    plural=Text(fi="Arviointiperusteet", sv="Bedömningsgrunder", en="Criteria"),
    purpose=Text(
        fi="Mistä hakemus saa pisteitä ja montako.",
        sv="Vad en ansökan får poäng för och hur många.",
        en="What an application is scored on, and how many points it can give.",
    ),
    columns=(
        ReferenceColumn(
            name="call", kind="calls", label=Text(fi="haku", sv="utlysning", en="call"), required=True, listed=True
        ),
        TextColumn(
            name="number", label=Text(fi="numero", sv="nummer", en="number"), required=True, listed=True, max_length=20
        ),
        NAME,
        points("max_points", Text(fi="enimmäispisteet", sv="högsta poäng", en="most points"), required=True),
        long_text("guidance", Text(fi="ohje arvioijalle", sv="anvisning till bedömaren", en="guidance")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("call", "number"),),
    order=("call__name", "number"),
    area="plans",
    group=CALLS_GROUP,
)
APPLICATIONS: Final = Kind(
    name="applications",
    model=Application,
    singular=Text(fi="hakemus", sv="ansökan", en="application"),
    plural=Text(fi="Hakemukset", sv="Ansökningar", en="Applications"),
    purpose=Text(
        fi="Hakemukset luonnoksesta päätökseen: päivät, pisteet, täydennykset.",
        sv="Ansökningar från utkast till beslut: dagar, poäng, kompletteringar.",
        en="Applications from draft to decision: days, points, supplements.",
    ),
    columns=(
        NAME,
        ReferenceColumn(name="call", kind="calls", label=Text(fi="haku", sv="utlysning", en="call"), listed=True),
        PROJECT,
        actor("applicant", Text(fi="hakija", sv="sökande", en="applicant"), listed=True),
        TextColumn(
            name="code",
            label=Text(fi="hakemusnumero", sv="ansökningsnummer", en="application number"),
            searchable=True,
            listed=True,
            max_length=60,
        ),
        STATE,
        DateColumn(name="submitted_on", label=Text(fi="saapunut", sv="inkommen", en="received"), listed=True),
        DateColumn(name="handled_on", label=Text(fi="käsitelty", sv="behandlad", en="handled")),
        DateColumn(name="decided_on", label=Text(fi="päätetty", sv="beslutad", en="decided")),
        points("points", Text(fi="pisteet", sv="poäng", en="points")),
        points("max_points", Text(fi="enimmäispisteet", sv="högsta poäng", en="most points")),
        long_text("summary", Text(fi="tiivistelmä", sv="sammandrag", en="summary"), searchable=True),
        long_text("assessment", Text(fi="rahoittajan arvio", sv="finansiärens bedömning", en="funder's assessment")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("code",), ("call", "name")),
    order=("-submitted_on", "name"),
    filters=(by_choice(STATE),),
    area="plans",
    group=CALLS_GROUP,
    check=_within_most,
    guard=guard_application,
    unshared=True,
    steps=keep_state,
)
