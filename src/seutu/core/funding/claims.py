"""A payment claim worked out from the costs of its period: the flat part, the sources' shares, what is left after it.

Decimal throughout, to the cent: aid is rounded down, the own share is what the others leave. Not for judging the figure
that was entered (``claim_proof``), or for setting costs in their places (``spending``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.marks import EXACT
from seutu.core.figures.qualifiers import Origin
from seutu.core.figures.relations import RoundingMode
from seutu.core.figures.relations.rounding import rounded
from seutu.core.funding.budgets import CENT
from seutu.core.funding.plans import CostKind, FundingKind, FundingRow
from seutu.core.funding.spending import (
    Claim,
    Cost,
    FlatPart,
    FlatRate,
    Placed,
    SpendingLine,
    by_claim,
    flat_parts,
    flat_years,
    in_order,
    lines_of_partner,
    of_partner,
    placed_costs,
    total,
    used_by_line,
)

HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class Spending:
    """All that claims of a project are worked out from. ``flat`` is None where the model adds no flat part.

    ``rows`` are the sources of the approved plan with ``plan_total``, the total that their amounts are shares of.
    ``lines`` make up the whole, ``parts`` are lines of partners that repeat some of them, and ``dated`` the lines whose
    years are those of the whole, where they are not its own. ``partner`` narrows all to a partner's costs and lines.
    """

    lines: tuple[SpendingLine, ...]
    costs: tuple[Cost, ...]
    claims: tuple[Claim, ...]
    rows: tuple[FundingRow, ...] = ()
    plan_total: Decimal | None = None
    flat: FlatRate | None = None
    parts: tuple[SpendingLine, ...] = ()
    dated: tuple[SpendingLine, ...] | None = None
    partner: str | None = None

    def placed(self) -> list[Placed]:
        """Return the costs in their places; those of one partner only, where it is narrowed to one."""
        placed = placed_costs(self.costs, self.lines, self.claims, flat=self.flat, parts=self.parts)
        return placed if self.partner is None else of_partner(placed, self.partner)

    def shown_lines(self, placed: Sequence[Placed]) -> tuple[SpendingLine, ...]:
        """Return the lines that the costs are looked at in."""
        if self.partner is None:
            return self.lines
        return tuple(lines_of_partner(self.partner, self.lines, self.parts, placed))


@dataclass(frozen=True, slots=True)
class KindSum:
    """The costs of one kind: what was paid, and the credits and income that lessen it (zero or negative)."""

    kind: CostKind
    paid: Decimal
    credits: Decimal

    @property
    def amount(self) -> Decimal:
        """Return what is left of the paid when credits are taken off."""
        return self.paid + self.credits


@dataclass(frozen=True, slots=True)
class SourceShare:
    """A source's part of a claim. ``percent`` is the share of the plan; None where the source takes the rest."""

    label: str
    kind: FundingKind
    percent: Decimal | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class LineUse:
    """A line before and after a claim. ``line`` is None for costs whose line is not known."""

    line: SpendingLine | None
    before: Decimal
    now: Decimal

    @property
    def left(self) -> Decimal | None:
        """Return what is left of the line; None of a blank one."""
        if self.line is None or self.line.planned is None:
            return None
        return self.line.planned - self.before - self.now

    @property
    def over(self) -> Decimal:
        """Return how much of this claim goes over the line; zero where nothing does."""
        left = self.left
        return Decimal(0) if left is None or left >= 0 else min(-left, max(self.now, Decimal(0)))


@dataclass(frozen=True, slots=True)
class YearUse:
    """A year of the budget: planned by its lines, and used by the end of a claim."""

    year: str
    planned: Decimal | None
    used: Decimal

    @property
    def left(self) -> Decimal | None:
        """Return what is left of the year; None where nothing is planned by year."""
        return None if self.planned is None else self.planned - self.used


@dataclass(frozen=True, slots=True)
class WorkedClaim:
    """A claim worked out. ``aid`` is the EU's and the state's part; None where the plan has no such source.

    ``placed`` are the costs that belong to the claim, and ``aside`` those of its period that do not.
    """

    claim: Claim
    kinds: tuple[KindSum, ...]
    flat: tuple[FlatPart, ...]
    costs: Decimal
    shares: tuple[SourceShare, ...]
    aid: Decimal | None
    placed: tuple[Placed, ...]
    aside: tuple[Placed, ...]
    lines: tuple[LineUse, ...]
    years: tuple[YearUse, ...]


def worked_claims(spending: Spending) -> list[WorkedClaim]:
    """Return all claims worked out, from the first period on."""
    placed = spending.placed()
    shown = spending.shown_lines(placed)
    groups = {group[0].claim: group for group in by_claim(placed)}
    before: dict[str | None, Decimal] = {}
    worked = []
    for claim in in_order(spending.claims):
        own = groups.get(claim, [])
        now = used_by_line(own, shown, spending.flat)
        lines = _lines(shown, before, now)
        worked.append(_worked(spending, claim, placed, [each for each in own if each.is_counted], lines))
        for key, amount in now.items():
            before[key] = EXACT.add(before.get(key, Decimal(0)), amount)
    return worked


def _worked(
    spending: Spending, claim: Claim, placed: Sequence[Placed], own: Sequence[Placed], lines: tuple[LineUse, ...]
) -> WorkedClaim:
    shown = [use.line for use in lines if use.line is not None]
    flat, kinds = flat_parts(own, shown, spending.flat), _kinds(own)
    costs = total([*(each.amount for each in kinds), *(part.amount for part in flat)])
    shares = shares_of(costs, spending.rows, spending.plan_total)
    return WorkedClaim(
        claim,
        kinds,
        tuple(flat),
        costs,
        shares,
        aid_of(shares),
        tuple(own),
        tuple(each for each in placed if claim.covers(each.cost.day) and not (each.is_counted and each.claim == claim)),
        lines,
        years_used(spending, [each for each in placed if each.cost.day <= claim.end]),
    )


def _kinds(placed: Sequence[Placed]) -> tuple[KindSum, ...]:
    found = []
    for kind in CostKind:
        amounts = [each.cost.amount for each in placed if each.kind is kind]
        if amounts:
            paid, credit = (total(part) for part in ((a for a in amounts if a > 0), (a for a in amounts if a < 0)))
            found.append(KindSum(kind, paid, credit))
    return tuple(found)


def shares_of(amount: Decimal, rows: Sequence[FundingRow], plan_total: Decimal | None) -> tuple[SourceShare, ...]:
    """Return each source's part of an amount by its share of the plan; empty where a share is not known.

    A stated percentage goes before that of the amounts, but a partner's percentage is of its own budget, so its row
    has the share of its amount. Aid is rounded down to the cent, others half up; the last own source, or without one
    the last that is no aid, takes what is left. Shares that leave less than nothing for it are not known either.
    """
    exact = [_share(row, plan_total) for row in rows]
    taker = _taker(rows)
    given = [share for row, share in zip(rows, exact, strict=True) if row is not taker]
    if None in given or sum((share for share in given if share is not None), Fraction(0)) > 1:
        return ()
    parts = {
        id(row): rounded(Fraction(amount) * (share or 0), CENT, _mode(row))
        for row, share in zip(rows, exact, strict=True)
        if row is not taker
    }
    rest = amount - total(parts.values())
    return tuple(
        SourceShare(
            row.label.fi,
            row.kind,
            None if row is taker else _percent(share or Fraction(0)),
            rest if row is taker else parts[id(row)],
        )
        for row, share in zip(rows, exact, strict=True)
    )


def aid_of(shares: Sequence[SourceShare]) -> Decimal | None:
    """Return the EU's and the state's part; None where there is no such source."""
    aid = [each.amount for each in shares if each.kind is FundingKind.EU_STATE]
    return total(aid) if aid else None


def _taker(rows: Sequence[FundingRow]) -> FundingRow | None:
    own = [row for row in rows if row.kind is FundingKind.OWN]
    others = [row for row in rows if row.kind is not FundingKind.EU_STATE]
    return next(iter([*reversed(own), *reversed(others)]), None)


def _share(row: FundingRow, plan_total: Decimal | None) -> Fraction | None:
    stated = row.share if row.partner is None else None
    if stated is not None and not stated.is_blank and stated.origin is Origin.STATED:
        return Fraction(stated.number) / HUNDRED
    if row.amount.is_blank or not plan_total:
        return None
    return Fraction(row.amount.number) / Fraction(plan_total)


def _percent(share: Fraction) -> Decimal:
    return rounded(share * HUNDRED, CENT, RoundingMode.HALF_UP)


def _mode(row: FundingRow) -> RoundingMode:
    return RoundingMode.FLOOR if row.kind is FundingKind.EU_STATE else RoundingMode.HALF_UP


def _lines(
    lines: Sequence[SpendingLine], before: Mapping[str | None, Decimal], now: Mapping[str | None, Decimal]
) -> tuple[LineUse, ...]:
    """Return the lines with what claims before and this one use of them; the costs of no line last, where there are."""
    shown: list[SpendingLine | None] = [*lines]
    if now.get(None) or before.get(None):
        shown.append(None)
    keys = [line.id if line is not None else None for line in shown]
    return tuple(
        LineUse(line, before.get(key, Decimal(0)), now.get(key, Decimal(0)))
        for line, key in zip(shown, keys, strict=True)
    )


def years_used(spending: Spending, placed: Sequence[Placed]) -> tuple[YearUse, ...]:
    """Return the years of the budget and of the costs, with what is planned for each and what is used.

    Nothing is known to be planned for a year while a line has no years.
    """
    shown = spending.shown_lines(placed)
    lines = shown if spending.partner is not None or spending.dated is None else spending.dated
    planned: dict[str, Decimal] = {}
    dated = all(line.years for line in lines if line.planned is None or line.planned)
    for line in lines if dated else ():
        for year, amount in line.years.items():
            planned[year] = EXACT.add(planned.get(year, Decimal(0)), amount)
    used = flat_years(placed, shown, spending.flat)
    for each in placed:
        if each.is_counted:
            year = str(each.cost.day.year)
            used[year] = EXACT.add(used.get(year, Decimal(0)), each.cost.amount)
    return tuple(
        YearUse(year, planned.get(year, Decimal(0)) if planned else None, used.get(year, Decimal(0)))
        for year in sorted({*planned, *used})
    )


def earned_aid(spending: Spending, day: date) -> Decimal | None:
    """Return the aid for the costs by a day: that of each claim, and of the costs that are in none.

    None where the aid for some of them cannot be worked out.
    """
    placed = [each for each in spending.placed() if each.cost.day <= day and each.is_counted]
    shown = spending.shown_lines(placed)
    aid = []
    for group in by_claim(placed):
        flat = flat_parts(group, shown, spending.flat)
        costs = total([*(each.cost.amount for each in group), *(part.amount for part in flat)])
        aid.append(aid_of(shares_of(costs, spending.rows, spending.plan_total)))
    return None if None in aid else total(each for each in aid if each is not None)


@dataclass(frozen=True, slots=True)
class Advance:
    """Money received before the costs that it pays. ``limit`` is None where no ceiling or no aid is known.

    ``earned`` is None where the aid for the costs cannot be worked out; then nothing is known to be in advance.
    """

    day: date
    received: Decimal
    earned: Decimal | None
    granted: Decimal | None
    limit: Decimal | None

    @property
    def ahead(self) -> Decimal | None:
        """Return how much more has come in than the costs give; zero where nothing has, None where it is not known."""
        return None if self.earned is None else max(self.received - self.earned, Decimal(0))


def advance_of(
    *, day: date, received: Decimal, earned: Decimal | None, granted: Decimal | None, ceiling: Decimal | None
) -> Advance:
    """Return the advance on a day against its ceiling, a percentage of the granted aid rounded down to the cent."""
    limit = None
    if granted is not None and ceiling is not None:
        limit = rounded(Fraction(granted) * Fraction(ceiling) / HUNDRED, CENT, RoundingMode.FLOOR)
    return Advance(day, received, earned, granted, limit)
