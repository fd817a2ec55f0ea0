"""Funding rules: dated, sourced, and taken from the nearest set that says them."""

from datetime import date
from decimal import Decimal

import pytest

from seutu.core.funding.rulebook import Confidence, Rule, UnknownBasisError
from seutu.core.text import Text
from seutu.rules.funding import rule_book

DAY = date(2026, 6, 1)


def test_the_decree_goes_before_what_it_falls_back_to() -> None:
    book = rule_book()
    ceiling = book.rule("aid_ceiling_development", basis="867/2021", on=DAY)
    assert ceiling is not None
    assert (ceiling.value, ceiling.source) == (Decimal(80), "867/2021 4 § 1 mom.")
    inherited = book.rule("other_of_staff", basis="867/2021", on=DAY)
    assert inherited is not None
    assert "2021/1060" in inherited.source


def test_a_call_goes_before_the_decree() -> None:
    own = Rule("aid_ceiling_development", Text.same("x"), Decimal(60), "%", DAY, None, "hakuilmoitus", Confidence.HIGH)
    found = rule_book().rule("aid_ceiling_development", basis="867/2021", on=DAY, call=[own])
    assert found is own


def test_a_dated_value_is_not_used_outside_its_days() -> None:
    book = rule_book()
    side = book.rule("side_costs", basis="867/2021", on=DAY)
    assert side is not None
    assert (side.value, side.confidence) == (Decimal("26.44"), Confidence.MEDIUM)
    assert book.rule("side_costs", basis="867/2021", on=date(2025, 6, 1)) is None


def test_an_unknown_basis_raises() -> None:
    with pytest.raises(UnknownBasisError):
        rule_book().rule("aid_ceiling_development", basis="1/1901", on=DAY)


def test_every_set_that_is_fallen_back_to_is_there() -> None:
    sets = rule_book().sets
    assert {name for each in sets.values() for name in each.falls_back_to} <= set(sets)


@pytest.mark.parametrize(
    "rule", [rule for each in rule_book().sets.values() for rule in each.rules], ids=lambda r: r.name
)
def test_every_rule_has_a_source_and_reads_in_three_languages(rule: Rule) -> None:
    assert rule.source
    assert all(rule.label.as_dict().values())
    assert rule.until is None or rule.since <= rule.until


@pytest.mark.parametrize(
    ("rate", "basis", "base"),
    [
        ("40", None, "staff"),
        ("7", None, "direct"),
        ("24", None, "staff"),
        ("1.5", None, None),
        ("33", None, None),
        ("40", "867/2021", "staff"),
    ],
)
def test_what_a_flat_rate_is_taken_of(rate: str, basis: str | None, base: str | None) -> None:
    assert rule_book().base_of_flat_rate(Decimal(rate), basis=basis, on=DAY) == base


@pytest.mark.parametrize(
    ("text", "basis"), [("VNA 867/2021 4 §", "867/2021"), ("1/1901", None), ("", None), (None, None)]
)
def test_a_basis_is_known_by_its_number(text: str | None, basis: str | None) -> None:
    assert rule_book().named(text) == basis
