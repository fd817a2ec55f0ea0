"""`seutu places boundaries`: fetches the boundaries of municipalities, or takes them from files, for every map."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.answers import day_given
from seutu.cli.failing import language, stop
from seutu.cli.progress import megabytes, progress
from seutu.cli.starting import start
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.sources.places import BoundarySource

SUFFIXES: Final = {".geojson", ".json", ".topojson"}
OLDEST, LATEST = 2000, 2100
KEPT: Final = Text(
    fi="Rajat tallessa: {municipalities} kuntaa, {regions} maakuntaa.",
    sv="Gränserna är sparade: {municipalities} kommuner, {regions} landskap.",
    en="Boundaries saved: {municipalities} municipalities, {regions} regions.",
)
FETCHING: Final = Text(
    fi="Haetaan kuntien rajat palvelimelta {host} (karttataso {layer}).",
    sv="Hämtar kommungränserna från {host} (kartlager {layer}).",
    en="Fetching the boundaries of municipalities from {host} (layer {layer}).",
)
LACKING: Final = Text(
    fi="Raja puuttuu kunnilta: {names}.", sv="Gräns saknas för: {names}.", en="No boundary came for: {names}."
)
OF_A_FILE: Final = Text(
    fi="Tiedoston kanssa ei käytetä valitsimia --year, --scale, --url eikä --layer: ne koskevat hakua palvelimelta.",
    sv="--year, --scale, --url och --layer gäller hämtning från en server och används inte med en fil.",
    en="--year, --scale, --url and --layer are for fetching from a server and do not go with a file.",
)
OF_A_FETCH: Final = Text(
    fi="--retrieved kuuluu tiedostolle. Palvelimelta haettaessa päivä on tämä päivä.",
    sv="--retrieved gäller en fil. Vid hämtning från en server är dagen i dag.",
    en="--retrieved is for a file. What is fetched from a server gets the date of today.",
)
NAMES_SHOWN: Final = 10


class Scale(StrEnum):
    """How finely the boundaries are drawn: 1:4 500 000 for a screen, 1:1 000 000 for a large print."""

    COARSE = "4500"
    FINE = "1000"


def attach(app: typer.Typer) -> None:
    """Add the commands."""
    places = typer.Typer(no_args_is_help=True, help="Places and their boundaries.")
    places.command(
        "boundaries",
        help="Fetch the boundaries of municipalities from Statistics Finland, or take them from GeoJSON or TopoJSON "
        "in degrees (WGS 84). Examples: seutu places boundaries; seutu places boundaries kuntarajat.geojson",
    )(boundaries)
    places.callback()(_group)
    app.add_typer(places, name="places")


def _group() -> None:
    """Places and their boundaries."""


def boundaries(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="File, or folder of files; without any they are fetched.", metavar="[FILE-OR-FOLDER…]"),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="Year of the division; without it the newest.", min=OLDEST, max=LATEST)
    ] = None,
    scale: Annotated[Scale | None, typer.Option("--scale", help="1:4500000 (4500) or 1:1000000 (1000).")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Another server that speaks WFS 2.0.")] = None,
    layer: Annotated[str | None, typer.Option("--layer", help="Name of its layer.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="Whose the boundaries are.")] = None,
    licence: Annotated[str | None, typer.Option("--licence", help="Under which licence.")] = None,
    retrieved: Annotated[str | None, typer.Option("--retrieved", help="Day of retrieval of a file.")] = None,
) -> None:
    """Fetch or bring boundaries of municipalities into the data folder, with their source, licence and day."""
    if files:
        if any(given is not None for given in (year, scale, url, layer)):
            stop(OF_A_FILE.in_language(language()))
        _bring(files, source, licence, day_given("--retrieved", retrieved))
        return
    if retrieved is not None:
        stop(OF_A_FETCH.in_language(language()))
    _pull(year, scale or Scale.COARSE, url, layer, source, licence)


def _bring(files: list[Path], source: str | None, licence: str | None, day: date | None) -> None:
    listed = [found for file in files for found in _files(file)]
    start(migrate=False)
    from seutu.apps.places.boundaries import keep_boundaries
    from seutu.sources.places import BoundarySource

    name = Text.same(source or ", ".join(file.name for file in listed))
    whose = BoundarySource(name=name, licence=licence or "", retrieved=day)
    _tell(keep_boundaries(listed, source=whose), whose)


def _pull(
    year: int | None, scale: Scale, url: str | None, layer: str | None, source: str | None, licence: str | None
) -> None:
    start(migrate=False)
    from urllib.parse import urlsplit

    from django.utils import timezone

    from seutu.apps.places.pulling import pull_boundaries
    from seutu.sources.places.wfs import SERVER, BoundaryQuery

    query = BoundaryQuery(year, scale.value, url or SERVER, layer, own_server=url is not None)
    host = urlsplit(query.server).hostname or query.server[:80]
    typer.echo(FETCHING.in_language(language()).format(host=host, layer=query.layer_name()))
    with progress(megabytes) as tell:
        kept, whose = pull_boundaries(query, on=timezone.localdate(), name=source, licence=licence, progress=tell)
    _tell(kept, whose)


def _tell(kept: Mapping[str, int], source: "BoundarySource") -> None:
    from seutu.apps.places.boundaries import boundary_file, without_boundary
    from seutu.reporting.situation.credits import boundary_credit

    spoken = language()
    typer.echo(KEPT.in_language(spoken).format(municipalities=kept["municipality"], regions=kept["region"]))
    typer.echo(f"  {boundary_credit({'source': source.as_dict()}, spoken)}")
    if source.address:
        typer.echo(f"  {source.address}")
    lacking = without_boundary()
    if kept["municipality"] and lacking:
        names = [place.name.in_language(spoken) for place in lacking[:NAMES_SHOWN]]
        rest = [f"+{len(lacking) - NAMES_SHOWN}"] if len(lacking) > NAMES_SHOWN else []
        typer.echo(f"  {LACKING.in_language(spoken).format(names=', '.join([*names, *rest]))}")
    typer.echo(f"  → {boundary_file()}")


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise FileNotFoundError(2, "not found", str(path))
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
