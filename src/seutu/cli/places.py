"""`seutu places boundaries`: brings the boundaries of municipalities into the data folder, for every map."""

from pathlib import Path
from typing import Annotated, Final

import typer

from seutu.cli.failing import language
from seutu.cli.starting import start
from seutu.core.text import Text

SUFFIXES: Final = {".geojson", ".json", ".topojson"}
KEPT: Final = Text(
    fi="Rajat tallessa: {municipalities} kuntaa, {regions} maakuntaa.",
    sv="Gränserna är sparade: {municipalities} kommuner, {regions} landskap.",
    en="Boundaries kept: {municipalities} municipalities, {regions} regions.",
)


def attach(app: typer.Typer) -> None:
    """Add the commands."""
    places = typer.Typer(no_args_is_help=True, help="Places and their boundaries.")
    places.command(
        "boundaries",
        help="Bring boundaries of municipalities from GeoJSON or TopoJSON in degrees (WGS 84). "
        "Example: seutu places boundaries kuntarajat.geojson",
    )(boundaries)
    places.callback()(_group)
    app.add_typer(places, name="places")


def _group() -> None:
    """Places and their boundaries."""


def boundaries(
    files: Annotated[list[Path], typer.Argument(help="File, or folder of files.", metavar="FILE-OR-FOLDER…")],
) -> None:
    """Bring boundaries of municipalities into the data folder."""
    listed = [found for file in files for found in _files(file)]
    start(migrate=False)
    from seutu.apps.places.boundaries import boundary_file, keep_boundaries

    kept = keep_boundaries(listed)
    said = KEPT.in_language(language())
    typer.echo(said.format(municipalities=kept["municipality"], regions=kept["region"]))
    typer.echo(f"  → {boundary_file()}")


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise FileNotFoundError(2, "not found", str(path))
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
