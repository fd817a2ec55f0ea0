"""The command `seutu`. Django and the heavy libraries are started only by the commands that need them."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from seutu import __version__

app = typer.Typer(
    name="seutu",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Seutu – the workbench of people who develop a region's innovation ecosystem.",
)


def _version(value: bool) -> None:  # noqa: FBT001 - typer's callback signature
    if value:
        typer.echo(f"seutu {__version__}")
        raise typer.Exit


@app.callback()
def main(
    directory: Annotated[
        Path | None,
        typer.Option(
            "--dir", envvar="SEUTU_DIR", help="Folder of the data; may stand anywhere on the line.", show_default=False
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Seutu – the workbench of people who develop a region's innovation ecosystem."""
    del version
    if directory is not None:
        os.environ["SEUTU_DIR"] = str(directory.expanduser().resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seutu.config.settings")


def run() -> None:
    """Run the command line: one clear line on stderr and exit 2 when it cannot run."""
    from seutu.cli.arguments import with_folder_first
    from seutu.cli.failing import failing_clearly

    sys.argv[1:] = with_folder_first(sys.argv[1:])
    _add_commands()
    with failing_clearly():
        code = app(standalone_mode=False)
        raise SystemExit(code if isinstance(code, int) else 0)


def _add_commands() -> None:
    """Attach the commands named on the line only: importing all of them would slow every start."""
    from seutu.cli import commands

    commands.attach(app, sys.argv[1:])
