"""The network of a place: links of its actors with each other and with partners elsewhere, counted and laid out.

Layout and groups are kept in the process under the links themselves, so what is kept is never old. Not for measures of
bridges and centrality: those need the whole network, with the links among the partners (``core.networks.ego``).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db.models import Q

from seutu.apps.ecosystems.actors import belonging, capitalised, classes_of, sources_named
from seutu.apps.register.choices import LINK_TYPES
from seutu.apps.register.models import Link
from seutu.core.networks.model import Link as Tie
from seutu.core.networks.model import Node
from seutu.core.situation import (
    ActorFact,
    Coded,
    Evidence,
    NetworkContent,
    NetworkLink,
    NetworkNode,
    SourceNote,
    network_sentence,
)
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.core.networks.drawing import Drawn

SHARED_PROJECT: Final = "shared_project"
TYPES: Final = {choice.code: capitalised(choice.label) for choice in LINK_TYPES}
SEED: Final = 1
ASKED_BY_ID: Final = 1000  # above so many actors it is quicker to read every link and choose here
_COUNT: Final = re.compile(r"\bn = (\d+)")


@dataclass(frozen=True, slots=True)
class PlaceNetwork:
    """The network of a place and the sources its links name."""

    content: NetworkContent
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    ends: tuple[str, str]
    names: tuple[str, str]
    municipalities: tuple[str, str]
    link_type: str
    weight: Decimal | None
    evidence: str
    since: date | None
    until: date | None
    source: UUID | None


def network_of(actors: Sequence[ActorFact], codes: Sequence[str]) -> PlaceNetwork:
    """Return the links that touch ``actors``, their partners in the whole register, and where each is drawn.

    ``codes`` are the municipalities of the place: a partner there is local also when it has ended. Actors without links
    are left out of the drawing. Three queries, and one for the sources.
    """
    own = {actor.id: actor for actor in actors}
    rows = _rows(list(own))
    if not rows:
        return PlaceNetwork(NetworkContent(), ())
    names = {end: name for row in rows for end, name in zip(row.ends, row.names, strict=True)}
    pairs: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        first, second = sorted(row.ends)
        pairs[first, second].append(row)
    ties = tuple((*pair, sum(_strength(row) for row in found)) for pair, found in sorted(pairs.items()))
    drawn = _drawn(ties)
    others = [UUID(end) for end in names if end not in own]
    classes, local = classes_of(others), own.keys() | {str(actor) for actor in belonging(others, codes)}
    nodes = tuple(
        _node(end, names[end], drawn[end], own.get(end), classes, is_local=end in local) for end in sorted(names)
    )
    links = tuple(_link(pair, found) for pair, found in sorted(pairs.items()))
    said = network_sentence(
        nodes,
        links,
        only_projects=all(row.link_type == SHARED_PROJECT for row in rows),
        unplaced=_unplaced(nodes, rows),
        years=_years(rows),
    )
    content = NetworkContent(nodes=nodes, links=links, sentence=said)
    return PlaceNetwork(content, sources_named(row.source for row in rows))


def _rows(own: Sequence[str]) -> list[_Row]:
    if not own:
        return []
    here = set(own)
    touching = Q(from_actor__in=own) | Q(to_actor__in=own) if len(own) <= ASKED_BY_ID else Q()
    rows = (
        Link.objects.filter(touching, trashed_at__isnull=True)
        .filter(from_actor__trashed_at__isnull=True, to_actor__trashed_at__isnull=True)
        .order_by("pk")
        .values_list(*_FIELDS)
    )
    return [
        _Row((str(row[0]), str(row[1])), (row[2], row[3]), (row[4], row[5]), *row[6:])  # the fields of _Row in order
        for row in rows
        if row[0] != row[1] and (str(row[0]) in here or str(row[1]) in here)
    ]


_FIELDS: Final = (
    "from_actor_id",
    "to_actor_id",
    "from_actor__name",
    "to_actor__name",
    "from_actor__municipality",
    "to_actor__municipality",
    "link_type",
    "weight",
    "evidence",
    "date_from",
    "date_to",
    "source_id",
)


def _strength(row: _Row) -> float:
    return float(row.weight) if row.weight is not None and row.weight > 0 else 1.0


@lru_cache(maxsize=64)
def _drawn(ties: tuple[tuple[str, str, float], ...]) -> "Mapping[str, Drawn]":
    """Return place, community and partners of each end. Kept under the ties themselves."""
    from seutu.core.networks.drawing import drawn

    nodes = [Node(end, end) for end in sorted({end for tie in ties for end in tie[:2]})]
    return drawn(nodes, [Tie(*tie) for tie in ties], seed=SEED)


def _node(
    end: str, name: str, drawn: "Drawn", actor: ActorFact | None, classes: Mapping[UUID, Coded], *, is_local: bool
) -> NetworkNode:
    first = next(iter(actor.classes), None) if actor else classes.get(UUID(end))
    return NetworkNode(
        id=end,
        label=name,
        x=drawn.position.x,
        y=drawn.position.y,
        community=drawn.community,
        class_code=first.code if first else None,
        class_label=first.label if first else None,
        degree=drawn.degree,
        is_local=is_local,
    )


def _link(pair: tuple[str, str], rows: Sequence[_Row]) -> NetworkLink:
    types = list(dict.fromkeys(row.link_type for row in rows))
    evidence = tuple(
        Evidence(
            label=Text.same(row.evidence) if row.evidence else TYPES.get(row.link_type, Text.same(row.link_type)),
            source=str(row.source) if row.source else None,
            on=row.since,
        )
        for row in rows
    )
    return NetworkLink(
        source=pair[0],
        target=pair[1],
        weight=float(sum(_shared(row) for row in rows)),
        kind=_together(TYPES.get(each, Text.same(each)) for each in types),
        evidence=evidence,
    )


def _shared(row: _Row) -> int:
    """Return the number of shared projects that the evidence states ("n = 3"), else one: the link itself."""
    stated = _COUNT.search(row.evidence) if row.link_type == SHARED_PROJECT else None
    return int(stated.group(1)) if stated else 1


def _together(labels: Iterable[Text]) -> Text:
    listed = list(labels)
    return Text(
        fi=", ".join(label.fi for label in listed),
        sv=", ".join(label.sv for label in listed),
        en=", ".join(label.en for label in listed),
    )


def _unplaced(nodes: Iterable[NetworkNode], rows: Iterable[_Row]) -> int:
    """Return how many of the partners elsewhere nobody has placed anywhere."""
    others = {node.id for node in nodes if not node.is_local}
    ends = (pair for row in rows for pair in zip(row.ends, row.municipalities, strict=True))
    return len({end for end, municipality in ends if end in others and not municipality})


def _years(rows: Iterable[_Row]) -> tuple[int, int] | None:
    """Return the first and the last year of the links, as far as they are dated."""
    years = [day.year for row in rows for day in (row.since, row.until) if day]
    return (min(years), max(years)) if years else None
