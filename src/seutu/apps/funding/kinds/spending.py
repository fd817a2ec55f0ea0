"""Purchases, actual costs, payment claims, instalments and changes of the budget."""

from typing import Any, Final

from seutu.apps.funding.choices import (
    CHANGE_STATES,
    CLAIM_STATES,
    COST_KINDS,
    INSTALMENT_STATES,
    PURCHASE_STATES,
)
from seutu.apps.funding.guards import begin_unapplied, keep_applied
from seutu.apps.funding.kinds.budgets import PARTNER
from seutu.apps.funding.models import ActualCost, BudgetChange, Instalment, PaymentClaim, Purchase
from seutu.apps.programmes.kinds.shared_columns import (
    EUR,
    MONEY_GROUP,
    PROJECT,
    actor,
    by_choice,
    choice,
    long_text,
    money,
    starts_before_end,
)
from seutu.apps.records.sheets.columns import DateColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NAME, NOTE, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_STATE: Final = Text(fi="tila", sv="läge", en="state")
_PURCHASE_STATE: Final = choice("state", _STATE, PURCHASE_STATES, required=True)
_CLAIM_STATE: Final = choice("state", _STATE, CLAIM_STATES, required=True)
_INSTALMENT_STATE: Final = choice("state", _STATE, INSTALMENT_STATES, required=True)
_CHANGE_STATE: Final = choice("state", _STATE, CHANGE_STATES, required=True)
_COST_KIND: Final = choice(
    "cost_kind", Text(fi="kustannuslaji", sv="kostnadsslag", en="kind of cost"), COST_KINDS, required=True
)
_NUMBER: Final = TextColumn(
    name="number",
    label=Text(fi="numero", sv="nummer", en="number"),
    synonyms=("nro", "nr", "no"),
    required=True,
    listed=True,
    max_length=20,
)
_SAME_LINE: Final = Text(
    fi="Siirto on samalta riviltä samalle riville. Valitse kaksi eri riviä.",
    sv="Flyttningen är från en rad till samma rad. Välj två olika rader.",
    en="The change is from a line to the same line. Choose two different lines.",
)


_IN_ACCOUNTS: Final[dict[str, tuple[str, ...]]] = {
    "day": (
        "pvm", "tositepäivä", "tositepvm", "tositteen päivä", "kirjauspäivä", "kirjauspvm", "tapahtumapäivä",
        "tapahtumapvm", "maksupäivä", "maksupvm", "päivämäärä", "datum", "verifikatdatum", "bokföringsdatum",
        "betalningsdatum", "date", "posting date", "voucher date"
    ),
    "voucher": (
        "tositenumero", "tositenro", "tosite nro", "tositteen numero", "verifikatnummer", "verifikationsnummer"
    ),
    "account": (
        "tilinumero", "tilinro", "kirjanpidon tili", "kp-tili", "pääkirjatili", "kontonummer"
    ),
    "label": (
        "selitys", "kuvaus", "teksti", "tapahtumateksti", "kirjausselite", "tositteen selite", "text", "beskrivning"
    ),
    "amount": (
        "summa", "summa eur", "summa €", "summa (eur)", "määrä eur", "määrä €", "euroa", "eur", "nettosumma",
        "netto", "netto eur", "netto €", "veroton", "debet", "belopp eur", "sum", "amount eur"
    ),
}  # fmt: skip
"""What lists of accounting call the columns of a cost."""


def _day(name: str, label: Text, *, required: bool = False, listed: bool = False) -> DateColumn:
    return DateColumn(name=name, label=label, required=required, listed=listed)


def _line(name: str, label: Text, *, required: bool = False) -> ReferenceColumn:
    return ReferenceColumn(name=name, kind="cost-lines", label=label, required=required, listed=required)


def _two_lines(values: dict[str, Any]) -> dict[str, Text]:
    same = values.get("from_line") is not None and values.get("from_line") == values.get("to_line")
    return {"to_line": _SAME_LINE} if same else {}


PURCHASES: Final = Kind(
    name="purchases",
    model=Purchase,
    singular=Text(fi="hankinta", sv="upphandling", en="purchase"),
    plural=Text(fi="Hankinnat", sv="Upphandlingar", en="Purchases"),
    purpose=Text(
        fi="Ostot työpaketeittain kilpailutuksesta hyväksyntään.",
        sv="Inköp per arbetspaket från upphandling till godkännande.",
        en="Purchases by work package, from tender to acceptance.",
    ),
    columns=(
        PROJECT,
        ReferenceColumn(
            name="work_package",
            kind="work-packages",
            label=Text(fi="työpaketti", sv="arbetspaket", en="work package"),
            listed=True,
        ),
        NAME,
        _PURCHASE_STATE,
        money("budgeted", Text(fi="budjetoitu", sv="budgeterat", en="budgeted"), listed=True),
        actor("supplier", Text(fi="toimittaja", sv="leverantör", en="supplier"), listed=True),
        money("price", Text(fi="hinta", sv="pris", en="price"), listed=True),
        _day("tendered", Text(fi="kilpailutettu", sv="upphandlad", en="tendered")),
        _day("ordered", Text(fi="tilattu", sv="beställd", en="ordered")),
        _day("delivered", Text(fi="toimitettu", sv="levererad", en="delivered")),
        _day("accepted", Text(fi="hyväksytty", sv="godkänd", en="accepted")),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "name"),),
    order=("project__name", "name"),
    filters=(by_choice(_PURCHASE_STATE),),
    area="plans",
    group=MONEY_GROUP,
)
ACTUAL_COSTS: Final = Kind(
    name="actual-costs",
    model=ActualCost,
    singular=Text(fi="toteutunut kustannus", sv="utfallen kostnad", en="actual cost"),
    plural=Text(fi="Toteutuneet kustannukset", sv="Utfallna kostnader", en="Actual costs"),
    purpose=Text(
        fi="Kustannukset kirjanpidosta: tositteet päivineen.",
        sv="Kostnader ur bokföringen: verifikat med datum.",
        en="Costs from the accounts: vouchers with their days.",
    ),
    columns=(
        PROJECT,
        PARTNER,
        _COST_KIND,
        _line("cost_line", Text(fi="kustannusrivi", sv="kostnadsrad", en="cost line")),
        ReferenceColumn(name="purchase", kind="purchases", label=Text(fi="hankinta", sv="upphandling", en="purchase")),
        DateColumn(
            name="day",
            label=Text(fi="päivä", sv="dag", en="day"),
            synonyms=_IN_ACCOUNTS["day"],
            required=True,
            listed=True,
        ),
        TextColumn(
            name="voucher",
            label=Text(fi="tosite", sv="verifikat", en="voucher"),
            synonyms=_IN_ACCOUNTS["voucher"],
            listed=True,
            max_length=60,
        ),
        TextColumn(
            name="account",
            label=Text(fi="tili", sv="konto", en="account"),
            synonyms=_IN_ACCOUNTS["account"],
            max_length=60,
        ),
        TextColumn(
            name="label",
            label=Text(fi="selite", sv="förklaring", en="description"),
            synonyms=_IN_ACCOUNTS["label"],
            required=True,
            searchable=True,
            listed=True,
        ),
        NumberColumn(
            name="amount",
            label=Text(fi="määrä", sv="belopp", en="amount"),
            help=Text(fi="Hyvitys on negatiivinen.", sv="En kreditering är negativ.", en="A credit is negative."),
            synonyms=_IN_ACCOUNTS["amount"],
            unit=EUR,
            decimals=2,
            required=True,
            listed=True,
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "voucher", "day", "label", "amount"),),
    repeats_told=True,
    order=("project__name", "day", "voucher"),
    filters=(by_choice(_COST_KIND),),
    area="plans",
    group=MONEY_GROUP,
)
PAYMENT_CLAIMS: Final = Kind(
    name="payment-claims",
    model=PaymentClaim,
    singular=Text(fi="maksatushakemus", sv="betalningsansökan", en="payment claim"),
    plural=Text(fi="Maksatushakemukset", sv="Betalningsansökningar", en="Payment claims"),
    purpose=Text(
        fi="Jaksot, joilta rahaa haetaan maksuun, ja mitä niistä hyväksyttiin.",
        sv="Perioder för vilka betalning söks, och vad som godkändes.",
        en="The periods for which payment is claimed, and what was approved.",
    ),
    columns=(
        PROJECT,
        _NUMBER,
        _day("start", Text(fi="alkaa", sv="börjar", en="starts"), required=True, listed=True),
        _day("end", Text(fi="päättyy", sv="slutar", en="ends"), required=True, listed=True),
        _CLAIM_STATE,
        money("claimed", Text(fi="haettu", sv="sökt", en="claimed"), listed=True),
        money("approved", Text(fi="hyväksytty", sv="godkänt", en="approved"), listed=True),
        money("paid", Text(fi="maksettu", sv="utbetalt", en="paid"), listed=True),
        _day("submitted_on", Text(fi="lähetetty", sv="inlämnad", en="submitted")),
        _day("decided_on", Text(fi="päätetty", sv="beslutad", en="decided")),
        _day("paid_on", Text(fi="maksupäivä", sv="betalningsdag", en="paid on")),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "number"),),
    order=("project__name", "start"),
    filters=(by_choice(_CLAIM_STATE),),
    area="plans",
    group=MONEY_GROUP,
    check=starts_before_end,
)
INSTALMENTS: Final = Kind(
    name="instalments",
    model=Instalment,
    singular=Text(fi="rahoituserä", sv="rat", en="instalment"),
    plural=Text(fi="Rahoituserät", sv="Rater", en="Instalments"),
    purpose=Text(
        fi="Milloin rahaa tulee, keneltä ja mitä on tullut.",
        sv="När pengar kommer, från vem och vad som har kommit.",
        en="When money comes in, from whom, and what has come.",
    ),
    columns=(
        PROJECT,
        NAME,
        actor("payer", Text(fi="maksaja", sv="betalar", en="payer"), listed=True),
        _day("due", Text(fi="eräpäivä", sv="förfallodag", en="due"), listed=True),
        _INSTALMENT_STATE,
        money("amount", Text(fi="määrä", sv="belopp", en="amount"), required=True, listed=True),
        money("received", Text(fi="saatu", sv="mottaget", en="received"), listed=True),
        _day("received_on", Text(fi="saatu päivänä", sv="mottaget den", en="received on")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "name"),),
    order=("project__name", "due"),
    filters=(by_choice(_INSTALMENT_STATE),),
    area="plans",
    group=MONEY_GROUP,
)
BUDGET_CHANGES: Final = Kind(
    name="budget-changes",
    model=BudgetChange,
    singular=Text(fi="budjetin muutos", sv="budgetändring", en="budget change"),
    plural=Text(fi="Budjetin muutokset", sv="Budgetändringar", en="Budget changes"),
    purpose=Text(
        fi="Muutospyynnöt riviltä toiselle. Hyväksytty muutos viedään budjettiin sen omalta sivulta.",
        sv="Begäran om ändring från en rad till en annan. En godkänd ändring förs in i budgeten på sin egen sida.",
        en="Requests to move money between lines. One that is approved is taken into the budget on its own page.",
    ),
    columns=(
        PROJECT,
        _NUMBER,
        _line("from_line", Text(fi="riviltä", sv="från raden", en="from line"), required=True),
        _line("to_line", Text(fi="riville", sv="till raden", en="to line"), required=True),
        money("amount", Text(fi="määrä", sv="belopp", en="amount"), required=True, listed=True),
        long_text("reason", Text(fi="perustelu", sv="motivering", en="reason")),
        _CHANGE_STATE,
        _day("submitted_on", Text(fi="lähetetty", sv="inlämnad", en="submitted")),
        _day("decided_on", Text(fi="päätetty", sv="beslutad", en="decided")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "number"),),
    order=("project__name", "number"),
    filters=(by_choice(_CHANGE_STATE),),
    area="plans",
    group=MONEY_GROUP,
    check=_two_lines,
    steps=keep_applied,
    begins=begin_unapplied,
)
