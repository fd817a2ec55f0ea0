"""The column of an actor's size: a class of size, or the number of people it has, read as the class it falls in.

Not for the number itself: that is a fact with a source and a year.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from seutu.apps.records.sheets.columns import ChoiceColumn, Column, ColumnProblem, Reading, Value, Variant, said
from seutu.core.figures import Certain, Qualifier, read_amount, read_range
from seutu.core.text import Language, Text
from seutu.sources.tables import CellValue

HEADCOUNT: Final = "headcount"
COUNTED: Final = (
    Variant(
        HEADCOUNT,
        Text(
            fi="koko henkilömäärän mukaan", sv="storlek enligt antalet anställda", en="size by the number of employees"
        ),
        synonyms=(
            "henkilöstö",
            "henkilöstömäärä",
            "henkilöstön määrä",
            "henkilömäärä",
            "henkilökunta",
            "henkilöä",
            "henkilöitä",
            "hlö",
            "hlöä",
            "hlöstö",
            "hlömäärä",
            "työntekijät",
            "työntekijöitä",
            "työntekijämäärä",
            "personal",
            "anställda",
            "antal anställda",
            "employees",
            "headcount",
            "number of employees",
            "staff",
        ),
    ),
)
LIMITS: Final = ((Decimal(10), "micro"), (Decimal(50), "small"), (Decimal(250), "medium"))
PEOPLE: Final = re.compile(
    r"\s*\b(?:hlöä?|henkilöä?|henkeä|henk|työntekijää?|anställda|personer|pers|people|employees)\.?$", re.IGNORECASE
)
NO_SIZE: Final = Text(
    fi="Tästä ei voi lukea henkilömäärää. Kirjoita luku, esimerkiksi 20, tai luokka: mikro, pieni, keskisuuri, suuri.",
    sv="Antalet anställda kan inte läsas här. Skriv ett tal, till exempel 20, eller en klass: mikro, litet, "
    "medelstort, stort.",
    en="The number of people cannot be read here. Write a number, for example 20, or a class: micro, small, medium, "
    "large.",
)
MANY_SIZES: Final = Text(
    fi="Henkilömäärä sopii useaan kokoluokkaan. Kirjoita tarkempi luku tai jätä solu tyhjäksi.",
    sv="Antalet passar flera storleksklasser. Skriv ett exaktare tal eller lämna cellen tom.",
    en="The number fits several classes of size. Write a more exact number or leave the cell empty.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SizeColumn(ChoiceColumn):
    """A class of size; when ``counted``, its cells may hold numbers of people: ``n. 20 hlö``, ``5–9``, ``250+``."""

    counted: bool = False

    def as_variant(self, code: str) -> Column:
        """Return the column that reads numbers of people."""
        del code
        return replace(self, counted=True)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the class; raises ColumnProblem when a number fits none or several."""
        if not self.counted:
            return ChoiceColumn.read(self, cell, reading)
        try:
            return ChoiceColumn.read(self, cell, reading)
        except ColumnProblem:
            return size_of(said(cell), reading.language)


def size_of(written: str, language: Language | None = None) -> str:
    """Return the class of size of a written number of people; raises ColumnProblem.

    A class has the people from its lower limit to below the next: under 10, 50, 250. "About 20" is read as 20; a range
    and "under", "over", "at most", "at least" must fall in one class.
    """
    text = PEOPLE.sub("", written.strip())
    text = f">={text[:-1]}" if text.endswith("+") else text
    low, high = _ends(text, language)
    if low < 0:
        raise ColumnProblem(NO_SIZE)
    first, last = _class_of(low), "large" if high is None else _class_of(high)
    if first != last:
        raise ColumnProblem(MANY_SIZES)
    return first


def _ends(text: str, language: Language | None) -> tuple[Decimal, Decimal | None]:
    """Return the least and the greatest number of people that a text means; no greatest is None."""
    between = read_range(text, language=language)
    if isinstance(between, Certain) and not between.value.low.unit:
        return between.value.low.value, between.value.high.value
    found = read_amount(text, language=language)
    if not isinstance(found, Certain) or found.value.unit:
        raise ColumnProblem(NO_SIZE)
    number, nobody = found.value.value, Decimal(0)
    return {
        Qualifier.UNDER: (nobody, number - 1),
        Qualifier.NEARLY: (nobody, number - 1),
        Qualifier.AT_MOST: (nobody, number),
        Qualifier.OVER: (number + 1, None),
        Qualifier.AT_LEAST: (number, None),
    }.get(found.value.qualifier, (number, number))


def _class_of(people: Decimal) -> str:
    return next((name for limit, name in LIMITS if people < limit), "large")
