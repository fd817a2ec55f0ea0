"""What a register says and no column holds is told with its line and reason, never cut, rounded or dropped silently."""

import csv
import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from seutu.apps.programmes.imports.framework_programmes import import_framework_programmes
from seutu.apps.programmes.imports.structural_funds import import_structural_funds
from seutu.apps.records.exceptions import RejectedRowsError
from seutu.apps.records.files.exporting import export_kind
from seutu.apps.records.files.importing import open_file, plan_import, report_of
from seutu.apps.records.files.report import ImportReport
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.problems import Problem
from tests.integration.factories import NOON, make_workspace

pytestmark = pytest.mark.django_db
LONG_ADDRESS = f"https://konepaja.example/{'a' * 500}"
SIZES = {"programme": 200, "authority": 200, "status": 60, "implementer": 300, "name": 500}


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    with in_scope(make_workspace()):
        yield


def table(*rows: list[str], delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]
    return stream.getvalue()


def project(**cells: str) -> list[str]:
    usual = {
        "code": "S10001",
        "fund": "ESR",
        "name": "Hanke",
        "programme": "Itä-Suomen suuralueosio",
        "authority": "Pohjois-Savon ELY-keskus",
        "status": "Toiminnassa",
        "implementer": "Konepaja Oy",
        "granted": "1000",
    }
    return list((usual | cells).values())


def structural_funds(tmp_path: Path, *rows: list[str], accept_good: bool = False) -> ImportReport:
    path = tmp_path / "hankkeet.csv"
    header = ["Koodi", "Rahasto", "Projektin nimi", "Ohjelma", "Viranomainen", "Tila", "Toteuttajan nimi"]
    text = table([*header, "Myönnetty EU- ja valtion rahoitus"], *rows, delimiter=",")
    path.write_text(text, encoding="utf-8")
    return import_structural_funds(path, accept_good=accept_good, preview=False, by=None, at=NOON)


def cordis(tmp_path: Path, projects: list[list[str]], rows: list[list[str]], *, accept_good: bool) -> ImportReport:
    path = tmp_path / "cordis-HORIZONprojects-csv.zip"
    heads = ["id", "acronym", "title", "startDate", "endDate", "frameworkProgramme"]
    header = ["projectID", "organisationID", "name", "shortName", "country", "postCode", "organizationURL"]
    quoted = csv.QUOTE_ALL
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("project.csv", table(heads, *projects, delimiter=";", quoting=quoted))
        lines = table([*header, "role", "ecContribution"], *rows, delimiter=";", quoting=quoted)
        target.writestr("organization.csv", lines)
    return import_framework_programmes(path, accept_good=accept_good, preview=False, by=None, at=NOON)


def told(problems: list[Problem]) -> list[tuple[int | None, str | None]]:
    assert all(problem.value and all(problem.message.as_dict().values()) for problem in problems)
    return [(problem.line, problem.column) for problem in problems]


def assert_exports_come_back(tmp_path: Path) -> None:
    for name in ("sources", "actors", "projects", "participations", "links"):
        kind, path = kind_named(name), tmp_path / f"{name}.csv"
        with path.open("wb") as stream:
            export_kind(kind, records_of(kind), stream, form="machine", language="en")
        if records_of(kind).exists():
            counts = report_of(plan_import(kind, open_file(kind, path), language="en")).counts
            assert dict(counts) == {"unchanged": records_of(kind).count()}


@pytest.mark.parametrize("fault", ["too long", "control character"])
@pytest.mark.parametrize("field", SIZES)
def test_a_row_of_structural_funds_that_does_not_fit_is_rejected(field: str, fault: str, tmp_path: Path) -> None:
    value = "x" * (SIZES[field] + 1) if fault == "too long" else "Pajan\x07 nimi"
    bad, good = project(**{field: value}), project(code="S10002")
    with pytest.raises(RejectedRowsError) as refused:
        structural_funds(tmp_path, bad, good)
    column = "name" if field == "implementer" else field
    assert told([each for row in refused.value.report.rejected for each in row.problems]) == [(2, column)]
    assert not records_of(kind_named("projects")).exists()
    report = structural_funds(tmp_path, bad, good, accept_good=True)
    assert (report.rows, report.counts["created"], len(report.rejected)) == (2, 1, 1)
    assert_exports_come_back(tmp_path)


def test_a_sum_with_parts_of_a_cent_is_rejected_not_rounded(tmp_path: Path) -> None:
    with pytest.raises(RejectedRowsError) as refused:
        structural_funds(tmp_path, project(granted="1000.4567"))
    assert told([each for row in refused.value.report.rejected for each in row.problems]) == [(2, "granted")]


def test_a_spelling_too_long_for_another_name_is_told(tmp_path: Path) -> None:
    name = "Konepajan tutkimus " * 13
    rows = project(implementer=name), project(code="S10002", implementer=name.upper())
    report = structural_funds(tmp_path, *rows)
    assert told(report.notes) == [(3, "other_names")]
    assert (report.counts["created"], report.related["actors"]) == (2, 1)
    assert_exports_come_back(tmp_path)


def test_what_cordis_says_and_no_column_holds_is_told(tmp_path: Path) -> None:
    projects = [["101", "A" * 121, "T" * 501, "2023-01-01", "2025-12-31", "HORIZON"]]
    rows = [
        ["101", "900", "N" * 301, "S" * 201, "FI", "70100", LONG_ADDRESS, "coordinator", "10.123456"],
        ["101", "901", "Konepaja\x07", "K;P", "FI", "70100", "konepaja.example", "participant", "9" * 30],
    ]
    report = cordis(tmp_path, projects, rows, accept_good=False)
    assert sorted(told(report.notes), key=str) == sorted(
        [
            *((2, column) for column in ("website", "name", "other_names", "name", "acronym", "funding")),
            *((3, column) for column in ("name", "funding")),
        ],
        key=str,
    )
    actors = kind_named("actors")
    found = [record_of(actors, pk) for pk in records_of(actors).order_by("name").values_list("pk", flat=True)]
    assert [(each.title, each.terms.get("name")) for each in found] == [
        ("CORDIS 900", None),
        ("CORDIS 901", ("K;P",)),
    ]
    assert [each.website for each in found] == ["", "https://konepaja.example"]  # type: ignore[attr-defined]
    assert records_of(kind_named("projects")).get().name == "HORIZON 101"
    assert sorted(each.funding or 0 for each in records_of(kind_named("participations"))) == [0, Decimal("10.12")]
    assert_exports_come_back(tmp_path)
    again = cordis(tmp_path, projects, rows, accept_good=False)
    assert again.counts["unchanged"] == 2


def test_an_id_of_cordis_that_no_record_holds_is_rejected_with_what_hangs_on_it(tmp_path: Path) -> None:
    projects = [["1" * 61, "HEAT", "Heat", "2023-01-01", "2025-12-31", "HORIZON"]]
    projects += [["102", "MIND", "Mind", "2023-01-01", "2025-12-31", "HORIZON"]]
    usual = ["", "FI", "70100", "", "participant", "10"]
    rows = [["1" * 61, "900", "Yliopisto", *usual], ["102", "900", "Yliopisto", *usual]]
    rows += [["102", "9" * 200, "Konepaja Oy", *usual]]
    with pytest.raises(RejectedRowsError) as refused:
        cordis(tmp_path, projects, rows, accept_good=False)
    report = cordis(tmp_path, projects, rows, accept_good=True)
    for each in (refused.value.report, report):
        assert told([problem for row in each.rejected for problem in row.problems]) == [(4, "identifiers"), (2, "code")]
    assert (report.counts["created"], dict(report.related)) == (
        1,
        {"projects": 1, "participations": 1, "links": 0},
    )
    assert_exports_come_back(tmp_path)
