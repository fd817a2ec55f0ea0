"""Columns that point elsewhere: to another record, to a municipality, to coded terms, to the web, to a business id."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import (
    Choice,
    Column,
    ColumnProblem,
    Reading,
    TextColumn,
    Value,
    check_writable,
    find_choice,
    said,
)
from seutu.core.figures import Certain, Unreadable
from seutu.core.identifiers import check_business_id
from seutu.core.text import Language, Text
from seutu.core.web_addresses import is_of_web
from seutu.reporting.tables import ColumnKind
from seutu.sources.tables import CellValue, split_list

TERM_LENGTH: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceColumn(Column):
    """Another record of one kind. In files it is two columns: its title, and its id in a hidden one."""

    kind: str
    sheet_kind: ColumnKind = field(default="text", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the id of the record with this title or id."""
        return reading.finder.record(self.kind, said(cell))

    def take(self, record: OwnedRecord) -> Value:
        """Return the id of the record pointed to."""
        value: UUID | None = getattr(record, f"{self.name}_id")
        return value

    def put(self, record: OwnedRecord, value: Value) -> None:
        """Point to the record with this id."""
        setattr(record, f"{self.name}_id", value)

    def recall(self, kept: Any) -> Value:
        """Return the id of its text."""
        return UUID(kept) if kept else None

    def cell(self, value: Value, record: OwnedRecord | None = None) -> CellValue:
        """Return the title of the record pointed to."""
        if value is None or record is None:
            return None if value is None else str(value)
        return str(getattr(record, self.name).title)


@dataclass(frozen=True, kw_only=True, slots=True)
class MunicipalityColumn(Column):
    """A municipality, kept by its three-digit code and written by its name."""

    sheet_kind: ColumnKind = field(default="text", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the code of the municipality with this name (fi, sv, en) or code."""
        text = format(cell, "f").zfill(3) if isinstance(cell, Decimal) else said(cell).strip()
        return reading.finder.municipality(text)

    def put(self, record: OwnedRecord, value: Value) -> None:
        """Set the code; a missing one is the empty string."""
        setattr(record, self.name, value or "")

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the municipality's name."""
        from seutu.apps.records.sheets.municipalities import municipality_name

        return municipality_name(str(value), language) if value else ""

    def cell(self, value: Value, record: OwnedRecord | None = None) -> CellValue:
        """Return the municipality's Finnish name."""
        return self.show(value, "fi") or None


@dataclass(frozen=True, kw_only=True, slots=True)
class TermsColumn(Column):
    """Several coded values of one scheme, in one cell with semicolons between them.

    With ``choices`` the list is closed. Without, a value is written as it is kept: ``TOL 2008:28110``, ``theme:sea``.
    """

    scheme: str
    choices: tuple[Choice, ...] = ()
    pattern: Text | None = None
    sheet_kind: ColumnKind = field(default="list", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the values in the order given, each once."""
        filled = split_list(check_writable(said(cell)).replace("\n", ";"))
        codes = [find_choice(self.choices, part) if self.choices else self.checked(part) for part in filled]
        return tuple(dict.fromkeys(codes)) or None

    def checked(self, part: str) -> str:
        """Return one value of an open scheme; raises ColumnProblem when it is too long."""
        if len(part) > TERM_LENGTH:
            raise ColumnProblem(
                Text(
                    fi=f"Arvo on liian pitkä ({len(part)} merkkiä). Erota arvot puolipisteellä.",
                    sv=f"Värdet är för långt ({len(part)} tecken). Skilj värdena åt med semikolon.",
                    en=f"The value is too long ({len(part)} characters). Separate values with a semicolon.",
                )
            )
        return part

    def take(self, record: OwnedRecord) -> Value:
        """Return the record's values of the scheme; its terms must have been attached."""
        return record.terms.get(self.scheme) or None

    def put(self, record: OwnedRecord, value: Value) -> None:
        """Set the record's values of the scheme."""
        terms = dict(getattr(record, "terms", {}))
        terms[self.scheme] = tuple(value) if isinstance(value, tuple) else ()
        record.terms = terms

    def recall(self, kept: Any) -> Value:
        """Return the values of their JSON list."""
        return tuple(kept) if kept else None

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the values in words, with commas between them."""
        if not isinstance(value, tuple):
            return ""
        labels = {choice.code: choice.label.in_language(language) for choice in self.choices}
        return ", ".join(labels.get(code, code) for code in value)


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkColumn(TextColumn):
    """A web address; only http and https are taken, so that no page runs what somebody typed."""

    max_length: int = 500

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the address, with https:// put before a bare host name."""
        text = check_writable(said(cell)).strip()
        address = text if "://" in text else f"https://{text}"
        if not _is_web_address(address) or len(address) > self.max_length:
            raise ColumnProblem(
                Text(
                    fi=f"”{text[:80]}” ei ole verkko-osoite. Kirjoita se muodossa https://esimerkki.fi.",
                    sv=f"”{text[:80]}” är inte en webbadress. Skriv den i formen https://exempel.fi.",
                    en=f"“{text[:80]}” is not a web address. Write it like https://example.fi.",
                )
            )
        return address


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that are no IPv6 address, or marks that only look like "/" and ":"
        return False
    return is_of_web(address) and "." in parts.netloc and " " not in address


@dataclass(frozen=True, kw_only=True, slots=True)
class EmailColumn(TextColumn):
    """An e-mail address."""

    max_length: int = 254

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the address; raises ColumnProblem when it is none."""
        from django.core.exceptions import ValidationError
        from django.core.validators import validate_email

        text = check_writable(said(cell)).strip()
        try:
            if len(text) > self.max_length:
                raise ValidationError(text)  # noqa: TRY301 - one message for both
            validate_email(text)
        except ValidationError:
            raise ColumnProblem(
                Text(
                    fi=f"”{text[:80]}” ei ole sähköpostiosoite. Tarkista kirjoitusasu.",
                    sv=f"”{text[:80]}” är inte en e-postadress. Kontrollera stavningen.",
                    en=f"“{text[:80]}” is not an e-mail address. Check the spelling.",
                )
            ) from None
        return text


@dataclass(frozen=True, kw_only=True, slots=True)
class BusinessIdColumn(TextColumn):
    """A Finnish business id, checked by its check digit."""

    max_length: int = 9

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the id as NNNNNNN-C; raises ColumnProblem when the check digit does not fit."""
        found = check_business_id(said(cell))
        if isinstance(found, Certain):
            return found.value
        message = found.problem.message if isinstance(found, Unreadable) else found.question
        raise ColumnProblem(message)
