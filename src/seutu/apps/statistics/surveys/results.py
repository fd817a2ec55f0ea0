"""What the answers of a wave tell: answers read into arrays, weighted by the store's populations, and tabulated.

Not for how figures are worked out or hidden (``core.surveys``), or for who may see them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np

from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.queries import warehouse
from seutu.apps.statistics.surveys.forms import form_of, town_name
from seutu.apps.statistics.surveys.queries import responses_of
from seutu.apps.statistics.surveys.weighting import EQUAL, Weighting, planned_weighting
from seutu.core.problems import InputProblem
from seutu.core.statistics import Grain
from seutu.core.surveys.fourfold import Placed
from seutu.core.surveys.grouping import Groups
from seutu.core.surveys.measures import Measure
from seutu.core.surveys.questionnaire import Questionnaire
from seutu.core.surveys.raking import Margin
from seutu.core.surveys.respondents import refit_of
from seutu.core.surveys.wave_results import ALL, NOT_TOLD, Observations, ResultTable, four_fields, tabulated
from seutu.core.surveys.weighting import poststratified
from seutu.core.surveys.weighting_plan import UNWEIGHTED, WeightingPlan, plan_of
from seutu.core.text import Text

POPULATION: Final = "population"
BY_TOWN: Final = Text(
    fi="Vastaukset on painotettu vastaajien kuntien väkiluvulla (jälkiositus).",
    sv="Svaren är vägda med folkmängden i respondenternas kommuner (efterstratifiering).",
    en="Answers are weighted by the population of the respondents’ municipalities (post-stratification).",
)
NO_TOWN: Final = Text(
    fi="Painottaa ei voi: kaikkien vastaajien kunta ei ole tiedossa. Jokaisella vastauksella on sama paino.",
    sv="Svaren kan inte vägas: kommunen är inte känd för alla respondenter. Alla svar har samma vikt.",
    en="Answers cannot be weighted: the municipality of some respondents is not known. Every answer has the same "
    "weight.",
)
NO_PEOPLE: Final = Text(
    fi="Painottaa ei voi: tilastovarastossa ei ole väkilukua kunnista {towns}. Jokaisella vastauksella on sama paino.",
    sv="Svaren kan inte vägas: statistiklagret saknar folkmängden för {towns}. Alla svar har samma vikt.",
    en="Answers cannot be weighted: the store has no population of {towns}. Every answer has the same weight.",
)
UNKNOWN: Final = Text(fi="ei tiedossa", sv="okänd", en="not known")
TOTAL: Final = Text(fi="Kaikki", sv="Alla", en="All")


@dataclass(frozen=True)
class WaveAnswers:
    """The answers of a wave as they are stored, and the questionnaire that they are answers to."""

    questionnaire: Questionnaire
    groups: tuple[str, ...]
    towns: tuple[str, ...]
    answers: tuple[Mapping[str, Any], ...]
    plan: WeightingPlan = UNWEIGHTED

    @cached_property
    def group_names(self) -> dict[str, Text]:
        """Return the respondent groups that somebody is in, by code."""
        question = self.questionnaire.question(self.questionnaire.group_question or "")
        told = {option.code: option.text for option in question.options} if question else {}
        named = {code: told.get(code, Text.same(code)) for code in sorted({*self.groups} - {NOT_TOLD})}
        return named | ({NOT_TOLD: UNKNOWN} if NOT_TOLD in self.groups else {})

    @cached_property
    def town_names(self) -> dict[str, Text]:
        """Return the respondents' municipalities, by code."""
        return {code: town_name(code) for code in sorted({*self.towns} - {NOT_TOLD})} | (
            {NOT_TOLD: UNKNOWN} if NOT_TOLD in self.towns else {}
        )

    def row_names(self, measure: Measure) -> dict[str, Text]:
        """Return the rows of a figure's table: a matrix's own, else the respondents' municipalities."""
        return {row.code: row.text for row in measure.rows} or self.town_names


@dataclass(frozen=True)
class Fields:
    """Rows of two matrices in four fields; those not placed, ``hidden`` or ``missing``; both tables."""

    placed: tuple[Placed, ...]
    without: dict[str, str]
    first: ResultTable
    second: ResultTable

    @property
    def cuts(self) -> tuple[float, float]:
        """Return where the lines stand: the means of the rows placed."""
        tables = (self.first, self.second)
        one, two = (sum(t.cells[p.unit, ALL].value for p in self.placed) / len(self.placed) for t in tables)
        return one, two


def answers_of_wave(wave: SurveyWave) -> WaveAnswers:
    """Return the answers of a wave; raises NoFormError. One query besides the questionnaire's."""
    questionnaire = form_of(wave)
    rows = list(responses_of(wave).values_list("respondent_group", "municipality", "answers"))
    return WaveAnswers(
        questionnaire,
        tuple(group or NOT_TOLD for group, _, _ in rows),
        tuple(town or NOT_TOLD for _, town, _ in rows),
        tuple(answers for _, _, answers in rows),
        plan_of(wave.weighting),
    )


def weighting_of(found: WaveAnswers, *, by_town: bool = False, equal: bool = False) -> Weighting:
    """Return the weights that the wave's maker chose, and which they are; ``equal`` or ``by_town`` instead if asked.

    By town: the newest populations of the respondents' municipalities. Nothing is guessed: where one respondent's
    municipality or one population is not known, or the maker's plan cannot be met, weights are equal.
    """
    if by_town:
        return _by_town(found)
    if equal or not found.answers:
        return Weighting(np.ones(len(found.answers)), EQUAL)
    return planned_weighting(found.questionnaire, found.plan, found.groups, found.towns, found.answers)


def _by_town(found: WaveAnswers) -> Weighting:
    equal = np.ones(len(found.answers))
    if not len(equal):
        return Weighting(equal, EQUAL)
    if NOT_TOLD in found.towns:
        return Weighting(equal, NO_TOWN)
    population = _populations(tuple(found.town_names))
    lacking = [name for code, name in found.town_names.items() if code not in population]
    if lacking:
        return Weighting(
            equal, NO_PEOPLE.filled(towns=lambda language: ", ".join(t.in_language(language) for t in lacking))
        )
    cells = _grouped(found.towns, tuple(found.town_names))
    raw = poststratified(cells, population).weights
    return Weighting(raw / raw.mean(), BY_TOWN, refit_of([Margin(cells, population)]))


def _populations(towns: Sequence[str]) -> dict[str, float]:
    figures = warehouse().latest([POPULATION], towns, grain=Grain.YEAR)
    return {each.place: each.value for each in figures if each.value}


def results_of(found: WaveAnswers, measure: Measure, weighting: Weighting) -> ResultTable:
    """Return the table of one figure of a wave, its small cells hidden."""
    return tabulated(observed(found, measure, weighting))


def fields_of(found: WaveAnswers, first: Measure, second: Measure, weighting: Weighting) -> Fields | None:
    """Return the rows of two matrices in four fields; None where none can be placed.

    A row whose figure is hidden in either table is not placed.
    """
    one, two = (observed(found, each, weighting) for each in (first, second))
    tables = tabulated(one), tabulated(two)
    hidden = [row for row in one.rows.labels if any(table.cells[row, ALL].hidden for table in tables)]
    figures = {first.key: one.answers, second.key: two.answers}
    try:
        placed, without = four_fields(one.rows, one.weights, figures, hidden, respondents=one.respondents)
    except InputProblem:
        return None
    return Fields(tuple(placed), dict.fromkeys(hidden, "hidden") | dict.fromkeys(without, "missing"), *tables)


def observed(found: WaveAnswers, measure: Measure, weighting: Weighting) -> Observations:
    """Return an observation for each respondent, or for each respondent and row of a matrix."""
    groups = _grouped(found.groups, tuple(found.group_names))
    rows = [row.code for row in measure.rows]
    if not rows:
        answers = np.array([measure.value_of(each) for each in found.answers], dtype=np.float64)
        towns = _grouped(found.towns, tuple(found.town_names))
        who = weighting.respondents(np.arange(len(answers)))
        return Observations(towns, groups, weighting.weights, answers, measure.is_share, apart=True, respondents=who)
    count = len(found.answers)
    answers = np.array([measure.value_of(each, row) for row in rows for each in found.answers], dtype=np.float64)
    return Observations(
        Groups("", tuple(rows), np.repeat(np.arange(len(rows)), count)),
        Groups("", groups.labels, np.tile(groups.positions, len(rows))),
        np.tile(weighting.weights, len(rows)),
        answers,
        measure.is_share,
        apart=False,
        respondents=weighting.respondents(np.tile(np.arange(count), len(rows))),
    )


def _grouped(codes: Sequence[str], labels: tuple[str, ...]) -> Groups:
    places = {label: place for place, label in enumerate(labels)}
    return Groups("", labels, np.array([places[code] for code in codes], dtype=np.int64))
