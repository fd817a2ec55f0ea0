"""Budget lines, their years, sources of funding and shared costs."""

from decimal import Decimal
from typing import Final

from seutu.apps.funding.choices import COST_KINDS, FUNDING_KINDS, PLACEMENTS
from seutu.apps.funding.guards import guard_cost_year
from seutu.apps.funding.kinds.calculations import CALCULATION_COLUMNS, check_calculation
from seutu.apps.funding.models import CostLine, CostYear, FundingRow, SharedCost
from seutu.apps.programmes.kinds.shared_columns import (
    MONEY_GROUP,
    PROJECT,
    actor,
    by_choice,
    choice,
    long_text,
    money,
    percentage,
)
from seutu.apps.records.sheets.columns import NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import SOURCE, SOURCE_PLACE
from seutu.core.text import Text

POSITION: Final = NumberColumn(
    name="position",
    label=Text(fi="järjestys", sv="ordning", en="position"),
    decimals=0,
    minimum=Decimal(0),
    maximum=Decimal(999_999),
)
LABEL: Final = TextColumn(
    name="label",
    label=Text(fi="nimike", sv="benämning", en="label"),
    synonyms=("rivi", "selite", "cost line", "row"),
    required=True,
    searchable=True,
    listed=True,
)
PARTNER: Final = actor(
    "partner",
    Text(fi="toteuttaja", sv="genomförare", en="partner"),
    listed=True,
    told=Text(
        fi="Osatoteuttaja, jonka kustannusarvioon rivi kuuluu; tyhjä tarkoittaa koko hanketta.",
        sv="Delgenomföraren vars kostnadskalkyl raden hör till; tomt betyder hela projektet.",
        en="The partner whose budget the row belongs to; blank means the whole project.",
    ),
)
AMOUNT: Final = money(
    "amount",
    Text(fi="määrä", sv="belopp", en="amount"),
    listed=True,
    told=Text(
        fi="Hyväksytty tai suunniteltu määrä, kuten asiakirjassa. Tyhjä ei ole nolla.",
        sv="Det godkända eller planerade beloppet, som i dokumentet. Tomt är inte noll.",
        en="The approved or planned amount, as in the document. Blank is not zero.",
    ),
)
APPLIED: Final = money("applied", Text(fi="haettu", sv="sökt", en="applied"), listed=True)
REJECTED: Final = money("rejected", Text(fi="hylätty", sv="avslaget", en="rejected"))
_NOTE: Final = long_text("note", Text(fi="perustelu", sv="motivering", en="grounds"))
COST_KIND: Final = choice(
    "cost_kind", Text(fi="kustannuslaji", sv="kostnadsslag", en="kind of cost"), COST_KINDS, required=True
)
FUNDING_KIND: Final = choice(
    "funding_kind", Text(fi="rahoituslaji", sv="finansieringsslag", en="kind of funding"), FUNDING_KINDS, required=True
)
_PLACEMENT: Final = choice("placement", Text(fi="kohta budjetissa", sv="plats i budgeten", en="placement"), PLACEMENTS)

COST_LINES: Final = Kind(
    name="cost-lines",
    model=CostLine,
    singular=Text(fi="kustannusrivi", sv="kostnadsrad", en="cost line"),
    plural=Text(fi="Kustannusrivit", sv="Kostnadsrader", en="Cost lines"),
    purpose=Text(
        fi="Kustannusarvion rivit: mitä haetaan, mitä hyväksytään, kenen osuudessa.",
        sv="Kostnadskalkylens rader: vad som söks, vad som godkänns, i vems budget.",
        en="The lines of the budget: what is applied for, what is approved, in whose budget.",
    ),
    columns=(
        PROJECT,
        POSITION,
        LABEL,
        COST_KIND,
        PARTNER,
        AMOUNT,
        *CALCULATION_COLUMNS,
        APPLIED,
        REJECTED,
        _NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "partner", "label"),),
    order=("project__name", "position", "label"),
    filters=(by_choice(COST_KIND),),
    area="plans",
    group=MONEY_GROUP,
    check=check_calculation,
)
COST_YEARS: Final = Kind(
    name="cost-years",
    model=CostYear,
    singular=Text(fi="vuosikustannus", sv="årskostnad", en="cost of a year"),
    plural=Text(fi="Vuosikustannukset", sv="Årskostnader", en="Costs by year"),
    purpose=Text(
        fi="Kustannusrivien määrät vuosittain.",
        sv="Kostnadsradernas belopp per år.",
        en="The amounts of cost lines by year.",
    ),
    columns=(
        ReferenceColumn(
            name="cost_line",
            kind="cost-lines",
            label=Text(fi="kustannusrivi", sv="kostnadsrad", en="cost line"),
            required=True,
            listed=True,
        ),
        TextColumn(
            name="year",
            label=Text(fi="vuosi", sv="år", en="year"),
            required=True,
            listed=True,
            max_length=9,
        ),
        AMOUNT,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("cost_line", "year"),),
    order=("cost_line__project__name", "cost_line__position", "cost_line__label", "year"),
    area="plans",
    group=MONEY_GROUP,
    guard=guard_cost_year,
    beside=True,
)
FUNDING_ROWS: Final = Kind(
    name="funding-rows",
    model=FundingRow,
    singular=Text(fi="rahoitusrivi", sv="finansieringsrad", en="funding row"),
    plural=Text(fi="Rahoitusrivit", sv="Finansieringsrader", en="Funding rows"),
    purpose=Text(
        fi="Rahoitussuunnitelman rivit: kuka maksaa, kuinka paljon ja mikä osuus.",
        sv="Finansieringsplanens rader: vem som betalar, hur mycket och vilken andel.",
        en="The rows of the funding plan: who pays, how much and what share.",
    ),
    columns=(
        PROJECT,
        POSITION,
        LABEL,
        FUNDING_KIND,
        actor("payer", Text(fi="rahoittaja", sv="finansiär", en="payer"), listed=True),
        PARTNER,
        AMOUNT,
        percentage(
            "share",
            Text(fi="osuus", sv="andel", en="share"),
            told=Text(
                fi="Asiakirjaan painettu prosentti. Laskettu osuus näkyy sen rinnalla.",
                sv="Procenten som står i dokumentet. Den beräknade andelen visas bredvid.",
                en="The percentage printed in the document. The computed share is shown beside it.",
            ),
            decimals=6,
            listed=True,
        ),
        NumberColumn(
            name="share_decimals",
            label=Text(fi="osuuden desimaalit", sv="andelens decimaler", en="decimals of the share"),
            help=Text(
                fi="Montako desimaalia osuudella on asiakirjassa.",
                sv="Hur många decimaler andelen har i dokumentet.",
                en="How many decimals the share has in the document.",
            ),
            decimals=0,
            minimum=Decimal(0),
            maximum=Decimal(6),
        ),
        APPLIED,
        REJECTED,
        _NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "partner", "label"),),
    order=("project__name", "position", "label"),
    filters=(by_choice(FUNDING_KIND),),
    area="plans",
    group=MONEY_GROUP,
)
SHARED_COSTS: Final = Kind(
    name="shared-costs",
    model=SharedCost,
    singular=Text(fi="yhteinen kustannus", sv="gemensam kostnad", en="shared cost"),
    plural=Text(fi="Yhteiset kustannukset", sv="Gemensamma kostnader", en="Shared costs"),
    purpose=Text(
        fi="Kustannukset, jotka yksi toteuttaja laskuttaa toiselta.",
        sv="Kostnader som en genomförare fakturerar en annan.",
        en="Costs that one partner invoices from another.",
    ),
    columns=(
        PROJECT,
        LABEL,
        actor("invoicer", Text(fi="laskuttaja", sv="fakturerar", en="invoicer"), listed=True),
        actor("payer", Text(fi="maksaja", sv="betalar", en="payer"), listed=True),
        money("amount", Text(fi="määrä", sv="belopp", en="amount"), required=True, listed=True),
        _PLACEMENT,
        _NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "label", "payer"),),
    order=("project__name", "label"),
    filters=(by_choice(_PLACEMENT),),
    area="plans",
    group=MONEY_GROUP,
)
