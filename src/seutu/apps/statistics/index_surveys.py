"""The columns that an index takes of a survey's closed wave: which there are, their figures by town and their origin.

A column is named ``survey:WAVE:MEASURE`` in the structure of an index. Only waves of the workspace are looked at; a
town that the wave's results hide is missing here too. Not for the index made of them (``index_queries``).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

import numpy as np
from django.utils import timezone

from seutu.apps.records.queries import records_of
from seutu.apps.statistics import index_survey_messages as say
from seutu.apps.statistics.index_units import ENOUGH, Cell
from seutu.apps.statistics.kinds.waves import SURVEY_WAVES
from seutu.apps.statistics.models import SurveyResponse, SurveyWave
from seutu.apps.statistics.queries import store_stamp, warehouse
from seutu.apps.statistics.surveys.forms import NoFormError, form_of, towns_known
from seutu.apps.statistics.surveys.queries import wave_is_over
from seutu.apps.statistics.surveys.results import WaveAnswers, answers_of_wave, observed, weighting_of
from seutu.apps.statistics.surveys.weighting import Weighting
from seutu.core.figures import write_number
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Indicator, Kind, SourceRecord
from seutu.core.surveys.grouping import Groups
from seutu.core.surveys.measures import Measure, MeasureKind, measures_of
from seutu.core.surveys.resampling import SurveyFigures
from seutu.core.surveys.town_figures import TownAnswers, TownFigures, beside, town_figures
from seutu.core.surveys.wave_results import NOT_TOLD, Observations, hides, rows_hidden
from seutu.core.surveys.weighting_plan import UNWEIGHTED
from seutu.core.text import Text

SURVEY: Final = "survey"
STATUS: Final = "survey"
PARTS: Final = 3
FEWEST: Final = 3
PER_CENT: Final = 100.0


@dataclass(frozen=True)
class SurveyColumns:
    """The columns of surveys in an index: figures with replicates, and their indicators, years, cells and remarks."""

    figures: SurveyFigures
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    years: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    remarks: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class _Family:
    """Measures of a wave with the same rows, worked out together, and the towns hidden in each."""

    found: TownFigures
    hidden: Mapping[str, frozenset[str]]
    weighting: Text
    answers: int


def is_survey_code(code: str) -> bool:
    """Return whether a code of a structure names a column of a survey."""
    return code.startswith(f"{SURVEY}:")


def code_of(wave: SurveyWave, measure: Measure) -> str:
    """Return the code of a measure of a wave."""
    return f"{SURVEY}:{wave.pk}:{measure.key}"


def columns_to_choose() -> list[tuple[Indicator, str]]:
    """Return the columns that the workspace's waves that take no more answers have, each with its year."""
    today = timezone.localdate()
    found = []
    for wave in records_of(SURVEY_WAVES).select_related("survey").order_by("-closes", "name"):
        if wave.survey.trashed_at or not wave_is_over(wave, on=today):
            continue
        try:
            measures = _measures(wave)
        except NoFormError:
            continue
        found += [(_indicator(wave, measure), str(wave.closes.year)) for measure in measures.values()]
    return found


def survey_columns(codes: Sequence[str], towns: Sequence[str]) -> SurveyColumns:
    """Return the columns of some codes for the towns of an index.

    Raises ``InputProblem``: a wave that is not of this workspace or still takes answers, a measure that it does not
    have, one with figures of too few towns, and one that tells no town from another.
    """
    asked = _asked(codes)
    surveys: list[SurveyFigures] = []
    cells: dict[tuple[str, str], Cell] = {}
    remarks, indicators, years = {}, {}, {}
    problems: list[Problem] = []
    for wave, measures in asked:
        for family in _families(wave, measures):
            surveys.append(_named(wave, family.found.drawn))
            for place, key in enumerate(family.found.drawn.questions):
                code, indicator = code_of(wave, measures[key]), _indicator(wave, measures[key])
                indicators[code], years[code] = indicator, str(wave.closes.year)
                remarks[code] = say.ANSWERS.filled(count=_counted(family.answers), weighting=family.weighting)
                held = {(town, code): _cell(wave, family, place, town, code) for town in towns}
                cells |= held
                problems += _problems(indicator, held)
    if problems:
        raise InputProblem(*problems)
    return SurveyColumns(beside(surveys, codes, towns), indicators, years, cells, remarks)


def _asked(codes: Sequence[str]) -> list[tuple[SurveyWave, dict[str, Measure]]]:
    """Return the waves that the codes name with their measures, each wave once."""
    keys: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        parts = code.split(":", PARTS - 1)
        keys[parts[1] if len(parts) == PARTS else ""].append(code)
    found = []
    for wave_id, named in keys.items():
        wave = _wave(wave_id, named[0])
        name = f"{wave.survey.name}, {wave.name}"
        if not wave_is_over(wave, on=timezone.localdate()):
            raise InputProblem(Problem(say.OPEN_WAVE.filled(name=name), value=named[0]))
        try:
            known = _measures(wave)
        except NoFormError:
            known = {}
        wanted = [code.split(":", PARTS - 1)[2] for code in named]
        lacking = [key for key in wanted if key not in known]
        if lacking:
            raise InputProblem(*(Problem(say.NO_MEASURE.filled(name=name, measure=key), value=key) for key in lacking))
        found.append((wave, {key: known[key] for key in wanted}))
    return found


def _wave(wave_id: str, code: str) -> SurveyWave:
    try:
        asked = records_of(SURVEY_WAVES).select_related("survey").filter(pk=UUID(wave_id))
    except ValueError:
        raise InputProblem(Problem(say.NO_WAVE.filled(code=code[:80]), column="code", value=code)) from None
    found: SurveyWave | None = asked.first()
    if found is None or found.survey.trashed_at:
        raise InputProblem(Problem(say.NO_WAVE.filled(code=code[:80]), column="code", value=code))
    return found


def _measures(wave: SurveyWave) -> dict[str, Measure]:
    """Return the measures of a wave that have towns for rows: a matrix of towns, or what respondents say of theirs.

    Raises NoFormError.
    """
    questionnaire, known = form_of(wave), towns_known()
    return {
        each.key: each
        for each in measures_of(questionnaire)
        if each.question.code != questionnaire.group_question and all(row.code in known for row in each.rows)
    }


def _indicator(wave: SurveyWave, measure: Measure) -> Indicator:
    question = measure.question
    scale, how, unit = question.scale, say.MEAN, Text.same("")
    if measure.option is not None:
        how, unit = say.OPTION.filled(option=measure.option.text), Text.same("%")
    elif measure.kind is MeasureKind.TOP and scale:
        how, unit = say.TOP.filled(low=measure.at_least, high=scale.high), Text.same("%")
    elif scale:
        unit = Text.same(f"{scale.low}–{scale.high}")
    about = say.ABOUT if measure.rows else say.OWN
    return Indicator(
        id=code_of(wave, measure),
        label=say.COLUMN.filled(question=question.text, how=how),
        unit=unit,
        description=about.filled(wave=f"{wave.survey.name}, {wave.name}"),
        kind=Kind.RATE if measure.is_share else Kind.MEAN,
        decimals=1,
        source=f"{SURVEY}:{wave.pk}",
    )


def _families(wave: SurveyWave, measures: Mapping[str, Measure]) -> tuple[_Family, ...]:
    """Return the figures of a wave; kept in the process by its answers, its form and the store's populations.

    Without a plan of weights, answers are weighted by the respondents' towns; but equally where the results hide a cell
    of a matrix: they show it by equal weights, and a row's total under two weightings is two equations about the cell.
    """
    digest = hashlib.sha256()
    for key in SurveyResponse.objects.filter(wave=wave).order_by("pk").values_list("pk", flat=True):
        digest.update(key.bytes)
    stamp = digest.hexdigest(), wave.version, json.dumps(wave.weighting, sort_keys=True), store_stamp(warehouse())
    return _kept(stamp, wave.pk, tuple(measures))


@lru_cache(maxsize=16)
def _kept(stamp: tuple[Any, ...], wave_id: UUID, keys: tuple[str, ...]) -> tuple[_Family, ...]:
    del stamp  # part of the key only
    wave = _wave(str(wave_id), str(wave_id))
    found, known = answers_of_wave(wave), _measures(wave)
    asked = [known[key] for key in keys]
    weighting = weighting_of(found, by_town=found.plan == UNWEIGHTED)
    if found.plan == UNWEIGHTED and any(each.rows and hides(observed(found, each, weighting)) for each in asked):
        weighting = Weighting(np.ones(len(found.answers)), say.ONE_LOOK)
    alike: dict[tuple[str, ...], list[Measure]] = defaultdict(list)
    for key in keys:
        alike[tuple(row.code for row in known[key].rows)].append(known[key])
    families = []
    for rows, measures in alike.items():
        told = _told(found, measures, weighting, rows)
        count = len({*told.towns.positions.tolist()})
        if count < FEWEST:
            facts = {"name": f"{wave.survey.name}, {wave.name}", "count": count, "all": len(told.towns.labels)}
            raise InputProblem(Problem(say.FEW_TOWNS.filled(**facts)))
        families.append(_Family(town_figures(told), told.hidden, weighting.said, len(found.answers)))
    return tuple(families)


def _told(found: WaveAnswers, measures: Sequence[Measure], weighting: Weighting, rows: tuple[str, ...]) -> TownAnswers:
    """Return an observation for each respondent and town that somebody said something of; shares as per cents."""
    labels = rows or tuple(found.town_names)
    places = {label: place for place, label in enumerate(labels)}
    told: list[tuple[int, int]] = []
    figures: list[list[float]] = []
    readers, weights = [_reader(each) for each in measures], weighting.weights
    for number, answers in enumerate(found.answers):
        said = [answers.get(each.question.code) for each in measures]
        named: Iterable[str] = _rows_told(said) if rows else (found.towns[number],)
        for row in named:
            if row in places:
                told.append((places[row], number))
                one = [each.get(row) if rows and isinstance(each, dict) else each for each in said]
                figures.append([read(each) for read, each in zip(readers, one, strict=True)])
    towns, who = np.array(told, dtype=np.int64).reshape(-1, 2).T
    held = np.array(figures, dtype=np.float64).reshape(len(figures), len(measures))
    groups = {code: place for place, code in enumerate(found.group_names)}
    by_group = Groups("", tuple(groups), np.array([groups[code] for code in found.groups], dtype=np.int64)[who])
    every, hidden = Groups("", labels, towns), {}
    for place, each in enumerate(measures):
        shown = Observations(every, by_group, weights[who], held[:, place], each.is_share, apart=not rows)
        hidden[each.key] = rows_hidden(shown)
    known = towns < len(labels) - (labels[-1:] == (NOT_TOLD,))
    scale = [PER_CENT if each.is_share else 1.0 for each in measures]
    return TownAnswers(
        Groups("", tuple(label for label in labels if label != NOT_TOLD), towns[known]),
        weights[who][known],
        {each.key: held[known, place] * scale[place] for place, each in enumerate(measures)},
        hidden,
        weighting.respondents(who[known]),
    )


def _rows_told(said: Sequence[object]) -> list[str]:
    found: dict[str, None] = {}
    for answer in said:
        if isinstance(answer, dict):
            found |= dict.fromkeys(answer)
    return list(found)


def _reader(measure: Measure) -> Callable[[object], float]:
    """Return a reader of single answers to a measure's question; the few answers there are are read once each."""
    known: dict[object, float] = {}

    def read(answer: object) -> float:
        if isinstance(answer, list | dict):
            return measure.value_of({measure.question.code: answer})
        if answer not in known:
            known[answer] = measure.value_of({measure.question.code: answer})
        return known[answer]

    return read


def _named(wave: SurveyWave, figures: SurveyFigures) -> SurveyFigures:
    codes = tuple(f"{SURVEY}:{wave.pk}:{key}" for key in figures.questions)
    return SurveyFigures(figures.towns, codes, figures.values, figures.errors, figures.counts, figures.replicates)


def _cell(wave: SurveyWave, family: _Family, place: int, town: str, code: str) -> Cell:
    drawn = family.found.drawn
    year, key = str(wave.closes.year), drawn.questions[place]
    row = drawn.towns.index(town) if town in drawn.towns else -1
    if town in family.hidden[key]:
        return Cell(town, code, year, None, STATUS, say.HIDDEN, why=say.HIDDEN, is_hidden=True)
    if row < 0 or np.isnan(drawn.values[row, place]):
        return Cell(town, code, year, None, STATUS, say.NOBODY, why=say.NOBODY)
    estimate = Decimal(repr(float(family.found.estimated[row, place])))
    told = say.DRAWN_IN.filled(
        estimate=lambda language: write_number(estimate, language, decimals=1),
        count=_counted(int(drawn.counts[row, place])),
    )
    source = SourceRecord(
        id=f"{SURVEY}:{wave.pk}", name=f"{wave.survey.name}, {wave.name}", licence="", retrieved=wave.closes
    )
    return Cell(town, code, year, float(drawn.values[row, place]), STATUS, told, (source,))


def _counted(count: int) -> Any:
    return lambda language: write_number(count, language)


def _problems(indicator: Indicator, cells: Mapping[tuple[str, str], Cell]) -> list[Problem]:
    values = [cell.value for cell in cells.values() if cell.value is not None]
    if len(values) < max(FEWEST, len(cells) * ENOUGH):
        facts = {"name": indicator.label, "count": len(values), "all": len(cells)}
        return [Problem(say.FEW_TOWNS.filled(**facts), value=indicator.id)]
    if min(values) == max(values):
        return [Problem(say.ALL_ALIKE.filled(name=indicator.label), value=indicator.id)]
    return []
