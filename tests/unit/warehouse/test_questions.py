from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.statistics import Grain, SourceRecord, Status, UnknownIndicator
from seutu.warehouse import Area
from tests.unit.warehouse.conftest import Store, seen

REGION = Area("region", "01", ("001", "002"))
COUNTRY = Area("country", "SSS", ("001", "002", "003"))


def full(store: Store) -> Store:
    store.load(
        *(seen("t_jobs", code, value) for code, value in (("001", 90.0), ("002", 10.0), ("003", 50.0))),
        *(seen("t_employed", code, value) for code, value in (("001", 60.0), ("002", 40.0), ("003", 50.0))),
        *(seen("t_margin", code, value) for code, value in (("001", 5.0), ("002", 7.0), ("003", 9.0))),
        seen("t_margin", "SSS", 6.4, kind="country"),
        seen("t_jobs", "001", 80.0, "2019"),
        seen("t_jobs", "001", 91.0, "2020-05"),
    )
    return store


def test_a_count_is_summed_and_a_rate_recomputed_never_averaged(store: Store) -> None:
    jobs, sufficiency = full(store).warehouse.totals(["t_jobs", "t_sufficiency"], [REGION], periods=["2020"])
    assert (jobs.value, jobs.status) == (100.0, Status.AREA_SUM)
    assert (sufficiency.value, sufficiency.status) == (100.0, Status.RECOMPUTED)
    assert sufficiency.formula is not None
    assert sufficiency.formula.en == "100 × t_jobs en / t_employed en"


def test_a_rate_without_parts_is_the_published_one_or_none_with_the_reason(store: Store) -> None:
    country, region = full(store).warehouse.totals(["t_margin"], [COUNTRY, REGION], periods=["2020"])
    assert (country.value, country.status) == (6.4, "published")
    assert region.value is None
    assert region.reason is not None
    assert "Osuutta ei voi laskea" in region.reason.fi


def test_a_sum_with_a_missing_part_is_no_sum(store: Store) -> None:
    store.load(seen("t_jobs", "001", 90.0), seen("t_jobs", "002", None, status="not_published"))
    (region,) = store.warehouse.totals(["t_jobs"], [REGION], periods=["2020"])
    assert region.value is None
    assert region.reason is not None
    assert "1 kunnalta alueen 2 kunnasta" in region.reason.fi


def test_a_published_total_stands_in_for_a_sum_that_cannot_be_made_also_in_a_rate(store: Store) -> None:
    store.load(
        seen("t_jobs", "001", 90.0),
        seen("t_jobs", "01", 120.0, kind="region"),
        seen("t_employed", "001", 60.0),
        seen("t_employed", "002", 40.0),
    )
    jobs, rate = store.warehouse.totals(["t_jobs", "t_sufficiency"], [REGION], periods=["2020"])
    assert (jobs.value, jobs.status) == (120.0, "published")
    assert rate.value == 120.0


def test_an_incomplete_part_shows_in_the_sum(store: Store) -> None:
    store.load(seen("t_jobs", "001", 90.0, status=Status.INCOMPLETE), seen("t_jobs", "002", 1.0))
    (region,) = store.warehouse.totals(["t_jobs"], [REGION], periods=["2020"])
    assert (region.value, region.status) == (91.0, Status.INCOMPLETE)


def test_a_denominator_of_zero_gives_no_rate(store: Store) -> None:
    store.load(seen("t_jobs", "001", 5.0), seen("t_employed", "001", 0.0))
    (figure,) = store.warehouse.latest(["t_sufficiency"], ["001"])
    assert figure.value is None
    assert figure.reason is not None


def test_a_rate_of_one_place_is_computed_with_both_sources(store: Store) -> None:
    other = SourceRecord(id="other", name="Another", licence="CC0", retrieved=date(2025, 1, 1))
    store.load(seen("t_jobs", "001", 90.0))
    store.load(seen("t_employed", "001", 60.0), source=other)
    (figure,) = store.warehouse.series(["t_sufficiency"], ["001"])
    assert figure.value == 150.0
    assert {source.name for source in figure.sources} == {"Statistics office", "Another"}


def test_a_published_rate_goes_before_a_computed_one(store: Store) -> None:
    store.load(seen("t_jobs", "001", 90.0), seen("t_employed", "001", 60.0), seen("t_sufficiency", "001", 149.9))
    (figure,) = store.warehouse.series(["t_sufficiency"], ["001"])
    assert (figure.value, figure.status) == (149.9, "published")


def test_the_newest_year_goes_before_a_month_unless_months_are_asked(store: Store) -> None:
    full(store)
    assert [f.period for f in store.warehouse.latest(["t_jobs"], ["001"])] == ["2020"]
    assert [f.period for f in store.warehouse.latest(["t_jobs"], ["001"], grain=Grain.MONTH)] == ["2020-05"]


def test_a_series_can_be_cut_by_period_and_grain(store: Store) -> None:
    full(store)
    periods = [f.period for f in store.warehouse.series(["t_jobs"], ["001"], grain=Grain.YEAR)]
    assert periods == ["2019", "2020"]
    assert [f.period for f in store.warehouse.series(["t_jobs"], ["001"], since="2020")] == ["2020", "2020-05"]
    assert [f.period for f in store.warehouse.series(["t_jobs"], ["001"], until="2019")] == ["2019"]


def test_a_place_without_figures_gets_the_reason(store: Store) -> None:
    (figure,) = full(store).warehouse.latest(["t_margin"], ["999"])
    assert (figure.value, figure.place) == (None, "999")
    assert figure.reason is not None


def test_parts_are_those_of_the_newest_period_and_not_of_other_dimensions(store: Store) -> None:
    store.load(
        seen("t_industry", "001", 1.0, "2016", breakdown="tol2008:A"),
        seen("t_industry", "001", 2.0, "2017", breakdown="tol2008:C"),
        seen("t_industry", "001", 3.0, "2017", breakdown="sector:primary"),
        seen("t_industry", "001", 5.0, "2017"),
    )
    newest = store.warehouse.breakdown("t_industry", "001", dimension="tol2008")
    assert [(f.breakdown, f.value) for f in newest] == [("tol2008:C", 2.0)]
    older = store.warehouse.breakdown("t_industry", "001", dimension="tol2008", period="2016")
    assert [f.breakdown for f in older] == ["tol2008:A"]
    every = store.warehouse.totals(["t_industry"], [Area("group", "mine", ("001",))], periods=["2017"], breakdown=None)
    assert [(f.breakdown, f.value) for f in every] == [("", 5.0), ("sector:primary", 3.0), ("tol2008:C", 2.0)]


def test_an_unknown_indicator_is_named(store: Store) -> None:
    with pytest.raises(UnknownIndicator) as caught:
        full(store).warehouse.series(["nonsense"], ["001"])
    assert "nonsense" in caught.value.message.sv


@settings(max_examples=8)
@given(values=st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=2, max_size=2))
def test_an_area_of_all_is_the_sum_of_its_parts(store: Store, values: list[tuple[int, int]]) -> None:
    rows = [
        seen(name, code, float(value))
        for code, pair in zip(("001", "002"), values, strict=True)
        for name, value in zip(("t_jobs", "t_employed"), pair, strict=True)
    ]
    store.load(*rows)
    jobs, rate = store.warehouse.totals(["t_jobs", "t_sufficiency"], [REGION], periods=["2020"])
    assert jobs.value == sum(top for top, _ in values)
    expected = 100 * sum(top for top, _ in values) / sum(bottom for _, bottom in values)
    assert rate.value == pytest.approx(expected)
