"""Which rows of a plan make up the whole, where rows of the whole and rows of partners stand in one plan.

A partner's row may stand beside those of the whole or repeat a part of them; what repeats is never added twice. Not for
adding anything up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seutu.core.figures.qualifiers import Origin
from seutu.core.figures.relations import added
from seutu.core.funding.plans import CostKind, CostLine, FundingRow, PartnerRole, Plan


@dataclass(frozen=True, slots=True)
class Overlap:
    """The lines of one kind of cost that the whole has and that partners have too."""

    kind: CostKind
    whole: tuple[CostLine, ...]
    parts: tuple[CostLine, ...]

    @property
    def agrees(self) -> bool:
        """Return whether the parts add up to the whole's lines, with no figure blank."""
        if any(line.amount.is_blank for line in (*self.whole, *self.parts)):
            return False
        return added(line.amount for line in self.whole) == added(line.amount for line in self.parts)


def rows_of_whole(plan: Plan) -> Sequence[FundingRow]:
    """Return the funding rows that together fund the whole project, in their order.

    They are all rows, unless rows of no partner stand beside rows of partners: then all only if, none being blank, they
    add up to the total, and otherwise those of no partner, of which the partners' rows are parts.
    """
    rows, stated = plan.funding, plan.funding_total or plan.total
    own = [row for row in rows if row.partner is None]
    if not own or len(own) == len(rows):
        return rows
    is_filled = not any(row.amount.is_blank for row in rows)
    if stated is not None and is_filled and added(row.amount for row in rows) == stated.value:
        return rows
    return own


def lines_of_whole(plan: Plan) -> Sequence[CostLine]:
    """Return the cost lines that together cost the whole project, in their order: all but the parts that repeat others.

    The stated total tells first: if all lines add up to it none repeats another, and if those of no partner do all
    lines of partners repeat them. Where it tells neither, partners' lines of a kind of cost repeat the whole's lines of
    that kind if the two add up to the same.
    """
    own = [line for line in plan.cost_lines if line.partner is None]
    if not own or len(own) == len(plan.cost_lines):
        return plan.cost_lines
    repeats = _told_by_total(plan)
    if repeats is not None:
        return own if repeats else plan.cost_lines
    repeated = {each.kind for each in overlaps(plan) if each.agrees}
    return [line for line in plan.cost_lines if line.partner is None or line.kind not in repeated]


def lines_by_year(plan: Plan) -> Sequence[CostLine]:
    """Return the cost lines whose years are those of the whole: its lines, or the parts where only these have years."""
    whole = lines_of_whole(plan)
    kept = {id(line) for line in whole}
    parts = [line for line in plan.cost_lines if id(line) not in kept]
    if not {line.kind for line in parts} <= {line.kind for line in whole}:
        return whole if any(line.years for line in whole) else parts
    dated = {line.kind for line in whole if line.years}
    undated = {line.kind for line in parts if line.years and line.kind not in dated}
    return [line for line in plan.cost_lines if (id(line) in kept) != (line.kind in undated)]


def overlaps(plan: Plan) -> Iterator[Overlap]:
    """Yield the kinds of cost of which the whole has lines and partners have too."""
    for kind in CostKind:
        lines = [line for line in plan.cost_lines if line.kind is kind]
        whole = tuple(line for line in lines if line.partner is None)
        parts = tuple(line for line in lines if line.partner is not None)
        if whole and parts:
            yield Overlap(kind, whole, parts)


def doubtful(plan: Plan) -> list[Overlap]:
    """Return the overlaps of which neither the stated total nor the sums tell whether the parts repeat the whole."""
    if _told_by_total(plan) is not None:
        return []
    return [each for each in overlaps(plan) if not each.agrees]


def repeated(plan: Plan) -> list[Overlap]:
    """Return the overlaps whose parts repeat the whole's lines and are all there: every partner with costs has lines.

    Their sums ought to agree.
    """
    bearing = {partner.name for partner in plan.partners if partner.role is not PartnerRole.PARTICIPANT}
    if not bearing or not _told_by_total(plan):
        return []
    return [each for each in overlaps(plan) if bearing <= {str(line.partner) for line in each.parts}]


def _told_by_total(plan: Plan) -> bool | None:
    """Return whether the stated total says that partners' lines repeat the whole's; None where it does not tell."""
    total = plan.total
    own = [line.amount for line in plan.cost_lines if line.partner is None]
    if total is None or total.is_blank or total.origin is not Origin.STATED:
        return None
    if not own or added(line.amount for line in plan.cost_lines) == total.value:
        return False
    return True if added(own) == total.value else None
