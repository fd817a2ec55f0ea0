"""The source record of a file that is brought in: made once, found again by its name."""

from datetime import date
from uuid import UUID

from seutu.apps.records.files.upserts import Upserts
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.recording import Act
from seutu.apps.records.sheets.kinds import kind_named


def _keys(record: OwnedRecord) -> list[str]:
    return [record.title_key]


def source_of(
    act: Act, *, name: str, publisher: str, licence: str, url: str | None = None, retrieved: date | None = None
) -> UUID:
    """Return the id of the workspace's source with this name, made when there is none."""
    from seutu.core.names import fold_name

    sources = Upserts(act, kind_named("sources"), _keys)
    known = sources.find(fold_name(name))
    if known is not None:
        return known
    values = {
        "name": name,
        "publisher": publisher,
        "licence": licence,
        "url": url,
        "retrieved": retrieved,
        "publicity": "public",
    }
    return sources.put([fold_name(name)], values)
