"""What an appropriation is used for, what is left, and what is sought of it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from seutu.core.figures import Amount, Origin, Qualifier
from seutu.core.funding.appropriations import Use, UseState, sought_of, uses_by_state, with_year

WHOLE = Amount(Decimal(200_000), "EUR")
Q = Qualifier


def use(name: str, value: int | None, qualifier: Qualifier = Q.EXACT, *, kind: str = "other",
        state: UseState = UseState.USED) -> Use:  # fmt: skip
    amount = None if value is None else Amount(Decimal(value), "EUR", qualifier)
    return Use(name, name, kind, state, amount)


def derived(value: int, qualifier: Qualifier = Q.EXACT) -> Amount:
    return Amount(Decimal(value), "EUR", qualifier, Origin.DERIVED)


def test_a_city_programmes_year() -> None:
    (used,) = uses_by_state(
        WHOLE,
        [
            use("in total", 180_000, Q.UNDER, kind="total"),
            use("purchases and grants", 100_000, Q.ABOUT),
            use("own shares", 50_000, Q.ABOUT),
            use("staff and administration", None),
        ],
    )
    assert used.total == Amount(Decimal(180_000), "EUR", Q.UNDER)
    assert used.left == derived(20_000, Q.OVER)
    assert used.rest == derived(30_000, Q.UNDER)
    assert used.blanks == ("staff and administration",)
    assert used.share == Fraction(9, 10)
    assert used.findings == ()


def test_each_state_stands_by_itself_in_order() -> None:
    found = uses_by_state(WHOLE, [use("a", 10, state=UseState.FORECAST), use("a", 5), use("b", 7)])
    assert [each.state for each in found] == [UseState.USED, UseState.FORECAST]
    assert (found[0].total, found[0].left) == (derived(12), derived(199_988))
    assert found[1].total == Amount(Decimal(10), "EUR")


def test_without_a_stated_total_a_blank_row_makes_it_at_least() -> None:
    (used,) = uses_by_state(WHOLE, [use("a", 5), use("b", None)])
    assert (used.total, used.rest, used.left) == (derived(5, Q.AT_LEAST), None, derived(199_995, Q.AT_MOST))


def test_only_blank_rows_tell_nothing() -> None:
    (used,) = uses_by_state(WHOLE, [use("b", None)])
    assert (used.total, used.rest, used.left, used.share) == (None, None, None, None)


def test_parts_that_do_not_add_up_are_told() -> None:
    (used,) = uses_by_state(WHOLE, [use("in total", 100, kind="total"), use("a", 60), use("b", 50)])
    assert used.rest is None
    assert len(used.findings) == 1
    assert "110" in used.findings[0].en


def test_more_used_than_there_is_and_two_totals_are_told() -> None:
    (used,) = uses_by_state(WHOLE, [use("in total", 250_000, kind="total"), use("again", 240_000, kind="total")])
    assert used.total is None
    assert len(used.findings) == 2
    assert "50\u00a0000" in used.findings[1].en


def test_every_stated_total_that_is_another_is_told() -> None:
    rows = [use(str(at), value, kind="total") for at, value in enumerate((100, 100, 120, 130))]
    (used,) = uses_by_state(WHOLE, rows)
    assert used.total is None
    assert ["120" in each.en for each in used.findings] == [True, False]
    assert "130" in used.findings[1].en


def test_the_largest_stated_total_is_held_against_the_appropriation() -> None:
    rows = [use("a", 150_000, kind="total"), use("b", 250_000, kind="total")]
    (used,) = uses_by_state(WHOLE, rows)
    assert "exceeds the ceiling 200\u00a0000\u00a0€ by 50\u00a0000" in used.findings[1].en


def test_what_is_known_goes_over_a_total_though_another_row_is_blank() -> None:
    (used,) = uses_by_state(WHOLE, [use("in total", 100, kind="total"), use("a", 60), use("b", 50), use("c", None)])
    assert len(used.findings) == 1
    assert "110" in used.findings[0].en
    (within,) = uses_by_state(WHOLE, [use("in total", 100, kind="total"), use("a", 60), use("c", None)])
    assert within.findings == ()


def test_what_is_known_goes_over_the_appropriation_though_another_row_is_blank_or_under() -> None:
    for other in (use("b", None), use("b", 10, Q.UNDER)):
        (used,) = uses_by_state(WHOLE, [use("a", 250_000), other])
        assert len(used.findings) == 1, other
        assert "50\u00a0000" in used.findings[0].en
    (open_,) = uses_by_state(WHOLE, [use("a", 150_000), use("b", None)])
    assert open_.findings == ()


def test_what_is_sought_at_least_exceeds_though_the_words_pull_both_ways() -> None:
    exact, under = Amount(Decimal(250_000), "EUR"), Amount(Decimal(10), "EUR", Q.UNDER)
    found = sought_of(WHOLE, [("a", exact), ("b", under), ("c", None)])
    assert (found.total, found.exceeds) == (None, True)


def test_four_applications_seek_more_than_there_is() -> None:
    national = Amount(Decimal(3_000_000), "EUR")
    about = [Amount(Decimal(value), "EUR", Q.ABOUT) for value in (900_000, 900_000, 520_000, 1_700_000)]
    found = sought_of(national, [(str(number), amount) for number, amount in enumerate(about)])
    assert found.total == derived(4_020_000, Q.ABOUT)
    assert found.exceeds
    assert found.relation is not None
    assert "1\u00a0020\u00a0000\u00a0€" in found.relation.message.fi


def test_nothing_known_is_sought() -> None:
    found = sought_of(WHOLE, [("a", None)])
    assert (found.total, found.relation, found.blanks, found.exceeds) == (None, None, ("a",), False)


@pytest.mark.parametrize(
    ("name", "year", "said"),
    [
        ("Määräraha", "2023", "Määräraha 2023"),
        ("Määräraha 2023", "2023", "Määräraha 2023"),
        ("Määräraha 2023", "2024", "Määräraha 2023 2024"),
        ("Määräraha", "", "Määräraha"),
    ],
)
def test_a_year_is_said_once(name: str, year: str, said: str) -> None:
    assert with_year(name, year) == said
