"""Saving how a wave is weighted: one entry of the activity log with the method and a digest of the plan."""

import hashlib
import json
from datetime import datetime

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.recording import recording
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.subjects import WEIGHTINGS
from seutu.apps.statistics.surveys.weighting import fitted_plan
from seutu.core.surveys.weighting_plan import WeightingPlan, plain_plan


def save_weighting(wave: SurveyWave, plan: WeightingPlan, *, by: User | None, at: datetime) -> SurveyWave:
    """Save the plan of a wave. Raises NoFormError, and InputProblem where the answers there are cannot meet it."""
    fitted_plan(wave, plan)
    plain = plain_plan(plan)
    with recording(Operation.CHANGE, by=by, at=at) as act:
        held: SurveyWave = SurveyWave.objects.select_for_update().get(pk=wave.pk)
        if plain == held.weighting:
            return held
        values = {
            "name": [held.name, held.name],
            "method": [held.weighting.get("method", "none"), plain.get("method", "none")],
            "digest": [_digest(held.weighting), _digest(plain)],
        }
        act.note(WEIGHTINGS, held.pk, Change.CHANGED, values)
        held.weighting = plain
        held.save(update_fields=["weighting"])
    return held


def _digest(plain: object) -> str:
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()
