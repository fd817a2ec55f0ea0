"""Actors that may be one: spelled alike, or with the same business id or identifier; and pairs a person has told apart.

Not for merging them (merging.py): nothing here decides that two actors are the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import Any, Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Operation
from seutu.apps.records.models import Term
from seutu.apps.records.queries import record_of
from seutu.apps.records.recording import recording
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Actor
from seutu.core.names import fold_name, likeness, similar_pairs

THRESHOLD: Final = 0.85
MOST_IN_A_GROUP: Final = 20
DISTINCT: Final = "distinct_from"
Key = tuple[UUID, UUID]


class Reason(StrEnum):
    """Why two actors may be one."""

    BUSINESS_ID = "business_id"
    IDENTIFIER = "identifier"
    SAME_NAME = "same_name"
    LIKE_NAME = "like_name"


STRENGTH: Final = {reason: place for place, reason in enumerate(Reason)}


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two actors that may be one, the surest reason first; ``degree`` is how alike the names look, 0–1."""

    first: UUID
    second: UUID
    reasons: tuple[Reason, ...]
    degree: float


@dataclass(frozen=True, slots=True)
class Alike:
    """An actor that may be the one in question, the surest reason first."""

    actor: UUID
    reasons: tuple[Reason, ...]
    degree: float


@dataclass(frozen=True, slots=True)
class Identity:
    """What an actor is known by, whether it is saved or not."""

    name: str
    business_id: str = ""
    other_names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(slots=True)
class _Register:
    """What is compared: every actor's own name, and the keys that several actors may share."""

    names: dict[UUID, str]
    other_names: dict[UUID, set[str]]
    business_ids: dict[UUID, str]
    identifiers: dict[UUID, set[str]]


def _register() -> _Register:
    rows = list(
        Actor.objects.filter(trashed_at__isnull=True)
        .order_by("created_at", "pk")
        .values_list("pk", "name", "business_id")
    )
    held = _Register(
        names={pk: name for pk, name, _ in rows},
        other_names=defaultdict(set),
        business_ids={pk: business_id for pk, _, business_id in rows if business_id},
        identifiers=defaultdict(set),
    )
    terms = Term.objects.filter(kind="actors", scheme__in=("name", "id"))
    for pk, scheme, code in terms.values_list("record_id", "scheme", "code").iterator():
        if pk in held.names:
            (held.other_names if scheme == "name" else held.identifiers)[pk].add(code)
    return held


@lru_cache(maxsize=4)
def _alike_names(names: tuple[str, ...], threshold: float) -> tuple[tuple[str, str, float], ...]:
    """Return the names that look alike; kept for the next page of the same names, as comparing many takes seconds."""
    return tuple((pair.first, pair.second, pair.likeness) for pair in similar_pairs(names, threshold))


def alike_actors(*, threshold: float = THRESHOLD) -> list[Likeness]:
    """Return the pairs of actors that may be one and have not been told apart: surest first, then the most alike."""
    register = _register()
    found: dict[Key, set[Reason]] = defaultdict(set)
    for reason, groups in _shared_keys(register):
        for members in groups:
            for pair in combinations(members[:MOST_IN_A_GROUP], 2):
                found[pair].add(reason)
    by_name = _by_folded_name(register.names)
    order = {pk: place for place, pk in enumerate(register.names)}
    for one, other, _ in _alike_names(tuple(register.names.values()), threshold):
        for first in by_name[fold_name(one)][:MOST_IN_A_GROUP]:
            for second in by_name[fold_name(other)][:MOST_IN_A_GROUP]:
                older, newer = sorted((first, second), key=order.__getitem__)
                found[older, newer].add(Reason.LIKE_NAME)
    told_apart = _told_apart()
    pairs = [
        Likeness(
            first=first,
            second=second,
            reasons=tuple(sorted(reasons, key=STRENGTH.__getitem__)),
            degree=likeness(register.names[first], register.names[second]),
        )
        for (first, second), reasons in found.items()
        if frozenset((first, second)) not in told_apart
    ]
    return sorted(pairs, key=lambda each: (STRENGTH[each.reasons[0]], -each.degree, str(each.first), str(each.second)))


def _by_folded_name(names: dict[UUID, str]) -> dict[str, list[UUID]]:
    held: dict[str, list[UUID]] = defaultdict(list)
    for pk, name in names.items():
        held[fold_name(name)].append(pk)
    return held


def _shared_keys(register: _Register) -> Iterator[tuple[Reason, Iterable[list[UUID]]]]:
    """Yield each reason with the groups of actors that share a key."""
    business_ids: dict[str, list[UUID]] = defaultdict(list)
    identifiers: dict[str, list[UUID]] = defaultdict(list)
    names: dict[str, list[UUID]] = defaultdict(list)
    for pk, name in register.names.items():
        if pk in register.business_ids:
            business_ids[register.business_ids[pk]].append(pk)
        for code in sorted(register.identifiers.get(pk, ())):
            identifiers[fold_name(code)].append(pk)
        for spelling in sorted({fold_name(name), *map(fold_name, register.other_names.get(pk, ()))} - {""}):
            names[spelling].append(pk)
    for reason, held in (
        (Reason.BUSINESS_ID, business_ids),
        (Reason.IDENTIFIER, identifiers),
        (Reason.SAME_NAME, names),
    ):
        yield reason, [members for members in held.values() if len(members) > 1]


def _told_apart() -> set[frozenset[UUID | None]]:
    rows = Term.objects.filter(kind="actors", scheme="distinct").values_list("record_id", "code")
    return {frozenset((record_id, UUID(code))) for record_id, code in rows}


def identity_of(values: Mapping[str, Value]) -> Identity:
    """Return what an actor with these column values is known by."""
    others, ids = values.get("other_names") or (), values.get("identifiers") or ()
    return Identity(
        name=str(values.get("name") or ""),
        business_id=str(values.get("business_id") or ""),
        other_names=tuple(others) if isinstance(others, tuple) else (),
        identifiers=tuple(ids) if isinstance(ids, tuple) else (),
    )


def alike_to(
    identity: Identity, *, but: UUID | None = None, threshold: float = THRESHOLD, limit: int = 5
) -> list[Alike]:
    """Return the actors that may be the one known by this, surest first.

    ``but`` is the actor itself when it is saved already: it and those told apart from it are left out.
    """
    return _alike(_register(), identity, but, threshold)[:limit]


def actors_like(actor: Actor, *, threshold: float = THRESHOLD, limit: int = 5) -> list[Likeness]:
    """Return the actors that may be the same as this one and have not been told apart from it."""
    register = _register()
    if actor.pk not in register.names:
        return []
    identity = Identity(
        name=actor.name,
        business_id=actor.business_id,
        other_names=tuple(register.other_names.get(actor.pk, ())),
        identifiers=tuple(register.identifiers.get(actor.pk, ())),
    )
    found = _alike(register, identity, actor.pk, threshold)[:limit]
    return [Likeness(actor.pk, each.actor, each.reasons, each.degree) for each in found]


def _alike(register: _Register, identity: Identity, but: UUID | None, threshold: float) -> list[Alike]:
    own = {fold_name(identity.name), *map(fold_name, identity.other_names)} - {""}
    ids = {fold_name(code) for code in identity.identifiers}
    told_apart = _told_apart() if but else set()
    found = []
    for pk, name in register.names.items():
        if pk == but or frozenset((pk, but)) in told_apart:
            continue
        degree = likeness(identity.name, name)
        spelled = {fold_name(name), *map(fold_name, register.other_names.get(pk, ()))}
        holds = {
            Reason.BUSINESS_ID: bool(identity.business_id) and register.business_ids.get(pk) == identity.business_id,
            Reason.IDENTIFIER: bool(ids & {fold_name(code) for code in register.identifiers.get(pk, ())}),
            Reason.SAME_NAME: bool(own & spelled),
            Reason.LIKE_NAME: degree >= threshold,
        }
        reasons = tuple(reason for reason in Reason if holds[reason])
        if reasons:
            found.append(Alike(pk, reasons, degree))
    return sorted(found, key=lambda each: (STRENGTH[each.reasons[0]], -each.degree, str(each.actor)))


def standing_pairs(pairs: Iterable[Likeness]) -> list[Likeness]:
    """Return the pairs found earlier whose actors both stand and have not been told apart since."""
    standing = set(Actor.objects.filter(trashed_at__isnull=True).values_list("pk", flat=True))
    told_apart = _told_apart()
    return [
        each
        for each in pairs
        if each.first in standing and each.second in standing and frozenset((each.first, each.second)) not in told_apart
    ]


def tell_apart(first: UUID, second: UUID, *, by: User | None, at: datetime) -> bool:
    """Remember that two actors are not the same; returns False when it was known. One act, which can be undone."""
    kind = kind_named("actors")
    with recording(Operation.CHANGE, by=by, at=at, note="≠") as act:
        record: Any = record_of(kind, first)
        other = record_of(kind, second)
        known = record.terms.get("distinct", ())
        if first == second or str(second) in known or str(first) in other.terms.get("distinct", ()):
            return False
        return act.change(kind, record, {DISTINCT: (*known, str(second))})
