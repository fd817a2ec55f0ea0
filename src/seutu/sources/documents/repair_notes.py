"""Says that letters of a document were mended before it was read, so that nobody takes its text for the printed one.

Not for mending them (``readable``).
"""

from collections.abc import Iterator
from typing import Final

from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.text import Text
from seutu.sources.documents.lines import Document

REPAIRED: Final = Text(fi="Korjatut kirjaimet", sv="Rättade bokstäver", en="Mended letters")
TOLD: Final = Text(
    fi="Tekstin kirjaimet ovat rikkoutuneet {count} rivillä, ja ne korjattiin lukemista varten: ”{before}” luettiin "
    "”{after}”. Tiedostoa ei muutettu.",
    sv="Bokstäverna i texten har gått sönder på {count} rader och rättades för läsningen: ”{before}” lästes "
    "”{after}”. Filen ändrades inte.",
    en="The letters of the text are broken on {count} lines and were mended for reading: “{before}” was read "
    "“{after}”. The file was not changed.",
)
FEWEST: Final = 3
"""Lines: fewer are slips of writing as well as of the file."""
SHOWN: Final = 60


def repair_relations(given: Document, read: Document) -> Iterator[Relation]:
    """Yield one note where lines were mended; spaces and forms of the same letter are no damage."""
    changed = [
        (before, after)
        for before, after in zip(given.lines, read.lines, strict=False)
        if _letters(before.text) != _letters(after.text)
    ]
    if len(changed) < FEWEST:
        return
    terms = tuple(
        Term(REPAIRED, after.text.strip()[:SHOWN], place=given.place(before)) for before, after in changed[:1]
    )
    first, mended = (each.text.strip()[:SHOWN] for each in changed[0])
    message = TOLD.filled(count=len(changed), before=first, after=mended)
    yield Relation(Kind.LABEL, REPAIRED, terms, Status.NOT_CHECKABLE, Severity.NOTE, message)


def _letters(text: str) -> str:
    return "".join(mark for mark in text if mark.isalnum())
