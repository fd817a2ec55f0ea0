"""Targets of two margins for a wave from the store: towns with ages for raking, ages × sexes for post-stratification.

Not for the classes (``core.surveys.population_targets``) or for saving what is chosen (``weighting_operations``).
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.queries import warehouse
from seutu.apps.statistics.surveys.forms import form_of
from seutu.apps.statistics.surveys.queries import responses_of
from seutu.core.problems import InputProblem
from seutu.core.statistics import Grain
from seutu.core.surveys.population_targets import (
    PopulationPart,
    age_question,
    ages_and_sexes,
    part_of,
    sex_question,
    towns_and_ages,
)
from seutu.core.surveys.weighting_plan import Targets, WeightingMethod
from seutu.core.text import Text

POPULATION: Final = "population"
BY_AGE: Final = "paavo_by_age"
TOWNS_AND_AGES, AGES_AND_SEXES = "town-age", "age-sex"


@dataclass(frozen=True)
class StoreTargets:
    """What the store can fill in: the targets and their source, or why its classes do not fit the question's."""

    name: str
    method: WeightingMethod
    targets: Targets
    source: str
    misfit: Text | None = None


def store_targets(wave: SurveyWave) -> list[StoreTargets]:
    """Return what the store has for the municipalities of the respondents by two margins; raises NoFormError.

    There only where the store has the same classes of every one of them in one year, and where the questionnaire asks
    for age, or for age and sex, in classes. The indicators are those whose id begins with ``population``, and Paavo's
    ages. People of other ages than those that are asked are left out of every margin.
    """
    towns = sorted({*responses_of(wave).values_list("municipality", flat=True)} - {""})
    questionnaire = form_of(wave)
    ages, sexes = age_question(questionnaire), sex_question(questionnaire)
    if not towns or ages is None:
        return []
    found = []
    parts, source = _parts(towns, by_sex=False)
    if parts:
        found.append(_told(TOWNS_AND_AGES, WeightingMethod.RAKING, source, lambda: towns_and_ages(parts, *ages)))
    both, source_of_both = _parts(towns, by_sex=True) if sexes else ([], "")
    if both and sexes:
        cells = _told(AGES_AND_SEXES, WeightingMethod.CELLS, source_of_both, lambda: ages_and_sexes(both, ages, sexes))
        found.append(cells)
    return found


def _told(name: str, method: WeightingMethod, source: str, work: Callable[[], Targets]) -> StoreTargets:
    try:
        return StoreTargets(name, method, work(), source)
    except InputProblem as problem:
        return StoreTargets(name, method, {}, source, problem.problems[0].message)


def _parts(towns: Sequence[str], *, by_sex: bool) -> tuple[list[PopulationPart], str]:
    """Return the parts of the first indicator that has the same classes of every town, and their source and year."""
    store = warehouse()
    known = sorted(each for each in store.catalogue().indicators if each.startswith(POPULATION) or each == BY_AGE)
    for indicator in known:
        held, sources, years = defaultdict[str, list[PopulationPart]](list), dict[str, None](), set[str]()
        for figure in store.latest([indicator], list(towns), grain=Grain.YEAR, breakdown=None):
            part = part_of(figure.place, figure.breakdown, figure.value) if figure.value is not None else None
            if part and bool(part.sex) is by_sex:
                held[figure.place].append(part)
                sources |= dict.fromkeys(source.name for source in figure.sources)
                years.add(figure.period or "")
        classes = {frozenset((part.ages, part.sex) for part in parts) for parts in held.values()}
        if len(held) == len(towns) and len(classes) == len(years) == 1:
            return [part for parts in held.values() for part in parts], f"{', '.join(sources)} {min(years)}".strip()
    return [], ""
