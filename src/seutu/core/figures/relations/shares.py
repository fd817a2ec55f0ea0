"""Shares: an amount that is a percentage of a base, from either end.

Money is compared as it was printed, within one euro of the exact share, so that every way of rounding to whole euros
passes. A percentage that was computed from the amount passes also at its printed decimals; a rate that the amount was
computed from does not, for a flat rate of 40 % is 40.000 %. Not for the hundred that shares add up to (``sums``).
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.marks import EXACT
from seutu.core.figures.relations import sentences as say
from seutu.core.figures.relations.relation import Kind, Relation, Severity, Status
from seutu.core.figures.relations.rounding import RoundingMode, fitting_modes, rounded, step_of
from seutu.core.figures.relations.sums import added
from seutu.core.figures.relations.terms import NAMELESS, Term
from seutu.core.figures.units import PERCENT
from seutu.core.text import Text

MORE_DECIMALS: Final = Decimal("0.0001")
HUNDRED: Final = Decimal(100)
HELD: Final = frozenset({Status.HOLDS, Status.HOLDS_ROUNDED})


def check_share_of(label: Text, base: Term, rate: Term, amount: Term) -> Relation:
    """Check amount = rate % × base, as a flat rate or a funder's share is computed.

    Holds rounded when the amount is less than 1 € from the exact share. Stated is the amount, computed the exact
    share. Not checkable when a figure is approximate and it does not hold as printed, or a row is blank.
    """
    terms = (base, rate, amount)
    if any(term.is_blank for term in terms):
        return _unknown(Kind.SHARE_OF, label, terms)
    exact = EXACT.divide(EXACT.multiply(base.number, rate.number), HUNDRED)
    status, modes = _verdict(base, rate, amount)
    facts = {
        "rate": say.as_printed(rate),
        "base": say.as_printed(base),
        "amount": say.as_printed(amount),
        "exact": say.figure(exact, base.unit),
    }
    template = {
        Status.HOLDS: say.SHARE_HOLDS,
        Status.HOLDS_ROUNDED: say.SHARE_ROUNDED,
        Status.FAILS: say.SHARE_FAILS,
        Status.NOT_CHECKABLE: say.SHARE_MAY_HOLD,
    }[status]
    message = say.about(template, label, **facts)
    severity = Severity.ERROR if status is Status.FAILS else Severity.NONE
    return Relation(Kind.SHARE_OF, label, terms, status, severity, message, amount.number, exact, modes)


def check_percentage(label: Text, amount: Term, base: Term, share: Term, *, evened: bool = False) -> Relation:
    """Check that an amount is the printed percentage of its base: 85 184 of 440 920 prints as 19,32.

    Holds rounded also when the ratio rounds to the percentage at its printed decimals. Stated is the percentage,
    computed the ratio with four more decimals than printed. Not checkable as ``check_share_of``, and of a base of zero.
    ``evened`` shares were rounded up or down so that the column adds up to 100: any way of rounding will do for them.
    One that fails is a warning: where the shares of a plan are wrong, their sum is the error.
    """
    terms = (amount, base, share)
    if any(term.is_blank for term in terms):
        return _unknown(Kind.PERCENTAGE, label, terms)
    if not base.number:
        message = say.about(say.NO_BASE, label)
        return Relation(Kind.PERCENTAGE, label, terms, Status.NOT_CHECKABLE, Severity.NOTE, message, share.number)
    ratio = Fraction(amount.number) * 100 / Fraction(base.number)
    shown = rounded(ratio, step_of(share.number) * MORE_DECIMALS, RoundingMode.HALF_UP)
    status, modes = _verdict(base, share, amount)
    printed = fitting_modes(ratio, share.number)
    if status not in HELD and (RoundingMode.HALF_UP in printed or (evened and printed)):
        status, modes = Status.HOLDS_ROUNDED, printed
    facts = {
        "amount": say.as_printed(amount),
        "base": say.as_printed(base),
        "rate": say.as_printed(share),
        "ratio": say.figure(shown, PERCENT),
    }
    template = {
        Status.HOLDS: say.RATIO_HOLDS,
        Status.HOLDS_ROUNDED: say.RATIO_ROUNDED,
        Status.FAILS: say.RATIO_FAILS,
        Status.NOT_CHECKABLE: say.SHARE_MAY_HOLD,
    }[status]
    message = say.about(template, label, **facts)
    severity = Severity.WARNING if status is Status.FAILS else Severity.NONE
    return Relation(Kind.PERCENTAGE, label, terms, status, severity, message, share.number, shown, modes)


def are_evened(shared: Sequence[tuple[Term, Term]], base: Term) -> bool:
    """Return whether printed shares, each with its amount, add up to 100 where rounding each half up would not."""
    if base.is_blank or not base.number or any(amount.is_blank for _, amount in shared):
        return False
    half_up = (
        rounded(Fraction(amount.number) * 100 / Fraction(base.number), step_of(share.number), RoundingMode.HALF_UP)
        for share, amount in shared
    )
    return added(share for share, _ in shared) == HUNDRED != sum(half_up, Decimal(0))


def count_fitting(base: Decimal, rows: Sequence[tuple[Term, Term]]) -> int:
    """Return how many of the rows, each a rate and its amount, are to the euro the rate of a base."""
    whole = Term(NAMELESS, base)
    return sum(_verdict(whole, rate, amount)[0] in HELD for rate, amount in rows)


def better_total(parts: Sequence[Term], stated: Term, rows: Sequence[tuple[Term, Term]]) -> Text | None:
    """Return the sentence that the printed shares fit the sum of the parts better than the stated total; None if not.

    ``rows`` are the rates with their amounts.
    """
    computed = added(parts)
    if computed == stated.number or count_fitting(computed, rows) <= count_fitting(stated.number, rows):
        return None
    return say.FITS_ANOTHER.filled(total=say.figure(computed, stated.unit))


def _verdict(base: Term, rate: Term, amount: Term) -> tuple[Status, tuple[RoundingMode, ...]]:
    exact = Fraction(base.number) * Fraction(rate.number) / 100
    if exact == Fraction(amount.number):
        return Status.HOLDS, ()
    if abs(exact - Fraction(amount.number)) < 1:
        return Status.HOLDS_ROUNDED, fitting_modes(exact, amount.number)
    if not (base.is_exact and rate.is_exact and amount.is_exact):
        return Status.NOT_CHECKABLE, ()
    return Status.FAILS, ()


def _unknown(kind: Kind, label: Text, terms: tuple[Term, ...]) -> Relation:
    return Relation(kind, label, terms, Status.NOT_CHECKABLE, Severity.NONE, say.about(say.BLANK, label))
