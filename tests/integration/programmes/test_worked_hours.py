"""Worked hours beside the plan: sums by package and person, months not told, files, roles and the page."""

import io
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest
from pytest_django import DjangoAssertNumQueries

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User
from seutu.apps.programmes.models import Assignment, Project
from seutu.apps.programmes.plans.hours import hours_rule, project_hours
from seutu.apps.programmes.plans.work import project_work
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.files.exporting import export_kind
from seutu.apps.records.files.importing import open_file, plan_import
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import trash_record
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import ColumnProblem, Reading
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_person, make_record, make_workspace, signed_in, signed_in_as
from tests.integration.programmes.glow import Glow, make_glow, make_steering

pytestmark = pytest.mark.django_db
TODAY = date(2021, 12, 15)


@pytest.fixture
def owner() -> User:
    """Return the owner."""
    return make_person()


@pytest.fixture
def glow(owner: User) -> Glow:
    """Return a project with packages, people and no hours."""
    made = make_glow(make_workspace(owner=owner, slug="tyot"), by=owner)
    make_steering(made, by=owner)
    return made


def assignment(glow: Glow, role: str, package: str = "1") -> Assignment:
    """Return who works in a package."""
    return Assignment.objects.get(work_package=glow.packages[package].pk, role=role)


def hours(glow: Glow, month: date, amount: str, **values: Any) -> OwnedRecord:
    """Save hours of the project."""
    return make_record("worked-hours", project=glow.project, month=month, hours=Decimal(amount), **values)


def test_hours_stand_beside_what_was_planned(glow: Glow) -> None:
    """Hours of a person are those of the package too; hours of no package are of the whole."""
    with in_scope(glow.workspace):
        expert = assignment(glow, "asiantuntija")
        hours(glow, date(2021, 9, 1), "100.5", assignment=expert)
        hours(glow, date(2021, 11, 1), "700", assignment=expert, work_package=glow.packages["1"])
        hours(glow, date(2021, 9, 1), "10", work_package=glow.packages["4"])
        hours(glow, date(2021, 9, 1), "5")
        found = project_hours(cast("Project", glow.project), project_work(glow.project.pk), today=TODAY)
    assert found.rule is not None
    assert (found.rule.value, found.is_assumed) == (Decimal(1720), True)
    assert (found.whole.standing.planned, found.whole.standing.worked) == (Fraction(8170), Decimal("815.5"))
    worked = {row.package.number if row.package else "": row.standing.worked for row in found.packages}
    assert worked == {"1": Decimal("800.5"), "2": None, "3": None, "4": Decimal(10), "10": None, "": Decimal(5)}
    assert [(row.package.number, row.assignment.role) for row in found.overs if row.package and row.assignment] == [
        ("1", "asiantuntija")
    ]
    assert found.packages[0].untold == ((2021, 10),)
    assert found.packages[0].told == 2


def test_a_month_of_zero_hours_is_known(glow: Glow) -> None:
    """Zero is told; silence is not zero."""
    with in_scope(glow.workspace):
        hours(glow, date(2021, 9, 1), "0", work_package=glow.packages["1"])
        found = project_hours(cast("Project", glow.project), project_work(glow.project.pk), today=TODAY)
    row = found.packages[0]
    assert (row.standing.worked, row.standing.used, row.untold) == (Decimal(0), Fraction(0), ((2021, 10), (2021, 11)))
    assert found.packages[1].standing.worked is None


def test_hours_in_the_trash_do_not_count(glow: Glow) -> None:
    """Nor do they make a month known."""
    with in_scope(glow.workspace):
        made = hours(glow, date(2021, 9, 1), "8")
        trash_record(kind_named("worked-hours"), made, by=None, at=NOON)
        found = project_hours(cast("Project", glow.project), project_work(glow.project.pk), today=TODAY)
    assert found.whole.standing.worked is None


def test_a_basis_without_the_rule_gives_no_hours(glow: Glow) -> None:
    """Person-months of the earlier period stay person-months."""
    project = cast("Project", glow.project)
    project.legal_basis = "358/2014"
    assert hours_rule(project) == (None, False)


@pytest.mark.parametrize("column", ["month", "work_package", "assignment"])
def test_what_does_not_fit_together_is_refused(glow: Glow, column: str) -> None:
    """A day that is no month, another project's package, another package's person."""
    with in_scope(glow.workspace):
        values: dict[str, Any] = {
            "month": {"month": date(2021, 9, 2)},
            "work_package": {"work_package": make_record("work-packages")},
            "assignment": {"assignment": assignment(glow, "asiantuntija"), "work_package": glow.packages["2"]},
        }[column]
        with pytest.raises(InvalidValuesError) as told:
            hours(glow, values.pop("month", date(2021, 9, 1)), "1", **values)
    assert list(told.value.problems) == [column]


@pytest.mark.parametrize("cell", ["3/2026", "maaliskuu 2026", "2026-03", "1.3.2026", date(2026, 3, 1)])
def test_months_are_read_as_people_write_them(cell: Any) -> None:
    """A month is kept as its first day and shown as it is entered."""
    column = kind_named("worked-hours").column("month")
    read = column.read(cell, Reading(language="fi", finder=SingleFinder()))
    assert read == date(2026, 3, 1)
    assert column.show(read, "fi") == "3/2026"


@pytest.mark.parametrize("cell", ["15.3.2026", "2026", "Q1/2026", "noin 3/2026", "joskus", date(2026, 3, 15)])
def test_what_is_no_month_is_refused(cell: Any) -> None:
    """A day or a year is not made a month."""
    with pytest.raises(ColumnProblem):
        kind_named("worked-hours").column("month").read(cell, Reading(language="fi", finder=SingleFinder()))


@pytest.mark.parametrize("rows", [1, 3])
def test_hours_take_one_query(glow: Glow, rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """However many there are."""
    with in_scope(glow.workspace):
        for month in range(1, rows + 1):
            hours(glow, date(2021, month, 1), "8", work_package=glow.packages["1"])
        work = project_work(glow.project.pk)
        with django_assert_num_queries(1):
            project_hours(cast("Project", glow.project), work, today=TODAY)


def test_the_page_tells_hours_and_what_is_unknown(owner: User, glow: Glow) -> None:
    """The share used, what is over, the rule with its source."""
    with in_scope(glow.workspace):
        hours(glow, date(2021, 9, 1), "817", assignment=assignment(glow, "asiantuntija"))
    page = signed_in(owner).get(f"/en/w/tyot/projects/{glow.project.pk}/workload/").content.decode()
    assert "That is 10% of the planned" in page
    assert "More hours worked than planned:" in page
    assert "(EU) 2021/1060 art. 55(2)" in page
    assert "They are unknown, not zero" in page


@pytest.mark.parametrize(("role", "times"), [(Role.READER, 1), (Role.GUEST, 0)])
def test_hours_of_people_are_not_shown_to_guests(glow: Glow, role: Role, times: int) -> None:
    """Hours tell of a person's work."""
    with in_scope(glow.workspace):
        hours(glow, date(2021, 9, 1), "817", assignment=assignment(glow, "asiantuntija"))
    desk = signed_in_as(glow.workspace, role)
    page = desk.get(f"/en/w/tyot/projects/{glow.project.pk}/workload/")
    assert page.status_code == 200
    assert page.content.decode().count(">Hours worked<") == times
    assert desk.get("/en/w/tyot/r/worked-hours/").status_code == (200 if times else 404)


def test_a_funder_sees_no_hours(glow: Glow) -> None:
    """Not in the list, and not on the page."""
    with in_scope(glow.workspace):
        hours(glow, date(2021, 9, 1), "817")
    desk = signed_in_as(glow.workspace, Role.FUNDER)
    assert desk.get(f"/en/w/tyot/projects/{glow.project.pk}/workload/").status_code == 404
    assert desk.get("/en/w/tyot/r/worked-hours/").status_code == 404


def test_a_workbook_brought_back_changes_nothing(glow: Glow, tmp_path: Path) -> None:
    """Export and import are the same columns, and months stay months."""
    kind, path = kind_named("worked-hours"), tmp_path / "hours.xlsx"
    with in_scope(glow.workspace):
        hours(glow, date(2021, 9, 1), "7.25", assignment=assignment(glow, "asiantuntija"))
        hours(glow, date(2021, 10, 1), "8")
        stream = io.BytesIO()
        export_kind(kind, records_of(kind), stream, form="xlsx", language="fi")
        path.write_bytes(stream.getvalue())
        plan = plan_import(kind, open_file(kind, path), language="fi")
    assert [row.outcome for row in plan.rows] == ["unchanged", "unchanged"]


def test_a_file_of_hours_comes_in_by_names(glow: Glow, tmp_path: Path) -> None:
    """The project by its name, the month as people write it; a wrong month is told by its line."""
    kind, path = kind_named("worked-hours"), tmp_path / "hours.csv"
    rows = [f"{glow.project.title};9/2021;150,5", f"{glow.project.title};2021;10"]
    path.write_text("\n".join(["hanke;kuukausi;tunnit", *rows]), encoding="utf-8")
    with in_scope(glow.workspace):
        plan = plan_import(kind, open_file(kind, path), language="fi")
    assert [row.outcome for row in plan.rows] == ["created", "rejected"]
    assert plan.rows[0].values["month"] == date(2021, 9, 1)
    assert plan.rows[0].values["hours"] == Decimal("150.5")
