"""Finds the records and municipalities that cells name. Titles of a kind are read once and kept for the whole file."""

from typing import Final
from uuid import UUID

from seutu.apps.records.sheets.columns import ColumnProblem
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.sheets.municipalities import municipality_code
from seutu.core.names import fold_name
from seutu.core.text import Text

SHORTEST_NEAR: Final = 3
MOST_NEAR: Final = 3


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text.strip())
    except ValueError:
        return None


class RecordFinder:
    """Finds records of the current workspace by title or id."""

    def __init__(self) -> None:
        self._titles: dict[str, dict[str, list[UUID]]] = {}
        self._ids: dict[str, set[UUID]] = {}
        self._municipalities: dict[str, str] = {}

    def record(self, kind: str, text: str) -> UUID:
        """Return the one record of a kind with this title or id; raises ColumnProblem."""
        titles = self._of(kind)
        known_id = _as_id(text)
        if known_id is not None and known_id in self._ids[kind]:
            return known_id
        found = titles.get(fold_name(text), [])
        if len(found) == 1:
            return found[0]
        raise ColumnProblem(_many(kind, text, len(found)) if found else _none(kind, text, self._near(kind, text)))

    def _near(self, kind: str, text: str) -> list[str]:
        """Return a few titles that begin as the text does, or the text as they do: "Konepaja" and "Konepaja Oy"."""
        key = fold_name(text)
        if len(key) < SHORTEST_NEAR:
            return []
        near = [
            ids for title, ids in self._of(kind).items() if title.startswith(f"{key} ") or key.startswith(f"{title} ")
        ]
        known = kind_named(kind).model.objects.filter(pk__in=[ids[0] for ids in near[:MOST_NEAR]])
        return sorted(record.title for record in known)

    def municipality(self, text: str) -> str:
        """Return a municipality's code; raises ColumnProblem."""
        if text not in self._municipalities:
            self._municipalities[text] = municipality_code(text)
        return self._municipalities[text]

    def added(self, kind: str, title: str, record_id: UUID) -> None:
        """Make a record known that this file brings along."""
        held = self._of(kind).setdefault(fold_name(title), [])
        self._ids[kind].add(record_id)
        if record_id not in held:
            held.append(record_id)

    def _of(self, kind: str) -> dict[str, list[UUID]]:
        if kind not in self._titles:
            titles: dict[str, list[UUID]] = {}
            records = kind_named(kind).model.objects.filter(trashed_at__isnull=True)
            for key, record_id in records.values_list("title_key", "pk").iterator():
                titles.setdefault(key, []).append(record_id)
            self._titles[kind] = titles
            self._ids[kind] = {record_id for ids in titles.values() for record_id in ids}
        return self._titles[kind]


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
