"""Finds the records and municipalities that cells, fields and requests name."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from seutu.apps.records.sheets.columns import UNWRITABLE_CHARACTER, ColumnProblem
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.sheets.municipalities import municipality_code
from seutu.core.names import fold_name
from seutu.core.text import Text

SHORTEST_NEAR: Final = 3
MOST_NEAR: Final = 3
MOST_LOOKED_AT: Final = 30
LONGEST_TITLE: Final = 500


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text.strip())
    except ValueError:
        return None


class _Finder(ABC):
    """Finds records of the current workspace by title or id, and municipalities by name or code."""

    def __init__(self) -> None:
        self._municipalities: dict[str, str] = {}

    def record(self, kind: str, text: str) -> UUID:
        """Return the one record of a kind with this title or id; raises ColumnProblem."""
        known_id = _as_id(text)
        if known_id is not None and self._has_id(kind, known_id):
            return known_id
        key = fold_name(text)
        found = self._named(kind, key)
        if len(found) == 1:
            return found[0]
        if found:
            raise ColumnProblem(_many(kind, text, len(found)))
        near = self._near(kind, key) if len(key) >= SHORTEST_NEAR else []
        known = kind_named(kind).model.objects.filter(pk__in=near[:MOST_NEAR])
        raise ColumnProblem(_none(kind, text, sorted(record.title for record in known)))

    def municipality(self, text: str) -> str:
        """Return a municipality's code; raises ColumnProblem."""
        if text not in self._municipalities:
            self._municipalities[text] = municipality_code(text)
        return self._municipalities[text]

    @abstractmethod
    def _has_id(self, kind: str, record_id: UUID) -> bool: ...

    @abstractmethod
    def _named(self, kind: str, key: str) -> Sequence[UUID]: ...

    @abstractmethod
    def _near(self, kind: str, key: str) -> Sequence[UUID]:
        """Return those whose titles begin as the key does, or it as they do: "Konepaja" and "Konepaja Oy"."""


class RecordFinder(_Finder):
    """Finds what the cells of a file name: the titles of a kind are read once and kept for all its rows."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: dict[str, dict[str, list[UUID]]] = {}
        self._ids: dict[str, set[UUID]] = {}

    def added(self, kind: str, title: str, record_id: UUID) -> None:
        """Make a record known that this file brings along."""
        held = self._of(kind).setdefault(fold_name(title), [])
        self._ids[kind].add(record_id)
        if record_id not in held:
            held.append(record_id)

    def _has_id(self, kind: str, record_id: UUID) -> bool:
        self._of(kind)
        return record_id in self._ids[kind]

    def _named(self, kind: str, key: str) -> Sequence[UUID]:
        return self._of(kind).get(key, ())

    def _near(self, kind: str, key: str) -> Sequence[UUID]:
        return [
            ids[0]
            for title, ids in self._of(kind).items()
            if title.startswith(f"{key} ") or key.startswith(f"{title} ")
        ]

    def _of(self, kind: str) -> dict[str, list[UUID]]:
        if kind not in self._titles:
            titles: dict[str, list[UUID]] = {}
            for key, record_id in _standing(kind).values_list("title_key", "pk").iterator():
                titles.setdefault(key, []).append(record_id)
            self._titles[kind] = titles
            self._ids[kind] = {record_id for ids in titles.values() for record_id in ids}
        return self._titles[kind]


class SingleFinder(_Finder):
    """Finds what one form or request names: each text is asked for by itself, however many records there are."""

    def _has_id(self, kind: str, record_id: UUID) -> bool:
        return _standing(kind).filter(pk=record_id).exists()

    def _named(self, kind: str, key: str) -> Sequence[UUID]:
        if not _may_be_a_title(key):
            return ()
        return list(_standing(kind).filter(title_key=key).values_list("pk", flat=True))

    def _near(self, kind: str, key: str) -> Sequence[UUID]:
        if not _may_be_a_title(key):
            return ()
        beginnings = [key[:end] for end, letter in enumerate(key) if letter == " "]
        near = _standing(kind).filter(Q(title_key__startswith=f"{key} ") | Q(title_key__in=beginnings))
        return list(dict(near.values_list("title_key", "pk")[:MOST_LOOKED_AT]).values())


def _may_be_a_title(key: str) -> bool:
    """Return whether a database can be asked for the key: it takes neither every character nor every length."""
    return len(key) <= LONGEST_TITLE and not UNWRITABLE_CHARACTER.search(key)


def _standing(kind: str) -> QuerySet[Any]:
    records: QuerySet[Any] = kind_named(kind).model.objects.filter(trashed_at__isnull=True)
    return records


def _none(kind: str, text: str, near: list[str]) -> Text:
    shown, named = text[:80], kind_named(kind).plural
    if near:
        listed = ", ".join(f"”{title[:80]}”" for title in near)
        return Text(
            fi=f"”{shown}” ei löydy luettelosta {named.fi}. Siellä on {listed}. Kirjoita nimi samalla tavalla.",
            sv=f"”{shown}” finns inte i listan {named.sv}. Där finns {listed}. Skriv namnet på samma sätt.",
            en=f"“{shown}” is not in the list {named.en}. It has {listed}. Write the name in the same way.",
        )
    return Text(
        fi=f"”{shown}” ei löydy luettelosta {named.fi}. Tarkista nimi tai lisää se ensin.",
        sv=f"”{shown}” finns inte i listan {named.sv}. Kontrollera namnet eller lägg till det först.",
        en=f"“{shown}” is not in the list {named.en}. Check the name or add it first.",
    )


def _many(kind: str, text: str, count: int) -> Text:
    shown, named = text[:80], kind_named(kind).plural
    return Text(
        fi=f"”{shown}” sopii {count} riviin luettelossa {named.fi}. Käytä tunnusta (id).",
        sv=f"”{shown}” passar {count} rader i listan {named.sv}. Använd id.",
        en=f"“{shown}” fits {count} rows of the list {named.en}. Use the id.",
    )
