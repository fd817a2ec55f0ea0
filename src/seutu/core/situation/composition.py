"""Who is here: actors counted by class, industry, size and tag.

Counts only what it is given; finding the actors of a place belongs to the register.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from seutu.core.text import Text

UNKNOWN: Final = "unknown"
UNKNOWN_LABEL: Final = Text(fi="Ei tietoa", sv="Uppgift saknas", en="Not known")


@dataclass(frozen=True, slots=True)
class Coded:
    """A code of a code list with its label (a class, an industry, a municipality)."""

    code: str
    label: Text


@dataclass(frozen=True, slots=True)
class ActorFact:
    """What a picture needs of one actor (an organisation, never a person).

    ``sources`` are ids of ``SourceNote``; ``place`` is the municipality; ``lon`` and ``lat`` are degrees, WGS 84.
    """

    id: str
    name: str
    classes: tuple[Coded, ...] = ()
    industry: Coded | None = None
    size: Coded | None = None
    tags: tuple[Coded, ...] = ()
    place: Coded | None = None
    lon: float | None = None
    lat: float | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How many actors have one code. ``share`` = count / all actors, a fraction from 0 to 1."""

    label: Text
    code: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Composition:
    """Breakdowns of the same ``total`` actors.

    Each breakdown is largest first, ties by code; actors without the fact come last as one row with code ``unknown``
    and are part of the base. An actor of many classes or tags counts in each, so those shares may add to more than 1.
    ``by_tag`` has no unknown row: a tag is never owed.
    """

    total: int
    by_class: tuple[Share, ...] = ()
    by_industry: tuple[Share, ...] = ()
    by_size: tuple[Share, ...] = ()
    by_tag: tuple[Share, ...] = ()


def compose(actors: Iterable[ActorFact]) -> Composition:
    """Count ``actors`` by class, industry, size and tag; an empty input gives empty breakdowns."""
    listed = list(actors)
    return Composition(
        total=len(listed),
        by_class=_count(listed, lambda actor: actor.classes),
        by_industry=_count(listed, lambda actor: _some(actor.industry)),
        by_size=_count(listed, lambda actor: _some(actor.size)),
        by_tag=_count(listed, lambda actor: actor.tags, unknown=False),
    )


def single_largest(shares: Sequence[Share]) -> Share | None:
    """Return the largest known share; None when nothing is known or several are as large."""
    known = [share for share in shares if share.code != UNKNOWN]
    most = max((share.count for share in known), default=0)
    largest = [share for share in known if share.count == most]
    return largest[0] if len(largest) == 1 else None


def known_of(shares: Sequence[Share]) -> bool:
    """Return whether anything is known of a breakdown."""
    return any(share.code != UNKNOWN for share in shares)


def _some(value: Coded | None) -> tuple[Coded, ...]:
    return () if value is None else (value,)


def _count(
    actors: Sequence[ActorFact], facts: Callable[[ActorFact], tuple[Coded, ...]], *, unknown: bool = True
) -> tuple[Share, ...]:
    counts: Counter[str] = Counter()
    labels: dict[str, Text] = {}
    missing = 0
    for actor in actors:
        found = {coded.code: coded.label for coded in facts(actor)}
        counts.update(found.keys())
        labels.update(found)
        missing += not found
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = [Share(labels[code], code, count, count / len(actors)) for code, count in ordered]
    if unknown and missing:
        rows.append(Share(UNKNOWN_LABEL, UNKNOWN, missing, missing / len(actors)))
    return tuple(rows)
