"""How long a project's material is kept: so many years from the end of the year of the last payment of aid.

Pending payments move the end further, never nearer. Not for who is to keep it, or for where.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from seutu.core.funding.rulebook import Rule, RuleBook

RETENTION: Final = "retention_years"
DECEMBER: Final = 12


class Payment(StrEnum):
    """What has become of a payment: the money has come, it is still to come, or nothing will come."""

    MADE = "made"
    PENDING = "pending"
    NONE = "none"


class Sureness(StrEnum):
    """How sure the end of the time is."""

    KNOWN = "known"
    AT_LEAST = "at_least"
    NOTHING_PAID = "nothing_paid"
    NO_DAY = "no_day"
    NO_RULE = "no_rule"


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when material is kept. ``until`` is the earliest end where payments are pending; None where unknown.

    ``undated`` payments have been made on a day that is not known.
    """

    sureness: Sureness
    until: date | None
    last: date | None
    pending: int
    undated: int
    rule: Rule | None


def retention_rule(rules: RuleBook, *, basis: str | None, on: date) -> Rule | None:
    """Return the rule of the legal basis in force on a day; None where it has none.

    Source: (EU) 2021/1060 art. 82(1): five years from 31 December of the year of the last payment to the beneficiary.
    """
    return rules.rule(RETENTION, basis=basis, on=on)


def kept_until(last: date, years: Decimal) -> date:
    """Return the last day: 31 December, so many years after the year of the last payment; 2024 + 5 is 31.12.2029."""
    return date(last.year + int(years), DECEMBER, 31)


def retention_of(payments: Iterable[tuple[Payment, date | None]], rule: Rule | None) -> Retention:
    """Return until when material is kept, given each payment with its day."""
    held = list(payments)
    days = [day for state, day in held if state is Payment.MADE and day is not None]
    pending = sum(state is Payment.PENDING for state, _day in held)
    undated = sum(state is Payment.MADE and day is None for state, day in held)
    last = max(days, default=None)
    if rule is None or rule.value is None:
        return Retention(Sureness.NO_RULE, None, last, pending, undated, None)
    if last is None:
        return Retention(Sureness.NO_DAY if undated else Sureness.NOTHING_PAID, None, None, pending, undated, rule)
    sureness = Sureness.AT_LEAST if pending or undated else Sureness.KNOWN
    return Retention(sureness, kept_until(last, rule.value), last, pending, undated, rule)
