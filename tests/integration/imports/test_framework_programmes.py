"""CORDIS: nothing that one id of an actor says is lost under another, also after people have merged two ids."""

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from seutu.apps.programmes.imports.framework_programmes import import_framework_programmes
from seutu.apps.records.files.report import ImportReport
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.merging import merge_actors
from tests.integration.factories import NOON, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")
PROJECTS = """"id";"acronym";"status";"title";"startDate";"endDate";"frameworkProgramme";"objective"
"101";"HEAT";"SIGNED";"Heat for all";"2023-01-01";"2025-12-31";"HORIZON";"Text"
"102";"MIND";"SIGNED";"Open minds";"2024-01-01";"2026-12-31";"HORIZON";"Text"
"""
HEADER = (
    '"projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";"activityType";"street";'
    '"postCode";"city";"country";"nutsCode";"geolocation";"organizationURL";"role";"ecContribution"'
)


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    with in_scope(make_workspace()):
        yield


def taking_part(project: str, number: str, name: str, role: str, euros: str, country: str = "FI") -> str:
    cells = (project, "X", number, "", name, "", "false", "PRC", "Tie 1", "70100", "Kuopio", country)
    return ";".join(f'"{cell}"' for cell in (*cells, "FI1D2", "62.89,27.68", "", role, euros))


ROWS = (
    taking_part("101", "900", "Yliopisto", "participant", "100.50"),
    taking_part("101", "901", "Yliopiston laitos", "coordinator", "50.25"),
    taking_part("101", "902", "Konepaja Oy", "participant", "10"),
    taking_part("101", "903", "Firma AB", "participant", "5", "SE"),
    taking_part("102", "901", "Yliopiston laitos", "participant", ""),
    taking_part("102", "902", "Konepaja Oy", "coordinator", "20"),
)


def brought(tmp_path: Path) -> ImportReport:
    path = tmp_path / "cordis-HORIZONprojects-csv.zip"
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("csv/project.csv", PROJECTS)
        target.writestr("csv/organization.csv", "\n".join((HEADER, *ROWS, "")))
    return import_framework_programmes(path, accept_good=False, preview=False, by=None, at=NOON)


def actor(name: str) -> Any:
    return record_of(ACTORS, records_of(ACTORS).get(name=name).pk)


def parts() -> list[tuple[str, str, str, Decimal | None]]:
    found = records_of(kind_named("participations"))
    return sorted((each.project.code, each.actor.name, each.role, each.funding) for each in found)


def weights() -> dict[frozenset[str], Decimal]:
    found = records_of(kind_named("links"))
    return {frozenset((each.from_actor.name, each.to_actor.name)): each.weight for each in found}


def test_ids_are_actors_of_their_own_until_somebody_merges_them(tmp_path: Path) -> None:
    report = brought(tmp_path)
    assert report.counts["created"] == 3
    assert ("101", "Yliopiston laitos", "lead", Decimal("50.25")) in parts()
    assert weights()[frozenset(("Yliopisto", "Yliopiston laitos"))] == Decimal("0.333333333333")


def test_after_a_merge_nothing_of_either_id_is_lost_or_told_twice(tmp_path: Path) -> None:
    brought(tmp_path)
    stays, goes = actor("Yliopisto"), actor("Yliopiston laitos")
    merge_actors(stays.pk, goes.pk, chosen={}, versions=(stays.version, goes.version), by=None, at=NOON)
    report = brought(tmp_path)
    assert (report.related["participations"], report.related["links"]) == (5, 1)
    assert [each for each in parts() if each[1] == "Yliopisto"] == [
        ("101", "Yliopisto", "lead", Decimal("50.25")),
        ("101", "Yliopisto", "participant", Decimal("100.50")),
        ("102", "Yliopisto", "participant", None),
    ]
    # Project 101 has three partners once the two ids are one, project 102 has two: 1/2 + 1/1.
    assert Decimal("1.5") in [each.weight for each in records_of(kind_named("links"))]


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    brought(tmp_path)
    before = parts(), weights()
    assert dict(brought(tmp_path).counts) == {"unchanged": 3, "skipped": 0}
    assert (parts(), weights()) == before
