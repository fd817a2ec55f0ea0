from pathlib import Path

import pytest

import seutu.rules.statistics
from seutu.core.places import Division
from seutu.core.statistics import Indicator, Kind, UnknownIndicator
from seutu.rules.places import NEWEST_DIVISION, load
from seutu.rules.statistics import bundled_files, catalogue
from seutu.sources.statistics import read_long_form

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
    assert not indicator.derived or indicator.ratio


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
