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

from django.db.models import Q

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Operation
from seutu.apps.records.models import Term
from seutu.apps.records.queries import record_of
from seutu.apps.records.recording import recording
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Actor
from seutu.core.names import fold_name, likeness, names_like, similar_pairs

THRESHOLD: Final = 0.85
MOST_IN_A_GROUP: Final = 20
MOST_NEAR: Final = 500
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

    Names are compared with every standing actor's, so that none is missed; all else is asked of the database by key.
    ``but`` is the actor itself when it is saved already: it and those told apart from it are left out.
    """
    holds: dict[UUID, set[Reason]] = defaultdict(set)
    for reason, members in _sharing(identity):
        for pk in members:
            holds[pk].add(reason)
    standing = Actor.objects.filter(trashed_at__isnull=True)
    titles = list(standing.order_by().values_list("title_key", flat=True).distinct())
    near = [titles[at] for at, _ in names_like(identity.name, titles, threshold)[:MOST_NEAR]]
    left_out = {but, *_told_apart_from(but)} if but else set()
    found = []
    for pk, name in standing.filter(Q(pk__in=list(holds)) | Q(title_key__in=near)).values_list("pk", "name"):
        degree = likeness(identity.name, name)
        held = holds[pk] | ({Reason.LIKE_NAME} if degree >= threshold else set())
        if held and pk not in left_out:
            found.append(Alike(pk, tuple(sorted(held, key=STRENGTH.__getitem__)), degree))
    return sorted(found, key=lambda each: (STRENGTH[each.reasons[0]], -each.degree, str(each.actor)))[:limit]


def _sharing(identity: Identity) -> Iterator[tuple[Reason, Iterable[UUID]]]:
    """Yield each reason that is an equal key, with the records that hold it; those in the trash may be among them."""
    if identity.business_id:
        yield Reason.BUSINESS_ID, Actor.objects.filter(business_id=identity.business_id).values_list("pk", flat=True)
    yield Reason.IDENTIFIER, _with_term("id", {fold_name(code) for code in identity.identifiers})
    own = {fold_name(identity.name), *map(fold_name, identity.other_names)} - {""}
    yield Reason.SAME_NAME, Actor.objects.filter(title_key__in=own).values_list("pk", flat=True)
    yield Reason.SAME_NAME, _with_term("name", own)


def _with_term(scheme: str, folded: set[str]) -> Iterable[UUID]:
    """Return the actors that have a coded value which folds to one of these."""
    if not folded:
        return ()
    terms = Term.objects.filter(kind="actors", scheme=scheme).order_by()
    spelled = [code for code in terms.values_list("code", flat=True).distinct() if fold_name(code) in folded]
    held: Iterable[UUID] = terms.filter(code__in=spelled).values_list("record_id", flat=True) if spelled else ()
    return held


def _told_apart_from(actor: UUID) -> Iterator[UUID]:
    either = Q(record_id=actor) | Q(code=str(actor))
    rows = Term.objects.filter(either, kind="actors", scheme="distinct").values_list("record_id", "code")
    for record_id, code in rows:
        yield UUID(code) if record_id == actor else record_id


def actors_like(actor: Actor, *, threshold: float = THRESHOLD, limit: int = 5) -> list[Likeness]:
    """Return the actors that may be the same as this one and have not been told apart from it."""
    if actor.trashed_at is not None:
        return []
    held: dict[str, list[str]] = {"name": [], "id": []}
    terms = Term.objects.filter(kind="actors", record_id=actor.pk, scheme__in=held)
    for scheme, code in terms.values_list("scheme", "code"):
        held[scheme].append(code)
    identity = Identity(
        name=actor.name,
        business_id=actor.business_id,
        other_names=tuple(held["name"]),
        identifiers=tuple(held["id"]),
    )
    found = alike_to(identity, but=actor.pk, threshold=threshold, limit=limit)
    return [Likeness(actor.pk, each.actor, each.reasons, each.degree) for each in found]


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
