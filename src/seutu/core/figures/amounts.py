"""Amounts: a value with its unit, qualifier and origin, and their reader.

Not for ranges (``ranges``), dates, or the words of units (``units``).
"""

from dataclasses import dataclass
from decimal import Decimal

from seutu.core.figures import questions
from seutu.core.figures.figure_parts import take_apart
from seutu.core.figures.numbers import reading_of
from seutu.core.figures.qualifiers import Origin, Qualifier
from seutu.core.figures.reading import Reading, map_reading, unreadable
from seutu.core.figures.units import unit_label
from seutu.core.text import Language, Text


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in its base unit: euros, never thousands of euros.

    ``unit`` is a code of ``units`` (``EUR``, ``%``, ``person_month`` …), another word as the source has it, or ``""``.
    """

    value: Decimal
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    origin: Origin = Origin.STATED


def read_amount(
    text: str, *, language: Language | None = None, unit: str | None = None, multiplier: int = 1
) -> Reading[Amount]:
    """Read an amount: ``629 996€``, ``~900 k€``, ``vajaa 180 000``, ``noin 651.200 euroa``, ``57 htkk``, ``yli 110``.

    ``unit`` is the unit of the column and is used when the text has none (without either it is ``""``); a text that has
    another one is unreadable. ``multiplier`` is that of the table (1000 under ``1 000 €``, see ``read_unit``); a text
    that itself has a unit or a multiplier is then asked. The value is in the base unit, unrounded, with origin stated.
    """
    figure = take_apart(text, language, unit=unit, multiplier=multiplier)
    if isinstance(figure, Text):
        return unreadable(text, figure)
    if unit and figure.unit is not None and figure.unit != unit:
        return unreadable(text, questions.other_unit(unit_label(figure.unit), unit_label(unit)))
    found, qualifier = figure.unit or unit or "", figure.qualifier
    return map_reading(reading_of(text, figure.values), lambda value: Amount(value, found, qualifier))
