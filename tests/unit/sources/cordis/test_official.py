import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.cordis import finnish_part, messages, read_cordis

PROJECT_HEADER = '"id";"acronym";"status";"title";"startDate";"endDate";"frameworkProgramme";"objective"'
ORGANISATION_HEADER = (
    '"projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";"activityType";"street";'
    '"postCode";"city";"country";"nutsCode";"geolocation";"organizationURL";"role";"ecContribution"'
)
PROJECTS = (
    '"101";"HEAT";"SIGNED";"Heat for all";"2023-01-01";"2025-12-31";"HORIZON";"First line',
    '5; second line";',
    '"102";"MIND";"SIGNED";""Open" minds in towns";"2024-01-01";"";"HORIZON";"Text"',
    '"103";"ONE";"SIGNED";"A ""quoted"" word";"2024-02-30";"2026-01-31";"HORIZON";"Text"',
)
FIRST = PROJECTS[0] + "\n" + PROJECTS[1].removesuffix(";")


def organisation(project: str, number: str, vat: str = "", **cells: str) -> str:
    values = {
        "name": "TEST OY",
        "short": "",
        "post": "70100",
        "city": "Kuopio",
        "country": "FI",
        "geo": "62.89,27.68",
        "role": "participant",
        "euros": "100.50",
        **cells,
    }
    fields = (
        project,
        "X",
        number,
        vat,
        values["name"],
        values["short"],
        "false",
        "PRC",
        "Tie 1",
        values["post"],
        values["city"],
        values["country"],
        "FI1D2",
        values["geo"],
        "www.test.example",
        values["role"],
        values["euros"],
    )
    return ";".join(f'"{field}"' for field in fields)


Archive = Callable[..., Path]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    def write(*organisations: str, projects: tuple[str, ...] = (FIRST, *PROJECTS[2:])) -> Path:
        path = tmp_path / "cordis-HORIZONprojects-csv.zip"
        with zipfile.ZipFile(path, "w") as target:
            target.writestr("csv/project.csv", "\r\n".join((PROJECT_HEADER, *projects, "")))
            target.writestr("csv/organization.csv", "\ufeff" + "\r\n".join((ORGANISATION_HEADER, *organisations, "")))
        return path

    return write


def test_projects_organisations_and_participations_are_read(archive: Archive) -> None:
    data = read_cordis(
        archive(
            organisation("101", "900", "FI01120389", role="coordinator"),
            organisation("101", "901", country="SE", euros="", geo=""),
            organisation("103", "900", "FI01120389"),
        )
    )
    firm = data.organisations["900"]
    assert (firm.name, firm.business_id, firm.post_code, firm.url) == (
        "TEST OY",
        "0112038-9",
        "70100",
        "www.test.example",
    )
    assert (firm.lon, firm.lat, firm.programmes) == (27.68, 62.89, ("HORIZON",))
    first, second, _ = data.participations
    assert (first.role, first.contribution, first.start, first.end) == (
        "coordinator",
        Decimal("100.50"),
        date(2023, 1, 1),
        date(2025, 12, 31),
    )
    assert second.contribution is None
    assert data.projects["101"].partner_count == 2
    assert data.projects["101"].date_basis == "project"
    assert data.projects["103"].title == 'A "quoted" word'
    assert not data.rejected


def test_a_cell_over_two_lines_and_a_field_that_begins_with_doubled_quotes_are_read(archive: Archive) -> None:
    data = read_cordis(archive(organisation("101", "900")))
    assert set(data.projects) == {"101", "102", "103"}
    assert data.projects["101"].title == "Heat for all"
    assert data.projects["102"].title == '"Open" minds in towns'
    mended = [note for note in data.notes if note.message == messages.QUOTES_MENDED]
    assert [note.line for note in mended] == [4]


def test_a_day_that_does_not_exist_is_missing_and_noted(archive: Archive) -> None:
    data = read_cordis(archive(organisation("103", "900")))
    assert data.projects["103"].start is None
    assert ("startDate", "2024-02-30") in {(note.column, note.value) for note in data.notes}


@pytest.mark.parametrize(
    ("written", "euros"),
    [("1\u00a0234,50", "1234.50"), ("1 234.5", "1234.5"), ("0", "0"), ("", None), ("1.234", None), ("abc", None)],
)
def test_amounts_with_spaces_of_any_kind_are_read_and_ambiguous_ones_are_not(
    archive: Archive, written: str, euros: str | None
) -> None:
    data = read_cordis(archive(organisation("101", "900", euros=written)))
    assert data.participations[0].contribution == (None if euros is None else Decimal(euros))
    noted = [note.value for note in data.notes if note.column == "ecContribution"]
    assert noted == ([written] if euros is None and written else [])


def test_a_vat_number_with_a_wrong_check_digit_gives_no_business_id(archive: Archive) -> None:
    data = read_cordis(archive(organisation("101", "900", "FI01120388"), organisation("101", "901", "SE556000000001")))
    assert data.organisations["900"].business_id is None
    assert data.organisations["901"].business_id is None
    assert [note.value for note in data.notes if note.column == "vatNumber"] == ["FI01120388"]


@pytest.mark.parametrize(
    ("written", "place"),
    [("27.68,62.89", (27.68, 62.89)), ("(62.89,27.68)", (27.68, 62.89)), ("1.0,2.0", (None, None))],
)
def test_a_location_is_longitude_and_latitude_whatever_its_order(
    archive: Archive, written: str, place: tuple[float | None, float | None]
) -> None:
    firm = read_cordis(archive(organisation("101", "900", geo=written))).organisations["900"]
    assert (firm.lon, firm.lat) == place


def test_one_organisation_twice_in_a_project_counts_once_and_is_noted(archive: Archive) -> None:
    data = read_cordis(archive(organisation("101", "900"), organisation("101", "900"), organisation("101", "901")))
    assert data.projects["101"].partner_count == 2
    assert len(data.participations) == 2
    assert any("kahdesti" in note.message.fi for note in data.notes)


def test_a_participation_in_an_unknown_project_is_kept_without_dates(archive: Archive) -> None:
    data = read_cordis(archive(organisation("999", "900")))
    assert data.participations[0].start is None
    assert data.projects["999"].acronym == "X"
    assert any(note.value == "999" for note in data.notes)


def test_a_row_that_cannot_be_read_is_rejected_with_its_line(archive: Archive) -> None:
    data = read_cordis(archive(organisation("101", "900"), '"101";"X";"901"', organisation("101", "902")))
    assert [problem.line for problem in data.rejected] == [3]
    assert set(data.organisations) == {"900", "902"}


def test_the_finnish_part_counts_foreign_partners(archive: Archive) -> None:
    data = read_cordis(
        archive(
            organisation("101", "900"),
            organisation("101", "901", country="SE"),
            organisation("102", "901", country="SE"),
        )
    )
    part = finnish_part(data)
    assert set(part.organisations) == {"900"}
    assert part.partner_counts() == {"101": 2}
    assert part.without_municipality == ("900",)
    placed = finnish_part(data, municipality_of=lambda firm: "297" if firm.city == "Kuopio" else None)
    assert placed.organisations["900"].municipality_code == "297"
    assert placed.without_municipality == ()


def test_an_unpacked_folder_saved_without_quotes_is_read(tmp_path: Path) -> None:
    (tmp_path / "organization.csv").write_text(
        "projectID;organisationID;name;country;role;ecContribution\n101;900;TEST OY;FI;participant;1\n",
        encoding="utf-8",
    )
    data = read_cordis(tmp_path)
    assert data.organisations["900"].name == "TEST OY"
    assert data.organisations["900"].business_id is None


def test_what_is_no_cordis_material_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as target:
        target.writestr("readme.txt", "")
    plain = tmp_path / "plain.csv"
    plain.write_text("a;b\n")
    for path in (other, plain, tmp_path, tmp_path / "none"):
        with pytest.raises(InputProblem, match="no CORDIS material"):
            read_cordis(path)


def test_a_file_without_its_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "organization.csv").write_text("projectID;name\n1;a\n")
    with pytest.raises(InputProblem, match="organisationID"):
        read_cordis(tmp_path)
