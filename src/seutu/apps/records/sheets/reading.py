"""Cells read as days and numbers through the figure readers; an ambiguous cell is refused with both readings."""

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from seutu.apps.records.sheets.columns import ColumnProblem, Reading, plain, said
from seutu.core.figures import Ambiguous, Certain, read_date, read_number
from seutu.core.text import Text
from seutu.sources.tables import CellValue

# SQLite keeps decimals as binary numbers of 15 sure digits.
MOST_DIGITS: Final = 15
# A number of more digits than this is not even written out.
LARGEST_EXPONENT: Final = 40
SHOWN: Final = 60


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


def read_decimal(
    cell: CellValue, reading: Reading, *, decimals: int, limits: tuple[Decimal | None, Decimal | None]
) -> Decimal:
    """Return the number of a number cell or of a written number; refuses what the database would round."""
    if isinstance(cell, Decimal):
        number = cell
    else:
        found = read_number(said(cell), language=reading.language)
        if not isinstance(found, Certain):
            raise ColumnProblem(found.question if isinstance(found, Ambiguous) else found.problem.message)
        number = found.value
    if not number.is_finite() or abs(number.adjusted()) > LARGEST_EXPONENT:
        raise ColumnProblem(_not_exact(str(cell), decimals))
    digits, places = _size(number)
    if digits > MOST_DIGITS or places > decimals:
        raise ColumnProblem(_not_exact(said(cell), decimals))
    minimum, maximum = limits
    if (minimum is not None and number < minimum) or (maximum is not None and number > maximum):
        raise ColumnProblem(
            Text(
                fi=f"Luku {number} ei ole sallituissa rajoissa ({minimum}–{maximum}). Tarkista luku.",
                sv=f"Talet {number} ligger utanför gränserna ({minimum}–{maximum}). Kontrollera talet.",
                en=f"The number {number} is outside its limits ({minimum}–{maximum}). Check the number.",
            )
        )
    return plain(number)


def _not_exact(written: str, decimals: int) -> Text:
    shown = written if len(written) <= SHOWN else written[:SHOWN] + "…"
    return Text(
        fi=f"Lukua {shown} ei voi tallentaa tarkasti: enintään {MOST_DIGITS} numeroa, joista {decimals} desimaaleja. "
        "Pyöristä se itse.",
        sv=f"Talet {shown} kan inte sparas exakt: högst {MOST_DIGITS} siffror, varav {decimals} decimaler. "
        "Avrunda det själv.",
        en=f"The number {shown} cannot be saved exactly: at most {MOST_DIGITS} digits, {decimals} of them decimals. "
        "Round it yourself.",
    )


def _size(number: Decimal) -> tuple[int, int]:
    """Return how many digits a number has in all, and how many of them stand after the point."""
    whole, _, rest = format(number.copy_abs(), "f").partition(".")
    rest = rest.rstrip("0")
    return len(whole.lstrip("0")) + len(rest), len(rest)
