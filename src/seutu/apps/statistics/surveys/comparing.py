"""Two waves of a survey side by side: the figures that can be compared, and one of them worked out.

Not for the mathematics (``core.surveys.wave_comparison``).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.results import UNKNOWN, WaveAnswers, answers_of_wave, observed, weighting_of
from seutu.core.places import UnknownPlace
from seutu.core.problems import Problem
from seutu.core.surveys.measures import Measure, measures_of
from seutu.core.surveys.paired import PairedChange, paired_change
from seutu.core.surveys.questionnaire import QuestionKind
from seutu.core.surveys.wave_comparison import Comparison, asked_of, compared
from seutu.core.surveys.wave_results import NOT_TOLD
from seutu.core.surveys.waves import question_changes
from seutu.core.text import Language, Text
from seutu.rules import places

OWN_CODE: Final = "own_code"
"""The code of the text question by which respondents pair their answers of two waves."""


@dataclass(frozen=True)
class WavePair:
    """The answers of an earlier and a later wave, the figures that both have alike, and why others are left out."""

    first: WaveAnswers
    second: WaveAnswers
    measures: tuple[Measure, ...]
    left_out: tuple[Problem, ...]
    at: date

    @property
    def weightings(self) -> tuple[Text, Text]:
        """Return what is told of the weights of each wave."""
        return weighting_of(self.first).said, weighting_of(self.second).said

    def names(self, measure: Measure) -> dict[str, Text]:
        """Return the names of the rows of a figure in both waves, and of what they are today."""
        before = next(each for each in measures_of(self.first.questionnaire) if each.key == measure.key)
        return self.first.row_names(before) | self.second.row_names(measure) | {NOT_TOLD: UNKNOWN}


def wave_pair(first: SurveyWave, second: SurveyWave, language: Language) -> WavePair:
    """Return two waves to compare; raises NoFormError."""
    before, now = answers_of_wave(first), answers_of_wave(second)
    comparable, told = question_changes(asked_of(before.questionnaire, language), asked_of(now.questionnaire, language))
    there = {each.key for each in measures_of(before.questionnaire)}
    measures = tuple(
        each for each in measures_of(now.questionnaire) if each.question.code in comparable and each.key in there
    )
    figured = {each.question.code for found in (before, now) for each in measures_of(found.questionnaire)}
    return WavePair(before, now, measures, tuple(each for each in told if each.column in figured), second.opens)


def change_of(pair: WavePair, measure: Measure, *, ranked: bool = True) -> Comparison:
    """Return the change of one figure, towns that have merged before the later wave brought to what they are in it."""
    before = next(each for each in measures_of(pair.first.questionnaire) if each.key == measure.key)
    told = observed(pair.first, before, weighting_of(pair.first))
    now = observed(pair.second, measure, weighting_of(pair.second))
    codes = {*told.rows.labels, *now.rows.labels}
    return compared(told, now, _successors(codes, pair.at), ranked=ranked)


def paired_of(pair: WavePair, measure: Measure) -> PairedChange | None:
    """Return the change of those who gave the same code of their own in both waves; None where no code is asked.

    Answers are not tied to links, so only a code that respondents make up themselves can pair them. Not weighted.
    """
    asked = [found.questionnaire.question(OWN_CODE) for found in (pair.first, pair.second)]
    if measure.rows or any(each is None or each.kind is not QuestionKind.TEXT for each in asked):
        return None
    return paired_change(*(_by_code(found, measure) for found in (pair.first, pair.second)))


def _by_code(found: WaveAnswers, measure: Measure) -> list[tuple[str, float]]:
    return [(str(each.get(OWN_CODE) or ""), measure.value_of(each)) for each in found.answers]


def _successors(codes: set[str], at: date) -> dict[str, str]:
    found, table = {}, places.load()
    for code in codes:
        try:
            found[code] = table.successor(code, at)
        except UnknownPlace:
            continue
    return {old: now for old, now in found.items() if old != now}
