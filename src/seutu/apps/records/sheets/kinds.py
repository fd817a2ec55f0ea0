"""Kinds of records: the one declaration of each, and the register of them all.

An app declares its kinds in `kinds.py` and registers them when it is ready. Not for reading or writing records.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from seutu.apps.accounts.models import User
from seutu.apps.records.exceptions import UnknownKindError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import Column
from seutu.apps.records.sheets.references import ReferenceColumn, TermsColumn
from seutu.core.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """A way to narrow a list: ``narrow(records, value)``; ``options()`` gives the (value, label) pairs of a choice."""

    name: str
    label: Text
    narrow: Callable[[QuerySet[Any], str], QuerySet[Any]]
    options: Callable[[], list[tuple[str, Text]]] | None = None
    describe: Callable[[str], Text] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Columns that stand together in the form under one heading, in their order there."""

    label: Text
    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of record. ``identity`` names the columns by which a row without an id is known, tried in order.

    Each entry of ``identity`` is a tuple of column names that together name one record. ``unseen`` columns are kept,
    logged and undone as others are, but stand in no form, page or file.

    ``guard`` tells why a person may not write a record as it stands, whatever the way: {column: reason}. One that looks
    at the records ``beside`` is asked when what the act has gathered of them is written. ``steps`` tells why neither a
    form nor a file may give a standing record these values, though each is right by itself; undoing may, if
    ``steps_undone``. ``begins`` tells why a
    person may not add a record with these values by a form or the interface; a file may bring in what was done earlier.
    Without them roles alone decide. ``sections`` group the form of a kind with many columns; each column is in one of
    them. Records that are ``unshared`` are their writer's own: no other workspace is shown them.

    Where ``repeats_told``, a second equal row of a file is rejected with the reason: it may be money of its own, and
    passing it over would lose it.
    """

    name: str
    model: type[OwnedRecord]
    singular: Text
    plural: Text
    purpose: Text
    columns: tuple[Column, ...]
    identity: tuple[tuple[str, ...], ...]
    order: tuple[str, ...]
    filters: tuple[Filter, ...] = ()
    personal: bool = False
    unshared: bool = False
    area: str = "material"
    group: Text | None = None
    sections: tuple[Section, ...] = ()
    unseen: tuple[TermsColumn, ...] = ()
    check: Callable[[dict[str, Any]], dict[str, Text]] | None = field(default=None)
    guard: Callable[[OwnedRecord, User | None], dict[str, Text]] | None = field(default=None)
    beside: bool = False
    steps: Callable[[OwnedRecord, Mapping[str, Any]], dict[str, Text]] | None = field(default=None)
    steps_undone: bool = True
    begins: Callable[[Mapping[str, Any]], dict[str, Text]] | None = field(default=None)
    repeats_told: bool = False

    def column(self, name: str) -> Column:
        """Return the column with this name."""
        return next(column for column in self.kept if column.name == name)

    @property
    def kept(self) -> tuple[Column, ...]:
        """Return every column whose value is saved and logged, seen or not."""
        return (*self.columns, *self.unseen)

    @property
    def references(self) -> tuple[ReferenceColumn, ...]:
        """Return the columns that point to other records."""
        return tuple(column for column in self.columns if isinstance(column, ReferenceColumn))

    @property
    def schemes(self) -> tuple[TermsColumn, ...]:
        """Return the columns whose values are coded terms."""
        return (*(column for column in self.columns if isinstance(column, TermsColumn)), *self.unseen)

    @property
    def listed(self) -> tuple[Column, ...]:
        """Return the columns a list shows."""
        return tuple(column for column in self.columns if column.listed)


_kinds: dict[str, Kind] = {}
_added_filters: dict[str, list[Filter]] = {}


def add_filters(kind_name: str, *filters: Filter) -> None:
    """Give a kind of a lower app filters that know the records of a higher one."""
    held = _added_filters.setdefault(kind_name, [])
    held.extend(each for each in filters if each not in held)


def filters_of(kind: Kind) -> tuple[Filter, ...]:
    """Return every filter of a kind: its own first, then those higher apps gave it."""
    return (*kind.filters, *_added_filters.get(kind.name, ()))


def register(*declared: Kind) -> None:
    """Make kinds known. Registering a name twice is a programming error."""
    for kind in declared:
        if kind.name in _kinds and _kinds[kind.name] is not kind:
            raise ValueError(kind.name)
        _kinds[kind.name] = kind


def kinds() -> tuple[Kind, ...]:
    """Return every kind in the order of registration: what others refer to comes first."""
    return tuple(_kinds.values())


def kind_named(name: str) -> Kind:
    """Return the kind; raises UnknownKindError."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKindError(name) from None


def kind_of(record: OwnedRecord) -> Kind:
    """Return the kind of a record."""
    return next(kind for kind in _kinds.values() if kind.model is type(record))
