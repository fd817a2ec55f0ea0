"""Whatever is sent to create or change a record, the answer is a record or a problem, never a failure."""

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.apps.accounts.enums import Role
from seutu.apps.records.sheets.columns import ChoiceColumn
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from tests.integration.factories import make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db
GOOD = {200, 201, 400, 409, 422}
NUMBERS = st.one_of(st.integers(), st.floats(), st.integers(-(10**30), 10**30))
WRITTEN = st.one_of(
    st.text(max_size=30),
    st.from_regex(r"-?[0-9]{1,22}([.,][0-9]{1,14})?", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    st.sampled_from(
        ["\ud800", "\x00", "091", "Ähtäri", "12.5.2026", "1 000 000", "a" * 6000, "https://x.example", "a@b.fi"]
    ),
)
ANY = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, WRITTEN),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=2)),
    max_leaves=6,
)


def values_of(kind: Kind, real: dict[str, str]) -> st.SearchStrategy[dict[str, Any]]:
    """Values of a kind: mostly of the right sort, so that some go all the way to the database."""
    columns: dict[str, st.SearchStrategy[Any]] = {}
    for column in kind.columns:
        likely: list[st.SearchStrategy[Any]] = [ANY]
        if isinstance(column, ChoiceColumn):
            likely.append(st.sampled_from([choice.code for choice in column.choices]))
        if getattr(column, "kind", None) in real:
            likely.append(st.just(real[column.kind]))  # type: ignore[attr-defined]
        columns[column.name] = st.one_of(*likely, *([WRITTEN] if column.required else []))
    return st.fixed_dictionaries({}, optional=columns)


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
@settings(max_examples=8)
@given(drawn=st.data())
def test_create_and_change_never_fail(name: str, drawn: st.DataObject) -> None:
    kind = kind_named(name)
    with transaction.atomic():
        cache.clear()
        workspace = make_workspace()
        member = make_member(workspace, Role.CONTRIBUTOR)
        record = make_record(name, workspace=workspace, by=member)
        real = {column.kind: str(column.take(record)) for column in kind.references if column.take(record)}
        client = signed_in(member)
        values = drawn.draw(values_of(kind, real))
        address = f"/api/v1/workspaces/{workspace.slug}/{name}/"
        for method, path, body in (
            ("POST", address, {"values": values}),
            ("PATCH", f"{address}{record.pk}/", {"version": record.version, "values": values}),
            ("PATCH", f"{address}{record.pk}/", drawn.draw(ANY)),
        ):
            answer = client.generic(method, path, json.dumps(body), content_type="application/json")
            assert answer.status_code in GOOD, (body, answer.content)
            if answer.status_code < 300:
                read = client.get(f"{address}{answer.json()['id']}/").json()
                assert read == answer.json()
        transaction.set_rollback(True)


@settings(max_examples=15)
@given(body=st.binary(max_size=200))
def test_bytes_that_are_no_json_never_fail(body: bytes) -> None:
    with transaction.atomic():
        cache.clear()
        workspace = make_workspace()
        client = signed_in(make_member(workspace, Role.CONTRIBUTOR))
        answer = client.generic("POST", f"/api/v1/workspaces/{workspace.slug}/actors/", body)
        assert answer.status_code in {400, 422}
        transaction.set_rollback(True)
