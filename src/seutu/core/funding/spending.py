"""Costs from the accounts set in the lines of a budget and in the claims of their days, with what a flat rate adds.

A cost belongs to one line and to one claim: the first that covers its day. Not for working a claim out (``claims``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.figures.marks import EXACT
from seutu.core.funding.budgets import CENT, flat_by_year, flat_cost
from seutu.core.funding.plans import CostKind

REJECTED: Final = "rejected"
"""The state of a claim whose costs may be claimed anew."""
STAFF: Final = "staff"


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost as the accounts have it. A credit, or income, is negative. ``line`` is the id of its budget line."""

    id: str
    day: date
    kind: CostKind
    label: str
    amount: Decimal
    line: str | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class SpendingLine:
    """A budget line with what is planned in all and by year; ``planned`` is None where the line is blank."""

    id: str
    label: str
    kind: CostKind
    planned: Decimal | None
    years: Mapping[str, Decimal] = field(default_factory=dict)
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A payment claim as it is entered: its days, its state, and the money that was claimed, approved and paid."""

    id: str
    number: str
    start: date
    end: date
    state: str = "draft"
    claimed: Decimal | None = None
    approved: Decimal | None = None
    paid: Decimal | None = None

    def covers(self, day: date) -> bool:
        """Return whether a day is in the claim's period; both ends are."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class FlatRate:
    """A flat rate and what it is taken of: "staff" or "direct"."""

    percent: Decimal
    base: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A cost in its place. ``is_counted`` is false where the budget has nothing for it or a flat rate pays it.

    ``line`` is None where no line, or none of several, is known to be its own; ``claims`` are all whose period covers
    its day, the first being the one that it belongs to.
    """

    cost: Cost
    line: SpendingLine | None
    is_counted: bool
    claims: tuple[Claim, ...] = ()

    @property
    def claim(self) -> Claim | None:
        """Return the claim that the cost belongs to."""
        return self.claims[0] if self.claims else None

    @property
    def kind(self) -> CostKind:
        """Return the kind of the line, or of the cost where the line is not known."""
        return self.line.kind if self.line is not None else self.cost.kind

    @property
    def partner(self) -> str | None:
        """Return the partner in whose budget the cost is."""
        return (self.line.partner if self.line is not None else None) or self.cost.partner


@dataclass(frozen=True, slots=True)
class FlatPart:
    """What a flat rate adds: to which line (None: the budget has none for it), of which base."""

    line: SpendingLine | None
    base: Decimal
    amount: Decimal


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the exact sum of amounts."""
    summed = Decimal(0)
    for amount in amounts:
        summed = EXACT.add(summed, amount)
    return summed


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims from the first period on."""
    return sorted(claims, key=lambda each: (each.start, each.end, each.number, each.id))


def placed_costs(
    costs: Sequence[Cost], lines: Sequence[SpendingLine], claims: Iterable[Claim], *, flat: FlatRate | None = None
) -> list[Placed]:
    """Return the costs in their places. A cost without a line gets the only one of its kind and partner, if there is.

    Where the budget has lines but none of a cost's kind, the cost is not counted; nor is one booked as the flat rate
    where a flat rate is worked out. Rejected claims hold no costs.
    """
    standing = [claim for claim in in_order(claims) if claim.state != REJECTED]
    by_id = {line.id: line for line in lines}
    placed = []
    for cost in costs:
        line = by_id.get(cost.line or "") or _only_line(cost, lines)
        kind = line.kind if line is not None else cost.kind
        is_known = line is not None or not lines or any(each.kind is cost.kind for each in lines)
        is_counted = is_known and not (flat is not None and kind is CostKind.FLAT_RATE)
        covering = tuple(claim for claim in standing if claim.covers(cost.day))
        placed.append(Placed(cost, line, is_counted, covering))
    return placed


def _only_line(cost: Cost, lines: Sequence[SpendingLine]) -> SpendingLine | None:
    of_kind = [line for line in lines if line.kind is cost.kind]
    own = [line for line in of_kind if line.partner == cost.partner] or of_kind
    return own[0] if len(own) == 1 else None


def flat_amount(base: Decimal, percent: Decimal) -> Decimal:
    """Return a flat rate of actual costs, half up to the cent; of a net credit it is negative."""
    worked = flat_cost(abs(base), percent, step=CENT)
    return -worked if base < 0 else worked


def flat_parts(placed: Iterable[Placed], lines: Sequence[SpendingLine], flat: FlatRate | None) -> list[FlatPart]:
    """Return what the flat rate adds to each flat line: of its own partner's costs, or of those that no other has."""
    if flat is None:
        return []
    flat_lines: list[SpendingLine | None] = [line for line in lines if line.kind is CostKind.FLAT_RATE]
    if not flat_lines:
        flat_lines = [None]
    bases = {line.id if line else "": Decimal(0) for line in flat_lines}
    for each in placed:
        if is_base(each, flat):
            own = _flat_line(each, flat_lines)
            bases[own.id if own else ""] = EXACT.add(bases[own.id if own else ""], each.cost.amount)
    found = [(line, bases[line.id if line else ""]) for line in flat_lines]
    return [FlatPart(line, base, flat_amount(base, flat.percent)) for line, base in found]


def is_base(placed: Placed, flat: FlatRate) -> bool:
    """Return whether the flat rate is taken of a cost."""
    return placed.is_counted and (flat.base != STAFF or placed.kind is CostKind.STAFF)


def _flat_line(placed: Placed, flat_lines: Sequence[SpendingLine | None]) -> SpendingLine | None:
    own = [line for line in flat_lines if line is not None and line.partner == placed.partner]
    common = [line for line in flat_lines if line is not None and line.partner is None]
    return [*own, *common, *flat_lines][0]


def flat_years(placed: Iterable[Placed], flat: FlatRate | None) -> Mapping[str, Decimal]:
    """Return the flat rate's part by year, so that the years add up to that of the whole."""
    if flat is None:
        return {}
    bases: dict[str, Decimal] = {}
    for each in placed:
        if is_base(each, flat):
            year = str(each.cost.day.year)
            bases[year] = EXACT.add(bases.get(year, Decimal(0)), each.cost.amount)
    if any(base < 0 for base in bases.values()):
        return {year: flat_amount(base, flat.percent) for year, base in bases.items()}
    return flat_by_year(bases, flat.percent, step=CENT)


def used_by_line(
    placed: Sequence[Placed], lines: Sequence[SpendingLine], flat: FlatRate | None
) -> dict[str | None, Decimal]:
    """Return what is used of each line by its id; None stands for counted costs whose line is not known."""
    used: dict[str | None, Decimal] = {line.id: Decimal(0) for line in lines}
    for each in placed:
        if each.is_counted:
            key = each.line.id if each.line is not None else None
            used[key] = EXACT.add(used.get(key, Decimal(0)), each.cost.amount)
    for part in flat_parts(placed, lines, flat):
        key = part.line.id if part.line is not None else None
        used[key] = EXACT.add(used.get(key, Decimal(0)), part.amount)
    return used
