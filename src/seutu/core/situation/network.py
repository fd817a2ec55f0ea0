"""The network of a picture as plain values: who shares projects with whom, already laid out.

Measures and layout are computed in ``core.networks``; here stands only their result.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from seutu.core.text import Text

NO_LINKS: Final = Text(
    fi="Toimijoiden yhteyksiä ei ole vielä kirjattu.",
    sv="Kopplingar mellan aktörerna har inte antecknats ännu.",
    en="No links between the actors have been recorded yet.",
)
NO_LINKS_NEXT: Final = Text(
    fi="Tuo hankkeiden osallistujat, niin näet, ketkä tekevät yhteistyötä.",
    sv="Importera projektens deltagare, så ser du vilka som samarbetar.",
    en="Import the participants of projects to see who works together.",
)


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
    """Nodes, links and what they tell in a sentence."""

    nodes: tuple[NetworkNode, ...] = ()
    links: tuple[NetworkLink, ...] = ()
    sentence: Text = NO_LINKS

    @property
    def next_step(self) -> Text | None:
        """How to get links when none is known; None when some are."""
        return None if self.links else NO_LINKS_NEXT
