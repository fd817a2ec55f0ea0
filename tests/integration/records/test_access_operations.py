"""Who comes into a workspace and as what is in its one chained log, in words, and goes with an erased person."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.exceptions import LastOwnerError
from seutu.apps.accounts.membership_operations import AlreadyMemberError
from seutu.apps.accounts.models import ApiToken, GuestLink, User, Workspace
from seutu.apps.records.access_operations import (
    add_member,
    end_guest_link,
    end_token,
    enter_network,
    exit_network,
    found_workspace,
    give_guest_link,
    give_role,
    give_token,
    remove_member,
    renew_entry,
)
from seutu.apps.records.acts import can_be_undone
from seutu.apps.records.chain import breaks
from seutu.apps.records.exceptions import CannotUndoError
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.operations import undo
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.subjects import SUBJECTS
from seutu.apps.register.privacy_everywhere_operations import erase_everywhere, person_everywhere
from seutu.apps.register.privacy_extract import person_extract
from seutu.apps.register.privacy_operations import person_erase
from seutu.apps.register.privacy_search import person_known_by
from tests.integration.factories import NOON, make_member, make_network, make_person, make_workspace, signed_in
from tests.integration.factories import signed_in_as as a_browser_of
from tests.unit.project.tree import SOURCE, parsed, place, python_files

pytestmark = pytest.mark.django_db
LANGUAGES = ("fi", "sv", "en")
UNTRACED = {
    "create_workspace": "found_workspace",
    "invite_member": "add_member",
    "set_role": "give_role",
    "end_membership": "remove_member",
    "open_to_guests": "give_guest_link",
    "revoke_guest_link": "end_guest_link",
    "make_token": "give_token",
    "revoke_token": "end_token",
    "join_network": "enter_network",
    "leave_network": "exit_network",
}


@pytest.fixture
def owner() -> User:
    return make_person(name="Omistaja")


@pytest.fixture
def here(owner: User) -> Workspace:
    return make_workspace("Savon Kehitys", owner=owner)


def _log(workspace: Workspace) -> list[tuple[Activity, list[ActivityRow]]]:
    """Return the acts with their rows, oldest first, having checked the chain."""
    workspace.refresh_from_db()
    with in_scope(workspace):
        assert breaks(workspace) == []
        return [(each, list(each.rows.all())) for each in Activity.objects.order_by("sequence")]


def _only(workspace: Workspace) -> tuple[Activity, ActivityRow]:
    [(entry, [row])] = _log(workspace)
    return entry, row


def _invited(here: Workspace, owner: User, role: Role = Role.READER) -> User:
    made = add_member(workspace=here, email="uusi@example.org", name="Uusi Jäsen", role=role, by=owner, at=NOON)
    return made.membership.person


def _said(here: Workspace, owner: User, language: str) -> list[str]:
    """Return the sentences of the log's page, oldest first."""
    page = signed_in(owner).get(f"/{language}/w/{here.slug}/activity/")
    return [row["cells"][0]["text"] for row in reversed(page.context["table"]["rows"])]


def test_a_new_member_is_entered_with_address_and_role(here: Workspace, owner: User) -> None:
    person = _invited(here, owner)
    entry, row = _only(here)
    assert (entry.person, entry.at, entry.operation) == (owner, NOON, "create")
    assert (row.kind, row.record_id, row.change) == ("members", person.pk, "created")
    assert row.values == {
        "email": [None, "uusi@example.org"],
        "name": [None, "Uusi Jäsen"],
        "role": [None, "reader"],
    }


def test_a_changed_role_is_entered_with_the_old_and_the_new(here: Workspace, owner: User) -> None:
    member = make_member(here, Role.READER)
    give_role(workspace=here, person=member, role=Role.FACILITATOR, by=owner, at=NOON)
    entry, row = _only(here)
    assert (entry.person, row.change, row.record_id) == (owner, "changed", member.pk)
    assert (row.values or {})["role"] == ["reader", "facilitator"]
    give_role(workspace=here, person=member, role=Role.FACILITATOR, by=owner, at=NOON)
    assert len(_log(here)) == 1


def test_an_ended_membership_is_entered(here: Workspace, owner: User) -> None:
    member = make_member(here, Role.READER)
    remove_member(workspace=here, person=member, by=owner, at=NOON)
    entry, row = _only(here)
    assert (entry.operation, row.change) == ("remove", "removed")
    assert (row.values or {})["role"] == ["reader", None]
    assert (row.values or {})["email"] == [member.email, None]


def test_what_is_refused_leaves_no_entry(here: Workspace, owner: User) -> None:
    with pytest.raises(LastOwnerError):
        give_role(workspace=here, person=owner, role=Role.READER, by=owner, at=NOON)
    with pytest.raises(LastOwnerError):
        remove_member(workspace=here, person=owner, by=owner, at=NOON)
    with pytest.raises(AlreadyMemberError):
        add_member(workspace=here, email=owner.email, name="", role=Role.READER, by=owner, at=NOON)
    assert _log(here) == []


def test_a_renewed_sign_in_link_is_entered_when_one_was_made(here: Workspace, owner: User) -> None:
    member = make_member(here, Role.READER)
    assert renew_entry(workspace=here, person=member, by=owner, at=NOON)
    _entry, row = _only(here)
    assert (row.values or {})["link_until"] == [None, "2026-03-09"]
    signed_in(member)
    assert renew_entry(workspace=here, person=member, by=owner, at=NOON) is None
    assert len(_log(here)) == 1


def test_guest_links_are_entered_when_made_and_when_ended_once(here: Workspace, owner: User) -> None:
    link, secret = give_guest_link(workspace=here, label="Työpaja", days=7, by=owner, at=NOON)
    end_guest_link(link=link, by=owner, at=NOON)
    end_guest_link(link=GuestLink.objects.get(pk=link.pk), by=owner, at=NOON)
    [(_, [made]), (_, [ended])] = _log(here)
    assert made.values == {"label": [None, "Työpaja"], "expires_on": [None, "2026-03-09"]}
    assert ended.values == {"label": ["Työpaja", "Työpaja"], "revoked_on": [None, "2026-03-02"]}
    assert secret not in str(made.values)


def test_keys_are_entered_when_made_and_when_ended_once(here: Workspace, owner: User) -> None:
    token, secret = give_token(person=owner, workspace=here, label="Portaali", role=Role.READER, days=7, at=NOON)
    end_token(token=token, by=owner, at=NOON)
    end_token(token=ApiToken.objects.get(pk=token.pk), by=owner, at=NOON)
    [(entry, [made]), (_, [ended])] = _log(here)
    assert (entry.person, made.kind, made.record_id) == (owner, "api-tokens", token.pk)
    assert made.values == {"label": [None, "Portaali"], "role": [None, "reader"], "expires_on": [None, "2026-03-09"]}
    assert (ended.values or {})["revoked_on"] == [None, "2026-03-02"]
    assert secret not in str(made.values)


def test_a_network_is_entered_in_both_logs_once(here: Workspace, owner: User) -> None:
    network = make_network("Metalliverkosto", owner=owner)
    for _ in range(2):
        enter_network(workspace=here, network=network, by=owner, at=NOON)
    for _ in range(2):
        exit_network(workspace=here, network=network, by=owner, at=NOON)
    told = [(row.kind, row.change, row.values) for _, [row] in _log(here)]
    assert told == [
        ("networks", "created", {"name": [None, "Metalliverkosto"]}),
        ("networks", "removed", {"name": ["Metalliverkosto", None]}),
    ]
    assert [(row.kind, row.change) for _, [row] in _log(network)] == [
        ("network-members", "created"),
        ("network-members", "removed"),
    ]


def test_a_workspace_begins_its_log_with_itself_and_its_owner(owner: User) -> None:
    made = found_workspace(name="Oma", by=owner, at=NOON, place_code="140")
    [(_, rows)] = _log(made)
    assert [(row.kind, row.record_id) for row in rows] == [("workspaces", made.pk), ("members", owner.pk)]
    assert (rows[0].values or {})["place_code"] == [None, "140"]
    assert "Oma" in _said(made, owner, "fi")[0]


def _everything(here: Workspace, owner: User) -> None:
    """Do each act of access once, in the order of SENTENCES."""
    person = _invited(here, owner)
    give_role(workspace=here, person=person, role=Role.FUNDER, by=owner, at=NOON)
    renew_entry(workspace=here, person=person, by=owner, at=NOON)
    remove_member(workspace=here, person=person, by=owner, at=NOON)
    link, _ = give_guest_link(workspace=here, label="Työpaja", days=7, by=owner, at=NOON)
    end_guest_link(link=link, by=owner, at=NOON)
    token, _ = give_token(person=owner, workspace=here, label="Portaali", role=Role.READER, days=7, at=NOON)
    end_token(token=token, by=owner, at=NOON)
    network = make_network("Metalliverkosto", owner=owner)
    enter_network(workspace=here, network=network, by=owner, at=NOON)
    exit_network(workspace=here, network=network, by=owner, at=NOON)


SENTENCES = {
    "fi": [
        "Jäsen lisätty: uusi@example.org, rooli lukija",
        "Jäsenen rooli muutettu: uusi@example.org, lukija → rahoittajan näkymä",
        "Jäsenelle tehty uusi kirjautumislinkki: uusi@example.org",
        "Jäsenyys päättyi: uusi@example.org",
        "Vieraslinkki tehty: Työpaja, voimassa 9.3.2026 asti",
        "Vieraslinkki poistettu käytöstä: Työpaja",
        "Rajapinnan avain tehty: Portaali, laajin rooli lukija",
        "Rajapinnan avain poistettu käytöstä: Portaali",
        "Työtila liittyi verkostoon: Metalliverkosto",
        "Työtila erosi verkostosta: Metalliverkosto",
    ],
    "en": [
        "Member added: uusi@example.org, role reader",
        "Member's role changed: uusi@example.org, reader → funder view",
        "New sign-in link made for the member: uusi@example.org",
        "Membership ended: uusi@example.org",
        "Guest link made: Työpaja, works until 9.3.2026",
        "Guest link revoked: Työpaja",
        "Key to the interface made: Portaali, widest role reader",
        "Key to the interface revoked: Portaali",
        "The workspace joined the network: Metalliverkosto",
        "The workspace left the network: Metalliverkosto",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_says_each_act_in_a_sentence_of_the_persons_language(
    here: Workspace, owner: User, language: str
) -> None:
    _everything(here, owner)
    said = _said(here, owner, language)
    assert len(said) == 10
    assert said == SENTENCES.get(language, said)
    assert language != "sv" or not set(said) & {*SENTENCES["fi"], *SENTENCES["en"]}
    client = signed_in(owner)
    for sequence, sentence in enumerate(said, start=1):
        page = client.get(f"/{language}/w/{here.slug}/activity/{sequence}/")
        assert page.context["page_title"] == sentence
        assert page.context["page_actions"] == []
        assert page.context["history"][0]["changes"]


def test_every_sentence_can_be_said() -> None:
    for subject in SUBJECTS.values():
        columns = {column.name for column in subject.columns}
        assert subject.named_by in columns
        for each in subject.sentences:
            assert each.column in columns
            for text in (each.text.fi, each.text.sv, each.text.en):
                assert "{name}" in text


def test_who_comes_in_is_not_undone_from_the_log(here: Workspace, owner: User) -> None:
    _everything(here, owner)
    for entry, _ in _log(here):
        assert not can_be_undone(entry)
        with in_scope(here), pytest.raises(CannotUndoError):
            undo(entry, by=owner, at=NOON)
        answer = signed_in(owner).post(reverse("act_undo", args=[here.slug, entry.sequence]))
        assert answer.status_code == 302
    assert len(_log(here)) == 10


@pytest.mark.parametrize("role", [Role.FUNDER, Role.GUEST])
def test_those_who_see_no_personal_data_see_no_members_or_links(here: Workspace, owner: User, role: Role) -> None:
    _everything(here, owner)
    client = a_browser_of(here, role)
    page = client.get(reverse("activity", args=[here.slug]))
    assert len(page.context["table"]["rows"]) == 2
    assert "uusi@example.org" not in page.content.decode()
    assert client.get(reverse("act", args=[here.slug, 1])).status_code == 404


def test_erasing_a_former_member_empties_the_log_of_them_and_the_chain_holds(here: Workspace, owner: User) -> None:
    _everything(here, owner)
    with in_scope(here):
        person = person_known_by("uusi@example.org")
        assert person is not None
        assert len(person_extract(person, at=NOON)["log"]) == 4
        person_erase(person, by=owner, at=NOON)
    log = _log(here)
    of_them = [row for _, rows in log for row in rows if row.kind == "members"]
    assert len(of_them) == 5
    assert all(not row.values for row in of_them)
    assert "uusi@example.org" not in str([row.values for _, rows in log for row in rows])
    for language in LANGUAGES:
        assert not any("uusi" in said.casefold() for said in _said(here, owner, language))
    assert signed_in(owner).get(reverse("act", args=[here.slug, 1])).status_code == 200


def test_an_address_changed_later_does_not_hide_the_membership(here: Workspace, owner: User) -> None:
    person = _invited(here, owner)
    remove_member(workspace=here, person=person, by=owner, at=NOON)
    person.email = "vaihdettu@example.org"
    person.save(update_fields=["email"])
    held = person_everywhere("vaihdettu@example.org")
    assert erase_everywhere(held, at=NOON)["log rows"] >= 2
    rows = [row for _, rows in _log(here) for row in rows]
    assert all(not row.values for row in rows)


def _add(here: Workspace, owner: User) -> Any:
    data = {"member-email": "toinen@example.org", "member-name": "", "member-role": Role.READER}
    return signed_in(owner).post(reverse("member_add", args=[here.slug]), data)


def _change(here: Workspace, owner: User) -> Any:
    member = make_member(here, Role.READER)
    return signed_in(owner).post(reverse("member", args=[here.slug, member.pk]), {"role": Role.CONTRIBUTOR})


def _end(here: Workspace, owner: User) -> Any:
    member = make_member(here, Role.READER)
    return signed_in(owner).post(reverse("member_end", args=[here.slug, member.pk]))


def _renew(here: Workspace, owner: User) -> Any:
    member = make_member(here, Role.READER)
    return signed_in(owner).post(reverse("member_link", args=[here.slug, member.pk]))


def _guest(here: Workspace, owner: User) -> Any:
    given = {"guest-label": "Työpaja", "guest-days": "7"}
    return signed_in(owner).post(reverse("guest_link_add", args=[here.slug]), given)


def _key(here: Workspace, owner: User) -> Any:
    given = {"label": "Portaali", "workspace": here.slug, "role": Role.READER, "days": "7"}
    return signed_in(owner).post(reverse("tokens"), given)


def _join(here: Workspace, owner: User) -> Any:
    network = make_network("Verkosto", owner=owner)
    return signed_in(owner).post(reverse("network_join", args=[here.slug]), {"network": network.slug})


@pytest.mark.parametrize("act", [_add, _change, _end, _renew, _guest, _key, _join])
def test_each_page_that_changes_access_makes_one_entry_by_its_person(
    here: Workspace, owner: User, act: Callable[[Workspace, User], Any]
) -> None:
    assert act(here, owner).status_code in {200, 302}
    entry, _row = _only(here)
    assert entry.person == owner


def test_pages_end_links_and_keys_with_an_entry(here: Workspace, owner: User) -> None:
    _guest(here, owner)
    _key(here, owner)
    client = signed_in(owner)
    client.post(reverse("guest_link_revoke", args=[here.slug, GuestLink.objects.get().pk]))
    client.post(reverse("token_revoke", args=[ApiToken.objects.get().pk]))
    assert [(rows[0].kind, rows[0].change) for _, rows in _log(here)][2:] == [
        ("guest-links", "changed"),
        ("api-tokens", "changed"),
    ]


def test_a_workspace_made_on_the_page_has_its_first_entry(owner: User) -> None:
    signed_in(owner).post(reverse("home"), {"name": "Uusi seutu", "kind": "organisation", "place": ""})
    [(entry, rows)] = _log(Workspace.objects.get(name="Uusi seutu"))
    assert entry.person == owner
    assert len(rows) == 2


def test_no_page_or_command_changes_access_without_its_entry() -> None:
    allowed = {SOURCE / "apps" / "records" / "access_operations.py"}
    files: list[Path] = [
        path
        for path in python_files("src/seutu")
        if path not in allowed and path.relative_to(SOURCE).parts[:2] != ("apps", "accounts")
    ]
    found = [
        f"{place(path, node)} {name.name}: use {UNTRACED[name.name]}"
        for path, tree in parsed(files)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("seutu.apps.accounts")
        for name in node.names
        if name.name in UNTRACED
    ]
    assert found == []
