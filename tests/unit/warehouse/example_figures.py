"""Figures with everything in them that engines could answer differently. Not a test."""

from pathlib import Path

from tests.unit.warehouse.conftest import Store, seen


def filled(store: Store) -> Path:
    """Load figures of three municipalities: whole, incomplete, blank, monthly, by industry, and none for a rate."""
    store.load(
        *(
            seen("t_jobs", place, value, period)
            for place, value, period in (
                ("001", 90.0, "2019"),
                ("002", 10.0, "2019"),
                ("003", None, "2019"),
                ("001", 91.5, "2020"),
                ("002", 0.0, "2020"),
                ("003", 7.25, "2020"),
                ("001", 92.0, "2020-05"),
            )
        ),
        *(seen("t_employed", place, value) for place, value in (("001", 60.0), ("002", 0.0), ("003", 50.0))),
        seen("t_sufficiency", "001", 149.0, "2019"),
        seen("t_margin", "003", None),
        seen("t_industry", "001", 4.0, breakdown="tol2008:C"),
        seen("t_jobs", "01", 180.0, "2018", kind="region"),
    )
    return store.warehouse.path
