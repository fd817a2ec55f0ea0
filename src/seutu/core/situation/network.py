"""The network of a picture as plain values: who shares projects with whom, already laid out.

Measures and layout are computed in ``core.networks``; here stands only their result.
"""

from dataclasses import dataclass
from datetime import date

from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a link rests on: a project, an agreement. ``source`` is the id of a ``SourceNote``."""

    label: Text
    source: str | None = None
    on: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An actor of the network. ``x`` and ``y`` are layout coordinates in any unit; ``community`` is a small integer."""

    id: str
    label: str
    x: float
    y: float
    community: int | None = None
    class_code: str | None = None
    class_label: Text | None = None
    degree: int = 0
    is_local: bool = True


@dataclass(frozen=True, slots=True)
class NetworkLink:
    """Two actors and the weight between them (the number of shared projects), with its evidence."""

    source: str
    target: str
    weight: float = 1.0
    kind: Text | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkContent:
    """Nodes, links and what they tell in a sentence. ``next_step`` is set when no links are known: how to get them."""

    nodes: tuple[NetworkNode, ...] = ()
    links: tuple[NetworkLink, ...] = ()
    sentence: Text | None = None
    next_step: Text | None = None
