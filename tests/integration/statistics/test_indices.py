"""Indices of the store's figures: which year, what is missing, what is saved, what a round keeps."""

import json
import math

import pytest

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.access_operations import found_workspace
from seutu.apps.records.enums import Audience
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.records.models import Snapshot
from seutu.apps.records.operations import share_record
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.enums import YearRule
from seutu.apps.statistics.index_operations import change_design, pin_round, recipe_with
from seutu.apps.statistics.index_queries import (
    design_of,
    figures_of,
    municipalities_of,
    results_of,
    round_of,
    rounds_of,
    standings_by_place,
    standings_of,
    worked_out,
)
from seutu.apps.statistics.index_units import index_units
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.problems import InputProblem
from tests.integration.factories import NOON, make_record, make_workspace
from tests.integration.statistics.small_store import TOWNS, use_store

pytestmark = pytest.mark.django_db
STRUCTURE = json.dumps(
    [
        {"code": "index", "name": "Elinvoima"},
        {"code": "jobs", "parent": "index"},
        {"code": "pay", "parent": "index"},
        {"code": "away", "parent": "index", "direction": -1},
    ]
)


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch) -> None:
    use_store(monkeypatch)


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


def make_index(**values: object) -> CompositeIndex:
    group = make_record("place-groups", name=f"Ryhmä {values.get('name', '')}")
    for town in TOWNS:
        make_record("place-group-members", group=group, municipality=town)
    made = make_record("indices", **{"name": "Elinvoima", "place_group": group, "structure": STRUCTURE, **values})
    assert isinstance(made, CompositeIndex)
    return made


def test_each_indicator_has_its_newest_year_and_a_missing_or_hidden_figure_stays_missing_and_says_why() -> None:
    found = index_units(("jobs", "pay", "away"), (*TOWNS, "091"), rule=YearRule.EACH)
    assert dict(found.years) == {"jobs": "2021", "pay": "2022", "away": "2021"}
    hidden, nowhere = found.cells["915", "away"], found.cells["091", "jobs"]
    assert (hidden.value, hidden.is_hidden, hidden.why.en if hidden.why else "") == (
        None,
        True,
        "suppressed by the source",
    )
    assert (nowhere.value, nowhere.is_hidden) == (None, False)
    assert [cell.unit for cell in found.missing] == ["091", "091", "915", "091"]
    assert found.cells["749", "jobs"].is_merged
    assert found.cells["140", "jobs"].sources[0].licence == "CC BY 4.0"
    table = found.table("fi")
    assert table.names["140"] == "Iisalmi"
    assert math.isnan(table.column("away")[TOWNS.index("915")])
    assert int(sum(math.isnan(value) for row in table.values for value in row)) == len(found.missing) == 4


def test_the_newest_common_year_is_the_newest_that_every_indicator_has() -> None:
    assert set(index_units(("jobs", "pay"), TOWNS, rule=YearRule.COMMON).years.values()) == {"2021"}
    one = index_units(("jobs", "pay"), TOWNS, rule=YearRule.ONE, year="2020")
    assert one.cells["140", "jobs"].value == 50


@pytest.mark.parametrize(
    ("codes", "rule", "year", "says"),
    [
        (("jobs", "nothing"), YearRule.EACH, "", "nothing is not in the statistical store"),
        (("lonely",), YearRule.EACH, "", "lonely in English: no year has a figure for at least half"),
        (("jobs", "away"), YearRule.ONE, "2020", "away in English: the year 2020"),
        (("pay",), YearRule.ONE, "", "pay in English: the year –"),
    ],
)
def test_years_and_indicators_that_cannot_be_had_are_told(
    codes: tuple[str, ...], rule: YearRule, year: str, says: str
) -> None:
    with pytest.raises(InputProblem, match=says):
        index_units(codes, TOWNS, rule=rule, year=year)


def test_an_index_ranks_its_group_and_its_results_are_worked_out_once(workspace: Workspace) -> None:
    with in_scope(workspace):
        index = make_index()
        design = design_of(index)
        worked = worked_out(index, design, "en", at=NOON.date())
        assert worked.trial is worked_out(index, design, "en", at=NOON.date()).trial
        assert worked.trial.index.structure.by_code["jobs"].name == "jobs in English"
        ranks = dict(zip(worked.trial.uncertainty.units, worked.trial.uncertainty.nominal.tolist(), strict=True))
        assert min(ranks, key=lambda unit: ranks[unit]) == "263"
        other = results_of(worked.units.table("en"), design.with_weights({"jobs": 5.0}))
        assert other is not worked.trial
        standing = worked.standing("263", index.name)
        assert standing is not None
        assert (standing.rank, standing.index, standing.units) == (1, "Elinvoima", 6)
        assert [each.place for each in standings_of("263", "fi", at=NOON.date())] == ["263"]
        assert standings_of("091", "fi", at=NOON.date()) == []
        many = standings_by_place(["263", "091", "140"], "en", at=NOON.date())
        assert {place: [each.place for each in held] for place, held in many.items()} == {
            "263": ["263"],
            "091": [],
            "140": ["140"],
        }
        assert many["263"][0].strongest[0].name.endswith("in English")


def test_a_shared_index_tells_its_standings_to_others_until_the_sharing_ends(workspace: Workspace) -> None:
    other = found_workspace(name="Iisalmi", slug="iisalmi", by=None, at=NOON)

    def told(role: str = Role.READER) -> list[tuple[str, str]]:
        with in_scope(other, role=role):
            return [(each.index, each.owner) for each in standings_of("263", "fi", at=NOON.date())]

    with in_scope(workspace):
        index = make_index()
        assert [each.owner for each in standings_of("263", "fi", at=NOON.date())] == [""]
    assert told() == []
    for audience, seen in ((Audience.NAMED, [("Elinvoima", workspace.name)]), (Audience.WORKSPACE, [])):
        with in_scope(workspace):
            share_record(INDICES, index, audience, [other], by=None, at=NOON)
        assert told() == seen
        assert told(Role.GUEST) == []


def test_an_index_without_a_group_is_of_every_municipality_and_one_of_two_towns_is_refused(
    workspace: Workspace,
) -> None:
    with in_scope(workspace):
        index = make_index(name="Kaikki")
        index.place_group = None
        assert 290 < len(municipalities_of(index, at=NOON.date())) < 320
        few = make_record("place-groups", name="Kaksi")
        make_record("place-group-members", group=few, municipality="140")
        small = make_record("indices", name="Pieni", place_group=few, structure=STRUCTURE)
        assert isinstance(small, CompositeIndex)
        with pytest.raises(InputProblem, match="has 1 municipalities"):
            figures_of(small, design_of(small), at=NOON.date())


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"structure": '[{"code": "a", "weight": "x"}]'}, "structure"),
        ({"structure": '[{"code": "a", "parent": "b"}]'}, "structure"),
        ({"recipe": "[]"}, "recipe"),
        ({"recipe": '{"normalise": {"method": "guess"}}'}, "recipe"),
        ({"year_rule": "one"}, "year"),
        ({"year_rule": "one", "year": "20x1"}, "year"),
        ({"structure": "{"}, "structure"),
    ],
)
def test_what_makes_no_index_is_not_saved(workspace: Workspace, values: dict[str, str], column: str) -> None:
    with in_scope(workspace), pytest.raises(InvalidValuesError) as caught:
        make_record("indices", **values)
    assert list(caught.value.problems) == [column]


def test_other_weights_are_saved_as_a_change_with_its_history_and_not_over_somebody_elses(workspace: Workspace) -> None:
    with in_scope(workspace):
        index = make_index()
        changed = change_design(
            index=index, design=design_of(index).with_weights({"jobs": 2.5}), version=index.version, by=None, at=NOON
        )
        rows = {row["code"]: row for row in json.loads(changed.structure)}
        assert rows["jobs"] == {"code": "jobs", "parent": "index", "weight": 2.5}
        assert rows["away"]["direction"] == -1
        assert recipe_of(json.loads(changed.recipe)).normalise.scale.method == "prank"
        with pytest.raises(StaleVersionError):
            change_design(
                index=index,
                design=design_of(index).with_weights({"jobs": 1.0}),
                version=index.version,
                by=None,
                at=NOON,
            )
        nothing = dict.fromkeys(("jobs", "pay", "away"), 0.0)
        with pytest.raises(InvalidValuesError):
            change_design(
                index=changed,
                design=design_of(changed).with_weights(nothing),
                version=changed.version,
                by=None,
                at=NOON,
            )


def test_a_pinned_round_stays_as_it_was_when_the_index_changes_and_tells_when_it_was_touched(
    workspace: Workspace,
) -> None:
    with in_scope(workspace):
        index = make_index()
        kept = pin_round(index=index, name="Kevät", by=None, at=NOON)
        before = worked_out(index, design_of(index), "fi", at=NOON.date())
        change_design(
            index=index, design=design_of(index).with_weights({"pay": 9.0}), version=index.version, by=None, at=NOON
        )
        found = round_of(rounds_of(index)[0])
        assert (found.number, found.name, found.design.structure.by_code["pay"].weight) == (1, "Kevät", 1.0)
        assert found.trial.index.top.tolist() == before.trial.index.top.tolist()
        assert kept.content["status"]["away"][-1] == "flag:c"
        assert kept.content["figures"]["away"][-1] == ""
        assert [row[0] for row in kept.content["results"]] == list(TOWNS)
        content = kept.content
        content["figures"]["jobs"][0] = "1.0"
        Snapshot.objects.filter(pk=kept.pk).update(content=content)
        with pytest.raises(InputProblem, match="round 1"):
            round_of(rounds_of(index)[0])


def test_a_recipe_keeps_what_is_not_chosen_and_a_geometric_mean_begins_above_zero() -> None:
    told = {"screen": {"method": "none"}, "normalise": {"method": "prank", "range": [0, 100]}}
    found = recipe_with(told, mean="geometric", missing="median", treat=True)
    assert found == {
        "screen": {"method": "none"},
        "normalise": {"method": "prank", "range": [1, 100]},
        "aggregate": {"method": "geometric"},
        "impute": {"method": "median"},
        "treat": {"apply": True},
    }
    assert recipe_with(told, scale="zscore")["normalise"] == {"method": "zscore", "mean": 100, "sd": 4}
    assert told["normalise"]["range"] == [0, 100]


def test_the_facts_of_an_index_say_in_words_what_it_holds(workspace: Workspace) -> None:
    with in_scope(workspace):
        index = make_index()
        structure, recipe = INDICES.column("structure"), INDICES.column("recipe")
        assert structure.tell(index.structure, "en", index) == "indicators 3, groups 1"
        assert structure.tell("", "en", index) == ""
        assert recipe.tell('{"impute": {}}', "en", index) == "kept, shown in the index workshop"
        assert structure.show(index.structure, "en", index) == index.structure
