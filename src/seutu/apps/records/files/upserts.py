"""Records that a register's file brings: created, changed or left alone by a key, many thousands in one act.

For importers that know their file (project lists, framework programmes, company registers); sheets go through planning.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from uuid import UUID

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.queries import records_of
from seutu.apps.records.recording import Act
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.terms import attach_terms

Key = Hashable


class Upserts:
    """The records of one kind by key, as they stand and as this act leaves them.

    ``keys_of(record)`` gives every key a standing record answers to; the first record to claim a key keeps it.
    A column that the file says nothing of (None) is left as it is.
    """

    def __init__(self, act: Act, kind: Kind, keys_of: Callable[[OwnedRecord], list[Key]]) -> None:
        self.act = act
        self.kind = kind
        self.counts: Counter[str] = Counter()
        self._records: dict[UUID, OwnedRecord] = {}
        self._by_key: dict[Key, UUID] = {}
        self._seen: set[UUID] = set()
        for record in attach_terms(list(records_of(kind))):
            self._records[record.pk] = record
            for key in keys_of(record):
                self._by_key.setdefault(key, record.pk)

    def find(self, *keys: Key) -> UUID | None:
        """Return the record of the first key that is known."""
        return next((self._by_key[key] for key in keys if key in self._by_key), None)

    def put(self, keys: list[Key], values: Mapping[str, Value], *, known: UUID | None = None) -> UUID:
        """Create or change the record of the first known key (or ``known``) and return its id."""
        record_id = known or self.find(*keys)
        filled = {name: value for name, value in values.items() if value is not None}
        if record_id is None:
            record = self.act.create(self.kind, filled)
            self._records[record.pk] = record
            self.counts["created"] += 1
        else:
            record = self._records[record_id]
            changed = self.act.change(self.kind, record, filled)
            if record_id not in self._seen:
                self.counts["changed" if changed else "unchanged"] += 1
        self._seen.add(record.pk)
        for key in keys:
            self._by_key.setdefault(key, record.pk)
        return record.pk

    def record(self, record_id: UUID) -> OwnedRecord:
        """Return a record as this act leaves it."""
        return self._records[record_id]
