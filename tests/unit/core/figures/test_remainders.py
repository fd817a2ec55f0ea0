"""What figures come to and leave, with about, under and over carried along."""

from decimal import Decimal
from fractions import Fraction

import pytest

from seutu.core.figures import Amount, Origin, Qualifier
from seutu.core.figures.remainders import remainder, share_of_whole, total_of

Q = Qualifier


def euros(value: int | str, qualifier: Qualifier = Q.EXACT, origin: Origin = Origin.STATED) -> Amount:
    return Amount(Decimal(value), "EUR", qualifier, origin)


def derived(value: int | str, qualifier: Qualifier = Q.EXACT) -> Amount:
    return euros(value, qualifier, Origin.DERIVED)


@pytest.mark.parametrize(
    ("whole", "parts", "left"),
    [
        (euros(200_000), [euros(180_000, Q.UNDER)], derived(20_000, Q.OVER)),
        (euros(200_000), [euros(180_000, Q.NEARLY)], derived(20_000, Q.OVER)),
        (euros(180_000, Q.NEARLY), [euros(100_000, Q.ABOUT), euros(50_000, Q.ABOUT)], derived(30_000, Q.UNDER)),
        (euros(180_000, Q.UNDER), [euros(100_000, Q.ABOUT), euros(50_000, Q.ABOUT)], derived(30_000, Q.UNDER)),
        (euros(200_000), [euros("12500.50")], derived("187499.50")),
        (euros(200_000), [euros(50_000, Q.ABOUT)], derived(150_000, Q.ABOUT)),
        (euros(200_000), [euros(50_000, Q.AT_LEAST)], derived(150_000, Q.AT_MOST)),
        (euros(200_000, Q.AT_MOST), [euros(50_000)], derived(150_000, Q.AT_MOST)),
        (euros(200_000, Q.AT_MOST), [euros(50_000, Q.OVER)], derived(150_000, Q.UNDER)),
        (euros(200_000, Q.UNDER), [euros(50_000, Q.UNDER)], None),
        (euros(100), [euros(130)], derived(-30)),
        (euros(100), [], derived(100)),
    ],
)
def test_what_is_left(whole: Amount, parts: list[Amount], left: Amount | None) -> None:
    assert remainder(whole, parts) == left


@pytest.mark.parametrize(
    ("amounts", "blanks", "total"),
    [
        ([], 0, None),
        ([], 2, None),
        ([euros(5, Q.ABOUT)], 0, euros(5, Q.ABOUT)),
        ([euros(5)], 1, derived(5, Q.AT_LEAST)),
        ([euros(900_000, Q.ABOUT), euros(900_000, Q.ABOUT), euros(520_000), euros(1_700_000)], 0,
         derived(4_020_000, Q.ABOUT)),
        ([euros(5, Q.UNDER), euros(6)], 0, derived(11, Q.UNDER)),
        ([euros(5, Q.NEARLY), euros(6)], 0, derived(11, Q.UNDER)),
        ([euros(5, Q.UNDER), euros(6)], 1, None),
        ([euros(5, Q.UNDER), euros(6, Q.OVER)], 0, None),
    ],
)  # fmt: skip
def test_the_total(amounts: list[Amount], blanks: int, total: Amount | None) -> None:
    assert total_of(amounts, blanks=blanks) == total


def test_a_share_of_nothing_is_not_known() -> None:
    assert share_of_whole(euros(9), euros(10)) == Fraction(9, 10)
    assert share_of_whole(euros(9), euros(0)) is None
