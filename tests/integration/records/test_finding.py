"""What a text names is the same for a form as for a file; a form does not read the whole register to find it."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.records.operations import trash_record
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import ColumnProblem
from seutu.apps.records.sheets.finding import RecordFinder, SingleFinder
from seutu.apps.records.sheets.kinds import kind_named
from seutu.web.forms import RecordForm
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")
NAMES = ("Konepaja", "Konepaja Oy", "Konepaja Oy Iisalmi", "Telakka", "Telakka", "100 % Hirsi_talo")


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    make_record("actors", workspace=make_workspace(), name="Toisen Oy")
    with in_scope(make_workspace()):
        for name in NAMES:
            make_record("actors", name=name)
        trash_record(ACTORS, make_record("actors", name="Poissa Oy"), by=None, at=NOON)
        yield


def _told(finder: RecordFinder | SingleFinder, text: str) -> object:
    try:
        return finder.record("actors", text)
    except ColumnProblem as problem:
        return problem.message


@pytest.mark.parametrize(
    "text",
    [
        "konepaja  OY",
        "KONEPAJA",
        "Konepaja Oy Iisalmi Suomi",
        "Konepaja O",
        "Telakka",
        "Telakka Ab",
        "100 % Hirsi_talo",
        "100 _",
        "Poissa Oy",
        "Toisen Oy",
        "",
        "x",
        "c0ffee00-0000-4000-8000-000000000000",
    ],
)
def test_a_form_finds_what_a_file_finds(text: str) -> None:
    assert _told(SingleFinder(), text) == _told(RecordFinder(), text)


@pytest.mark.parametrize("text", ["Telakka\x00", "Telakka \ud800", "telakka " * 20_000])
def test_what_no_database_can_be_asked_for_is_not_found(text: str) -> None:
    with pytest.raises(ColumnProblem):
        SingleFinder().record("actors", text)


def test_an_id_is_known_unless_its_record_is_in_the_trash() -> None:
    standing = records_of(ACTORS).first()
    gone = records_of(ACTORS, trashed=True).get()
    assert SingleFinder().record("actors", str(standing.pk)) == standing.pk
    with pytest.raises(ColumnProblem):
        SingleFinder().record("actors", str(gone.pk))


def test_a_form_asks_for_the_one_title_it_names() -> None:
    form = RecordForm(kind_named("sites"), "fi", {"actor": "Konepaja Oy", "name": "Halli"})
    with CaptureQueriesContext(connection) as queries:
        form.is_valid()
    assert form.values["actor"] == records_of(ACTORS).get(name="Konepaja Oy").pk
    asked = [each["sql"] for each in queries if "register_actor" in each["sql"]]
    assert len(asked) == 1
    assert "\"title_key\" = 'konepaja oy'" in asked[0]
