"""Tables of money as blocks of a document and as sheets of a workbook; every figure as it is given.

Figures of one table have the same number of decimals, filled up with zeros so that the commas stand in line. Not for
what is in the tables (``core.funding.budget_tables``).
"""

from decimal import Decimal
from typing import Final

from seutu.core.figures import Amount, write_amount, write_number
from seutu.core.figures.relations import Term
from seutu.core.figures.units import EUR, PERCENT, unit_label
from seutu.core.funding.budget_tables import MoneyColumn, MoneyRow, MoneyTable, Rank
from seutu.core.text import Language
from seutu.reporting.documents import Column, Table
from seutu.reporting.tables import TableColumn, TableContent

COLUMNS_MOST: Final = 6
LABEL_ROOM: Final = 30.0
SHORTEST: Final = 9
THOUSANDS: Final = 3
NO_FIGURE: Final = "–"


def money_blocks(table: MoneyTable, language: Language, *, titled: bool = True) -> list[Table]:
    """Return the table; one of many columns as several, each with the labels of its rows."""
    places = range(len(table.columns))
    parts = [places[start : start + COLUMNS_MOST] for start in range(0, len(places), COLUMNS_MOST)]
    decimals = _decimals(table)
    title = table.title.in_language(language) if titled else ""
    return [_block(table, list(part), decimals, title, language) for part in parts]


def has_gaps(table: MoneyTable) -> bool:
    """Return whether a line lacks a figure or has one left blank, so that the signs for it must be explained."""
    figures = [figure for row in table.rows if row.rank is Rank.LINE for figure in row.figures]
    return any(figure is None or figure.is_blank for figure in figures)


def money_sheet(table: MoneyTable, language: Language) -> TableContent:
    """Return the table as a sheet, its figures as numbers."""
    kinds = {EUR: "amount", PERCENT: "percentage"}
    columns = [TableColumn("label", table.label.in_language(language), width=44)]
    columns += [
        TableColumn(
            str(place),
            column.heading.in_language(language),
            kinds.get(column.unit, "number"),  # type: ignore[arg-type]
            unit_label(column.unit).in_language(language),
        )
        for place, column in enumerate(table.columns)
    ]
    rows = [
        (row.label.in_language(language), *(_value(row, place, language) for place in range(len(table.columns))))
        for row in table.rows
    ]
    return TableContent(table.title.in_language(language), tuple(columns), rows)


def _value(row: MoneyRow, place: int, language: Language) -> Decimal | str | None:
    if row.rank is Rank.GROUP:
        return None
    figure = row.figures[place]
    if figure is None:
        return NO_FIGURE if row.rank is Rank.LINE else None
    if figure.is_blank:
        return None
    return figure.number if figure.is_exact else write_amount(figure.amount, language)


def _block(table: MoneyTable, places: list[int], decimals: int, title: str, language: Language) -> Table:
    rows = tuple(
        (row.label.in_language(language), *(_cell(row, place, table, decimals, language) for place in places))
        for row in table.rows
    )
    headings = [_heading(table.columns[place], language) for place in places]
    widths = [_room(heading, [row[at] for row in rows]) for at, heading in enumerate(headings, start=1)]
    columns = (
        Column(table.label.in_language(language), share=LABEL_ROOM),
        *(Column(heading, "right", width) for heading, width in zip(headings, widths, strict=True)),
    )
    strong = frozenset(at for at, row in enumerate(table.rows) if row.rank is not Rank.LINE)
    return Table(title, columns, rows, strong)


def _heading(column: MoneyColumn, language: Language) -> str:
    unit = "" if column.unit not in {EUR, PERCENT} else f"\u00a0{unit_label(column.unit).in_language(language)}"
    return column.heading.in_language(language) + unit


def _room(heading: str, cells: list[str]) -> float:
    """Return the letters that the longest word of a heading, or the longest cell, needs: words do not break."""
    return float(max(SHORTEST, *(len(word) for word in [*heading.split(" "), *cells])))


def _cell(row: MoneyRow, place: int, table: MoneyTable, decimals: int, language: Language) -> str:
    if row.rank is Rank.GROUP:
        return ""
    figure = row.figures[place]
    if figure is None:
        return NO_FIGURE if row.rank is Rank.LINE else ""
    if figure.is_blank:
        return ""
    if not figure.is_exact:
        return write_amount(Amount(figure.number, "", figure.qualifier), language)
    return write_number(figure.number, language, decimals=decimals if table.columns[place].unit == EUR else None)


def _decimals(table: MoneyTable) -> int:
    """Return the most decimals that an amount of the table has; three would read as thousands, so they are four."""
    amounts = [
        figure
        for row in table.rows
        for figure, column in zip(row.figures, table.columns, strict=False)
        if column.unit == EUR and figure is not None and not figure.is_blank
    ]
    most = max((_places(figure) for figure in amounts), default=0)
    return most + 1 if most == THOUSANDS else most


def _places(figure: Term) -> int:
    exponent = figure.number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
