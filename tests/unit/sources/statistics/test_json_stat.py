"""JSON-stat 2 as its format says: every way to give cells, and each fault by its own name."""

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.problems import InputProblem
from seutu.sources.statistics.json_stat import MOST_CELLS, DataSet, read_json_stat, read_structure
from tests.shared_material import SHARED, needs_shared


def plain(**changes: Any) -> dict[str, Any]:
    """Return a small proper data set: two areas by three years."""
    return {
        "version": "2.0",
        "class": "dataset",
        "id": ["area", "year"],
        "size": [2, 3],
        "role": {"time": ["year"]},
        "dimension": {
            "area": {"label": "Area", "category": {"index": {"B": 1, "A": 0}, "label": {"A": "Aa", "B": "Be"}}},
            "year": {"category": {"index": ["2022", "2023", "2024"]}},
        },
        "value": [1, 2.5, None, 0, -4, 1e3],
        **changes,
    }


def read(content: object) -> DataSet:
    return read_json_stat(json.dumps(content).encode())


def fault(content: object) -> str:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    with pytest.raises(InputProblem) as caught:
        read_json_stat(raw)
    (problem,) = caught.value.problems
    assert len(set(problem.message.as_dict().values())) == 3
    return problem.message.en


def test_cells_come_in_order_with_the_last_dimension_fastest() -> None:
    found = read(plain(status={"2": "..", "3": "p"}))
    assert list(found.cells()) == [
        (("A", "2022"), 1.0, ""),
        (("A", "2023"), 2.5, ""),
        (("A", "2024"), None, ".."),
        (("B", "2022"), 0.0, "p"),
        (("B", "2023"), -4.0, ""),
        (("B", "2024"), 1000.0, ""),
    ]
    assert found.roles == {"time": ("year",)}
    assert [(each.label, each.labels) for each in found.dimensions] == [
        ("Area", {"A": "Aa", "B": "Be"}),
        ("year", {"2022": "2022", "2023": "2023", "2024": "2024"}),
    ]


def test_a_sparse_answer_is_the_same_as_a_full_one() -> None:
    sparse = read(plain(value={"0": 1, "1": 2.5, "3": 0, "4": -4, "5": 1000}))
    assert list(sparse.cells()) == list(read(plain()).cells())


@pytest.mark.parametrize("status", ["e", ["e"] * 6, dict.fromkeys("012345", "e")])
def test_a_status_may_be_one_text_an_array_or_an_object(status: object) -> None:
    assert [said for _, _, said in read(plain(status=status)).cells()] == ["e"] * 6


def test_the_only_category_needs_no_index() -> None:
    year = {"category": {"label": {"2024": "2024"}}}
    small = plain(size=[2, 1], dimension={"area": plain()["dimension"]["area"], "year": year}, value=[1, 2])
    assert [codes for codes, _, _ in read(small).cells()] == [("A", "2024"), ("B", "2024")]


AREA = plain()["dimension"]["area"]
YEAR = plain()["dimension"]["year"]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (b"", "the JSON is broken or cut (line 1)"),
        (b'{"version": "2.0",\n "cla', "broken or cut (line 2)"),
        (b"\xff\xfe{", "broken or cut"),
        (b" <html><body>Busy</body></html>", "a web page instead of figures"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"[NaN]", "NaN is not a number"),
        (b"[-Infinity]", "-Infinity is not a number"),
        (b'["\\ud83d\\ude00", "\\ud800"]', "half a character"),
        (b'{"id": 1, "id": 2}', "the name id stands twice"),
        (b"[" + b"9" * 5000 + b"]", "broken or cut"),
        ([], "no class: dataset"),
        (plain(**{"class": "collection"}), "no class: dataset"),
        (plain(version="1.3"), "the version is 1.3, not 2"),
        (plain(version=2), "the version is 2, not 2"),
        (plain(id=[]), "the list id is missing"),
        (plain(id=["area", "area"]), "the list id is missing"),
        (plain(size=[2]), "size does not give a size for 2 dimensions"),
        (plain(size=[2, -3]), "size does not give a size"),
        (plain(size=[2, True]), "size does not give a size"),
        (plain(size=[2, 4]), "the size of year is 4, but it has 3 categories"),
        (plain(dimension={"area": AREA}), "the categories of the dimension year are missing"),
        (plain(dimension={"area": AREA, "year": YEAR, "sex": YEAR}), "the dimension sex is not in the list id"),
        (plain(role={"time": ["aika"]}), "the dimension aika is not in the list id"),
        (plain(role=["year"]), "role is broken"),
        (plain(dimension={"area": {"category": {"index": {"A": 0, "B": 2}}}, "year": YEAR}), "order (index)"),
        (plain(dimension={"area": {"category": {"index": {"A": 0, "B": 0}}}, "year": YEAR}), "order (index)"),
        (plain(dimension={"area": {"category": {"index": ["A", "A"]}}, "year": YEAR}), "order (index)"),
        (plain(dimension={"area": {"category": {"label": {"A": "1", "B": "2"}}}, "year": YEAR}), "order (index)"),
        (
            plain(dimension={"area": {"category": {"index": ["A", "B"], "label": {"C": "x"}}}, "year": YEAR}),
            "the label C of area is of no category",
        ),
        (
            plain(dimension={"area": {"category": {"index": ["A", "B"], "label": {"A": 1}}}, "year": YEAR}),
            "the labels of the dimension area are not texts",
        ),
        (plain(value=[1, 2]), "value has 2 entries, though there are 6 figures"),
        (plain(value="1"), "the figures (value) are missing"),
        (plain(value=[1, 2, "..", 4, 5, 6]), "the value “..” at 2 is not a number"),
        (plain(value=[1, 2, True, 4, 5, 6]), "the value “True” at 2"),
        (plain(value={"6": 1}), "no position “6” among 6 figures"),
        (plain(value={"-1": 1}), "no position “-1”"),
        (plain(value={"01": 1}), "no position “01”"),
        (plain(value={"1": "x"}), "the value “x” at 1"),
        (plain(status=["e"]), "status has 1 entries"),
        (plain(status={"9": "e"}), "status: there is no position “9”"),
        (plain(status=[1] * 6), "status is broken"),
        (plain(status=5), "status is broken"),
    ],
)
def test_each_fault_is_told_by_its_name(broken: object, said: str) -> None:
    assert said in fault(broken)


def test_a_number_past_all_bounds_is_no_number() -> None:
    raw = json.dumps(plain()).replace("2.5", "1e999").encode()
    assert "the value “inf” at 1" in fault(raw)
    assert "is not a number" in fault(json.dumps(plain()).replace("2.5", "9" * 400).encode())


def test_a_huge_size_is_refused_before_room_is_made_for_it() -> None:
    codes = [str(number) for number in range(3000)]
    dimension = {name: {"category": {"index": codes}} for name in "abcdef"}
    bomb = plain(id=list("abcdef"), size=[3000] * 6, role={}, dimension=dimension, value={})
    assert f"the most is {MOST_CELLS}" in fault(bomb)
    assert read_structure(json.dumps(bomb).encode()).size() == 3000**6


@given(st.lists(st.integers(0, 3), min_size=1, max_size=4), st.data())
def test_what_is_written_is_read_back(sizes: list[int], data: st.DataObject) -> None:
    names = [f"d{place}" for place in range(len(sizes))]
    codes = [[f"c{number}" for number in range(size)] for size in sizes]
    cells = list(product(*codes))
    numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
    values = data.draw(st.lists(numbers, min_size=len(cells), max_size=len(cells)))
    sparse = data.draw(st.booleans())
    written = plain(
        id=names,
        size=sizes,
        role={},
        dimension={
            name: {"category": {"index": {code: place for place, code in enumerate(own)}}}
            for name, own in zip(names, codes, strict=True)
        },
        value={str(place): value for place, value in enumerate(values) if value is not None} if sparse else values,
    )
    assert [(cell, value) for cell, value, _ in read(written).cells()] == list(zip(cells, values, strict=True))


@needs_shared
def test_a_real_answer_of_statistics_sweden_is_read_whole() -> None:
    found = read_json_stat((SHARED / "data/pxweb-samples/scb_v2_TAB6471_data.json").read_bytes())
    cells = list(found.cells())
    assert (len(cells), found.size(), found.updated, found.source) == (2772, 2772, "2026-06-08T06:00:00Z", "SCB")
    assert found.roles == {"time": ("Tid",), "metric": ("ContentsCode",)}
    assert found.dimensions[3].units["000007SF"] == {"base": "antal", "decimals": 0}
    assert cells[-1] == (("25", "100+10", "2", "000007SF", "2026M04"), 54.0, "")
    both = {codes[1:]: value for codes, value, _ in cells if codes[0] == "25"}
    for (age, sex, content, month), value in both.items():  # disclosure control moves each figure by a few
        if sex == "TotSa":
            parts = [both[age, one, content, month] for one in ("1", "2")]
            assert abs((value or 0) - sum(part or 0 for part in parts)) < 10


@needs_shared
def test_real_metadata_are_read_without_figures() -> None:
    found = read_structure((SHARED / "data/pxweb-samples/scb_v2_TAB6471_metadata.json").read_bytes())
    assert [len(each.codes) for each in found.dimensions] == [312, 134, 3, 1, 16]
    assert found.dimensions[2].extension["elimination"] is True
