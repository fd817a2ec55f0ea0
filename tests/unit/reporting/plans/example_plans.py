"""The budgets of the source documents as plans, for tests. No test."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from seutu.core.figures.relations import Term
from seutu.core.funding.plans import (
    CostKind,
    CostLine,
    CostModel,
    FundingKind,
    FundingRow,
    Partner,
    PartnerRole,
    Plan,
    WorkPackage,
)
from seutu.core.text import Text


def term(value: str | None, unit: str = "EUR", label: str = "") -> Term:
    return Term(Text.same(label), None if value is None else Decimal(value), unit)


def cost(label: str, kind: str, amount: str | None, *, years: Mapping[str, str] | None = None,
         applied: str | None = None, partner: str | None = None) -> CostLine:  # fmt: skip
    return CostLine(
        Text.same(label),
        CostKind(kind),
        term(amount, label=label),
        applied=None if applied is None else term(applied, label=label),
        years={year: term(value) for year, value in (years or {}).items()},
        partner=partner,
    )


def paid(label: str, kind: str, amount: str | None, share: str | None = None, applied: str | None = None) -> FundingRow:
    return FundingRow(
        Text.same(label),
        FundingKind(kind),
        term(amount, label=label),
        None if share is None else term(share, "%", label),
        None if applied is None else term(applied, label=label),
    )


GLOW = Plan(
    title="GLOW – Kansainväliseen kasvuun tähtäävän hyvinvointialan toimintaympäristön kehittäminen",
    cost_model=CostModel("flat_rate", Decimal(40)),
    cost_lines=(
        cost("1 Palkkakustannukset", "staff", "314943", applied="314943"),
        cost("Flat rate 40 % kehittäminen", "flat_rate", "125977", applied="125977"),
    ),
    total=term("440920"),
    funding=(
        paid("1 Haettava EU- ja valtion rahoitus", "eu_state", "352736", "80.00", "352736"),
        paid("2 Omarahoitus: Muu julkinen rahoitus", "own", "85184", "19.32", "85184"),
        paid("3 Kuntarahoitus", "municipal", "0", "0", "0"),
        paid("4 Muu julkinen rahoitus", "other_public", "0", "0", "0"),
        paid("5 Yksityinen rahoitus", "private", "3000", "0.68", "3000"),
    ),
    funding_total=term("440920"),
    work_packages=tuple(
        WorkPackage(str(number), f"Työpaketti {number}", term(months, "person_month"))
        for number, months in enumerate(("10", "15", "20", "6", "6"), start=1)
    ),
)

NETWORK = Plan(
    title="Seutukaupunkien innovaatioekosysteemiverkoston kehittäminen",
    period=(date(2021, 9, 1), date(2023, 12, 31)),
    cost_lines=(
        cost("Palkat", "staff", "509996", years={"2021": "71018", "2022": "217316", "2023": "221662"}),
        cost("Ostopalvelut", "purchases", "120000", years={"2021": "13250", "2022": "66250", "2023": "40500"}),
    ),
    total=term("629996"),
    funding=(paid("Ministeriö", "eu_state", "503997"), paid("Kaupungit", "own", "125999")),
    work_packages=(
        WorkPackage("1", "Tilannekuva", purchases=term("40000")),
        WorkPackage("2", "Strategiat", purchases=term("45000")),
        WorkPackage("3", "Verkosto", purchases=term("10000")),
        WorkPackage("4", "Vierailut", purchases=term("15000")),
        WorkPackage("5", "Viestintä"),
    ),
)

KUOPIO = Plan(
    title="MikroGrow, Kuopion osahanke",
    period=(date(2017, 4, 1), date(2019, 12, 31)),
    cost_lines=(
        cost("Osahankkeen kustannukset", "other", "59953", years={"2017": "24095", "2018": "22252", "2019": "13606"},
             partner="Kuopion kaupunki"),
    ),
    total=term("59953"),
    funding=(
        paid("EAKR- ja valtion rahoitus", "eu_state", "44966", "75"),
        paid("Kehittämisrahasto", "other_public", "2998", "5"),
        paid("Omarahoitus", "own", "2991", "5"),
        paid("Yksityinen rahoitus", "private", "9000"),
    ),
    partners=(Partner("Kehittämisyhtiö Savogrow Oy", PartnerRole.LEAD), Partner("Kuopion kaupunki", PartnerRole.PART,
                                                                                term("59953"))),
)  # fmt: skip

PARTED = Plan(
    title="Sama raha kahdesti",
    cost_lines=(
        cost("Palkat", "staff", "1000", years={"2026": "400", "2027": "600"}),
        cost("Palkat", "staff", "600", years={"2026": "250", "2027": "350"}, partner="Iisalmi"),
        cost("Palkat", "staff", "400", years={"2026": "150", "2027": "250"}, partner="Raahe"),
    ),
    funding=(
        paid("EU ja valtio", "eu_state", "800"),
        paid("Oma", "own", "200"),
        replace(paid("Oma", "own", "120"), partner="Iisalmi"),
        replace(paid("Oma", "own", "80"), partner="Raahe"),
    ),
)
"""A plan whose partners' rows are parts of the whole's."""
BLANK = Plan(
    title="Yksi rivi on tyhjä",
    cost_lines=(cost("Palkat", "staff", "1000", years={"2026": "1000"}), cost("Ostot", "purchases", None)),
    funding=(paid("EU ja valtio", "eu_state", "800"), paid("Oma", "own", None)),
)
