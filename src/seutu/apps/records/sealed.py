"""Querysets whose records are read from a kept version, for those who see what was handed in and nothing later.

Not for which records those are, nor what is kept of them: the models of the apps above say it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import Q

from seutu.apps.records.models import OwnedRecord

R = TypeVar("R", bound=OwnedRecord)
AT_ONCE = 500


class SealedQuerySet(models.QuerySet[R]):
    """Records that show the values of their last kept version. Whoever reads them does not save them.

    ``live`` tells which of them are read as they stand; the others are searched by what the version says, too.
    """

    live: ClassVar[Q] = Q(pk__in=())

    def seal(self, records: "Sequence[R]") -> None:
        """Give the records the values of their last versions."""
        raise NotImplementedError

    def holding(self, word: str) -> "models.QuerySet[R]":
        """Return the records whose searchable text, as it is shown, holds a folded word."""
        from seutu.apps.records.recording import search_text
        from seutu.apps.records.sheets.kinds import kind_of

        sealed = [each.pk for each in self.exclude(self.live) if word in search_text(kind_of(each), each)]
        return self.filter(Q(self.live, search_text__contains=word) | Q(pk__in=sealed))

    def iterator(self, chunk_size: int | None = None) -> Iterator[R]:
        """Yield the records sealed."""
        chunk: list[Any] = []
        for each in super().iterator(chunk_size=chunk_size or AT_ONCE):
            chunk.append(each)
            if len(chunk) == (chunk_size or AT_ONCE):
                yield from self._sealed(chunk)
                chunk = []
        yield from self._sealed(chunk)

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None
        super()._fetch_all()
        if fresh:
            self._sealed(list(self._result_cache or []))

    def _sealed(self, fetched: list[Any]) -> list[Any]:
        records: list[Any] = [
            each for each in fetched if isinstance(each, OwnedRecord)
        ]  # not values, where those are asked for
        if records:
            self.seal(records)
            _forget_unseen(records)
        return fetched


def put_kept(record: OwnedRecord, kept: Mapping[str, Any], names: Sequence[str] | None = None) -> None:
    """Give a record the kept values of these columns (None: of all); what the version does not tell of is blank."""
    from seutu.apps.records.sheets.kinds import kind_of

    for column in kind_of(record).kept:
        if names is None or column.name in names:
            column.put(record, column.recall(kept.get(column.name)))


def _forget_unseen(records: Sequence[OwnedRecord]) -> None:
    """Blank what a record may lack and what points to a record that is not there, or not for whoever reads."""
    from seutu.apps.records.sheets.kinds import kind_named, kind_of

    for column in kind_of(records[0]).references:
        wanted = {value for value in (column.take(each) for each in records) if value is not None}
        seen = set(kind_named(column.kind).model.objects.filter(pk__in=wanted).values_list("pk", flat=True))
        for each in records:
            if not column.required and column.take(each) not in seen | {None}:
                column.put(each, None)
