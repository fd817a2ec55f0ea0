"""Writes settings, commands and the open interface into docs/reference from the program. `--check` only compares.

Not for prose: what stands outside the two marks of a page is left as it is.
"""

import argparse
import importlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "reference"
BEGIN, END = "<!-- begin generated -->", "<!-- end generated -->"


def shown(default: object) -> str:
    """Return a default as a person would write it in the environment."""
    if default is None:
        return ""
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{json.dumps(default) if isinstance(default, list) else default}`"


def settings() -> Iterator[str]:
    """Yield one table row per option."""
    from seutu.config.options import Options

    yield "| Environment | In `seutu.toml` | Default | What it does |"
    yield "| --- | --- | --- | --- |"
    for name, field in Options.model_fields.items():
        yield f"| `SEUTU_{name.upper()}` | `{name}` | {shown(field.default)} | {field.description} |"


def commands() -> Iterator[str]:
    """Yield every command with its help, arguments and options, in the order of the program."""
    if importlib.util.find_spec("seutu.cli.main") is None:
        return
    import typer

    app = importlib.import_module("seutu.cli.main").app
    if not (app.registered_commands or app.registered_groups):  # they are attached only when the program runs
        importlib.import_module("seutu.cli.commands").attach(app, [])
    yield from _command("seutu", typer.main.get_command(app))


def _command(name: str, command: Any) -> Iterator[str]:
    children = [(child, held) for child, held in getattr(command, "commands", {}).items() if not held.hidden]
    yield from ["", f"{'#' * (1 + len(name.split()))} {name}", "", _plain(command.help or "")]
    rows = [_row(parameter) for parameter in command.params if not getattr(parameter, "hidden", False)]
    if rows:
        yield from ["", "| Takes | What it is | Default |", "| --- | --- | --- |", *rows]
    for child, held in children:
        yield from _command(f"{name} {child}", held)


def _plain(text: str) -> str:
    """Return help text without the marks that keep its lines apart in a terminal."""
    return "\n".join(line.rstrip() for line in text.replace("\b", "").strip().splitlines())


def _row(parameter: Any) -> str:
    is_option = parameter.param_type_name == "option"
    name = ", ".join([*parameter.opts, *parameter.secondary_opts]) if is_option else parameter.name.upper()
    said = _plain(getattr(parameter, "help", None) or "").replace("\n", " ").replace("|", "\\|")
    default = parameter.default
    is_plain = isinstance(default, str | int | float | bool) and not parameter.required
    return f"| `{name}` | {said} | {shown(default) if is_plain else ''} |"


def interface() -> str:
    """Return the OpenAPI document of the open interface as it is kept."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seutu.config.settings")
    django.setup()
    from seutu.api.interface import document
    from seutu.api.urls import interface as made

    return json.dumps(document(made), ensure_ascii=False, indent=1) + "\n"


def filled(page: Path, lines: Iterator[str]) -> str:
    """Return the page with the lines between its marks. Raises ValueError when a mark is missing."""
    text = page.read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN)], text[text.index(END) :]
    return f"{before}{BEGIN}\n" + "".join(f"{line}\n" for line in lines) + after


def main() -> int:
    """Write the pages and the document, or say which one is old."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--check", action="store_true", help="change nothing; fail when a page is old")
    chosen = reader.parse_args()
    old = []
    for page, lines in ((PAGES / "settings.md", settings()), (PAGES / "commands.md", commands())):
        text = filled(page, lines)
        if text == page.read_text(encoding="utf-8"):
            continue
        old.append(page.relative_to(ROOT).as_posix())
        if not chosen.check:
            page.write_text(text, encoding="utf-8")
    kept, described = PAGES / "openapi.json", interface()
    if not kept.exists() or kept.read_text(encoding="utf-8") != described:
        old.append(kept.relative_to(ROOT).as_posix())
        if not chosen.check:
            kept.write_text(described, encoding="utf-8")
    if chosen.check and old:
        print(f"{', '.join(old)} no longer says what the program does; run `make reference`")
        return 1
    print("written: " + ", ".join(old) if old else "The reference says what the program does.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
