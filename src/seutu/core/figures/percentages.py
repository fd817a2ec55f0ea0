"""Reader of exact percentages: 80 % is the number 80, not 0.8.

Not for percentages with a qualifier (``read_amount(text, unit="%")``) or ranges (``read_range``).
"""

from decimal import Decimal

from seutu.core.figures import questions
from seutu.core.figures.figure_parts import take_apart
from seutu.core.figures.numbers import reading_of
from seutu.core.figures.qualifiers import Qualifier
from seutu.core.figures.reading import Reading, unreadable
from seutu.core.figures.units import PERCENT, unit_label
from seutu.core.text import Language, Text


def read_percentage(text: str, *, language: Language | None = None) -> Reading[Decimal]:
    """Read a percentage with or without its sign: ``80 %``, ``18,9 %``, ``80,00``, ``105.0``, ``50 prosenttia``.

    Another unit, a qualifier or a range is unreadable here, with the reason: nothing said of the figure is dropped.
    """
    figure = take_apart(text, language, unit=PERCENT)
    if isinstance(figure, Text):
        return unreadable(text, figure)
    if figure.qualifier is not Qualifier.EXACT:
        return unreadable(text, questions.QUALIFIED)
    if figure.unit not in (None, PERCENT):
        return unreadable(text, questions.other_unit(unit_label(figure.unit or ""), unit_label(PERCENT)))
    return reading_of(text, figure.values)
