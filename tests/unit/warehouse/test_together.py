"""Many people read while one loads: nobody waits, nobody sees half a load."""

from concurrent.futures import ThreadPoolExecutor

from tests.unit.warehouse.conftest import Store, seen


def test_readers_see_the_whole_of_one_load_or_of_the_other(store: Store) -> None:
    def load(value: float) -> None:
        store.load(seen("t_jobs", "001", value), seen("t_jobs", "002", value))

    def read(_: int) -> set[float | None]:
        return {figure.value for figure in store.warehouse.series(["t_jobs"], ["001", "002"])}

    load(0.0)
    with ThreadPoolExecutor(max_workers=4) as pool:
        loads = [pool.submit(load, float(value)) for value in range(1, 4)]
        seen_values = list(pool.map(read, range(20)))
        for done in loads:
            done.result()
    assert all(len(values) == 1 for values in seen_values)
    assert read(0) <= {1.0, 2.0, 3.0}
    assert len(store.loads) == 4
    assert {report.rows for report in store.loads} == {2}
