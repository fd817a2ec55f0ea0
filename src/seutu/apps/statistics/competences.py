"""The competence map of a workspace: its own competence needs and those that others share with it.

Not for adding them up (``core.competences``) nor for how they are shared (``records.sharing``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from seutu.apps.accounts.enums import Role
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sharing import Shared, shown_of
from seutu.apps.statistics.kinds.competences import COMPETENCE_NEEDS
from seutu.core.competences import Line, StatedNeed, competence_map, shortages_first


@dataclass(frozen=True, slots=True)
class CompetenceMap:
    """The lines, largest shortage first, the records behind them by id, and the places and groups one may choose."""

    lines: list[Line]
    held: dict[str, Shared]
    municipalities: list[str]
    groups: set[str]


def competence_needs_map(*, municipality: str = "", group: str = "") -> CompetenceMap:
    """Return the map of the needs of a municipality and an occupational group, of all without them."""
    held = {str(each.record.pk): each for each in _held()}
    every = [_need(key, each) for key, each in held.items()]
    chosen = [each for each in every if municipality in {"", each.area} and group in {"", each.group}]
    lines = shortages_first(competence_map(chosen))
    areas, groups = ({each.area for each in every if each.area}, {each.group for each in every if each.group})
    return CompetenceMap(lines, held, sorted(areas), groups)


def _held() -> Iterable[Shared]:
    """Return the workspace's own competence needs and those shown to it; guests see their host's own only."""
    scope = current_scope()
    own = [Shared(COMPETENCE_NEEDS, record, scope.workspace) for record in records_of(COMPETENCE_NEEDS)]
    shown = [] if scope.role == Role.GUEST else shown_of(COMPETENCE_NEEDS, scope.workspace, personal=False)
    return [*own, *shown]


def _need(key: str, shared: Shared) -> StatedNeed:
    need: Any = shared.record
    return StatedNeed(
        id=key,
        competence=need.competence,
        group=need.occupational_group,
        area=need.municipality,
        actor=need.actor.name if need.actor else "",
        owner=str(shared.owner.pk),
        owner_name=shared.owner.name,
        year=int(need.year),
        target_year=int(need.target_year) if need.target_year else None,
        have_now=_people(need.have_now),
        needed_now=_people(need.needed_now),
        needed_then=_people(need.needed_then),
        qualifier=need.qualifier,
    )


def _people(stated: Decimal | None) -> int | None:
    return None if stated is None else int(stated)
