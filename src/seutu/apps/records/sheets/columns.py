"""Columns of a record sheet: how a value is read from a cell or a form, kept, compared, written and shown.

A column works with plain values (str, Decimal, date, bool, UUID, tuple of str, None). Not for layout.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, Protocol
from uuid import UUID

from seutu.apps.records.models import OwnedRecord
from seutu.core.figures import write_date, write_number
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.text import Language, Text
from seutu.reporting.tables import ColumnKind
from seutu.sources.tables import CellValue, join_list

Value = str | Decimal | bool | date | UUID | tuple[str, ...] | int | None
Form = Literal["machine", "people"]


class ColumnProblem(Exception):
    """A cell cannot be read as the column's value."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class Finder(Protocol):
    """Finds the records and places that cells refer to."""

    def record(self, kind: str, text: str) -> UUID:
        """Return the record of a kind with this title or id; raises ColumnProblem when none or many fit."""

    def municipality(self, text: str) -> str:
        """Return the code of the municipality with this name or code; raises ColumnProblem when none or many fit."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a column may use while it reads: the language of the writer, and a finder of records and places."""

    language: Language | None
    finder: Finder


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a closed list. ``synonyms`` are words by which it is read too, as those it was called by before."""

    code: str
    label: Text
    synonyms: tuple[str, ...] = ()


def choices_of(*rows: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return the choices of rows of code, names in fi, sv and en, and words by which the choice was called before."""
    return tuple(Choice(code, Text(fi=fi, sv=sv, en=en), tuple(before)) for code, fi, sv, en, *before in rows)


@dataclass(frozen=True, slots=True)
class Variant(Choice):
    """One way of reading a column's cells (codes of one classification, say); ``synonyms`` are headers that say it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its name in files and code, its label, and what it means."""

    name: str
    label: Text
    help: Text | None = None
    unit: Text | None = None
    required: bool = False
    personal: bool = False
    searchable: bool = False
    listed: bool = False
    wide: bool = False
    synonyms: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    sheet_kind: ColumnKind = field(default="text", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the value of a filled cell; raises ColumnProblem."""
        raise NotImplementedError

    def as_variant(self, code: str) -> "Column":
        """Return the column as it reads cells of one of its ``variants`` (codes of one classification, say)."""
        raise ValueError(code)

    def take(self, record: OwnedRecord) -> Value:
        """Return the record's value."""
        value: Value = getattr(record, self.name)
        return None if value == "" else value

    def put(self, record: OwnedRecord, value: Value) -> None:
        """Set the record's value."""
        setattr(record, self.name, value)

    def keep(self, value: Value) -> Any:
        """Return the JSON form of a value, as the activity log and the API hold it."""
        if value is None or isinstance(value, (str, bool, int)):
            return value
        if isinstance(value, tuple):
            return list(value)
        return value.isoformat() if isinstance(value, date) else str(value)

    def recall(self, kept: Any) -> Value:
        """Return the value of its JSON form."""
        value: Value = kept
        return value

    def cell(self, value: Value, record: OwnedRecord | None = None) -> CellValue:
        """Return what stands in an exported cell."""
        if isinstance(value, (tuple, UUID, int)) and not isinstance(value, bool):
            return join_list(value) if isinstance(value, tuple) else str(value)
        return value

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the value in words for a person."""
        return "" if value is None else str(self.cell(value, record))

    def tell(self, value: Value, language: Language, record: OwnedRecord) -> str:
        """Return what the facts of a record say: shorter than ``show`` where the value is no text to read."""
        return self.show(value, language, record)


def said(cell: CellValue) -> str:
    """Return a cell as the text a person sees in it."""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


UNWRITABLE = Text(
    fi="Teksti sisältää merkin, jota ei voi tallentaa (ohjausmerkki). Poista se ja yritä uudelleen.",
    sv="Texten innehåller ett tecken som inte kan sparas (styrtecken). Ta bort det och försök igen.",
    en="The text holds a character that cannot be saved (a control character). Remove it and try again.",
)


UNWRITABLE_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def check_writable(text: str) -> str:
    """Return the text; raises ColumnProblem for control characters and lone surrogates, which no file can carry."""
    if UNWRITABLE_CHARACTER.search(text):
        raise ColumnProblem(UNWRITABLE)
    return text


@dataclass(frozen=True, kw_only=True, slots=True)
class TextColumn(Column):
    """Free text, one line unless ``wide``."""

    max_length: int = 300
    sheet_kind: ColumnKind = field(default="text", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the text with its outer spaces taken off."""
        text = check_writable(said(cell)).replace("\r\n", "\n").strip()
        if len(text) > self.max_length:
            raise ColumnProblem(
                Text(
                    fi=f"Teksti on liian pitkä: {len(text)} merkkiä, enintään {self.max_length}. Lyhennä sitä.",
                    sv=f"Texten är för lång: {len(text)} tecken, högst {self.max_length}. Förkorta den.",
                    en=f"The text is too long: {len(text)} characters, at most {self.max_length}. Shorten it.",
                )
            )
        return text or None

    def put(self, record: OwnedRecord, value: Value) -> None:
        """Set the text; a missing one is the empty string."""
        setattr(record, self.name, value or "")


def find_choice(choices: Sequence[Choice], text: str) -> str:
    """Return the code of the choice written as ``text``; raises ColumnProblem.

    A code or a label in any language comes before a synonym of another choice.
    """
    folded = text.strip().casefold()
    for choice in choices:
        if folded in {choice.code.casefold(), *(name.casefold() for name in choice.label.as_dict().values())}:
            return choice.code
    for choice in choices:
        if folded in {word.casefold() for word in choice.synonyms}:
            return choice.code
    listed = {language: ", ".join(c.label.as_dict()[language] for c in choices[:12]) for language in ("fi", "sv", "en")}
    raise ColumnProblem(
        Text(
            fi=f"”{text}” ei ole luettelossa. Valitse jokin näistä: {listed['fi']}.",
            sv=f"”{text}” finns inte i listan. Välj något av dessa: {listed['sv']}.",
            en=f"“{text}” is not in the list. Choose one of these: {listed['en']}.",
        )
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoiceColumn(Column):
    """One value of a closed list, kept by its code."""

    choices: tuple[Choice, ...]
    sheet_kind: ColumnKind = field(default="choice", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the code of the choice."""
        return find_choice(self.choices, said(cell))

    def put(self, record: OwnedRecord, value: Value) -> None:
        """Set the code; a missing one is the empty string."""
        setattr(record, self.name, value or "")

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the choice's label."""
        labels = {choice.code: choice.label.in_language(language) for choice in self.choices}
        return labels.get(str(value), str(value)) if value else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DateColumn(Column):
    """A calendar day."""

    sheet_kind: ColumnKind = field(default="date", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the day; a form that can be read two ways is refused with both readings."""
        from seutu.apps.records.sheets.reading import read_day

        return read_day(cell, reading)

    def recall(self, kept: Any) -> Value:
        """Return the day of its ISO form."""
        return date.fromisoformat(kept) if kept else None

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the day as d.M.yyyy."""
        return write_date(value, language) if isinstance(value, date) else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberColumn(Column):
    """A number, kept exactly as a decimal of at most ``decimals`` places and 15 digits: more would be rounded."""

    decimals: int = 6
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    sheet_kind: ColumnKind = field(default="number", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the number; a form that can be read two ways is refused with both readings."""
        from seutu.apps.records.sheets.reading import read_decimal

        limits = (self.minimum, self.maximum)
        return read_decimal(cell, reading, decimals=self.decimals, limits=limits, unit=self.unit)

    def take(self, record: OwnedRecord) -> Value:
        """Return the number without the zeros its database column adds."""
        value = getattr(record, self.name)
        return None if value is None else plain_number(Decimal(value))

    def keep(self, value: Value) -> Any:
        """Return the number as text, so that nothing is rounded."""
        return None if value is None else format(Decimal(str(value)), "f")

    def recall(self, kept: Any) -> Value:
        """Return the number of its text."""
        return None if kept is None else Decimal(kept)

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the number in the language's form."""
        return write_number(value, language) if isinstance(value, Decimal) else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BooleanColumn(Column):
    """Yes, no or not known."""

    sheet_kind: ColumnKind = field(default="boolean", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return True or False of the words used for them."""
        word = said(cell).strip().casefold()
        if word in {"true", "1", "kyllä", "ja", "yes", "x", "on"}:
            return True
        if word in {"false", "0", "ei", "nej", "no", "off"}:
            return False
        raise ColumnProblem(
            Text(
                fi=f"”{word}” ei ole kyllä eikä ei. Kirjoita kyllä tai ei.",
                sv=f"”{word}” är varken ja eller nej. Skriv ja eller nej.",
                en=f"“{word}” is neither yes nor no. Write yes or no.",
            )
        )

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return yes or no in words."""
        words = {"fi": ("ei", "kyllä"), "sv": ("nej", "ja"), "en": ("no", "yes")}[language]
        return "" if value is None else words[bool(value)]
