"""Where a project stands in the year of a report."""

from datetime import date

import pytest

from seutu.core.programmes.life_cycles import Life, Stage, Standing, is_due_for_review, standing_on

END = date(2023, 12, 31)
UNDER_WAY = Standing(under_way=True)
CONTINUES = Standing(under_way=True, continues=True)
NEW = Standing(new=True)
PREPARED = Standing(in_preparation=True)
ELSEWHERE = Standing(elsewhere=True)
UNKNOWN = Standing()


@pytest.mark.parametrize(
    ("life", "standing"),
    [
        (Life(date(2022, 5, 1), date(2023, 11, 30), Stage.ENDED), UNDER_WAY),
        (Life(date(2022, 5, 1), date(2023, 1, 1)), UNDER_WAY),
        (Life(date(2022, 5, 1), END), UNDER_WAY),
        (Life(date(2022, 5, 1), date(2024, 1, 1)), CONTINUES),
        # it has ended since, but in the year of the report it went on
        (Life(date(2022, 5, 1), date(2024, 6, 30), Stage.ENDED), CONTINUES),
        (Life(date(2023, 5, 1), None, Stage.RUNNING), CONTINUES),
        (Life(date(2023, 5, 1)), CONTINUES),
        (Life(date(2023, 5, 1), None, Stage.ENDED), UNKNOWN),
        (Life(date(2020, 1, 1), date(2022, 12, 31)), ELSEWHERE),
        (Life(date(2024, 1, 1), None, Stage.STARTING), NEW),
        (Life(date(2024, 12, 31)), NEW),
        (Life(date(2025, 1, 1)), ELSEWHERE),
        (Life(stage=Stage.STARTING), NEW),
        (Life(stage=Stage.RUNNING), CONTINUES),
        (Life(end=date(2023, 6, 1), stage=Stage.RUNNING), UNDER_WAY),
        (Life(end=date(2022, 6, 1), stage=Stage.RUNNING), ELSEWHERE),
        (Life(stage=Stage.ENDED), UNKNOWN),
        (Life(), UNKNOWN),
        (Life(stage=Stage.IDEA), PREPARED),
        # a planned start does not make a preparation a project
        (Life(date(2023, 3, 1), None, Stage.PREPARATION), PREPARED),
    ],
)
def test_where_a_project_stands(life: Life, standing: Standing) -> None:
    assert standing_on(life, END) == standing


def test_in_the_middle_of_a_year_the_rest_of_it_and_the_next_are_ahead() -> None:
    day = date(2023, 6, 30)
    assert standing_on(Life(date(2023, 9, 1)), day) == NEW
    assert standing_on(Life(date(2024, 12, 31)), day) == NEW
    assert standing_on(Life(date(2025, 1, 1)), day) == ELSEWHERE
    assert standing_on(Life(date(2023, 1, 1), date(2023, 12, 31)), day) == UNDER_WAY
    assert standing_on(Life(date(2023, 1, 1), date(2024, 1, 1)), day) == CONTINUES


def test_what_is_told() -> None:
    assert [each.is_told for each in (UNKNOWN, ELSEWHERE, NEW, PREPARED, UNDER_WAY)] == [False, True, True, True, True]


def test_ideas_and_preparations_are_not_reviewed_yet() -> None:
    assert [stage for stage in Stage if not is_due_for_review(stage)] == [Stage.IDEA, Stage.PREPARATION]
    assert is_due_for_review(None)
