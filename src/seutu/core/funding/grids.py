"""A plan laid out as a grid: lines by year, totals of every column, and which relation speaks of which cell.

Each total shows its equation; a total that fails has the relation that says why. Not for working figures out
(``working_out``), or for judging them (``checks``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from seutu.core.figures.number_writing import write_number
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, added
from seutu.core.funding import words
from seutu.core.funding.plans import CostLine, FundingRow, Plan
from seutu.core.funding.wholes import lines_by_year, lines_of_whole, rows_of_whole
from seutu.core.text import Language

LONGEST_EQUATION: Final = 12
TOTAL: Final = "total"
"""The row of the whole in the keys of cells: (TOTAL, column)."""
SPOKEN: Final = (Severity.NOTE, Severity.WARNING, Severity.ERROR)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ColumnTotal:
    """The sum of the filled cells of a column, and how many of its cells are blank: with any, it is at least that."""

    terms: tuple[Term, ...]

    @property
    def value(self) -> Decimal | None:
        """Return the sum; None where every cell is blank."""
        return added(self.terms) if any(not term.is_blank for term in self.terms) else None

    @property
    def blanks(self) -> int:
        """Return how many cells are blank."""
        return sum(term.is_blank for term in self.terms)

    def equation(self, language: Language) -> str:
        """Return the sum as it is written out: 71 018 + 217 316 + 221 662 = 509 996; "" for many terms or one."""
        filled = [term.number for term in self.terms if not term.is_blank]
        if not 1 < len(filled) <= LONGEST_EQUATION:
            return ""
        parts = " + ".join(write_number(number, language) for number in filled)
        return f"{parts} = {write_number(added(self.terms), language)}"


@dataclass(frozen=True, slots=True)
class Group:
    """The cost lines or funding rows of one partner (None: of the whole), by places in the plan, with column totals."""

    partner: str | None
    places: tuple[int, ...]
    totals: Mapping[str, ColumnTotal]


@dataclass(frozen=True, slots=True)
class Grid:
    """A worked-out plan as a grid. Columns of costs are the years, ``amount``, ``applied`` and ``rejected``.

    ``costs`` and ``funding`` are totals of the lines and rows of the whole (``wholes``). ``spoken`` gives the relations
    that speak of a cell: (``cost:0``, ``amount``), (``funding:2``, ``share``), (``total``, ``budget_total``),
    (``funding of: X``, ``amount``); ``other`` are those that speak of no single cell.
    ``worked`` gives the relation that writes out what the figure of a cell is worked out of.
    """

    plan: Plan
    years: tuple[str, ...]
    groups: tuple[Group, ...]
    costs: Mapping[str, ColumnTotal]
    funding_groups: tuple[Group, ...]
    funding: Mapping[str, ColumnTotal]
    spoken: Mapping[Key, tuple[Relation, ...]]
    other: tuple[Relation, ...] = field(default=())
    worked: Mapping[Key, Relation] = field(default_factory=dict)

    def worst(self, key: Key) -> Relation | None:
        """Return the gravest relation that speaks of a cell; None where none does."""
        found = self.spoken.get(key, ())
        return max(found, key=lambda each: SPOKEN.index(each.severity), default=None)


def grid_of(plan: Plan, years: Sequence[str], relations: Iterable[Relation]) -> Grid:
    """Return the grid of a worked-out plan; ``years`` are its columns, in order."""
    relations, partners = tuple(relations), list(dict.fromkeys(line.partner for line in plan.cost_lines))
    groups = tuple(_group(plan, partner, years) for partner in partners)
    spoken, other = _told(plan, relations)
    funders = list(dict.fromkeys(row.partner for row in plan.funding))
    return Grid(
        plan,
        tuple(years),
        groups,
        _totals(lines_of_whole(plan), lines_by_year(plan), years),
        tuple(_funding_group(plan, partner) for partner in funders),
        _funding_totals(rows_of_whole(plan)),
        spoken,
        other,
        _worked(plan, relations),
    )


def _funding_group(plan: Plan, partner: str | None) -> Group:
    places = tuple(at for at, row in enumerate(plan.funding) if row.partner == partner)
    return Group(partner, places, _funding_totals([plan.funding[at] for at in places]))


def _funding_totals(rows: Sequence[FundingRow]) -> Mapping[str, ColumnTotal]:
    return {
        "amount": ColumnTotal(tuple(row.amount for row in rows)),
        "share": ColumnTotal(tuple(row.share for row in rows if row.share is not None)),
        "applied": ColumnTotal(tuple(row.applied for row in rows if row.applied is not None)),
        "rejected": ColumnTotal(tuple(row.rejected for row in rows if row.rejected is not None)),
    }


def _group(plan: Plan, partner: str | None, years: Sequence[str]) -> Group:
    places = tuple(at for at, line in enumerate(plan.cost_lines) if line.partner == partner)
    lines = [plan.cost_lines[at] for at in places]
    return Group(partner, places, _totals(lines, lines, years))


def _totals(lines: Sequence[CostLine], dated: Sequence[CostLine], years: Sequence[str]) -> Mapping[str, ColumnTotal]:
    of_years = {year: ColumnTotal(tuple(line.years[year] for line in dated if year in line.years)) for year in years}
    return {
        **of_years,
        "amount": ColumnTotal(tuple(line.amount for line in lines)),
        "applied": ColumnTotal(tuple(line.applied for line in lines if line.applied is not None)),
        "rejected": ColumnTotal(tuple(line.rejected for line in lines if line.rejected is not None)),
    }


def _told(plan: Plan, relations: Iterable[Relation]) -> tuple[dict[Key, tuple[Relation, ...]], tuple[Relation, ...]]:
    """Return the relations that do not simply hold, by the cell of the last of their terms that is a cell."""
    cells = dict(_cells(plan))
    named = dict(_named(plan))
    found: dict[Key, list[Relation]] = {}
    other = []
    for relation in relations:
        if relation.severity not in SPOKEN and relation.status is not Status.FAILS:
            continue
        key = named.get(relation.label.fi) or _cell_of(relation, cells)
        if key is not None:
            found.setdefault(key, []).append(relation)
        else:
            other.append(relation)
    return {key: tuple(of_cell) for key, of_cell in found.items()}, tuple(other)


def _worked(plan: Plan, relations: Iterable[Relation]) -> dict[Key, Relation]:
    """Return the relations with a product by the cell that they are of."""
    products = [relation for relation in relations if relation.product is not None]
    cells = dict(_cells(plan)) if products else {}
    found = ((_cell_of(relation, cells), relation) for relation in products)
    return {key: relation for key, relation in found if key is not None}


def _cell_of(relation: Relation, cells: Mapping[int, Key]) -> Key | None:
    """Return the cell of a relation: that of the total of a sum, otherwise that of the last figure that is a cell."""
    terms = relation.terms[-1:] if relation.kind in {Kind.SUM, Kind.SHARES_SUM} else relation.terms
    return next((cells[id(term)] for term in reversed(terms) if id(term) in cells), None)


def _named(plan: Plan) -> Iterable[tuple[str, Key]]:
    """Yield the sums whose total is worked out, by the name of their relation."""
    yield words.SHARES.fi, (TOTAL, "share")
    for partner in dict.fromkeys(row.partner for row in plan.funding if row.partner):
        yield words.funding_of(partner).fi, (funding_row(partner), "amount")
        yield words.shares_of(partner).fi, (funding_row(partner), "share")


def funding_row(partner: str | None) -> str:
    """Return the row of the totals of a partner's funding in the keys of cells."""
    return f"funding of: {partner or ''}"


def _cells(plan: Plan) -> Iterable[tuple[int, Key]]:
    """Yield every figure of the plan by the object that it is, with its cell."""
    for name, term in (("budget_total", plan.total), ("funding_total", plan.funding_total)):
        if term is not None:
            yield id(term), (TOTAL, name)
    for at, line in enumerate(plan.cost_lines):
        yield from _of_row(f"cost:{at}", amount=line.amount, applied=line.applied, rejected=line.rejected)
    for at, row in enumerate(plan.funding):
        cells = {"amount": row.amount, "share": row.share, "applied": row.applied, "rejected": row.rejected}
        yield from _of_row(f"funding:{at}", **cells)


def _of_row(row: str, **cells: Term | None) -> Iterable[tuple[int, Key]]:
    return ((id(term), (row, column)) for column, term in cells.items() if term is not None)
