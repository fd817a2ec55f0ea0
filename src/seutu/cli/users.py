"""`seutu user add`: the first person, and any later one, without a web page."""

from typing import Annotated, Final

import typer

from seutu.cli.answers import address_given
from seutu.cli.failing import language, stop
from seutu.cli.starting import start
from seutu.core.text import Text

ENTRY_MINUTES: Final = 3 * 24 * 60
BAD_ROLE: Final = Text(
    fi="--role {given}: sellaista roolia ei ole. Roolit: {roles}.",
    sv="--role {given}: det finns ingen sådan roll. Rollerna är {roles}.",
    en="--role {given}: there is no such role. The roles: {roles}.",
)
ADDED: Final = Text(
    fi="{email} pääsee sisään tällä linkillä, kun palvelu on käynnissä. Linkki toimii kerran ja on voimassa "
    "kolme päivää:",
    sv="{email} kommer in med den här länken när tjänsten är i gång. Länken fungerar en gång och gäller i tre dagar:",
    en="{email} comes in by this link when the service is running. It works once and is valid for three days:",
)


def attach(app: typer.Typer) -> None:
    """Add the commands."""
    users = typer.Typer(no_args_is_help=True, help="People who sign in.")
    users.command("add", help="Add a person as an owner of a workspace. Example: seutu user add nimi@kunta.fi")(add)
    app.add_typer(users, name="user")


def add(
    email: Annotated[str, typer.Argument(help="E-mail address.")],
    name: Annotated[str, typer.Option("--name", help="Name shown to others.")] = "",
    workspace: Annotated[str | None, typer.Option("--workspace", help="Slug of the workspace.")] = None,
    role: Annotated[str, typer.Option("--role", help="owner, facilitator, contributor, reader or funder.")] = "owner",
) -> None:
    """Add a person and print a one-time link by which they sign in and set a password."""
    start()
    from django.utils import timezone

    from seutu.apps.accounts.enums import Role
    from seutu.apps.accounts.operations import add_person, issue_entry_ticket
    from seutu.apps.records.access_operations import give_role
    from seutu.cli.workspaces import chosen_workspace

    spoken = language()
    address = address_given(email)
    if role not in Role.values:
        stop(BAD_ROLE.in_language(spoken).format(given=role, roles=", ".join(Role.values)))
    person = add_person(email=address, name=name)
    now = timezone.now()
    give_role(workspace=chosen_workspace(workspace), person=person, role=Role(role), by=None, at=now)
    secret = issue_entry_ticket(person=person, minutes=ENTRY_MINUTES, at=now)
    typer.echo(ADDED.in_language(spoken).format(email=person.email))
    typer.echo(f"  http://127.0.0.1:8000/{spoken}/enter/{secret}/")
