"""The questions that the store answers, as Ibis expressions over tables that are named but not yet there.

What a question asks for goes along as small tables, so each question is put into the engine's language once. Not for
running them (``reader``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from seutu.core.statistics import Grain
from seutu.warehouse import formulas
from seutu.warehouse.engines import ibis, type_of_table

TEXT: Final = "string"
NUMBER: Final = "float64"
SCHEMAS: Final[Mapping[str, Mapping[str, str]]] = {
    "best": {name: NUMBER if name == "value" else TEXT for name in formulas.COLUMNS},
    "asked": {"indicator": TEXT},
    "parts": {"indicator": TEXT},
    "counts": {"indicator": TEXT},
    "places": {"place_kind": TEXT, "place": TEXT},
    "kinds": {"place_kind": TEXT},
    "periods": {"period": TEXT},
    "breakdowns": {"breakdown": TEXT},
    "members": {"place_kind": TEXT, "area": TEXT, "place": TEXT},
    "ratios": {"indicator": TEXT, "numerator": TEXT, "denominator": TEXT, "scale": NUMBER, "offset": NUMBER},
}


@dataclass(frozen=True, slots=True)
class FigurePlan:
    """Figures of single places.

    Given tables: ``asked``, ``parts``, ``ratios``, ``breakdowns`` and ``places`` (of ``every_place``: ``kinds``).
    """

    every_place: bool = False
    every_breakdown: bool = False
    with_rates: bool = True
    newest: bool = False
    grain: Grain | None = None

    def expression(self) -> type_of_table:
        """Return the question."""
        values = table("best").semi_join(table("parts"), "indicator")
        if self.every_place:
            values = values.semi_join(table("kinds"), "place_kind")
        else:
            values = values.semi_join(table("places"), ["place_kind", "place"])
        if not self.every_breakdown:
            values = values.semi_join(table("breakdowns"), "breakdown")
        if self.with_rates:
            values = formulas.completed(values, table("ratios"))
        values = values.semi_join(table("asked"), "indicator")
        if self.grain is not None:
            values = formulas.of_grain(values, self.grain)
        return formulas.newest(values) if self.newest else values


@dataclass(frozen=True, slots=True)
class AreaPlan:
    """Figures of areas. Given tables: ``parts``, ``counts``, ``ratios``, ``members``, ``periods``, ``breakdowns``."""

    every_breakdown: bool = False

    def expression(self) -> type_of_table:
        """Return the question."""
        values = table("best").semi_join(table("parts"), "indicator").semi_join(table("periods"), "period")
        if not self.every_breakdown:
            values = values.semi_join(table("breakdowns"), "breakdown")
        return formulas.of_areas(values, table("counts"), table("ratios"), table("members"))


Plan = FigurePlan | AreaPlan


def table(name: str) -> type_of_table:
    """Return a table that is there when the question is run."""
    return ibis().table(dict(SCHEMAS[name]), name=name)


@cache
def in_words_of(plan: Plan, dialect: str) -> str:
    """Return the question in an engine's language (``"duckdb"``, ``"pyspark"``)."""
    return str(ibis().to_sql(plan.expression(), dialect=dialect))
