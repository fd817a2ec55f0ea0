"""Classes of malformed tables (B1) and hostile archives (B2): a seeded tenth each time, all of them as soak."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.malformed.generate import HOSTILE, MALFORMED, Case, Recipe, a_tenth
from tests.unit.sources.tables.verdicts import verdict

SEED = 20_260_601
ROOT = Path(__file__).resolve().parents[4]


def _named(recipes: Sequence[Recipe]) -> list[object]:
    return [pytest.param(recipe, id=recipe.name) for recipe in recipes]


def _costs(cases: Sequence[Case]) -> list[dict[str, object]]:
    """Read the files in a process of their own, so that a crash there is a failure here and memory is its own."""
    command = [sys.executable, "-m", "tests.malformed.measure", *[str(case.path) for case in cases]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=900)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _over(costs: Sequence[dict[str, object]], *, seconds: float, megabytes: float) -> list[dict[str, object]]:
    return [
        cost
        for cost in costs
        if float(str(cost["seconds"])) > seconds or (cost["megabytes"] and float(str(cost["megabytes"])) > megabytes)
    ]


def test_there_are_enough_of_each_class() -> None:
    classes = [recipe.class_name for recipe in MALFORMED]
    assert len(classes) >= 100
    assert len(set(classes)) == 20
    assert min(classes.count(name) for name in classes) >= 5
    assert len(HOSTILE) >= 25
    assert len({recipe.name for recipe in (*MALFORMED, *HOSTILE)}) == len(MALFORMED) + len(HOSTILE)


@pytest.mark.parametrize("recipe", _named(a_tenth(MALFORMED, SEED)))
def test_a_malformed_table_is_read_or_refused_as_it_should(recipe: Recipe, tmp_path: Path) -> None:
    assert verdict(recipe.build(tmp_path)) == ""


@pytest.mark.parametrize("recipe", _named(a_tenth(HOSTILE, SEED)))
def test_a_hostile_file_is_refused(recipe: Recipe, tmp_path: Path) -> None:
    assert verdict(recipe.build(tmp_path)) == ""


def test_a_hostile_file_costs_little(tmp_path: Path) -> None:
    cases = [recipe.build(tmp_path) for recipe in a_tenth(HOSTILE, SEED + 1)]
    costs = _costs(cases)
    assert len(costs) == len(cases)
    assert not _over(costs, seconds=2, megabytes=100)


@pytest.mark.soak
@pytest.mark.parametrize("recipe", _named((*MALFORMED, *HOSTILE)))
def test_every_file_is_read_or_refused_as_it_should(recipe: Recipe, tmp_path: Path) -> None:
    assert verdict(recipe.build(tmp_path)) == ""


@pytest.mark.soak
@pytest.mark.parametrize(
    ("recipes", "seconds", "megabytes"),
    [
        pytest.param(MALFORMED, 10, 300, id="malformed"),
        pytest.param([recipe for recipe in HOSTILE if recipe.class_name != "too many rows"], 2, 100, id="hostile"),
        pytest.param([recipe for recipe in HOSTILE if recipe.class_name == "too many rows"], 10, 300, id="large"),
    ],
)
def test_every_file_costs_little(recipes: Sequence[Recipe], seconds: float, megabytes: float, tmp_path: Path) -> None:
    cases = [recipe.build(tmp_path) for recipe in recipes]
    costs = _costs(cases)
    assert len(costs) == len(cases)
    assert not _over(costs, seconds=seconds, megabytes=megabytes)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
@pytest.mark.parametrize("name", ["renamed_3.xls", "renamed_1.xlsx", "ods_1.ods"])
def test_a_file_cut_anywhere_is_refused_and_never_crashes(name: str, share: float, tmp_path: Path) -> None:
    recipe = next(recipe for recipe in MALFORMED if recipe.name == name)
    case = recipe.build(tmp_path)
    body = case.path.read_bytes()
    case.path.write_bytes(body[: int(len(body) * share)])
    told = verdict(case)
    assert told == "" or told.startswith("was refused")  # what follows the table may be cut off without harm
