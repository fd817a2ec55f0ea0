"""A trial with a survey that has no error is the trial of its choices, however the recipe comes by its weights."""

from dataclasses import replace

import numpy as np
import pytest

from seutu.core.surveys.joint_trials import tried_jointly
from tests.unit.core.surveys.test_joint import STATISTICS, STRUCTURE, TOLD, surveyed


@pytest.mark.parametrize("aggregate", [{}, {"weighting": {"method": "equal_indicators"}}])
def test_a_survey_without_error_adds_nothing_to_the_choices(aggregate: dict[str, object]) -> None:
    survey = surveyed(40)
    sure = replace(survey, replicates=np.repeat(survey.values[None], 40, axis=0))
    found = tried_jointly(STATISTICS, STRUCTURE, {**TOLD, "aggregate": aggregate}, sure)
    assert found.sampled is not None
    np.testing.assert_allclose(found.uncertainty.scores, found.sampled.choices.scores, atol=1e-9)
    assert np.nanstd(found.uncertainty.scores, axis=0).max() > 0.1
    np.testing.assert_allclose(found.sampled.scores, np.repeat(found.index.top[None], 40, axis=0), atol=1e-9)
