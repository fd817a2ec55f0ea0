"""Numbers and intervals of an index in words, and the names of its choices. Not for whole tables (``index_tables``)."""

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from seutu.core.figures import write_number, write_percentage
from seutu.core.indices.recipe_words import IMPUTATIONS, MEANS, SCALINGS
from seutu.core.indices.recipes import Imputation, Mean, Scaling
from seutu.core.indices.trials import MEAN_CHOICE, MISSING_CHOICE, SCALE_CHOICE
from seutu.core.statistics.index_sentences import write_ranks
from seutu.core.text import Language, Text
from seutu.reporting.indices.usual_choices import CHOICE_NAMES

DASH: Final = "–"
_VALUES: Final[Mapping[str, Mapping[str, Text]]] = {
    SCALE_CHOICE: {each.value: SCALINGS[each] for each in Scaling},
    MEAN_CHOICE: {each.value: MEANS[each] for each in Mean},
    MISSING_CHOICE: {each.value: IMPUTATIONS[each] for each in Imputation},
}


def choice_name(choice: str, language: Language) -> str:
    """Return what a choice of the grid is called."""
    known = CHOICE_NAMES.get(choice)
    return choice if known is None else known.in_language(language)


def value_name(choice: str, value: str, language: Language) -> str:
    """Return what a value of a choice is called."""
    known = _VALUES.get(choice, {}).get(value)
    return value if known is None else known.in_language(language)


def number(value: float, language: Language, decimals: int = 1) -> str:
    """Return a figure rounded for reading; a dash where there is none."""
    if math.isnan(value):
        return DASH
    return write_number(Decimal(repr(float(value))), language, decimals=decimals)


def weight_text(value: float, language: Language) -> str:
    """Return a weight as it stands in its field: every digit that it has."""
    plain = Decimal(repr(value))
    whole = plain == plain.to_integral_value()
    return write_number(plain.quantize(Decimal(1)) if whole else plain, language)


def percentage(share: float, language: Language, decimals: int = 0) -> str:
    """Return a share as per cents."""
    return DASH if math.isnan(share) else write_percentage(Decimal(repr(share * 100)), language, decimals=decimals)


def interval(low: float, high: float, language: Language) -> str:
    """Return the ranks of an interval, widened to whole ranks."""
    return write_ranks(low, high, language)


def score_range(low: float, high: float, language: Language) -> str:
    """Return an interval of scores."""
    return DASH if math.isnan(low) or math.isnan(high) else f"{number(low, language)}–{number(high, language)}"


def shift(before: int, after: int, language: Language) -> str:
    """Return a move in words: how many ranks up or down."""
    steps = write_number(abs(after - before), language)
    return (_("up %(steps)s") if after < before else _("down %(steps)s")) % {"steps": steps}
