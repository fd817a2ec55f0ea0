"""Person-months of a package beside those of its tasks and people; the size of a risk."""

from decimal import Decimal

import pytest

from seutu.core.figures.relations import Status
from seutu.core.programmes.risks import Size, size, weight
from seutu.core.programmes.work_checks import work_checks

TASKS = [("1.1", Decimal(4)), ("1.2", Decimal(6))]


def test_sums_that_agree_hold() -> None:
    found = work_checks("1", Decimal(10), tasks=TASKS, people=[("asiantuntija", Decimal(10))])
    assert [relation.status for relation in found] == [Status.HOLDS, Status.HOLDS]


def test_a_sum_that_differs_is_said_in_three_languages() -> None:
    (found,) = work_checks("1", Decimal(11), tasks=TASKS, people=[])
    assert found.status is Status.FAILS
    assert found.message.fi.startswith(
        "Työpaketti 1, tehtävien työ: osat ovat yhteensä 10\u00a0htkk, mutta summaksi on merkitty 11\u00a0htkk."
    )
    assert "Arbetspaket 1" in found.message.sv
    assert "Work package 1" in found.message.en


def test_blank_rows_are_no_zeros() -> None:
    (found,) = work_checks("1", Decimal(11), tasks=[*TASKS, ("1.3", None)], people=[("x", None)])
    assert found.status is Status.NOT_CHECKABLE
    assert work_checks("1", None, tasks=TASKS, people=[]) == []


@pytest.mark.parametrize(
    ("probability", "impact", "weighed"), [(1, 1, 1), (5, 5, 25), (None, 3, None), (2, None, None), (Decimal(3), 4, 12)]
)
def test_a_risk_weighs_probability_times_impact(
    probability: Decimal | None, impact: Decimal | None, weighed: int | None
) -> None:
    assert weight(probability, impact) == weighed


def test_sizes_have_no_gaps() -> None:
    sizes = [size(each) for each in range(1, 26)]
    assert sizes == [Size.SMALL] * 4 + [Size.MODERATE] * 10 + [Size.GREAT] * 11
