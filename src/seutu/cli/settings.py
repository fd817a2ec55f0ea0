"""`seutu check-settings`: what is set, from where it works, and whether it is fit for a public server."""

import typer

from seutu.cli.starting import start


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check-settings", help="Print the settings and check them. Example: seutu check-settings")(check)


def check() -> None:
    """Print the settings without their secrets; exit 1 when something is unsafe."""
    start(migrate=False)
    from django.conf import settings
    from django.core.checks import run_checks

    typer.echo(f"dir = {settings.DATA_FOLDER}")
    chosen = settings.OPTIONS
    for name, value in chosen.model_dump().items():
        typer.echo(f"{name} = {value}")
    typer.echo(f"mail server = {settings.MAIL_SERVER}")
    found = run_checks(include_deployment_checks=chosen.https)
    for message in found:
        typer.echo(f"{message.id}: {message.msg}", err=True)
    if found:
        raise typer.Exit(1)
