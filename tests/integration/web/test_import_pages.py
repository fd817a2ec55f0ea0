"""An import in the browser: columns chosen by hand, what is said when it is done, and its rejected rows corrected."""

import io
from http import HTTPStatus

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.imports import start_import_job
from seutu.apps.jobs.queries import jobs
from seutu.apps.jobs.worker import Worker
from seutu.apps.records.queries import last_sequence, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.web.uploads import keep_text
from tests.integration.factories import make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")
SHEET = "Yritys;Kotikunta;Muu\nKone Oy;Iisalmi;eka\nSaha Oy;Mualima;=toka\n"


@pytest.fixture
def here() -> Workspace:
    return make_workspace()


@pytest.fixture
def client(here: Workspace) -> Client:
    return signed_in_as(here, Role.FACILITATOR)


def _sent(client: Client, here: Workspace, content: str | bytes, name: str = "lista.csv") -> str:
    raw = content if isinstance(content, bytes) else content.encode()
    start = reverse("import", args=[here.slug, "actors"])
    answer = client.post(start, {"file": SimpleUploadedFile(name, raw)})
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    return str(answer["Location"])


def _saved(client: Client, preview: str, columns: dict[str, str] | None = None) -> str:
    page = client.get(preview)
    if columns is None:
        rows = [row for table in page.context["tables"] for row in table["rows"]]
        columns = {r["field"]: next((o["value"] for o in r["options"] if o["selected"]), "") for r in rows}
    answer = client.post(preview, {"head": page.context["head"], "act": "save_good", **columns})
    assert answer.status_code == HTTPStatus.FOUND
    return str(answer["Location"])


def _names(here: Workspace) -> list[str]:
    with in_scope(here):
        return sorted(record.title for record in records_of(ACTORS))


def test_columns_are_chosen_by_hand_when_none_is_known(client: Client, here: Workspace) -> None:
    preview = _sent(client, here, "Aaa;Bbb\nKone Oy;Iisalmi\nSaha Oy;Kuopio\n")
    page = client.get(preview)
    assert page.status_code == HTTPStatus.OK
    assert [row["header"] for row in page.context["tables"][0]["rows"]] == ["Aaa", "Bbb"]
    assert 'name="column-0-0"' in page.content.decode()
    assert 'value="save' not in page.content.decode()
    columns = {"column-0-0": "name", "column-0-1": "municipality"}
    looked = client.post(preview, {"head": page.context["head"], "act": "look", **columns})
    assert looked.context["ready"] == 2
    _saved(client, preview, columns)
    assert _names(here) == ["Kone Oy", "Saha Oy"]


def test_columns_of_several_unknown_sheets_are_chosen_by_hand(client: Client, here: Workspace) -> None:
    book = openpyxl.Workbook()
    for title in ("Yksi", "Kaksi"):
        sheet = book.create_sheet(title)
        for row in (("Aaa", "Bbb"), (f"{title} Oy", "Iisalmi")):
            sheet.append(row)
    book.remove(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    preview = _sent(client, here, stream.getvalue(), "kirja.xlsx")
    assert [table["sheet"] for table in client.get(preview).context["tables"]] == ["Yksi", "Kaksi"]
    _saved(client, preview, {"column-1-0": "name"})
    assert _names(here) == ["Kaksi Oy"]


def test_saving_without_any_column_saves_nothing(client: Client, here: Workspace) -> None:
    preview = _sent(client, here, SHEET)
    page = client.get(preview)
    answer = client.post(preview, {"head": page.context["head"], "act": "save_good"})
    assert answer.status_code == HTTPStatus.OK
    assert _names(here) == []


def test_a_done_import_leads_on_and_gives_its_rejected_rows_to_be_corrected(client: Client, here: Workspace) -> None:
    done = _saved(client, _sent(client, here, SHEET))
    page = client.get(done)
    told = page.content.decode()
    assert reverse("collection", args=[here.slug, "actors"]) in told
    assert reverse("picture_home", args=[here.slug]) in told
    assert reverse("act", args=[here.slug, 1]) in told
    answer = client.get(page.context["download"])
    assert answer["Content-Disposition"] == 'attachment; filename="lista.rejected.csv"'
    given = b"".join(answer).decode("utf-8-sig")
    header, row = given.splitlines()
    assert header == "Yritys;Kotikunta;Muu;Hylätyn rivi;Hylätyn sarake;Hylkäämisen syy"
    assert row.startswith("Saha Oy;Mualima;'=toka;3;Kotikunta;")
    corrected = given.replace("Mualima", "Kuopio")
    preview = _sent(client, here, corrected, "lista.rejected.csv")
    assert [note for note in client.get(preview).context["notes"] if "ei tuoda" in note] == [
        "Näitä sarakkeita ei tuoda: ”Muu”."
    ]
    again = client.get(_saved(client, preview))
    assert "download" not in again.context
    assert _names(here) == ["Kone Oy", "Saha Oy"]


def test_what_was_done_is_shown_in_its_own_workspace_only(client: Client, here: Workspace) -> None:
    done = _saved(client, _sent(client, here, SHEET))
    other = make_workspace(slug="toinen")
    stranger = signed_in_as(other, Role.FACILITATOR)
    foreign = done.replace(f"/w/{here.slug}/", f"/w/{other.slug}/")
    assert foreign != done
    for address in (foreign, foreign.replace("/done/", "/rejected/"), done):
        assert stranger.get(address).status_code == HTTPStatus.NOT_FOUND
    assert client.get(done.replace("actors", "projects")).status_code == HTTPStatus.NOT_FOUND


def test_a_plan_that_has_grown_old_is_shown_again(client: Client, here: Workspace) -> None:
    preview = _sent(client, here, SHEET)
    seen = client.get(preview).context["head"]
    make_record("actors", workspace=here, name="Muu Oy")
    columns = {"column-0-0": "name", "column-0-1": "municipality"}
    answer = client.post(preview, {"head": seen, "act": "save_good", **columns})
    assert answer.status_code == HTTPStatus.OK
    assert [str(each) for each in answer.context["messages"]]
    assert _names(here) == ["Muu Oy"]
    assert client.post(preview, {"head": "²", "act": "save_good", **columns}).status_code == HTTPStatus.OK
    assert client.post(preview, {"head": "9" * 5000, "act": "save_good", **columns}).status_code == HTTPStatus.OK


@pytest.mark.django_db(transaction=True)
def test_a_job_keeps_its_rejected_rows_as_they_were(client: Client, here: Workspace) -> None:
    with in_scope(here):
        upload = keep_text(here, "actors", SHEET, "lista.csv")
        start_import_job(
            kind=ACTORS,
            file=upload.path,
            name="lista.csv",
            mappings=[{"Yritys": "name", "Kotikunta": "municipality", "Muu": ""}],
            accept_good=True,
            head=last_sequence(),
            language="fi",
            by=None,
            at=timezone.now(),
        )
        Worker().turn_once()
        job = jobs().get()
    page = client.get(reverse("job", args=[here.slug, job.pk])).content.decode()
    assert reverse("picture_home", args=[here.slug]) in page
    file = reverse("job_rejected", args=[here.slug, job.pk])
    kept = b"".join(client.get(file)).decode("utf-8-sig")
    assert kept.splitlines()[1].startswith("Saha Oy;Mualima;'=toka;3;Kotikunta;")
    upload.path.with_name(f"{upload.token}.rejected.csv").unlink()
    reasons = b"".join(client.get(file)).decode("utf-8-sig")
    assert reasons.splitlines()[1].startswith("3;Kotikunta;Mualima;")
