"""Reads of place groups and of the industries × towns matrices."""

from dataclasses import dataclass

from seutu.apps.places.models import IndustryRole


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
