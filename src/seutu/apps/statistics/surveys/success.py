"""A wave's figure beside an index of the workspace: which towns do well in statistics, in the survey, in both.

Not for the mathematics (``core.surveys.soft_and_hard``).
"""

from dataclasses import dataclass
from datetime import date

from seutu.apps.statistics.index_queries import design_of, worked_out
from seutu.apps.statistics.models import CompositeIndex
from seutu.apps.statistics.surveys.results import WaveAnswers, observed, results_of
from seutu.apps.statistics.surveys.weighting import Weighting
from seutu.core.surveys.fourfold import Placed
from seutu.core.surveys.grouping import Floats
from seutu.core.surveys.measures import Measure
from seutu.core.surveys.soft_and_hard import soft_and_hard
from seutu.core.surveys.wave_results import ALL, NOT_TOLD
from seutu.core.text import Language


@dataclass(frozen=True)
class Success:
    """The towns placed, both their figures, in the same order; towns that lack one; towns whose answers are hidden."""

    placed: tuple[Placed, ...]
    places: Floats
    figures: Floats
    lacking: tuple[str, ...]
    hidden: tuple[str, ...]


def success_of(
    found: WaveAnswers, measure: Measure, weighting: Weighting, index: CompositeIndex, language: Language, *, at: date
) -> Success:
    """Return the towns by an index and a figure. Raises InputProblem where the index or the survey has no figures."""
    table = results_of(found, measure, weighting)
    rows = [row for row in table.rows if row not in {ALL, NOT_TOLD}]
    hidden = [row for row in rows if table.cells[row, ALL].hidden]
    worked = worked_out(index, design_of(index), language, at=at)
    trial = worked.trial
    told = observed(found, measure, weighting)
    placed, lacking, places, figures = soft_and_hard(
        told, hidden, trial.uncertainty.units, trial.uncertainty.scores, trial.index.top
    )
    lacking = tuple(each for each in lacking if each != NOT_TOLD)
    return Success(tuple(placed), places, figures, lacking, tuple(hidden))
