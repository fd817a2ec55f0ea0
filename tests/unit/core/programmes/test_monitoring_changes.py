"""What has changed since a report was kept."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from seutu.core.figures import Amount, Qualifier
from seutu.core.funding.appropriations import USE, UseState
from seutu.core.programmes.monitoring import (
    AppropriationLine,
    CostLine,
    GoalLine,
    IndicatorLine,
    MonitoringReport,
    ProjectLine,
    ReviewCount,
    StateLine,
    Words,
)
from seutu.core.programmes.monitoring_changes import changes_between

USED = USE[UseState.USED]
PILOT, STUDY = ProjectLine("1", "Pilot"), ProjectLine("2", "Study")
GRANT = Amount(Decimal(200_000), "EUR")
KEPT = MonitoringReport(
    programme="Programme",
    owner="",
    steering="",
    day=date(2023, 12, 31),
    goals=(GoalLine("1", "Goal"),),
    under_way=(PILOT,),
    continuing=(PILOT,),
    in_preparation=(STUDY,),
    indicators=(IndicatorLine("i", "Employed", unit="persons", value=Decimal(20)),),
    review=ReviewCount(1, 1, 34, 17),
    appropriations=(
        AppropriationLine(
            "a", "Grant", "2023", GRANT,
            (StateLine(USED, Amount(Decimal(180_000), "EUR", Qualifier.UNDER), None),),
        ),
    ),
    costs=(CostLine("Pilot", Decimal(30_000), None),),
)  # fmt: skip


def told(live: MonitoringReport) -> list[tuple[str, str, str, str]]:
    return [
        (each.subject, each.what.en, each.kept.en.replace("\u00a0", " "), each.now.en.replace("\u00a0", " "))
        for each in changes_between(KEPT, live)
    ]


def test_the_same_has_not_changed_and_words_are_not_compared() -> None:
    assert told(replace(KEPT, words=Words("Said since."))) == []


def test_a_renamed_project_is_the_same_project() -> None:
    renamed = replace(PILOT, name="Pilot 2")
    assert told(replace(KEPT, under_way=(renamed,), continuing=(renamed,))) == []


def test_each_thing_that_differs_is_told() -> None:
    live = replace(
        KEPT,
        goals=(*KEPT.goals, GoalLine("2", "Other")),
        continuing=(),
        new=(STUDY,),
        in_preparation=(),
        indicators=(replace(KEPT.indicators[0], value=Decimal(21)),),
        review=ReviewCount(2, 1, 51, 17),
        appropriations=(
            replace(
                KEPT.appropriations[0],
                states=(StateLine(USED, Amount(Decimal(178_450), "EUR"), None),),
            ),
        ),
        costs=(CostLine("Pilot", Decimal(30_000), Decimal(12)),),
    )
    assert told(live) == [
        ("Other", "benefit goal", "is not in the programme", "is in the programme"),
        ("Pilot", "continuing", "belongs here", "does not belong here"),
        ("Study", "new", "does not belong here", "belongs here"),
        ("Study", "in preparation", "belongs here", "does not belong here"),
        ("Employed", "indicator", "20 persons", "21 persons"),
        ("", "review against the UN's goals", "17 / 34", "17 / 51"),
        ("Grant 2023", "Used", "under 180 000 €", "178 450 €"),
        ("Pilot", "used", "–", "12 €"),
    ]


def test_an_appropriation_that_came_and_one_that_went_are_told() -> None:
    other = replace(KEPT.appropriations[0], id="b", name="Second", states=())
    found = told(replace(KEPT, appropriations=(other,)))
    assert ("Grant 2023", "appropriation", "200 000 €", "–") in found
    assert ("Second 2023", "appropriation", "–", "200 000 €") in found
