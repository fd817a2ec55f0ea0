"""Tables in running text: rows of a label and numbers, closed by a row of totals.

A table is found by its last row, whose label says that it is a total; the rows above it that end in numbers are its
rows. The columns are told apart by what adds up. Not for tables with cells (sheets), or for sums within sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from seutu.core.figures.number_columns import Cells, Columns, Unread, tell_apart
from seutu.core.figures.reading import Certain
from seutu.core.figures.relations import Place, Term
from seutu.core.figures.units import EUR, PERCENT, PERSON_MONTH, PERSON_YEAR, read_unit
from seutu.core.text import Text
from seutu.sources.documents.english_figures import in_plain_digits, is_english
from seutu.sources.documents.lines import Document, Line

TOTAL: Final = re.compile(
    r"\b(yhteensä|yht\.?|(?:väli|osa|del)?summa|subtotal|sammanlagt|totalt|total|in total|altogether)\b", re.IGNORECASE
)
NUMERIC: Final = "0123456789.,'’€%-–− \t\u00a0\u202f\u2009"
"""What the numbers at the end of a row are written with."""
SCALE: Final = re.compile(
    r"(?:^\s*|[(,–-]\s*|\b(?:luvut|summat|yksikkö|belopp|figures)\s+)"
    r"(?P<scale>1[\s.]?000(?:[\s.]?000)?\s*(?:€|eur\w*)|[kt]€|milj\.?\s*€|M€)\s*(?:[),]|$)",
    re.IGNORECASE,
)
"""What a heading counts in, set apart from its words: an amount of 31 000 € is none."""
OF_WHICH: Final = re.compile(r"^(?:siitä|josta|joista|varav|därav|of which)\b", re.IGNORECASE)
"""A row that tells a part of the row above it: it is in that already."""
MONEY_WORDS: Final = re.compile(
    r"€|\beur|budjet|kustann|rahoi|palk|henkilöst|osto|hankin|kulu|meno|tulo|tuot|avustu|maksu|vuokr|matka|"
    r"budget|kostnad|finans|lön|personal|köp|avgift|intäkt|cost|fund|salar|staff|purchas|fee|income",
    re.IGNORECASE,
)
OF_WORK: Final = re.compile(
    r"\b(?:htkk|hlötkk|htyökk|htv|hlötv|henkilötyö(?:kuukau|vuo)\w*|personmånad\w*|årsverk\w*|person.(?:month|year)s?)\b",
    re.IGNORECASE,
)
YEARS_OF_WORK: Final = re.compile(r"htv|hlötv|henkilötyövuo|årsverk|person.year", re.IGNORECASE)
OF_PIECES: Final = re.compile(r"\b(?:kpl|lkm|lukumäärä|määrä, kpl|antal|st|number of \w+|pcs)\b", re.IGNORECASE)
MONEY_SIGN: Final = re.compile(r"€|\beur", re.IGNORECASE)
SHARE_WORDS: Final = re.compile(r"%|\bosuu[sd]|\bandel|\bshare", re.IGNORECASE)
LAST_IS_SUM: Final = re.compile(r"(?:yhteensä|yht\.?|summa|sammanlagt|totalt|total)\s*[€%]?\s*$", re.IGNORECASE)
YEARS: Final = re.compile(r"(?:(?:19|20)\d\d\s+){2,}")
ABBREVIATED: Final = re.compile(r"\.\s")
"""The stop of an abbreviation that ends a label: Yht. 165 000."""
YEAR: Final = re.compile(r"(?:19|20)\d\d")
OWN_SHARE: Final = re.compile(r"\s*\d{1,3}(?:[.,]\d{1,4})?\s?%(?=\s+[\d–−-])")
"""A percentage between the words of a row and its numbers is one of its words: Flat rate 40 %  19 200  24 000."""
OWN_DAY: Final = re.compile(
    r"\s*(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)(?:\s?[–-]\s?(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d))?(?=\s)"
)
"""A day between the words of a row and its numbers is one of its words: 1. erä 30.6.2026  40 000."""
LAST_SHARE: Final = re.compile(r"(?<=[\d€])\s+\d{1,3}(?:[.,]\d{1,4})?\s?%\s*$")
NUMBERED: Final = re.compile(
    r"(?:liite|taulukko|kuva|sivu|luku|kohta|bilaga|tabell|figur|sida|annex|appendix|table|figure|page)"
    r"(?:\s+\d{1,4}\s*(?:/|of|av))?",
    re.IGNORECASE,
)
"""What is numbered in a document: an annex, a table, a page. Such a line is no row wherever it stands."""
TITLE: Final = re.compile(
    r"\b(?:kustannusarvio|talousarvio|budjetti|rahoitussuunnitelma|kostnadskalkyl|budget|finansieringsplan|"
    r"funding plan)$",
    re.IGNORECASE,
)
ORDINAL: Final = re.compile(r"\d{1,2}")
FARTHEST_HEADING: Final = 6
FEWEST_PARTS: Final = 2
HUNDRED: Final = Decimal(100)
MUCH: Final = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the document's word for it, its numbers as they stand, its line."""

    label: str
    numbers: str
    line: Line
    cells: tuple[Place, ...] = ()
    """Where each number stands, for a table whose cells are given."""


@dataclass(frozen=True, slots=True)
class RowTable:
    """A table as found. ``heading`` are the lines above it, nearest last; ``columns`` how it was told apart."""

    heading: tuple[Line, ...]
    rows: tuple[Row, ...]
    total: Row
    columns: Columns | Unread
    names: tuple[str, ...] = ()
    """What stands above each column, for a table whose cells are given."""

    @property
    def sums_by_row(self) -> bool:
        """Return whether the heading says that the last column is the sum of the others, as of years.

        Columns that are not years may each be a total of their own: then most rows must say so too, and without a
        heading all.
        """
        summed = [line for line in self.heading if LAST_IS_SUM.search(line.text)]
        if any(YEARS.search(line.text) for line in summed):
            return True
        agree = self._rows_that_add_up()
        most = sum(agree) * 2 > len(agree) if summed else all(agree)
        return sum(agree) > FEWEST_PARTS and most

    def _rows_that_add_up(self) -> list[bool]:
        """Return of each filled row, of three columns at least, whether it ends in the sum of the others."""
        if not isinstance(self.columns, Columns) or len(self.columns.total) <= FEWEST_PARTS:
            return []
        filled = [cells for cells in (*self.columns.rows, self.columns.total) if cells[-1] is not None]
        return [sum((cell or Decimal(0) for cell in cells[:-1]), Decimal(0)) == cells[-1] for cells in filled]

    @property
    def multiplier(self) -> int:
        """Return what the heading says that figures are counted in: 1000 under ``1 000 €``."""
        for line in reversed(self.heading):
            for part in SCALE.finditer(line.text):
                unit = read_unit(part["scale"])
                if isinstance(unit, Certain):
                    return unit.value.multiplier
        return 1


def row_of(line: Line) -> Row | None:
    """Return the row of a line that holds a word and ends in numbers; None for any other, and for a row of years."""
    label = line.text.rstrip(NUMERIC)
    numbers = line.text[len(label) :]
    if ABBREVIATED.match(numbers):
        numbers = numbers[1:]
    if label and (own := OWN_SHARE.match(numbers)):
        label, numbers = label + own[0], numbers[own.end() :]
    if label and (day := OWN_DAY.match(numbers)):
        label, numbers = label + day[0], numbers[day.end() :]
    is_apart = numbers[:1].isspace() or label.endswith(":")
    if not is_apart or not any(mark.isalpha() for mark in label) or not any(mark.isdigit() for mark in numbers):
        return None
    numbers = numbers.strip()
    years = numbers.split()
    if len(years) > 1 and all(YEAR.fullmatch(year) for year in years):
        return None
    return Row(label.strip(" :.…"), numbers, line)


def is_title(row: Row) -> bool:
    """Return whether a line that reads as a row is a title: Liite 2, Sivu 3 / 7, Kustannusarvio 1."""
    is_ordinal = ORDINAL.fullmatch(row.numbers) is not None
    return NUMBERED.fullmatch(row.label) is not None or (is_ordinal and TITLE.search(row.label) is not None)


def text_tables(document: Document) -> Iterator[RowTable]:
    """Yield the tables of the text of a document in order."""
    filled = [line for line in document.lines if line.text.strip()]
    english = is_english(document)
    for at, line in enumerate(filled):
        total = row_of(line)
        if total is None or not TOTAL.search(total.label):
            continue
        rows: list[Row] = []
        first, above = at, at - 1
        while above >= 0 and (row := row_of(filled[above])) is not None and not TOTAL.search(row.label):
            if not is_title(row):
                rows += [] if OF_WHICH.match(row.label) else [row]
                first = above
            above -= 1
        rows.reverse()
        if len(rows) > 1:
            heading = tuple(filled[max(0, first - FARTHEST_HEADING) : first])
            if not LAST_SHARE.search(total.numbers):
                rows = _with_own_shares(rows)
            numbers = [*(row.numbers for row in rows), total.numbers]
            *cells, last = (in_plain_digits(numbers) if english else None) or numbers
            yield RowTable(heading, tuple(rows), total, tell_apart(cells, last))


def _with_own_shares(rows: list[Row]) -> list[Row]:
    """Return the rows, the percentage at the end of each moved to its words: their total has none to be told beside."""
    ends = [LAST_SHARE.search(row.numbers) for row in rows]
    if not all(ends):
        return rows
    return [
        replace(row, label=f"{row.label} {end[0].strip()}", numbers=row.numbers[: end.start()].strip())
        for row, end in zip(rows, ends, strict=True)
        if end is not None
    ]


def column_terms(document: Document, table: RowTable, at: int) -> tuple[list[Term], Term]:
    """Return the figures of a column that was told apart, and its total. Percent where the heading or the total is one.

    Raises ``TypeError`` where the columns were not told apart.
    """
    if not isinstance(table.columns, Columns):
        raise TypeError("the columns were not told apart")
    unit = unit_of(table, table.columns.total, at)
    factor = 1 if unit == PERCENT else table.multiplier
    terms = [
        _term(document, row, cells[at], unit, factor, at)
        for row, cells in zip(table.rows, table.columns.rows, strict=True)
    ]
    return terms, _term(document, table.total, table.columns.total[at], unit, factor, at)


def unit_of(table: RowTable, total: Cells, at: int) -> str:
    """Return the unit of a column: percent when it adds up to a hundred at the end of the row and says so, else euros.

    A table none of whose words is of money has no unit, nor has a column that its name says to be of work or pieces.
    """
    name = table.names[at] if at < len(table.names) else ""
    if OF_WORK.search(name) and not MONEY_SIGN.search(name):
        return PERSON_YEAR if YEARS_OF_WORK.search(name) else PERSON_MONTH
    if OF_PIECES.search(name) and not MONEY_SIGN.search(name):
        return ""
    said = any(SHARE_WORDS.search(line.text) for line in table.heading) or all(
        row.line.text.rstrip().endswith("%") for row in table.rows
    )
    if total[at] == HUNDRED and at == len(total) - 1 and (said or _are_shares(table, at)):
        return PERCENT
    words = (*(line.text for line in table.heading), *(row.label for row in table.rows), table.total.label)
    return EUR if any(MONEY_WORDS.search(text) for text in words) or "€" in table.total.line.text else ""


def _are_shares(table: RowTable, at: int) -> bool:
    """Return whether a last column that adds up to about a hundred stands beside much greater figures."""
    cells = [row[at] for row in table.columns.rows] if isinstance(table.columns, Columns) else []
    beside = table.columns.total[0] if isinstance(table.columns, Columns) else None
    filled = [cell for cell in cells if cell is not None]
    return at > 0 and beside is not None and beside > MUCH and all(cell <= HUNDRED for cell in filled)


def _term(document: Document, row: Row, value: Decimal | None, unit: str, factor: int, at: int) -> Term:
    number = None if value is None else value * factor
    return Term(Text.same(row.label), number, unit, place=row.cells[at] if row.cells else document.place(row.line))
