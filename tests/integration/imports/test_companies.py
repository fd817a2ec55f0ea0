"""Companies of the business register: each its own actor, and nothing that people have written is overwritten."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.chain import breaks
from seutu.apps.records.files.exporting import export_kind
from seutu.apps.records.files.importing import open_file, plan_import, report_of
from seutu.apps.records.files.report import ImportReport
from seutu.apps.records.models import Activity
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.scope import current_scope, in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.imports.companies import import_companies
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")
ONE, TWO = "0112038-9", "1234567-1"


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    with in_scope(make_workspace()):
        yield


def company(business_id: str | None, name: str, **more: Any) -> dict[str, Any]:
    number = {"businessId": {"value": business_id}} if business_id else {}
    return {**number, "names": [{"name": name, "type": "1"}], **more}


def brought(tmp_path: Path, *companies: dict[str, Any], preview: bool = False) -> ImportReport:
    path = tmp_path / "companies.json"
    path.write_text(json.dumps(companies), encoding="utf-8")
    return import_companies(path, accept_good=False, preview=preview, by=None, at=NOON)


def actors() -> list[tuple[str, str]]:
    return list(records_of(ACTORS).order_by("business_id").values_list("business_id", "name"))


def test_two_companies_of_one_name_are_two_actors(tmp_path: Path) -> None:
    report = brought(tmp_path, company(ONE, "Tmi Sama"), company(TWO, "TMI SAMA"), company(ONE, "Tmi Sama"))
    assert actors() == [(ONE, "Tmi Sama"), (TWO, "TMI SAMA")]
    assert dict(report.counts) == {"created": 2, "skipped": 1}


def test_a_second_import_changes_nothing_and_leaves_no_entry(tmp_path: Path) -> None:
    companies = company(ONE, "Konepaja Oy"), company(TWO, "Telakka Oy")
    brought(tmp_path, *companies)
    again = brought(tmp_path, *companies)
    assert dict(again.counts) == {"unchanged": 2}
    assert Activity.objects.count() == 1
    make_record("actors", name="Saha Oy")
    assert breaks(Workspace.objects.get(pk=current_scope().workspace.pk)) == []


def test_an_actor_without_a_business_id_is_known_by_its_name_once(tmp_path: Path) -> None:
    mine = make_record("actors", name="Konepaja Oy")
    brought(tmp_path, company(ONE, "KONEPAJA OY"), company(TWO, "Konepaja Oy"))
    assert actors() == [(ONE, "Konepaja Oy"), (TWO, "Konepaja Oy")]
    assert record_of(ACTORS, mine.pk).business_id == ONE  # type: ignore[attr-defined]


def test_what_people_have_said_stands(tmp_path: Path) -> None:
    source = make_record("sources", name="Oma selvitys")
    mine = make_record(
        "actors",
        name="Savon Kehitys Oy",
        business_id=ONE,
        classes=("development_company", "funder"),
        other_names=("SK",),
        source=source,
        source_place="s. 4",
    )
    names = [{"name": "Savon Uusi Kehitys Oy", "type": "1"}, {"name": "Kehityspuoti; halli", "type": "3"}]
    brought(tmp_path, company(ONE, "", names=names))
    now: Any = record_of(ACTORS, mine.pk)
    assert now.name == "Savon Uusi Kehitys Oy"
    assert now.terms["name"] == ("SK", "Savon Kehitys Oy", "Kehityspuoti; halli")
    assert now.terms["class"] == ("development_company", "funder")
    assert (now.source_id, now.source_place) == (source.pk, "s. 4")


@pytest.mark.parametrize(("code_set", "kept"), [("TOIMI3", "TOL 2008:62010"), ("TOIMI4", "TOL 2025:62010")])
def test_industries_are_written_as_everywhere_else(code_set: str, kept: str, tmp_path: Path) -> None:
    brought(tmp_path, company(ONE, "Ohjelma Oy", mainBusinessLine={"type": "62010", "typeCodeSet": code_set}))
    (actor,) = (record_of(ACTORS, pk) for pk in records_of(ACTORS).values_list("pk", flat=True))
    assert actor.terms["industry"] == (kept,)
    path = tmp_path / "actors.csv"
    with path.open("wb") as stream:
        export_kind(ACTORS, records_of(ACTORS), stream, form="machine", language="en")
    assert dict(report_of(plan_import(ACTORS, open_file(ACTORS, path), language="fi")).counts) == {"unchanged": 1}


def test_an_odd_value_is_left_empty_with_a_note_and_a_bare_host_is_an_address(tmp_path: Path) -> None:
    report = brought(
        tmp_path,
        company(ONE, "Hyvä Oy", website={"url": "www.hyva.example"}),
        company(TWO, "Outo Oy", website={"url": "http://["}, registrationDate="31.12.2020"),
    )
    assert list(records_of(ACTORS).order_by("business_id").values_list("website", flat=True)) == [
        "https://www.hyva.example",
        "",
    ]
    assert {note.line for note in report.notes} == {2}
    assert {note.column for note in report.notes} == {"website", "registrationDate"}


def test_a_name_that_no_actor_can_have_is_rejected(tmp_path: Path) -> None:
    report = brought(tmp_path, company(ONE, "K" * 301), company(TWO, "Hyvä Oy"), preview=True)
    assert [problem.line for row in report.rejected for problem in row.problems] == [1]
    assert dict(report.counts) == {"created": 1}
    assert not Activity.objects.exists()


def test_a_second_import_asks_as_much_for_many_as_for_few(tmp_path: Path) -> None:
    costs = []
    for count in (2, 40):
        companies = [company(None, f"Yritys {number} Oy") for number in range(count)]
        brought(tmp_path, *companies)
        with CaptureQueriesContext(connection) as queries:
            assert dict(brought(tmp_path, *companies).counts) == {"unchanged": count}
        costs.append(len(queries))
    assert costs[0] == costs[1]
