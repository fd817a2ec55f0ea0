import json
from pathlib import Path

import pytest

import seutu.rules.statistics
from seutu.core.places import Division
from seutu.core.statistics import Direction, Indicator, Kind, Topic, UnknownIndicator
from seutu.rules.places import NEWEST_DIVISION, load
from seutu.rules.statistics import bundled_files, catalogue
from seutu.sources.statistics import read_long_form
from tests.shared_material import SHARED, needs_shared

FOLDER = Path(seutu.rules.statistics.__file__).parent
ALL = list(catalogue().indicators.values())


@pytest.mark.parametrize("indicator", ALL, ids=lambda indicator: indicator.id)
def test_an_indicator_is_whole(indicator: Indicator) -> None:
    texts = [indicator.label, indicator.unit, indicator.description]
    assert all(text.fi and text.sv and text.en for text in texts)
    assert indicator.source in catalogue().sources
    if indicator.ratio is not None:
        parts = (indicator.ratio.numerator, indicator.ratio.denominator)
        assert all(catalogue().indicator(part).kind is Kind.COUNT for part in parts)
        assert indicator.kind is Kind.RATE
    assert not indicator.derived or indicator.ratio or indicator.change


def test_a_change_is_of_a_known_figure_and_says_its_years() -> None:
    changes = [each for each in ALL if each.change is not None]
    assert len(changes) >= 15
    for each in changes:
        assert each.change is not None
        assert catalogue().indicator(each.change.of).change is None
        assert each.id == f"{each.change.of}_change_{each.change.years}y"
        assert each.kind is Kind.RATE
        relative_unit = catalogue().indicator("employment_rate").unit
        assert (each.unit == relative_unit) is each.change.relative


def test_ready_figures_of_a_town_cover_the_topics() -> None:
    ready = [each for each in ALL if each.direction is not Direction.NEITHER]
    assert len(ready) >= 60
    assert {each.topic for each in ready} == set(Topic) - {Topic.OTHER, Topic.COMPANIES}
    assert all(each.topic is not Topic.OTHER for each in ALL)


def test_what_is_pulled_by_its_number_names_it() -> None:
    pulled = [each for each in ALL if each.source == "sotkanet"]
    assert len(pulled) >= 25
    assert all(each.content == each.table and each.content.isdecimal() for each in pulled)
    assert len({each.content for each in pulled}) == len(pulled)


@needs_shared
def test_the_numbers_of_sotkanet_and_of_key_figures_are_those_of_their_own_lists() -> None:
    listed = json.loads((SHARED / "data/sotkanet-samples/SotkaIndicators.json").read_text(encoding="utf-8"))
    assert {each.content for each in ALL if each.source == "sotkanet"} <= {str(row["id"]) for row in listed}
    table = SHARED / "data/pxweb-samples/statfi_v1_px-table-aikasarja-response.json"
    variables = json.loads(table.read_text(encoding="utf-8"))["variables"]
    contents = next(each["values"] for each in variables if each["code"] == "Tiedot")
    own = {each.content for each in ALL if each.source == "key_figures" and not each.derived}
    assert own - {""} == set(contents)  # self-sufficiency was not a key figure any more in 2017


def test_a_formula_is_said_in_three_languages() -> None:
    formula = catalogue().formula("economic_dependency_ratio")
    assert formula is not None
    assert formula.fi == "100 × väkiluku (avainluvut) / alueella asuva työllinen työvoima − 100"
    assert len({formula.fi, formula.sv, formula.en}) == 3
    assert catalogue().formula("population") is None


def test_the_parts_of_a_rate_come_along_once() -> None:
    asked = ("job_self_sufficiency", "workplaces")
    assert catalogue().with_parts(asked) == ("job_self_sufficiency", "workplaces", "employed_residents")
    with pytest.raises(UnknownIndicator):
        catalogue().with_parts(["nonsense"])


def test_labels_are_told_apart() -> None:
    assert len({indicator.label.fi for indicator in ALL}) == len(ALL)
    assert len({indicator.label.en for indicator in ALL}) == len(ALL)


def test_the_shipped_figures_are_of_todays_places_and_known_indicators() -> None:
    table = load()
    known = {(division.value, p.code) for division in Division for p in table.places(division, NEWEST_DIVISION)}
    seen_former = set()
    for file in bundled_files():
        source = file.name.removesuffix(".csv.gz")
        assert source in catalogue().sources
        for one in read_long_form(file.read_bytes()):
            assert one.indicator in catalogue().indicators
            assert (one.value is None) == (one.status in {"not_published", "flag:c"}), one
            if one.place_kind == "municipality" and ("municipality", one.place) not in known:
                assert one.status == "former_extent" or one.value is None, one
                seen_former.add(one.place)
    assert seen_former == {"099", "588", "911"}


def test_everything_shipped_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.is_file()) < 1_500_000
