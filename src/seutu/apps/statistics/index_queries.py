"""Reads of indices: their towns and figures, their results with how sure they are, and their pinned rounds.

Results are kept in the process by what they were worked out from, so that a page that is opened again is quick. Not for
saving an index (``index_operations``) or for its page.
"""

import hashlib
import json
import tomllib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import Any, Final

from django.db.models import QuerySet

from seutu.apps.accounts.enums import Role
from seutu.apps.places.queries import members_of
from seutu.apps.records.models import Snapshot
from seutu.apps.records.scope import current_scope, in_scope
from seutu.apps.records.sharing import Shared, shown_of
from seutu.apps.records.snapshots import is_unchanged, versions_of
from seutu.apps.statistics import index_messages as say
from seutu.apps.statistics.enums import YearRule
from seutu.apps.statistics.index_facts import fact_columns, is_fact_code
from seutu.apps.statistics.index_rounds import kept_survey
from seutu.apps.statistics.index_surveys import is_survey_code, survey_columns
from seutu.apps.statistics.index_units import IndexUnits, index_units
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.indices.plain_structures import rows_of, structure_of
from seutu.core.indices.standing import Standing, standing_of
from seutu.core.indices.structure import Structure
from seutu.core.indices.trials import Trial, tried
from seutu.core.indices.unit_tables import FEWEST_UNITS, UnitTable
from seutu.core.places import Division
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys.joint_trials import tried_jointly
from seutu.core.surveys.resampling import SurveyFigures
from seutu.core.text import Language
from seutu.rules import places
from seutu.rules.indices import preset_path

ROUND_FORM: Final = "index-round"
KEPT_RESULTS: Final = 24
PRESET: Final = "evp"
"""The recipe of an index that has none: percentiles, unweighted means, nothing filled in."""


@dataclass(frozen=True)
class Design:
    """What an index is made by: its structure and its recipe, as the record holds them or as somebody tries them."""

    structure: Structure
    told: Mapping[str, Any]

    def with_weights(self, weights: Mapping[str, float]) -> "Design":
        """Return the design with other weights in its structure."""
        return replace(self, structure=self.structure.with_weights(weights))

    @property
    def codes(self) -> tuple[str, ...]:
        """The indicators, in the order of the structure."""
        return tuple(node.code for node in self.structure.indicators)


@dataclass(frozen=True)
class Worked:
    """An index worked out: its figures with where they are from, and its results with how sure they are."""

    units: IndexUnits
    design: Design
    trial: Trial

    @property
    def weighed(self) -> Design:
        """The design with the weights that its recipe worked out in place of those of its structure."""
        return self.design.with_weights(self.trial.index.weighting.by_code)

    def standing(self, place: str, title: str) -> Standing | None:
        """Return where a town stands; ``None`` where the index does not rank it."""
        return standing_of(self.trial, self.design.told, place, title=title)


def design_of(index: CompositeIndex) -> Design:
    """Return the design of an index as it is saved. Raises ``InputProblem`` where it has no indicators.

    Weights that the recipe has are those of the structure then, so that they stand in one place.
    """
    if not index.structure:
        raise InputProblem(Problem(say.NO_STRUCTURE))
    told = told_of(index)
    means = dict(told.get("aggregate", {}))
    weights = {code: float(weight) for code, weight in means.pop("weights", {}).items()}
    structure = structure_of(json.loads(index.structure)).with_weights(weights)
    return Design(structure, {**told, "aggregate": means} if weights else told)


def told_of(index: CompositeIndex) -> dict[str, Any]:
    """Return the recipe of an index, the usual one where it has none."""
    if index.recipe:
        return dict(json.loads(index.recipe))
    return preset_recipe(PRESET)


def preset_recipe(name: str) -> dict[str, Any]:
    """Return the recipe of a known index; missing figures are left out where it does not say otherwise."""
    told = tomllib.loads(preset_path(name).read_text(encoding="utf-8"))
    return {"impute": {"method": "none"}, **told}


def municipalities_of(index: CompositeIndex, *, at: date) -> tuple[str, ...]:
    """Return the municipalities that an index compares, in the newest division, by code."""
    if index.place_group is None:
        every = places.load().places(Division.MUNICIPALITY, places.NEWEST_DIVISION)
        return tuple(sorted(place.code for place in every))
    return members_of(index.place_group, at=at)


def figures_of(index: CompositeIndex, design: Design, *, at: date) -> IndexUnits:
    """Return the figures of an index. Raises ``InputProblem``."""
    towns = municipalities_of(index, at=at)
    if len(towns) < FEWEST_UNITS:
        raise InputProblem(Problem(say.FEW_TOWNS.filled(count=len(towns), fewest=FEWEST_UNITS)))
    rule = YearRule(index.year_rule or YearRule.EACH.value)
    of_store = [code for code in design.codes if not is_survey_code(code) and not is_fact_code(code)]
    found = IndexUnits((), towns, {}, {}, {})
    if of_store:
        found = index_units(of_store, towns, rule=rule, year=index.year)
    of_facts = [code for code in design.codes if is_fact_code(code)]
    if of_facts:
        found = _with_facts(found, design.codes, of_facts, rule, index.year.strip())
    of_surveys = [code for code in design.codes if is_survey_code(code)]
    return _with_surveys(found, design.codes, of_surveys) if of_surveys else found


def _with_facts(
    found: IndexUnits, codes: tuple[str, ...], of_facts: Sequence[str], rule: YearRule, year: str
) -> IndexUnits:
    """Return the figures with columns of facts: of the one year, of the statistics' common one, or of each's newest."""
    if rule is YearRule.COMMON:
        year = next(iter(found.years.values()), "")
    columns = fact_columns(of_facts, found.units, year="" if rule is YearRule.EACH else year)
    return IndexUnits(
        codes,
        found.units,
        {**found.years, **columns.years},
        {**found.cells, **columns.cells},
        {**found.indicators, **columns.indicators},
        remarks=columns.remarks,
    )


def _with_surveys(found: IndexUnits, codes: tuple[str, ...], of_surveys: Sequence[str]) -> IndexUnits:
    columns = survey_columns(of_surveys, found.units)
    return IndexUnits(
        codes,
        found.units,
        {**found.years, **columns.years},
        {**found.cells, **columns.cells},
        {**found.indicators, **columns.indicators},
        columns.figures,
        {**found.remarks, **columns.remarks},
    )


def worked_out(index: CompositeIndex, design: Design, language: Language, *, at: date) -> Worked:
    """Return an index worked out by a design, its own or one that is tried. Raises ``InputProblem``."""
    units = figures_of(index, design, at=at)
    named = Design(units.named(design.structure, language), design.told)
    return Worked(units, named, results_of(units.table(language), named, units.survey))


_results: "OrderedDict[str, Trial]" = OrderedDict()
_results_lock: Final = Lock()


def results_of(table: UnitTable, design: Design, survey: SurveyFigures | None = None) -> Trial:
    """Return the results of figures by a design, worked out once for the same figures, structure and recipe.

    ``survey`` has the columns of the table that are of a survey, with the replicates that its error is told by.
    """
    names = json.dumps([node.name for node in design.structure.nodes])
    key = stamp_of(table, design.structure, design.told, survey) + names
    with _results_lock:
        if key in _results:
            _results.move_to_end(key)
            return _results[key]
    if survey is None:
        found = tried(table, design.structure, design.told)
    else:
        found = tried_jointly(_statistics(table, survey), design.structure, design.told, survey)
    with _results_lock:
        _results[key] = found
        while len(_results) > KEPT_RESULTS:
            _results.popitem(last=False)
    return found


def _statistics(table: UnitTable, survey: SurveyFigures) -> UnitTable:
    """Return the table without the columns of the survey."""
    kept = [place for place, code in enumerate(table.columns) if code not in survey.questions]
    return replace(table, columns=tuple(table.columns[place] for place in kept), values=table.values[:, kept])


def stamp_of(
    table: UnitTable, structure: Structure, told: Mapping[str, Any], survey: SurveyFigures | None = None
) -> str:
    """Return the SHA-256 of what an index is worked out from: units, figures to the last bit, structure and recipe."""
    known = [*table.units, *table.columns]
    digest = hashlib.sha256(json.dumps([known, rows_of(structure), told], ensure_ascii=False).encode())
    digest.update(table.values.tobytes())
    if survey is not None:
        digest.update(survey.replicates.tobytes())
    return digest.hexdigest()


def standings_of(place: str, language: Language, *, at: date) -> list[Standing]:
    """Return where a town stands in each index of the workspace, or shared with it, that ranks it.

    An index that cannot be worked out is left out.
    """
    return standings_by_place([place], language, at=at)[place]


def standings_by_place(wanted: Sequence[str], language: Language, *, at: date) -> dict[str, list[Standing]]:
    """Return ``standings_of`` for many towns, own indices before shared ones; each index is worked out once."""
    found: dict[str, list[Standing]] = {place: [] for place in wanted}
    for index in CompositeIndex.objects.filter(trashed_at__isnull=True).select_related("place_group").order_by("name"):
        for standing in _standings(index, wanted, language, at=at):
            found[standing.place].append(replace(standing, key=str(index.pk)))
    for shared in _shared_indices():
        with in_scope(shared.owner, role=Role.GUEST):
            index = CompositeIndex.objects.select_related("place_group").get(pk=shared.record.pk)
            for standing in _standings(index, wanted, language, at=at):
                found[standing.place].append(replace(standing, owner=shared.owner.name))
    return found


def _shared_indices() -> list[Shared]:
    """Return the indices that other workspaces share with this one; guests see their hosts' own only."""
    scope = current_scope()
    return [] if scope.role == Role.GUEST else shown_of(INDICES, scope.workspace, personal=False)


def _standings(index: CompositeIndex, wanted: Sequence[str], language: Language, *, at: date) -> list[Standing]:
    """Return where the wanted towns stand in an index; nothing where it ranks none of them or cannot be worked out."""
    try:
        ranked = set(municipalities_of(index, at=at)).intersection(wanted)
        if not ranked:
            return []
        worked = worked_out(index, design_of(index), language, at=at)
    except InputProblem:
        return []
    group = index.place_group.name if index.place_group else ""
    found = [worked.standing(place, index.name) for place in dict.fromkeys(wanted) if place in ranked]
    return [replace(standing, group=group) for standing in found if standing is not None]


def rounds_of(index: CompositeIndex) -> QuerySet[Snapshot]:
    """Return the pinned rounds of an index, the newest first."""
    return versions_of(INDICES, index.pk, form=ROUND_FORM)


@dataclass(frozen=True)
class Round:
    """A pinned round: its figures, structure and recipe as they were, and the results worked out from them again."""

    number: int
    name: str
    table: UnitTable
    design: Design
    trial: Trial


def round_of(kept: Snapshot) -> Round:
    """Return a pinned round. Raises ``InputProblem`` where its content is not what was pinned."""
    if not is_unchanged(kept):
        raise InputProblem(Problem(say.ROUND_CHANGED.filled(number=kept.number)))
    content = kept.content
    design = Design(structure_of(json.loads(content["structure"])), json.loads(content["recipe"]))
    table = _table(content["units"], content["names"], design.codes, content["figures"])
    survey = kept_survey(content, table)
    return Round(kept.number, kept.name, table, design, results_of(table, design, survey))


def _table(
    units: Sequence[str], names: Mapping[str, str], codes: Sequence[str], figures: Mapping[str, Sequence[str]]
) -> UnitTable:
    import numpy as np

    values = [[float(figures[code][row] or "nan") for code in codes] for row in range(len(units))]
    held = np.array(values, dtype=np.float64).reshape(len(units), len(codes))
    return UnitTable(tuple(units), tuple(codes), held, dict(names))
