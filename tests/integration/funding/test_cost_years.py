"""A budget line has one standing cost of a year, on whatever way it is written."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.budget_operations import CellChange, change_figures
from seutu.apps.funding.exceptions import RepeatedCellError
from seutu.apps.funding.models import CostYear
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import NotYoursError, RejectedRowsError
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record, create_record, restore_record, trash_record, undo
from seutu.apps.records.recording import recording
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sharing import audiences_of
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    found = make_workspace()
    with in_scope(found):
        yield found


@pytest.fixture
def line(workspace: Workspace) -> Any:
    return make_record("cost-lines", project=make_record("projects", name="Hanke"), label="Palkat")


def year(line: Any, name: str = "2026", amount: int = 5) -> Any:
    return make_record("cost-years", cost_line=line, year=name, amount=Decimal(amount))


def refused(write: Any) -> str:
    with pytest.raises(NotYoursError) as error:
        write()
    (message,) = error.value.problems.values()
    return message.fi


def test_a_second_cost_of_a_year_is_refused_with_its_line_and_year(line: Any) -> None:
    year(line)
    values = {"cost_line": line.pk, "year": "2026", "amount": Decimal(7)}
    message = refused(lambda: create_record(kind_named("cost-years"), values, by=None, at=NOON))
    assert "”Palkat”" in message
    assert "2026" in message
    assert CostYear.objects.get().amount == Decimal(5)


def test_a_year_is_not_changed_to_one_that_stands(line: Any) -> None:
    year(line)
    other = year(line, "2027")
    kind = kind_named("cost-years")
    assert "2026" in refused(
        lambda: change_record(kind, other, {"year": "2026"}, version=other.version, by=None, at=LATER)
    )
    change_record(kind, other, {"year": "2028", "amount": Decimal(9)}, version=other.version, by=None, at=LATER)


def test_a_trashed_year_makes_room_and_comes_back_only_where_there_is_room(line: Any) -> None:
    kind, first = kind_named("cost-years"), year(line)
    trash_record(kind, first, by=None, at=LATER)
    second = year(line, amount=7)
    assert "2026" in refused(lambda: restore_record(kind, first, by=None, at=LATER))
    trashing = Activity.objects.get(sequence=CostYear.objects.get(pk=first.pk).version)
    assert "2026" in refused(lambda: undo(trashing, by=None, at=LATER))
    trash_record(kind, second, by=None, at=LATER)
    restore_record(kind, first, by=None, at=LATER)
    assert CostYear.objects.get(trashed_at__isnull=True).amount == Decimal(5)


def test_the_page_of_a_trashed_year_says_why_it_does_not_come_back(workspace: Workspace, line: Any) -> None:
    first = year(line)
    trash_record(kind_named("cost-years"), first, by=None, at=LATER)
    year(line, amount=7)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    address = reverse("record_restore", args=[workspace.slug, "cost-years", first.pk])
    assert "on jo vuosi 2026" in client.post(address, follow=True).content.decode()


def test_the_database_holds_it_too(line: Any) -> None:
    first = year(line)
    with pytest.raises(IntegrityError), transaction.atomic():
        CostYear.objects.bulk_create([CostYear(**{**plain(first), "id": UUID(int=1)})])
    CostYear.objects.bulk_create([CostYear(**{**plain(first), "id": UUID(int=1), "trashed_at": NOON})])


def plain(record: CostYear) -> dict[str, Any]:
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


def test_a_cell_that_is_given_twice_at_once_is_refused(workspace: Workspace, line: Any) -> None:
    changes = [CellChange(line.pk, "year:2026", None, Decimal(value)) for value in (1, 2)]
    with pytest.raises(RepeatedCellError):
        change_figures(line.project, changes, by=None, at=NOON)
    assert not CostYear.objects.exists()
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    cell = f"{line.pk}:year:2026"
    sent = {"cell": [cell, cell], "seen": ["", ""], "value": ["1", "2"]}
    answer = client.post(reverse("project_budget_cells", args=[workspace.slug, line.project_id]), sent)
    assert answer.status_code == 422
    assert [(each["cell"], "kaksi arvoa" in each["message"]) for each in answer.json()["problems"]] == [(cell, True)]
    page = client.post(reverse("project_budget_line", args=[workspace.slug, line.project_id, line.pk]), sent)
    assert page.status_code == 422
    assert "kaksi arvoa" in page.content.decode()
    assert not CostYear.objects.exists()


def brought(tmp_path: Path, text: str) -> Any:
    path = tmp_path / "years.csv"
    path.write_text(text, encoding="utf-8")
    kind = kind_named("cost-years")
    plan = plan_import(kind, open_file(kind, path), language="en")
    return apply_plan(plan, accept_good=False, note="years.csv", by=None, at=LATER)


def test_a_file_changes_the_year_that_stands_and_makes_no_second(line: Any, tmp_path: Path) -> None:
    year(line)
    report = brought(tmp_path, "cost_line,year,amount\nPalkat,2026,7\nPalkat,2027,8\n")
    assert (report.counts["changed"], report.counts["created"]) == (1, 1)
    assert sorted(CostYear.objects.values_list("year", "amount")) == [("2026", Decimal(7)), ("2027", Decimal(8))]
    with pytest.raises(RejectedRowsError):
        brought(tmp_path, "cost_line,year,amount\nPalkat,2028,7\nPalkat,2028,8\n")


def test_a_file_that_makes_one_year_of_two_is_rejected_by_its_row(line: Any, tmp_path: Path) -> None:
    year(line)
    other = year(line, "2027")
    with pytest.raises(RejectedRowsError) as error:
        brought(tmp_path, f"id,cost_line,year,amount\n{other.pk},Palkat,2026,8\n")
    (rejected,) = error.value.report.rejected
    assert [problem.line for problem in rejected.problems] == [2]
    assert "already" in rejected.problems[0].message.en
    assert sorted(CostYear.objects.values_list("year", flat=True)) == ["2026", "2027"]


def test_a_file_that_moves_two_years_to_one_is_refused_whole(line: Any, tmp_path: Path) -> None:
    ids = [year(line, name).pk for name in ("2026", "2027")]
    rows = "".join(f"{each},Palkat,2030,8\n" for each in ids)
    with pytest.raises(RejectedRowsError):
        brought(tmp_path, f"id,cost_line,year,amount\n{rows}")
    assert sorted(CostYear.objects.values_list("year", flat=True)) == ["2026", "2027"]
    with pytest.raises(RejectedRowsError) as error:
        brought(tmp_path, f"id,cost_line,year,amount\n{ids[0]},Palkat,2030,8\n,Palkat,2030,9\n")
    assert len(error.value.report.rejected) == 1


def test_two_equal_years_in_one_act_are_refused_in_words(line: Any) -> None:
    kind = kind_named("cost-years")

    def write() -> None:
        with recording(Operation.CREATE, by=None, at=NOON) as act:
            for amount in (5, 6):
                act.create(kind, {"cost_line": line.pk, "year": "2026", "amount": Decimal(amount)})

    assert "2026" in refused(write)
    assert not CostYear.objects.exists()


def test_a_file_moves_a_year_and_gives_its_place_to_another(line: Any, tmp_path: Path) -> None:
    first = year(line)
    head = "id,cost_line,year,amount\n"
    report = brought(tmp_path, f"{head}{first.pk},Palkat,2027,5\n,Palkat,2026,9\n")
    assert (report.counts["changed"], report.counts["created"]) == (1, 1)
    assert dict(CostYear.objects.values_list("year", "amount")) == {"2027": Decimal(5), "2026": Decimal(9)}
    assert CostYear.objects.get(pk=first.pk).year == "2027"
    moved = CostYear.objects.get(year="2026")
    brought(tmp_path, f"{head}{first.pk},Palkat,2028,5\n{moved.pk},Palkat,2027,9\n")
    assert dict(CostYear.objects.values_list("year", "amount")) == {"2028": Decimal(5), "2027": Decimal(9)}


def test_costs_of_years_are_shared_as_their_lines_are() -> None:
    years, lines, scores = (kind_named(name) for name in ("cost-years", "cost-lines", "scores"))
    assert audiences_of(years) == audiences_of(lines)
    assert len(audiences_of(scores)) == 1


def test_years_that_were_hidden_go_to_the_trash_and_the_shown_one_stays(line: Any) -> None:
    migration = import_module("seutu.apps.funding.migrations.0003_one_cost_of_a_year")
    first = year(line)
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX one_standing_cost_of_a_year")
    twice = [CostYear(**{**plain(first), "id": UUID(int=at), "amount": Decimal(7)}) for at in (1, 2**128 - 1)]
    CostYear.objects.bulk_create(twice)
    migration.trash_hidden_years(apps, None)
    assert CostYear.objects.get(trashed_at__isnull=True).pk == UUID(int=2**128 - 1)
    assert CostYear.objects.count() == 3
