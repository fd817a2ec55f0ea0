"""What the surveys of a workspace tell of towns, for their profiles and reports: the newest closed wave of each.

An open wave tells nothing here: a report would be a look at answers that are still coming. Not for a wave's page.
"""

from collections.abc import Sequence
from datetime import date

from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.comparing import change_of, wave_pair
from seutu.apps.statistics.surveys.forms import NoFormError
from seutu.apps.statistics.surveys.queries import wave_is_over
from seutu.apps.statistics.surveys.results import WaveAnswers, answers_of_wave, results_of, weighting_of
from seutu.core.surveys.measures import Measure, MeasureKind, measures_of
from seutu.core.surveys.town_sentences import TownSurvey, town_change, town_figure
from seutu.core.surveys.wave_results import ALL
from seutu.core.surveys.waves import Changes
from seutu.core.text import Language, Text


def surveys_by_place(wanted: Sequence[str], language: Language, *, on: date) -> dict[str, list[TownSurvey]]:
    """Return what the newest wave of each survey that is over tells of each town that it asks about, with the change.

    Only figures of matrices whose rows are the wave's towns; a town whose every figure is hidden has nothing.
    """
    found: dict[str, list[TownSurvey]] = {place: [] for place in wanted}
    for waves in _waves_over(on):
        newest = waves[-1]
        if not set(newest.towns).intersection(found):
            continue
        try:
            answers = answers_of_wave(newest)
        except NoFormError:
            continue
        title = f"{newest.survey.name}, {newest.name}"
        for town, said in _sentences(waves, answers, language).items():
            if town in found:
                found[town].append(TownSurvey(title, tuple(said), str(newest.survey_id), str(newest.pk)))
    return found


def _waves_over(on: date) -> list[list[SurveyWave]]:
    """Return the waves of each survey that take no more answers, oldest first."""
    kept = SurveyWave.objects.filter(
        trashed_at__isnull=True, form_number__isnull=False, survey__trashed_at__isnull=True
    )
    by_survey: dict[object, list[SurveyWave]] = {}
    for wave in kept.select_related("survey").order_by("survey__name", "opens", "name"):
        if wave_is_over(wave, on=on):
            by_survey.setdefault(wave.survey_id, []).append(wave)
    return list(by_survey.values())


def _sentences(waves: Sequence[SurveyWave], answers: WaveAnswers, language: Language) -> dict[str, list[Text]]:
    weighting, said = weighting_of(answers), dict[str, list[Text]]()
    of_towns = [each for each in measures_of(answers.questionnaire) if each.question.items_of_wave]
    for measure in (each for each in of_towns if each.kind is not MeasureKind.TOP):
        table = results_of(answers, measure, weighting)
        told = _change(waves, measure, language)
        for town in table.rows:
            cell = table.cells[town, ALL]
            if cell.hidden or not cell.count:
                continue
            said.setdefault(town, []).append(town_figure(measure, cell))
            change = town_change(measure, told, town, waves[-2].name) if told else None
            said[town] += [change] if change else []
    return said


def _change(waves: Sequence[SurveyWave], measure: Measure, language: Language) -> Changes | None:
    """Return the changes since the wave before, None where there is none or the figure cannot be compared."""
    if len(waves) < 2:  # noqa: PLR2004 - a change has two ends
        return None
    try:
        pair = wave_pair(waves[-2], waves[-1], language)
    except NoFormError:
        return None
    if not pair.first.answers or measure.key not in {each.key for each in pair.measures}:
        return None
    return change_of(pair, measure, ranked=False).changes
