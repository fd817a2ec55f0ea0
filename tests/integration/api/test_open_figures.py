"""Places for everybody, and figures with the source and licence of every value."""

from typing import Any

import pytest
from django.test import Client

from seutu.apps.accounts.enums import Role
from tests.integration.factories import make_member, make_workspace, signed_in

pytestmark = pytest.mark.django_db
SERIES = "/api/v1/statistics/series"


@pytest.fixture
def client() -> Client:
    return signed_in(make_member(make_workspace(), Role.READER))


def test_the_municipalities_of_a_day() -> None:
    newest = Client().get("/api/v1/places/municipalities").json()
    assert len(newest) == 308
    helsinki = next(each for each in newest if each["code"] == "091")
    assert (helsinki["name"]["sv"], helsinki["region"]) == ("Helsingfors", "01")
    assert len(Client().get("/api/v1/places/municipalities", {"at": "2013-01-01"}).json()) == 320


@pytest.mark.parametrize("query", [{"at": "x"}, {"at": "1990-01-01"}, {"day": "2020-01-01"}])
def test_a_day_that_is_not_known_is_refused(query: dict[str, str]) -> None:
    assert Client().get("/api/v1/places/municipalities", query).status_code == 422


def test_every_value_has_its_source_and_licence(client: Client) -> None:
    found: list[dict[str, Any]] = client.get(SERIES, {"indicator": "population", "place": ["091", "140"]}).json()
    assert {figure["place"] for figure in found} == {"091", "140"}
    for figure in found:
        assert figure["sources"]
        assert all(source["licence"] and source["name"] for source in figure["sources"])
    years = [figure["period"] for figure in found if figure["place"] == "140"]
    assert years == sorted(years)
    later = client.get(SERIES, {"indicator": "population", "place": "140", "since": years[-1]}).json()
    assert [figure["period"] for figure in later] == years[-1:]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"indicator": "population"},
        {"indicator": "no-such", "place": "091"},
        {"indicator": "population", "place": "091", "place_kind": "planet"},
        {"indicator": "population", "place": [str(number) for number in range(51)]},
        {"indicator": "population", "place": "\x00"},
    ],
)
def test_a_wrong_question_is_refused(client: Client, query: dict[str, Any]) -> None:
    assert client.get(SERIES, query).status_code == 422


def test_a_place_without_figures_gives_an_empty_list(client: Client) -> None:
    assert client.get(SERIES, {"indicator": "population", "place": "'; drop"}).json() == []


def test_the_indicators_say_what_they_are(client: Client) -> None:
    found = {each["indicator"]: each for each in client.get("/api/v1/statistics/indicators").json()}
    assert found["population"]["label"]["en"]
    assert found["population"]["source"]
