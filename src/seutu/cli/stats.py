"""`seutu stats load` and `list`: statistics into the store, and what is in it.

Pulling is `pulling`, reports of towns `town_reports`, the catalogue `stats_catalogue`.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.answers import day_given
from seutu.cli.failing import language, said, stop
from seutu.cli.pulling import DIVISION, pull
from seutu.cli.starting import start
from seutu.cli.stats_catalogue import catalogue
from seutu.cli.town_reports import HELP, report
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.apps.statistics.operations import FileReport

LOADED: Final = Text(
    fi="{file}: {rows} lukua; uusia {created}, muuttuneita {changed}, ennallaan {unchanged}, poistuneita {removed}.",
    sv="{file}: {rows} tal; nya {created}, ändrade {changed}, oförändrade {unchanged}, borttagna {removed}.",
    en="{file}: {rows} figures; created {created}, changed {changed}, unchanged {unchanged}, removed {removed}.",
)
NOTED: Final = Text(fi="Huomattavaa:", sv="Att notera:", en="Worth noting:")
NOTES_SHOWN: Final = 20
KEEP_WHAT: Final = Text(
    fi="--keep-map tallentaa sarakekartan. Anna kartta valitsimella --map.",
    sv="--keep-map sparar en kolumnkarta. Ange kartan med --map.",
    en="--keep-map keeps a column map. Give the map with --map.",
)
PERIOD_OR_MAP: Final = Text(
    fi="Anna joko --period tai --map. Kartta kertoo itse, miltä ajalta luvut ovat.",
    sv="Ange antingen --period eller --map. Kartan säger själv vilken tid talen gäller.",
    en="Give either --period or --map. A map tells itself of which time the figures are.",
)


def attach(app: typer.Typer) -> None:
    """Add the commands."""
    stats = typer.Typer(no_args_is_help=True, help="Statistics of places.")
    stats.command(
        "load",
        help="Load files of statistics. Example: seutu stats load vakiluku.csv --source Kunta --licence CC0",
    )(load)
    stats.command(
        "pull",
        help="Pull a table from a server of statistics. Example: seutu stats pull statfin vaerak/11ra "
        "--only tiedot=vaesto --indicator vaesto=population",
    )(pull)
    stats.command("list", help="Say what is in the store. Example: seutu stats list")(list_statistics)
    stats.command(
        "catalogue",
        help="List the indicators that the program knows. Example: seutu stats catalogue --topic work",
    )(catalogue)
    stats.command("report", help=HELP)(report)
    app.add_typer(stats, name="stats")


def load(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Files to load (CSV, TSV, gzip of them, Parquet; with --period or --map CSV, XLSX, XLS, ODS).",
            readable=False,
        ),
    ],
    source: Annotated[str | None, typer.Option("--source", help="Whose the figures are.")] = None,
    licence: Annotated[str | None, typer.Option("--licence", help="Under which licence.")] = None,
    retrieved: Annotated[str | None, typer.Option("--retrieved", help="Day of retrieval, 2026-11-02.")] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--map", help="Column map of a plain table: a TOML file, or the name of a kept one.", metavar="MAP"
        ),
    ] = None,
    keep: Annotated[
        str | None, typer.Option("--keep-map", help="Keep the map by this name when the load is done.", metavar="NAME")
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", help="Of which year a plain table of municipalities is: its columns tell the rest."),
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.")] = None,
) -> None:
    """Load files of statistics into the store, all or none of them. Exit 1 when a row was left out."""
    if keep is not None and columns is None:
        stop(KEEP_WHAT.in_language(language()))
    if period is not None and columns is not None:
        stop(PERIOD_OR_MAP.in_language(language()))
    for file in files:
        if not file.exists():
            raise FileNotFoundError(2, "not found", str(file))
    day = day_given("--retrieved", retrieved)
    start(migrate=False)
    from seutu.apps.statistics.maps import check_map_name, column_map, keep_map
    from seutu.apps.statistics.operations import load_statistics_files

    if keep is not None:
        check_map_name(keep)
    read = None if columns is None else column_map(columns)
    reports = load_statistics_files(files, source=source, licence=licence, retrieved=day, columns=read, period=period)
    for each in reports:
        _say(each)
    if keep is not None and columns is not None:
        typer.echo(f"  → {keep_map(columns, keep)}")
    if json_file is not None:
        json_file.write_text(json.dumps(_as_json(reports), ensure_ascii=False, indent=1), encoding="utf-8")
    if any(_left_out(each) for each in reports):
        raise typer.Exit(1)


def _say(report: "FileReport") -> None:
    spoken = language()
    typer.echo(LOADED.in_language(spoken).format(file=report.file.name, **report.load.as_dict()))
    if report.problems:
        typer.echo(f"  {NOTED.in_language(spoken)}", err=True)
    for problem in report.problems[:NOTES_SHOWN]:
        typer.echo(f"    {said(problem, spoken)}", err=True)
    if len(report.problems) > NOTES_SHOWN:
        typer.echo(f"    … +{len(report.problems) - NOTES_SHOWN}", err=True)


def _left_out(report: "FileReport") -> bool:
    """Tell whether some cell was not read: what names a line or a column. A merger's notice names neither."""
    return any(problem.line is not None or problem.column is not None for problem in report.problems)


def _as_json(reports: "list[FileReport]") -> list[dict[str, object]]:
    return [
        {"file": each.file.name, **each.load.as_dict(), "problems": [problem.as_dict() for problem in each.problems]}
        for each in reports
    ]


def list_statistics() -> None:
    """Say what is in the store: sources with licence and day, and their indicators."""
    start(migrate=False)
    from seutu.apps.statistics.queries import warehouse

    spoken = language()
    store = warehouse()
    known, loaded = store.catalogue(), store.loaded_sources()
    for source in known.sources.values():
        if source.id not in loaded:
            continue
        own = [each for each in known.indicators.values() if each.source == source.id]
        day = f", {source.retrieved.isoformat()}" if source.retrieved else ""
        divided = "" if source.division is None else f", {DIVISION.in_language(spoken).format(day=source.division)}"
        typer.echo(f"{source.id}: {source.name} ({source.licence}{day}{divided})")
        for indicator in own:
            unit = indicator.unit.in_language(spoken)
            typer.echo(f"  {indicator.id}: {indicator.label.in_language(spoken)}{f', {unit}' if unit else ''}")
