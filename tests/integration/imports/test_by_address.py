"""`seutu import --pull` and `--url`: what a register's service gives ends in the same import as its file."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from seutu.apps.programmes.models import Participation, Project
from seutu.apps.records.scope import in_scope
from seutu.apps.register.models import Actor
from seutu.cli import importing
from tests.integration.factories import make_workspace
from tests.local_server import PROXIES, local_server, saying
from tests.unit.sources.kohesio.example import kohesio_row, kohesio_text

pytestmark = pytest.mark.django_db
APP = typer.Typer()
APP.callback()(lambda: None)
importing.attach(APP)
PAGE = {
    "totalResults": 1,
    "companies": [
        {"businessId": {"value": "0112038-9"}, "names": [{"name": "Konepaja Oy", "type": "1", "version": 1}]}
    ],
}
ORGANISATIONS = (
    '"projectID";"organisationID";"name";"country";"role";"ecContribution";"vatNumber"\n'
    '"101";"999";"KONEPAJA OY";"FI";"coordinator";"1000";"FI01120389"\n'
)
PROJECTS = '"id";"acronym";"title";"startDate";"endDate"\n"101";"KONE";"Kone";"2023-01-01";"2024-12-31"\n'


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> Iterator[None]:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SEUTU_LANGUAGE", "en")
    monkeypatch.setattr("seutu.cli.importing.start", lambda: None)
    monkeypatch.chdir(tmp_path)
    settings.DATA_FOLDER = tmp_path / "data"
    with in_scope(make_workspace(slug="oma")):
        yield


def run(*arguments: str) -> Any:
    return CliRunner().invoke(APP, ["import", *arguments, "--workspace", "oma"])


def leftovers(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "data" / "fetched").iterdir())


def test_companies_of_a_town_come_from_the_service(tmp_path: Path) -> None:
    with local_server(saying(json.dumps(PAGE).encode())) as server:
        done = run("--kind", "prh-companies", "--pull", "Iisalmi", "--url", server.address)
        assert server.query() == {"location": "Iisalmi", "page": "1"}
        again = run("--kind", "prh-companies", "--pull", "Iisalmi", "--url", server.address)
    assert done.exit_code == 0, done.output
    assert "created 1" in done.output
    assert "unchanged 1" in again.output
    assert [(one.business_id, one.name) for one in Actor.objects.all()] == [("0112038-9", "Konepaja Oy")]
    assert leftovers(tmp_path) == []


def test_a_framework_programme_comes_as_its_zip(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("organization.csv", ORGANISATIONS)
        archive.writestr("project.csv", PROJECTS)
    with local_server(saying(packed.getvalue(), media_type="application/zip")) as server:
        done = run("--kind", "cordis", "--pull", "horizon", "--url", server.address)
        direct = run("--kind", "cordis", "--url", f"{server.address}/cordis.zip")
    assert done.exit_code == 0, done.output
    assert Project.objects.get().acronym == "KONE"
    assert Actor.objects.get().business_id == "0112038-9"
    assert "unchanged 1" in direct.output
    assert leftovers(tmp_path) == []


def test_projects_of_kohesio_come_by_their_period() -> None:
    listing = saying(b"", status=404)
    with local_server(listing, saying(kohesio_text(kohesio_row()), media_type="text/csv")) as server:
        done = run("--kind", "kohesio", "--pull", "2014-2020", "--url", server.address)
    assert done.exit_code == 0, done.output
    assert Participation.objects.get().actor.name == "Esimerkki Oy"


def test_any_list_may_stand_at_an_address() -> None:
    with local_server(saying(b"nimi\nVerkko Oy\n", media_type="text/csv")) as server:
        done = run("--kind", "actors", "--url", f"{server.address}/../toimijat%20nyt.csv")
    assert done.exit_code == 0, done.output
    assert Actor.objects.get().name == "Verkko Oy"


def test_a_bomb_at_an_address_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("organization.csv", b"\0" * 9_000_000)
    with local_server(saying(packed.getvalue())) as server:
        done = run("--kind", "cordis", "--url", f"{server.address}/x.zip")
    assert done.exit_code != 0
    assert "absurd size" in str(done.exception)
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    "arguments", [(), ("x.csv", "--url", "https://example.org/x.csv"), ("x.csv", "--pull", "Iisalmi")]
)
def test_a_file_or_an_address_is_given_and_not_both(arguments: tuple[str, ...]) -> None:
    done = run("--kind", "actors", *arguments)
    assert done.exit_code == 2
    assert "either a file, or --pull or --url" in done.stderr


def test_a_kind_without_a_service_says_which_have_one() -> None:
    done = run("--kind", "contacts", "--pull", "Iisalmi")
    assert "cordis, kohesio, prh-companies" in str(done.exception)
