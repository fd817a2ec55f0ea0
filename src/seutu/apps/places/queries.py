"""Reads of place groups and of the industries × towns matrices."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from seutu.apps.places.models import IndustryRole, PlaceGroup, PlaceGroupMember
from seutu.core.places import UnknownPlace
from seutu.rules import places


@dataclass(frozen=True, slots=True)
class Matrix:
    """Industries × municipalities under one relation. ``cells`` holds what is recorded; the rest is unknown."""

    industries: tuple[str, ...]
    municipalities: tuple[str, ...]
    cells: dict[tuple[str, str], IndustryRole]


def industry_matrix(relation: str) -> Matrix:
    """Return the matrix of one relation (presence, responsibility), rows and columns in order of name and code."""
    roles = IndustryRole.objects.filter(relation=relation, trashed_at__isnull=True).select_related("source")
    cells = {(role.industry, role.municipality): role for role in roles}
    return Matrix(
        industries=tuple(sorted({industry for industry, _ in cells})),
        municipalities=tuple(sorted({municipality for _, municipality in cells})),
        cells=cells,
    )


def members_of(group: PlaceGroup, *, at: date) -> tuple[str, ...]:
    """Return the codes of a group's municipalities on a day, in the newest division, each once, by code."""
    begun, going_on = Q(date_from__isnull=True) | Q(date_from__lte=at), Q(date_to__isnull=True) | Q(date_to__gte=at)
    held = PlaceGroupMember.objects.filter(begun, going_on, group=group, trashed_at__isnull=True)
    codes = {_today(code) for code in held.values_list("municipality", flat=True)}
    return tuple(sorted(code for code in codes if code))


def _today(code: str) -> str | None:
    try:
        return places.load().successor(code, places.NEWEST_DIVISION)
    except UnknownPlace:
        return None
