"""Sheets of a workbook that hold exact numbers and plain texts.

Not for what stands in the cells (``workbook``).
"""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet


class ExactSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose numbers are the exact texts that it is given, and whose texts are never taken for markup."""

    def _xml_number_element(self, number: object, attributes: Sequence[tuple[str, object]] = ()) -> None:
        marks = "".join(f' {key}="{value}"' for key, value in attributes)
        self.fh.write(f"<c{marks}><v>{number}</v></c>")

    def _xml_rich_inline_string(self, string: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        self._xml_inline_string(string, preserve=True, attributes=attributes)


class ExactBook(Workbook):  # type: ignore[misc]
    """A workbook all of whose sheets are exact."""

    worksheet_class = ExactSheet
