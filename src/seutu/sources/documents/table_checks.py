"""The relations that the tables of a text claim: every column adds up to its total, and every row where it says so.

Not for what a plan must meet beyond its tables (``core.funding.checks``).
"""

from collections.abc import Container, Iterable, Iterator
from decimal import Decimal
from typing import Final

from seutu.core.figures.number_columns import Columns, Unread
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, check_shares_sum, check_sum
from seutu.core.figures.units import PERCENT
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.row_tables import RowTable, column_terms
from seutu.sources.documents.suspects import suspects_of

READINGS: Final = {
    Unread.SEVERAL_WAYS: Text(
        fi="{label}: taulukon luvut voi lukea usealla tavalla, joten sitä ei tarkistettu. Erota sarakkeet toisistaan.",
        sv="{label}: tabellens tal kan läsas på flera sätt, så den kontrollerades inte. Skilj kolumnerna åt.",
        en="{label}: the figures of the table can be read in several ways, so it was not checked. Part the columns.",
    ),
    Unread.NO_WAY: Text(
        fi="{label}: taulukon lukuja ei saa luettua sarakkeiksi, jotka täsmäisivät. Rivi voi olla katkennut tai "
        "numeroita puuttua.",
        sv="{label}: tabellens tal går inte att läsa som kolumner som stämmer. En rad kan vara avklippt eller siffror "
        "saknas.",
        en="{label}: the figures of the table cannot be read as columns that add up. A row may be cut, or digits lost.",
    ),
    Unread.TOO_MANY_WAYS: Text(
        fi="{label}: taulukko on liian suuri luettavaksi tekstinä. Anna se Excel-tiedostona.",
        sv="{label}: tabellen är för stor för att läsas som text. Ge den som en Excel-fil.",
        en="{label}: the table is too large to be read as text. Give it as an Excel file.",
    ),
}


def table_relations(
    document: Document, found: Iterable[RowTable], proved: Container[tuple[int, int]] = ()
) -> Iterator[Relation]:
    """Yield the relations of every table of a document, column by column and then row by row.

    ``proved`` are columns that are proved elsewhere, by the line of the total and their position.
    """
    for table in found:
        if isinstance(table.columns, Unread):
            yield _unread(document, table, table.columns)
        else:
            yield from _of_columns(document, table, table.columns, proved)


def _of_columns(
    document: Document, table: RowTable, columns: Columns, proved: Container[tuple[int, int]]
) -> Iterator[Relation]:
    label = Text.same(table.total.label)
    read = [column_terms(document, table, at) for at in range(len(columns.total))]
    scale = Decimal(table.multiplier)
    suspects = suspects_of(read, sums_by_row=table.sums_by_row)
    for at, (parts, total) in enumerate(read):
        if (table.total.line.number, at) in proved:
            continue
        if total.unit == PERCENT:
            yield check_shares_sum(label, parts, total)
        else:
            yield check_sum(label, parts, total, unit_printed=scale, suspect=suspects.get(at))
    if table.sums_by_row and len(read) > 2:  # noqa: PLR2004 - two parts and their sum
        for at, row in enumerate(table.rows):
            cells = [parts[at] for parts, _ in read]
            if not cells[-1].is_blank and not any(cell in suspects.values() for cell in cells):
                yield check_sum(Text.same(row.label), cells[:-1], cells[-1], unit_printed=scale)
        totals = [total for _, total in read]
        if not any(total in suspects.values() for total in totals):
            yield check_sum(label, totals[:-1], totals[-1], unit_printed=scale)


def _unread(document: Document, table: RowTable, why: Unread) -> Relation:
    label = Text.same(table.total.label)
    terms = tuple(
        Term(Text.same(row.label), None, place=document.place(row.line)) for row in (*table.rows, table.total)
    )
    message = READINGS[why].filled(label=label)
    return Relation(Kind.SUM, label, terms, Status.NOT_CHECKABLE, Severity.WARNING, message)
