from pathlib import Path
from typing import Annotated

import pytest
import typer

from tools import reference


def test_a_command_is_written_with_what_it_takes() -> None:
    app = typer.Typer()
    inner = typer.Typer(help="Statistics.")
    app.add_typer(inner, name="stats")

    @inner.command()
    def pull(
        table: Annotated[str, typer.Argument(help="Which | table")],
        *,
        port: Annotated[int, typer.Option(help="Port")] = 80,
    ) -> None:
        """Fetch a table."""

    @inner.command(hidden=True)
    def secret() -> None:
        """Not told."""

    text = "\n".join(reference._command("seutu", typer.main.get_command(app)))
    assert "#### seutu stats pull\n\nFetch a table." in text
    assert "| `TABLE` | Which \\| table |  |" in text
    assert "| `--port` | Port | `80` |" in text
    assert "secret" not in text


def test_only_what_stands_between_the_marks_is_written(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{reference.BEGIN}\nold\n{reference.END}\nafter\n", encoding="utf-8")
    assert reference.filled(page, iter(["new"])) == f"before\n{reference.BEGIN}\nnew\n{reference.END}\nafter\n"


def test_a_page_without_marks_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("no marks\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not found"):
        reference.filled(page, iter(["new"]))


def test_every_option_is_in_the_reference() -> None:
    from seutu.config.options import Options

    page = (reference.PAGES / "settings.md").read_text(encoding="utf-8")
    assert all(f"`SEUTU_{name.upper()}`" in page for name in Options.model_fields)


def test_every_command_is_in_the_reference() -> None:
    from seutu.cli.commands import MODULES

    page = (reference.PAGES / "commands.md").read_text(encoding="utf-8")
    assert [name for name in MODULES if f"### seutu {name}\n" not in page] == []
