"""Numbers that requests bring: whatever stands in their place, no address fails."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seutu.apps.funding.models import CostLine
from seutu.apps.records.scope import in_scope
from seutu.web.whole_numbers import whole_number
from tests.integration.factories import make_record, signed_in
from tests.integration.funding.judged import Judged, judged

pytestmark = pytest.mark.django_db
STRANGE = (
    *("9" * 5000, "9" * 400 + ".5", "9" * 19, "9" * 18, "2026000000", "002026999", "-1", "0", "1e9", "1e999999"),
    *("²", "٣", "NaN", "-Infinity", "0x10", "1_000", " 7", "1.5", "\x00", "½"),
)


@pytest.mark.parametrize("text", ["", "²", "٣", "-1", "1e9", "9" * 19, "9" * 5000, " 7", "1_000", None, 7])
def test_what_is_no_whole_number_is_none(text: object) -> None:
    assert whole_number(text) == -1
    assert whole_number(text, otherwise=0) == 0


def test_a_whole_number_is_read() -> None:
    assert whole_number("007") == 7
    assert whole_number("9" * 18) == 10**18 - 1


def addresses(case: Judged, text: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return every request of the pages that takes a number, with a text in its place."""
    slug, criterion = case.workspace.slug, str(case.criteria[0].pk)
    with in_scope(case.workspace):
        programme = make_record("programmes", name="Ohjelma")
        project = make_record("projects", name="Hanke")
        line = make_record("cost-lines", project=project, label="Rivi", cost_kind="other", amount=Decimal(1))
        row = make_record("funding-rows", project=project, label="EU", funding_kind="eu_state")
        actors = [make_record("actors", name=f"Toimija {at}") for at in range(2)]
        asked = make_record("supplement-requests", application=case.application, name="Täydennys")
    of_application = [slug, case.application.pk]
    of_project = [slug, project.pk]
    cells = [(f"{line.pk}:amount", "1", text), (f"{row.pk}:share", "", text), (f"{line.pk}:year:{text}", "", "1")]
    pages = reverse("programme_report", args=[slug, programme.pk])
    draft = reverse("programme_report_draft", args=[slug, programme.pk, "pdf"])
    merging = reverse("merge", args=[slug, actors[0].pk, actors[1].pk])
    desk = reverse("scoring", args=of_application)
    budget = reverse("project_budget_cells", args=of_project)
    return [
        *(("GET", pages, {name: text}) for name in ("year", "version")),
        ("GET", draft, {"year": text}),
        ("GET", reverse("application_versions", args=of_application), {"earlier": text, "later": text}),
        ("POST", reverse("application_step", args=of_application), {"to": "ready", "day": "1.2.2026", "version": text}),
        ("POST", f"{reverse('supplement_done', args=[slug, asked.pk])}?version={text[:1000]}", {}),
        *(
            ("POST", desk, {f"points-{criterion}": "1", f"{name}-{criterion}": text})
            for name in ("version", "comment", "points")
        ),
        ("POST", merging, {"version_stays": text, "version_goes": text}),
        ("GET", reverse("collection", args=[slug, "actors"]), {"page": text}),
        ("POST", reverse("record_edit", args=[slug, "actors", actors[0].pk]), {"name": "Uusi", "version": text}),
        ("POST", reverse("record_edit", args=[slug, "cost-lines", line.pk]), {"amount": text, "position": text}),
        ("POST", reverse("project_budget_year", args=of_project), {"year": text}),
        *(("POST", budget, {"cell": [cell], "seen": [seen], "value": [value]}) for cell, seen, value in cells),
    ]


@pytest.mark.many_cases
@pytest.mark.parametrize("at", range(len(STRANGE)))
def test_no_address_fails_on_what_stands_for_a_number(at: int) -> None:
    case = judged()
    client = signed_in(case.owner)
    for method, address, data in addresses(case, STRANGE[at]):
        answer = client.get(address, data) if method == "GET" else client.post(address, data)
        assert answer.status_code < 500, (address, answer.status_code)
    with in_scope(case.workspace):
        assert CostLine.objects.get().label == "Rivi"


@pytest.mark.parametrize("number", ["9" * 400, "9" * 5000, "9" * 30])
def test_a_number_in_an_address_that_no_database_holds_is_not_found(number: str) -> None:
    case = judged()
    client: Client = signed_in(case.owner)
    with in_scope(case.workspace):
        programme = make_record("programmes", name="Ohjelma")
    for address in (
        reverse("act", args=[case.workspace.slug, 77]),
        reverse("application_version", args=[case.workspace.slug, case.application.pk, 77]),
        reverse("programme_report_file", args=[case.workspace.slug, programme.pk, 77, "pdf"]),
    ):
        assert client.get(address.replace("/77/", f"/{number}/")).status_code == 404
