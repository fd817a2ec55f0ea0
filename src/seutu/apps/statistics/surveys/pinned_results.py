"""The results of a wave kept when its answers go: every table with its small cells hidden, and nothing of a respondent.

Not for the answers' own results (``results``) or for when answers go (``retention_operations``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import numpy as np

from seutu.apps.accounts.models import User
from seutu.apps.records.models import Snapshot
from seutu.apps.records.snapshots import keep_version, versions_of
from seutu.apps.statistics.kinds.waves import SURVEY_WAVES
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.forms import NoFormError, form_of
from seutu.apps.statistics.surveys.results import BY_TOWN, answers_of_wave, results_of, weighting_of
from seutu.apps.statistics.surveys.weighting import Weighting
from seutu.core.surveys.grouping import Floats
from seutu.core.surveys.measures import Measure, measures_of
from seutu.core.surveys.pinned_tables import plain_table, read_table
from seutu.core.surveys.questionnaire import Questionnaire
from seutu.core.surveys.wave_results import ResultTable
from seutu.core.text import Text

FORM: Final = "results"
OWN_WEIGHTS: Final = ""
TOWN_WEIGHTS: Final = "town"
NO_WEIGHTS: Final[Floats] = np.zeros(0)
"""Weights of respondents are not kept with the tables that were made by them."""


@dataclass(frozen=True)
class PinnedResults:
    """The kept results of a wave whose answers are gone."""

    questionnaire: Questionnaire
    kept_at: datetime
    content: Mapping[str, Any]

    @property
    def group_names(self) -> dict[str, Text]:
        """Return the respondent groups by code."""
        return {code: Text(**said) for code, said in self.content["groups"].items()}

    @property
    def town_names(self) -> dict[str, Text]:
        """Return the respondents' municipalities by code."""
        return {code: Text(**said) for code, said in self.content["towns"].items()}

    def row_names(self, measure: Measure) -> dict[str, Text]:
        """Return the rows of a figure's table: a matrix's own, else the respondents' municipalities."""
        return {row.code: row.text for row in measure.rows} or self.town_names

    def table_of(self, measure: Measure, *, by_town: bool) -> tuple[ResultTable, Weighting]:
        """Return the kept table of a figure and of its weights, the wave's own where no others were known."""
        held = self.content["weights"]
        kept = held.get(TOWN_WEIGHTS if by_town else OWN_WEIGHTS, held[OWN_WEIGHTS])
        return read_table(kept["tables"][measure.key]), Weighting(NO_WEIGHTS, Text(**kept["said"]))


def pin_results(wave: SurveyWave, *, by: User | None, at: datetime) -> Snapshot | None:
    """Keep every table of a wave's results; None where it has no questionnaire, answers or figures."""
    try:
        found = answers_of_wave(wave)
    except NoFormError:
        return None
    every = measures_of(found.questionnaire)
    if not found.answers or not every:
        return None
    weights = {}
    for name in (OWN_WEIGHTS, TOWN_WEIGHTS):
        weighting = weighting_of(found, by_town=name == TOWN_WEIGHTS)
        if name == OWN_WEIGHTS or weighting.said == BY_TOWN:
            tables = {each.key: plain_table(results_of(found, each, weighting)) for each in every}
            weights[name] = {"said": weighting.said.as_dict(), "tables": tables}
    content = {
        "groups": {code: name.as_dict() for code, name in found.group_names.items()},
        "towns": {code: name.as_dict() for code, name in found.town_names.items()},
        "weights": weights,
    }
    return keep_version(SURVEY_WAVES, wave, content, form=FORM, name=wave.name, by=by, at=at)


def pinned_results(wave: SurveyWave) -> PinnedResults | None:
    """Return the results that were kept of a wave last, or None."""
    kept = versions_of(SURVEY_WAVES, wave.pk, form=FORM).first()
    if kept is None:
        return None
    return PinnedResults(form_of(wave), kept.at, kept.content)
