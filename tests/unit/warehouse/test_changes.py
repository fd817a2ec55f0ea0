from seutu.core.statistics import Grain, Status
from seutu.warehouse import Area
from tests.unit.warehouse.conftest import Store, seen

REGION = Area("region", "01", ("001", "002"))
ASKED = ["t_jobs_change", "t_jobs", "t_sufficiency_change"]


def filled(store: Store) -> Store:
    store.load(
        *(seen("t_jobs", "001", value, period) for period, value in (("2018", 80.0), ("2019", 100.0), ("2020", 90.0))),
        *(seen("t_jobs", "002", value, period) for period, value in (("2019", 0.0), ("2020", 10.0))),
        *(seen("t_jobs", "001", value, period) for period, value in (("2020-05", 50.0), ("2021-05", 55.0))),
        *(seen("t_employed", "001", value, period) for period, value in (("2019", 50.0), ("2020", 60.0))),
    )
    return store


def test_a_series_of_changes_stands_beside_plain_figures_in_the_order_asked(store: Store) -> None:
    found = filled(store).warehouse.series(ASKED, ["001"], grain=Grain.YEAR)
    said = [(figure.indicator.id, figure.period, figure.value) for figure in found]
    assert said == [
        ("t_jobs_change", "2019", 25.0),
        ("t_jobs_change", "2020", -10.0),
        ("t_jobs", "2018", 80.0),
        ("t_jobs", "2019", 100.0),
        ("t_jobs", "2020", 90.0),
        ("t_sufficiency_change", "2020", -50.0),
    ]
    assert found[0].status == Status.RECOMPUTED
    assert found[0].formula is not None
    assert found[0].formula.en == "100 × (t_jobs en − t_jobs en a year ago) / t_jobs en a year ago"
    assert [source.name for source in found[0].sources] == ["Statistics office"]


def test_the_newest_change_is_of_a_year_unless_months_are_asked(store: Store) -> None:
    store = filled(store)
    (year,) = store.warehouse.latest(["t_jobs_change"], ["001"])
    (month,) = store.warehouse.latest(["t_jobs_change"], ["001"], grain=Grain.MONTH)
    assert (year.period, year.value, month.period, month.value) == ("2020", -10.0, "2021-05", 10.0)


def test_a_change_from_nothing_is_no_change_and_says_so(store: Store) -> None:
    (found,) = filled(store).warehouse.latest(["t_jobs_change"], ["002"])
    assert found.value is None
    assert found.reason is not None


def test_the_change_of_an_area_is_of_its_sum_and_a_missing_start_is_told(store: Store) -> None:
    later, first = filled(store).warehouse.totals(["t_jobs_change"], [REGION], periods=["2020", "2019"])[::-1]
    assert (first.period, first.value) == ("2019", None)
    assert first.reason is not None
    assert "1 years before" in first.reason.en
    assert (later.period, later.value) == ("2020", 0.0)


def test_the_doubts_of_both_ends_stay_with_the_change(store: Store) -> None:
    store.load(
        seen("t_jobs", "001", 80.0, "2018", status="mean:12"),
        seen("t_jobs", "001", 90.0, "2019", status="mean:10"),
        seen("t_jobs", "002", 80.0, "2018", status=Status.INCOMPLETE),
        seen("t_jobs", "002", 90.0, "2019"),
        seen("t_jobs", "003", 80.0, "2018", status="flag:b"),
        seen("t_jobs", "003", 90.0, "2019"),
    )
    found = store.warehouse.latest(["t_jobs_change"], ["001", "002", "003"])
    assert [figure.status for figure in found] == ["mean:10", Status.INCOMPLETE, "flag:b"]


def test_a_change_is_covered_where_both_its_ends_are_and_its_values_are_those_of_the_series(store: Store) -> None:
    warehouse = filled(store).warehouse
    covered = {(each.indicator, each.period): each.places for each in warehouse.coverage(["t_jobs_change", "t_jobs"])}
    assert covered["t_jobs", "2019"] == 2
    assert (covered["t_jobs_change", "2019"], covered["t_jobs_change", "2020"]) == (1, 2)
    assert ("t_jobs_change", "2018") not in covered
    found = warehouse.values_of({"t_jobs_change": "2020", "t_jobs": "2019", "t_sufficiency_change": "2020"})
    assert found["t_jobs"] == {"001": 100.0, "002": 0.0}
    series = warehouse.series(["t_jobs_change", "t_sufficiency_change"], None)
    for name in ("t_jobs_change", "t_sufficiency_change"):
        own = {one.place: one.value for one in series if one.indicator.id == name and one.period == "2020"}
        assert found[name] == own
