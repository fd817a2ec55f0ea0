"""Search over every kind of record: how many of each hold the words, the first of them, and where the words stand.

Not for the filters of one list (queries.filtered).
"""

from dataclasses import dataclass

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.queries import matching, records_of
from seutu.apps.records.sheets.kinds import Kind, kinds
from seutu.apps.records.terms import attach_terms
from seutu.core.names import fold_name

AROUND = 60


@dataclass(frozen=True, slots=True)
class Hits:
    """The records of one kind that hold every word: how many, and the first of them."""

    kind: Kind
    total: int
    records: list[OwnedRecord]


@dataclass(frozen=True, slots=True)
class Snippet:
    """The piece of a record's text where a searched word stands."""

    before: str
    match: str
    after: str


def hits_by_kind(text: str, *, personal: bool, limit: int = 8) -> list[Hits]:
    """Return the kinds with records that hold every word; those of personal data only where ``personal``."""
    if not fold_name(text):
        return []
    found = []
    for kind in kinds():
        if kind.personal and not personal:
            continue
        matches = matching(records_of(kind), text)
        first = list(matches[: limit + 1])
        if first:
            total = matches.count() if len(first) > limit else len(first)
            found.append(Hits(kind, total, list(attach_terms(first[:limit]))))
    return found


def snippet_of(kind: Kind, record: OwnedRecord, text: str) -> Snippet | None:
    """Return where the first searched word stands outside the record's title; None when it stands in the title only."""
    words = fold_name(text).split()
    for column in kind.columns:
        if not column.searchable or column.name == record.title_field:
            continue
        value = column.take(record)
        said = "; ".join(value) if isinstance(value, tuple) else str(value or "")
        for word in words:
            if found := _around(said, word):
                return found
    return None


def _around(said: str, word: str) -> Snippet | None:
    """Return the place of a folded word in a text; folding may change lengths, so the words are compared one by one."""
    pieces = said.split()
    for number, piece in enumerate(pieces):
        if word in fold_name(piece):
            before, after = " ".join(pieces[:number]), " ".join(pieces[number + 1 :])
            return Snippet(_end(before), piece, _start(after))
    return None


def _end(text: str) -> str:
    return text if len(text) <= AROUND else "…" + text[-AROUND:].partition(" ")[2]


def _start(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + "…"
