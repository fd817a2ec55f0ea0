"""Reader of plain numbers: digits and multiplier words without unit or qualifier.

Not for amounts (``amounts``) or percentages (``percentages``). The table of what is certain and what is asked stands in
``numerals``; the rules of signs in ``figure_parts``.
"""

from decimal import Decimal

from seutu.core.figures import questions
from seutu.core.figures.figure_parts import take_apart
from seutu.core.figures.marks import tidy
from seutu.core.figures.number_writing import write_number
from seutu.core.figures.numerals import Values
from seutu.core.figures.qualifiers import Qualifier
from seutu.core.figures.reading import Ambiguous, Certain, Reading, unreadable
from seutu.core.figures.units import unit_label
from seutu.core.text import Language, Text


def read_number(text: str, *, language: Language | None = None, multiplier: int = 1) -> Reading[Decimal]:
    """Read one number; ``multiplier`` is that of its table (1000 under the heading ``1 000 €``).

    ``3 miljoonaa`` is 3 000 000; ``1,234`` is 1.234 in Finnish and Swedish, 1 234 in English and a question when the
    language is not known. A unit, a qualifier or a range is unreadable here, with the reason. Blank is not zero.
    """
    figure = take_apart(text, language, multiplier=multiplier)
    if isinstance(figure, Text):
        return unreadable(text, figure)
    if figure.qualifier is not Qualifier.EXACT:
        return unreadable(text, questions.QUALIFIED)
    if figure.unit is not None:
        return unreadable(text, questions.unit_not_wanted(unit_label(figure.unit)))
    return reading_of(text, figure.values)


def reading_of(text: str, values: Values) -> Reading[Decimal]:
    """Return the one value, or the question which of several is meant."""
    if len(values) == 1:
        return Certain(values[0])
    return Ambiguous(values, questions.which_number(tidy(text), [written(value) for value in values]))


def written(value: Decimal) -> Text:
    """Return a number as it is written in each language."""
    return Text(fi=write_number(value, "fi"), sv=write_number(value, "sv"), en=write_number(value, "en"))
