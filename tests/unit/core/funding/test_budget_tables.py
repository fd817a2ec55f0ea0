"""Tables of a plan's money: subtotals by partner, totals beside what is stated, shares that are stated or computed."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from seutu.core.figures import Origin, Qualifier
from seutu.core.funding.budget_tables import (
    MoneyRow,
    MoneyTable,
    Rank,
    cost_table,
    costs_total,
    funding_table,
    funding_total,
    package_table,
    partner_table,
    shares_of,
    together,
    year_table,
)
from seutu.core.funding.plans import Partner, PartnerRole, Plan, WorkPackage
from tests.unit.core.funding.plan_rows import cost, paid, term


def shown(table: MoneyTable) -> list[tuple[str, str, list[str | None]]]:
    return [
        (row.rank.value, row.label.fi, [None if each is None else str(each.value) for each in row.figures])
        for row in table.rows
    ]


def headings(table: MoneyTable) -> list[str]:
    return [column.heading.fi for column in table.columns]


def last(table: MoneyTable) -> MoneyRow:
    return table.rows[-1]


def test_costs_are_grouped_by_partner_with_subtotals_and_the_stated_total() -> None:
    lines = (
        replace(cost("Palkat", "staff", "100"), partner="Iisalmi"),
        replace(cost("Palkat", "staff", "50.50"), partner="Raahe"),
        replace(cost("Flat rate", "flat_rate", "40"), partner="Iisalmi"),
        cost("Yhteiset", "other", None),
    )
    assert shown(cost_table(Plan(cost_lines=lines, total=term("Yhteensä", "190.50")))) == [
        ("group", "Iisalmi", []),
        ("line", "Palkat", ["100"]),
        ("line", "Flat rate", ["40"]),
        ("subtotal", "Iisalmi yhteensä", ["140"]),
        ("group", "Raahe", []),
        ("line", "Palkat", ["50.50"]),
        ("subtotal", "Raahe yhteensä", ["50.50"]),
        ("group", "Ilman toteuttajaa", []),
        ("line", "Yhteiset", ["None"]),
        ("subtotal", "Ilman toteuttajaa yhteensä", [None]),
        ("total", "Kustannusarvio yhteensä", ["190.50"]),
    ]


def test_a_stated_total_that_is_another_stands_beside_the_computed_one() -> None:
    table = cost_table(Plan(cost_lines=(cost("A", "other", "5"), cost("B", "other", "6")), total=term("S", "12")))
    assert shown(table)[-2:] == [
        ("subtotal", "Rivit yhteensä (laskettu)", ["11"]),
        ("total", "Kustannusarvio yhteensä", ["12"]),
    ]
    computed, stated = table.rows[-2].figures[0], table.rows[-1].figures[0]
    assert computed is not None
    assert stated is not None
    assert (computed.origin, stated.origin) == (Origin.DERIVED, Origin.STATED)


def test_applied_and_rejected_stand_where_a_line_has_them() -> None:
    line = replace(cost("A", "other", "5"), applied=term("A", "7"), rejected=term("A", "2"))
    table = cost_table(Plan(cost_lines=(line, cost("B", "other", "1"))))
    assert headings(table) == ["Haettu", "Määrä", "Hylätty"]
    assert shown(table)[1:] == [("line", "B", [None, "1", None]), ("total", "Kustannusarvio yhteensä", ["7", "6", "2"])]
    assert headings(cost_table(Plan(cost_lines=(cost("B", "other", "1"),)))) == ["Määrä"]


def test_years_are_added_up_both_ways() -> None:
    lines = (
        cost("Palkat", "staff", "9", {"2027": "4", "2026": "5"}),
        cost("Matkat", "other", "3", {"2026": "3"}),
        cost("Ilman vuosia", "other", "8"),
    )
    table = year_table(Plan(cost_lines=lines))
    assert table is not None
    assert headings(table) == ["2026", "2027", "Yhteensä"]
    assert shown(table) == [
        ("line", "Palkat", ["5", "4", "9"]),
        ("line", "Matkat", ["3", None, "3"]),
        ("total", "Kustannusarvio yhteensä", ["8", "4", "12"]),
    ]
    assert year_table(Plan(cost_lines=lines[2:])) is None


def test_stated_shares_are_kept_and_missing_ones_computed_only_where_none_is_stated() -> None:
    stated = Plan(funding=(paid("EU", "eu_state", "80", "80.00"), paid("Oma", "own", "20")))
    assert shown(funding_table(stated)) == [
        ("line", "EU", ["80", "80.00"]),
        ("line", "Oma", ["20", None]),
        ("total", "Rahoitussuunnitelma yhteensä", ["100", "80.00"]),
    ]
    rows = (paid("EU", "eu_state", "352736"), paid("Oma", "own", "85184"), paid("Yksityinen", "private", "3000"))
    table = funding_table(Plan(funding=rows))
    assert headings(table) == ["Määrä", "Osuus, laskettu"]
    assert [figures[1] for _, _, figures in shown(table)] == ["80.00", "19.32", "0.68", "100.00"]


def test_shares_are_not_computed_of_what_is_blank_or_approximate() -> None:
    blank = (paid("EU", "eu_state", "80"), paid("Oma", "own", None))
    about = (replace(blank[0], amount=replace(blank[0].amount, qualifier=Qualifier.ABOUT)),)
    assert shares_of(blank) == [None, None]
    assert shares_of(about) == [None]
    assert headings(funding_table(Plan(funding=blank))) == ["Määrä"]


def test_a_sum_of_approximate_figures_is_about_and_one_of_nothing_is_none() -> None:
    about = replace(term("A", "5"), qualifier=Qualifier.AT_MOST)
    found = together([about, None, term("C", "0.10")])
    assert found is not None
    assert (found.value, found.qualifier) == (Decimal("5.10"), Qualifier.ABOUT)
    assert together([about, term("B", None)]) is None
    assert together([None, term("B", None)]) is None


def test_packages_and_partners_have_tables_where_they_have_figures() -> None:
    packages = (WorkPackage("1", "Alku", term("m", "10", "person_month")), WorkPackage("2", "Loppu"))
    table = package_table(Plan(work_packages=packages))
    assert table is not None
    assert headings(table) == ["Henkilötyökuukaudet"]
    assert shown(table) == [("line", "1 Alku", ["10"]), ("line", "2 Loppu", [None]), ("total", "Yhteensä", ["10"])]
    assert package_table(Plan(work_packages=packages[1:])) is None
    partners = (Partner("Iisalmi", PartnerRole.LEAD, term("b", "5")), Partner("Raahe", PartnerRole.PART))
    named = partner_table(Plan(partners=partners))
    assert named is not None
    assert [label for _, label, _ in shown(named)] == ["Iisalmi, Päätoteuttaja", "Raahe, Osatoteuttaja", "Yhteensä"]
    assert partner_table(Plan(partners=partners[1:])) is None


def test_the_totals_are_the_stated_ones_or_derived_where_none_is_filled() -> None:
    plan = Plan(cost_lines=(cost("A", "other", "5"),), total=term("S", None), funding=(paid("B", "own", "6"),))
    found = costs_total(plan), funding_total(plan)
    assert [each and (each.value, each.origin) for each in found] == [
        (Decimal(5), Origin.DERIVED),
        (Decimal(6), Origin.DERIVED),
    ]
    stated = costs_total(replace(plan, total=term("S", "7")))
    assert stated is not None
    assert (stated.value, stated.origin) == (Decimal(7), Origin.STATED)
    assert costs_total(Plan()) is None


def test_a_total_of_no_lines_is_the_stated_one_alone() -> None:
    assert shown(cost_table(Plan(total=term("S", "5")))) == [("total", "Kustannusarvio yhteensä", ["5"])]
    assert cost_table(Plan()).rows == ()
    assert last(cost_table(Plan(total=term("S", "5")))).rank is Rank.TOTAL


def test_a_total_with_a_blank_row_is_at_least_what_is_filled() -> None:
    plan = Plan(
        cost_lines=(cost("A", "staff", "5", {"2026": "5"}), cost("B", "other", None, {"2026": None})),
        funding=(paid("EU", "eu_state", "4"), paid("Oma", "own", None)),
    )
    years = year_table(plan)
    assert years is not None
    tables = (cost_table(plan), years, funding_table(plan))
    assert [[each and each.qualifier for each in last(table).figures] for table in tables] == [
        [Qualifier.AT_LEAST],
        [Qualifier.AT_LEAST, Qualifier.AT_LEAST],
        [Qualifier.AT_LEAST],
    ]
    found = costs_total(plan), funding_total(plan)
    assert [each and (each.value, each.qualifier) for each in found] == [
        (Decimal(5), Qualifier.AT_LEAST),
        (Decimal(4), Qualifier.AT_LEAST),
    ]


def of(partner: str, row: Any) -> Any:
    return replace(row, partner=partner)


def test_what_partners_rows_repeat_is_shown_and_not_counted_twice() -> None:
    plan = Plan(
        cost_lines=(
            cost("Palkat", "staff", "1000", {"2026": "400", "2027": "600"}),
            of("Iisalmi", cost("Palkat", "staff", "600", {"2026": "600"})),
            of("Raahe", cost("Palkat", "staff", "400", {"2027": "400"})),
        ),
        funding=(
            paid("EU", "eu_state", "800"),
            paid("Oma", "own", "200"),
            of("Iisalmi", paid("Oma", "own", "150")),
            of("Raahe", paid("Oma", "own", "50")),
        ),
    )
    years = year_table(plan)
    assert years is not None
    assert shown(cost_table(plan))[-1] == ("total", "Kustannusarvio yhteensä", ["1000"])
    assert shown(years)[-1] == ("total", "Kustannusarvio yhteensä", ["400", "600", "1000"])
    assert shown(funding_table(plan)) == [
        ("group", "Ilman toteuttajaa", []),
        ("line", "EU", ["800", "80.00"]),
        ("line", "Oma", ["200", "20.00"]),
        ("subtotal", "Ilman toteuttajaa yhteensä", ["1000", "100.00"]),
        ("group", "Iisalmi", []),
        ("line", "Oma", ["150", None]),
        ("subtotal", "Iisalmi yhteensä", ["150", None]),
        ("group", "Raahe", []),
        ("line", "Oma", ["50", None]),
        ("subtotal", "Raahe yhteensä", ["50", None]),
        ("total", "Rahoitussuunnitelma yhteensä", ["1000", "100.00"]),
    ]
    assert [each and each.value for each in (costs_total(plan), funding_total(plan))] == [Decimal(1000)] * 2
