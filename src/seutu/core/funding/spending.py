"""Costs from the accounts set in the lines of a budget and in the claims of their days, with what a flat rate adds.

A cost belongs to one line and to one claim: the first that covers its day. Where a partner's line repeats a part of the
whole's, its costs are in both but added once. Not for working a claim out (``claims``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.marks import EXACT
from seutu.core.funding.budgets import CENT, HUNDRED, flat_cost
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
    its day, the first being the one that it belongs to. ``part`` is the partner's line that it is in, where that
    repeats a part of the whole's; ``line`` is then the whole's.
    """

    cost: Cost
    line: SpendingLine | None
    is_counted: bool
    claims: tuple[Claim, ...] = ()
    part: SpendingLine | None = None

    @property
    def claim(self) -> Claim | None:
        """Return the claim that the cost belongs to."""
        return self.claims[0] if self.claims else None

    @property
    def nearest(self) -> SpendingLine | None:
        """Return the line that the cost is in: the partner's rather than that of the whole."""
        return self.part or self.line

    @property
    def kind(self) -> CostKind:
        """Return the kind of the line, or of the cost where the line is not known."""
        return self.nearest.kind if self.nearest is not None else self.cost.kind

    @property
    def partner(self) -> str | None:
        """Return the partner in whose budget the cost is."""
        return (self.nearest.partner if self.nearest is not None else None) or self.cost.partner


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
    costs: Sequence[Cost],
    lines: Sequence[SpendingLine],
    claims: Iterable[Claim],
    *,
    flat: FlatRate | None = None,
    parts: Sequence[SpendingLine] = (),
) -> list[Placed]:
    """Return the costs in their places. A cost without a line gets the only one of its kind that may be its own.

    Such are those of its partner, else those of nobody; a cost without a partner may be in any. Where the budget has
    lines but none such, the cost is not counted; nor is one booked as the flat rate where a flat rate is worked out.
    Rejected claims hold no costs. ``parts`` are partners' lines that repeat some of ``lines``.
    """
    standing = [claim for claim in in_order(claims) if claim.state != REJECTED]
    every, repeating = [*parts, *lines], {line.id for line in parts}
    by_id = {line.id: line for line in every}
    placed = []
    for cost in costs:
        may_be = _lines_open_to(cost, every)
        line = by_id.get(cost.line or "") or _only_line(cost, may_be)
        kind = line.kind if line is not None else cost.kind
        is_known = line is not None or not every or bool(may_be)
        is_counted = is_known and not (flat is not None and kind is CostKind.FLAT_RATE)
        covering = tuple(claim for claim in standing if claim.covers(cost.day))
        part = line if line is not None and line.id in repeating else None
        placed.append(Placed(cost, line if part is None else _repeated(part, lines), is_counted, covering, part))
    return placed


def _lines_open_to(cost: Cost, lines: Sequence[SpendingLine]) -> list[SpendingLine]:
    of_kind = [line for line in lines if line.kind is cost.kind]
    return [line for line in of_kind if cost.partner is None or line.partner in {None, cost.partner}]


def _only_line(cost: Cost, may_be: Sequence[SpendingLine]) -> SpendingLine | None:
    own = [line for line in may_be if line.partner == cost.partner] or may_be
    return own[0] if len(own) == 1 else None


def _repeated(part: SpendingLine, lines: Sequence[SpendingLine]) -> SpendingLine | None:
    """Return the whole's line that a partner's line is a part of; None where it may be any of several."""
    whole = [line for line in lines if line.kind is part.kind and line.partner is None]
    alike = [line for line in whole if line.label == part.label] or whole
    return alike[0] if len(alike) == 1 else None


def of_partner(placed: Iterable[Placed], partner: str) -> list[Placed]:
    """Return the costs of a partner in its own lines."""
    return [replace(each, line=each.nearest, part=None) for each in placed if each.partner == partner]


def lines_of_partner(
    partner: str, lines: Sequence[SpendingLine], parts: Sequence[SpendingLine], placed: Sequence[Placed]
) -> list[SpendingLine]:
    """Return a partner's lines, then those of the whole that its costs are in: of these nothing is planned for it."""
    own = [line for line in (*lines, *parts) if line.partner == partner]
    used = {each.line.id for each in placed if each.line is not None} - {line.id for line in own}
    if any(each.is_counted for each in placed) and not any(line.kind is CostKind.FLAT_RATE for line in own):
        used |= {line.id for line in lines if line.kind is CostKind.FLAT_RATE and line.partner is None}
    return [*own, *(replace(line, planned=None, years={}) for line in lines if line.id in used)]


def by_claim(placed: Iterable[Placed]) -> list[list[Placed]]:
    """Return costs in groups by the claim that they belong to: each is worked out and rounded by itself."""
    groups: dict[str | None, list[Placed]] = {}
    for each in placed:
        groups.setdefault(each.claim.id if each.claim is not None else None, []).append(each)
    return list(groups.values())


def flat_amount(base: Decimal, percent: Decimal) -> Decimal:
    """Return a flat rate of actual costs, half up to the cent; of a net credit it is negative."""
    worked = flat_cost(abs(base), percent, step=CENT)
    return -worked if base < 0 else worked


def flat_parts(placed: Iterable[Placed], lines: Sequence[SpendingLine], flat: FlatRate | None) -> list[FlatPart]:
    """Return what the flat rate adds to each flat line: of its own partner's costs, or of those that no other has."""
    if flat is None:
        return []
    return [
        FlatPart(line, base, flat_amount(base, flat.percent))
        for line, costs in _bases(placed, lines, flat)
        for base in [total(each.cost.amount for each in costs)]
    ]


def _bases(
    placed: Iterable[Placed], lines: Sequence[SpendingLine], flat: FlatRate
) -> list[tuple[SpendingLine | None, list[Placed]]]:
    """Return the flat lines with the costs that the rate of each is taken of; None for those that no line is for."""
    flat_lines = [line for line in lines if line.kind is CostKind.FLAT_RATE]
    found: list[tuple[SpendingLine | None, list[Placed]]] = [(line, []) for line in flat_lines]
    held = {line.id: costs for line, costs in found if line is not None}
    homeless: list[Placed] = []
    for each in placed:
        if is_base(each, flat):
            own = _flat_line(each, flat_lines)
            (homeless if own is None else held[own.id]).append(each)
    return [*found, (None, homeless)] if homeless else found


def is_base(placed: Placed, flat: FlatRate) -> bool:
    """Return whether the flat rate is taken of a cost."""
    return placed.is_counted and is_of_base(placed.kind, flat)


def is_of_base(kind: CostKind, flat: FlatRate) -> bool:
    """Return whether the flat rate is taken of costs of a kind."""
    return kind is CostKind.STAFF if flat.base == STAFF else kind is not CostKind.FLAT_RATE


def _flat_line(placed: Placed, flat_lines: Sequence[SpendingLine]) -> SpendingLine | None:
    own = [line for line in flat_lines if line.partner == placed.partner]
    common = [line for line in flat_lines if line.partner is None]
    only = list(flat_lines) if placed.partner is None and len(flat_lines) == 1 else []
    return next(iter([*own, *common, *only]), None)


def flat_years(placed: Iterable[Placed], lines: Sequence[SpendingLine], flat: FlatRate | None) -> dict[str, Decimal]:
    """Return the flat rate's part by year; the years add up to the parts of all claims and flat lines."""
    summed: dict[str, Decimal] = {}
    if flat is None:
        return summed
    for group in by_claim(placed):
        for _line, costs in _bases(group, lines, flat):
            bases: dict[str, Decimal] = {}
            for each in costs:
                year = str(each.cost.day.year)
                bases[year] = EXACT.add(bases.get(year, Decimal(0)), each.cost.amount)
            for year, amount in flat_of_years(bases, flat.percent).items():
                summed[year] = EXACT.add(summed.get(year, Decimal(0)), amount)
    return summed


def flat_of_years(bases: Mapping[str, Decimal], percent: Decimal) -> dict[str, Decimal]:
    """Return a flat rate by year so that the years add up to that of the whole: the largest remainders go up first.

    A year whose credits are more than its costs has a negative part.
    """
    cents = {year: Fraction(base) * Fraction(percent) / HUNDRED / Fraction(CENT) for year, base in bases.items()}
    parts = {year: exact.numerator // exact.denominator for year, exact in cents.items()}
    whole = Fraction(flat_amount(total(bases.values()), percent)) / Fraction(CENT)
    left = int(whole) - sum(parts.values())
    for year in sorted(cents, key=lambda each: (parts[each] - cents[each], each))[:left]:
        parts[year] += 1
    return {year: part * CENT for year, part in parts.items()}


def used_by_line(
    placed: Sequence[Placed], lines: Sequence[SpendingLine], flat: FlatRate | None
) -> dict[str | None, Decimal]:
    """Return what is used of each line by its id; None stands for counted costs whose line is not known.

    The flat rate is that of each claim by itself, so that claims add up to what is used.
    """
    used: dict[str | None, Decimal] = {line.id: Decimal(0) for line in lines}
    for each in placed:
        if each.is_counted:
            key = each.line.id if each.line is not None else None
            used[key] = EXACT.add(used.get(key, Decimal(0)), each.cost.amount)
    for group in by_claim(placed):
        for part in flat_parts(group, lines, flat):
            key = part.line.id if part.line is not None else None
            used[key] = EXACT.add(used.get(key, Decimal(0)), part.amount)
    return used
