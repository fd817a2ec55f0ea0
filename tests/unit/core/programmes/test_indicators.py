"""An indicator on a day: value against target, breakdowns, and what they leave unknown."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from seutu.core.programmes.indicators import Breakdown, Measured, Part, Plan, reading_on
from seutu.core.programmes.measurements import Direction, Gathering

JUNE, AUTUMN, END = date(2023, 6, 30), date(2023, 10, 1), date(2023, 12, 31)


def of(day: date, value: int | None, category: str = "", *, told: str = "") -> Measured:
    number = None if value is None else Decimal(value)
    return Measured(day, number, told=told, breakdown="gender" if category else "", category=category)


def test_a_sum_of_measurements_against_its_target() -> None:
    plan = Plan(Decimal(0), Decimal(40), gathering=Gathering.CUMULATIVE)
    reading = reading_on(plan, [of(AUTUMN, 12), of(JUNE, 8)], END)
    assert (reading.value, reading.done) == (Decimal(20), Fraction(1, 2))
    assert reading.latest == of(AUTUMN, 12)


def test_a_later_measurement_is_not_known_yet() -> None:
    assert reading_on(Plan(), [of(JUNE, 8), of(AUTUMN, 12)], JUNE).value == Decimal(8)
    nothing = reading_on(Plan(), [of(AUTUMN, 12)], JUNE)
    assert (nothing.value, nothing.latest, nothing.breakdowns) == (None, None, ())


def test_less_may_be_better() -> None:
    plan = Plan(Decimal(10), Decimal(5), Direction.LESS)
    assert reading_on(plan, [of(JUNE, 4)], END).done == Fraction(6, 5)


def test_parts_of_all_days_add_up_when_measurements_do() -> None:
    plan = Plan(gathering=Gathering.CUMULATIVE)
    measured = [of(JUNE, 8), of(AUTUMN, 12), of(JUNE, 5, "women"), of(AUTUMN, 4, "women"), of(AUTUMN, 7, "men")]
    found = reading_on(plan, measured, END).breakdowns
    assert found == (Breakdown("gender", (Part("women", Decimal(9)), Part("men", Decimal(7))), rest=Decimal(4)),)


def test_only_parts_of_the_same_day_belong_to_the_latest_value() -> None:
    measured = [of(JUNE, 8), of(AUTUMN, 12), of(JUNE, 5, "women"), of(AUTUMN, 6, "women"), of(AUTUMN, 6, "men")]
    (found,) = reading_on(Plan(), measured, END).breakdowns
    assert [part.value for part in found.parts] == [Decimal(6), Decimal(6)]
    assert found.rest == 0
    assert reading_on(Plan(), [of(AUTUMN, 12), of(JUNE, 5, "women")], END).breakdowns == ()


def test_parts_that_exceed_the_value_are_told() -> None:
    (found,) = reading_on(Plan(), [of(JUNE, 8), of(JUNE, 9, "women")], END).breakdowns
    assert (found.rest, found.excess) == (None, Decimal(1))


def test_shares_and_parts_without_a_whole_are_not_added_up() -> None:
    (shares,) = reading_on(Plan(adds_up=False), [of(JUNE, 8), of(JUNE, 5, "women")], END).breakdowns
    (alone,) = reading_on(Plan(), [of(JUNE, 5, "women")], END).breakdowns
    assert (shares.rest, shares.excess, alone.rest, alone.excess) == (None, None, None, None)


def test_words_are_a_measurement_without_a_value() -> None:
    reading = reading_on(Plan(), [of(JUNE, 3), of(AUTUMN, None, told="easier")], END)
    assert reading.value == Decimal(3)
    assert reading.latest is not None
    assert reading.latest.told == "easier"
