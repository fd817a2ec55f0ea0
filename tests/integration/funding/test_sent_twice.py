"""A form that makes something makes it once, sent one after another or at the same moment."""

import json
import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import ApiToken
from seutu.apps.funding.models import CostYear
from seutu.apps.funding.versions import versions
from seutu.apps.programmes.models import Project, SdgReview
from seutu.apps.records.models import Activity, Comment, Snapshot
from seutu.apps.records.operations import trash_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Actor
from tests.integration.factories import NOON, make_member, make_record, signed_in
from tests.integration.funding.judged import Judged, judged
from tests.integration.funding.test_checking_pages import PLAN, send

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case() -> Judged:
    return judged()


def mark_on(client: Client, path: str) -> str:
    """Return the mark of the form on a page."""
    text = client.get(path).content.decode()
    assert 'name="form_mark" value="' in text, path
    return text.split('name="form_mark" value="')[1].split('"')[0]


def twice(case: Judged, path: str, data: dict[str, Any]) -> list[HttpResponse]:
    """Send a form twice at the same moment."""
    answers: list[HttpResponse] = []
    gate = threading.Barrier(2)

    def send(client: Client) -> None:
        gate.wait()
        try:
            answers.append(client.post(path, data))
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(signed_in(case.owner),)) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return answers


def went_well(answers: list[HttpResponse]) -> None:
    assert [each.status_code for each in answers] == [302, 302]
    assert len({each.headers["Location"] for each in answers}) == 1, "both lead to what was made"


def counted(case: Judged, count: Callable[[], int]) -> int:
    with in_scope(case.workspace):
        return count()


def new(case: Judged, kind: str, **values: str) -> tuple[str, dict[str, str]]:
    path = reverse("record_new", args=[case.workspace.slug, kind])
    return path, {**values, "form_mark": mark_on(signed_in(case.owner), path)}


def test_a_record_is_added_once(case: Judged) -> None:
    path, data = new(case, "sdg-reviews", project="Hyvinvointialan kasvu", sdg="8", effect="for", reviewed="1.2.2026")
    went_well(twice(case, path, data))
    assert counted(case, SdgReview.objects.count) == 1
    path, data = new(case, "actors", name="Koneverstas")
    went_well(twice(case, path, data))
    assert counted(case, lambda: Actor.objects.filter(name="Koneverstas").count()) == 1


def test_the_same_form_with_other_words_makes_another_and_a_new_form_the_same_again(case: Judged) -> None:
    client = signed_in(case.owner)
    path, data = new(case, "projects", name="Yksi")
    for name in ("Yksi", "Kaksi", "Yksi"):
        assert client.post(path, {**data, "name": name}).status_code == 302
    assert counted(case, lambda: Project.objects.filter(name__in=("Yksi", "Kaksi")).count()) == 2
    client.post(path, {"name": "Yksi", "form_mark": mark_on(client, path)})
    client.post(path, {"name": "Yksi"})
    client.post(path, {"name": "Yksi", "form_mark": "ei merkki"})
    assert counted(case, lambda: Project.objects.filter(name="Yksi").count()) == 4


def test_what_was_moved_to_the_trash_since_is_made_again(case: Judged) -> None:
    client = signed_in(case.owner)
    path, data = new(case, "projects", name="Yksi")
    client.post(path, data)
    with in_scope(case.workspace):
        trash_record(kind_named("projects"), Project.objects.get(name="Yksi"), by=None, at=NOON)
    client.post(path, data)
    assert counted(case, lambda: Project.objects.filter(name="Yksi", trashed_at=None).count()) == 1
    assert counted(case, lambda: Project.objects.filter(name="Yksi").count()) == 2


def test_a_mark_taken_from_another_workspace_makes_one_s_own(case: Judged) -> None:
    other = judged()
    path, data = new(case, "projects", name="Yksi")
    signed_in(case.owner).post(path, data)
    signed_in(other.owner).post(reverse("record_new", args=[other.workspace.slug, "projects"]), data)
    for each in (case, other):
        assert counted(each, lambda: Project.objects.filter(name="Yksi").count()) == 1


def test_a_project_is_copied_once(case: Judged) -> None:
    path = reverse("project_copy", args=[case.workspace.slug, case.application.project_id])
    data = {"name": "Jatkohanke", "start": "1.9.2027", "form_mark": mark_on(signed_in(case.owner), path)}
    went_well(twice(case, path, data))
    assert counted(case, lambda: Project.objects.filter(name="Jatkohanke").count()) == 1


def test_a_checked_document_makes_one_project(case: Judged) -> None:
    client = signed_in(case.owner)
    page = send(client, case.workspace, "plan.json", json.dumps(PLAN).encode())
    data = {"name": "Asiakirjan hanke", "form_mark": mark_on(client, page)}
    went_well(twice(case, f"{page.rstrip('/')}/project/", data))
    assert counted(case, lambda: Project.objects.filter(name="Asiakirjan hanke").count()) == 1


def test_one_version_is_kept_of_an_application_that_lacks_one(case: Judged) -> None:
    slug, pk = case.workspace.slug, case.application.pk
    mark = mark_on(signed_in(case.owner), reverse("application", args=[slug, pk]))
    went_well(twice(case, reverse("application_keep", args=[slug, pk]), {"form_mark": mark}))
    assert counted(case, lambda: versions(case.application).count()) == 1
    twice(case, reverse("application_keep", args=[slug, pk]), {})
    assert counted(case, lambda: versions(case.application).count()) == 1


@pytest.mark.parametrize("marked", [True, False])
def test_one_version_is_kept_of_an_approved_document_that_lacks_one(case: Judged, *, marked: bool) -> None:
    with in_scope(case.workspace):
        pk = make_record("plan-documents", state="approved", text="Kerromme.").pk
    slug = case.workspace.slug
    mark = mark_on(signed_in(case.owner), reverse("plan_document", args=[slug, pk]))
    went_well(twice(case, reverse("plan_document_keep", args=[slug, pk]), {"form_mark": mark} if marked else {}))
    assert counted(case, lambda: Snapshot.objects.filter(record_id=pk).count()) == 1


def test_a_calendar_link_is_made_once_and_both_answers_show_it(case: Judged) -> None:
    client, slug = signed_in(case.owner), case.workspace.slug
    path, data = reverse("coming_link", args=[slug]), {"form_mark": mark_on(client, reverse("coming", args=[slug]))}
    answers = twice(case, path, data)
    assert [each.status_code for each in answers] == [200, 200]
    shown = {each.content.decode().split('id="once-link"')[1].split('value="')[1].split('"')[0] for each in answers}
    assert len(shown) == ApiToken.objects.count() == 1
    link = shown.pop()
    assert Client().get(link).status_code == 200
    client.post(path, {"form_mark": mark_on(client, reverse("coming", args=[slug]))})
    assert ApiToken.objects.count() == 2, "another form is another link"
    client.post(reverse("token_revoke", args=[ApiToken.objects.order_by("created_at")[0].pk]))
    assert link not in client.post(path, data).content.decode(), "one that has ended is not shown again"
    assert Client().get(link).status_code == 404


def test_two_tabs_keep_one_version_too(case: Judged) -> None:
    slug, pk = case.workspace.slug, case.application.pk
    twice(case, reverse("application_keep", args=[slug, pk]), {})
    assert counted(case, lambda: versions(case.application).count()) == 1


def test_a_monitoring_report_is_kept_once_and_again_with_other_words(case: Judged) -> None:
    with in_scope(case.workspace):
        programme = make_record("programmes", name="Ohjelma", start=date(2024, 1, 1))
    path = reverse("programme_report", args=[case.workspace.slug, programme.pk])
    data = {"results": "Sujui.", "costs": "", "ahead": "", "form_mark": mark_on(signed_in(case.owner), path)}
    went_well(twice(case, path, data))
    assert counted(case, lambda: Snapshot.objects.filter(record_id=programme.pk).count()) == 1
    signed_in(case.owner).post(path, {**data, "results": "Sujui hyvin."})
    assert counted(case, lambda: Snapshot.objects.filter(record_id=programme.pk).count()) == 2


def test_a_year_is_added_once(case: Judged) -> None:
    with in_scope(case.workspace):
        make_record("cost-lines", project=case.application.project, label="Palkat", cost_kind="staff")
    path = reverse("project_budget_year", args=[case.workspace.slug, case.application.project_id])
    page = reverse("project_budget", args=[case.workspace.slug, case.application.project_id])
    went_well(twice(case, path, {"year": "2027", "form_mark": mark_on(signed_in(case.owner), page)}))
    assert counted(case, CostYear.objects.count) == 1
    assert "alert" not in signed_in(case.owner).get(page).content.decode().split("<main")[0]


def test_a_review_of_the_seventeen_goals_is_saved_once(case: Judged) -> None:
    with in_scope(case.workspace):
        programme = make_record("programmes", name="Ohjelma")
        goal = make_record("benefit-goals", programme=programme, name="Kasvu")
    path = reverse("programme_sdg_subject", args=[case.workspace.slug, programme.pk, "benefit-goals", goal.pk])
    data = {"effect_8": "for", "reason_8": "Työtä.", "reviewed": "1.2.2026", "version": "0"}
    went_well(twice(case, path, data))
    assert counted(case, SdgReview.objects.count) == 1
    other = signed_in(make_member(case.workspace, Role.OWNER)).post(path, {**data, "effect_8": "against"})
    assert other.status_code == 409


def test_a_comment_is_said_once(case: Judged) -> None:
    record = reverse("record", args=[case.workspace.slug, "calls", case.call.pk])
    path = reverse("record_comment", args=[case.workspace.slug, "calls", case.call.pk])
    went_well(twice(case, path, {"text": "Hyvä.", "form_mark": mark_on(signed_in(case.owner), record)}))
    assert counted(case, Comment.objects.count) == 1
    assert counted(case, lambda: Activity.objects.filter(operation="comment").count()) == 1
