import gzip
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.cordis import combine_cordis, read_cordis

FP7_ORGANISATIONS = (
    "new_org_id;organisationName;organisationShortName;organizationUrl;REGION_Level_NUTS_3;country;street;city;"
    "postCode;provincia\r\n"
    "aaa;TESTI YLIOPISTO;TY;;;FI;Tie 1;JYVÃ„SKYLÃ„;1000;\r\n"
    "bbb;TEST UNIVERSITY;;;;SE;;Umeå;90187;\r\n"
    "ccc;KOE OY;;;;FI;;HELSINGIN YLIOPISTO;PL 1122;\r\n"
)
GEOCODED = (
    "org_id,name,short_name,activity_type,street,post_code,city,municipality_code,municipality,maakunta,nuts3_2024,"
    "lon,lat,location_from,cordis_nuts3,url,in_fp7,in_h2020\n"
    "aaa,Testi yliopisto,,HES,,40100,Jyväskylä,179,Jyväskylä,Keski-Suomi,FI198,25.7,62.2,city,,,1,1\n"
    "ddd,,,,,,,,,,,,,,,,0,1\n"
)
H2020_ROWS = (
    "rcn,role,pic,type,contribution,country,start_date,end_date,max_contribution\n"
    "7,coordinator,aaa,HES,1000.5,FI,2019-05-01,2022-04-30,9\n"
    "7,participant,eee,PRC,NA,DE,2019-05-01,2022-04-30,9\n"
    "8,participant,ddd,PRC,5,FI,NA,NA,9\n"
    "8,participant\n"
)


def zipped(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode()))


@pytest.fixture
def fp7(tmp_path: Path) -> Path:
    folder = tmp_path / "fp7"
    folder.mkdir()
    zipped(folder / "fp7_organisations.csv.gz", FP7_ORGANISATIONS)
    zipped(folder / "fp7_participations.tsv.gz", "projectRcn\tnew_org_id\n7\taaa\n7\tbbb\n7\taaa\n9\tccc\n")
    (folder / "finland_organisations_geocoded.csv").write_text(GEOCODED, encoding="utf-8")
    return folder


@pytest.fixture
def h2020(tmp_path: Path) -> Path:
    folder = tmp_path / "h2020"
    folder.mkdir()
    zipped(folder / "h2020_participations_2020-12.csv.gz", H2020_ROWS)
    return folder


def test_fp7_is_dated_to_its_programme_period_and_says_so(fp7: Path) -> None:
    data = read_cordis(fp7)
    project = data.projects["rcn:7"]
    assert (project.start, project.end, project.date_basis) == (date(2007, 1, 1), date(2013, 12, 31), "programme")
    assert project.partner_count == 2
    assert data.participations[0].start == date(2007, 1, 1)
    assert ["2007–2013" in assumption.fi for assumption in data.assumptions] == [True]


def test_the_geocoded_file_gives_places_and_names_and_the_rest_fills_gaps(fp7: Path) -> None:
    university = read_cordis(fp7).organisations["aaa"]
    assert (university.name, university.short_name) == ("Testi yliopisto", "TY")
    assert (university.municipality_code, university.lon, university.lat) == ("179", 25.7, 62.2)
    assert university.programmes == ("FP7", "H2020")


def test_odd_values_are_noted_and_left(fp7: Path) -> None:
    (fp7 / "finland_organisations_geocoded.csv").unlink()
    data = read_cordis(fp7)
    notes = {(note.column, note.value) for note in data.notes}
    assert ("city", "JYVÃ„SKYLÃ„") in notes
    assert ("city", "HELSINGIN YLIOPISTO") in notes
    assert data.organisations["aaa"].city == "JYVÃ„SKYLÃ„"
    assert data.organisations["aaa"].post_code == "01000"
    assert data.organisations["ccc"].post_code is None
    assert {("post_code", "1000"), ("post_code", "PL 1122")} <= notes
    assert data.organisations["bbb"].post_code == "90187"


def test_h2020_keeps_dates_roles_and_euros_and_na_is_missing(h2020: Path) -> None:
    data = read_cordis(h2020)
    first, second, third = data.participations
    assert (first.role, first.contribution, first.end) == ("coordinator", Decimal("1000.5"), date(2022, 4, 30))
    assert second.contribution is None
    assert third.start is None
    assert data.organisations["eee"].country == "DE"
    assert [problem.line for problem in data.rejected] == [5]


def test_a_folder_of_both_programmes_is_one(fp7: Path, h2020: Path) -> None:
    data = read_cordis(fp7.parent)
    assert set(data.organisations) == {"aaa", "bbb", "ccc", "ddd", "eee"}
    assert data.organisations["ddd"].programmes == ("H2020",)
    assert len(data.participations) == 5
    again = combine_cordis([read_cordis(fp7), read_cordis(h2020)])
    assert again.organisations == data.organisations


def test_projects_with_one_number_in_two_programmes_must_not_meet(fp7: Path, h2020: Path) -> None:
    """The record control number is one series over programmes, so equal numbers are one project; grants are not."""
    assert set(read_cordis(h2020).projects) == {"rcn:7", "rcn:8"}


def test_a_single_file_is_read_with_those_beside_it(h2020: Path) -> None:
    data = read_cordis(h2020 / "h2020_participations_2020-12.csv.gz")
    assert len(data.participations) == 3


def test_a_cut_file_is_refused(h2020: Path) -> None:
    path = h2020 / "h2020_participations_2020-12.csv.gz"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(InputProblem, match="cut, damaged"):
        read_cordis(h2020)
