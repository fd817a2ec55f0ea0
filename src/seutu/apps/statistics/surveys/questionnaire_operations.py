"""Writing a survey's questionnaire: the draft, guarded against two editors, and its publishing as a kept version."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.models import Snapshot
from seutu.apps.records.recording import recording
from seutu.apps.records.snapshots import keep_version
from seutu.apps.statistics.kinds.surveys import SURVEYS
from seutu.apps.statistics.models import Survey
from seutu.apps.statistics.subjects import QUESTIONNAIRES
from seutu.apps.statistics.surveys.exceptions import StaleQuestionnaireError
from seutu.apps.statistics.surveys.forms import FORM
from seutu.apps.statistics.surveys.queries import published_forms
from seutu.core.problems import InputProblem
from seutu.core.surveys.questionnaire import Questionnaire, plain_questionnaire
from seutu.core.surveys.questionnaire_reading import faults_of, read_questionnaire


def save_draft(survey: Survey, questionnaire: Questionnaire, *, edited: int, by: User | None, at: datetime) -> Survey:
    """Save the draft; raises StaleQuestionnaireError when it is no longer as its editor saw it (``edited``)."""
    with recording(Operation.CHANGE, by=by, at=at) as act:
        held: Survey = Survey.objects.select_for_update().get(pk=survey.pk)
        if held.edited != edited:
            raise StaleQuestionnaireError
        plain = plain_questionnaire(questionnaire)
        if plain == held.questionnaire:
            return held
        values = {
            "name": [held.name, held.name],
            "count": [str(len(held.questionnaire.get("questions", []))), str(len(questionnaire.questions))],
            "digest": [_digest(held.questionnaire), _digest(plain)],
        }
        act.note(QUESTIONNAIRES, held.pk, Change.CHANGED, values)
        held.questionnaire, held.edited = plain, held.edited + 1
        held.save(update_fields=["questionnaire", "edited"])
    return held


def _digest(plain: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()


def publish(survey: Survey, *, name: str, by: User | None, at: datetime) -> Snapshot:
    """Keep the draft as the next published questionnaire, which never changes; the same draft is published once.

    Raises InputProblem with everything that is missing or wrong.
    """
    questionnaire = read_questionnaire(survey.questionnaire)
    faults = faults_of(questionnaire)
    if faults:
        raise InputProblem(*faults)
    plain = plain_questionnaire(questionnaire)
    last: Snapshot | None = published_forms(survey).first()
    if last is not None and last.content == plain:
        return last
    return keep_version(SURVEYS, survey, plain, form=FORM, name=name, by=by, at=at)
