"""Reading and writing of numbers, amounts, percentages, dates and periods in Finnish, Swedish and English.

What can be read in two ways is a question, never a guess. Not for relations between figures.
"""

from seutu.core.figures.amount_writing import write_amount
from seutu.core.figures.amounts import Amount, read_amount
from seutu.core.figures.date_writing import write_date, write_datetime, write_period
from seutu.core.figures.dates import DateFigure, read_date
from seutu.core.figures.number_writing import decimals_needed, write_number, write_percentage
from seutu.core.figures.numbers import read_number
from seutu.core.figures.percentages import read_percentage
from seutu.core.figures.period_reading import read_period
from seutu.core.figures.periods import Granularity, Period
from seutu.core.figures.qualifiers import ORIGIN_WORDS, QUALIFIER_WORDS, Origin, Qualifier
from seutu.core.figures.ranges import AmountRange, read_range
from seutu.core.figures.reading import Ambiguous, Certain, Reading, Unreadable, certain_value, map_reading
from seutu.core.figures.units import UnitScale, read_unit, unit_label

__all__ = [
    "ORIGIN_WORDS",
    "QUALIFIER_WORDS",
    "Ambiguous",
    "Amount",
    "AmountRange",
    "Certain",
    "DateFigure",
    "Granularity",
    "Origin",
    "Period",
    "Qualifier",
    "Reading",
    "UnitScale",
    "Unreadable",
    "certain_value",
    "decimals_needed",
    "map_reading",
    "read_amount",
    "read_date",
    "read_number",
    "read_percentage",
    "read_period",
    "read_range",
    "read_unit",
    "unit_label",
    "write_amount",
    "write_date",
    "write_datetime",
    "write_number",
    "write_percentage",
    "write_period",
]
