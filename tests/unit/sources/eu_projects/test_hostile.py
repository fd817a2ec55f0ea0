"""Whatever stands in the file, the reader answers with rows, rejections or one problem, never with another error."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seutu.core.problems import InputProblem
from seutu.sources.eu_projects import ProjectRow, RejectedRow, read_eu_projects

HEADER = "Koodi,Rahasto,Hankkeen nimi,Toteuttajan nimi,Aloituspvm,Myönnetty EU- ja valtion rahoitus"
piece = st.sampled_from(
    ["A70001", "EAKR", "Nimi", "Oy", "1.1.2015", "31.2.2015", "100", "1,5", '"', '""', ",", ";", "\n", "\r", "\x00"]
)
quietly = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@quietly
@given(st.lists(st.lists(piece | st.text(max_size=3), max_size=14).map("".join), max_size=6))
def test_every_line_is_answered(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join([HEADER, *lines]), encoding="utf-8", errors="replace")
    for row in read_eu_projects(path):
        assert isinstance(row, ProjectRow | RejectedRow)
        assert row.line >= 2


@quietly
@given(st.binary(max_size=200))
def test_bytes_of_any_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    try:
        refused = not list(read_eu_projects(path))
    except InputProblem as refusal:
        refused = len(refusal.problems) == 1
    assert refused


def test_a_cell_of_megabytes_is_refused_and_not_fatal(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        HEADER + '\nA70001,EAKR,"' + "x," * 200_000 + '",Oy,1.1.2015,5\nA70002,EAKR,b,Oy,1.1.2015,5\n', encoding="utf-8"
    )
    first, second = read_eu_projects(path)
    assert isinstance(first, RejectedRow)
    assert isinstance(second, ProjectRow)
