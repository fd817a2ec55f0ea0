"""Until when material is kept: from the last payment's year, at least while something is pending, or why not known."""

from datetime import date
from decimal import Decimal

import pytest

from seutu.core.funding.retention import Payment, Sureness, kept_until, retention_of, retention_rule
from seutu.core.funding.rulebook import Confidence
from seutu.rules.funding import rule_book

DAY = date(2024, 3, 1)
RULE = retention_rule(rule_book(), basis="867/2021", on=DAY)


def test_the_rule_is_five_years_by_article_82() -> None:
    assert RULE is not None
    assert (RULE.value, RULE.source, RULE.confidence) == (Decimal(5), "(EU) 2021/1060 art. 82", Confidence.MEDIUM)


@pytest.mark.parametrize("last", [date(2024, 1, 1), date(2024, 12, 31)])
def test_the_time_begins_at_the_end_of_the_year(last: date) -> None:
    assert kept_until(last, Decimal(5)) == date(2029, 12, 31)


@pytest.mark.parametrize(
    ("payments", "sureness", "until"),
    [
        ([(Payment.MADE, DAY), (Payment.MADE, date(2023, 12, 31))], Sureness.KNOWN, date(2029, 12, 31)),
        ([(Payment.MADE, DAY), (Payment.NONE, None)], Sureness.KNOWN, date(2029, 12, 31)),
        ([(Payment.MADE, DAY), (Payment.PENDING, None)], Sureness.AT_LEAST, date(2029, 12, 31)),
        ([(Payment.MADE, DAY), (Payment.MADE, None)], Sureness.AT_LEAST, date(2029, 12, 31)),
        ([(Payment.PENDING, date(2024, 5, 5))], Sureness.NOTHING_PAID, None),
        ([(Payment.MADE, None)], Sureness.NO_DAY, None),
        ([], Sureness.NOTHING_PAID, None),
    ],
)
def test_what_is_known_decides(
    payments: list[tuple[Payment, date | None]], sureness: Sureness, until: date | None
) -> None:
    found = retention_of(payments, RULE)
    assert (found.sureness, found.until) == (sureness, until)


def test_without_a_rule_nothing_is_promised() -> None:
    assert retention_rule(rule_book(), basis="358/2014", on=DAY) is None
    found = retention_of([(Payment.MADE, DAY)], None)
    assert (found.sureness, found.until, found.last) == (Sureness.NO_RULE, None, DAY)
