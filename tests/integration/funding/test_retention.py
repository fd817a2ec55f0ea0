"""Until when a project's material is kept, on its page, and the warning when it goes to the trash."""

from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest
from pytest_django import DjangoAssertNumQueries

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.funding.retention import project_retention
from seutu.apps.programmes.models import Project
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.scope import in_scope
from seutu.core.funding.retention import Sureness
from tests.integration.factories import make_person, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db
PAID = date(2026, 5, 5)


@pytest.fixture
def owner() -> User:
    """Return the owner."""
    return make_person()


@pytest.fixture
def here(owner: User) -> Workspace:
    """Return the workspace."""
    return make_workspace(owner=owner, slug="tyot")


@pytest.fixture
def project(here: Workspace) -> OwnedRecord:
    """Return a project of the structural funds."""
    return make_record("projects", workspace=here, name="Silta", legal_basis="867/2021")


def claim(project: OwnedRecord, **values: Any) -> None:
    """Save a claim of the project."""
    first = {"number": "1", "start": date(2026, 1, 1), "end": date(2026, 3, 31), "state": "paid", "paid_on": PAID}
    make_record("payment-claims", project=project, **{**first, **values})


def instalment(project: OwnedRecord, **values: Any) -> None:
    """Save an instalment of the project."""
    first = {"name": "Erä", "state": "received", "received": Decimal(10), "received_on": date(2027, 1, 2)}
    make_record("instalments", project=project, **{**first, **values})


def test_the_last_of_claims_and_instalments_counts(here: Workspace, project: OwnedRecord) -> None:
    """Whichever came later."""
    with in_scope(here):
        claim(project)
        instalment(project)
        found = project_retention(cast("Project", project))
    assert (found.sureness, found.until) == (Sureness.KNOWN, date(2032, 12, 31))


@pytest.mark.parametrize("state", ["draft", "submitted", "approved", "cut"])
def test_a_claim_on_its_way_moves_the_end(here: Workspace, project: OwnedRecord, state: str) -> None:
    """Until it is paid the end is a least."""
    with in_scope(here):
        claim(project)
        claim(project, number="2", state=state, paid_on=None)
        found = project_retention(cast("Project", project))
    assert (found.sureness, found.until, found.pending) == (Sureness.AT_LEAST, date(2031, 12, 31), 1)


def test_a_rejected_claim_moves_nothing(here: Workspace, project: OwnedRecord) -> None:
    """Nothing comes of it."""
    with in_scope(here):
        claim(project)
        claim(project, number="2", state="rejected", paid_on=None)
        assert project_retention(cast("Project", project)).sureness is Sureness.KNOWN


@pytest.mark.parametrize(
    ("values", "sureness", "pending"),
    [
        ({"state": "invoiced", "amount": Decimal(10)}, Sureness.KNOWN, 0),
        ({"state": "invoiced", "amount": Decimal(11)}, Sureness.AT_LEAST, 1),
        ({"state": "received", "amount": Decimal(11)}, Sureness.KNOWN, 0),
    ],
)
def test_money_that_has_come_is_paid_whatever_the_state_says(
    here: Workspace, project: OwnedRecord, values: dict[str, Any], sureness: Sureness, pending: int
) -> None:
    """The rest of it is pending."""
    with in_scope(here):
        instalment(project, **values)
        found = project_retention(cast("Project", project))
    assert (found.sureness, found.until, found.pending) == (sureness, date(2032, 12, 31), pending)


def test_money_of_a_municipality_is_no_payment_of_aid(here: Workspace, project: OwnedRecord) -> None:
    """The time runs from what the funds' authority pays."""
    with in_scope(here):
        town = make_record("actors", name="Kunta")
        make_record("funding-rows", project=project, label="Kunta", funding_kind="municipal", payer=town)
        instalment(project, payer=town)
        assert project_retention(cast("Project", project)).sureness is Sureness.NOTHING_PAID


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_do_not_grow(
    here: Workspace, project: OwnedRecord, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Claims, instalments, rows of funding."""
    with in_scope(here):
        for number in range(rows):
            claim(project, number=str(number))
            instalment(project, name=f"Erä {number}")
        with django_assert_num_queries(3):
            project_retention(cast("Project", project))


@pytest.mark.parametrize(
    ("basis", "told"),
    [
        ("867/2021", "The material is kept until 31.12.2031: the last payment came on 5.5.2026."),
        ("358/2014", "no rule on it is known"),
    ],
)
def test_the_page_says_until_when(owner: User, here: Workspace, basis: str, told: str) -> None:
    """With the rule and its source, or why it is not known."""
    with in_scope(here):
        project = make_record("projects", legal_basis=basis)
        claim(project)
    page = signed_in(owner).get(f"/en/w/tyot/projects/{project.pk}/").content.decode()
    assert told in page
    assert ("(EU) 2021/1060 art. 82" in page) is (basis == "867/2021")


def test_a_project_without_payments_says_why(owner: User, project: OwnedRecord) -> None:
    """The time has not begun."""
    page = signed_in(owner).get(f"/en/w/tyot/projects/{project.pk}/").content.decode()
    assert "the time begins when the last payment has come" in page


def test_trashing_within_the_time_warns_and_is_not_forbidden(
    owner: User, here: Workspace, project: OwnedRecord
) -> None:
    """The record's page warns before, a message after."""
    with in_scope(here):
        claim(project, paid_on=date(2126, 5, 5))
    desk = signed_in(owner)
    warning = "Do not remove the project for good before that."
    assert warning in desk.get(f"/en/w/tyot/r/projects/{project.pk}/").content.decode()
    answer = desk.post(f"/en/w/tyot/r/projects/{project.pk}/trash/", follow=True)
    assert warning in answer.content.decode()
    with in_scope(here):
        assert Project.objects.get(pk=project.pk).trashed_at is not None


def test_trashing_after_the_time_does_not_warn(owner: User, here: Workspace, project: OwnedRecord) -> None:
    """The time is over."""
    with in_scope(here):
        claim(project, paid_on=date(2015, 5, 5))
    answer = signed_in(owner).post(f"/en/w/tyot/r/projects/{project.pk}/trash/", follow=True)
    assert "Do not remove" not in answer.content.decode()
