import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from seutu.reporting.tables import CsvForm, TableColumn, TableContent, write_csv

COLUMNS = (
    TableColumn("id", "Id", "identifier"),
    TableColumn("name", "Nimi"),
    TableColumn("share", "Osuus", "percentage", unit="%"),
    TableColumn("day", "Pvm", "date"),
    TableColumn("on", "Käytössä", "boolean"),
    TableColumn("tags", "Teemat", "list"),
)
ROW = (3, 'Ä; "b", c\nd', Decimal("12.50"), date(2026, 3, 1), True, ("metalli", "puu; ict"))


def write(form: CsvForm, *rows: tuple[object, ...]) -> bytes:
    stream = io.BytesIO()
    write_csv(TableContent("T", COLUMNS, rows), stream, form=form, language="fi")
    assert not stream.closed
    return stream.getvalue()


def test_the_machine_form() -> None:
    assert write("machine", ROW, (4, None, 0.1, None, False, ())).decode() == (
        'Id,Nimi,Osuus (%),Pvm,Käytössä,Teemat\n3,"Ä; ""b"", c\nd",12.50,2026-03-01,true,metalli; puu\\; ict\n'.replace(
            "metalli; puu\\; ict", '"metalli; puu\\; ict"'
        )
        + "4,,0.1,,false,\n"
    )


def test_the_excel_form() -> None:
    written = write("excel", ROW)
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig") == (
        'Id;Nimi;Osuus (%);Pvm;Käytössä;Teemat\r\n3;"Ä; ""b"", c\nd";12,50;1.3.2026;kyllä;"metalli; puu\\; ict"\r\n'
    )


@pytest.mark.parametrize(
    ("value", "machine", "excel"),
    [
        (1e22, "10000000000000000000000", "10000000000000000000000"),
        (1e-7, "0.0000001", "0,0000001"),
        (0.1 + 0.2, "0.30000000000000004", "0,30000000000000004"),
        (Decimal("1E+3"), "1000", "1000"),
        (Decimal("-0.00"), "0", "0"),
        (-5, "-5", "-5"),
        (float("nan"), "", ""),
        (datetime(2026, 3, 1, 9, 5, tzinfo=UTC), "2026-03-01T09:05:00+00:00", "1.3.2026 9:05"),
        (datetime(2026, 3, 1, 9, 5, 7), "2026-03-01T09:05:07", "1.3.2026 9:05:07"),  # noqa: DTZ001
    ],
)
def test_figures_and_times(value: object, machine: str, excel: str) -> None:
    row = (1, None, value, None, None, None)
    assert write("machine", row).decode().splitlines()[1] == f"1,,{machine},,,"
    assert write("excel", row).decode("utf-8-sig").splitlines()[1] == f"1;;{excel};;;"


def test_what_a_csv_cannot_hold_is_told_with_its_place() -> None:
    content = TableContent("T", COLUMNS, [(1, "a\0b\ud800", float("inf"), None, None, None)])
    notes = write_csv(content, io.BytesIO(), form="machine", language="fi")
    assert [(note.line, note.column) for note in notes] == [(2, "Nimi"), (2, "Osuus (%)")]
