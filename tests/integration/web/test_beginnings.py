"""How one begins: an empty list offers what the reader may do, and a form opened from a page knows what it is of."""

import pytest
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.scope import in_scope
from tests.integration.factories import make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Workspace:
    return make_workspace()


def empty_actions(client: Client, here: Workspace) -> list[str]:
    page = client.get(reverse("collection", args=[here.slug, "risks"]))
    return [each["url"] for each in page.context["table"]["empty"]["actions"]]


def test_an_empty_list_offers_to_add_and_to_bring_in(here: Workspace) -> None:
    add, bring = reverse("record_new", args=[here.slug, "risks"]), reverse("import", args=[here.slug, "risks"])
    assert empty_actions(signed_in_as(here, Role.FACILITATOR), here) == [add, bring]
    assert empty_actions(signed_in_as(here, Role.CONTRIBUTOR), here) == [add]
    assert empty_actions(signed_in_as(here, Role.READER), here) == []


def test_an_application_begun_at_its_call_is_a_draft_of_it(here: Workspace) -> None:
    client = signed_in_as(here, Role.CONTRIBUTOR)
    with in_scope(here):
        call = make_record("calls", name="Syyshaku")
    page = client.get(reverse("call", args=[here.slug, call.pk]))
    add = next(each["url"] for each in page.context["page_actions"] if "/applications/new/" in each["url"])
    first = client.get(add).context["form"].initial
    assert (first["call"], first["state"]) == ("Syyshaku", "draft")


def test_a_decision_begun_at_an_application_is_of_its_project(here: Workspace) -> None:
    client = signed_in_as(here, Role.CONTRIBUTOR)
    with in_scope(here):
        project = make_record("projects", name="Sillat")
        application = make_record("applications", name="Siltojen hakemus", project=project)
    page = client.get(reverse("application", args=[here.slug, application.pk]))
    add = next(each for each in page.context["blank"]["adds"] if "/decisions/" in each["url"])
    first = client.get(add["url"]).context["form"].initial
    assert (first["application"], first["project"]) == ("Siltojen hakemus", "Sillat")


def test_a_field_that_names_a_record_says_of_which_list(here: Workspace) -> None:
    form = signed_in_as(here, Role.CONTRIBUTOR).get(reverse("record_new", args=[here.slug, "risks"])).context["form"]
    assert "Hankkeet" in form["project"].help_text
    assert "Ala kirjoittaa" not in form["name"].help_text
