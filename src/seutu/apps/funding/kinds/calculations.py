"""The columns by which the amount of a budget line is worked out: how, how many, at what price, of what share.

Not for working it out (``core.funding.calculations``).
"""

from decimal import Decimal
from typing import Any, Final

from seutu.apps.funding.choices import CALCULATIONS
from seutu.apps.programmes.kinds.shared_columns import PERCENT, money, percentage
from seutu.apps.records.sheets.columns import ChoiceColumn, NumberColumn, TextColumn
from seutu.core.funding.plans import CostKind, Way
from seutu.core.text import Text

STAFF_ONLY: Final = Text(
    fi="Tällä laskutavalla lasketaan palkkoja. Valitse kustannuslajiksi palkkakustannukset tai laskutavaksi "
    "yksikköhinta.",
    sv="Med det här sättet räknas löner. Välj lönekostnader som kostnadsslag eller enhetspris som beräkningssätt.",
    en="Pay is worked out this way. Choose staff costs as the kind of cost, or unit price as the way.",
)
NOT_FLAT: Final = Text(
    fi="Flat rate lasketaan hankkeen prosentista. Tyhjennä laskutapa.",
    sv="Flat rate räknas av projektets procentsats. Töm beräkningssättet.",
    en="A flat rate is worked out of the project's percentage. Empty the way of working out.",
)
CALCULATION: Final = ChoiceColumn(
    name="calculation",
    label=Text(fi="laskutapa", sv="beräkningssätt", en="way of working out"),
    help=Text(
        fi="Jos määrä on tyhjä, se lasketaan näistä tiedoista. Merkittyä määrää verrataan laskelmaan.",
        sv="Om beloppet är tomt räknas det ut av dessa uppgifter. Ett angivet belopp jämförs med beräkningen.",
        en="A blank amount is worked out of these. A stated amount is compared with what they come to.",
    ),
    choices=CALCULATIONS,
)
CALCULATION_COLUMNS: Final = (
    CALCULATION,
    NumberColumn(
        name="quantity",
        label=Text(fi="yksikkömäärä", sv="antal enheter", en="quantity"),
        help=Text(
            fi="Kuukaudet, henkilötyökuukaudet, tunnit tai kappaleet laskutavan mukaan. Tyhjät henkilötyökuukaudet "
            "otetaan hankkeen työnjaosta, jos sama tehtävänimike on siellä.",
            sv="Månader, personmånader, timmar eller enheter enligt beräkningssättet. Tomma personmånader tas ur "
            "projektets arbetsfördelning, om samma befattning finns där.",
            en="Months, person-months, hours or units, by the way of working out. Blank person-months are taken from "
            "the project's assignments, where they have the same role.",
        ),
        decimals=4,
        minimum=Decimal(0),
        maximum=Decimal(99_999_999),
    ),
    TextColumn(
        name="unit",
        label=Text(fi="yksikkö", sv="enhet", en="unit"),
        help=Text(
            fi="Yksikköhinnan yksikkö niin kuin se luetaan luvun perässä: 12 koulutuspäivää.",
            sv="Enhetsprisets enhet som den läses efter talet: 12 utbildningsdagar.",
            en="The unit of the unit price as it is read after the number: 12 days of training.",
        ),
        max_length=60,
    ),
    money(
        "unit_price",
        Text(fi="palkka tai yksikköhinta", sv="lön eller enhetspris", en="pay or unit price"),
        told=Text(
            fi="Kuukausipalkka, tuntipalkka, vuosipalkka tai yksikön hinta laskutavan mukaan, ilman sivukuluja.",
            sv="Månadslön, timlön, årslön eller priset på en enhet enligt beräkningssättet, utan lönebikostnader.",
            en="Monthly, hourly or yearly pay or the price of a unit, by the way of working out, without side costs.",
        ),
    ),
    NumberColumn(
        name="work_share",
        label=Text(fi="osuus työajasta", sv="andel av arbetstiden", en="share of working time"),
        help=Text(
            fi="Kokoaikaisella 100. Tuntitaksassa se osuus kokoaikaisesta työstä, josta vuosipalkka maksetaan.",
            sv="100 på heltid. För timpriset den andel av heltid som årslönen betalas för.",
            en="100 for full time. In an hourly rate, the part of full time that the yearly pay is for.",
        ),
        unit=PERCENT,
        decimals=4,
        minimum=Decimal("0.01"),
        maximum=Decimal(100),
    ),
    percentage(
        "side_costs",
        Text(fi="sivukulut", sv="lönebikostnader", en="side costs"),
        decimals=4,
        told=Text(
            fi="Prosenttia palkasta. Tyhjänä käytetään vakiosivukuluprosenttia, jos se on säännöissä hankkeen "
            "alkamispäivänä. Jos sivukuluja ei ole, kirjoita 0.",
            sv="Procent av lönen. Är fältet tomt används den standardiserade procentsatsen, om reglerna har den på "
            "projektets startdag. Finns inga bikostnader, skriv 0.",
            en="Per cent of pay. If blank, the standard percentage is used where the rules have it on the project's "
            "first day. If there are none, write 0.",
        ),
    ),
)


def check_calculation(values: dict[str, Any]) -> dict[str, Text]:
    """Refuse a way of working out pay on a line of something else, and any way on a flat rate."""
    way, kind = values.get("calculation"), values.get("cost_kind")
    if not way or not kind:
        return {}
    if kind == CostKind.FLAT_RATE:
        return {"calculation": NOT_FLAT}
    return {} if way == Way.UNITS or kind == CostKind.STAFF else {"calculation": STAFF_ONLY}
