"""Organisations, participations and projects of the EU framework programmes, in one form whatever file they came from.

Not for analysis: the network mathematics lives in ``core.networks``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from seutu.core.problems import Problem
from seutu.core.text import Text

Programme = Literal["FP7", "H2020", "HORIZON"]
DateBasis = Literal["project", "programme"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation under the identifier of its source (PIC, or a hash where the PIC was unknown).

    ``name`` is None when the source has none. ``municipality_code`` has three digits. ``lon``, ``lat``: WGS 84.
    ``business_id`` is set only from a Finnish VAT number with a valid check digit. ``line`` is where it is first said.
    """

    id: str
    name: str | None
    short_name: str | None
    activity_type: str | None
    country: str | None
    city: str | None
    post_code: str | None
    municipality_code: str | None
    lon: float | None
    lat: float | None
    business_id: str | None
    url: str | None
    programmes: tuple[Programme, ...]
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Participation:
    """One organisation in one project. ``contribution`` is the EU contribution in euros, None when not stated."""

    project_id: str
    organisation_id: str
    programme: Programme
    role: str | None
    contribution: Decimal | None
    start: date | None
    end: date | None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """One project. ``partner_count`` counts organisations of every country; ``date_basis`` says whose dates."""

    id: str
    programme: Programme
    start: date | None
    end: date | None
    date_basis: DateBasis
    partner_count: int
    title: str | None
    acronym: str | None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CordisData:
    """All that was read, with what is odd in it: ``notes`` list every reading that a person should know of."""

    organisations: Mapping[str, Organisation]
    participations: Sequence[Participation]
    projects: Mapping[str, Project]
    notes: Sequence[Problem] = ()
    assumptions: Sequence[Text] = ()
    rejected: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class FinnishPart:
    """Finnish organisations, their participations and projects; ``without_municipality``: ids without a place."""

    organisations: Mapping[str, Organisation]
    participations: Sequence[Participation]
    projects: Mapping[str, Project]
    without_municipality: tuple[str, ...]

    def partner_counts(self) -> dict[str, int]:
        """Return project id → number of all partners, foreign ones too."""
        return {project.id: project.partner_count for project in self.projects.values()}


@dataclass(frozen=True, slots=True)
class MergeCandidate:
    """Organisations that look like one: their ids, how alike the names are (0–1) and why they are offered."""

    organisation_ids: tuple[str, ...]
    likeness: float
    reason: Text = field(default_factory=lambda: Text.same(""))
