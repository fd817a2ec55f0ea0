"""Lists ordered by columns that may be blank: the same order in every database."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse

import seutu.apps
from seutu.apps.accounts.enums import Role
from seutu.apps.funding.call_rules import latest_application
from seutu.apps.funding.models import CostLine
from seutu.apps.records.models import OwnedRow
from seutu.apps.records.ordering import blanks_last, may_be_blank
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from tests.integration.factories import make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db
SOURCES = Path(next(iter(seutu.apps.__path__)))
SURE = {
    ("application_queries.py", "position"),
    ("claim_queries.py", "day"),
    ("projects.py", "programme"),
}
"""Columns of the log's rows, costs and projects that are never blank, though others of the same name are."""


@pytest.mark.parametrize(("order", "days"), [("day", [1, 2, None]), ("-day", [2, 1, None])])
def test_records_without_the_value_come_last_both_ways(order: str, days: list[int | None]) -> None:
    workspace = make_workspace()
    with in_scope(workspace):
        for day in (2, None, 1):
            make_record("decisions", day=date(2026, 3, day) if day else None)
        model = kind_named("decisions").model
        found = [each.day.day if each.day else None for each in model.objects.order_by(*blanks_last(model, order))]
    assert found == days


def test_a_list_ordered_by_a_blank_column_says_where_blank_ones_stand() -> None:
    held = [kind for kind in kinds() if _blank_in(kind)]
    assert {"decisions", "applications", "cost-lines", "calls"} <= {kind.name for kind in held}
    with in_scope(make_workspace()):
        for kind in held:
            said = str(records_of(kind).query)
            assert said.count("NULLS LAST") == len(_blank_in(kind)), kind.name


def _blank_in(kind: Kind) -> list[str]:
    return [name for name in kind.order if may_be_blank(kind.model, name.removeprefix("-"))]


def test_the_newest_application_is_one_handed_in_though_a_draft_has_no_day() -> None:
    with in_scope(make_workspace()):
        project = make_record("projects")
        make_record("applications", name="Luonnos", project=project)
        make_record("applications", name="Vanha", project=project, submitted_on=date(2024, 1, 1))
        make_record("applications", name="Uusi", project=project, submitted_on=date(2025, 1, 1))
        make_record("applications", name="Toinen luonnos", project=project)
        newest = latest_application(project)
    assert newest is not None
    assert newest.name == "Uusi"


def test_a_sorted_page_and_the_interface_put_blank_ones_last() -> None:
    workspace = make_workspace()
    client = signed_in(make_member(workspace, Role.READER))
    with in_scope(workspace):
        for name, amount in (("Iso", 20), ("Tyhjä", None), ("Pieni", 10)):
            make_record("calls", name=name, amount=Decimal(amount) if amount else None)
    for sort, names in (("amount", ["Pieni", "Iso", "Tyhjä"]), ("-amount", ["Iso", "Pieni", "Tyhjä"])):
        api = client.get(f"/api/v1/workspaces/{workspace.slug}/calls/?sort={sort}").json()["records"]
        assert [each["values"]["name"] for each in api] == names
        page = client.get(reverse("collection", args=[workspace.slug, "calls"]) + f"?sort={sort}").content.decode()
        assert sorted(names, key=lambda name: page.index(f">{name}<")) == names


def test_no_query_is_ordered_by_a_blank_column_as_it_comes() -> None:
    blank = {
        field.name
        for model in apps.get_models()
        if issubclass(model, OwnedRow)
        for field in model._meta.fields
        if field.null
    }
    found = [
        f"{path.relative_to(SOURCES)}:{node.lineno} {name}"
        for path in [*(SOURCES / "programmes").rglob("*.py"), *(SOURCES / "funding").rglob("*.py")]
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "order_by"
        for name in (each.value for each in node.args if isinstance(each, ast.Constant))
        if str(name).removeprefix("-").split("__")[-1] in blank and (path.name, name) not in SURE
    ]
    assert found == []


def test_a_reference_that_may_be_missing_makes_the_whole_way_blank() -> None:
    assert may_be_blank(CostLine, "partner__name")
    assert not may_be_blank(CostLine, "project__name")
    assert not may_be_blank(CostLine, "project__pk")
