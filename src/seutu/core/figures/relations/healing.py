"""What would heal a sum that fails: the single change after which it holds, the likeliest first.

Told are the slips of people who type and copy: two digits swapped, one digit changed, lost or doubled, a row left out
or counted twice. Not for saying which of them happened: nobody knows that but the writer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import Final

from seutu.core.figures.relations.terms import Term

TOLD: Final = 2
ALIKE: Final = frozenset(map(frozenset, ("38", "17", "68", "56", "08", "06", "49", "69", "09", "27")))
"""Digits that are taken for one another in print and in writing."""


class Slip(IntEnum):
    """What may have happened, the more telling first."""

    SWAPPED = 1
    LEFT_OUT = 2
    TWICE = 3
    ALIKE = 4
    DIGIT = 5
    LENGTH = 6


@dataclass(frozen=True, slots=True)
class Healing:
    """A single change: ``term`` as ``value`` would make the sum hold; for a row left out or counted twice, the row."""

    slip: Slip
    term: Term
    value: Decimal


def healings(parts: Sequence[Term], total: Term | None, missing: Decimal, others: Iterable[Term] = ()) -> list[Healing]:
    """Return the single changes after which the parts add up to the total, at most two, the likeliest first.

    ``missing`` is total − sum of the parts and not zero; ``others`` are figures of the same document that may be the
    row left out. Empty when no slip of one figure explains the difference, or more than two do equally well.
    """
    found = [*_changed(parts, missing), *_rows(parts, missing, others)]
    if total is not None:
        found += _changed([total], -missing)
    best = min((each.slip for each in found), default=None)
    likeliest = [each for each in found if each.slip is best]
    return likeliest if len(likeliest) <= TOLD else []


def changed(term: Term, by: Decimal) -> Healing:
    """Return the change of a figure that is known to be the wrong one, whatever slip made it so."""
    value = term.number + by
    return Healing(slip_between(term.number, value) or Slip.DIGIT, term, value)


def _changed(terms: Iterable[Term], by: Decimal) -> list[Healing]:
    found = []
    for term in terms:
        value = term.number + by
        slip = slip_between(term.number, value)
        if slip is not None:
            found.append(Healing(slip, term, value))
    return found


def _rows(parts: Sequence[Term], missing: Decimal, others: Iterable[Term]) -> list[Healing]:
    left_out = [Healing(Slip.LEFT_OUT, each, each.number) for each in others if each.number == missing]
    twice = [Healing(Slip.TWICE, each, each.number) for each in parts if each.number == -missing]
    return left_out[:1] + twice[:1]


def slip_between(written: Decimal, meant: Decimal) -> Slip | None:
    """Return the slip by which ``meant`` was written as ``written``; None when no single one explains it."""
    step = max(_decimals(written), _decimals(meant))
    if meant < 0 or written < 0:
        return None
    seen, true = (format(each, f".{step}f").replace(".", "") for each in (written, meant))
    seen, true = seen.lstrip("0"), true.lstrip("0")
    if len(seen) != len(true):
        return Slip.LENGTH if _lost_one(seen, true) or _lost_one(true, seen) else None
    unlike = [at for at, (one, other) in enumerate(zip(seen, true, strict=True)) if one != other]
    if len(unlike) == 1:
        return Slip.ALIKE if frozenset(seen[unlike[0]] + true[unlike[0]]) in ALIKE else Slip.DIGIT
    if len(unlike) == 2 and unlike[1] == unlike[0] + 1:  # noqa: PLR2004 - a pair
        first, second = unlike
        return Slip.SWAPPED if (seen[first], seen[second]) == (true[second], true[first]) else None
    return None


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _lost_one(short: str, long: str) -> bool:
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
