"""Querysets whose records are read from a kept version, for those who see what was handed in and nothing later.

Not for which records those are, nor what is kept of them: the models of the apps above say it. Filters and orders of
what is shown are shown.py's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final, TypeVar

from django.db.models import prefetch_related_objects

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.shown import ShownQuerySet

R = TypeVar("R", bound=OwnedRecord)
AT_ONCE: Final = 500
STAMPED: Final = frozenset({"version", "changed_at", "title_key", "search_text"})
"""What every record has that tells of its last change: of a kept version, too."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a version tells of one record: its number, when it was kept, and the record's values in their JSON form."""

    number: int
    at: datetime
    values: Mapping[str, Any]


class SealedQuerySet(ShownQuerySet[R]):
    """Records that show the values of their last kept version. Whoever reads them does not save them."""

    def seal(self, records: "Sequence[R]") -> None:
        """Give the records the values of their last versions."""
        raise NotImplementedError

    def iterator(self, chunk_size: int | None = None) -> Iterator[R]:
        """Yield the records sealed, with what was asked for along with them."""
        size = chunk_size or AT_ONCE
        lookups = self._prefetch_related_lookups  # type: ignore[attr-defined]
        fetched = super(SealedQuerySet, self.prefetch_related(None)).iterator(chunk_size=size)
        while chunk := list(islice(fetched, size)):
            self._sealed(chunk)
            prefetch_related_objects(chunk, *lookups)
            yield from chunk

    def _fetch_all(self) -> None:
        if self._result_cache is None:  # sealed before Django fetches what the records point to
            rows: Any = self._iterable_class(self)
            self._result_cache = self._sealed(list(rows))
        super()._fetch_all()

    def _sealed(self, fetched: list[Any]) -> list[Any]:
        records: list[Any] = [
            each for each in fetched if isinstance(each, OwnedRecord)
        ]  # not values, where those are asked for
        if records:
            self.seal(records)
            _forget_unseen(records)
        return fetched


def put_kept(record: OwnedRecord, kept: Kept, names: Sequence[str] | None = None) -> None:
    """Give a record the kept values of these columns (None: of all); what the version does not tell of is blank.

    To whoever reads it, the record was last changed when the version was kept, and its version is the kept one's.
    """
    from seutu.apps.records.recording import title_key
    from seutu.apps.records.sheets.kinds import kind_of

    for column in kind_of(record).kept:
        if names is None or column.name in names:
            column.put(record, column.recall(kept.values.get(column.name)))
    record.version, record.changed_at = kept.number, kept.at
    record.title_key = title_key(record)


def _forget_unseen(records: Sequence[OwnedRecord]) -> None:
    """Blank what a record may lack and what points to a record that is not there, or not for whoever reads."""
    from seutu.apps.records.sheets.kinds import kind_named, kind_of

    for column in kind_of(records[0]).references:
        wanted = {value for value in (column.take(each) for each in records) if value is not None}
        seen = set(kind_named(column.kind).model.objects.filter(pk__in=wanted).values_list("pk", flat=True))
        for each in records:
            if not column.required and column.take(each) not in seen | {None}:
                column.put(each, None)
