"""What merging two actors would do: the values that would stand, and what would move, end or stay side by side.

Reads only; the page shows it before anything happens and the operation (merging.py) carries it out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal
from uuid import UUID

from django.db.models import Q

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.queries import record_of
from seutu.apps.records.sheets.columns import Column, Value
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from seutu.apps.records.sheets.references import ReferenceColumn, TermsColumn
from seutu.apps.records.terms import attach_terms
from seutu.apps.register.models import Actor
from seutu.core.names import fold_name

Side = Literal["stays", "goes", "both"]
# Where a statement comes from does not make two statements differ.
PROVENANCE: Final = frozenset({"source", "source_place"})
BUSINESS_ID_REGISTER: Final = "Y-tunnus"


@dataclass(slots=True)
class Part:
    """What happens to the records of one kind that point to the actor that goes.

    ``loops`` would point from the actor to itself and ``duplicates`` say nothing that a standing record does not: both
    go to the trash. ``completed`` are standing records that get values only their duplicate had. ``beside`` have moved
    but look like a standing record with other values, and stay beside it for a person to settle.
    """

    kind: Kind
    columns: tuple[str, ...]
    goes: UUID
    moved: list[OwnedRecord] = field(default_factory=list)
    loops: list[OwnedRecord] = field(default_factory=list)
    duplicates: list[OwnedRecord] = field(default_factory=list)
    completed: list[tuple[OwnedRecord, dict[str, Value]]] = field(default_factory=list)
    beside: list[OwnedRecord] = field(default_factory=list)

    def columns_of(self, record: OwnedRecord) -> list[str]:
        """Return the columns by which a record points to the actor that goes."""
        return [name for name in self.columns if getattr(record, f"{name}_id") == self.goes]

    @property
    def in_trash(self) -> int:
        """Return how many of the moved records are in the trash; they move too, and stay there."""
        return sum(1 for record in self.moved if record.trashed_at)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """The two records, the values the one that stays gets, and what happens to all that pointed to the other."""

    stays: Actor
    goes: Actor
    values: dict[str, Value]
    parts: tuple[Part, ...]


def plan_merge(stays: UUID, goes: UUID, *, chosen: Mapping[str, Side] | None = None) -> MergePlan:
    """Return what merging would do; raises the model's DoesNotExist.

    A column not in ``chosen`` keeps the value of the record that stays, or the other's where it has none; coded values
    (classes, industries, tags, other names, identifiers) are united.
    """
    kind = kind_named("actors")
    first, second = _actor(kind, stays), _actor(kind, goes)
    values = _values(kind, first, second, chosen or {})
    return MergePlan(first, second, values, tuple(_parts(first, second)))


def _actor(kind: Kind, record_id: UUID) -> Actor:
    found = record_of(kind, record_id)
    assert isinstance(found, Actor)  # noqa: S101 - the kind's own model
    return found


def suggested_side(column: Column, stays: OwnedRecord, goes: OwnedRecord) -> Side:
    """Return whose value is taken of a column when nobody has chosen."""
    if isinstance(column, TermsColumn):
        return "both"
    return "goes" if column.take(stays) is None and column.take(goes) is not None else "stays"


def _values(kind: Kind, stays: Actor, goes: Actor, chosen: Mapping[str, Side]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for column in kind.kept:
        own, other = column.take(stays), column.take(goes)
        side = chosen.get(column.name, suggested_side(column, stays, goes))
        if side == "both" and isinstance(column, TermsColumn):
            values[column.name] = _united(own, other)
        else:
            values[column.name] = other if side == "goes" else own
    _keep_names(values, stays, goes)
    _keep_business_ids(values, stays, goes)
    apart = values.get("distinct_from")
    if isinstance(apart, tuple):
        kept = tuple(code for code in apart if code not in {str(stays.pk), str(goes.pk)})
        values["distinct_from"] = kept or None
    return values


def _united(*held: Value) -> tuple[str, ...] | None:
    codes = [code for value in held if isinstance(value, tuple) for code in value]
    return tuple(dict.fromkeys(codes)) or None


def _keep_names(values: dict[str, Value], stays: Actor, goes: Actor) -> None:
    """Keep the name that is given up among the other names, so that files and people still find the actor by it."""
    spellings = (*(_united(values["other_names"]) or ()), stays.name, goes.name)
    kept = [name for name in dict.fromkeys(spellings) if name != values["name"]]
    values["other_names"] = tuple(kept) or None


def _keep_business_ids(values: dict[str, Value], stays: Actor, goes: Actor) -> None:
    """Keep a business id that is given up among the identifiers."""
    given_up = [each for each in (stays.business_id, goes.business_id) if each and each != values["business_id"]]
    named = tuple(f"{BUSINESS_ID_REGISTER}:{each}" for each in dict.fromkeys(given_up))
    values["identifiers"] = _united(values["identifiers"], named)


def _parts(stays: Actor, goes: Actor) -> Iterable[Part]:
    for kind in kinds():
        columns = tuple(column.name for column in kind.references if column.kind == "actors")
        if not columns:
            continue
        part = Part(kind, columns, goes.pk)
        pointing = _pointing(kind, columns, goes.pk)
        standing = _pointing(kind, columns, stays.pk) if pointing and not _is_referred_to(kind) else []
        _sort_out(part, pointing, [each for each in standing if each.trashed_at is None], stays.pk)
        if pointing:
            yield part


def _pointing(kind: Kind, columns: tuple[str, ...], actor: UUID) -> list[OwnedRecord]:
    """Return the records that point to an actor, also those in the trash."""
    where = Q()
    for name in columns:
        where |= Q(**{f"{name}_id": actor})
    related = [column.name for column in kind.references]
    records = kind.model.objects.filter(where).select_related(*related).order_by("created_at", "pk")
    return list(attach_terms(list(records)))


def _is_referred_to(kind: Kind) -> bool:
    return any(column.kind == kind.name for other in kinds() for column in other.references)


def _sort_out(part: Part, pointing: list[OwnedRecord], standing: list[OwnedRecord], stays: UUID) -> None:
    known = {_identity(part, record, stays): record for record in standing}
    completed: dict[UUID, tuple[OwnedRecord, dict[str, Value]]] = {}
    for record in pointing:
        ends = [
            stays if getattr(record, f"{name}_id") == part.goes else getattr(record, f"{name}_id")
            for name in part.columns
        ]
        if len(ends) > 1 and set(ends) == {stays}:
            part.loops += [record] if record.trashed_at is None else []
            continue
        twin = known.get(_identity(part, record, stays)) if record.trashed_at is None else None
        missing = _missing(part, twin, record, completed) if twin else None
        if twin is None or missing is None:
            part.moved.append(record)
            part.beside += [record] if twin else []
            continue
        part.duplicates.append(record)
        if missing:
            held = completed.setdefault(twin.pk, (twin, {}))
            held[1].update(missing)
    part.completed = list(completed.values())


def _identity(part: Part, record: OwnedRecord, stays: UUID) -> tuple[Any, ...]:
    """Return what names a record once it has moved: the kind's identity that an actor is part of."""
    key: list[Any] = []
    for names in part.kind.identity:
        if set(names) & set(part.columns):
            for name in names:
                value = part.kind.column(name).take(record)
                key.append(stays if name in part.columns and value == part.goes else _folded(value))
            return tuple(key)
    return (record.pk,)


def _folded(value: Value) -> Any:
    return fold_name(value) if isinstance(value, str) else value


def _missing(
    part: Part, twin: OwnedRecord, record: OwnedRecord, completed: Mapping[UUID, tuple[OwnedRecord, dict[str, Value]]]
) -> dict[str, Value] | None:
    """Return the values that only the moving record has; None when the two contradict each other."""
    filled = completed.get(twin.pk, (twin, {}))[1]
    missing: dict[str, Value] = {}
    for column in part.kind.columns:
        if column.name in part.columns or column.name in PROVENANCE:
            continue
        own, other = filled.get(column.name, column.take(twin)), column.take(record)
        if other is None or own == other or isinstance(column, ReferenceColumn):
            continue
        if own is not None and _folded(own) != _folded(other):
            return None
        if own is None:
            missing[column.name] = other
    return missing
