"""Where a figure or a fact comes from: the note that every number of a picture opens to.

Not the record of an import or a download: those belong to ``sources`` and the register.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One source. Others refer to it by ``id`` (the ``source`` fields of points, evidence and actors).

    ``retrieved`` is the day the material was read (None: not known); ``licence`` is its short name ("CC BY 4.0").
    """

    id: str
    title: Text
    publisher: Text
    licence: str | None = None
    retrieved: date | None = None
    url: str | None = None


def source_named(sources: Iterable[SourceNote], source_id: str | None) -> SourceNote | None:
    """Return the source with ``source_id``; None when it is not among ``sources``."""
    return next((note for note in sources if note.id == source_id), None)
