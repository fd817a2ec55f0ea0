"""The plan format: every figure exact, every fault with its path, missing and blank told apart."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from seutu.core.funding.plans import Way
from seutu.core.problems import InputProblem
from seutu.sources.plans import plan_as_dict, read_plan

PLAN: dict[str, Any] = {
    "title": "Kokeilu", "legal_basis": "867/2021", "fund": "JTF", "cost_model": "flat_rate_40", "rounding": "half_up",
    "period": ["2026-06-01", "2028-05-31"],
    "cost_lines": [
        {"label": "Palkat", "kind": "staff", "amount": "221354", "applied": None, "years": {"2026": "221354.00"}},
        {"label": "Flat rate", "kind": "flat_rate", "amount": 88542},
    ],
    "total": "309896",
    "funding": [{"label": "EU", "kind": "eu_state", "amount": "247916", "share": "80"}],
    "work_packages": [{"number": "1", "name": "Alku", "person_months": "10"}],
    "partners": [{"name": "Kaupunki", "role": "lead", "total": None}],
}  # fmt: skip


def written(tmp_path: Path, told: object) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    return path


def refused(tmp_path: Path, **changes: object) -> dict[str | None, str]:
    with pytest.raises(InputProblem) as problem:
        read_plan(written(tmp_path, PLAN | changes))
    return {each.column: each.message.fi for each in problem.value.problems}


def test_figures_are_exact_and_null_is_not_given(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path, PLAN)).plan
    staff, flat = plan.cost_lines
    assert (staff.amount.number, flat.amount.number) == (Decimal(221354), Decimal(88542))
    assert (staff.applied, staff.rejected) == (None, None)
    assert plan.partners[0].total is None
    assert plan.work_packages[0].purchases is None
    assert staff.years["2026"].place.cell == "cost_lines[0].years.2026"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (309896.0, "liukuluku"),
        ("-5", "negatiivinen"),
        (-5, "negatiivinen"),
        ("9" * 14, "liian suuri"),
        ("309 896", "pitäisi olla luku"),
        ("1e5", "pitäisi olla luku"),
        ("NaN", "pitäisi olla luku"),
        (True, "pitäisi olla luku"),
        ([1], "pitäisi olla luku"),
    ],
)
def test_a_figure_that_cannot_be_used_is_named(tmp_path: Path, value: object, said: str) -> None:
    assert said in refused(tmp_path, total=value)["total"]


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    rows = [{"label": "A", "kind": "gift", "amount": "1"}, {"label": "B", "kind": "own", "amount": 1.5}, "C"]
    found = refused(tmp_path, funding=rows, period=["2026-06-01", "1.1.2027"], cost_model="magic")
    assert set(found) == {"funding[0].kind", "funding[1].amount", "funding[2]", "period[1]", "cost_model"}
    assert "eu_state, own, municipal, other_public, private" in found["funding[0].kind"]


@pytest.mark.parametrize("told", ["{", "[]", "{}", "\x00", '{"total": "1"', "[" * 5000])
def test_what_is_no_plan_is_refused(tmp_path: Path, told: str) -> None:
    with pytest.raises(InputProblem):
        read_plan(written(tmp_path, told))


def test_an_unknown_field_is_told(tmp_path: Path) -> None:
    (note,) = read_plan(written(tmp_path, PLAN | {"colour": "blue"})).notes
    assert note.column == "colour"


def test_the_amount_of_a_line_may_be_left_blank(tmp_path: Path) -> None:
    rows = [{"label": "Palkat", "kind": "staff", "amount": None, "years": {"2026": None, "2027": "5"}}]
    (line,) = read_plan(written(tmp_path, PLAN | {"cost_lines": rows})).plan.cost_lines
    assert line.amount.is_blank
    assert [term.is_blank for term in line.years.values()] == [True, False]


def test_what_a_line_is_worked_out_of_is_read_and_its_faults_are_told(tmp_path: Path) -> None:
    line = {"label": "Palkat", "kind": "staff", "calculation": "fixed_share", "quantity": "12", "work_share": "50"}
    read = read_plan(written(tmp_path, PLAN | {"cost_lines": [line]}))
    calculation = read.plan.cost_lines[0].calculation
    assert calculation is not None
    assert (calculation.way, calculation.unit_price, calculation.side_costs) == (Way.FIXED_SHARE, None, None)
    assert calculation.quantity is not None
    assert (calculation.quantity.value, calculation.quantity.place.cell) == (Decimal(12), "cost_lines[0].quantity")
    assert read.notes == ()
    found = refused(tmp_path, cost_lines=[line | {"calculation": "guess", "unit": 5, "side_costs": 26.44}])
    assert found.keys() == {"cost_lines[0].calculation", "cost_lines[0].unit", "cost_lines[0].side_costs"}
    assert "fixed_share" in str(found["cost_lines[0].calculation"])
    assert read_plan(written(tmp_path, PLAN)).plan.cost_lines[0].calculation is None


def test_an_unknown_field_of_a_row_is_told(tmp_path: Path) -> None:
    rows = [{"number": "1", "name": "Alku", "depends": ["2"]}]
    (note,) = read_plan(written(tmp_path, PLAN | {"work_packages": rows})).notes
    assert note.column == "work_packages[0].depends"


def test_a_field_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="The field total is twice in one object"):
        read_plan(written(tmp_path, '{"total": "100", "funding": [], "total": "200"}'))


def packages(*waits: list[str]) -> list[dict[str, object]]:
    return [{"number": str(number), "name": "Osa", "after": after} for number, after in enumerate(waits, 1)]


def test_packages_may_wait_for_one_another(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path, PLAN | {"work_packages": packages(["3"], [], ["2"])})).plan
    assert [package.after for package in plan.work_packages] == [("3",), (), ("2",)]
    assert [row.get("after") for row in plan_as_dict(plan)["work_packages"]] == [["3"], None, ["2"]]


def test_packages_that_wait_in_a_circle_are_refused(tmp_path: Path) -> None:
    found = refused(tmp_path, work_packages=packages(["3"], ["1"], ["2"]))
    assert found == {
        "work_packages": "Työpaketit odottavat toisiaan kehässä: 1 → 3 → 2 → 1. Poista jokin näistä riippuvuuksista."
    }
    assert "odottavat toisiaan kehässä: 1 → 1" in refused(tmp_path, work_packages=packages(["1"]))["work_packages"]


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    found = refused(tmp_path, work_packages=packages([], ["7"]))
    assert found == {
        "work_packages[1].after": "Työpakettia 7 ei ole suunnitelmassa. Korjaa numero tai poista riippuvuus."
    }
    assert (
        "pitäisi olla luettelo"
        in refused(tmp_path, work_packages=[{"number": "1", "name": "", "after": "2"}])["work_packages[0].after"]
    )


def test_a_chain_of_thousands_is_followed(tmp_path: Path) -> None:
    chain = packages(*([str(number)] for number in range(2, 5001)), [])
    assert len(read_plan(written(tmp_path, PLAN | {"work_packages": chain})).plan.work_packages) == 5000
