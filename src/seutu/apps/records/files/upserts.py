"""Records that a register's file brings: created, changed or left alone by a key, many thousands in one act.

For importers that know their file (project lists, framework programmes, company registers); sheets go through planning.
Only keys are held for all records; the records themselves are fetched a part at a time (``warm``).
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from seutu.apps.records.files.rehearsing import Rehearsal
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.queries import records_of
from seutu.apps.records.recording import Act
from seutu.apps.records.sheets.columns import ColumnProblem, Reading, Value, said
from seutu.apps.records.sheets.finding import RecordFinder
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.terms import attach_terms
from seutu.core.problems import Problem
from seutu.sources.tables import CellValue

T = TypeVar("T")
Key = Hashable
PART = 500
SHOWN = 200


def read_by_column(kind: Kind, column: str, cell: CellValue, problems: list[Problem], line: int | None) -> Value:
    """Return the value of a register's cell as the column of a sheet reads it; None when it is empty or not taken.

    What the column does not take is told in ``problems`` with its line: a note where the value may be left out, a
    reason to reject the row where not. Nothing is cut or rounded to fit.
    """
    if cell is None or cell == "":
        return None
    try:
        return kind.column(column).read(cell, Reading(language=None, finder=RecordFinder()))
    except ColumnProblem as problem:
        problems.append(Problem(problem.message, line=line, column=column, value=said(cell)[:SHOWN]))
        return None


def parts_of(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the items in parts of which the standing records are fetched at once."""
    for start in range(0, len(items), PART):
        yield items[start : start + PART]


class Upserts:
    """The records of one kind by key, as they stand and as this act leaves them.

    ``keys_of(record)`` gives every key a standing record answers to; the first record to claim a key keeps it.
    A column that the file says nothing of (None) is left as it is. ``looked_at`` says that the importer asks for
    records it has put itself (``record``): a rehearsal then keeps what it made in memory.
    """

    def __init__(
        self,
        act: Act,
        kind: Kind,
        keys_of: Callable[[OwnedRecord], Iterable[Key]],
        *,
        looked_at: bool = False,
    ) -> None:
        self.act = act
        self._rehearsed = isinstance(act, Rehearsal)
        self._looked_at = looked_at
        self._made: dict[UUID, OwnedRecord] = {}
        self.kind = kind
        self.counts: Counter[str] = Counter()
        self._by_key: dict[Key, UUID] = {}
        self._held: dict[UUID, OwnedRecord] = {}
        self._seen: set[UUID] = set()
        part: list[OwnedRecord] = []
        for record in kind.model.objects.filter(trashed_at__isnull=True).order_by("created_at", "pk").iterator():
            part.append(record)
            if len(part) == PART:
                self._learn(part, keys_of)
                part = []
        self._learn(part, keys_of)

    def _learn(self, part: list[OwnedRecord], keys_of: Callable[[OwnedRecord], Iterable[Key]]) -> None:
        if self.kind.schemes:
            attach_terms(part)
        for record in part:
            for key in keys_of(record):
                self._by_key.setdefault(key, record.pk)

    def warm(self, keys: Iterable[Key]) -> None:
        """Fetch the standing records of some keys at once, and let go of those fetched before."""
        self.act.flush()
        wanted = {self._by_key[key] for key in keys if key in self._by_key}
        self._held = {record.pk: record for record in attach_terms(list(records_of(self.kind).filter(pk__in=wanted)))}

    def find(self, *keys: Key) -> UUID | None:
        """Return the record of the first key that is known."""
        return next((self._by_key[key] for key in keys if key in self._by_key), None)

    def put(self, keys: list[Key], values: Mapping[str, Value]) -> UUID:
        """Create or change the record of the first known key and return its id."""
        record_id = self.find(*keys)
        filled = {name: value for name, value in values.items() if value is not None}
        if record_id is None:
            made = self.act.create(self.kind, filled)
            record_id = made.pk
            self.counts["created"] += 1
            if self._rehearsed and self._looked_at:
                self._made[record_id] = made
        elif not self._rehearsed or record_id not in self._seen:
            changed = self.act.change(self.kind, self.record(record_id), filled)
            if record_id not in self._seen:
                self.counts["changed" if changed else "unchanged"] += 1
        self._seen.add(record_id)
        for key in keys:
            self._by_key.setdefault(key, record_id)
        return record_id

    def put_all(self, items: Sequence[tuple[list[Key], Mapping[str, Value]]]) -> list[UUID]:
        """Put many, whose standing records are fetched a part at a time."""
        put = []
        for part in parts_of(items):
            self.warm(key for keys, _ in part for key in keys)
            put += [self.put(keys, values) for keys, values in part]
        return put

    def record(self, record_id: UUID) -> OwnedRecord:
        """Return a record as this act leaves it."""
        if record_id in self._made:
            return self._made[record_id]
        if record_id not in self._held:
            self.act.flush()
            self._held[record_id] = attach_terms(list(self.kind.model.objects.filter(pk=record_id)))[0]
        return self._held[record_id]
