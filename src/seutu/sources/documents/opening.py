"""Opens a document of any form that is read, by its first bytes: text, PDF, Word, sheets, CSV.

Not for plans in JSON (``sources.plans``), or for what a document says.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final
from zipfile import is_zipfile

from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.sources.documents.lines import Document, Grid, decoded, of_pages, of_text
from seutu.sources.tables import DEFAULT_LIMITS, open_tables
from seutu.sources.tables.archive import Archive
from seutu.sources.tables.cells import CellValue
from seutu.sources.tables.file_messages import pasted_text

Told = Callable[[int, int], None]

SHEETS: Final = (".xlsx", ".xls", ".ods", ".csv")
PDF: Final = b"%PDF"
ENDS_A_LINE: Final = "\ufffe"
"""What the reader of PDF leaves of a hyphen at the end of a line, the next line joined to it."""
ENCRYPTED: Final = Text(
    fi="PDF on suojattu salasanalla. Tallenna siitä suojaamaton kopio ja anna se.",
    sv="PDF-filen är skyddad med lösenord. Spara en oskyddad kopia och ge den.",
    en="The PDF is protected with a password. Save an unprotected copy and give that.",
)
BROKEN_PDF: Final = Text(
    fi="PDF on vioittunut tai katkennut, eikä sitä voi lukea. Hae tai tallenna se uudelleen.",
    sv="PDF-filen är skadad eller avklippt och kan inte läsas. Hämta eller spara den på nytt.",
    en="The PDF is damaged or cut short and cannot be read. Fetch or save it again.",
)
SCANNED: Final = Text(
    fi="PDF:ssä ei ole tekstiä: sivut ovat kuvia. Aja se tekstintunnistuksen (OCR) läpi tai pyydä "
    "alkuperäinen tiedosto.",
    sv="PDF-filen innehåller ingen text: sidorna är bilder. Kör den genom textigenkänning (OCR) eller be om "
    "originalet.",
    en="The PDF holds no text: its pages are pictures. Run it through text recognition (OCR) or ask for the original.",
)
BROKEN_WORD: Final = Text(
    fi="Word-tiedosto on vioittunut, eikä sitä voi lukea. Avaa se Wordissa ja tallenna uudelleen docx-muodossa.",
    sv="Word-filen är skadad och kan inte läsas. Öppna den i Word och spara den på nytt som docx.",
    en="The Word file is damaged and cannot be read. Open it in Word and save it again as docx.",
)
OLD_WORD: Final = Text(
    fi="Word-tiedosto on vanhaa doc-muotoa tai suojattu salasanalla. Avaa se Wordissa, poista salasana ja tallenna "
    "docx-muodossa.",
    sv="Word-filen är i det gamla doc-formatet eller skyddad med lösenord. Öppna den i Word, ta bort lösenordet och "
    "spara den som docx.",
    en="The Word file is of the old doc kind or protected with a password. Open it in Word, remove the password and "
    "save it as docx.",
)
EMPTY: Final = Text(
    fi="Tiedostossa ei ole tekstiä eikä lukuja. Tarkista, että se on oikea tiedosto ja tallennettu kokonaan.",
    sv="Filen innehåller varken text eller tal. Kontrollera att den är rätt fil och sparad i sin helhet.",
    en="The file holds neither text nor figures. Check that it is the right file, and saved whole.",
)
TOO_LONG: Final = Text(
    fi="Asiakirjassa on yli kolme miljoonaa merkkiä eli noin tuhat sivua. Tarkista se osissa.",
    sv="Dokumentet har mer än tre miljoner tecken, det vill säga omkring tusen sidor. Kontrollera det i delar.",
    en="The document has more than three million characters, about a thousand pages. Check it in parts.",
)
MOST_CHARACTERS: Final = 3_000_000
COMPOUND: Final = b"\xd0\xcf\x11\xe0"


def open_document(path: Path, told: Told | None = None) -> Document:
    """Read a document. ``told`` is told of each page that was read, of how many.

    Raises InputProblem for a file that is damaged, protected, a picture, empty, too long, or unsafe.
    """
    document = _opened(path, told)
    if not document.grids and not any(line.text.strip() for line in document.lines):
        raise InputProblem.because(EMPTY)
    _refuse_long(sum(len(line.text) for line in document.lines))
    return document


def _refuse_long(characters: int) -> None:
    if characters > MOST_CHARACTERS:
        raise InputProblem.because(TOO_LONG)


def _opened(path: Path, told: Told | None) -> Document:
    suffix = path.suffix.casefold()
    if suffix == ".pdf":
        return of_pages(path.name, _pdf_pages(path, told))
    if suffix == ".docx":
        return _word(path)
    if suffix in SHEETS:
        return _sheets(path)
    text = decoded(path)
    _refuse_long(len(text))
    return of_text(path.name, text)


def _pdf_pages(path: Path, told: Told | None) -> list[str]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise InputProblem.because(ENCRYPTED if "assword" in str(error) else BROKEN_PDF) from error
    pages, read = [], 0
    with pdf:
        for number in range(len(pdf)):
            try:
                page = pdf[number]
                text = page.get_textpage().get_text_range()
            except pypdfium2.PdfiumError as error:
                raise InputProblem.because(BROKEN_PDF) from error
            pages.append(text.replace("\r\n", "\n").replace(ENDS_A_LINE, "-\n"))
            read += len(text)
            _refuse_long(read)
            if told is not None:
                told(number + 1, len(pdf))
    if not any(page.strip() for page in pages):
        raise InputProblem.because(SCANNED)
    return pages


def _word(path: Path) -> Document:
    """Read a Word document in the order of its text; tables, nested ones too, as grids."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    _refuse_other_than_word(path)
    with Archive(path, DEFAULT_LIMITS):
        pass
    try:
        word = docx.Document(str(path))
        texts: list[str] = []
        grids: list[Grid] = []
        _gather(word, texts, grids)
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError, AttributeError, RecursionError) as error:
        raise InputProblem.because(BROKEN_WORD) from error
    return Document(path.name, of_text(path.name, "\n".join(texts)).lines, tuple(grids))


def _refuse_other_than_word(path: Path) -> None:
    """Refuse what is no packed file in the words of Word: those of ``Archive`` are of sheets."""
    with path.open("rb") as stream:
        head = stream.read(len(COMPOUND))
    if head == COMPOUND:
        raise InputProblem.because(OLD_WORD)
    if not is_zipfile(path):
        raise InputProblem.because(BROKEN_WORD)


def _gather(part: Any, texts: list[str], grids: list[Grid]) -> None:
    """Add the text and the tables of a document, or of a cell, in order. A table takes as many lines as it has rows."""
    for item in part.iter_inner_content():
        if not hasattr(item, "rows"):
            texts.extend([*item.text.split("\n"), ""])
            continue
        rows: list[tuple[int, tuple[CellValue, ...]]] = []
        nested: list[Any] = []
        said: dict[int, CellValue] = {}
        for row in item.rows:
            rows.append((len(texts) + 1, tuple(_cells(item, row, said, nested))))
            texts.append("")
        grids.append(Grid(tuple(rows)))
        for cell in nested:
            for table in cell.tables:
                _gather(_Only(table), texts, grids)


def _cells(table: Any, row: Any, said: dict[int, CellValue], nested: list[Any]) -> Iterator[CellValue]:
    """Yield the texts of a row's cells, each once; cells that hold tables are added to ``nested``.

    ``said`` holds what the row above says by column: a cell merged with the one above says the same. Word's own cells
    are not asked through the library, which repeats a cell over all columns it spans and climbs rows one by one.
    """
    from docx.table import _Cell

    at = row.grid_cols_before
    for each in row._tr.tc_lst:  # noqa: SLF001 - see above
        if each.vMerge != "continue" or at not in said:
            cell = _Cell(each, table)
            said[at] = cell.text.strip() or None
            nested += [cell] if cell.tables else []
        yield said[at]
        at += each.grid_span


class _Only:
    """A part of a document that holds one table."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def iter_inner_content(self) -> list[Any]:
        """Return the table."""
        return [self.table]


def _sheets(path: Path) -> Document:
    """Read sheets as grids; a csv of running text as text."""
    try:
        file = open_tables(path)
    except InputProblem as error:
        if path.suffix.casefold() != ".csv" or [each.message for each in error.problems] != [pasted_text()]:
            raise
        return of_text(path.name, decoded(path))
    grids = [
        Grid(
            tuple((row.line, row.values) for row in sheet.rows if not row.hidden),
            sheet.name,
            sheet.percent_columns,
        )
        for sheet in file.sheets
        if not sheet.hidden
    ]
    problems = (
        problem
        for sheet in file.sheets
        for row in sheet.rows
        for problem in row.problems
        if not (sheet.hidden or row.hidden)
    )
    return Document(path.name, (), tuple(grids), tuple(problems))
