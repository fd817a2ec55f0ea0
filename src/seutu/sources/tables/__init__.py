"""Reading table files (csv, xlsx, xls, ods) safely: exact values with their places, or a clear refusal.

Not for what the values mean; importers read figures and dates from the texts with ``seutu.core.figures``.
"""

from seutu.sources.tables.cells import CellValue, MergedRange, TableFile, TableRow, TableSheet, column_letter
from seutu.sources.tables.delimited import DelimitedRow, read_delimited
from seutu.sources.tables.headers import FoundRow, FoundTable, Header, find_table, header_key
from seutu.sources.tables.limits import DEFAULT_LIMITS, Limits
from seutu.sources.tables.opening import open_tables
from seutu.sources.tables.text_marks import join_list, mark_text, split_list, unmark_text

__all__ = [
    "DEFAULT_LIMITS",
    "CellValue",
    "DelimitedRow",
    "FoundRow",
    "FoundTable",
    "Header",
    "Limits",
    "MergedRange",
    "TableFile",
    "TableRow",
    "TableSheet",
    "column_letter",
    "find_table",
    "header_key",
    "join_list",
    "mark_text",
    "open_tables",
    "read_delimited",
    "split_list",
    "unmark_text",
]
