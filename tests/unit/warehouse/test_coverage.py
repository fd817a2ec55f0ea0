"""What the store has: how many places by period, and everybody's values in a period of one's own choice."""

from seutu.warehouse import Coverage
from tests.unit.warehouse.conftest import Store, seen


def full(store: Store) -> Store:
    store.load(
        seen("t_jobs", "001", 90.0),
        seen("t_jobs", "002", None, status="not_published"),
        seen("t_jobs", "001", 80.0, "2019"),
        seen("t_jobs", "002", 20.0, "2019"),
        seen("t_employed", "001", 60.0, "2019"),
        seen("t_employed", "002", 0.0, "2019"),
        seen("t_margin", "SSS", 6.4, kind="country"),
        seen("t_industry", "001", 5.0, breakdown="tol2008:C"),
        seen("t_industry", "001", 6.0, breakdown="tol2008:A"),
    )
    return store


def test_coverage_counts_places_with_a_value_computed_rates_and_parts_among_them(store: Store) -> None:
    names = ["t_jobs", "t_sufficiency", "t_margin", "t_industry"]
    found = {(each.indicator, each.period): each for each in full(store).warehouse.coverage(names)}
    assert found["t_jobs", "2020"] == Coverage("t_jobs", "municipality", "2020", 1, 1)
    assert found["t_jobs", "2019"].places == 2
    assert found["t_sufficiency", "2019"].places == 1
    assert found["t_margin", "2020"].place_kind == "country"
    assert (found["t_industry", "2020"].places, found["t_industry", "2020"].wholes) == (1, 0)


def test_values_are_of_each_indicators_own_period_without_blanks(store: Store) -> None:
    periods = {"t_jobs": "2020", "t_sufficiency": "2019", "t_employed": "2020"}
    assert full(store).warehouse.values_of(periods) == {
        "t_jobs": {"001": 90.0},
        "t_sufficiency": {"001": 100 * 80.0 / 60.0},
        "t_employed": {},
    }
