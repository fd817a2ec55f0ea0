"""Person-months by person, partner and package; loads by month that add up to what was given."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.programmes.schedules import EndsBeforeStartError
from seutu.core.programmes.workloads import (
    Assignment,
    NegativeWorkError,
    PersonYears,
    Spell,
    load_by_month,
    load_by_quarter,
    months_of,
    overloads,
    person_months,
    spells,
    totals,
)

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def work(
    person: str, partner: str, package: str, months: str, start: date = YEAR[0], end: date = YEAR[1]
) -> Assignment:
    return Assignment(person, partner, package, Decimal(months), start, end)


def test_person_years_are_read_as_said_and_never_guessed() -> None:
    assert person_months(Decimal("3.2"), 28, PersonYears.EACH_YEAR) == Decimal("89.6")
    assert person_months(Decimal("3.2"), 28, PersonYears.WHOLE_PROJECT) == Decimal("38.4")
    with pytest.raises(NegativeWorkError):
        person_months(Decimal(-1), 12, PersonYears.EACH_YEAR)


def test_the_packages_of_a_project_come_to_57_person_months() -> None:
    plan = [work("asiantuntija", "Xamk", f"TP{n}", months) for n, months in enumerate(("10", "15", "20", "6", "6"), 1)]
    assert totals(plan, by="partner") == {"Xamk": Decimal(57)}
    assert list(totals(plan, by="package")) == ["TP1", "TP2", "TP3", "TP4", "TP5"]
    with pytest.raises(ValueError, match="not known"):
        totals(plan, by="colour")


def test_more_than_there_is_of_a_person_is_found_by_month() -> None:
    plan = [
        work("a", "x", "TP1", "9"),
        work("a", "x", "TP2", "2", date(2026, 3, 1), date(2026, 4, 30)),
        work("b", "x", "TP1", "12"),
    ]
    assert overloads(plan) == [("a", (2026, 3), Fraction(7, 4)), ("a", (2026, 4), Fraction(7, 4))]
    assert not overloads([work("a", "x", "TP1", "12")])


def test_months_are_those_the_period_touches() -> None:
    assert months_of(date(2026, 12, 31), date(2027, 1, 1)) == [(2026, 12), (2027, 1)]
    with pytest.raises(EndsBeforeStartError):
        months_of(date(2027, 1, 1), date(2026, 12, 31))
    with pytest.raises(NegativeWorkError):
        load_by_month([work("a", "x", "TP1", "-1")])


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.integers(0, 400),
            st.dates(date(2020, 1, 1), date(2024, 1, 1)),
            st.integers(0, 900),
        ),
        max_size=10,
    )
)
def test_loads_add_up_to_the_work(rows: list[tuple[str, int, date, int]]) -> None:
    plan = [
        Assignment(person, "x", str(number), Decimal(tenths) / 10, start, date.fromordinal(start.toordinal() + days))
        for number, (person, tenths, start, days) in enumerate(rows)
    ]
    loads = load_by_month(plan)
    for person, months in totals(plan, by="person").items():
        assert sum(loads[person].values()) == Fraction(months)


def test_the_months_of_a_quarter_are_added_up() -> None:
    (months,) = load_by_month([work("a", "x", "TP1", "5", date(2021, 9, 1), date(2022, 1, 31))]).values()
    assert load_by_quarter(months) == {(2021, 3): 1, (2021, 4): 3, (2022, 1): 1}


def test_months_of_too_much_that_follow_one_another_are_one_spell() -> None:
    plan = [
        work("a", "x", "TP1", "7", date(2021, 11, 1), date(2022, 2, 28)),
        work("a", "x", "TP2", "1", date(2021, 12, 1), date(2021, 12, 31)),
        work("a", "x", "TP3", "2", date(2022, 6, 1), date(2022, 6, 30)),
        work("b", "x", "TP1", "3", date(2022, 7, 1), date(2022, 7, 31)),
    ]
    assert spells(overloads(plan)) == [
        Spell("a", (2021, 11), (2022, 2), Fraction(11, 4)),
        Spell("a", (2022, 6), (2022, 6), Fraction(2)),
        Spell("b", (2022, 7), (2022, 7), Fraction(3)),
    ]
