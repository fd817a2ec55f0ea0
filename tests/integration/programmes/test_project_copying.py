"""A new project in the shape of an earlier one: structure and days, and nothing that was the earlier one's own."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.funding.models import CostLine
from seutu.apps.programmes.models import (
    Assignment,
    Indicator,
    Measurement,
    Participation,
    Project,
    ProjectMeeting,
    ProjectTask,
    Result,
    Risk,
    WorkPackage,
)
from seutu.apps.records.enums import Operation
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in
from tests.integration.programmes.glow import Glow, make_glow, make_steering

pytestmark = pytest.mark.django_db


@pytest.fixture
def glow() -> Glow:
    made = make_glow(make_workspace("Savon Kehitys"), code="A12345", granted=Decimal(352736), strategy_link="TL 1")
    make_steering(made)
    return made


@pytest.fixture
def client(glow: Glow) -> Client:
    return signed_in(make_member(glow.workspace, Role.CONTRIBUTOR))


def address(glow: Glow) -> str:
    return reverse("project_copy", args=[glow.workspace.slug, glow.project.pk]).replace("/fi/", "/en/")


def copied(client: Client, glow: Glow, start: str = "1.1.2027") -> Project:
    answer = client.post(address(glow), {"name": "Kasvun verkosto 2", "start": start})
    assert answer.status_code == 302, answer.content.decode()
    with in_scope(glow.workspace):
        made: Project = Project.objects.get(name="Kasvun verkosto 2")
        return made


def test_the_structure_comes_with_shifted_days(client: Client, glow: Glow) -> None:
    made = copied(client, glow)
    assert (made.start, made.end) == (date(2027, 1, 1), date(2029, 4, 30))
    assert (made.life_cycle, made.strategy_link) == ("preparation", "TL 1")
    with in_scope(glow.workspace):
        packages = {each.number: each for each in WorkPackage.objects.filter(project=made)}
        tasks = {each.number: each for each in ProjectTask.objects.filter(work_package__project=made)}
        results = {each.number: each for each in Result.objects.filter(work_package__project=made)}
        assert (len(packages), len(tasks), len(results)) == (5, 15, 5)
        assert (packages["2"].after, packages["2"].start, packages["2"].end) == (
            "1",
            date(2027, 5, 1),
            date(2028, 1, 31),
        )
        assert tasks["1.2"].work_package_id == packages["1"].pk
        assert (tasks["1.2"].start, tasks["1.2"].end, tasks["1.2"].state) == (
            date(2027, 2, 1),
            date(2027, 2, 28),
            "planned",
        )
        assert results["10"].due == date(2029, 4, 30)
        assert {each.name for each in Risk.objects.filter(project=made)} == {
            "Rekrytointi viivästyy",
            "Yritykset eivät ehdi",
        }
        assert [each.name for each in Indicator.objects.filter(project=made)] == ["Yrityksiä verkostossa"]
        lines = CostLine.objects.filter(project=made).order_by("label")
        assert [(each.label, each.cost_kind, each.amount) for each in lines] == [
            ("Flat rate 40 %", "flat_rate", None),
            ("Palkat", "staff", None),
        ]


def test_what_is_the_earlier_project_s_own_stays_there(client: Client, glow: Glow) -> None:
    made = copied(client, glow)
    assert (made.code, made.granted, made.budget_total, made.person_years) == ("", None, None, None)
    with in_scope(glow.workspace):
        for found in (
            Participation.objects.filter(project=made),
            Assignment.objects.filter(work_package__project=made),
            ProjectMeeting.objects.filter(project=made),
            Measurement.objects.filter(indicator__project=made),
        ):
            assert not found.exists()
        packages, tasks = (
            WorkPackage.objects.filter(project=made),
            ProjectTask.objects.filter(work_package__project=made),
        )
        assert {each.person_months for each in packages} | {each.responsible_id for each in packages} == {None}
        assert {each.person_months for each in tasks} | {each.responsible_id for each in tasks} == {None}
        risk = Risk.objects.filter(project=made).first()
        assert risk is not None
        assert (risk.owner, risk.state) == ("", "open")
        indicator = Indicator.objects.get(project=made)
        assert (indicator.baseline, indicator.target) == (None, None)


def test_it_is_one_act_that_can_be_undone(client: Client, glow: Glow) -> None:
    with in_scope(glow.workspace):
        acts = Activity.objects.count()
    copied(client, glow)
    with in_scope(glow.workspace):
        assert Activity.objects.count() == acts + 1
        entry = Activity.objects.first()
    assert entry is not None
    assert (entry.operation, entry.record_count) == (Operation.COPY, 1 + 5 + 15 + 5 + 2 + 1 + 2)
    client.post(reverse("act_undo", args=[glow.workspace.slug, entry.sequence]))
    with in_scope(glow.workspace):
        assert not Project.objects.filter(name="Kasvun verkosto 2").exists()
        assert (WorkPackage.objects.count(), CostLine.objects.count()) == (5, 2)


def test_a_start_in_the_middle_of_a_month_moves_by_days(client: Client, glow: Glow) -> None:
    made = copied(client, glow, "15.9.2021")
    assert (made.start, made.end) == (date(2021, 9, 15), date(2024, 1, 14))


def test_lines_of_several_partners_come_once(client: Client, glow: Glow) -> None:
    with in_scope(glow.workspace):
        make_record("cost-lines", project=glow.project, label="Palkat", cost_kind="staff", partner=glow.lead)
    made = copied(client, glow)
    with in_scope(glow.workspace):
        assert CostLine.objects.filter(project=made, label="Palkat").count() == 1


def test_how_a_line_is_worked_out_is_copied_without_its_figures(client: Client, glow: Glow) -> None:
    with in_scope(glow.workspace):
        make_record(
            "cost-lines",
            project=glow.project,
            label="Koulutuspäivät",
            cost_kind="other",
            calculation="units",
            quantity=Decimal(12),
            unit="päivää",
            unit_price=Decimal(160),
        )
    made = copied(client, glow)
    with in_scope(glow.workspace):
        line = CostLine.objects.get(project=made, label="Koulutuspäivät")
    assert (line.calculation, line.unit, line.quantity, line.unit_price) == ("units", "päivää", None, None)


def test_a_project_without_any_day_gives_its_structure_alone(client: Client, glow: Glow) -> None:
    bare = make_record("projects", workspace=glow.workspace, name="Ilman päiviä")
    make_record("work-packages", workspace=glow.workspace, project=bare, number="1", name="Osa")
    url = reverse("project_copy", args=[glow.workspace.slug, bare.pk])
    assert client.post(url, {"name": "Uusi", "start": "1.1.2027"}).status_code == 302
    with in_scope(glow.workspace):
        made = Project.objects.get(name="Uusi")
        package = WorkPackage.objects.get(project=made)
        assert (made.start, made.end, package.start, package.end) == (date(2027, 1, 1), None, None, None)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": "", "start": "1.1.2027"}, "This is needed. Fill it in."),
        ({"name": "Uusi", "start": ""}, "This is needed. Fill it in."),
        ({"name": "Uusi", "start": "ensi vuonna"}, "ensi vuonna"),
        ({"name": "x" * 501, "start": "1.1.2027"}, "at most 500"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_made(
    client: Client, glow: Glow, sent: dict[str, str], told: str
) -> None:
    answer = client.post(address(glow), sent)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    with in_scope(glow.workspace):
        assert Project.objects.count() == 1


def test_a_start_that_leads_past_the_calendar_is_told(client: Client, glow: Glow) -> None:
    days = {"start": date(9998, 1, 1), "end": date(9998, 12, 31)}
    make_record("work-packages", workspace=glow.workspace, project=glow.project, number="6", **days)
    answer = client.post(address(glow), {"name": "Uusi", "start": "1.1.2027"})
    assert answer.status_code == 422
    assert "From this start some dates would leave the calendar." in answer.content.decode()
    with in_scope(glow.workspace):
        assert Project.objects.count() == 1


def test_a_form_sent_again_after_an_edit_offers_to_undo_the_copying(client: Client, glow: Glow) -> None:
    page = client.get(address(glow)).content.decode()
    data = {"name": "Jatko", "start": "1.1.2027", "form_mark": page.split('name="form_mark" value="')[1].split('"')[0]}
    client.post(address(glow), data)
    with in_scope(glow.workspace):
        made = Project.objects.get(name="Jatko")
        first, kind = made.version, kind_named("projects")
        change_record(kind, made, {"description": "Uusi"}, version=first, by=None, at=NOON)
    again = client.post(address(glow), data)
    tags = [message.extra_tags for message in get_messages(again.wsgi_request)]
    undo = reverse("act_undo", args=[glow.workspace.slug, first]).replace("/fi/", "/en/")
    assert tags[-1] == f"undo:{undo}"
    with in_scope(glow.workspace):
        assert Project.objects.get(name="Jatko").version > first
