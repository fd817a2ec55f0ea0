"""All tables of a document: those of its text, and those whose cells are given.

Not for how either is found.
"""

from collections.abc import Iterable, Iterator

from seutu.sources.documents.grid_tables import grid_tables
from seutu.sources.documents.lines import Document
from seutu.sources.documents.nesting import without_nested
from seutu.sources.documents.row_tables import RowTable, text_tables


def lines_of(found: Iterable[RowTable]) -> frozenset[int]:
    """Return the numbers of the lines that tables of the text take."""
    return frozenset(row.line.number for table in found for row in (*table.rows, table.total) if not row.cells)


def tables(document: Document) -> Iterator[RowTable]:
    """Yield the tables of a document in order."""
    for table in text_tables(document):
        yield without_nested(table)
    for grid in document.grids:
        for table in grid_tables(document, grid):
            yield without_nested(table)
