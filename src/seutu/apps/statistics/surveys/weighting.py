"""The weights of a wave by the plan that its maker has chosen, and the population of the store that a plan may take.

Not for saving a plan (``weighting_operations``) or for the mathematics (``core.surveys``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.queries import warehouse
from seutu.apps.statistics.surveys.forms import form_of, towns_known
from seutu.apps.statistics.surveys.queries import responses_of
from seutu.core.problems import InputProblem
from seutu.core.statistics import Grain, UnknownIndicator
from seutu.core.surveys import weighting_plan_messages as say
from seutu.core.surveys.grouping import Floats, Ints
from seutu.core.surveys.questionnaire import DONT_KNOW, QuestionKind, Questionnaire
from seutu.core.surveys.respondents import Refit, Respondents
from seutu.core.surveys.wave_weights import NOT_TOLD, FittedWeights, checked_plan, fitted_weights
from seutu.core.surveys.weighting_plan import GROUP, TOWN, WeightingMethod, WeightingPlan, plan_of
from seutu.core.text import Text
from seutu.warehouse import Figure

EQUAL: Final = Text(
    fi="Jokaisella vastauksella on sama paino.",
    sv="Alla svar har samma vikt.",
    en="Every answer has the same weight.",
)
POPULATION: Final = "population"
BY_SEX: Final = ("paavo_women", "paavo_men")
BY_AGE: Final = "paavo_by_age"
Codes = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Weighting:
    """The respondents' weights, what a reader has to be told of them, and how they are fitted again in replicates."""

    weights: Floats
    said: Text
    refit: Refit | None = None

    def respondents(self, positions: Ints) -> Respondents:
        """Return the respondents of observations."""
        return Respondents(positions, len(self.weights), self.refit)


@dataclass(frozen=True, slots=True)
class StoreFigure:
    """A population of the store for the towns of the respondents: of one town, or of all in a class of age or sex."""

    label: Text
    code: str
    number: float
    years: tuple[str, ...]
    sources: tuple[str, ...]


def weighting_classes(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Return by what answers can be weighted, with the classes: towns, groups (any code) and each single choice."""
    single = {each.code: each.codes for each in questionnaire.questions if each.kind is QuestionKind.SINGLE}
    return {TOWN: tuple(towns_known()), GROUP: single.get(questionnaire.group_question or "", ()), **single}


def class_codes(
    plan: WeightingPlan, groups: Sequence[str], towns: Sequence[str], answers: Sequence[Mapping[str, Any]]
) -> Codes:
    """Return each respondent's class of every question of a plan, "-" where it is not known."""
    found: dict[str, Sequence[str]] = {}
    for name in plan.questions:
        if name == TOWN:
            found[name] = [each or NOT_TOLD for each in towns]
        elif name == GROUP:
            found[name] = [each or NOT_TOLD for each in groups]
        else:
            told = [str(each.get(name) or NOT_TOLD) for each in answers]
            found[name] = [NOT_TOLD if each == DONT_KNOW else each for each in told]
    return found


def fitted_plan(wave: SurveyWave, plan: WeightingPlan) -> FittedWeights | None:
    """Return the weights of a plan for the answers of a wave; None where there are no answers or no weighting.

    Raises NoFormError, and InputProblem with what the questionnaire has not and with classes that cannot be met.
    """
    checked_plan(plan, weighting_classes(form_of(wave)))
    codes = codes_of_wave(wave, plan)
    if plan.method is WeightingMethod.NONE or not any(codes.values()):
        return None
    return fitted_weights(plan, codes)


def codes_of_wave(wave: SurveyWave, plan: WeightingPlan) -> Codes:
    """Return the classes of a wave's respondents."""
    rows = list(responses_of(wave).values_list("respondent_group", "municipality", "answers"))
    return class_codes(plan, [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])


def planned_weighting(
    questionnaire: Questionnaire,
    plan: WeightingPlan,
    groups: Sequence[str],
    towns: Sequence[str],
    answers: Sequence[Mapping[str, Any]],
) -> Weighting:
    """Return the weights by a plan; equal ones where there is none or it cannot be met, which is told with the why."""
    equal = np.ones(len(answers))
    if plan.method is WeightingMethod.NONE or not len(equal):
        return Weighting(equal, EQUAL)
    try:
        checked_plan(plan, weighting_classes(questionnaire))
        found = fitted_weights(plan, class_codes(plan, groups, towns, answers))
    except InputProblem as problem:
        return Weighting(equal, say.PLAN_FAILED.filled(why=problem.problems[0].message))
    planned = say.PLANNED_CELLS if plan.method is WeightingMethod.CELLS else say.PLANNED_RAKING
    source = f" {plan.source.rstrip('.')}." if plan.source else ""
    head = planned.filled(names=", ".join(plan.targets), source=source)
    return Weighting(found.weights, _together(head, *found.said), found.refit)


def _together(*texts: Text) -> Text:
    return Text(
        fi=" ".join(each.fi for each in texts),
        sv=" ".join(each.sv for each in texts),
        en=" ".join(each.en for each in texts),
    )


def weighting_of_wave(wave: SurveyWave) -> Weighting:
    """Return the weights of a wave's answers in the order of ``responses_of``; raises NoFormError."""
    rows = list(responses_of(wave).values_list("respondent_group", "municipality", "answers"))
    groups, towns = [row[0] for row in rows], [row[1] for row in rows]
    return planned_weighting(form_of(wave), plan_of(wave.weighting), groups, towns, [row[2] for row in rows])


def populations_of_store(wave: SurveyWave) -> dict[str, list[StoreFigure]]:
    """Return what the store knows of the respondents' towns, with year and source: by town, by sex and by age.

    Classes of sex and age are summed over the towns, and are there only where the store has every town of them.
    """
    towns = sorted({*responses_of(wave).values_list("municipality", flat=True)} - {""})
    if not towns:
        return {}
    known, store = towns_known(), warehouse()
    by_town = [
        _store_figure(known.get(each.place, Text.same(each.place)), each.place, [each])
        for each in store.latest([POPULATION], towns, grain=Grain.YEAR)
        if each.value is not None
    ]
    found = {TOWN: by_town}
    try:
        by_sex = store.latest(list(BY_SEX), towns, grain=Grain.YEAR)
        by_age = store.latest([BY_AGE], towns, grain=Grain.YEAR, breakdown=None)
    except UnknownIndicator:
        return found
    found["sex"] = _summed({each: [one for one in by_sex if one.indicator.id == each] for each in BY_SEX}, len(towns))
    classes = sorted({each.breakdown for each in by_age if each.breakdown.startswith("age:")}, key=_first_age)
    parts = {each.partition(":")[2]: [one for one in by_age if one.breakdown == each] for each in classes}
    return found | {"age": _summed(parts, len(towns))}


def _summed(classes: Mapping[str, Sequence[Figure]], towns: int) -> list[StoreFigure]:
    found = []
    for name, figures in classes.items():
        told = [each for each in figures if each.value is not None]
        if len(told) == towns:
            label = told[0].indicator.label if name in BY_SEX else Text.same(name)
            found.append(_store_figure(label, name, told))
    return found


def _store_figure(label: Text, code: str, figures: Sequence[Figure]) -> StoreFigure:
    years = tuple(sorted({each.period or "" for each in figures}))
    sources = tuple(dict.fromkeys(source.name for each in figures for source in each.sources))
    return StoreFigure(label, code, sum(each.value or 0.0 for each in figures), years, sources)


def _first_age(breakdown: str) -> int:
    digits = "".join(letter if letter.isdigit() else " " for letter in breakdown).split()
    return int(digits[0]) if digits else 0
