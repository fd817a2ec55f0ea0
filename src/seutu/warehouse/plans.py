"""The questions that the store answers, as Ibis expressions over tables that are named but not yet there.

What a question asks for goes along as small tables, so each question is put into the engine's language once. Not for
running them (``reader``).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from seutu.core.statistics import Grain
from seutu.warehouse import formulas
from seutu.warehouse.engines import ibis, type_of_table

KEPT: Final = "plans.json"
KEPT_DIALECT: Final = "duckdb"
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
    "cells": {"indicator": TEXT, "period": TEXT},
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


@dataclass(frozen=True, slots=True)
class CoveragePlan:
    """How many places of each kind have a value, by indicator and period.

    Given tables: ``asked``, ``parts``, ``ratios``.
    """

    def expression(self) -> type_of_table:
        """Return the question."""
        values = formulas.completed(table("best").semi_join(table("parts"), "indicator"), table("ratios"))
        return formulas.covered(values.semi_join(table("asked"), "indicator"))


@dataclass(frozen=True, slots=True)
class CellPlan:
    """The whole values of every place of a kind, each indicator in a period of its own.

    Given tables: ``parts``, ``ratios``, ``kinds``, ``cells``.
    """

    def expression(self) -> type_of_table:
        """Return the question."""
        values = table("best").semi_join(table("parts"), "indicator").semi_join(table("kinds"), "place_kind")
        values = values.filter(values.breakdown == "").semi_join(table("cells").select("period"), "period")
        values = formulas.completed(values, table("ratios"))
        wanted = values.filter(values.value.notnull()).semi_join(table("cells"), ["indicator", "period"])
        return wanted.select("indicator", "place", "value")


Plan = FigurePlan | AreaPlan | CoveragePlan | CellPlan


def table(name: str) -> type_of_table:
    """Return a table that is there when the question is run."""
    return ibis().table(dict(SCHEMAS[name]), name=name)


def every_plan() -> list[Plan]:
    """Return every question that the warehouse asks."""
    both = (False, True)
    newest: list[tuple[bool, Grain | None]] = [(False, None), (True, None), *((True, grain) for grain in Grain)]
    figures = [FigurePlan(place, part, *how) for place in both for part in both for how in newest]
    return [*figures, *(AreaPlan(part) for part in both), CoveragePlan(), CellPlan()]


@cache
def in_words_of(plan: Plan, dialect: str) -> str:
    """Return the question in an engine's language (``"duckdb"``, ``"pyspark"``).

    The default engine's words are kept beside this module, so that nobody waits for Ibis; a test holds them to the
    expressions.
    """
    kept = _kept().get(repr(plan)) if dialect == KEPT_DIALECT else None
    return kept or worded(plan, dialect)


def worded(plan: Plan, dialect: str) -> str:
    """Return the question as Ibis puts it."""
    return str(ibis().to_sql(plan.expression(), dialect=dialect))


@cache
def _kept() -> dict[str, str]:
    path = files("seutu.warehouse").joinpath(KEPT)
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}
