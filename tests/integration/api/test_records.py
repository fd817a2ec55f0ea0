"""Records through the interface: read, created, changed, trashed, listed; values as files and forms read them."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seutu.api.asking import sortable
from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.enums import Audience
from seutu.apps.records.operations import change_record, share_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named, kinds
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Mine")


@pytest.fixture
def member(here: Workspace) -> User:
    return make_member(here, Role.CONTRIBUTOR)


@pytest.fixture
def client(member: User) -> Client:
    return signed_in(member)


def url(here: Workspace, kind: str, rest: str = "") -> str:
    return f"/api/v1/workspaces/{here.slug}/{kind}/{rest}"


def send(client: Client, method: str, address: str, body: Any, **headers: str) -> Any:
    data = body if isinstance(body, str) else json.dumps(body)
    return client.generic(method, address, data, content_type="application/json", headers=headers)


def faults(answer: Any) -> dict[str, str]:
    return {each["field"]: each["detail"] for each in answer.json()["errors"]}


def test_a_record_is_created_and_read_back(here: Workspace, client: Client) -> None:
    values = {"name": "Konepaja Oy", "municipality": "Ähtäri", "classes": None, "website": "konepaja.example"}
    answer = send(client, "POST", url(here, "actors"), {"values": values})
    assert answer.status_code == 201, answer.content
    read = client.get(answer.headers["Location"]).json()
    assert read == answer.json()
    assert read["title"] == "Konepaja Oy"
    assert read["values"]["municipality"] == "989"
    assert read["values"]["website"] == "https://konepaja.example"
    history = client.get(answer.headers["Location"] + "history/").json()
    assert [(act["change"], act["values"]["name"]) for act in history] == [("created", [None, "Konepaja Oy"])]


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_what_is_read_can_be_sent_back_and_changes_nothing(
    here: Workspace, member: User, client: Client, name: str
) -> None:
    record = make_record(name, workspace=here, by=member)
    address = url(here, name, f"{record.pk}/")
    read = client.get(address).json()
    answer = send(client, "PATCH", address, {"version": read["version"], "values": read["values"]})
    assert answer.status_code == 200, answer.content
    assert answer.json() == read


def test_a_stale_change_is_refused_with_both_sides(here: Workspace, client: Client) -> None:
    record = make_record("actors", workspace=here, name="Old")
    version = record.version
    with in_scope(here):
        change_record(kind_named("actors"), record, {"name": "Theirs"}, version=version, by=None, at=NOON)
    address = url(here, "actors", f"{record.pk}/")
    answer = send(client, "PATCH", address, {"version": version, "values": {"name": "Mine"}})
    assert answer.status_code == 409
    problem = answer.json()
    assert (problem["current"]["name"], problem["sent"]["name"]) == ("Theirs", "Mine")
    assert client.get(address).json()["values"]["name"] == "Theirs"
    again = send(client, "PATCH", address, {"version": problem["version"], "values": {"name": "Mine"}})
    assert again.json()["values"]["name"] == "Mine"


def test_a_change_needs_the_version(here: Workspace, client: Client) -> None:
    record = make_record("actors", workspace=here)
    for version in ({}, {"version": "1"}, {"version": 1.5}, {"version": True}, {"version": -1}, {"version": 10**40}):
        answer = send(client, "PATCH", url(here, "actors", f"{record.pk}/"), {**version, "values": {"name": "X"}})
        assert answer.status_code == 422
        assert set(faults(answer)) == {"version"}


def test_the_trash_and_back(here: Workspace, client: Client) -> None:
    record = make_record("actors", workspace=here)
    address = url(here, "actors", f"{record.pk}/")
    assert client.delete(address).json()["trashed_at"]
    assert client.delete(address).status_code == 200
    assert client.get(url(here, "actors")).json()["count"] == 0
    trash = client.get(url(here, "actors"), {"trashed": "true"}).json()
    assert [each["id"] for each in trash["records"]] == [str(record.pk)]
    version = trash["records"][0]["version"]
    assert send(client, "PATCH", address, {"version": version, "values": {"name": "X"}}).status_code == 409
    assert client.post(address + "restore/").json()["trashed_at"] is None
    assert client.get(url(here, "actors")).json()["count"] == 1


def test_a_number_keeps_every_digit(here: Workspace, client: Client) -> None:
    project = make_record("projects", workspace=here)
    address = url(here, "projects", f"{project.pk}/")
    body = f'{{"version": {project.version}, "values": {{"granted": 1234567890123.45}}}}'
    answer = send(client, "PATCH", address, body)
    assert answer.json()["values"]["granted"] == "1234567890123.45"


@pytest.mark.parametrize(
    "number", ["1.005", "12345678901234.56", "1e30", "1e999999999", '"99999999999999999999999"', "-1e-400"]
)
def test_a_number_that_would_be_rounded_is_refused(here: Workspace, client: Client, number: str) -> None:
    project = make_record("projects", workspace=here)
    body = f'{{"version": {project.version}, "values": {{"granted": {number}}}}}'
    answer = send(client, "PATCH", url(here, "projects", f"{project.pk}/"), body)
    assert answer.status_code == 422, answer.content
    assert set(faults(answer)) == {"granted"}


def test_faults_stand_at_their_fields_in_the_language_asked_for(here: Workspace, client: Client) -> None:
    values = {"name": None, "municipality": "Atlantis", "no_such": 1, "website": ["x"]}
    for language, word in (("fi", "Kuntaa"), ("sv", "Kommunen"), ("en", "municipality")):
        answer = send(client, "POST", url(here, "actors"), {"values": values}, **{"Accept-Language": language})
        assert answer.status_code == 422
        assert set(faults(answer)) == {"municipality", "no_such", "website"}
        assert word in faults(answer)["municipality"]
        assert answer.json()["type"] == "/api/v1/docs/#invalid"
    answer = send(client, "POST", url(here, "actors"), {"values": {}})
    assert set(faults(answer)) == {"name"}


def test_written_numbers_are_read_in_the_language_given(here: Workspace, client: Client) -> None:
    project = make_record("projects", workspace=here)
    address = url(here, "projects", f"{project.pk}/")
    body = {"version": project.version, "values": {"granted": "12 500,50"}}
    assert send(client, "PATCH", address + "?language=fi", body).json()["values"]["granted"] == "12500.5"
    assert send(client, "PATCH", address + "?language=de", body).status_code == 422


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"values": {"a": NaN}}', '{"a": 1, "a": 2}', "[" * 100_000])
def test_what_is_no_object_is_refused(here: Workspace, client: Client, body: str) -> None:
    answer = send(client, "POST", url(here, "actors"), body)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_too_large_a_body_is_refused(here: Workspace, client: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert send(client, "POST", url(here, "actors"), {"values": {"name": "x" * 200}}).status_code == 413


def test_a_list_is_filtered_sorted_paged_and_says_what_lies_beside(here: Workspace, client: Client) -> None:
    for name, code in (("A", "140"), ("B", "140"), ("C", "091")):
        make_record("actors", workspace=here, name=name, municipality=code)
    found = client.get(url(here, "actors"), {"municipality": "140", "sort": "-name", "per_page": "1"}).json()
    assert (found["count"], [each["title"] for each in found["records"]]) == (2, ["B"])
    assert found["previous"] is None
    second = client.get(found["next"]).json()
    assert ([each["title"] for each in second["records"]], second["next"]) == (["A"], None)
    assert client.get(url(here, "actors"), {"q": "c"}).json()["count"] == 1
    assert client.get(url(here, "actors"), {"updated_since": "2026-03-02"}).json()["count"] == 3
    assert client.get(url(here, "actors"), {"updated_since": "2026-03-02T12:00:01+02:00"}).json()["count"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=x",
        "page=99999999",
        "per_page=201",
        "sort=nothing",
        "updated_since=yesterday",
        "trashed=1",
        "municipalty=140",
        "missing=foo",
        "q=%00",
        "municipality=%00",
        "page=%C2%B2",
        "updated_since=0001-01-01T00:00:00%2B14:00",
    ],
)
def test_a_wrong_parameter_is_refused_not_passed_over(here: Workspace, client: Client, query: str) -> None:
    answer = client.get(f"{url(here, 'actors')}?{query}")
    assert answer.status_code == 422, answer.content
    assert set(faults(answer)) == {query.split("=", maxsplit=1)[0]}


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_a_list_can_be_sorted_by_all_it_offers_in_a_fixed_number_of_queries(
    here: Workspace, client: Client, name: str
) -> None:
    counts = []
    for _ in range(2):
        make_record(name, workspace=here)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url(here, name)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    for order in sortable(kind_named(name).columns):
        assert client.get(url(here, name), {"sort": f"-{order}"}).status_code == 200


def _open_record(kind: str, here: Workspace) -> None:
    """Save a record that belongs to no project, so that a funder sees it."""
    with in_scope(here):
        goal = {"indicator": make_record("indicators", programme=make_record("programmes"))}
        make_record(kind, **(goal if kind == "measurements" else {}))


def test_personal_values_are_kept_from_those_who_may_not_see_them(here: Workspace) -> None:
    make_record("contacts", workspace=here, name="Rooli Esimerkki")
    funder = signed_in(make_member(here, Role.FUNDER))
    assert funder.get(url(here, "contacts")).status_code == 404
    listed = [each["kind"] for each in funder.get(f"/api/v1/workspaces/{here.slug}/").json()]
    assert set(listed) == {kind.name for kind in kinds() if not kind.personal}
    for kind in kinds():
        hidden = {column.name for column in kind.columns if column.personal}
        with in_scope(here, role=Role.FUNDER):
            shows_any = kind.model.objects.shows_any()
        if hidden and not kind.personal and shows_any:
            _open_record(kind.name, here)
            shown = funder.get(url(here, kind.name)).json()["records"][0]["values"]
            assert not hidden & set(shown)


def test_a_page_s_session_needs_the_csrf_token(here: Workspace) -> None:
    member = make_member(here, Role.CONTRIBUTOR)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    answer = send(strict, "POST", url(here, "actors"), {"values": {"name": "X"}})
    assert (answer.status_code, answer.json()["type"]) == (403, "/api/v1/docs/#not-from-our-page")
    assert strict.get(url(here, "actors")).status_code == 200


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_only_public_records_are_public_and_personal_kinds_never(here: Workspace, name: str) -> None:
    kind = kind_named(name)
    hidden, shown = make_record(name, workspace=here), make_record(name, workspace=here)
    address = f"/api/v1/public/{name}/"
    if kind.personal:
        assert Client().get(address).status_code == 404
        return
    with in_scope(here):
        share_record(kind, shown, Audience.PUBLIC, [], by=None, at=NOON)
    found = Client().get(address).json()
    assert [(each["id"], each["owner"]) for each in found["records"]] == [(str(shown.pk), "Mine")]
    assert not {column.name for column in kind.columns if column.personal} & set(found["records"][0]["values"])
    assert Client().get(f"{address}{shown.pk}/").json() == found["records"][0]
    assert Client().get(f"{address}{hidden.pk}/").status_code == 404
    with in_scope(here):
        share_record(kind, shown, Audience.WORKSPACE, [], by=None, at=NOON)
    assert Client().get(address).json()["count"] == 0
    assert Client().get(f"{address}{shown.pk}/").status_code == 404


def test_a_method_the_address_does_not_know_is_a_problem(here: Workspace, client: Client) -> None:
    answer = client.put(url(here, "actors"))
    assert (answer.status_code, answer.json()["type"]) == (405, "/api/v1/docs/#wrong-method")
    assert "GET" in answer.headers["Allow"]
