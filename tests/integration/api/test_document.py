"""The description of the interface: whole, fresh, and made from the columns."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from seutu.api.interface import document
from seutu.api.problems import PROBLEMS
from seutu.api.urls import interface
from seutu.apps.records.sheets.columns import ChoiceColumn
from seutu.apps.records.sheets.kinds import kinds

KEPT = Path(__file__).resolve().parents[3] / "docs" / "reference" / "openapi.json"


def pointers(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [found for value in part.values() for found in pointers(value)]
    return [found for value in part for found in pointers(value)] if isinstance(part, list) else []


def test_the_kept_document_is_fresh() -> None:
    described = json.dumps(document(interface), ensure_ascii=False, indent=1) + "\n"
    assert KEPT.read_text(encoding="utf-8") == described, "run `make reference`"


def test_every_pointer_leads_somewhere() -> None:
    whole = json.loads(json.dumps(document(interface)))
    found = pointers(whole)
    assert found
    for pointer in set(found):
        part = whole
        for name in pointer.removeprefix("#/").split("/"):
            part = part[name]


def test_every_address_parameter_is_described_once() -> None:
    for path, methods in document(interface)["paths"].items():
        for operation in methods.values():
            parameters = [(each["in"], each["name"]) for each in operation["parameters"]]
            assert len(parameters) == len(set(parameters))
            in_path = {name for place, name in parameters if place == "path"}
            assert in_path == set(re.findall(r"{(\w+)}", path))


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_column_is_described_with_its_labels_and_closed_list(kind: Any) -> None:
    schemas = document(interface)["components"]["schemas"]
    name = "".join(part.capitalize() for part in kind.name.split("-"))
    properties = schemas[f"{name}Values"]["properties"]
    assert list(properties) == [column.name for column in kind.columns]
    for column in kind.columns:
        assert properties[column.name]["x-labels"] == column.label.as_dict()
        if isinstance(column, ChoiceColumn):
            assert properties[column.name]["enum"] == [*(choice.code for choice in column.choices), None]
    required = schemas[f"{name}New"]["properties"]["values"]["allOf"][1]["required"]
    assert required == [column.name for column in kind.columns if column.required]
    assert (f"{name}Public" in schemas) != kind.personal


@pytest.mark.django_db
def test_the_page_lists_every_address_and_problem_without_scripts_of_others() -> None:
    answer = Client().get("/api/v1/docs/", headers={"Accept-Language": "sv"})
    page = answer.content.decode()
    assert all(path in page for path in document(interface)["paths"])
    assert all(f'id="{kind.name}"' in page for kind in PROBLEMS)
    assert PROBLEMS[0].title.sv in page
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r'(src|href)="(https?:)?//', page)
    assert Client().get("/api/v1/openapi.json").json()["openapi"].startswith("3.")
