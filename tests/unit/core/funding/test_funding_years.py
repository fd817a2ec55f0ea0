"""Funding by year: both ways add up to the euro or the cent, each cell is next to its exact share."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures.relations import Term
from seutu.core.funding.funding_years import FundingYears, divided, funding_by_year
from seutu.core.funding.plans import CostKind, CostLine, FundingKind, FundingRow, Plan
from seutu.core.text import Text

D = Decimal


def term(value: int | None) -> Term:
    return Term(Text.same(""), None if value is None else D(value), "EUR")


def plan(years: dict[str, int], *amounts: int | None) -> Plan:
    line = CostLine(
        Text.same("Palkat"), CostKind.STAFF, term(sum(years.values())), years={y: term(v) for y, v in years.items()}
    )
    kinds = (FundingKind.EU_STATE, FundingKind.OWN, FundingKind.PRIVATE)
    rows = tuple(
        FundingRow(Text.same(kind.value), kind, term(amount)) for kind, amount in zip(kinds, amounts, strict=False)
    )
    return Plan(cost_lines=(line,), funding=rows)


@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=6).filter(any),
    st.lists(st.integers(1, 10**4), min_size=1, max_size=6),
    st.sampled_from([D(1), D("0.01")]),
)
def test_rows_and_years_add_up_and_each_cell_is_next_to_its_share(
    rows: list[int], weights: list[int], step: Decimal
) -> None:
    whole = sum(rows)
    cuts = [0, *(whole * sum(weights[: at + 1]) // sum(weights) for at in range(len(weights)))]
    columns = [(after - before) * step for before, after in pairwise(cuts)]
    amounts = [each * step for each in rows]
    table = divided(amounts, columns)
    assert [sum(line) for line in table] == amounts
    assert [sum(line[at] for line in table) for at in range(len(columns))] == columns
    for amount, line in zip(amounts, table, strict=True):
        for column, found in zip(columns, line, strict=True):
            assert abs(Fraction(found) - Fraction(amount) * Fraction(column) / Fraction(whole * step)) < 1


def test_the_document_of_three_years_is_divided_by_source() -> None:
    found = funding_by_year(plan({"2021": 84268, "2022": 283566, "2023": 262162}, 503997, 125999))
    assert isinstance(found, FundingYears)
    assert found.years == ("2021", "2022", "2023")
    (_eu, amount, aid), (_own, _amount, own) = found.rows
    assert sum(aid) == amount == 503997
    assert [a + b for a, b in zip(aid, own, strict=True)] == [84268, 283566, 262162]


def test_what_cannot_be_divided_says_why() -> None:
    differs = funding_by_year(plan({"2026": 59953}, 44966, 14989))
    assert isinstance(differs, Text)
    assert "59\u00a0953" in differs.en
    assert "59\u00a0955" in differs.en
    blank = funding_by_year(plan({"2026": 100}, 80, None))
    assert isinstance(blank, Text)
    assert "own" in blank.en
    bare = plan({"2026": 100}, 80, 20)
    more = CostLine(Text.same("Ostot"), CostKind.PURCHASES, term(5))
    told = funding_by_year(Plan(cost_lines=(*bare.cost_lines, more), funding=bare.funding))
    assert isinstance(told, Text)
    assert "Ostot" in told.en
    assert funding_by_year(Plan()) is None
    with pytest.raises(ValueError, match="add up"):
        divided([D(1)], [D(2)])


def test_a_partners_line_that_repeats_the_whole_is_divided_once() -> None:
    whole = plan({"2026": 60, "2027": 40}, 80, 20)
    part = replace(whole.cost_lines[0], label=Text.same("Osa"), partner="A", amount=term(30), years={"2026": term(30)})
    stated = replace(whole, cost_lines=(*whole.cost_lines, part), total=term(100))
    found = funding_by_year(stated)
    assert isinstance(found, FundingYears)
    assert found.rows == (("eu_state", D(80), (D(48), D(32))), ("own", D(20), (D(12), D(8))))


def test_a_credit_year_or_no_funding_gives_nothing() -> None:
    assert funding_by_year(plan({"2026": 110, "2027": -10}, 80, 20)) is None
    assert funding_by_year(plan({"2026": 0}, 0)) is None
    assert funding_by_year(plan({"2026": 100})) is None
