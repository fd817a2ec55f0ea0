"""Kohesio's projects: one project a code and fund, beneficiaries as actors, the share of the Union where it is sure."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from seutu.apps.programmes.imports.cohesion_policy import import_cohesion_policy
from seutu.apps.programmes.imports.register_files import recognised
from seutu.apps.programmes.models import Participation, Project
from seutu.apps.records.exceptions import RejectedRowsError
from seutu.apps.records.files.report import ImportReport
from seutu.apps.records.models import Activity
from seutu.apps.records.scope import in_scope
from seutu.apps.register.models import Actor
from tests.integration.factories import NOON, make_record, make_workspace
from tests.unit.sources.kohesio.example import kohesio_file, kohesio_row

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    with in_scope(make_workspace()):
        yield


def brought(folder: Path, *rows: dict[str, str], preview: bool = False, accept_good: bool = False) -> ImportReport:
    path = kohesio_file(folder, *rows)
    return import_cohesion_policy(path, accept_good=accept_good, preview=preview, by=None, at=NOON)


def parts() -> set[tuple[str, str, str, Decimal | None]]:
    return {(one.project.code, one.actor.name, one.role, one.funding) for one in Participation.objects.all()}


def test_a_project_its_beneficiary_and_the_share_of_the_union(tmp_path: Path) -> None:
    report = brought(tmp_path, kohesio_row(Beneficiary_Local_Identifier="0112038-9"))
    project = Project.objects.get()
    assert (project.code, project.fund, project.budget_total) == ("A1", "EAKR", Decimal("100000.50"))
    assert Actor.objects.get().business_id == "0112038-9"
    assert parts() == {("A1", "Esimerkki Oy", "lead", Decimal("60000.00"))}
    assert (dict(report.counts), report.related) == (
        {"created": 1, "skipped": 0},
        {"actors": 1, "participations": 1},
    )


def test_several_beneficiaries_share_a_project_whose_money_is_nobodys_alone(tmp_path: Path) -> None:
    second = kohesio_row(operation="QA1", Beneficiary_Name="Toinen ry", Project_EU_Budget="1")
    report = brought(tmp_path, kohesio_row(), second)
    assert Project.objects.count() == 1
    assert parts() == {("A1", "Esimerkki Oy", "participant", None), ("A1", "Toinen ry", "participant", None)}
    assert report.counts["skipped"] == 1
    assert [note.line for note in report.notes] == [3]


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    rows = kohesio_row(), kohesio_row(code="A2", Beneficiary_Name="")
    brought(tmp_path, *rows)
    again = brought(tmp_path, *rows)
    assert dict(again.counts) == {"unchanged": 2, "skipped": 0}
    assert Activity.objects.count() == 1


def test_a_project_of_a_project_list_is_the_same_and_people_s_words_stand(tmp_path: Path) -> None:
    mine = make_record("actors", name="ESIMERKKI OY", description="oma sana")
    make_record("projects", name="Kone käyntiin", code="A1", fund="EAKR")
    report = brought(tmp_path, kohesio_row(Beneficiary_Local_Identifier="0112038-9"))
    assert dict(report.counts) == {"changed": 1, "skipped": 0}
    assert Actor.objects.get().pk == mine.pk
    assert Project.objects.get().source_id is None


def test_rows_that_cannot_be_read_stop_the_file_unless_the_good_are_accepted(tmp_path: Path) -> None:
    nameless = kohesio_row(code="A2", Operation_Name_Programme_Language="", Operation_Name_English="")
    with pytest.raises(RejectedRowsError):
        brought(tmp_path, kohesio_row(), nameless)
    assert not Project.objects.exists()
    report = brought(tmp_path, kohesio_row(), nameless, accept_good=True)
    assert (Project.objects.count(), len(report.rejected)) == (1, 1)


def test_a_name_that_no_project_can_have_stops_the_file_too(tmp_path: Path) -> None:
    long = kohesio_row(code="A2", Operation_Name_Programme_Language="x" * 501)
    with pytest.raises(RejectedRowsError):
        brought(tmp_path, kohesio_row(), long)
    assert not Project.objects.exists()
    report = brought(tmp_path, kohesio_row(), long, kohesio_row(operation="QX"), accept_good=True)
    assert (Project.objects.count(), len(report.rejected)) == (1, 1)
    assert report.rows == 3


def test_a_preview_writes_nothing_and_counts_the_same(tmp_path: Path) -> None:
    rows = kohesio_row(), kohesio_row(code="A2"), kohesio_row(code="A3", Beneficiary_Name="Kolmas Oy")
    seen = brought(tmp_path, *rows, preview=True)
    assert not Project.objects.exists()
    done = brought(tmp_path, *rows)
    assert (seen.counts, seen.related) == (done.counts, done.related)


def test_the_file_is_recognised_by_its_columns(tmp_path: Path) -> None:
    what = recognised([kohesio_file(tmp_path, kohesio_row())])
    assert what is not None
    assert what.name == "kohesio"
