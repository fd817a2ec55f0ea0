"""Cells read as days and numbers through the figure readers; an ambiguous cell is refused with both readings."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from seutu.apps.records.sheets.columns import ColumnProblem, Reading, said
from seutu.core.figures import Ambiguous, Certain, read_date, read_number
from seutu.core.figures.number_writing import write_number
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.text import Language, Text
from seutu.sources.tables import CellValue

# SQLite keeps decimals as binary numbers of 15 sure digits.
MOST_DIGITS: Final = 15
# A number of more digits than this is not even written out.
LARGEST_EXPONENT: Final = 40
SHOWN: Final = 60
NUMBER_ENDS: Final = frozenset("0123456789 \u00a0\u202f")
"""What stands before a unit that is a number's own: with anything else the unit is another, as in k€."""
TOO_SMALL: Final = Text(
    fi="Luku {number} on liian pieni: sen on oltava vähintään {least}. Tarkista luku.",
    sv="Talet {number} är för litet: det ska vara minst {least}. Kontrollera talet.",
    en="The number {number} is too small: it must be at least {least}. Check the number.",
)
TOO_LARGE: Final = Text(
    fi="Luku {number} on liian suuri: sen on oltava enintään {most}. Tarkista luku.",
    sv="Talet {number} är för stort: det ska vara högst {most}. Kontrollera talet.",
    en="The number {number} is too large: it must be at most {most}. Check the number.",
)


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
    cell: CellValue,
    reading: Reading,
    *,
    decimals: int,
    limits: tuple[Decimal | None, Decimal | None],
    unit: Text | None = None,
) -> Decimal:
    """Return the number of a number cell or of a written number; refuses what the database would round.

    The column's own unit may stand after the number: 12,50 € is 12.5 in a column of euros, 12,50 k€ is refused.
    """
    if isinstance(cell, Decimal):
        number = cell
    else:
        found = read_number(_without(said(cell), unit, reading), language=reading.language)
        if not isinstance(found, Certain):
            raise ColumnProblem(found.question if isinstance(found, Ambiguous) else found.problem.message)
        number = found.value
    if not number.is_finite() or abs(number.adjusted()) > LARGEST_EXPONENT:
        raise ColumnProblem(_not_exact(str(cell), decimals))
    digits, places = _size(number)
    if digits > MOST_DIGITS or places > decimals:
        raise ColumnProblem(_not_exact(said(cell), decimals))
    minimum, maximum = limits
    if minimum is not None and number < minimum:
        raise ColumnProblem(TOO_SMALL.filled(number=_written(number), least=_written(minimum)))
    if maximum is not None and number > maximum:
        raise ColumnProblem(TOO_LARGE.filled(number=_written(number), most=_written(maximum)))
    return plain_number(number)


def _without(written: str, unit: Text | None, reading: Reading) -> str:
    if unit is None:
        return written
    bare = written.strip().removesuffix(unit.in_language(reading.language or "fi"))
    return bare if bare != written.strip() and bare[-1:] in NUMBER_ENDS else written


def _written(number: Decimal) -> Callable[[Language], str]:
    return lambda language: write_number(number, language)


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
