"""Writing tables as workbooks and csv files that import back exactly. Not for reports with running text."""

from seutu.reporting.tables.content import ColumnKind, Sum, TableColumn, TableContent
from seutu.reporting.tables.delimited import CsvForm, write_csv
from seutu.reporting.tables.workbook import write_workbook

__all__ = ["ColumnKind", "CsvForm", "Sum", "TableColumn", "TableContent", "write_csv", "write_workbook"]
