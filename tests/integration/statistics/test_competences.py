"""Competence needs: on the map own and shared ones, nobody twice, with whose they are; years checked; files exact."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.enums import Audience
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.operations import share_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.kinds.competences import COMPETENCE_NEEDS
from tests.integration.factories import (
    NOON,
    make_member,
    make_network,
    make_record,
    make_workspace,
    signed_in,
    signed_in_as,
)

pytestmark = pytest.mark.django_db


def make_need(here: Workspace, **values: Any) -> Any:
    told = {"competence": "Hitsaus", "occupational_group": "7", "municipality": "140", "year": "2026"}
    counts = {name: Decimal(value) for name, value in values.items() if isinstance(value, int)}
    return make_record("competence-needs", workspace=here, **(told | values | counts))


def share(need: Any, owner: Workspace) -> None:
    with in_scope(owner):
        record = record_of(COMPETENCE_NEEDS, need.pk)
        share_record(COMPETENCE_NEEDS, record, Audience.NETWORK, [], by=None, at=NOON)


@pytest.fixture
def here() -> Workspace:
    """Two actors' needs of welding in Iisalmi; a neighbour shares a view of the whole town and keeps one to itself."""
    here, neighbour = make_workspace("Iisalmi", slug="iisalmi"), make_workspace("Kuopio", slug="kuopio")
    make_network("Verkosto", here, neighbour)
    for name, have in (("Pajakone Oy", 10), ("Levytyö Ky", None)):
        actor = make_record("actors", workspace=here, name=name)
        counts = {"have_now": have} if have is not None else {}
        make_need(here, actor=actor, needed_now=14, needed_then=25, target_year="2030", means="train", **counts)
    make_need(here, competence="Lähihoito", occupational_group="5", municipality="684", needed_now=3)
    whole = make_need(neighbour, have_now=90, needed_now=95, needed_then=99, target_year="2030", qualifier="about")
    share(whole, neighbour)
    make_need(neighbour, competence="Salaisuus", have_now=1, needed_now=9)
    return here


def page(here: Workspace, client: Client, name: str = "competences", *more: str, **asked: str) -> Any:
    return client.get(reverse(name, args=[here.slug, *more]).replace("/fi/", "/en/", 1), asked)


def test_the_map_adds_up_actors_and_keeps_a_shared_view_of_the_same_area_beside(here: Workspace) -> None:
    client = signed_in_as(here, Role.READER)
    said = page(here, client).content.decode()
    assert "Most people are missing in: hitsaus 15 (2030)." in said
    assert "1 need is not added up" in said
    assert "Salaisuus" not in said, "what is not shared is not on the map"
    rows = page(here, client).context["table"]["rows"]
    figures = [[(cell["text"], cell.get("note", "")) for cell in row["cells"][2:7]] for row in rows]
    lacking = "missing from 1 of 2"
    assert figures == [
        [("10", lacking), ("28", ""), ("50", ""), ("4", lacking), ("15", lacking)],
        [("90", ""), ("95", ""), ("99", ""), ("5", ""), ("9", "")],
    ]
    welding = said.split("<h3")[1].split("</details>")[0]
    assert 'href="/en/w/iisalmi/shared/kuopio/' in welding
    assert "Kuopio" in welding
    assert "side by side: may count the same people as another" in welding
    assert "Lähihoito" in said.split("folded-rows")[1].split("</details>")[0], "no figure of now, so no shortage"
    assert "Kuopio" not in page(here, signed_in_as(here, Role.GUEST)).content.decode()
    narrowed = page(here, client, municipality="684", group="5")
    assert [each["label"] for each in narrowed.context["competences"]] == ["Lähihoito"]
    assert "Nothing matches these filters" in page(here, client, group="1").content.decode()


def test_files_hold_every_figure_and_leave_missing_ones_empty(here: Workspace) -> None:
    client = signed_in_as(here, Role.READER)
    sent = b"".join(page(here, client, "competences_file", "csv").streaming_content).decode("utf-8-sig")
    heads, *rows = csv.reader(io.StringIO(sent), delimiter=";")
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [row["Shortage in the target year"] for row in told] == ["15", "9", ""]
    assert [row["Have it now"] for row in told] == ["10", "90", ""]
    assert [row["Have it now, missing from"] for row in told] == ["1", "0", "1"]
    assert told[0]["Whose need"] == "Levytyö Ky; Pajakone Oy"
    assert page(here, client, "competences_file", "xlsx").status_code == 200
    assert page(here, client, "competences_file", "pdf").status_code == 404
    assert page(here, signed_in_as(here, Role.GUEST), "competences_file", "csv").status_code == 404


def test_the_empty_map_leads_to_the_form_and_to_a_file_as_far_as_one_may() -> None:
    empty = make_workspace()
    new = reverse("record_new", args=[empty.slug, "competence-needs"]).replace("/fi/", "/en/", 1)
    assert new in page(empty, signed_in_as(empty, Role.CONTRIBUTOR)).content.decode()
    assert new not in page(empty, signed_in_as(empty, Role.READER)).content.decode()


def test_years_are_years_and_in_their_order() -> None:
    here = make_workspace()
    wrong: list[tuple[dict[str, str | int], str]] = [
        ({"year": "26"}, "year"),
        ({"needed_then": 3}, "target_year"),
        ({"target_year": "2026"}, "target_year"),
        ({"target_year": "0030"}, "target_year"),
    ]
    for values, column in wrong:
        with pytest.raises(InvalidValuesError, match=f"^{column}: "):
            make_need(here, **values)
    assert make_need(here, needed_then=0, target_year="2027").needed_then == 0


def test_queries_do_not_grow_with_needs(here: Workspace) -> None:
    client = signed_in(make_member(here, Role.READER))
    page(here, client)
    counts = []
    for number in range(2):
        actor = make_record("actors", workspace=here, name=f"Verstas {number}")
        make_need(here, actor=actor, have_now=1)
        with CaptureQueriesContext(connection) as queries:
            page(here, client)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30
