"""What is equal to what, under which ceiling, and before what.

Not for sums and shares.
"""

from decimal import Decimal

from seutu.core.figures.relations import sentences as say
from seutu.core.figures.relations.bounds import bounds_of
from seutu.core.figures.relations.relation import Kind, Relation, Severity, Status
from seutu.core.figures.relations.terms import Term
from seutu.core.text import Text


def check_equal(label: Text, first: Term, second: Term, *, sides: tuple[Text, Text] | None = None) -> Relation:
    """Check that two places state one and the same figure. An approximate one fails only outside what it allows.

    ``sides`` name the two in the message, where it can be told which is which.
    """
    terms = (first, second)
    if first.is_blank or second.is_blank:
        message = say.about(say.BLANK, label)
        return Relation(Kind.EQUAL, label, terms, Status.NOT_CHECKABLE, Severity.NONE, message)
    exact = first.is_exact and second.is_exact
    if first.number == second.number:
        status, severity = Status.HOLDS, Severity.NONE
        template = say.SIDES_HOLD if sides else say.EQUAL_HOLDS
    elif not exact and bounds_of(first).meets(bounds_of(second)):
        status, severity = Status.NOT_CHECKABLE, Severity.NONE
        template = say.SIDES_MAY_HOLD if sides else say.EQUAL_MAY_HOLD
    else:
        status, severity = Status.FAILS, Severity.ERROR if exact else Severity.WARNING
        template = say.SIDES_FAIL if sides else say.EQUAL_FAILS
    facts = {"first": say.as_printed(first), "second": say.as_printed(second)}
    if sides:
        facts |= {"one": sides[0].in_language, "other": sides[1].in_language}
        facts["difference"] = say.figure(abs(first.number - second.number), first.unit)
    message = say.about(template, label, **facts)
    return Relation(Kind.EQUAL, label, terms, status, severity, message, second.number, first.number)


def check_ceiling(
    label: Text, amount: Term, limit: Term, *, assumed: Text | None = None, slack: Decimal = Decimal(0)
) -> Relation:
    """Check amount ≤ limit; more is a warning. ``assumed`` is a sentence that names what the ceiling was taken from.

    An amount over it by less than ``slack`` holds rounded, as aid that was rounded up to a whole euro.

    Approximate figures are compared by what they can be: exceeded when every value of one is over every value of the
    other, or the printed ones are, as ~4,02 M€ against 3 M€. Stated is the limit, computed the amount.
    """
    terms = (amount, limit)
    if amount.is_blank or limit.is_blank:
        message = say.about(say.BLANK, label)
        return Relation(Kind.CEILING, label, terms, Status.NOT_CHECKABLE, Severity.NONE, message)
    low, high = bounds_of(amount), bounds_of(limit)
    over = amount.number > limit.number
    surely = over and not low.meets(high)
    facts = {"amount": say.as_printed(amount), "limit": say.as_printed(limit)}
    if 0 < amount.number - limit.number < slack:
        status, severity, template = Status.HOLDS_ROUNDED, Severity.NONE, say.WITHIN
    elif surely:
        facts["difference"] = say.figure(amount.number - limit.number, amount.unit)
        status, severity, template = Status.FAILS, Severity.WARNING, say.EXCEEDED
    elif over or (low.high is None and not over):
        status, severity, template = Status.NOT_CHECKABLE, Severity.NOTE, say.PERHAPS_EXCEEDED
    else:
        status, severity, template = Status.HOLDS, Severity.NONE, say.WITHIN
    message = say.joined(say.about(template, label, **facts), assumed if status is Status.FAILS else None)
    return Relation(Kind.CEILING, label, terms, status, severity, message, limit.number, amount.number)


def check_date_order(label: Text, earlier: Term, later: Term) -> Relation:
    """Check that one date is not after another; the wrong order is a warning. The same day is in order."""
    terms = (earlier, later)
    if earlier.is_blank or later.is_blank:
        message = say.about(say.DATE_MISSING, label)
        return Relation(Kind.DATE_ORDER, label, terms, Status.NOT_CHECKABLE, Severity.NONE, message)
    if earlier.day <= later.day:
        message = say.about(say.IN_ORDER, label)
        return Relation(Kind.DATE_ORDER, label, terms, Status.HOLDS, Severity.NONE, message)
    message = say.dates(label, earlier, later)
    return Relation(Kind.DATE_ORDER, label, terms, Status.FAILS, Severity.WARNING, message)
