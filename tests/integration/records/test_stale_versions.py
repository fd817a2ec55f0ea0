"""Two editors of one record: the second is refused, keeps the text, and sees what stands now. Nothing is lost."""

import pytest

from seutu.apps.accounts.enums import Role
from seutu.apps.records.exceptions import StaleVersionError
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record, values_of
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import ChoiceColumn, Column, DateColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from seutu.apps.records.sheets.references import ReferenceColumn, TermsColumn
from seutu.web.forms import initial_of
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db


def editable_text(kind: Kind) -> Column:
    """Return a free-text column of the kind that a test may change."""
    plain = [column for column in kind.columns if type(column) is TextColumn]
    return next(column for column in reversed(plain))


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_a_stale_form_is_refused_and_keeps_what_was_typed(name: str) -> None:
    kind = kind_named(name)
    workspace = make_workspace()
    member = make_member(workspace, Role.CONTRIBUTOR)
    record = make_record(name, workspace=workspace, by=member)
    column = editable_text(kind)
    client = signed_in(member)
    address = f"/en/w/{workspace.slug}/r/{name}/{record.pk}/edit/"
    with in_scope(workspace):
        data = {key: value for key, value in initial_of(kind, record, "en").items() if value != ""}
    first = client.post(address, {**data, column.name: "First editor"})
    second = client.post(address, {**data, column.name: "Second editor"})
    assert first.status_code == 302, first.content[:3000]
    assert second.status_code == 409
    page = second.content.decode()
    assert "First editor" in page
    assert "Second editor" in page
    with in_scope(workspace):
        assert values_of(kind, record_of(kind, record.pk))[column.name] == "First editor"
    again = client.post(address, {**data, column.name: "Second editor", "version": _version(page)})
    assert again.status_code == 302
    with in_scope(workspace):
        assert values_of(kind, record_of(kind, record.pk))[column.name] == "Second editor"


def _version(page: str) -> str:
    part = page.split('name="version"')[1].split("value=")[1]
    return part.split('"')[1]


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_a_form_saved_as_it_opened_changes_nothing(name: str) -> None:
    kind = kind_named(name)
    workspace = make_workspace()
    member = make_member(workspace, Role.CONTRIBUTOR)
    record = make_record(name, workspace=workspace, by=member)
    client = signed_in(member)
    with in_scope(workspace):
        before = Activity.objects.count()
        data = {key: value for key, value in initial_of(kind, record, "fi").items() if value != ""}
    answer = client.post(f"/fi/w/{workspace.slug}/r/{name}/{record.pk}/edit/", data)
    assert answer.status_code == 302, answer.content[:3000]
    with in_scope(workspace):
        assert Activity.objects.count() == before


def test_an_old_version_raises_with_both_sides() -> None:
    workspace = make_workspace()
    actors = kind_named("actors")
    with in_scope(workspace):
        record = make_record("actors", name="Alku Oy")
        opened = record.version
        change_record(actors, record, {"name": "Ensin Oy"}, version=opened, by=None, at=NOON)
        with pytest.raises(StaleVersionError) as caught:
            change_record(actors, record, {"name": "Sitten Oy"}, version=opened, by=None, at=NOON)
        assert caught.value.current["name"] == "Ensin Oy"
        assert caught.value.sent["name"] == "Sitten Oy"
        assert record_of(actors, record.pk).title == "Ensin Oy"


def test_column_types_are_all_covered() -> None:
    types = {type(column) for kind in kinds() for column in kind.columns}
    assert {TextColumn, ChoiceColumn, DateColumn, NumberColumn, ReferenceColumn, TermsColumn} <= types
