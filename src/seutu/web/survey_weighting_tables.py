"""The tables of a wave's weighting: classes beside the population, what weights cost, populations of the store."""

from collections.abc import Sequence
from math import isnan
from typing import Any

from django.utils.translation import gettext as _

from seutu.apps.statistics.surveys.weighting import StoreFigure
from seutu.core.figures import write_number
from seutu.core.surveys.wave_weights import FEW, NOT_TOLD, ClassCount, FittedWeights
from seutu.core.surveys.weighting_plan import TOWN
from seutu.core.text import Language
from seutu.web.index_words import DASH, number
from seutu.web.survey_tables import Table


def classes_table(counted: Sequence[ClassCount], language: Language) -> Table:
    """Return the classes of every grouping: answers, their share, the population's share, and what to do."""
    numbers = [{"label": each, "kind": "number"} for each in (_("Answers"), _("Of answers"), _("Of the population"))]
    columns = [{"label": _("Class")}, {"label": _("Grouping")}, *numbers, {"label": _("Note"), "kind": "badge"}]
    rows = [{"cells": _class_cells(each, language)} for each in counted]
    return {
        "id": "classes-table",
        "caption": _("Classes"),
        "columns": columns,
        "rows": rows,
        "stack": True,
    }


def _class_cells(each: ClassCount, language: Language) -> list[dict[str, Any]]:
    of_population = DASH if isnan(each.share_of_population) else _percent(each.share_of_population, language)
    told = {"text": _note(each)}
    if each.is_empty or each.is_small:
        told |= {"tone": "alarm" if each.is_empty else "attention"}
    return [
        {"text": _("not known") if each.cell == NOT_TOLD else each.cell},
        {"text": each.grouping},
        {"text": write_number(each.answers, language)},
        {"text": _percent(each.share_of_answers, language)},
        {"text": of_population, "missing": of_population == DASH},
        told,
    ]


def _note(each: ClassCount) -> str:
    if each.cell == NOT_TOLD:
        return _("keeps its share of the answers")
    if each.is_empty:
        return _("empty: merge it with another class")
    if each.is_small:
        return _("fewer than %(few)s answers: merge it if you can") % {"few": FEW}
    return ""


def _percent(share: float, language: Language) -> str:
    return f"{number(share * 100, language)} %"


def costs(found: FittedWeights, language: Language) -> list[dict[str, str]]:
    """Return the range of the weights, the design effect, the effective number and how many were trimmed."""
    low, high = (number(float(each), language, 2) for each in (found.weights.min(), found.weights.max()))
    return [
        {"label": _("Weights, the mean being 1"), "text": f"{low}–{high}"},
        {"label": _("Design effect (Kish)"), "text": number(found.effect, language, 2)},
        {"label": _("Answers"), "text": write_number(len(found.weights), language)},
        {"label": _("Effective number of answers"), "text": write_number(round(found.effective), language)},
        {"label": _("Trimmed weights"), "text": write_number(found.trimmed, language)},
    ]


def store_table(name: str, figures: Sequence[StoreFigure], language: Language) -> Table:
    """Return populations of the store with their years; their source stands under the table."""
    titles = {
        TOWN: _("Population of the respondents’ municipalities"),
        "sex": _("The same municipalities by sex"),
        "age": _("The same municipalities by age"),
    }
    rows = [
        {
            "cells": [
                {"text": each.label.in_language(language), "note": each.code if name == TOWN else ""},
                {"text": write_number(round(each.number), language)},
                {"text": "–".join(dict.fromkeys((each.years[0], each.years[-1])))},
            ]
        }
        for each in figures
    ]
    columns = [{"label": _("Class")}, {"label": _("Population"), "kind": "number"}, {"label": _("Year")}]
    source = "; ".join(dict.fromkeys(source for each in figures for source in each.sources))
    return {
        "id": f"store-{name}-table",
        "caption": titles[name],
        "columns": columns,
        "rows": rows,
        "source": source,
        "stack": True,
    }


def store_source(figures: Sequence[StoreFigure]) -> str:
    """Return the sources and years of figures in a line."""
    sources = dict.fromkeys(source for each in figures for source in each.sources)
    years = dict.fromkeys(year for each in figures for year in each.years)
    return f"{', '.join(sources)} {', '.join(years)}".strip()
