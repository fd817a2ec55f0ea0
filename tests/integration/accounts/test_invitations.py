"""A one-time link opens the workspaces of the one who gave it, and nobody is locked out for it."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.membership_operations import Invitation, invite_member, renew_entry
from seutu.apps.accounts.models import Workspace
from seutu.apps.accounts.operations import end_membership, set_role, use_entry_ticket
from tests.integration.factories import NOON, PASSWORD, make_person, make_workspace

pytestmark = pytest.mark.django_db
EMAIL = "boss@kunta.example"


def _invited(workspace: Workspace, role: Role) -> Invitation:
    return invite_member(workspace=workspace, email=EMAIL, name="", role=role, at=NOON)


def _is_dead(secret: str | None) -> bool:
    assert secret
    with pytest.raises(LinkNotValidError):
        use_entry_ticket(secret=secret, from_loopback=True, at=NOON)
    return True


def test_a_link_works_while_one_workspace_knows_the_person() -> None:
    given = _invited(make_workspace(), Role.READER)
    assert given.secret
    assert use_entry_ticket(secret=given.secret, from_loopback=False, at=NOON) == given.membership.person


def test_the_first_inviters_link_ends_when_another_workspace_adds_the_person() -> None:
    first, second = make_workspace(), make_workspace()
    early = _invited(first, Role.READER)
    late = _invited(second, Role.OWNER)
    assert late.secret is None
    assert _is_dead(early.secret)
    assert renew_entry(workspace=first, person=early.membership.person, at=NOON) is None


def test_the_link_ends_however_the_person_comes_into_the_other_workspace() -> None:
    early = _invited(make_workspace(), Role.READER)
    set_role(workspace=make_workspace(), person=early.membership.person, role=Role.OWNER)
    assert _is_dead(early.secret)


def test_the_link_ends_also_when_the_inviter_has_let_the_person_go_again() -> None:
    first, second = make_workspace(owner=make_person()), make_workspace()
    early = _invited(first, Role.READER)
    end_membership(workspace=first, person=early.membership.person)
    late = _invited(second, Role.OWNER)
    assert _is_dead(early.secret)
    assert late.secret
    assert use_entry_ticket(secret=late.secret, from_loopback=False, at=NOON) == late.membership.person


def test_another_role_in_the_same_workspace_leaves_the_link() -> None:
    here = make_workspace()
    given = _invited(here, Role.READER)
    set_role(workspace=here, person=given.membership.person, role=Role.CONTRIBUTOR)
    assert given.secret
    use_entry_ticket(secret=given.secret, from_loopback=False, at=NOON)


def test_somebody_without_a_password_or_a_link_comes_in_by_a_new_password() -> None:
    cache.clear()
    _invited(make_workspace(), Role.READER)
    person = _invited(make_workspace(), Role.OWNER).membership.person
    assert not person.has_usable_password()
    browser = Client()
    browser.post(reverse("account_reset_password"), {"email": EMAIL})
    (message,) = mail.outbox
    assert message.to == [EMAIL]
    (link,) = re.findall(r"https?://[^/\s]+(/\S*password/reset/key/\S+)", str(message.body))
    form = browser.get(link, follow=True)
    given = {"password1": PASSWORD, "password2": PASSWORD}
    assert browser.post(form.request["PATH_INFO"], given).status_code == 302
    answer = Client().post(reverse("account_login"), {"login": EMAIL, "password": PASSWORD})
    assert answer.headers["Location"] == reverse("home")
