"""`seutu user add`: the first person, and any later one, without a web page."""

from typing import Annotated

import typer

from seutu.cli.starting import start


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
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.utils import timezone

    from seutu.apps.accounts.enums import Role
    from seutu.apps.accounts.operations import add_person, issue_entry_ticket
    from seutu.apps.records.access_operations import give_role
    from seutu.cli.failing import stop
    from seutu.cli.workspaces import chosen_workspace

    try:
        validate_email(email)
    except ValidationError:
        stop(f"{email}: not an e-mail address")
    if role not in Role.values:
        stop(f"--role {role}: {', '.join(Role.values)}")
    person = add_person(email=email, name=name)
    now = timezone.now()
    give_role(workspace=chosen_workspace(workspace), person=person, role=Role(role), by=None, at=now)
    secret = issue_entry_ticket(person=person, minutes=60 * 24 * 3, at=now)
    typer.echo(f"{person.email}: http://127.0.0.1:8000/fi/enter/{secret}/")
