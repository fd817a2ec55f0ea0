"""The lines of a document, each with its place: how every document is read before anything is looked for in it.

Not for what the lines mean.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seutu.core.figures.relations import Place
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.tables import CellValue

NO_TEXT: Final = Text(
    fi="Tiedosto ei ole tekstiä. Tallenna se UTF-8-tekstinä tai anna alkuperäinen PDF, Word- tai Excel-tiedosto.",
    sv="Filen är inte text. Spara den som UTF-8-text eller ge den ursprungliga PDF-, Word- eller Excel-filen.",
    en="The file is not text. Save it as UTF-8 text, or give the original PDF, Word or Excel file.",
)
PAGE_BREAK: Final = "\f"
LONGEST_SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was read. ``number`` is its physical line, 1 the first; ``page`` where the document has pages."""

    text: str
    number: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose cells are given: a sheet, or a table of a Word document. ``rows`` are cells by physical line."""

    rows: tuple[tuple[int, tuple[CellValue, ...]], ...]
    sheet: str | None = None
    percent_columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document's lines in order, blank ones too, and its tables whose cells are given.

    ``problems`` are the cells that could not be read, as a formula without its value.
    """

    name: str
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()
    problems: tuple[Problem, ...] = ()

    def place(self, line: Line, text: str | None = None) -> Place:
        """Return the place of a line, or of a part of it."""
        shown = (line.text if text is None else text).strip()
        return Place(document=self.name, page=line.page, line=line.number, text=shown[:LONGEST_SHOWN])


def decoded(path: Path) -> str:
    """Return the text of a plain text file: UTF-8, or else the Windows code page. Raises InputProblem for neither."""
    content = path.read_bytes()
    if b"\0" in content:
        raise InputProblem.because(NO_TEXT)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError as error:
            raise InputProblem.because(NO_TEXT) from error


def of_text(name: str, text: str) -> Document:
    """Return the document of a plain text. A form feed begins a page; a text without one has no pages."""
    pages = text.split(PAGE_BREAK)
    return of_pages(name, pages) if len(pages) > 1 else Document(name, tuple(_numbered(text.splitlines(), None, 0)))


def of_pages(name: str, pages: Iterable[str]) -> Document:
    """Return the document of the texts of its pages; lines are numbered over all of them."""
    lines: list[Line] = []
    for number, page in enumerate(pages, 1):
        lines += _numbered(page.splitlines(), number, len(lines))
    return Document(name, tuple(lines))


def _numbered(texts: Iterable[str], page: int | None, before: int) -> list[Line]:
    return [Line(text, before + number, page) for number, text in enumerate(texts, 1)]
