"""Nodes and links of a network, and what a link must have to be measured.

Not for storing links: evidence, dates of change and sharing belong to the apps.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Node:
    """One node. ``kind`` is the kind of actor, ``place`` a place code; None where not known."""

    id: str
    label: str
    kind: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One undirected link. ``weight`` > 0 is its strength; parallel links add up in every measure."""

    source: str
    target: str
    weight: float = 1.0
    kind: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class WeightedLink:
    """Link made by shared projects; ``source`` < ``target``; ``shared_projects`` in ascending order."""

    source: str
    target: str
    weight: float
    shared_projects: tuple[str, ...]


class Tie(Protocol):
    """What every measure needs of a link."""

    @property
    def source(self) -> str:
        """Id of one end."""

    @property
    def target(self) -> str:
        """Id of the other end."""

    @property
    def weight(self) -> float:
        """Strength, above zero."""


class Taking(Protocol):
    """What the projection needs of a participation."""

    @property
    def project_id(self) -> str:
        """Id of the project."""

    @property
    def organisation_id(self) -> str:
        """Id of the organisation that takes part."""
