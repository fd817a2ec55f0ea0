"""The published project lists: every row of the ragged export is read as its repaired twin has it, or refused."""

import re

from seutu.sources.eu_projects import ProjectRow, RejectedRow, read_eu_projects
from tests.shared_material import SHARED, needs_shared

FOLDER = SHARED / "data" / "eu-structural-funds-finland"

pytestmark = needs_shared


def plain(value: object) -> object:
    """Leave out what the twin lost: commas, semicolons, quotation marks and repeated spaces."""
    return " ".join(re.sub(r'[,;"]', " ", value).split()) if isinstance(value, str) else value


def facts(row: ProjectRow) -> tuple[object, ...]:
    return tuple(plain(getattr(row, field)) for field in ProjectRow.__slots__ if field != "repaired")


def test_every_repaired_row_equals_the_repaired_twin() -> None:
    original = list(read_eu_projects(FOLDER / "projektilista_2014-2020_snapshot.original.csv"))
    twin = {row.line: row for row in read_eu_projects(FOLDER / "projektilista_2014-2020_snapshot.csv")}
    repaired = [row for row in original if isinstance(row, ProjectRow) and row.repaired is not None]
    rejected = [row for row in original if isinstance(row, RejectedRow)]
    assert len(original) == 2881
    assert len(repaired) == 1838
    assert len(rejected) == 20
    for row in original:
        other = twin[row.line]
        if isinstance(row, ProjectRow) and isinstance(other, ProjectRow):
            assert facts(row) == facts(other)


def test_the_whole_list_of_2007_2013_is_read() -> None:
    rows = list(read_eu_projects(FOLDER / "projektilista_2007-2013.csv"))
    projects = [row for row in rows if isinstance(row, ProjectRow)]
    assert len(rows) == len(projects) == 19_940
    assert all(row.repaired is None for row in projects)
    assert sum(row.fund == "ESR" for row in projects) == 2775
