"""Sums and shares that add up, nearly add up, do not, and cannot be told; and what would heal them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures import Qualifier
from seutu.core.figures.relations import Relation, Severity, Status, Term, check_shares_sum, check_sum
from seutu.core.text import Text

money = st.integers(min_value=0, max_value=99_999_999).map(lambda cents: Decimal(cents).scaleb(-2))


def euros(label: str, value: str | None, qualifier: Qualifier = Qualifier.EXACT) -> Term:
    return Term(Text.same(label), None if value is None else Decimal(value), "EUR", qualifier)


def summed(total: str, *parts: str | None, others: tuple[str, ...] = ()) -> Relation:
    rows = [euros(f"rivi {number}", part) for number, part in enumerate(parts, 1)]
    return check_sum(
        Text.same("Yhteensä"), rows, euros("yhteensä", total), others=[euros(f"muu {value}", value) for value in others]
    )


def shares(*values: str | None, total: str | None = None) -> Relation:
    rows = [
        Term(Text.same(f"rivi {number}"), None if each is None else Decimal(each), "%")
        for number, each in enumerate(values, 1)
    ]
    return check_shares_sum(
        Text.same("Osuudet"), rows, None if total is None else Term(Text.same("yhteensä"), Decimal(total), "%")
    )


def verdict(relation: Relation) -> tuple[Status, Severity]:
    return relation.status, relation.severity


@given(st.lists(money, min_size=1, max_size=20))
def test_parts_hold_to_the_cent(values: list[Decimal]) -> None:
    rows = [Term(Text.same(str(number)), value, "EUR") for number, value in enumerate(values)]
    held = check_sum(Text.same("Yhteensä"), rows, Term(Text.same("yhteensä"), sum(values, Decimal(0)), "EUR"))
    assert verdict(held) == (Status.HOLDS, Severity.NONE)
    assert held.difference == 0


@given(st.lists(money, min_size=1, max_size=20), st.integers(min_value=1, max_value=10**9), st.booleans())
def test_any_difference_is_an_error(values: list[Decimal], cents: int, more: bool) -> None:  # noqa: FBT001
    rows = [Term(Text.same(str(number)), value, "EUR") for number, value in enumerate(values)]
    wrong = sum(values, Decimal(0)) + Decimal(cents if more else -cents).scaleb(-2)
    failed = check_sum(Text.same("Yhteensä"), rows, Term(Text.same("yhteensä"), wrong, "EUR"))
    assert verdict(failed) == (Status.FAILS, Severity.ERROR)
    assert failed.difference == wrong - sum(values, Decimal(0))


def test_a_blank_row_is_no_zero() -> None:
    assert verdict(summed("300", "100", None, "200")) == (Status.HOLDS, Severity.NONE)
    assert verdict(summed("350", "100", None, "200")) == (Status.NOT_CHECKABLE, Severity.NOTE)
    assert verdict(summed("350", "100", "0", "200")) == (Status.FAILS, Severity.ERROR)


def test_rows_in_thousands_may_miss_by_half_a_unit_each() -> None:
    rows = [euros("a", "333000"), euros("b", "333000"), euros("c", "333000")]
    near = check_sum(Text.same("x"), rows, euros("total", "1000000"), unit_printed=Decimal(1000))
    assert verdict(near) == (Status.HOLDS_ROUNDED, Severity.NOTE)
    far = check_sum(Text.same("x"), rows, euros("total", "1003000"), unit_printed=Decimal(1000))
    assert verdict(far) == (Status.FAILS, Severity.ERROR)
    assert verdict(check_sum(Text.same("x"), rows, euros("total", "1000000"))) == (Status.FAILS, Severity.ERROR)


def test_approximate_figures_fail_only_when_they_cannot_hold() -> None:
    parts = [euros("a", "100000", Qualifier.ABOUT), euros("b", "50000", Qualifier.ABOUT)]
    may = check_sum(Text.same("x"), parts, euros("total", "180000", Qualifier.UNDER))
    assert verdict(may) == (Status.NOT_CHECKABLE, Severity.NONE)
    cannot = check_sum(Text.same("x"), parts, euros("total", "500000", Qualifier.OVER))
    assert verdict(cannot) == (Status.FAILS, Severity.WARNING)
    same = check_sum(Text.same("x"), parts, euros("total", "150000", Qualifier.ABOUT))
    assert verdict(same) == (Status.HOLDS, Severity.NONE)


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        (summed("59953", "24059", "22252", "13606"), "24 095 € luvun 24 059 € tilalla täsmäisi. Onko kaksi numeroa"),
        (summed("59953", "24095", "22252", "18606"), "13 606 € luvun 18 606 € tilalla täsmäisi."),
        (summed("59953", "24095", "22252", "1360"), "13 606 € luvun 1 360 € tilalla täsmäisi."),
        (summed("59935", "24095", "22252", "13606"), "59 953 € luvun 59 935 € tilalla täsmäisi. Onko kaksi"),
        (summed("59953", "24095", "22252", others=("13606", "5")), "jos mukana olisi muu 13606, 13 606 €"),
        (summed("46347", "24095", "22252", "13606"), "ilman riviä rivi 3, 13 606 €"),
        (shares("80", "18.9", "0.6", "5.5"), "yhteensä 105,0 %, ei 100 %. 13,9 % luvun 18,9 % tilalla täsmäisi."),
    ],
    ids=["swapped", "look alike", "a digit lost", "the total", "a row left out", "a row twice", "shares"],
)
def test_what_would_heal_a_sum_is_told(relation: Relation, said: str) -> None:
    assert relation.severity is Severity.ERROR
    assert said in relation.message.fi.replace("\xa0", " ")


def test_nothing_is_told_where_too_many_changes_would_do() -> None:
    failed = summed("11111", "1111", "1222", "1333", "1444", "1555", "1666")
    assert failed.status is Status.FAILS
    assert "tilalla" not in failed.message.fi


def test_shares_miss_a_hundred_by_half_a_unit_each() -> None:
    assert verdict(shares("33.33", "33.33", "33.33")) == (Status.HOLDS_ROUNDED, Severity.NOTE)
    assert verdict(shares("80.00", "19.32", "0", "0", "0.68")) == (Status.HOLDS, Severity.NONE)
    assert verdict(shares("80.00", "19.82", "0", "0", "0.68")) == (Status.FAILS, Severity.ERROR)
    assert verdict(shares("75", "17.5", "5", "2.5")) == (Status.HOLDS, Severity.NONE)
    assert verdict(shares("75", "17.5", "6", "2.5")) == (Status.FAILS, Severity.ERROR)
    assert verdict(shares("33", "33", "33")) == (Status.HOLDS_ROUNDED, Severity.NOTE)
    assert verdict(shares("75", "5", "5", None)) == (Status.NOT_CHECKABLE, Severity.NOTE)
    assert verdict(shares("40", "20", total="60")) == (Status.HOLDS, Severity.NONE)


def test_the_message_is_in_three_languages() -> None:
    message = shares("80", "18.9", "0.6", "5.5").message
    assert "andelarna är sammanlagt 105,0" in message.sv
    assert "the shares add up to 105.0%, not 100%" in message.en


def test_a_sum_of_nothing_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="sum of nothing"):
        check_sum(Text.same("x"), [], euros("total", "1"))
    with pytest.raises(ValueError, match="sum of nothing"):
        check_shares_sum(Text.same("x"), [])
