"""Shares of an amount as real budgets print them, to the euro and to the printed decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.figures import Qualifier
from seutu.core.figures.relations import RoundingMode, Severity, Status, Term, check_percentage, check_share_of
from seutu.core.text import Text


def euros(value: str, qualifier: Qualifier = Qualifier.EXACT) -> Term:
    return Term(Text.same("luku"), Decimal(value), "EUR", qualifier)


def percent(value: str) -> Term:
    return Term(Text.same("osuus"), Decimal(value), "%")


@pytest.mark.parametrize(
    ("base", "rate", "amount", "status", "modes"),
    [
        ("314943", "40", "125977", Status.HOLDS_ROUNDED, ("half_up", "floor")),
        ("440920", "80", "352736", Status.HOLDS, ()),
        ("629996", "80", "503997", Status.HOLDS_ROUNDED, ("half_up", "ceil")),
        ("629996", "20", "125999", Status.HOLDS_ROUNDED, ("half_up", "floor")),
        ("59955", "5", "2998", Status.HOLDS_ROUNDED, ("half_up", "ceil")),
        ("314943", "40", "125978", Status.HOLDS_ROUNDED, ("ceil",)),
        ("314943", "40", "125979", Status.FAILS, ()),
        ("314943", "40", "152977", Status.FAILS, ()),
    ],
)
def test_an_amount_within_a_euro_of_the_share_holds(
    base: str, rate: str, amount: str, status: Status, modes: tuple[str, ...]
) -> None:
    checked = check_share_of(Text.same("Flat rate"), euros(base), percent(rate), euros(amount))
    assert (checked.status, tuple(mode.value for mode in checked.rounding_modes)) == (status, modes)
    assert checked.severity is (Severity.ERROR if status is Status.FAILS else Severity.NONE)
    assert checked.computed == Decimal(base) * Decimal(rate) / 100


@pytest.mark.parametrize(
    ("amount", "base", "share", "status"),
    [
        ("352736", "440920", "80.00", Status.HOLDS),
        ("85184", "440920", "19.32", Status.HOLDS_ROUNDED),
        ("3000", "440920", "0.68", Status.HOLDS_ROUNDED),
        ("3000", "440920", "0.69", Status.FAILS),
        ("44966", "59953", "75", Status.HOLDS_ROUNDED),
        ("2991", "59953", "5", Status.HOLDS_ROUNDED),
        ("9000", "59953", "5", Status.FAILS),
        ("0", "59953", "0", Status.HOLDS),
        ("0", "0", "0", Status.NOT_CHECKABLE),
    ],
)
def test_a_percentage_holds_at_its_printed_decimals(amount: str, base: str, share: str, status: Status) -> None:
    assert check_percentage(Text.same("Osuus"), euros(amount), euros(base), percent(share)).status is status


def test_a_failed_percentage_says_the_right_one() -> None:
    failed = check_percentage(Text.same("Yksityinen"), euros("3000"), euros("440920"), percent("0.86"))
    assert "3 000 € on 0,680396 % summasta 440 920 €, ei 0,86 %." in failed.message.fi.replace("\xa0", " ")


def test_an_approximate_base_is_no_contradiction() -> None:
    about = euros("651200", Qualifier.ABOUT)
    assert check_share_of(Text.same("Kunnat"), about, percent("18.9"), euros("130000")).status is Status.NOT_CHECKABLE


@given(
    st.integers(min_value=1, max_value=10**9),
    st.decimals(min_value="0.01", max_value="100", places=2),
    st.sampled_from(list(RoundingMode)),
)
def test_every_way_of_rounding_to_whole_euros_holds(base: int, rate: Decimal, mode: RoundingMode) -> None:
    exact = Decimal(base) * rate / 100
    whole = {
        RoundingMode.FLOOR: exact.to_integral_value("ROUND_FLOOR"),
        RoundingMode.CEIL: exact.to_integral_value("ROUND_CEILING"),
        RoundingMode.HALF_UP: exact.to_integral_value("ROUND_HALF_UP"),
    }[mode]
    checked = check_share_of(
        Text.same("x"), euros(str(base)), Term(Text.same("r"), rate, "%"), Term(Text.same("a"), whole, "EUR")
    )
    assert checked.status in {Status.HOLDS, Status.HOLDS_ROUNDED}
    assert checked.status is Status.HOLDS or mode in checked.rounding_modes
