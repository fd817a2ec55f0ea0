"""Reads the cells of a plan's sheets: figures exactly as a spreadsheet shows them, words in three languages, days.

What cannot be read is told with its cell and never guessed. Not for which cells there are (``sheet_rows``).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Context, Decimal
from enum import StrEnum
from typing import Final, TypeVar

from seutu.core.figures import Certain, Qualifier, read_amount, read_date
from seutu.core.figures.qualifiers import take_qualifier
from seutu.core.figures.relations import Place, Term, plain
from seutu.core.funding.plan_words import COST_MODELS
from seutu.core.funding.plans import HIGHEST_FIGURE, CostModel
from seutu.core.problems import Problem
from seutu.core.text import LANGUAGES, Language, Text
from seutu.sources.plans import sheet_messages as say
from seutu.sources.plans.sheet_form import BLANK, NONE
from seutu.sources.plans.sheet_rows import Cell, keys_of
from seutu.sources.tables import CellValue, header_key

MOST_DECIMALS: Final = 12
SHOWN: Final = Context(prec=15)
_BINARY: Final = range(16, 18)
_RATE: Final = re.compile(r"flat[ _]rate(?:[ _]([0-9]+(?:[.,][0-9]+)?) ?%?)?")

Code = TypeVar("Code", bound=StrEnum)


def as_shown(value: Decimal) -> Decimal:
    """Return the figure that a spreadsheet shows of a stored one: 314943.0 is 314943, 0.30000000000000004 is 0.3.

    Only a figure of 16 or 17 digits is changed: nobody typed it, it is what a calculation left of a binary number, and
    a spreadsheet shows 15 digits. Zeros after the point stay, as 80.00, but for a single one.
    """
    digits = len(value.normalize(Context(prec=60)).as_tuple().digits)
    shown = value.normalize(SHOWN) if digits in _BINARY and digits == len(value.as_tuple().digits) else value
    text = format(shown, "f")
    whole, _, fraction = text.partition(".")
    return Decimal(whole if fraction == "0" else text)


@dataclass(slots=True)
class CellReader:
    """Reads cells of one sheet, and gathers what is wrong with them."""

    document: str
    language: Language
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, cell: Cell, message: Text, **facts: object) -> None:
        """Keep a problem of a cell."""
        self.problems.append(cell.problem(message, **facts))

    def figure(self, cell: Cell | None, label: str, unit: str) -> Term | None:
        """Return the figure of a cell: None where it is empty, a blank term where it is marked as left empty."""
        if cell is None or cell.is_empty:
            return None
        place = Place(document=self.document, sheet=cell.sheet, cell=cell.name, text=str(cell.value)[:80])
        value, qualifier = self._number(cell, unit)
        return Term(Text.same(label), value, unit, qualifier, place=place)

    def amount(self, cell: Cell | None, label: str, unit: str) -> Term:
        """Return the figure of a cell that every row has: an empty one is left blank."""
        return self.figure(cell, label, unit) or Term(Text.same(label), None, unit)

    def years(self, cells: Mapping[str, Cell], unit: str) -> Mapping[str, Term]:
        """Return the figures by year: none where all are empty, blank where one is, without those marked as none."""
        if all(cell.is_empty for cell in cells.values()):
            return {}
        there = {year: cell for year, cell in cells.items() if not is_marked(cell.value, NONE)}
        return {year: self.amount(cell, year, unit) for year, cell in there.items()}

    def _number(self, cell: Cell, unit: str) -> tuple[Decimal | None, Qualifier]:
        value = cell.value
        if is_marked(value, BLANK):
            return None, Qualifier.EXACT
        if isinstance(value, str):
            return self._approximate(cell, value, unit)
        if isinstance(value, bool) or not isinstance(value, Decimal):
            self.wrong(cell, say.NO_FIGURE)
            return None, Qualifier.EXACT
        return self._sound(cell, as_shown(value)), Qualifier.EXACT

    def _approximate(self, cell: Cell, text: str, unit: str) -> tuple[Decimal | None, Qualifier]:
        """Read a figure that is no exact one and so stands as text: noin 651 200 €."""
        qualifier, _, _ = take_qualifier(text.strip())
        reading = read_amount(text, language=self.language, unit=unit)
        if qualifier is Qualifier.EXACT or not isinstance(reading, Certain):
            self.wrong(cell, say.TEXT_FOR_FIGURE)
            return None, Qualifier.EXACT
        return self._sound(cell, reading.value.value), reading.value.qualifier

    def _sound(self, cell: Cell, number: Decimal) -> Decimal | None:
        exponent = number.as_tuple().exponent
        if number < 0:
            self.wrong(cell, say.NEGATIVE)
        elif number > HIGHEST_FIGURE:
            self.wrong(cell, say.ABSURD)
        elif isinstance(exponent, int) and -exponent > MOST_DECIMALS:
            self.wrong(cell, say.TOO_FINE, most=MOST_DECIMALS)
        else:
            return number
        return None

    def text(self, cell: Cell | None) -> str:
        """Return the text of a cell; a number is the text it is shown as."""
        if cell is None or cell.value is None:
            return ""
        if isinstance(cell.value, Decimal):
            return plain(as_shown(cell.value)) or ""
        if not isinstance(cell.value, str):
            self.wrong(cell, say.NO_TEXT)
            return ""
        return cell.value.strip()

    def code(self, cell: Cell | None, words: Mapping[Code, Text]) -> Code | None:
        """Return the code of a cell, written as itself or as its word in any language."""
        if cell is None:
            return None
        written = header_key(str(cell.value)) if isinstance(cell.value, str) else ""
        found = next((code for code, word in words.items() if written in keys_of(word) | {code.value}), None)
        if found is None:
            self.wrong(cell, say.NO_CODE if cell.is_empty else say.NO_WORD, known=_listed(words))
        return found

    def model(self, cell: Cell | None) -> CostModel | None:
        """Return the cost model of a cell: ``Flat rate 40 %``, ``flat_rate_40`` or ``Kertakorvaus``."""
        if cell is None or cell.is_empty:
            return None
        written = header_key(self.text(cell))
        rated = _RATE.fullmatch(written)
        if rated:
            return CostModel("flat_rate", Decimal(rated[1].replace(",", ".")) if rated[1] else None)
        found = next((name for name, word in COST_MODELS.items() if written in keys_of(word) | {name}), None)
        if found is None:
            self.wrong(cell, say.NO_WORD, known=_listed({**COST_MODELS, "flat_rate": Text.same("Flat rate 40 %")}))
        return CostModel(found) if found else None

    def day(self, cell: Cell | None) -> date | None:
        """Return the day of a cell, written as a date or as text."""
        if cell is None or cell.is_empty:
            return None
        value = cell.value
        if isinstance(value, datetime):
            value = value.date() if value.time() == time() else None
        elif isinstance(value, str):
            value = _day_of(value)
        if isinstance(value, date):
            return value
        self.wrong(cell, say.NO_DAY)
        return None


def _day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        reading = read_date(text)
        return reading.value.day if isinstance(reading, Certain) and reading.value.clock is None else None


def is_marked(value: CellValue, mark: Text) -> bool:
    """Return whether a cell holds a mark, in any language."""
    return isinstance(value, str) and header_key(value) in keys_of(mark)


def _listed(words: Mapping[Code, Text] | Mapping[str, Text]) -> Text:
    return Text(**{each: ", ".join(word.in_language(each) for word in words.values()) for each in LANGUAGES})
