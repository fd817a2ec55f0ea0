"""Texts that somebody typed stay texts: escaped on every page, never a formula in an export, never a lost character."""

import csv
import io
import re
import zipfile

import pytest

from seutu.apps.accounts.enums import Role
from seutu.apps.records.sheets.clocks import ClockColumn
from seutu.apps.records.sheets.columns import TextColumn
from seutu.apps.records.sheets.kinds import kind_named, kinds
from seutu.apps.records.sheets.references import BusinessIdColumn, EmailColumn, LinkColumn
from seutu.apps.statistics.kinds.years import YearColumn
from tests.integration.factories import make_member, make_record, make_workspace, signed_in, signed_in_as

pytestmark = pytest.mark.django_db
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "javascript:alert(1)",
    "</title><svg/onload=alert(1)>",
    "{{ 7*7 }}{% debug %}",
    "</script><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
]
TRIGGERS = ["=1+1", "+1+1", "-1+1", "@A1", "\t=1", "|x", "%0A", "＝1+1", "＋1", "－1", "＠A1"]
HARMLESS = re.compile(r"[+-]\d+")
FREE = (BusinessIdColumn, ClockColumn, EmailColumn, LinkColumn, YearColumn)


def text_columns(name: str) -> list[TextColumn]:
    return [
        column for column in kind_named(name).columns if isinstance(column, TextColumn) and not isinstance(column, FREE)
    ]


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_stored_texts_are_escaped_on_every_page(name: str) -> None:
    workspace = make_workspace()
    owner = make_member(workspace, Role.OWNER)
    columns = text_columns(name)
    for shift in range(len(PAYLOADS)):
        values = {
            column.name: PAYLOADS[(number + shift) % len(PAYLOADS)][: column.max_length]
            for number, column in enumerate(columns)
        }
        record = make_record(name, workspace=workspace, by=owner, **values)
    client = signed_in(owner)
    base = f"/en/w/{workspace.slug}"
    for url in (
        f"{base}/r/{name}/",
        f"{base}/r/{name}/?q={PAYLOADS[0]}",
        f"{base}/r/{name}/{record.pk}/",
        f"{base}/r/{name}/{record.pk}/edit/",
        f"{base}/search/?q={PAYLOADS[1]}",
        f"{base}/activity/",
        f"{base}/",
    ):
        answer = client.get(url)
        assert answer.status_code == 200, url
        page = answer.content.decode()
        assert [payload for payload in PAYLOADS if "<" in payload and payload in page] == [], url
        assert "alert(1)" not in page or "&lt;" in page or "&#x27;" in page, url
        assert answer.headers["Content-Security-Policy"].count("unsafe") == 0
        assert 'href="javascript:' not in page


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_no_export_holds_a_formula(name: str) -> None:
    workspace = make_workspace()
    owner = make_member(workspace, Role.OWNER)
    for trigger in TRIGGERS:
        typed = trigger.strip() + "x"
        values = {column.name: typed[: column.max_length] for column in text_columns(name)}
        make_record(name, workspace=workspace, by=owner, **values)
    client = signed_in(owner)
    for form in ("csv", "machine"):
        content = b"".join(client.get(f"/fi/w/{workspace.slug}/r/{name}/export/{form}/").streaming_content)  # type: ignore[attr-defined]
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";" if form == "csv" else ","))
        assert len(rows) >= len(TRIGGERS)
        cells = [cell for row in rows[1:] for cell in row if not HARMLESS.fullmatch(cell)]
        for cell in cells:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "|", "%", "＝", "＋", "－", "＠")), cell
    book = b"".join(client.get(f"/fi/w/{workspace.slug}/r/{name}/export/xlsx/").streaming_content)  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        for member in archive.namelist():
            if member.startswith("xl/worksheets/"):
                assert b"<f>" not in archive.read(member)


def test_an_export_is_a_download_of_its_own_kind() -> None:
    workspace = make_workspace()
    client = signed_in_as(workspace, Role.READER)
    answer = client.get(f"/fi/w/{workspace.slug}/r/actors/export/csv/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
