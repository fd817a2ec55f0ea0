"""What a pinned round keeps of the columns of surveys, and those columns out of a round again.

Not for the rest of a round (``index_operations``, ``index_queries``).
"""

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from seutu.apps.statistics.index_surveys import survey_columns
from seutu.apps.statistics.index_units import IndexUnits
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem
from seutu.core.surveys.grouping import Floats
from seutu.core.surveys.resampling import SurveyFigures
from seutu.core.surveys.town_figures import covariances, normal_replicates

SURVEY: Final = "survey"


def survey_content(units: IndexUnits) -> dict[str, Any]:
    """Return what a round keeps of an index's surveys: the columns, what is told of them, covariances of each town.

    A town without a shown figure has none. Nothing where no column is of a survey.
    """
    survey = units.survey
    if survey is None:
        return {}
    spread = covariances(survey)
    return {
        SURVEY: {
            "columns": list(survey.questions),
            "remarks": {code: units.remarks[code].as_dict() for code in survey.questions},
            "covariances": {
                town: [[_text(value) for value in row] for row in spread[place]]
                for place, town in enumerate(survey.towns)
            },
        }
    }


def kept_survey(content: Mapping[str, Any], table: UnitTable) -> SurveyFigures | None:
    """Return the columns of surveys of a round with replicates; nothing where the round has none.

    Where the answers still stand and give the figures of the round to the last bit, the replicates are those of the
    answers; else they are normal ones of the covariances that were kept.
    """
    kept = content.get(SURVEY)
    if kept is None:
        return None
    codes = tuple(kept["columns"])
    values = np.column_stack([table.column(code) for code in codes])
    try:
        now = survey_columns(codes, table.units).figures
    except InputProblem:
        now = None
    if now is not None and np.array_equal(now.values, values, equal_nan=True):
        return now
    spread = np.array([_figures(kept["covariances"][unit]) for unit in table.units])
    errors = np.sqrt(np.diagonal(spread, axis1=1, axis2=2))
    counts = np.zeros(values.shape, dtype=np.int64)
    bare = np.empty((0, *values.shape))
    return normal_replicates(SurveyFigures(table.units, codes, values, errors, counts, bare), spread)


def _figures(rows: list[list[str]]) -> Floats:
    return np.array([[float(value or "nan") for value in row] for row in rows], dtype=np.float64)


def _text(value: float) -> str:
    return "" if math.isnan(value) else repr(float(value))
