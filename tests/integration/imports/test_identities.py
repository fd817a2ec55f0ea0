"""Rows without an id that differ in what tells two records apart are two records, in one file and across files."""

from pathlib import Path

import pytest

from seutu.apps.records.files.importing import apply_plan, open_file, plan_import
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
APART = {
    "facts of two towns": (
        "facts",
        "name,value,municipality,unit,period,source",
        ("Population,20472,140,persons,2023,Statistics", "Population,124021,297,persons,2023,Statistics"),
    ),
    "facts in two units": (
        "facts",
        "name,value,municipality,unit,period,source",
        ("Employed,8000,140,persons,2023,Statistics", "Employed,71.5,140,%,2023,Statistics"),
    ),
    "facts of two places in a source": (
        "facts",
        "name,value,period,source,source_place",
        ("Companies,900,2023,Statistics,p. 4", "Companies,905,2023,Statistics,p. 17"),
    ),
    "tasks of two actors": (
        "tasks",
        "name,due,state,actor,member",
        ("Call back,2026-05-04,open,Sawmill,a@example.org", "Call back,2026-05-04,open,Shipyard,a@example.org"),
    ),
    "tasks of two members": (
        "tasks",
        "name,due,state,member",
        ("Call back,2026-05-04,open,a@example.org", "Call back,2026-05-04,done,b@example.org"),
    ),
    "tasks of two contacts": (
        "tasks",
        "name,due,state,owner",
        ("Call back,2026-05-04,open,Adviser", "Call back,2026-05-04,done,Manager"),
    ),
    "two memberships of one town": (
        "place-group-members",
        "group,municipality,date_from,date_to",
        ("Network,140,2015-01-01,2018-12-31", "Network,140,2022-01-01,"),
    ),
}


def written(kind_name: str, path: Path, *lines: str) -> dict[str, int]:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    kind = kind_named(kind_name)
    plan = plan_import(kind, open_file(kind, path), language="en")
    return dict(apply_plan(plan, accept_good=False, note="", by=None, at=NOON).counts)


@pytest.mark.parametrize(("kind", "header", "rows"), APART.values(), ids=APART)
def test_two_different_records_stay_two_and_a_second_import_changes_nothing(
    kind: str, header: str, rows: tuple[str, str], tmp_path: Path
) -> None:
    first, second = rows
    path = tmp_path / f"{kind}.csv"
    for apart in ((first,), (first, second)):  # across two files, and in one
        with in_scope(make_workspace()):
            make_record("sources", name="Statistics")
            make_record("place-groups", name="Network")
            actors = [make_record("actors", name=name) for name in ("Sawmill", "Shipyard")]
            for name in ("Adviser", "Manager"):
                make_record("contacts", name=name, actor=actors[0])
            written(kind, path, header, *apart)
            written(kind, path, header, second)
            assert records_of(kind_named(kind)).count() == 2
            assert written(kind, path, header, first, second) == {"unchanged": 2}
