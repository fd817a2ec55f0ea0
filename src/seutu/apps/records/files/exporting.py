"""Exports and templates of a kind: what `import` reads back without a change."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO, Literal

from seutu.apps.records.files.headers import ID, id_name, label_of
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import ChoiceColumn, Column
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn, TermsColumn
from seutu.apps.records.terms import attach_terms
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent, write_csv, write_workbook

FileForm = Literal["machine", "csv", "xlsx"]
GUIDE = Text(
    fi=(
        "Rivi on yksi tietue. Otsikkoriviä ei muuteta. Tyhjä solu tarkoittaa, ettei tietoa ole. Päivät muodossa "
        "24.12.2026. Useita arvoja samaan soluun: erota puolipisteellä. Piilotettu id-sarake kertoo, mihin tietueeseen "
        "rivi kuuluu: älä muuta sitä. Uudella rivillä id jätetään tyhjäksi."
    ),
    sv=(
        "En rad är en post. Ändra inte rubrikraden. En tom cell betyder att uppgiften saknas. Datum i formen "
        "24.12.2026. Flera värden i samma cell: skilj åt med semikolon. Den dolda id-kolumnen säger vilken post raden "
        "hör till: ändra den inte. Lämna id tomt på en ny rad."
    ),
    en=(
        "A row is one record. Leave the header row as it is. An empty cell means there is no information. Dates like "
        "24.12.2026. Several values in one cell: separate them with semicolons. The hidden id column says which record "
        "a row belongs to: leave it alone. On a new row leave id empty."
    ),
)


def _columns(kind: Kind, *, personal: bool) -> list[Column]:
    return [column for column in kind.columns if personal or not column.personal]


def _table_columns(columns: Sequence[Column], language: Language | None) -> tuple[TableColumn, ...]:
    made = [TableColumn(key=ID, label=ID, kind="identifier", hidden=True)]
    for column in columns:
        choices: tuple[str, ...] = ()
        if language and isinstance(column, ChoiceColumn):
            choices = tuple(choice.label.in_language(language) for choice in column.choices)
        label = label_of(column, language) if language else column.name
        made.append(TableColumn(key=column.name, label=label, kind=column.sheet_kind, choices=choices))
        if isinstance(column, ReferenceColumn):
            held = f"{label} id" if language else id_name(column)
            made.append(TableColumn(key=id_name(column), label=held, kind="identifier", hidden=True))
    return tuple(made)


def _cell(column: Column, record: OwnedRecord, language: Language | None) -> Any:
    value = column.take(record)
    if language and isinstance(column, ChoiceColumn):
        return column.show(value, language) or None
    if isinstance(column, TermsColumn) and isinstance(value, tuple):
        if language and column.choices:
            labels = {choice.code: choice.label.in_language(language) for choice in column.choices}
            return tuple(labels.get(code, code) for code in value)
        return value
    return column.cell(value, record)


def _rows(columns: Sequence[Column], records: Iterable[OwnedRecord], language: Language | None) -> Iterator[list[Any]]:
    chunk: list[OwnedRecord] = []
    for record in records:
        chunk.append(record)
        if len(chunk) == 500:  # noqa: PLR2004 - terms are fetched for so many at once
            yield from _chunk_rows(columns, chunk, language)
            chunk = []
    yield from _chunk_rows(columns, chunk, language)


def _chunk_rows(columns: Sequence[Column], chunk: list[OwnedRecord], language: Language | None) -> Iterator[list[Any]]:
    for record in attach_terms(chunk):
        row: list[Any] = [str(record.pk)]
        for column in columns:
            row.append(_cell(column, record, language))
            if isinstance(column, ReferenceColumn):
                value = column.take(record)
                row.append(str(value) if value else None)
        yield row


def content_of(
    kind: Kind, records: Iterable[OwnedRecord], *, language: Language | None, personal: bool = True
) -> TableContent:
    """Return the records of a kind as a table; without a language in the machine form."""
    columns = _columns(kind, personal=personal)
    title = kind.plural.in_language(language) if language else kind.name
    return TableContent(title, _table_columns(columns, language), _rows(columns, records, language))


def export_kind(
    kind: Kind,
    records: Iterable[OwnedRecord],
    stream: BinaryIO,
    *,
    form: FileForm,
    language: Language,
    personal: bool = True,
) -> None:
    """Write the records of a kind: ``machine`` is the contract's CSV, ``csv`` the one for Excel, ``xlsx`` a workbook.

    A reader without the right to personal data gets the other columns.
    """
    content = content_of(kind, records, language=None if form == "machine" else language, personal=personal)
    if form == "xlsx":
        write_workbook([content], stream, language=language, guide=GUIDE.in_language(language))
    else:
        write_csv(content, stream, form="machine" if form == "machine" else "excel", language=language)


def write_template(kind: Kind, stream: BinaryIO, *, language: Language) -> None:
    """Write an empty workbook with the kind's columns, its lists as drop-downs and a guide."""
    export_kind(kind, (), stream, form="xlsx", language=language)
