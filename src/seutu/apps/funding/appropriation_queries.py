"""Reads of appropriations: what each is used for, what is left, what is sought of it; and the funding pipeline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from seutu.apps.funding.kinds.appropriations import APPROPRIATION_USES, APPROPRIATIONS, PROSPECTS
from seutu.apps.funding.models import Appropriation, AppropriationUse, Prospect
from seutu.apps.programmes.models import Programme
from seutu.apps.records.queries import records_of
from seutu.core.figures import Amount, Qualifier
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.remainders import total_of
from seutu.core.figures.units import EUR
from seutu.core.funding.appropriations import Sought, Use, UseInState, UseState, sought_of, uses_by_state

GIVEN_UP: Final = frozenset({"rejected", "dropped"})
AHEAD: Final = frozenset({"found", "preparing"})
PIPELINE: Final = ("found", "preparing", "applied", "granted", "rejected", "dropped")


@dataclass(frozen=True, slots=True)
class AppropriationStanding:
    """An appropriation with its use in each state, and what is sought of it."""

    appropriation: Appropriation
    amount: Amount
    states: tuple[UseInState, ...]
    sought: Sought
    prospects: tuple[Prospect, ...]

    def in_state(self, state: UseState) -> UseInState | None:
        """Return the use in one state."""
        return next((each for each in self.states if each.state is state), None)


@dataclass(frozen=True, slots=True)
class ProspectStanding:
    """A row of the pipeline; ``late`` when its deadline has passed before it was applied for."""

    prospect: Prospect
    amount: Amount | None
    late: bool


@dataclass(frozen=True, slots=True)
class PipelineState:
    """The prospects of one state, the nearest deadline first, with their sum as far as it is known."""

    state: str
    rows: tuple[ProspectStanding, ...]
    total: Amount | None
    blanks: int


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Where money is looked for, by state; and the appropriations that it is sought of."""

    states: tuple[PipelineState, ...]
    appropriations: tuple[AppropriationStanding, ...]

    @property
    def count(self) -> int:
        """Return how many prospects there are."""
        return sum(len(each.rows) for each in self.states)


def amount_of(value: Decimal | None, qualifier: str) -> Amount | None:
    """Return a stated amount of euros with its qualifier; without one it is exact."""
    if value is None:
        return None
    return Amount(plain_number(value), EUR, Qualifier(qualifier) if qualifier else Qualifier.EXACT)


def appropriations_of(programme: Programme, *, year: str | None = None) -> list[AppropriationStanding]:
    """Return the programme's appropriations, newest year first, or those of one year."""
    found = records_of(APPROPRIATIONS).filter(programme=programme)
    return standings(found.filter(year=year) if year else found)


def years_of_appropriations(programme: Programme) -> list[str]:
    """Return the years of the programme's appropriations as they are written."""
    found = records_of(APPROPRIATIONS).filter(programme=programme)
    return [str(year) for year in found.order_by().values_list("year", flat=True).distinct()]


def standings(appropriations: Iterable[Appropriation]) -> list[AppropriationStanding]:
    """Return how appropriations stand, in two queries however many they are."""
    listed = list(appropriations)
    ids = [each.pk for each in listed]
    uses: dict[UUID, list[AppropriationUse]] = {}
    for use in records_of(APPROPRIATION_USES).filter(appropriation__in=ids).order_by("name", "pk"):
        uses.setdefault(use.appropriation_id, []).append(use)
    prospects: dict[UUID, list[Prospect]] = {}
    for prospect in records_of(PROSPECTS).filter(appropriation__in=ids):
        prospects.setdefault(prospect.appropriation_id, []).append(prospect)
    return [_standing(each, uses.get(each.pk, ()), prospects.get(each.pk, ())) for each in listed]


def _standing(
    appropriation: Appropriation, uses: Sequence[AppropriationUse], prospects: Sequence[Prospect]
) -> AppropriationStanding:
    whole = amount_of(appropriation.amount, appropriation.qualifier)
    assert whole is not None  # noqa: S101 - the column is required
    rows = [
        Use(str(each.pk), each.name, each.use_kind, UseState(each.state), amount_of(each.amount, each.qualifier))
        for each in uses
    ]
    live = [each for each in prospects if each.state not in GIVEN_UP]
    sought = sought_of(whole, [(each.name, amount_of(each.amount, each.qualifier)) for each in live])
    return AppropriationStanding(appropriation, whole, uses_by_state(whole, rows), sought, tuple(prospects))


def pipeline(today: date) -> Pipeline:
    """Return the workspace's prospects by state, and the appropriations that some of them seek."""
    found = list(records_of(PROSPECTS))
    sought = {each.appropriation_id for each in found if each.appropriation_id}
    states = (_pipeline_state(state, [each for each in found if each.state == state], today) for state in PIPELINE)
    return Pipeline(
        states=tuple(each for each in states if each.rows),
        appropriations=tuple(standings(records_of(APPROPRIATIONS).filter(pk__in=sought))),
    )


def _pipeline_state(state: str, prospects: Sequence[Prospect], today: date) -> PipelineState:
    ordered = sorted(prospects, key=lambda each: (each.deadline is None, each.deadline or date.max, each.name))
    rows = tuple(
        ProspectStanding(
            prospect=each,
            amount=amount_of(each.amount, each.qualifier),
            late=state in AHEAD and each.deadline is not None and each.deadline < today,
        )
        for each in ordered
    )
    filled = [each.amount for each in rows if each.amount is not None]
    blanks = len(rows) - len(filled)
    return PipelineState(state, rows, total_of(filled, blanks=blanks), blanks)
