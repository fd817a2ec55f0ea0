"""What an appropriation is used for and what is left of it, with approximate figures told as approximate.

A use in total that a document states is kept as stated; the rest that its rows leave open is derived and said to be.
Not for project budgets (``budgets``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from seutu.core.figures.amounts import Amount
from seutu.core.figures.qualifiers import Origin, Qualifier
from seutu.core.figures.relations import Relation, Severity, Status, Term, check_ceiling, check_equal, check_sum
from seutu.core.figures.relations.bounds import bounds_of
from seutu.core.figures.remainders import remainder, share_of_whole, total_of
from seutu.core.text import Text


class UseState(StrEnum):
    """How far a use has come. Each state is looked at by itself: a use may stand in several."""

    PLANNED = "planned"
    COMMITTED = "committed"
    USED = "used"
    FORECAST = "forecast"


TOTAL: Final = "total"
"""The kind of a row that states the use as a whole."""
USE: Final[dict[UseState, Text]] = {
    UseState.PLANNED: Text(fi="Suunniteltu käyttö", sv="Planerad användning", en="Planned use"),
    UseState.COMMITTED: Text(fi="Sidottu", sv="Bundet", en="Committed"),
    UseState.USED: Text(fi="Käytetty", sv="Använt", en="Used"),
    UseState.FORECAST: Text(fi="Ennuste", sv="Prognos", en="Forecast"),
}
PARTS: Final = Text(fi="Erittely", sv="Specifikationen", en="The breakdown")
TOGETHER: Final = Text(fi="Haussa yhteensä", sv="Söks sammanlagt", en="Sought in total")
APPROPRIATION: Final = Text(fi="Määräraha", sv="Anslag", en="Appropriation")


@dataclass(frozen=True, slots=True)
class Use:
    """One row of use; ``amount`` is None where the row was left blank."""

    id: str
    name: str
    kind: str
    state: UseState
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class UseInState:
    """The use in one state: its total, its parts, the rest that no row tells, what is left of the appropriation.

    ``total`` is stated or derived by its origin; ``blanks`` are the names of the rows without a figure: the rest is
    theirs. ``findings`` are sentences of what does not agree.
    """

    state: UseState
    total: Amount | None
    parts: tuple[Use, ...]
    rest: Amount | None
    blanks: tuple[str, ...]
    left: Amount | None
    share: Fraction | None
    findings: tuple[Text, ...] = ()

    @property
    def hundredths(self) -> int:
        """Return the share as whole hundredths, cut downwards; zero where it is not known."""
        return 0 if self.share is None else int(self.share * 100)


@dataclass(frozen=True, slots=True)
class Sought:
    """What applications seek of an appropriation. ``relation`` says in words whether it is enough; None of nothing."""

    total: Amount | None
    count: int
    blanks: tuple[str, ...]
    relation: Relation | None

    @property
    def exceeds(self) -> bool:
        """Return whether more is sought than there is."""
        return self.relation is not None and self.relation.status is Status.FAILS


def uses_by_state(whole: Amount, uses: Sequence[Use]) -> tuple[UseInState, ...]:
    """Return the use of an appropriation in each state that has rows, in the order of the states."""
    return tuple(
        _in_state(state, whole, [each for each in uses if each.state is state])
        for state in UseState
        if any(each.state is state for each in uses)
    )


def _in_state(state: UseState, whole: Amount, rows: Sequence[Use]) -> UseInState:
    stated = [each.amount for each in rows if each.kind == TOTAL and each.amount is not None]
    parts = tuple(each for each in rows if each.kind != TOTAL)
    filled = [each.amount for each in parts if each.amount is not None]
    blanks = tuple(each.name for each in parts if each.amount is None)
    agreed = len(set(stated)) == 1
    total = stated[0] if agreed else None if stated else total_of(filled, blanks=len(blanks))
    rest = remainder(total, filled) if stated and total is not None and parts else None
    return UseInState(
        state=state,
        total=total,
        parts=parts,
        rest=rest if rest is not None and rest.value > 0 else None,
        blanks=blanks,
        left=None if total is None else remainder(whole, [total]),
        share=None if total is None else share_of_whole(total, whole),
        findings=_findings(USE[state], whole, stated, parts),
    )


def _findings(label: Text, whole: Amount, stated: Sequence[Amount], parts: Sequence[Use]) -> tuple[Text, ...]:
    """Return in words which totals differ, which the parts do not add up to, and what goes over what there is.

    Parts that are blank leave a sum open, but what is known may be over a total already.
    """
    totals, amounts = list(dict.fromkeys(stated)), [each.amount for each in parts]
    terms = [_term(Text.same(each.name), each.amount) for each in parts]
    limit = Term.of(APPROPRIATION, whole)
    found = [check_equal(label, Term.of(label, totals[0]), Term.of(label, other)) for other in totals[1:]]
    if len(totals) == 1 and any(amount is not None for amount in amounts):
        total = Term.of(label, totals[0])
        found += _known(check_sum(label, terms, total), PARTS, amounts, total)
    if totals:
        most = max(totals, key=lambda each: each.value)
        found.append(check_ceiling(label, Term.of(label, most), limit))
    elif any(amount is not None for amount in amounts):
        found += _known(_ceiling(label, amounts, limit), label, amounts, limit)
    return tuple(each.message for each in found if each.severity in {Severity.WARNING, Severity.ERROR})


def _known(relation: Relation | None, label: Text, amounts: Sequence[Amount | None], limit: Term) -> list[Relation]:
    """Return the relation; where it tells nothing, that of what is known at least against the limit."""
    if relation is not None and relation.status is not Status.NOT_CHECKABLE:
        return [relation]
    least = check_ceiling(label, Term.of(label, _least(amounts, limit.unit)), limit)
    return [least] if least.status is Status.FAILS else [] if relation is None else [relation]


def _ceiling(label: Text, amounts: Sequence[Amount | None], limit: Term) -> Relation | None:
    filled = [amount for amount in amounts if amount is not None]
    total = total_of(filled, blanks=len(amounts) - len(filled))
    return None if total is None else check_ceiling(label, Term.of(label, total), limit)


def _least(amounts: Sequence[Amount | None], unit: str) -> Amount:
    """Return what amounts come to at least, none being negative: those of which only the most is known add nothing."""
    bounds = [bounds_of(Term.of(TOGETHER, amount)) for amount in amounts if amount is not None]
    lowest = sum((each.low for each in bounds if each.low is not None), Decimal(0))
    return Amount(lowest, unit, Qualifier.AT_LEAST, Origin.DERIVED)


def _term(label: Text, amount: Amount | None) -> Term:
    return Term(label, None) if amount is None else Term.of(label, amount)


def sought_of(whole: Amount, prospects: Sequence[tuple[str, Amount | None]]) -> Sought:
    """Return what the named prospects seek together, against the appropriation."""
    filled = [amount for _, amount in prospects if amount is not None]
    blanks = tuple(name for name, amount in prospects if amount is None)
    total, limit = total_of(filled, blanks=len(blanks)), Term.of(APPROPRIATION, whole)
    amounts = [amount for _, amount in prospects]
    told = _known(_ceiling(TOGETHER, amounts, limit), TOGETHER, amounts, limit) if filled else []
    return Sought(total, len(prospects), blanks, told[0] if told else None)


def with_year(name: str, year: str) -> str:
    """Return an appropriation's name with its year, said once: many are named by it. A range of years names none."""
    said = re.search(rf"(?<![\d–-]){re.escape(year)}(?!\s?[\d–-])", name) if year else None
    return name if not year or said else f"{name} {year}"
