"""Which module holds which command; only the one that is called is imported."""

from importlib import import_module
from typing import Final

import typer

from seutu.cli.arguments import OPTION

MODULES: Final = {
    "import": "importing",
    "export": "exporting",
    "user": "users",
    "person": "person",
    "check-settings": "settings",
    "serve": "serving",
    "backup": "backup",
    "restore": "backup",
    "upgrade": "upgrading",
    "demo": "demo",
    "init": "init",
    "picture": "picture",
    "stats": "stats",
    "places": "places",
    "check": "checking",
    "index": "index",
}


def attach(app: typer.Typer, arguments: list[str]) -> None:
    """Attach the command named in the arguments, or all of them when help is asked for."""
    named = command_named(arguments)
    chosen = [MODULES[named]] if named else list(dict.fromkeys(MODULES.values()))
    for module in chosen:
        import_module(f"seutu.cli.{module}").attach(app)


def command_named(arguments: list[str]) -> str | None:
    """Return the command that the arguments call. A data folder may be called as a command is: it is none."""
    words = iter(arguments)
    for word in words:
        if word == OPTION:
            next(words, None)
        elif word in MODULES:
            return word
    return None
