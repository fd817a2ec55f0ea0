"""`seutu export`: everything a workspace owns, one CSV per kind, and the plans of its projects in the plan format."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from seutu.cli.starting import start


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", help="Write one CSV per kind of record. Example: seutu export vienti/")(export)


def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write into.", metavar="DIR")],
    workspace: Annotated[str | None, typer.Option("--workspace", help="Slug of the workspace.")] = None,
) -> None:
    """Write one CSV per kind of record, and one plan per project that has a budget or funding."""
    start()
    from seutu.apps.records.files.exporting import export_kind
    from seutu.apps.records.queries import records_of
    from seutu.apps.records.scope import in_scope
    from seutu.apps.records.sheets.kinds import kinds
    from seutu.cli.workspaces import chosen_workspace

    folder.mkdir(parents=True, exist_ok=True)
    with in_scope(chosen_workspace(workspace)):
        for kind in kinds():
            target = folder / f"{kind.name}.csv"
            records = records_of(kind).iterator(chunk_size=2000)
            with target.open("wb") as stream:
                export_kind(kind, records, stream, form="machine", language="en")
            typer.echo(f"{target}")
        for target in _export_plans(folder / "plans"):
            typer.echo(f"{target}")


def _export_plans(folder: Path) -> Iterator[Path]:
    """Write the plan of every project that has cost lines or funding rows; a project without has no plan."""
    from seutu.apps.funding.plans import plan_of, planned_projects
    from seutu.sources.plans import plan_as_dict

    for project in planned_projects():
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{project.pk}.json"
        plan = plan_as_dict(plan_of(project).stated)
        target.write_text(json.dumps(plan, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        yield target
