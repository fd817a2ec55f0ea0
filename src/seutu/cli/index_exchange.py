"""`seutu index export` and `seutu index import`: an index to and from COINr's tables and the COIN Tool's workbook."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.failing import language, stop
from seutu.cli.result_folder import refuse_what_stands, write_folder
from seutu.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMS: Final = ("coinr", "coinr-xlsx", "coin-tool")
NO_FORM: Final = Text(
    fi="--form {given}: valitse {known}.", sv="--form {given}: välj {known}.", en="--form {given}: choose {known}."
)
READ: Final = Text(
    fi="Luettu {units} yksikköä ja {indicators} mittaria.",
    sv="Läste {units} enheter och {indicators} indikatorer.",
    en="Read {units} units and {indicators} indicators.",
)


def attach(index: typer.Typer) -> None:
    """Add the commands to those of an index."""
    index.command(
        "export",
        help="Write an index for COINr or the COIN Tool. Example: seutu index export --units u.csv --structure s.csv "
        "--form coin-tool --out e/",
    )(export)
    index.command(
        "import",
        help="Read a workbook of the COIN Tool, or of iData and iMeta, into units and a structure. "
        "Example: seutu index import tool.xlsm --out i/",
    )(bring_in)


def export(
    units: Annotated[Path, typer.Option("--units", help="Units: uCode, uName and a column for each indicator.")],
    structure: Annotated[
        Path, typer.Option("--structure", help="The structure: iCode, Level, Parent, Direction, Weight …")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder to write the files into.")],
    form: Annotated[str, typer.Option("--form", help=f"One of {', '.join(FORMS)}.")] = "coinr",
) -> None:
    """Write iData and iMeta as csv or one workbook, or the COIN Tool's workbook; tell what the form does not hold."""
    from seutu.core.indices.exchanging import divided
    from seutu.reporting.indices.coin_tool import coin_tool_workbook
    from seutu.reporting.indices.exchange import csv_pair, workbook
    from seutu.sources.indices import read_structure, read_units

    if form not in FORMS:
        stop(NO_FORM.in_language(language()).format(given=form, known=", ".join(FORMS)))
    refuse_what_stands(out)
    hierarchy = read_structure(structure)
    table = read_units(units, hierarchy)
    notes: Sequence[Text] = ()
    if form == "coinr":
        written = csv_pair(table, hierarchy)
    elif form == "coinr-xlsx":
        written = {"coinr.xlsx": workbook(table, hierarchy)}
    else:
        made = coin_tool_workbook(divided(table, hierarchy), hierarchy)
        written, notes = {"coin_tool.xlsx": made.content}, made.notes
    write_folder(out, written)
    _tell(notes, out)


def bring_in(
    file: Annotated[Path, typer.Argument(help="The workbook, .xlsx or .xlsm.")],
    out: Annotated[Path, typer.Option("--out", help="Folder to write iData.csv and iMeta.csv into.")],
) -> None:
    """Write iData.csv and iMeta.csv of a workbook, as `seutu index build` reads them."""
    from seutu.reporting.indices.exchange import csv_pair
    from seutu.sources.indices import read_any_workbook

    refuse_what_stands(out)
    found = read_any_workbook(file)
    write_folder(out, csv_pair(found.units, found.structure))
    facts = {"units": len(found.units.units), "indicators": len(found.structure.indicators)}
    typer.echo(READ.in_language(language()).format(**facts))
    _tell(found.notes, out)


def _tell(notes: "Sequence[Text]", out: Path) -> None:
    for note in notes:
        typer.echo(f"  {note.in_language(language())}")
    typer.echo(f"  → {out}")
