"""Sums: parts and the total that is printed for them; shares and their hundred.

Not for shares of an amount (``shares``), or for what is greater than what (``comparisons``).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from seutu.core.figures.marks import EXACT
from seutu.core.figures.relations import sentences as say
from seutu.core.figures.relations.bounds import bounds_of, sum_of
from seutu.core.figures.relations.healing import changed, healings
from seutu.core.figures.relations.relation import Kind, Relation, Severity, Status
from seutu.core.figures.relations.rounding import step_of
from seutu.core.figures.relations.terms import NAMELESS, Term
from seutu.core.figures.units import PERCENT
from seutu.core.text import Text

HUNDRED: Final = Decimal(100)
SAID_OF_SHARES: Final = {
    Status.HOLDS: say.SHARES_HOLD,
    Status.HOLDS_ROUNDED: say.SHARES_ROUNDED,
    Status.FAILS: say.SHARES_FAIL,
    Status.NOT_CHECKABLE: say.SHARES_BLANK,
}


def added(terms: Iterable[Term]) -> Decimal:
    """Return the exact sum of the figures of terms; blank rows add nothing."""
    total = Decimal(0)
    for term in terms:
        if not term.is_blank:
            total = EXACT.add(total, term.number)
    return total


def check_sum(
    label: Text,
    parts: Sequence[Term],
    total: Term,
    *,
    others: Iterable[Term] = (),
    unit_printed: Decimal = Decimal(1),
    aside: Text | None = None,
    suspect: Term | None = None,
) -> Relation:
    """Check that the parts add up to the printed total.

    Blank rows are no zeros: the filled ones may hold without them, but a sum that does not is then not checkable.
    Where a figure is approximate, the sum fails only if no values that the words allow add up, and it is a warning.
    ``unit_printed`` is 1000 under a heading of thousands: such rows are rounded, so they may miss the total by half a
    unit each. ``others`` are further figures among which a row left out is looked for; ``aside`` is a sentence that
    is added when the sum fails. ``suspect`` is the part, or the total, that another claim of the document contradicts
    too: no other change is then told as what would heal the sum. Raises ``ValueError`` without parts, ``TypeError`` for
    a term that is no figure.
    """
    if not parts:
        raise ValueError(f"{label.en}: a sum of nothing")
    filled = [part for part in parts if not part.is_blank]
    computed, stated = added(filled), total.number
    terms = (*parts, total)
    if computed == stated:
        message = say.sum_holds(label, computed, total.unit)
        return Relation(Kind.SUM, label, terms, Status.HOLDS, Severity.NONE, message, stated, computed)
    if len(filled) < len(parts):
        message = say.sum_has_blanks(label, computed, total)
        return Relation(Kind.SUM, label, terms, Status.NOT_CHECKABLE, Severity.NOTE, message, stated, computed)
    if not all(term.is_exact for term in terms):
        return _approximate(label, filled, total, computed)
    if unit_printed > 1 and abs(stated - computed) * 2 <= unit_printed * (len(filled) + 1):
        message = say.sum_rounded(label, computed, total, unit_printed)
        return Relation(Kind.SUM, label, terms, Status.HOLDS_ROUNDED, Severity.NOTE, message, stated, computed)
    by = computed - stated if suspect is total else stated - computed
    healed = [changed(suspect, by)] if suspect else healings(filled, total, stated - computed, others)
    message = say.sum_fails(label, computed, total, healed, aside)
    return Relation(Kind.SUM, label, terms, Status.FAILS, Severity.ERROR, message, stated, computed)


def _approximate(label: Text, parts: Sequence[Term], total: Term, computed: Decimal) -> Relation:
    terms = (*parts, total)
    possible = sum_of(bounds_of(part) for part in parts).meets(bounds_of(total))
    status, severity = (Status.NOT_CHECKABLE, Severity.NONE) if possible else (Status.FAILS, Severity.WARNING)
    message = say.sum_approximate(label, computed, total, possible=possible)
    return Relation(Kind.SUM, label, terms, status, severity, message, total.number, computed)


def check_shares_sum(label: Text, shares: Sequence[Term], total: Term | None = None) -> Relation:
    """Check that printed shares add up to the printed total, or to 100 %.

    Shares are rounded: they may miss it by half a unit of the last printed decimal per row, which is said as a note.
    The last decimal is that of the column: beside 17.5 a 5 is 5.0. Rows of zero are not rounded. A sum that fails with
    an approximate share is a warning, one that fails with a blank row not checkable. Raises as ``check_sum``.
    """
    if not shares:
        raise ValueError(f"{label.en}: a sum of nothing")
    filled = [share for share in shares if not share.is_blank]
    computed, stated = added(filled), HUNDRED if total is None else total.number
    terms = tuple(shares) if total is None else (*shares, total)
    rounded = [step_of(share.number) for share in filled if share.number]
    slack = min(rounded, default=Decimal(0)) * len(rounded) / 2
    severity, status = Severity.NONE, Status.HOLDS
    if computed != stated:
        severity, status = _missed(shares, abs(computed - stated) <= slack, terms)
    reference = total or Term(NAMELESS, HUNDRED, PERCENT)
    healed = healings(filled, None, stated - computed) if status is Status.FAILS else []
    message = say.shares_sum(label, computed, reference, SAID_OF_SHARES[status], healed)
    return Relation(Kind.SHARES_SUM, label, terms, status, severity, message, stated, computed)


def _missed(shares: Sequence[Term], is_near: bool, terms: Sequence[Term]) -> tuple[Severity, Status]:  # noqa: FBT001
    if is_near:
        return Severity.NOTE, Status.HOLDS_ROUNDED
    if any(share.is_blank for share in shares):
        return Severity.NOTE, Status.NOT_CHECKABLE
    exact = all(term.is_exact for term in terms)
    return (Severity.ERROR if exact else Severity.WARNING), Status.FAILS
