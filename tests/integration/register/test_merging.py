"""Two actors become one in one act, and undoing the act brings back everything exactly."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.chain import breaks
from seutu.apps.records.exceptions import StaleVersionError
from seutu.apps.records.models import Activity, Comment, Term
from seutu.apps.records.operations import change_record, comment, trash_record, undo
from seutu.apps.records.queries import comments_on, record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named, kinds
from seutu.apps.register.exceptions import CannotMergeError
from seutu.apps.register.merge_plans import plan_merge
from seutu.apps.register.merging import merge_actors, merged_from, merged_into
from tests.integration.factories import NOON, days_ago, make_person, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")
STAMPS = {"version", "changed_at"}


@pytest.fixture
def here() -> Iterator[Workspace]:
    workspace = make_workspace()
    with in_scope(workspace):
        yield workspace


def everything() -> dict[str, Any]:
    """Return every record of the workspace, without the stamps of the last act, and every term."""
    rows: dict[str, Any] = {}
    for kind in kinds():
        for row in kind.model.objects.values():
            rows[f"{kind.name} {row['id']}"] = {name: value for name, value in row.items() if name not in STAMPS}
    rows["terms"] = sorted(Term.objects.values_list("kind", "record_id", "scheme", "code", "position"))
    rows["comments"] = sorted(Comment.objects.values_list("pk", "kind", "record_id", "text"))
    return rows


def versions(*records: Any) -> tuple[int, int]:
    first, second = (record_of(ACTORS, record.pk).version for record in records)
    return first, second


def pair() -> tuple[Any, Any]:
    stays = make_record(
        "actors", name="Savon Kehitys Oy", business_id="0112038-9", municipality="140", tags=("teema:meri",)
    )
    goes = make_record(
        "actors",
        name="SavonKehitys",
        business_id="1572860-0",
        other_names=("Savon kehittämisyhtiö",),
        tags=("teema:meri", "teema:metsä"),
        identifiers=("PIC:999999999",),
        website="https://savonkehitys.example",
        description="Alueen kehittämisyhtiö.",
    )
    return stays, goes


def uses_of(stays: Any, goes: Any) -> dict[str, Any]:
    other = make_record("actors", name="Metsäkone Oy")
    project = make_record("projects", name="Kasvupolku")
    return {
        "moved": make_record("links", from_actor=other, to_actor=goes, link_type="partner"),
        "loop": make_record("links", from_actor=goes, to_actor=stays, link_type="owner"),
        "kept link": make_record("links", from_actor=stays, to_actor=other, link_type="supplier"),
        "twin link": make_record("links", from_actor=goes, to_actor=other, link_type="supplier", evidence="Sopimus"),
        "contact": make_record("contacts", actor=goes, name="Yhteyshenkilö 1"),
        "site": make_record("sites", actor=goes, name="Varasto"),
        "meeting": make_record("meetings", actor=goes, subject="Aloitus"),
        "task": make_record("tasks", actor=goes, name="Soita"),
        "kept part": make_record("participations", project=project, actor=stays, role="lead"),
        "twin part": make_record(
            "participations", project=project, actor=goes, role="lead", funding=Decimal(5000), note="Sama osuus"
        ),
        "other role": make_record("participations", project=project, actor=goes, role="participant"),
    }


def test_all_that_pointed_to_the_other_points_to_the_one_that_stays(here: Workspace) -> None:
    stays, goes = pair()
    uses = uses_of(stays, goes)
    merge_actors(stays.pk, goes.pk, chosen={}, versions=versions(stays, goes), by=None, at=NOON)
    now = {name: record_of(kind_named(_kind(record)), record.pk) for name, record in uses.items()}
    for name in ("contact", "site", "meeting", "task", "other role"):
        assert now[name].actor_id == stays.pk, name  # type: ignore[attr-defined]
    assert now["moved"].to_actor_id == stays.pk  # type: ignore[attr-defined]
    trashed = {name for name, record in now.items() if record.trashed_at}
    assert trashed == {"loop", "twin link", "twin part"}
    assert now["kept part"].funding == Decimal(5000)  # type: ignore[attr-defined]
    assert now["kept link"].evidence == "Sopimus"  # type: ignore[attr-defined]
    assert breaks(here) == []


def _kind(record: Any) -> str:
    return next(kind.name for kind in kinds() if kind.model is type(record))


def test_the_one_that_stays_gets_the_names_identifiers_and_missing_values(here: Workspace) -> None:
    stays, goes = pair()
    merge_actors(stays.pk, goes.pk, chosen={}, versions=versions(stays, goes), by=None, at=NOON)
    now: Any = record_of(ACTORS, stays.pk)
    assert now.name == "Savon Kehitys Oy"
    assert now.terms["name"] == ("Savon kehittämisyhtiö", "SavonKehitys")
    assert now.terms["tag"] == ("teema:meri", "teema:metsä")
    assert now.terms["id"] == ("PIC:999999999", "Y-tunnus:1572860-0")
    assert now.website == "https://savonkehitys.example"
    assert now.business_id == "0112038-9"
    gone: Any = record_of(ACTORS, goes.pk)
    assert gone.trashed_at == NOON
    assert merged_into(gone) == now
    assert merged_from(now) == [gone]


def test_a_chosen_value_is_taken_and_the_other_name_is_kept(here: Workspace) -> None:
    stays, goes = pair()
    chosen: Any = {"name": "goes", "business_id": "goes", "tags": "stays"}
    merge_actors(stays.pk, goes.pk, chosen=chosen, versions=versions(stays, goes), by=None, at=NOON)
    now: Any = record_of(ACTORS, stays.pk)
    assert (now.name, now.business_id) == ("SavonKehitys", "1572860-0")
    assert now.terms["name"] == ("Savon kehittämisyhtiö", "Savon Kehitys Oy")
    assert now.terms["tag"] == ("teema:meri",)
    assert now.title_key == "savonkehitys"


def test_undo_returns_everything_exactly(here: Workspace) -> None:
    stays, goes = pair()
    uses = uses_of(stays, goes)
    trash_record(kind_named("sites"), record_of(kind_named("sites"), uses["site"].pk), by=None, at=NOON)
    comment(ACTORS, goes, "Soitettu keväällä", by=make_person(), at=NOON)
    before = everything()
    sequence = merge_actors(
        stays.pk, goes.pk, chosen={"name": "goes"}, versions=versions(stays, goes), by=None, at=NOON
    )
    assert everything() != before
    undo(Activity.objects.get(sequence=sequence), by=None, at=NOON)
    assert everything() == before
    assert breaks(here) == []
    restored: Any = record_of(ACTORS, goes.pk)
    assert merged_into(restored) is None


def test_figures_that_contradict_each_other_stay_side_by_side(here: Workspace) -> None:
    stays, goes = pair()
    project = make_record("projects")
    make_record("participations", project=project, actor=stays, role="lead", funding=Decimal(100))
    other: Any = make_record("participations", project=project, actor=goes, role="lead", funding=Decimal(200))
    plan = plan_merge(stays.pk, goes.pk)
    assert [record.pk for part in plan.parts for record in part.beside] == [other.pk]
    merge_actors(stays.pk, goes.pk, chosen={}, versions=versions(stays, goes), by=None, at=NOON)
    now: Any = record_of(kind_named("participations"), other.pk)
    assert (now.actor_id, now.trashed_at, now.funding) == (stays.pk, None, Decimal(200))


def test_the_preview_counts_what_the_merge_does(here: Workspace) -> None:
    stays, goes = pair()
    uses_of(stays, goes)
    plan = plan_merge(stays.pk, goes.pk)
    expected = 2 + sum(
        len(part.moved) + len(part.loops) + len(part.duplicates) + len(part.completed) for part in plan.parts
    )
    sequence = merge_actors(stays.pk, goes.pk, chosen={}, versions=versions(stays, goes), by=None, at=NOON)
    assert Activity.objects.get(sequence=sequence).record_count == expected


@pytest.mark.parametrize("which", [0, 1])
def test_a_stale_page_is_refused_and_nothing_is_written(here: Workspace, which: int) -> None:
    stays, goes = pair()
    seen = versions(stays, goes)
    changed: Any = (stays, goes)[which]
    change_record(ACTORS, changed, {"description": "Uusi"}, version=seen[which], by=None, at=NOON)
    before = everything()
    with pytest.raises(StaleVersionError):
        merge_actors(stays.pk, goes.pk, chosen={}, versions=seen, by=None, at=NOON)
    assert everything() == before


def test_an_actor_cannot_be_merged_with_itself_or_with_one_in_the_trash(here: Workspace) -> None:
    stays, goes = pair()
    with pytest.raises(CannotMergeError):
        merge_actors(stays.pk, stays.pk, chosen={}, versions=versions(stays, stays), by=None, at=NOON)
    trash_record(ACTORS, record_of(ACTORS, goes.pk), by=None, at=NOON)
    with pytest.raises(CannotMergeError):
        merge_actors(stays.pk, goes.pk, chosen={}, versions=versions(stays, goes), by=None, at=NOON)


def test_comments_stay_on_the_page_of_the_one_that_went(here: Workspace) -> None:
    stays, goes = pair()
    comment(ACTORS, goes, "Soitettu keväällä", by=make_person(), at=days_ago(1))
    merge_actors(stays.pk, goes.pk, chosen={}, versions=versions(stays, goes), by=None, at=NOON)
    now: Any = record_of(ACTORS, stays.pk)
    assert [each.text for gone in merged_from(now) for each in comments_on(ACTORS, gone.pk)] == ["Soitettu keväällä"]


def test_the_latest_merge_of_a_record_counts(here: Workspace) -> None:
    stays, goes = pair()
    third = make_record("actors", name="Savon kehittämisyhtiö Oy", founded=date(1990, 1, 1))
    first = merge_actors(stays.pk, goes.pk, chosen={}, versions=versions(stays, goes), by=None, at=NOON)
    undo(Activity.objects.get(sequence=first), by=None, at=NOON)
    merge_actors(third.pk, goes.pk, chosen={}, versions=versions(third, goes), by=None, at=NOON)
    gone: Any = record_of(ACTORS, goes.pk)
    assert merged_into(gone) == record_of(ACTORS, third.pk)
    kept: Any = record_of(ACTORS, stays.pk)
    assert merged_from(kept) == []


def test_the_page_of_an_actor_asks_as_often_whatever_was_merged(here: Workspace) -> None:
    costs: dict[int, int] = {}
    stays: Any = make_record("actors", name="Konepaja Oy")
    other: Any = make_record("actors", name="Saha Oy")
    gone: list[Any] = []
    for number in range(3):
        for into, kept in ((stays, gone), (other, [])):
            goes: Any = make_record("actors", name=f"{into.name} {number}")
            merge_actors(into.pk, goes.pk, chosen={}, versions=versions(into, goes), by=None, at=NOON)
            kept.append(record_of(ACTORS, goes.pk))
        with CaptureQueriesContext(connection) as queries:
            assert merged_from(stays) == gone
        costs[len(gone)] = len(queries)
    assert costs[3] <= costs[1] <= 3
    with CaptureQueriesContext(connection) as queries:
        assert merged_from(gone[0]) == []
    assert len(queries) == 1
