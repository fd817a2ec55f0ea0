"""A minute holds so many requests; the next one is told how long to wait."""

from typing import Any

import pytest
from django.test import Client

from seutu.api import limits
from seutu.apps.accounts.enums import Role
from tests.integration.factories import make_member, make_workspace, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "KNOWN_LIMIT", 3)
    monkeypatch.setattr(limits, "UNKNOWN_LIMIT", 2)
    monkeypatch.setattr(limits, "WINDOW_SECONDS", 86_400)  # so that no test meets the turn of a minute


def statuses(client: Client, address: str, count: int) -> list[Any]:
    return [client.get(address) for _ in range(count)]


def test_an_address_that_asks_too_often_waits() -> None:
    answers = statuses(Client(), "/api/v1/places/municipalities", 3)
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[2].headers["Retry-After"]) <= 86_400
    assert answers[2].json()["type"] == "/api/v1/docs/#too-many"
    assert Client(REMOTE_ADDR="192.0.2.7").get("/api/v1/places/municipalities").status_code == 200


def test_a_person_is_counted_alone() -> None:
    workspace = make_workspace()
    one, other = (signed_in(make_member(workspace, Role.READER)) for _ in range(2))
    assert [answer.status_code for answer in statuses(one, "/api/v1/workspaces/", 4)] == [200, 200, 200, 429]
    assert other.get("/api/v1/workspaces/").status_code == 200
