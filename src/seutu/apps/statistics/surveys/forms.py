"""Published questionnaires as they are answered: read from kept versions, with the towns of the wave in them.

A published version never changes, so that what was read once is kept in the process. Not for drafts.
"""

from functools import lru_cache
from typing import Final
from uuid import UUID

from seutu.apps.records.models import Snapshot
from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.apps.statistics.models import SurveyWave
from seutu.core.places import Division
from seutu.core.surveys.questionnaire import Option, Questionnaire
from seutu.core.surveys.questionnaire_reading import read_questionnaire
from seutu.core.text import LANGUAGES, Text
from seutu.rules import places

FORM: Final = "questionnaire"


class NoFormError(Exception):
    """The wave has no published questionnaire."""


def form_of(wave: SurveyWave) -> Questionnaire:
    """Return the questionnaire that a wave is answered by; raises NoFormError. To be asked in its workspace."""
    if wave.form_number is None:
        raise NoFormError
    return published(wave.survey_id, int(wave.form_number), tuple(wave.towns))


@lru_cache(maxsize=64)
def published(survey_id: UUID, number: int, towns: tuple[str, ...]) -> Questionnaire:
    """Return one published questionnaire with the towns of a wave; raises NoFormError."""
    kept = Snapshot.objects.filter(kind="surveys", record_id=survey_id, form=FORM, number=number).first()
    if kept is None:
        raise NoFormError
    return read_questionnaire(kept.content).of_wave([Option(code, town_name(code)) for code in towns])


def town_name(code: str) -> Text:
    """Return the name of a municipality in every language."""
    return Text(**{language: municipality_name(code, language) for language in LANGUAGES})


@lru_cache(maxsize=1)
def towns_known() -> dict[str, Text]:
    """Return the municipalities that a respondent can live in, by code."""
    found = places.load().places(Division.MUNICIPALITY, places.NEWEST_DIVISION)
    return {place.code: place.name for place in found}
