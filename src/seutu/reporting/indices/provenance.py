"""Where every figure of an index is from, as an annex of its audit and as a table. Not for reading the store.

The annex prints every cell of a small index; of a large one only those about which something has to be said.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from seutu.core.figures import write_number
from seutu.core.text import Language, Text
from seutu.reporting.documents import Align, Block, Column, Heading, Paragraph, Table
from seutu.reporting.tables import TableColumn, TableContent

MOST_PRINTED: Final = 900
DASH: Final = "–"
ANNEX: Final = Text(fi="Liite: lukujen alkuperä", sv="Bilaga: talens ursprung", en="Annex: where the figures are from")
EVERY: Final = Text(
    fi="Jokainen luku, sen vuosi, tila ja lähde. Lukuja on {count}.",
    sv="Varje tal med år, status och källa. Talen är {count}.",
    en="Every figure with its year, status and source. There are {count}.",
)
NOTED: Final = Text(
    fi="Lukuja on {count}. Tässä ovat ne {noted}, jotka puuttuvat, on salattu, täytetty tai käsitelty taikka joita "
    "kuntaliitos on muuttanut. Muut ovat lähteen julkaisemia tai sen luvuista laskettuja; kaikki ovat indeksin "
    "sivulla taulukkona.",
    sv="Talen är {count}. Här finns de {noted} som saknas, är dolda, ifyllda eller behandlade eller som en "
    "kommunsammanslagning har ändrat. De övriga är publicerade av källan eller beräknade ur dess tal; alla finns som "
    "tabell på indexets sida.",
    en="There are {count} figures. Here are the {noted} that are missing, suppressed, imputed or treated, or that a "
    "merger has changed. The others are as the source published them, or worked out of its figures; all are in a "
    "table on the page of the index.",
)
YES: Final = Text(fi="kyllä", sv="ja", en="yes")
NO: Final = Text(fi="ei", sv="nej", en="no")
UNIT: Final = Text(fi="Kunta", sv="Kommun", en="Municipality")
FIGURE: Final = Text(fi="Luku", sv="Tal", en="Figure")
STATUS: Final = Text(fi="Tila", sv="Status", en="Status")
USUAL: Final = Text(fi="Vuosi ja lähde: {origin}.", sv="År och källa: {origin}.", en="Year and source: {origin}.")
IMPUTED: Final = Text(fi="Täytetty", sv="Ifyllt", en="Imputed")
TREATED: Final = Text(fi="Käsitelty", sv="Behandlat", en="Treated")


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """One figure of an index: whose, of which year, how it stands, from where, and what the recipe did to it.

    ``is_noted`` where something is to be said of it besides what the source published.
    """

    unit: str
    unit_name: str
    code: str
    indicator: str
    value: float
    year: str
    status: Text
    source: str
    licence: str
    is_imputed: bool
    is_treated: bool
    is_merged: bool = False

    @property
    def is_noted(self) -> bool:
        """Whether the annex of a large index prints it."""
        return self.is_imputed or self.is_treated or self.is_merged or math.isnan(self.value)


def annex(cells: Sequence[CellOrigin], language: Language) -> Iterator[Block]:
    """Yield the annex of an audit: an indicator after another, each with its year and source over its rows."""
    yield Heading(ANNEX.in_language(language))
    every = len(cells) <= MOST_PRINTED
    shown = list(cells) if every else [cell for cell in cells if cell.is_noted][:MOST_PRINTED]
    facts = {"count": len(cells), "noted": len(shown)}
    yield Paragraph((EVERY if every else NOTED).filled(**facts).in_language(language))
    for code in dict.fromkeys(cell.code for cell in shown):
        yield from _of_indicator([cell for cell in shown if cell.code == code], language)


def _of_indicator(cells: Sequence[CellOrigin], language: Language) -> Iterator[Block]:
    usual = Counter(_origin(cell) for cell in cells).most_common(1)[0][0]
    yield Heading(cells[0].indicator, 2)
    yield Paragraph(USUAL.filled(origin=usual).in_language(language))
    shares: tuple[tuple[Text, Align, float], ...] = (
        (UNIT, "left", 1.6),
        (FIGURE, "right", 1),
        (STATUS, "left", 4),
        (IMPUTED, "left", 0.9),
        (TREATED, "left", 0.9),
    )
    columns = tuple(Column(label.in_language(language), align, share) for label, align, share in shares)
    yield Table("", columns, tuple(_row(cell, usual, language) for cell in cells))


def _origin(cell: CellOrigin) -> str:
    return ", ".join(part for part in (cell.year, cell.source, cell.licence) if part)


def _row(cell: CellOrigin, usual: str, language: Language) -> tuple[str, ...]:
    """Return a row of the annex; an origin that is not the usual one stands beside the status."""
    value = DASH if math.isnan(cell.value) else write_number(Decimal(repr(cell.value)), language, decimals=2)
    status, origin = cell.status.in_language(language), _origin(cell)
    return (
        cell.unit_name,
        value,
        status if origin == usual else f"{status} ({origin})",
        (YES if cell.is_imputed else NO).in_language(language),
        (YES if cell.is_treated else NO).in_language(language),
    )


def provenance_table(cells: Sequence[CellOrigin], language: Language) -> TableContent:
    """Return every cell as a table that programs read; a missing figure is blank."""
    names = ("uCode", "uName", "iCode", "iName", "value", "year", "status", "source", "licence", "imputed", "treated")
    rows = [
        [
            cell.unit,
            cell.unit_name,
            cell.code,
            cell.indicator,
            None if math.isnan(cell.value) else cell.value,
            cell.year,
            cell.status.in_language(language),
            cell.source,
            cell.licence,
            cell.is_imputed,
            cell.is_treated,
        ]
        for cell in cells
    ]
    return TableContent("figures", tuple(TableColumn(name, name) for name in names), rows)
