"""Which figure is the wrong one where two claims of a table point at the same."""

from decimal import Decimal

import pytest

from seutu.core.figures.number_columns import Columns, tell_apart
from seutu.core.figures.relations import Term
from seutu.core.figures.units import EUR, PERCENT
from seutu.core.text import Text
from seutu.sources.documents.suspects import suspects_of, unlike_its_share


def term(value: str, unit: str = EUR) -> Term:
    return Term(Text.same("a"), Decimal(value), unit)


def column(*values: str, unit: str = EUR) -> tuple[list[Term], Term]:
    *parts, total = (term(value, unit) for value in values)
    return parts, total


def test_a_cell_where_a_wrong_row_crosses_a_wrong_column_is_the_wrong_one() -> None:
    years = [column("10", "25", "30"), column("5", "6", "11"), column("15", "26", "41")]
    (found,) = suspects_of(years, sums_by_row=True).values()
    assert found.number == 25
    assert suspects_of(years, sums_by_row=False) == {}


def test_a_wrong_sum_of_a_row_is_the_wrong_one_in_its_column() -> None:
    years = [column("10", "20", "30"), column("5", "6", "11"), column("19", "26", "41")]
    assert {at: each.number for at, each in suspects_of(years, sums_by_row=True).items()} == {2: Decimal(19)}


def test_the_amount_that_is_not_its_share_is_the_wrong_one() -> None:
    money, shares = column("700", "250", "1000"), column("70", "30", "100", unit=PERCENT)
    assert {each.number for each in suspects_of([money, shares], sums_by_row=False).values()} == {Decimal(250)}


@pytest.mark.parametrize(
    "rows",
    [
        [("70", "700"), ("30", "300")],
        [("70", "650"), ("30", "250")],
        [("70", "700"), ("20", "250")],
        [("100", "900")],
        [("70", "800"), ("30", "250")],
    ],
    ids=["right", "two wrong", "shares wrong", "one row", "not healed"],
)
def test_without_a_doubtless_one_there_is_none(rows: list[tuple[str, str]]) -> None:
    pairs = [(term(share, PERCENT), term(amount)) for share, amount in rows]
    assert unlike_its_share(pairs, term("1000")) is None


def test_gaps_part_columns_where_they_agree() -> None:
    read = tell_apart(["92 000   90 115", "41 000   38 245"], "133 000   128 360")
    assert isinstance(read, Columns)
    assert (read.rows[1], read.holding) == ((Decimal(41000), Decimal(38245)), (0, 1))


def test_one_column_with_a_slip_is_not_cut_into_two() -> None:
    read = tell_apart(["288 400", "97 300", "18 200", "60 000"], "458 500")
    assert isinstance(read, Columns)
    assert (read.rows[2], read.total, read.holding) == ((Decimal(18200),), (Decimal(458500),), ())
