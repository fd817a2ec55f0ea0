"""Which module holds which command; only the one that is called is imported."""

from importlib import import_module
from typing import Final

import typer

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
}


def attach(app: typer.Typer, arguments: list[str]) -> None:
    """Attach the command named in the arguments, or all of them when help is asked for."""
    named = next((argument for argument in arguments if argument in MODULES), None)
    chosen = [MODULES[named]] if named else list(dict.fromkeys(MODULES.values()))
    for module in chosen:
        import_module(f"seutu.cli.{module}").attach(app)
