"""Cells read as days and numbers through the figure readers; an ambiguous cell is refused with both readings."""

from datetime import date, datetime
from decimal import Decimal

from seutu.apps.records.sheets.columns import ColumnProblem, Reading, said
from seutu.core.figures import Ambiguous, Certain, read_date, read_number
from seutu.core.text import Text
from seutu.sources.tables import CellValue


def read_day(cell: CellValue, reading: Reading) -> date:
    """Return the day of a date cell or of a written date."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = read_date(said(cell), language=reading.language)
    if isinstance(found, Certain):
        return found.value.day
    raise ColumnProblem(found.question if isinstance(found, Ambiguous) else found.problem.message)


def read_decimal(cell: CellValue, reading: Reading, *, minimum: Decimal | None, maximum: Decimal | None) -> Decimal:
    """Return the number of a number cell or of a written number, between the limits."""
    if isinstance(cell, Decimal):
        number = cell
    else:
        found = read_number(said(cell), language=reading.language)
        if not isinstance(found, Certain):
            raise ColumnProblem(found.question if isinstance(found, Ambiguous) else found.problem.message)
        number = found.value
    if (minimum is not None and number < minimum) or (maximum is not None and number > maximum):
        raise ColumnProblem(
            Text(
                fi=f"Luku {number} ei ole sallituissa rajoissa ({minimum}–{maximum}). Tarkista luku.",
                sv=f"Talet {number} ligger utanför gränserna ({minimum}–{maximum}). Kontrollera talet.",
                en=f"The number {number} is outside its limits ({minimum}–{maximum}). Check the number.",
            )
        )
    return number
