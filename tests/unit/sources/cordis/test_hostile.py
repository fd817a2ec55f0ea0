"""Whatever stands in the files, the reader answers with data or with one problem, never with another error."""

import gzip
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seutu.core.problems import InputProblem
from seutu.sources.cordis import read_cordis

HEADERS = {
    "organization.csv": '"projectID";"organisationID";"name";"country";"role";"ecContribution";"vatNumber"',
    "project.csv": '"id";"acronym";"title";"startDate";"endDate"',
}
piece = st.sampled_from(
    ['"1"', '"2"', ";", '"', '""', "FI", '"FI"', '"x,y"', "\n", "\r\n", "\x00", "1.5", '"FI01120389"']
)
lines = st.lists(piece | st.text(max_size=3), max_size=40).map("".join)
quietly = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def answered(path: Path) -> bool:
    try:
        read_cordis(path)
    except InputProblem as problem:
        return len(problem.problems) == 1
    return True


@quietly
@given(lines, lines)
def test_official_files_of_any_content(tmp_path: Path, organisations: str, projects: str) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as target:
        for name, body in zip(HEADERS, (organisations, projects), strict=True):
            target.writestr(name, (HEADERS[name] + "\n" + body).encode("utf-8", "replace"))
    assert answered(path)


@pytest.mark.parametrize(
    "name", ["fp7_organisations.csv.gz", "finland_organisations_geocoded.csv", "fp7_participations.tsv.gz"]
)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a;b\n1;2\n", b"\n"])
def test_older_files_that_are_empty_or_of_another_kind_are_one_problem(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / "fp7_participations.tsv.gz").write_bytes(gzip.compress(b"projectRcn\tnew_org_id\n1\ta\n"))
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    with pytest.raises(InputProblem) as refusal:
        read_cordis(tmp_path)
    assert name in refusal.value.problems[0].message.fi


def test_a_gz_that_is_none_and_an_encrypted_zip_are_refused(tmp_path: Path) -> None:
    (tmp_path / "fp7_participations.tsv.gz").write_bytes(b"plain text")
    with pytest.raises(InputProblem, match="cannot be read"):
        read_cordis(tmp_path)


def test_a_location_that_is_no_number_is_noted(tmp_path: Path) -> None:
    (tmp_path / "fp7_participations.tsv.gz").write_bytes(gzip.compress(b"projectRcn\tnew_org_id\n1\ta\n"))
    (tmp_path / "finland_organisations_geocoded.csv").write_text(
        "org_id,name,short_name,activity_type,post_code,city,municipality_code,lon,lat,url,in_fp7,in_h2020\n"
        "a,Koe,,,,,,east,62,,1,0\n"
    )
    data = read_cordis(tmp_path)
    assert data.organisations["a"].lon is None
    assert [note.column for note in data.notes] == ["lon, lat"]
