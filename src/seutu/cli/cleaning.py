"""`seutu check --cleaned`: the cleaned text of each document beside a list of what was repaired, and why.

Not for what is repaired (``core.text_repair``).
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from seutu.cli.failing import language, stop
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.core.text_repair import Repair

SAME_NAME: Final = Text(
    fi="--cleaned: usean tiedoston nimi on {name}. Anna ne eri ajoissa eri kansioihin, jottei toinen peity.",
    sv="--cleaned: flera filer heter {name}. Ge dem i skilda körningar till skilda mappar, så att ingen skrivs över.",
    en="--cleaned: several files are named {name}. Give them in separate runs and folders, so that none is lost.",
)
CLEANED: Final = Text(
    fi="{document}: korjattu {sure} kohtaa, epävarmoja ehdotuksia {unsure}: {target}",
    sv="{document}: {sure} ställen rättade, {unsure} osäkra förslag: {target}",
    en="{document}: {sure} repairs, {unsure} unsure proposals: {target}",
)
NO_TEXT: Final = Text(
    fi="{document}: ei juoksevaa tekstiä, joten puhdistettua tekstiä ei kirjoitettu.",
    sv="{document}: ingen löpande text, så ingen rensad text skrevs.",
    en="{document}: no running text, so no cleaned text was written.",
)
COLUMNS: Final = ("line", "original", "repaired", "reason", "certainty")
LINE_END: Final = "⏎"


def write_cleaned(files: Sequence[Path], folder: Path) -> None:
    """Write NAME.cleaned.txt and NAME.repairs.csv of each file that holds text. Raises SystemExit for two of a name."""
    from seutu.sources.documents import cleaned_text

    twice = next((name for name, times in Counter(file.name for file in files).items() if times > 1), None)
    if twice is not None:
        stop(SAME_NAME.in_language(language()).format(name=twice))
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        cleaned = cleaned_text(file)
        if cleaned is None:
            typer.echo(NO_TEXT.in_language(language()).format(document=file.name))
            continue
        text, repairs = cleaned
        target = folder / f"{file.name}.cleaned.txt"
        target.write_text(text, encoding="utf-8")
        _write_repairs(repairs, folder / f"{file.name}.repairs.csv")
        sure = sum(repair.is_applied for repair in repairs)
        facts = {"document": file.name, "sure": sure, "unsure": len(repairs) - sure, "target": target}
        typer.echo(CLEANED.in_language(language()).format(**facts))


def _write_repairs(repairs: "Sequence[Repair]", target: Path) -> None:
    """Write the repairs as rows; a line's end within a word is a mark, so that each repair is one row."""
    from seutu.core.text_repair import REASONS
    from seutu.reporting.tables import TableColumn, TableContent, write_csv

    rows = [
        (
            repair.line,
            repair.original.replace("\n", LINE_END),
            repair.repaired,
            REASONS[repair.reason].in_language(language()),
            repair.certainty.value,
        )
        for repair in repairs
    ]
    columns = tuple(TableColumn(name, name, "number" if name == "line" else "text") for name in COLUMNS)
    with target.open("wb") as stream:
        write_csv(TableContent(target.name, columns, rows), stream, form="machine", language=language())
