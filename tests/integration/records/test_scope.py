"""Every owned model refuses to be queried outside a workspace, and shows one workspace's rows inside it."""

import pytest
from django.apps import apps

from seutu.apps.records.exceptions import OutsideScopeError
from seutu.apps.records.models import OwnedRow
from seutu.apps.records.queries import matching, record_of, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.searching import hits_by_kind
from seutu.apps.records.sheets.kinds import kind_named, kinds
from tests.integration.factories import make_record, make_workspace

pytestmark = pytest.mark.django_db
OWNED = [model for model in apps.get_models() if issubclass(model, OwnedRow)]
# Models that belong to the installation or to people, not to one workspace's data.
EXEMPT = {"User", "Workspace", "Membership", "GuestLink", "EntryTicket", "ApiToken", "ErasureNote"}


@pytest.mark.parametrize("model", OWNED, ids=lambda model: model.__name__)
def test_a_query_outside_a_scope_raises(model: type[OwnedRow]) -> None:
    for manager in (model.objects, model._default_manager, model._base_manager):
        with pytest.raises(OutsideScopeError):
            list(manager.all())
        with pytest.raises(OutsideScopeError):
            manager.count()


def test_every_own_model_is_owned_or_exempt_by_name() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("seutu.")]
    assert {model.__name__ for model in ours if not issubclass(model, OwnedRow)} == EXEMPT


@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_another_workspace_does_not_see_the_record(name: str) -> None:
    kind = kind_named(name)
    mine, theirs = make_workspace("Mine"), make_workspace("Theirs")
    record = make_record(name, workspace=mine)
    with in_scope(theirs):
        assert not records_of(kind).exists()
        with pytest.raises(kind.model.DoesNotExist):
            record_of(kind, record.pk)
    with in_scope(mine):
        assert record_of(kind, record.pk).pk == record.pk


def test_search_stays_in_the_workspace() -> None:
    mine, theirs = make_workspace(), make_workspace()
    make_record("actors", workspace=mine, name="Salainen Konepaja Oy")
    with in_scope(theirs):
        assert hits_by_kind("konepaja", personal=True) == []
    with in_scope(mine):
        found = [record.title for hits in hits_by_kind("KONEPAJA salainen", personal=True) for record in hits.records]
    assert found == ["Salainen Konepaja Oy"]


def test_search_asks_for_every_word_and_stands_a_very_long_text() -> None:
    nine = "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän"
    make_record("actors", workspace=(here := make_workspace()), name=nine)
    actors = kind_named("actors")
    with in_scope(here):
        assert matching(records_of(actors), nine).count() == 1
        assert matching(records_of(actors), nine.replace("yhdeksän", "kymmenen")).count() == 0
        assert matching(records_of(actors), "z " * 5000).count() == 0


def test_the_scope_ends_with_its_block() -> None:
    with in_scope(make_workspace()):
        assert not records_of(kind_named("actors")).exists()
    with pytest.raises(OutsideScopeError):
        records_of(kind_named("actors"))
