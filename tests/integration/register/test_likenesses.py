"""Actors that may be one are found, with the reason, and not again once a person has told them apart."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.models import Activity, Term
from seutu.apps.records.operations import trash_record, undo, values_of
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.likenesses import Alike, Identity, Reason, actors_like, alike_actors, alike_to, tell_apart
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")


@pytest.fixture(autouse=True)
def here() -> Iterator[Workspace]:
    workspace = make_workspace()
    with in_scope(workspace):
        yield workspace


def actor(name: str, **values: Any) -> Any:
    return make_record("actors", name=name, **values)


def found() -> set[tuple[frozenset[Any], tuple[Reason, ...]]]:
    return {(frozenset((each.first, each.second)), each.reasons) for each in alike_actors()}


def test_each_reason_is_found() -> None:
    first = actor("MikroGrow", business_id="0112038-9", identifiers=("PIC:999999999",))
    spelled = actor("Microgrow")
    numbered = actor("Kasvuyhtiö Oy", business_id="0112038-9")
    coded = actor("Aivan Muu Oy", identifiers=("PIC:999999999",))
    named = actor("Kolmas Oy", other_names=("MIKROGROW",))
    actor("Metsäkone Oy")
    assert found() == {
        (frozenset((first.pk, spelled.pk)), (Reason.LIKE_NAME,)),
        (frozenset((first.pk, numbered.pk)), (Reason.BUSINESS_ID,)),
        (frozenset((first.pk, coded.pk)), (Reason.IDENTIFIER,)),
        (frozenset((first.pk, named.pk)), (Reason.SAME_NAME,)),
    }


def test_the_surest_come_first() -> None:
    actor("Savogrow Oy", business_id="0112038-9")
    actor("SavoGrow", business_id="0112038-9")
    actor("Metsäkoneet Oy")
    actor("Metsäkone Oy")
    assert [each.reasons[0] for each in alike_actors()] == [Reason.BUSINESS_ID, Reason.LIKE_NAME]


def test_one_actor_s_likenesses_are_those_of_the_review() -> None:
    first, second = actor("Savogrow Oy"), actor("Savo Grow Oy")
    actor("Metsäkone Oy")
    assert [(each.second, each.reasons) for each in actors_like(first)] == [(second.pk, (Reason.LIKE_NAME,))]


def test_what_is_being_saved_is_compared_by_every_reason_without_a_query_per_actor() -> None:
    numbered = actor("Kasvuyhtiö Oy", business_id="0112038-9")
    coded = actor("Aivan Muu Oy", identifiers=("pic:  999999999",))
    named = actor("Kolmas Oy", other_names=("MIKROGROW  oy",))
    called = actor("mikrogrow OY")
    spelled = actor("Nikrogrow")
    in_trash = actor("MikroGrow Oy")
    trash_record(ACTORS, record_of(ACTORS, in_trash.pk), by=None, at=NOON)
    identity = Identity("MikroGrow Oy", "0112038-9", identifiers=("PIC: 999999999",))
    costs = []
    for more in range(2):
        for number in range(5 * more):
            actor(f"Metsäkone {number}", other_names=(f"Kone {number}",), identifiers=(f"PIC:{number}",))
        with CaptureQueriesContext(connection) as queries:
            like = alike_to(identity)
        costs.append(len(queries))
        assert [(each.actor, each.reasons) for each in like] == [
            (numbered.pk, (Reason.BUSINESS_ID,)),
            (coded.pk, (Reason.IDENTIFIER,)),
            (called.pk, (Reason.SAME_NAME, Reason.LIKE_NAME)),
            (named.pk, (Reason.SAME_NAME,)),
            (spelled.pk, (Reason.LIKE_NAME,)),
        ]
    assert costs[0] == costs[1]
    assert alike_to(Identity("")) == []


def test_an_actor_is_not_like_itself_or_one_it_was_told_apart_from() -> None:
    first, second, third = actor("Savogrow Oy"), actor("SavoGrow Oy"), actor("Savo Grow")
    tell_apart(second.pk, first.pk, by=None, at=NOON)
    assert [each.actor for each in alike_to(Identity("Savogrow Oy"), but=first.pk)] == [third.pk]
    assert alike_to(Identity("Savogrow Oy"), limit=1) == [
        Alike(min((first.pk, second.pk), key=str), (Reason.SAME_NAME, Reason.LIKE_NAME), 1.0)
    ]


def test_a_pair_told_apart_is_not_shown_again_and_it_can_be_undone(here: Workspace) -> None:
    first, second = actor("Savogrow Oy"), actor("SavoGrow Oy")
    shown = values_of(ACTORS, record_of(ACTORS, first.pk))
    assert tell_apart(first.pk, second.pk, by=None, at=NOON)
    assert not tell_apart(second.pk, first.pk, by=None, at=NOON)
    assert alike_actors() == []
    assert actors_like(second) == []
    assert values_of(ACTORS, record_of(ACTORS, first.pk)) == shown
    assert Term.objects.get(scheme="distinct").code == str(second.pk)
    undo(Activity.objects.get(sequence=here.head_sequence), by=None, at=NOON)
    assert len(alike_actors()) == 1


def test_what_is_in_the_trash_is_not_compared() -> None:
    first = actor("Savogrow Oy")
    actor("SavoGrow Oy")
    trash_record(ACTORS, record_of(ACTORS, first.pk), by=None, at=NOON)
    assert alike_actors() == []
