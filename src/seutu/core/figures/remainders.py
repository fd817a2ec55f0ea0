"""What figures come to together and what one leaves of another, with the words about, under and over carried along.

By the figures as they are printed: under 180 000 less about 150 000 is under 30 000. What the words can mean at most
and at least is in ``relations.bounds``. What is calculated here has the origin derived.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.amounts import Amount
from seutu.core.figures.marks import EXACT
from seutu.core.figures.qualifiers import Origin, Qualifier

_BELOW: Final = frozenset({Qualifier.UNDER, Qualifier.NEARLY, Qualifier.AT_MOST})
_ABOVE: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_TURNED: Final[dict[Qualifier, Qualifier]] = {
    Qualifier.EXACT: Qualifier.EXACT,
    Qualifier.ABOUT: Qualifier.ABOUT,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.NEARLY: Qualifier.OVER,
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
}


def total_of(amounts: Sequence[Amount], *, blanks: int = 0) -> Amount | None:
    """Return the sum of amounts of one unit; with blank rows beside them it is at least that.

    None without amounts, and where the words pull both ways (under and over), so that nothing can be said. A single
    amount without blanks is returned as it stands.
    """
    if not amounts:
        return None
    if len(amounts) == 1 and not blanks:
        return amounts[0]
    said = {each.qualifier for each in amounts} | ({Qualifier.AT_LEAST} if blanks else set())
    return _derived(_added(each.value for each in amounts), amounts[0].unit, said)


def remainder(whole: Amount, parts: Sequence[Amount]) -> Amount | None:
    """Return what the parts leave of the whole; negative where they exceed it. None as in ``total_of``."""
    said = {whole.qualifier} | {_TURNED[each.qualifier] for each in parts}
    return _derived(EXACT.subtract(whole.value, _added(each.value for each in parts)), whole.unit, said)


def share_of_whole(part: Amount, whole: Amount) -> Fraction | None:
    """Return part / whole by the printed figures; None of a whole of zero."""
    return Fraction(part.value) / Fraction(whole.value) if whole.value else None


def _added(values: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total


def _derived(value: Decimal, unit: str, said: set[Qualifier]) -> Amount | None:
    below, above = said & _BELOW, said & _ABOVE
    if below and above:
        return None
    if below:
        word = Qualifier.AT_MOST if below == {Qualifier.AT_MOST} else Qualifier.UNDER
    elif above:
        word = Qualifier.OVER if Qualifier.OVER in above else Qualifier.AT_LEAST
    else:
        word = Qualifier.ABOUT if Qualifier.ABOUT in said else Qualifier.EXACT
    return Amount(value, unit, word, Origin.DERIVED)
