"""Read Kohesio's project file: one row a project and beneficiary, amounts in euros, days as dd/mm/yyyy.

Cells hold line breaks; older files lack the beneficiary's name. Not for storing projects. Source: kohesio.ec.europa.eu.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from seutu.core.figures.reading import Certain
from seutu.core.identifiers import check_business_id
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.kohesio import messages

REQUIRED: Final = (
    "Operation_Unique_Identifier",
    "Operation_Local_Identifier",
    "Operation_Name_Programme_Language",
    "Operation_Start_Date",
    "Operation_End_Date",
    "Total_Eligible_Expenditure_amount",
    "Project_EU_Budget",
    "Fund_Code",
    "Programme_Name",
)
FUNDS: Final = {"ERDF": "EAKR", "ESF": "ESR", "ESF+": "ESR+", "ESFPLUS": "ESR+"}
"""The funds by the names that Finnish project lists give them."""
FINLAND: Final = frozenset({"", "fi", "finland"})
EURO: Final = frozenset({"", "eur", "€", "euro"})
_LONGEST_CELL: Final = 1_000_000
_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_AMOUNT: Final = re.compile(r"\d{1,15}(?:\.\d{1,10})?")
_BUSINESS_ID: Final = re.compile(r"(?:FI)?\d{7}-?\d")


@dataclass(frozen=True, slots=True)
class CohesionProject:
    """One project and one of its beneficiaries. ``line`` is the physical line on which the row begins.

    ``total`` is the whole eligible expenditure, ``eu_budget`` the part of the Union: of the project, not of the
    beneficiary. ``business_id`` is the beneficiary's local identifier where that is a sound Finnish business id.
    """

    line: int
    operation: str
    code: str
    name: str
    fund: str
    programme: str | None
    authority: str | None
    start: date | None
    end: date | None
    total: Decimal | None
    eu_budget: Decimal | None
    summary: str | None
    beneficiary: str | None
    business_id: str | None
    post_code: str | None


@dataclass(slots=True)
class CohesionProjects:
    """What a file holds: rows in order, what was odd, which could not be read, and how many were abroad."""

    rows: list[CohesionProject] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    rejected: list[Problem] = field(default_factory=list)
    abroad: int = 0


def is_kohesio(path: Path) -> bool:
    """Tell whether the file begins as a project file of Kohesio."""
    try:
        return REQUIRED[0] in _header(path)
    except InputProblem:
        return False


def check_header(path: Path) -> None:
    """Raise ``InputProblem`` unless the file has the columns that are needed."""
    header = _header(path)
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise InputProblem.because(messages.no_columns(missing), line=1, value=", ".join(header)[:200])


def read_cohesion_projects(path: Path) -> CohesionProjects:
    """Return the projects of a file. A cell that cannot be read is left empty, with a note.

    Raises ``InputProblem`` when the file is no table in UTF-8 or lacks a column that is needed.
    """
    check_header(path)
    found = CohesionProjects()
    for line, header, cells in _rows(path):
        if len(cells) != len(header):
            found.rejected.append(Problem(messages.BROKEN_ROW, line=line, value=",".join(cells)[:200]))
            continue
        row = {name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=True)}
        if row.get("Country", "").casefold() not in FINLAND:
            found.abroad += 1
            continue
        project = _Reader(row, line, found.notes).project()
        if project is None:
            found.rejected.append(Problem(messages.NO_NAME, line=line, value=row[REQUIRED[0]][:200]))
        else:
            found.rows.append(project)
    return found


def _header(path: Path) -> list[str]:
    return next((cells for _, cells in _lines(path)), [])


def _rows(path: Path) -> Iterator[tuple[int, list[str], list[str]]]:
    lines = _lines(path)
    _, header = next(lines)
    for line, cells in lines:
        if cells:
            yield line, header, cells


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the physical line on which each row begins, and its cells."""
    before = csv.field_size_limit()
    csv.field_size_limit(max(before, _LONGEST_CELL))
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            begins = 1
            for cells in reader:
                yield begins, cells
                begins = reader.line_num + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputProblem.because(messages.unreadable(path.name)) from error
    finally:
        csv.field_size_limit(before)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the cells of one row into a project."""

    row: dict[str, str]
    line: int
    notes: list[Problem]

    def project(self) -> CohesionProject | None:
        name = self.text("Operation_Name_Programme_Language") or self.text("Operation_Name_English")
        operation = self.text("Operation_Unique_Identifier")
        code = self.text("Operation_Local_Identifier") or operation
        if name is None or code is None:
            return None
        fund = self.text("Fund_Code") or ""
        return CohesionProject(
            line=self.line,
            operation=operation or code,
            code=code,
            name=name,
            fund=FUNDS.get(fund.upper().replace(" ", ""), fund),
            programme=self.text("Programme_Name"),
            authority=self.text("ManagingAuthority"),
            start=self.day("Operation_Start_Date"),
            end=self.day("Operation_End_Date"),
            total=self.amount("Total_Eligible_Expenditure_amount", "Total_Eligible_Expenditure_Currency"),
            eu_budget=self.amount("Project_EU_Budget", None),
            summary=self.text("Operation_Summary_Programme_Language") or self.text("Operation_Summary_English"),
            beneficiary=self.text("Beneficiary_Name"),
            business_id=self.business_id(),
            post_code=self.text("Postal_Code"),
        )

    def text(self, column: str) -> str | None:
        return self.row.get(column) or None

    def day(self, column: str) -> date | None:
        text = self.row.get(column, "")
        found = _DAY.fullmatch(text)
        try:
            if found:
                return date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            pass
        if text:
            self.tell(messages.BAD_DATE, column)
        return None

    def amount(self, column: str, currency: str | None) -> Decimal | None:
        text = self.row.get(column, "")
        if currency is not None and text and self.row.get(currency, "").casefold() not in EURO:
            self.tell(messages.OTHER_CURRENCY, column)
            return None
        if _AMOUNT.fullmatch(text):
            value = Decimal(text)
            rounded = value.quantize(Decimal("0.01"))
            if rounded != value:
                self.tell(messages.ROUNDED, column)
            return rounded
        if text:
            self.tell(messages.BAD_AMOUNT, column)
        return None

    def business_id(self) -> str | None:
        """Return the local identifier if it is a sound business id; anything else is the register's own number."""
        text = self.row.get("Beneficiary_Local_Identifier", "")
        read = check_business_id(text) if _BUSINESS_ID.fullmatch(text) else None
        return read.value if isinstance(read, Certain) else None

    def tell(self, message: Text, column: str) -> None:
        self.notes.append(Problem(message, line=self.line, column=column, value=self.row[column][:200]))
